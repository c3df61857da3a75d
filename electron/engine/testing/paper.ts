import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { TestDesk } from './harness.ts';

/** One page as the program's renderer writes it: deflated text whose codes only the font's own table explains. */
export function paperPdf(text: string): Buffer {
  const codeOf = (char: string) => (char.charCodeAt(0) + 7).toString(16).toUpperCase().padStart(4, '0');
  const shown = [...text].map((char) => `<${codeOf(char)}> Tj`).join('\n');
  const chars = [...new Set(text)];
  const meaning = chars.map((c) => `<${codeOf(c)}> <${c.charCodeAt(0).toString(16).padStart(4, '0')}>`);
  const table = `${chars.length} beginbfchar\n${meaning.join('\n')}\nendbfchar`;
  const stream = (id: number, content: string) => {
    const data = deflateSync(content);
    return Buffer.concat([
      Buffer.from(`${id} 0 obj\n<</Filter /FlateDecode\n/Length ${data.length}>> stream\n`),
      data,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
  };
  return Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    stream(1, `BT\n/F4 9 Tf\n1 0 0 -1 0 0 Tm\n${shown}\nET`),
    Buffer.from('2 0 obj\n<</Type /Page /Resources <</Font <</F4 4 0 R>>>> /Contents 1 0 R>>\nendobj\n'),
    stream(3, table),
    Buffer.from('4 0 obj\n<</Type /Font /ToUnicode 3 0 R>>\nendobj\n%%EOF\n'),
  ]);
}

/** Archives and seals the sheet of a handover as main does, with a paper that prints its fingerprint; returns the file's hash. */
export async function sealPaper(desk: TestDesk, handoverId: string): Promise<string> {
  const { chain } = await desk.by('lead').handover.get({ id: handoverId });
  const groups = chain?.head.match(/.{4}/g)?.join(' ') ?? '';
  const pdf = paperPdf(`序号 ${chain?.seq} 链首（截至接班签字）${groups} 冻结`);
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  mkdirSync(join(desk.dataDir, 'documents'), { recursive: true });
  writeFileSync(join(desk.dataDir, 'documents', `${sha256}.pdf`), pdf);
  const main = desk.as({ personId: null, locked: false, system: 'main' });
  await main.handover.seal({ id: handoverId, sha256, bytes: pdf.length });
  return sha256;
}
