import { createORPCClient, ORPCError } from '@orpc/client';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { uuidv7 } from 'uuidv7';
import type { DeskClient } from '../../shared/contract/index.ts';
import type { Door, ReplyBody, SessionCall, SessionState, ShellCall } from '../../shared/protocol.ts';
import { bridge } from './bridge.ts';

/** How long a call waits for an engine that went away before it says so. */
const PATIENCE_MS = 30_000;
const FIRST_PAUSE_MS = 150;
const LONGEST_PAUSE_MS = 2_000;

const failure = (code: string, data?: unknown, message?: string) =>
  new ORPCError(code, { defined: true, data, message: message ?? code, status: 500 });

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function ask(door: Door, body: string): Promise<ReplyBody> {
  try {
    return JSON.parse(await bridge.call(door, body)) as ReplyBody;
  } catch (error) {
    // Main could not be reached or answered no JSON: whether the engine acted is unknown, exactly as when it is down.
    return { e: { code: 'engineDown', message: error instanceof Error ? error.message : String(error) } };
  }
}

/** Calls whose outcome stayed unknown: pressing the button again must repeat the same request, not make a second. */
const unknownOutcome = new Map<string, string>();

async function callEngine(path: readonly string[], input: unknown): Promise<unknown> {
  const procedure = path.join('.');
  const attempt = JSON.stringify([procedure, input]);
  const requestId = unknownOutcome.get(attempt) ?? uuidv7();
  const body = JSON.stringify([procedure, input, requestId]);
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    const reply = await ask('engine', body);
    if (!('e' in reply)) {
      unknownOutcome.delete(attempt);
      return reply.v;
    }
    if (reply.e.code !== 'engineDown') {
      unknownOutcome.delete(attempt);
      throw failure(reply.e.code, reply.e.data, reply.e.message);
    }
    if (performance.now() + wait > giveUpAt) {
      unknownOutcome.set(attempt, requestId);
      throw failure('engineDown', {}, reply.e.message);
    }
    await pause(wait);
  }
}

/** Calls under way: the second click of a double click is the same call, not a second record. */
const underWay = new Map<string, Promise<unknown>>();

function callOnce(path: readonly string[], input: unknown): Promise<unknown> {
  const attempt = JSON.stringify([path, input]);
  const running = underWay.get(attempt);
  if (running) return running;
  const call = callEngine(path, input).finally(() => underWay.delete(attempt));
  underWay.set(attempt, call);
  return call;
}

/** Every procedure of the contract; an engine that is down is retried with the same request id. */
export const deskClient: DeskClient = createORPCClient<DeskClient>({
  call: (path, input) => callOnce(path, input),
});

/** Query and mutation options of every procedure: `useQuery(desk.dutyLog.day.queryOptions({ input: {} }))`. */
export const desk = createTanstackQueryUtils(deskClient);

async function door(name: Door, call: unknown): Promise<unknown> {
  const reply = await ask(name, JSON.stringify(call));
  if ('e' in reply) throw failure(reply.e.code, reply.e.data, reply.e.message);
  return reply.v;
}

/** Main's door for identity: sign in, switch, lock. */
export const session = async (call: SessionCall): Promise<SessionState> =>
  (await door('session', call)) as SessionState;

/** Main's door for the shell: sound, zoom, documents. */
export const shell = (call: ShellCall): Promise<unknown> => door('shell', call);
