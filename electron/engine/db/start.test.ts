import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { FromEngine } from '../../../shared/protocol.ts';
import {
  emptyDesk,
  heldDesk,
  newFolder,
  type Saved,
  save,
  savedDesk,
  type TestDesk,
} from '../testing/harness.ts';
import { FatalError } from './fatal.ts';
import type { TailLine } from './tail.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

let entries: Saved | null = null;

/** A desk with some entries, closed. */
async function closedDesk(): Promise<TestDesk> {
  entries ??= await writeEntries();
  return savedDesk(entries);
}

async function writeEntries(): Promise<Saved> {
  const desk = await heldDesk();
  for (const text of ['一', '二', '三']) await desk.by('officer').dutyLog.add({ kind: 'other', text });
  return save(desk);
}

const tailFile = (desk: TestDesk) => join(desk.dataDir, 'tail.jsonl');
const tail = (desk: TestDesk): TailLine[] =>
  readFileSync(tailFile(desk), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as TailLine);

/** With which code the engine refuses the folder; `ok` when it opens. */
async function opening(desk: TestDesk): Promise<string> {
  try {
    await desk.start();
    return 'ok';
  } catch (error) {
    if (error instanceof FatalError) return error.code;
    throw error;
  }
}

/** The files of a folder by name and content. */
const contents = (dir: string) =>
  readdirSync(dir).map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(dir, name)))
      .digest('hex'),
  ]);

describe('the tail', () => {
  it('holds every event in order, also when many are written at the same time', async () => {
    const desk = await heldDesk();
    const add = (n: number) => desk.by('officer').dutyLog.add({ kind: 'other', text: `${n}` });
    await Promise.all(Array.from({ length: 60 }, (_, n) => add(n)));
    const hashes = desk.raw((db) => db.prepare('SELECT hash FROM audit_event ORDER BY seq').pluck().all());
    expect(tail(desk).map((line) => line.hash)).toEqual(hashes);
  });

  it('newer than the database: acknowledged records are missing', async () => {
    const desk = await closedDesk();
    const last = tail(desk).at(-1);
    appendFileSync(tailFile(desk), `${JSON.stringify({ ...last, seq: (last?.seq ?? 0) + 1 })}\n`);
    expect(await opening(desk)).toBe('brokenChain');
  });

  it('with another hash for its last event', async () => {
    const desk = await closedDesk();
    const lines = tail(desk);
    const last = lines.pop();
    const text = [...lines, { ...last, hash: 'f'.repeat(64) }]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join('');
    writeFileSync(tailFile(desk), text);
    expect(await opening(desk)).toBe('brokenChain');
  });

  it('of a database that was deleted', async () => {
    const desk = await closedDesk();
    rmSync(join(desk.dataDir, 'duty-desk.sqlite'));
    expect(await opening(desk)).toBe('brokenChain');
  });

  it.each<[name: string, harm: (file: string, size: number) => void]>([
    ['torn in its last line', (file, size) => truncateSync(file, size - 40)],
    ['torn by its newline only', (file, size) => truncateSync(file, size - 1)],
    ['with a torn line added', (file) => appendFileSync(file, '{"seq":99,"at":17')],
    ['empty', (file) => truncateSync(file, 0)],
    ['gone', (file) => rmSync(file)],
  ])('%s is healed from the database', async (_name, harm) => {
    const desk = await closedDesk();
    const before = tail(desk);
    harm(tailFile(desk), readFileSync(tailFile(desk)).length);
    expect(await opening(desk)).toBe('ok');
    expect(tail(desk)).toEqual(before);
    await desk.by('officer').dutyLog.add({ kind: 'other', text: '四' });
    expect(desk.verify().ok).toBe(true);
  });

  it('far behind the database gets what is missing', async () => {
    const desk = await closedDesk();
    const before = tail(desk);
    writeFileSync(tailFile(desk), `${JSON.stringify(before[0])}\n`);
    expect(await opening(desk)).toBe('ok');
    expect(tail(desk)).toEqual(before);
  });

  it('is read although its last line is longer than what is read at once', async () => {
    const desk = await heldDesk();
    await desk
      .by('officer')
      .dutyLog.add({ kind: 'other', text: '长'.repeat(20_000), handling: '文'.repeat(20_000) });
    const before = tail(desk);
    await desk.stop();
    expect(await opening(desk)).toBe('ok');
    expect(tail(desk)).toEqual(before);
  });
});

describe('the chain', () => {
  it('broken in an earlier link', async () => {
    const desk = await closedDesk();
    desk.raw((db) => {
      db.exec('DROP TRIGGER audit_event_no_update');
      db.exec("UPDATE audit_event SET entity = 'other' WHERE seq = 2");
      db.exec(
        `CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
       BEGIN SELECT RAISE(ABORT, 'audit_event is permanent'); END`,
      );
    });
    expect(await opening(desk)).toBe('brokenChain');
  });
});

describe('the schema', () => {
  it.each([
    ['a trigger taken away', 'DROP TRIGGER log_entry_no_update'],
    [
      'a trigger added',
      'CREATE TRIGGER kysely_helper AFTER INSERT ON alarm BEGIN UPDATE alarm SET ack_at = 1; END',
    ],
    ['an index taken away', 'DROP INDEX shift_one_holding'],
    ['a column added', 'ALTER TABLE alarm ADD COLUMN hidden INTEGER'],
    ['a table added', 'CREATE TABLE other (id TEXT)'],
  ])('with %s', async (_name, statement) => {
    const desk = await closedDesk();
    desk.raw((db) => db.exec(statement));
    expect(await opening(desk)).toBe('brokenDatabase');
  });
});

it('a database of a newer program is refused and nothing is written', async () => {
  const desk = await closedDesk();
  desk.raw((db) => db.pragma('user_version = 99'));
  const before = contents(desk.dataDir);
  expect(await opening(desk)).toBe('newerDatabase');
  expect(contents(desk.dataDir)).toEqual(before);
});

it('a refused folder is left free: no file is held and no lock is kept', async () => {
  const desk = await closedDesk();
  desk.raw((db) => db.pragma('user_version = 99'));
  await opening(desk);
  desk.raw((db) => db.pragma('user_version = 1'));
  expect(await opening(desk)).toBe('ok');
});

describe('the lock of the folder', () => {
  /** The engine as the process it is in the product. */
  async function engineProcess(dataDir: string): Promise<{ child: ChildProcess; first: FromEngine }> {
    const child = fork('electron/engine/index.ts', {
      env: { ...process.env, DUTY_DESK_DATA: dataDir },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [first] = (await once(child, 'message')) as [FromEngine];
    return { child, first };
  }

  it('keeps a second program out, and falls with a killed one', async () => {
    const dir = newFolder();
    const { child, first } = await engineProcess(dir);
    expect(first.t).toBe('ready');
    await expect(emptyDesk(0, dir)).rejects.toMatchObject({ code: 'lockedFolder' });
    const second = await engineProcess(dir);
    expect(second.first).toMatchObject({ t: 'fatal', code: 'lockedFolder' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { first: third } = await engineProcess(dir);
    expect(third.t).toBe('ready');
  });

  it('a second engine in the same program is kept out too', async () => {
    const desk = await heldDesk();
    await expect(emptyDesk(0, desk.dataDir)).rejects.toMatchObject({ code: 'lockedFolder' });
    await desk.by('officer').dutyLog.add({ kind: 'other', text: '照常' });
  });
});
