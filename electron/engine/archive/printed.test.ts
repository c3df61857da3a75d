import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newFolder } from '../testing/harness.ts';
import { paperPdf } from '../testing/paper.ts';
import { comparePrinted, type Printed } from './printed.ts';

const own = 'ab12'.repeat(16);
const other = '34cd'.repeat(16);
const groups = (hex: string) => hex.match(/.{4}/g)?.join(' ') ?? '';
const foot = (head: string) =>
  `记录链：序号 17 · 链首 ${head.slice(0, 16)}（截至接班签字）${groups(head)} 冻结 3月11日`;

it.each<[what: string, text: string, printed: Printed]>([
  ['its own alone', foot(own), { is: 'same', found: '' }],
  [
    'another one quoted in an entry above',
    `核对旧表 ${other}，相符。${foot(own)}`,
    { is: 'same', found: '' },
  ],
  [
    'another one right before its own',
    `${foot(other).slice(0, -8)}${groups(own)}`,
    { is: 'same', found: '' },
  ],
  ['another one only', foot(other), { is: 'differs', found: other }],
  [
    'another one and a quoted third',
    `旧表 ${'0'.repeat(64)}，${foot(other)}`,
    { is: 'differs', found: other },
  ],
  ['none', '本班平安无事', { is: 'unreadable', found: '' }],
])('a sheet that prints %s', (_what, text, printed) => {
  const path = join(newFolder(), 'sheet.pdf');
  writeFileSync(path, paperPdf(text));
  expect(comparePrinted(path, own)).toEqual(printed);
});

it('a file that is no PDF any more prints nothing that can be read', () => {
  const path = join(newFolder(), 'sheet.pdf');
  writeFileSync(path, '1 0 obj\n<</Filter /FlateDecode /Length 4>> stream\nnone\nendstream\nendobj\n');
  expect(comparePrinted(path, own)).toEqual({ is: 'unreadable', found: '' });
});
