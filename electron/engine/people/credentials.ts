import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import { notAllowed } from '../../../shared/errors.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { write } from '../db/transaction.ts';
import { newId } from '../ids.ts';

type Kind = 'password' | 'pin';

const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

function derive(secret: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** A salted hash ready to store; slow on purpose, so it is made before the transaction begins. */
export async function hashSecret(secret: string): Promise<{ salt: string; hash: string }> {
  const salt = randomBytes(16);
  return { salt: salt.toString('hex'), hash: (await derive(secret, salt)).toString('hex') };
}

/** Stores a hash; the chain learns only whose and of what kind, never salt or hash. */
export async function storeSecret(
  tx: Tx,
  personId: string,
  kind: Kind,
  secret: { salt: string; hash: string },
): Promise<void> {
  const row = { id: `${personId}:${kind}`, person_id: personId, kind, ...secret, failures: 0, retry_at: 0 };
  await tx.db
    .insertInto('credential')
    .values(row)
    .onConflict((oc) => oc.column('id').doUpdateSet({ ...secret, failures: 0, retry_at: 0 }))
    .execute();
  tx.credentials.push({ person_id: personId, kind });
}

const FREE_TRIES = 3;
const LONGEST_WAIT_MS = 15 * 60_000;

/** How long to wait after so many wrong tries in a row, in ms: nothing for three, then 5 s doubling up to 15 minutes. */
export const backOffMs = (failures: number) =>
  failures < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, 5000 * 2 ** (failures - FREE_TRIES));

/**
 * Proves a person before a write, unless this very request was already carried out: a retry after a lost reply gets its
 * first result, whatever the credential says by now.
 */
export async function proveOnce(
  context: Context,
  personId: string,
  kind: Kind,
  secret: string,
): Promise<void> {
  const done = await context.db
    .selectFrom('request')
    .select('path')
    .where('id', '=', context.requestId)
    .executeTakeFirst();
  if (done?.path !== context.path) await checkSecret(context, personId, kind, secret);
}

/** Tries of one credential go one after the other: a burst of guesses cannot outrun the count. */
const inTurn = new Map<string, Promise<unknown>>();

/**
 * Checks a password or PIN. Wrong tries are counted in the database, survive a restart and back off
 * (`notAllowed: wrongPassword | wrongPin | backOff` with the time of the next try).
 */
export function checkSecret(context: Context, personId: string, kind: Kind, secret: string): Promise<void> {
  const id = `${personId}:${kind}`;
  const before = inTurn.get(id) ?? Promise.resolve();
  const run = () => tryOnce(context, personId, kind, secret);
  const next = before.then(run, run);
  inTurn.set(id, next);
  return next.finally(() => {
    if (inTurn.get(id) === next) inTurn.delete(id);
  });
}

async function tryOnce(context: Context, personId: string, kind: Kind, secret: string): Promise<void> {
  const row = await context.db
    .selectFrom('credential')
    .selectAll()
    .where('id', '=', `${personId}:${kind}`)
    .executeTakeFirst();
  if (!row) throw notAllowed(kind === 'pin' ? 'noPin' : 'wrongPassword');
  if (row.retry_at > context.nowMs) throw notAllowed('backOff', row.retry_at);
  const key = await derive(secret, Buffer.from(row.salt, 'hex'));
  const right = timingSafeEqual(key, Buffer.from(row.hash, 'hex'));
  if (right && row.failures === 0) return;
  const failures = right ? 0 : row.failures + 1;
  const retryAt = right ? 0 : context.nowMs + backOffMs(failures);
  await recordTry(context, personId, kind, failures, retryAt);
  if (!right) {
    throw notAllowed(
      kind === 'pin' ? 'wrongPin' : 'wrongPassword',
      retryAt > context.nowMs ? retryAt : undefined,
    );
  }
}

function recordTry(
  context: Context,
  personId: string,
  kind: Kind,
  failures: number,
  retryAt: number,
): Promise<void> {
  const call = {
    path: failures === 0 ? 'credential.cleared' : 'credential.refused',
    requestId: newId(),
    actorId: null,
    now: () => context.clock.now(),
  };
  return write(context.writer, call, async (tx) => {
    tx.about('person', personId);
    await tx.db
      .updateTable('credential')
      .set({ failures, retry_at: retryAt })
      .where('id', '=', `${personId}:${kind}`)
      .execute();
    tx.credentials.push({ person_id: personId, kind });
  });
}

/** Ids of people who have a credential of a kind. */
export async function holdersOf(db: Kysely<Database>, kind: Kind): Promise<Set<string>> {
  const rows = await db.selectFrom('credential').select('person_id').where('kind', '=', kind).execute();
  return new Set(rows.map((r) => r.person_id));
}
