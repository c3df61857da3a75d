import { expect, test } from 'vitest';
import { parseQuickLine } from '../../shared/duty-log/quick-line.ts';
import { putBack, type TypedLine } from './quick-line-sent.ts';

const guessed = (line: string): TypedLine => ({ line, kind: null });

test.each<[string, TypedLine, TypedLine, TypedLine]>([
  ['nothing typed since', guessed('#来电 井盖缺失'), guessed(''), guessed('#来电 井盖缺失')],
  ['typed since', guessed('井盖缺失 @老王'), guessed('! #天气 大'), guessed('井盖缺失 @老王\n! #天气 大')],
  ['a blank typed since', guessed('井盖'), guessed(' '), guessed('井盖\n ')],
  [
    'the kind that was chosen',
    { line: '甲', kind: 'report' },
    guessed('乙'),
    { line: '甲\n乙', kind: 'report' },
  ],
  ['a kind chosen since', guessed('甲'), { line: '', kind: 'patrol' }, { line: '甲', kind: 'patrol' }],
])('a refused line comes back before what follows it: %s', (_name, sent, since, whole) => {
  expect(putBack(sent, since)).toEqual(whole);
});

test('the marks of what was typed during the save keep their meaning', () => {
  const { line } = putBack(guessed('井盖缺失'), guessed('! @老王 #巡查 又来电'));
  expect(parseQuickLine(line)).toMatchObject({
    text: expect.stringMatching(/^井盖缺失\n\s*又来电$/),
    kind: 'patrol',
    from: '老王',
    important: true,
  });
});
