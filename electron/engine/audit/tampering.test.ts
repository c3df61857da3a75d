import { rmSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { FindingCode } from '../../../shared/audit/types.ts';
import { jcs, rowHash } from '../db/chain.ts';
import type { Sqlite } from '../db/open.ts';
import { behind, events, paper, relink, rewriteEntry, seqOf, tailFile } from './testing/deeds.ts';
import { check, found } from './testing/found.ts';
import { copyOfDay, forgetDayAfterwards } from './testing/lived-day.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

forgetDayAfterwards();

it('a copy that nobody touched holds, with its paper, its backup and its schema', async () => {
  const { dataDir } = await copyOfDay();
  expect(check(dataDir)).toMatchObject({ ok: true, files: 1, tailBehind: 0 });
});

describe('named, with the event and what it was about', () => {
  it.each<[deed: string, code: FindingCode, about: unknown, change: (db: Sqlite, dataDir: string) => number]>(
    [
      [
        'a row edited',
        'rowChanged',
        { kind: 'instruction' },
        (db) => {
          db.exec("UPDATE instruction SET record = json_set(record, '$.place', '别处')");
          return db
            .prepare('SELECT max(seq) FROM audit_event WHERE entity = ?')
            .pluck()
            .get('instruction') as number;
        },
      ],
      [
        'an entry edited',
        'rowChanged',
        { kind: 'entry' },
        (db) => {
          db.exec("UPDATE log_entry SET text = '无事' WHERE text = '居民反映噪声'");
          return seqOf(db, 'dutyLog.add');
        },
      ],
      [
        'a row deleted',
        'rowRemoved',
        { kind: 'handover' },
        (db) => {
          db.exec("DELETE FROM signature WHERE side = 'incoming'");
          return seqOf(db, 'handover.signIncoming');
        },
      ],
      [
        'a row added',
        'rowAdded',
        { kind: 'person' },
        (db) => {
          db.exec(
            `INSERT INTO person SELECT 'x', 'X9', name, unit_id, title, kind, phone, roles, availability, active, version
           FROM person LIMIT 1`,
          );
          return 0;
        },
      ],
      ['an event edited', 'eventChanged', { kind: 'entry' }, (db) => rewriteEntry(db)],
      [
        'an event edited with its own hash: the next link and the copy know better',
        'eventRewritten',
        { kind: 'entry' },
        (db) => {
          const seq = rewriteEntry(db);
          const row = events(db)[seq - 1];
          if (row) db.prepare('UPDATE audit_event SET hash = ? WHERE seq = ?').run(rowHash(row), seq);
          return seq;
        },
      ],
      [
        'the same without a copy: the next link does not follow',
        'eventOrder',
        undefined,
        (db, dataDir) => {
          const seq = rewriteEntry(db);
          const row = events(db)[seq - 1];
          if (row) db.prepare('UPDATE audit_event SET hash = ? WHERE seq = ?').run(rowHash(row), seq);
          rmSync(tailFile(dataDir));
          return seq + 1;
        },
      ],
      [
        'an event deleted',
        'eventMissing',
        { kind: 'entry' },
        (db) => {
          const seq = seqOf(db, 'dutyLog.add');
          db.prepare('DELETE FROM audit_event WHERE seq = ?').run(seq);
          return seq;
        },
      ],
      [
        'an event deleted and the rest moved up and linked anew',
        'tailDiffers',
        undefined,
        (db) => {
          const seq = seqOf(db, 'dutyLog.add');
          db.exec('DELETE FROM log_detail');
          db.exec("DELETE FROM log_entry WHERE text = '居民反映噪声'");
          db.prepare('DELETE FROM audit_event WHERE seq = ?').run(seq);
          for (const row of events(db).filter((r) => r.seq > seq))
            db.prepare('UPDATE audit_event SET seq = ? WHERE seq = ?').run(row.seq - 1, row.seq);
          relink(db, seq);
          return seq;
        },
      ],
      [
        'two events in each other’s place',
        'eventOrder',
        undefined,
        (db) => {
          db.exec('UPDATE audit_event SET seq = -4 WHERE seq = 4');
          db.exec('UPDATE audit_event SET seq = 4 WHERE seq = 5');
          db.exec('UPDATE audit_event SET seq = 5 WHERE seq = -4');
          return 4;
        },
      ],
      [
        'the last events cut off with their rows',
        'tailAhead',
        { kind: 'entry' },
        (db) => {
          const last = events(db).at(-1);
          db.exec("DELETE FROM log_entry WHERE text = '接班后巡查'");
          db.prepare('DELETE FROM audit_event WHERE seq = ?').run(last?.seq);
          return last?.seq ?? 0;
        },
      ],
      [
        'the last event rewritten whole, with its row',
        'tailDiffers',
        { kind: 'entry' },
        (db) => {
          db.exec("UPDATE log_entry SET text = '无事' WHERE text = '接班后巡查'");
          const last = events(db).at(-1);
          if (!last) throw new Error('no event');
          const payload = jcs(JSON.parse(last.payload.replaceAll('接班后巡查', '无事')));
          db.prepare('UPDATE audit_event SET payload = ?, hash = ? WHERE seq = ?').run(
            payload,
            rowHash({ ...last, payload }),
            last.seq,
          );
          return last.seq;
        },
      ],
      [
        'the whole chain rewritten',
        'tailDiffers',
        { kind: 'entry' },
        (db) => {
          const seq = rewriteEntry(db);
          relink(db, seq);
          return seq;
        },
      ],
    ],
  )('%s: %s', async (_deed, code, about, change) => {
    const { dataDir } = await copyOfDay();
    let seq = 0;
    behind(dataDir, (db) => {
      seq = change(db, dataDir);
    });
    const { verdict } = found(dataDir);
    const [first] = verdict.findings;
    expect(first?.code).toBe(code);
    expect(first?.seq).toBe(seq);
    if (about !== undefined) expect(first?.about).toMatchObject(about as object);
    expect(verdict.problem.length).toBeGreaterThan(20);
  });

  it('an instruction by its number', async () => {
    const { dataDir, number } = await copyOfDay();
    behind(dataDir, (db) => db.exec('UPDATE instruction_event SET occurred_at = occurred_at + 1'));
    const { verdict } = found(dataDir);
    expect(verdict.findings[0]?.about).toEqual({ kind: 'instruction', label: number, atMs: null });
    expect(verdict.problem).toContain(number);
  });

  it('several deeds at once, each', async () => {
    const { dataDir, sha256 } = await copyOfDay();
    behind(dataDir, (db) => {
      db.exec("UPDATE log_entry SET text = '无事'");
      db.exec("DELETE FROM signature WHERE side = 'incoming'");
    });
    rmSync(paper(dataDir, sha256));
    expect(found(dataDir).codes).toEqual(['rowChanged', 'rowRemoved', 'documentMissing']);
  });
});
