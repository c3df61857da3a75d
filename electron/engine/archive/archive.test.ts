import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { behind, paper, relink, rewriteEntry, rewriteTail, seqOf } from '../audit/testing/deeds.ts';
import { check } from '../audit/testing/found.ts';
import { copyOfDay, forgetDayAfterwards, type LivedDay } from '../audit/testing/lived-day.ts';
import { at, DAY, refusal, savedFolder, type TestDesk } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

forgetDayAfterwards();

/** The day's folder after a deed from outside, and the desk that works on it. */
async function desk(deed?: (day: LivedDay) => void): Promise<{ desk: TestDesk; day: LivedDay }> {
  const day = await copyOfDay();
  deed?.(day);
  const opened = savedFolder(day.dataDir, at('10:00'));
  await opened.start();
  return { desk: opened, day };
}

const short = (head: string) => `${head.slice(0, 4)} ${head.slice(4, 16).toUpperCase()} … ${head.slice(-4)}`;

it('lists a sealed sheet with who signed it, and finds it by day and by words of the sheet', async () => {
  const { desk: d, day } = await desk();
  const { rows, total } = await d.by('officer').archive.list({});
  expect(total).toBe(1);
  expect(rows[0]).toMatchObject({
    sha256: day.sha256,
    number: 'JJ-2026-0001',
    dutyDay: DAY,
    outgoingLead: '田守一',
    incomingLead: '祝怀谷',
    reprints: 0,
    chain: { head: day.head },
  });
  const found = async (filter: { day?: string; words?: string }) =>
    (await d.by('officer').archive.list(filter)).total;
  expect(await found({ day: DAY })).toBe(1);
  expect(await found({ day: '2026-03-12' })).toBe(0);
  expect(await found({ words: '祝怀谷' })).toBe(1);
  expect(await found({ words: '田守一 0001' })).toBe(1);
  expect(await found({ words: '新华街口' })).toBe(1);
  expect(await found({ words: '%' })).toBe(0);
  expect(await found({ words: '没有这样的词' })).toBe(0);
  expect(await found({ words: '祝怀谷', day: '2026-03-12' })).toBe(0);
  // What the program calls the parts of a sheet is nowhere on it.
  expect(await found({ words: 'plannedStartMs' })).toBe(0);
  expect(await found({ words: 'true' })).toBe(0);
});

it('a sheet nobody touched: bytes, printed fingerprint, link and both signatures are proven', async () => {
  const { desk: d, day } = await desk();
  expect(await d.by('officer').archive.check({ sha256: day.sha256 })).toMatchObject({
    faults: [],
    printed: 'same',
    sinceMs: at('08:30'),
    signatures: [
      { side: 'outgoing', name: '田守一', proven: true },
      { side: 'incoming', name: '祝怀谷', proven: true },
    ],
  });
  await d.by('nextLead').handover.reprinted({ id: day.handoverId });
  expect((await d.by('officer').archive.check({ sha256: day.sha256 })).row.reprints).toBe(1);
  expect(await refusal(d.by('officer').archive.check({ sha256: '0'.repeat(64) }))).toBe('notFound:document');
});

