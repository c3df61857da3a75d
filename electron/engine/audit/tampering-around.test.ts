import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import DatabaseConstructor from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import type { FindingCode } from '../../../shared/audit/types.ts';
import { databasePath } from '../db/open.ts';
import { newFolder } from '../testing/harness.ts';
import { behind, paper, relink, rewriteEntry, rewriteTail, tailFile, tailLines } from './testing/deeds.ts';
import { check, found } from './testing/found.ts';
import { copyOfDay, forgetDayAfterwards } from './testing/lived-day.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

forgetDayAfterwards();

describe('the copy beside the database', () => {
  it.each<[deed: string, code: FindingCode, change: (dataDir: string) => void]>([
    ['taken away', 'tailMissing', (dataDir) => rmSync(tailFile(dataDir))],
    ['emptied', 'tailMissing', (dataDir) => writeFileSync(tailFile(dataDir), '')],
    [
      'with a line in its middle changed',
      'tailLine',
      (dataDir) => tailLines(dataDir, (lines) => lines.map((l) => l.replaceAll('居民反映噪声', '无事'))),
    ],
    [
      'with a line in its middle taken away',
      'tailLine',
      (dataDir) => tailLines(dataDir, (lines) => lines.filter((_, n) => n !== 4)),
    ],
    [
      'with two lines in each other’s place',
      'tailLine',
      (dataDir) => tailLines(dataDir, ([a = '', b = '', c = '', ...rest]) => [a, c, b, ...rest]),
    ],
    [
      'with a line that is no event',
      'tailLine',
      (dataDir) => tailLines(dataDir, (lines) => lines.with(2, '{}')),
    ],
  ])('%s: %s', async (_deed, code, change) => {
    const { dataDir } = await copyOfDay();
    change(dataDir);
    expect(found(dataDir).codes).toEqual([code]);
  });

  it('may lack the last lines after a kill, and says how many', async () => {
    const { dataDir } = await copyOfDay();
    tailLines(dataDir, (lines) => lines.slice(0, -2));
    expect(check(dataDir)).toMatchObject({ ok: true, tailBehind: 2 });
  });

  it('may end with a torn line', async () => {
    const { dataDir } = await copyOfDay();
    writeFileSync(tailFile(dataDir), '{"seq":9', { flag: 'a' });
    expect(check(dataDir).ok).toBe(true);
  });
});

describe('the whole chain and its copy rewritten: only what lies outside can tell', () => {
  async function rewritten(): Promise<string> {
    const { dataDir } = await copyOfDay();
    behind(dataDir, (db) => {
      relink(db, rewriteEntry(db));
      rewriteTail(dataDir, db);
    });
    return dataDir;
  }

  it('the sealed sheet prints another fingerprint, and the backup had another head', async () => {
    const { codes, verdict } = found(await rewritten());
    expect(codes).toEqual(['printDiffers', 'anchorDiffers']);
    expect(verdict.findings[0]?.about).toMatchObject({ kind: 'handover' });
  });

  it('without backups the paper alone tells', async () => {
    const dataDir = await rewritten();
    rmSync(join(dataDir, 'backups'), { recursive: true });
    expect(found(dataDir).codes).toEqual(['printDiffers']);
  });
});

describe('the archive', () => {
  it.each<[deed: string, code: FindingCode, change: (paper: string) => void]>([
    ['a sealed paper taken away', 'documentMissing', (paper) => rmSync(paper)],
    [
      'one byte of a sealed paper changed',
      'documentChanged',
      (paper) => {
        const bytes = readFileSync(paper);
        bytes[bytes.length - 3] = 0x20;
        writeFileSync(paper, bytes);
      },
    ],
  ])('%s: %s', async (_deed, code, change) => {
    const { dataDir, sha256 } = await copyOfDay();
    change(paper(dataDir, sha256));
    const { codes, verdict } = found(dataDir);
    expect(codes).toEqual([code]);
    expect(verdict.findings[0]).toMatchObject({ detail: sha256, about: { kind: 'handover' } });
  });
});

describe('the schema', () => {
  it.each([
    ['a trigger taken away', 'DROP TRIGGER log_entry_no_update', '-log_entry_no_update'],
    [
      'a trigger that does nothing any more',
      `DROP TRIGGER log_entry_no_update; CREATE TRIGGER log_entry_no_update BEFORE UPDATE ON log_entry BEGIN SELECT 1; END`,
      '-log_entry_no_update',
    ],
    ['a table taken away', 'DROP TABLE reading_signature', '-reading_signature'],
    ['a table added', 'CREATE TABLE hidden (id TEXT)', '+hidden'],
  ])('%s', async (_deed, statement, named) => {
    const { dataDir } = await copyOfDay();
    const db = new DatabaseConstructor(databasePath(dataDir));
    db.exec(statement);
    db.close();
    const { codes, verdict } = found(dataDir);
    expect(codes).toEqual(['schemaChanged']);
    expect(verdict.findings[0]?.detail).toContain(named);
  });
});

describe('a file that is damaged', () => {
  it.each<[deed: string, change: (bytes: Buffer) => Buffer]>([
    ['zeroed pages', (bytes) => bytes.fill(0, 40_960, 61_440)],
    ['cut in half', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['no database at all', () => Buffer.from('hello '.repeat(500))],
  ])('%s', async (_deed, change) => {
    const { dataDir } = await copyOfDay();
    writeFileSync(databasePath(dataDir), change(readFileSync(databasePath(dataDir))));
    expect(check(dataDir).ok).toBe(false);
  });

  it('a folder without a database', () => {
    expect(found(newFolder()).codes).toEqual(['noDatabase']);
  });
});
