import fc from 'fast-check';
import { expect, it } from 'vitest';
import { capitalAmount, readYuan, yuanField, yuanText } from './amount.ts';

it.each([
  [0, '零元整'],
  [5, '伍分'],
  [50, '伍角整'],
  [55, '伍角伍分'],
  [100, '壹元整'],
  [105, '壹元零伍分'],
  [8000, '捌拾元整'],
  [1000, '壹拾元整'],
  [123_450, '壹仟贰佰叁拾肆元伍角整'],
  [100_100, '壹仟零壹元整'],
  [101_000, '壹仟零壹拾元整'],
  [1_000_000, '壹万元整'],
  [1_000_500, '壹万零伍元整'],
  [1_100_000, '壹万壹仟元整'],
  [10_010_000, '壹拾万零壹佰元整'],
  [100_000_000_000, '壹拾亿元整'],
  [100_000_100_000, '壹拾亿零壹仟元整'],
  [1_234_567_890, '壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角整'],
])('%i fen in capitals: %s', (fen, words) => {
  expect(capitalAmount(fen)).toBe(words);
});

it.each([
  ['80', 8000],
  ['80.5', 8050],
  ['80.50', 8050],
  ['1,234.56', 123_456],
  ['８０．５０', 8050],
  ['￥80 元', 8000],
  ['0', 0],
  ['', undefined],
  ['80.505', undefined],
  ['-1', undefined],
  ['八十', undefined],
])('%s is %s fen', (text, fen) => {
  expect(readYuan(text)).toBe(fen);
});

it('a field gives back what was typed into it', () => {
  fc.assert(fc.property(fc.nat({ max: 1_000_000 }), (fen) => readYuan(yuanField(fen)) === fen));
  fc.assert(fc.property(fc.nat({ max: 1_000_000_000 }), (fen) => readYuan(yuanText(fen)) === fen));
});
