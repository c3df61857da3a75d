import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test.each([
  ['110联动登记表 2026-03-11.pdf', '110联动登记表 2026-03-11.pdf'],
  ['登记表', '登记表.pdf'],
  ['登记表.PDF', '登记表.pdf'],
  ['x.hta', 'x.hta.pdf'],
  ['x.desktop', 'x.desktop.pdf'],
  ['x.pdf.bat', 'x.pdf.bat.pdf'],
  ['x.bat\u0000.pdf', 'x.bat_.pdf'],
  ['\u202efdp.bat', '_fdp.bat.pdf'],
  ['a/b.pdf', 'a_b.pdf'],
  ['..\\..\\b.pdf', '.._.._b.pdf'],
  ['.', 'paper.pdf'],
  ['..', 'paper.pdf'],
  ['...pdf', 'paper.pdf'],
  ['', 'paper.pdf'],
  [' . ', 'paper.pdf'],
  ['CON', '_CON.pdf'],
  ['nul.txt', '_nul.txt.pdf'],
  [7, 'paper.pdf'],
  [undefined, 'paper.pdf'],
])('%j becomes %j', (suggested, name) => {
  expect(fileName(suggested, 'paper', '.pdf')).toBe(name);
});

test.each(['登'.repeat(130), `${'登'.repeat(130)}.xlsx`, '🙂'.repeat(100), 'a'.repeat(400)])(
  'a long name keeps its extension and its characters whole: %s',
  (suggested) => {
    const name = fileName(suggested, 'list', '.xlsx');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
    expect(Buffer.byteLength(name)).toBeGreaterThan(170);
    expect(name.endsWith('.xlsx')).toBe(true);
    expect(name.isWellFormed()).toBe(true);
  },
);
