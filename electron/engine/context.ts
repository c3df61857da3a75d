import type { Kysely } from 'kysely';
import { DeskError, notAllowed } from '../../shared/errors.ts';
import type { Role } from '../../shared/people/roles.ts';
import type { CallSession } from '../../shared/protocol.ts';
import type { FileStore } from './attachments/files.ts';
import type { Clock } from './clock.ts';
import type { Database } from './db/schema.ts';
import { type Tx, type Writer, write } from './db/transaction.ts';
import type { Upkeep } from './upkeep.ts';

export type Actor = { id: string; name: string; roles: Role[] };

/** What every handler gets: who asks, the engine's present, the database, and the one way to write. */
export type Context = {
  path: string;
  requestId: string;
  session: CallSession;
  /** Null while nobody is signed in, and for main itself. */
  actor: Actor | null;
  nowMs: number;
  clock: Clock;
  db: Kysely<Database>;
  writer: Writer;
  /** The archive of attached files. */
  files: FileStore;
  /** The data folder. */
  dataDir: string;
  readOnly: boolean;
  /** `full`: the disk has room left for what cannot wait only. */
  storage: 'ok' | 'low' | 'full';
  clockStep: { atMs: number; byMs: number } | null;
  /** Backups and checks of the record. */
  upkeep: Upkeep;
};

/** The signed-in person; `notAllowed` when nobody is. */
export function requireActor(context: Context): Actor {
  if (!context.actor) throw notAllowed('signedOut');
  return context.actor;
}

/**
 * What a full disk still takes: 110 instructions and what they owe, alarms, and the way to paper (numbers for blank forms, the
 * log without which nothing is printed).
 */
const whenFull = /^(instructions|alarms|numbers)\.|^(followUps\.done|papers\.log)$/;

/** Runs a handler's change as one audited, idempotent transaction. */
export function change<T>(context: Context, run: (tx: Tx) => Promise<T>): Promise<T> {
  if (context.storage === 'full' && !whenFull.test(context.path)) {
    throw new DeskError('storage', { reason: 'full' });
  }
  const call = {
    path: context.path,
    requestId: context.requestId,
    actorId: context.actor?.id ?? null,
    now: () => context.clock.now(),
  };
  return write(context.writer, call, run);
}
