import { readXlsx } from 'hucre/xlsx';
import { expect, test, vi } from 'vitest';
import { heldDesk, PIN, type TestDesk } from '../testing/harness.ts';
import { unzip } from '../testing/unzip.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

/** A shift with a formula-like text, an open follow-up and a refusal, handed over and signed by both. */
async function signedHandover(desk: TestDesk): Promise<string> {
  await desk.by('lead').dutyLog.add({
    kind: 'callIn',
    text: '=HYPERLINK("http://example.org")\u0007 来电询问',
    important: true,
    followUp: { owner: '童子安', dueAtMs: desk.clock.now() + 3_600_000 },
  });
  await desk.pass('1h');
  const frozen = await desk
    .by('lead')
    .handover.freeze({ extraReason: '值班长身体不适', relief: desk.crew(true) });
  await desk.by('nextLead').handover.decideItems({
    handoverId: frozen.id,
    decisions: frozen.items.map((i) => ({ itemId: i.id, decision: 'refused', reason: '材料不全' })),
  });
  const counts = frozen.snapshot.supplies.filter((s) => s.key);
  await desk.by('nextLead').handover.countSupplies({
    handoverId: frozen.id,
    counts: counts.map((s) => ({ itemId: s.itemId, counted: s.balance })),
  });
  const sign = { handoverId: frozen.id, pin: PIN };
  await desk.by('lead').handover.signOutgoing({ ...sign, personId: desk.id('lead') });
  await desk.by('nextLead').handover.signIncoming({ ...sign, personId: desk.id('nextLead') });
  return frozen.id;
}

const flat = (text: string) => text.replaceAll(/\s/g, '');

test('the editable workbook says what the sheet says and that the sealed paper counts', async () => {
  const desk = await heldDesk();
  const id = await signedHandover(desk);
  const { fileName, base64 } = await desk.by('lead').handover.workbook({ id });
  expect(fileName).toBe('交接班记录表 JJ-2026-0001（可编辑副本）.xlsx');
  (await import('node:fs')).writeFileSync('/tmp/papers/sheet.xlsx', Buffer.from(base64, 'base64'));
  const book = await readXlsx(Buffer.from(base64, 'base64'));
  const words = flat((book.sheets[0]?.rows ?? []).flat().join(' '));
  const { chain } = await desk.by('lead').handover.get({ id });
  for (const said of [
    '可编辑副本，以封存原件为准',
    'JJ-2026-0001',
    '一、在办事项与跟踪',
    '来电询问',
    '材料不全',
    '拒收1项，仍由交班值班长田守一负责',
    '值守时段',
    '值班长身体不适',
    '交班值班长：田守一（PIN签）',
    '接班值班长：祝怀谷（PIN签）',
    chain?.head ?? 'no chain',
  ])
    expect(words).toContain(said);
  const formulas = [...(book.sheets[0]?.cells?.values() ?? [])].filter((c) => c.formula);
  expect(formulas).toEqual([]);
});

test('the editable document is a whole .docx with the same words and a foot that calls it a copy', async () => {
  const desk = await heldDesk();
  const id = await signedHandover(desk);
  const { fileName, base64 } = await desk.by('lead').handover.document({ id });
  expect(fileName).toBe('交接班记录表 JJ-2026-0001（可编辑副本）.docx');
  (await import('node:fs')).writeFileSync('/tmp/papers/sheet.docx', Buffer.from(base64, 'base64'));
  const files = unzip(Buffer.from(base64, 'base64'));
  const xml = files.get('word/document.xml') ?? '';
  const words = flat(xml.replaceAll(/<[^>]+>/g, ''));
  for (const said of [
    '交接班记录表',
    '可编辑副本，以封存原件为准',
    '材料不全',
    '五、冻结后补记',
    '祝怀谷（PIN签）',
  ])
    expect(words).toContain(said);
  expect(xml).not.toContain('\u0007');
  const foot = files.get('word/footer1.xml') ?? '';
  expect(foot).toContain('可编辑副本，以封存原件为准');
  expect(foot).toContain('NUMPAGES');
});
