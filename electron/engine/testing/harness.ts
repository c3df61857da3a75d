import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import DatabaseConstructor from 'better-sqlite3';
import { expect, onTestFinished } from 'vitest';
import type { DeskClient } from '../../../shared/contract/index.ts';
import { DeskError } from '../../../shared/errors.ts';
import type { CallSession, FromEngine } from '../../../shared/protocol.ts';
import { sampleBureau } from '../../../shared/settings/testing/sample-bureau.ts';
import type { Crew } from '../../../shared/shifts/types.ts';
import { instant } from '../../../shared/time/zone.ts';
import { databasePath, type Sqlite } from '../db/open.ts';
import { type Verdict, verifyFolder } from '../db/verify.ts';
import { InProcessDesk } from '../in-process.ts';

export const PIN = '246810';
export const PASSWORD = 'test-password';
export const ZONE = 'Asia/Shanghai';
export const DAY = '2026-03-11';
/** An instant of the test day by its wall clock; `+08:30` is the next morning. */
export const at = (clock: string): number =>
  clock.startsWith('+') ? instant('2026-03-12', clock.slice(1), ZONE) : instant(DAY, clock, ZONE);

/** Everyone of the first crew and of its relief, by what they do at the desk. */
export const cast = {
  lead: '田守一',
  liaison: '蒋知微',
  officer: '童子安',
  nextLead: '祝怀谷',
  nextLiaison: '庄见山',
  nextOfficer: '裴小满',
  admin: '范毅之',
  leader: '沈若衡',
  head: '顾远舟',
  keeper: '冉青禾',
  member: '霍长风',
} as const;
export type Who = keyof typeof cast;

const units: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a span such as `30m`, `1h30m`, `5s`. */
export const span = (text: string): number =>
  [...text.matchAll(/(\d+)([smhd])/g)].reduce((sum, [, n, u]) => sum + Number(n) * (units[u ?? ''] ?? 0), 0);

/** In memory where there is such a folder: what is tested here is order and content, not the disk. */
const memory = () => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

