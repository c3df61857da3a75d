import { uuidv7 } from 'uuidv7';
import type { CallSession, ReplyBody } from '../../../shared/protocol.ts';
import { errorReply, readObject } from '../reply.ts';

const system: CallSession = { personId: null, locked: false, system: 'main' };

/** How main itself calls a procedure. */
export type Ask = (path: string, input: unknown, requestId?: string) => Promise<ReplyBody>;

type Call = (session: CallSession, body: string) => Promise<string>;

/** Main as a caller of the contract: same bytes as the window's, but spoken as the system. */
export function createAsk(call: Call): Ask {
  const ask = askAs(call);
  return (path, input, requestId = uuidv7()) => ask(system, path, input, requestId);
}

/** Main asking in the name of whoever is signed in: the engine decides what that person may. */
export function askAs(call: Call) {
  return async (caller: CallSession, path: string, input: unknown, requestId: string): Promise<ReplyBody> => {
    const reply = readObject(await call(caller, JSON.stringify([path, input, requestId])));
    if (reply && 'v' in reply) return { v: reply.v };
    if (reply && 'e' in reply) return reply as ReplyBody;
    // JSON has no undefined: a procedure without a value answers an empty object.
    return reply ? { v: null } : errorReply('bug', { id: 'reply' });
  };
}