it.each<[deed: string, faults: string[], change: (day: LivedDay) => void]>([
  ['the file gone', ['fileMissing'], (day) => rmSync(paper(day.dataDir, day.sha256))],
  [
    'the file changed',
    ['fileChanged'],
    (day) => {
      const file = paper(day.dataDir, day.sha256);
      const bytes = readFileSync(file);
      bytes[bytes.length - 3] = 0x20;
      writeFileSync(file, bytes);
    },
  ],
  [
    'another signature',
    ['signatureChanged'],
    (day) =>
      behind(day.dataDir, (db) => db.exec("UPDATE signature SET at = at - 60000 WHERE side = 'incoming'")),
  ],
  [
    'no signature',
    ['signatureMissing'],
    (day) => behind(day.dataDir, (db) => db.exec("DELETE FROM signature WHERE side = 'outgoing'")),
  ],
  [
    'a signature written while nobody was signed in, and the chain linked anew',
    ['printedDiffers', 'signatureChanged'],
    (day) =>
      behind(day.dataDir, (db) => {
        db.exec("UPDATE audit_event SET actor_id = NULL WHERE action = 'handover.signOutgoing'");
        relink(db, seqOf(db, 'handover.signOutgoing'));
        rewriteTail(day.dataDir, db);
      }),
  ],
  [
    'another sheet',
    ['sheetChanged'],
    (day) =>
      behind(day.dataDir, (db) =>
        db.exec('UPDATE handover SET late_minutes = 0, late = 0, signed_at = signed_at - 1'),
      ),
  ],
  [
    'the chain and its copy rewritten',
    ['printedDiffers'],
    (day) =>
      behind(day.dataDir, (db) => {
        relink(db, rewriteEntry(db));
        rewriteTail(day.dataDir, db);
      }),
  ],
])('%s from outside: %j', async (_deed, faults, change) => {
  const { desk: d, day } = await desk(change);
  expect((await d.by('officer').archive.check({ sha256: day.sha256 })).faults).toEqual(faults);
});

it('a fingerprint typed from an old sheet finds it, in every form in which it is printed', async () => {
  const { desk: d, day } = await desk();
  const find = (text: string) => d.by('officer').archive.find({ text });
  const { chain } = (await d.by('officer').archive.list({})).rows[0] ?? {};
  for (const text of [
    day.head,
    short(day.head),
    day.head.slice(0, 8),
    `duty-desk handover JJ-2026-0001 seq ${chain?.seq} head ${day.head}`,
  ]) {
    expect(await find(text)).toMatchObject({
      found: 'sheet',
      number: 'JJ-2026-0001',
      seq: chain?.seq,
      differs: [],
    });
  }
  expect(await find(`JJ-2026-0009 seq 3 ${day.head}`)).toMatchObject({
    found: 'sheet',
    differs: ['number', 'seq'],
  });
  expect(await find(day.sha256)).toMatchObject({ found: 'document', row: { number: 'JJ-2026-0001' } });
  const event = d.raw((db) =>
    db.prepare("SELECT * FROM audit_event WHERE action = 'dutyLog.add' LIMIT 1").get(),
  ) as {
    hash: string;
    seq: number;
  };
  expect(await find(event.hash.slice(0, 12))).toMatchObject({
    found: 'event',
    seq: event.seq,
    action: 'dutyLog.add',
    about: { kind: 'entry' },
  });
  expect(await find('f'.repeat(16))).toEqual({ found: 'none', number: null, seq: null, here: null });
  expect(await refusal(find('3f2a'))).toBe('invalid:text:fingerprintShort');
  expect(await refusal(find('今天的表'))).toBe('invalid:text:fingerprintText');
});

it('the paper in the cabinet tells what nothing inside can: everything rewritten, its copy, papers and backups too', async () => {
  const { desk: d, day } = await desk((day) => {
    behind(day.dataDir, (db) => {
      // Also the sheet that was sealed is gone, as if it had never been archived.
      db.exec('DELETE FROM sealed_document');
      const seal = db
        .prepare("SELECT seq, payload FROM audit_event WHERE action = 'handover.seal'")
        .get() as {
        seq: number;
        payload: string;
      };
      const payload = JSON.parse(seal.payload) as { rows: Record<string, unknown> };
      delete payload.rows.sealed_document;
      db.prepare('UPDATE audit_event SET payload = ? WHERE seq = ?').run(JSON.stringify(payload), seal.seq);
      relink(db, rewriteEntry(db));
      rewriteTail(day.dataDir, db);
    });
    rmSync(`${day.dataDir}/backups`, { recursive: true });
    expect(check(day.dataDir).ok).toBe(true);
  });
  const match = await d
    .by('officer')
    .archive.find({ text: `duty-desk handover JJ-2026-0001 seq 17 head ${day.head}` });
  expect(match).toMatchObject({ found: 'none', number: 'JJ-2026-0001', here: { atMs: expect.any(Number) } });
  expect(match.found === 'none' && match.here?.head).not.toBe(day.head);
});