/** A data folder for one test. */
export function newFolder(): string {
  const dir = mkdtempSync(join(memory(), 'duty-desk-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** The real engine in this process on a folder of its own, with a clock that stands until it is moved. */
export class TestDesk extends InProcessDesk {
  readonly emitted: FromEngine[];
  readonly logged: string[];
  readonly people = new Map<string, string>();

  constructor(dataDir: string, startMs: number) {
    const emitted: FromEngine[] = [];
    const logged: string[] = [];
    super(dataDir, startMs, { emit: (m) => emitted.push(m), log: (line) => logged.push(line) });
    this.emitted = emitted;
    this.logged = logged;
  }

  id(who: Who): string {
    const id = this.people.get(cast[who]);
    if (id === undefined) throw new Error(`nobody is called ${cast[who]}`);
    return id;
  }

  /** The client of a person signed in, or of nobody. A named request id makes every call that request. */
  by(who: Who | null, requestId?: string): DeskClient {
    return this.as(this.session(who), requestId);
  }

  session(who: Who | null): CallSession {
    return { personId: who === null ? null : this.id(who), locked: false };
  }

  /** Lets a span pass, ringing at every due time on the way and at its end. */
  async pass(text: string): Promise<void> {
    await this.advance(this.clock.now() + span(text));
    await this.tick();
  }

  async until(clock: string): Promise<void> {
    await this.advance(at(clock));
    await this.tick();
  }

  crew(next = false, over: Partial<Crew> = {}): Crew {
    const [lead, liaison, officer] = next
      ? (['nextLead', 'nextLiaison', 'nextOfficer'] as const)
      : (['lead', 'liaison', 'officer'] as const);
    return {
      shiftLeadId: this.id(lead),
      liaisonId: this.id(liaison),
      officerIds: [this.id(officer)],
      leaderOnDutyId: null,
      ...over,
    };
  }

  /** The database behind the engine's back. */
  raw<T>(use: (db: Sqlite) => T): T {
    const db = new DatabaseConstructor(databasePath(this.dataDir));
    try {
      return use(db);
    } finally {
      db.close();
    }
  }

  count(table: string): number {
    return this.raw((db) => (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n);
  }

  verify(): Verdict {
    return verifyFolder(this.dataDir);
  }
}

/** What a call is refused with: `code`, or `code:reason` where there is one; `ok` when it is accepted. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'ok';
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    const data = (error.data ?? {}) as {
      reason?: string;
      codes?: string[];
      entity?: string;
      issues?: { path: (string | number)[]; message: string }[];
    };
    const [issue] = data.issues ?? [];
    const detail = issue
      ? `${issue.path.join('.')}:${issue.message}`
      : (data.reason ?? data.entity ?? data.codes?.join());
    return detail === undefined ? error.code : `${error.code}:${detail}`;
  }
}

/** An empty folder, engine running, nobody known. */
export async function emptyDesk(startMs = at('08:30'), dataDir = newFolder()): Promise<TestDesk> {
  const desk = new TestDesk(dataDir, startMs);
  await desk.start();
  onTestFinished(async () => {
    await desk.stop();
    // A defect is answered as `bug` and only logged: no test may pass over one.
    expect(desk.logged).toEqual([]);
  });
  return desk;
}

/** The sample bureau loaded, both leads with a PIN, the desk still empty. */
export async function bureauDesk(startMs = at('08:30')): Promise<TestDesk> {
  const desk = await emptyDesk(startMs);
  await desk.as({ personId: null, locked: false }).setup.initialise({
    bureauText: JSON.stringify(sampleBureau()),
    administrator: { staffNo: 'A003', name: cast.admin, password: PASSWORD, pin: PIN, phone: '' },
  });
  learnPeople(desk);
  for (const who of ['lead', 'nextLead'] as const)
    await desk.by('admin').people.setCredential({ personId: desk.id(who), pin: PIN });
  return desk;
}

function learnPeople(desk: TestDesk): void {
  const rows = desk.raw((db) => db.prepare('SELECT id, name FROM person').all()) as {
    id: string;
    name: string;
  }[];
  for (const row of rows) desk.people.set(row.name, row.id);
}

/** The files of a closed desk, to start others from: what is the same for many tests is lived once. */
export type Saved = ReadonlyMap<string, Buffer>;

export async function save(desk: TestDesk): Promise<Saved> {
  await desk.stop();
  return new Map(readdirSync(desk.dataDir).map((file) => [file, readFileSync(join(desk.dataDir, file))]));
}

function fill(dataDir: string, files: Saved): string {
  for (const [file, bytes] of files) writeFileSync(join(dataDir, file), bytes);
  return dataDir;
}

/** A desk on a folder with these files, not yet started. */
export function savedDesk(files: Saved, dataDir = newFolder()): TestDesk {
  const desk = new TestDesk(fill(dataDir, files), at('08:30'));
  learnPeople(desk);
  onTestFinished(() => desk.stop());
  return desk;
}

/** A desk on a folder that is there already, not yet started. */
export function savedFolder(dataDir: string, startMs: number): TestDesk {
  const desk = new TestDesk(dataDir, startMs);
  learnPeople(desk);
  onTestFinished(() => desk.stop());
  return desk;
}

let template: Saved | null = null;

/** The first crew has just taken the desk. */
async function makeTemplate(): Promise<Saved> {
  const desk = await bureauDesk();
  await desk.by('lead').shifts.takeDesk({ crew: desk.crew(), presentIds: [], pin: PIN });
  return save(desk);
}

/** The first crew holds the desk since 08:30. */
export async function heldDesk(): Promise<TestDesk> {
  template ??= await makeTemplate();
  const desk = await emptyDesk(at('08:30'), fill(newFolder(), template));
  learnPeople(desk);
  return desk;
}

/** The same for one of many runs within a test: gone as soon as it was used. */
export async function borrowHeldDesk<T>(use: (desk: TestDesk) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(memory(), 'duty-desk-run-'));
  try {
    template ??= await makeTemplate();
    fill(dataDir, template);
    const desk = new TestDesk(dataDir, at('08:30'));
    await desk.start();
    learnPeople(desk);
    const result = await use(desk);
    await desk.stop();
    expect(desk.logged).toEqual([]);
    return result;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
