import { ORPCError } from '@orpc/client';
import { type AnyProcedure, call as callProcedure } from '@orpc/server';
import {
  access,
  mayCall,
  type ProcedurePath,
  systemCalls,
  whileLocked,
} from '../../shared/contract/access.ts';
import { DeskError, type FieldIssue, notAllowed } from '../../shared/errors.ts';
import type { CallBody, ReplyBody } from '../../shared/protocol.ts';
import type { Context } from './context.ts';
import { newId } from './ids.ts';
import { router } from './router.ts';

type Tree = { [key: string]: Tree | AnyProcedure };

function flatten(tree: Tree, prefix = ''): [string, AnyProcedure][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    '~orpc' in value
      ? [[`${prefix}${key}`, value as AnyProcedure] as [string, AnyProcedure]]
      : flatten(value as Tree, `${prefix}${key}.`),
  );
}

const procedures = new Map(flatten(router as unknown as Tree));

/** Whether a name is a procedure of the contract. */
export const isProcedure = (path: string): path is ProcedurePath => procedures.has(path);

/** Refuses what the present session may not do: rights by role, and everything but alarms while locked. */
function requireRight(path: ProcedurePath, context: Context): void {
  if (context.session.system) {
    if (!systemCalls[context.session.system].has(path)) throw notAllowed('role');
    return;
  }
  if (context.session.locked && !whileLocked.has(path)) throw notAllowed('locked');
  if (mayCall(path, context.actor?.roles ?? null)) return;
  throw notAllowed(context.actor === null && access[path] !== 'system' ? 'signedOut' : 'role');
}

/** Runs one procedure: rights, then input by its schema, then the handler. Throws DeskError for expected refusals. */
export async function runProcedure(path: string, input: unknown, context: Context): Promise<unknown> {
  const procedure = procedures.get(path);
  if (!procedure || !isProcedure(path)) throw new DeskError('notFound', { entity: 'procedure' });
  requireRight(path, context);
  try {
    return await callProcedure(procedure, input, { context });
  } catch (error) {
    throw asDeskError(error);
  }
}

/** A refused input arrives from the schema as BAD_REQUEST with its issues: one place turns it into `invalid`. */
function asDeskError(error: unknown): unknown {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return error;
  const issues =
    (
      error.data as
        | { issues?: { path?: (string | number | { key: string | number })[]; message: string }[] }
        | undefined
    )?.issues ?? [];
  return new DeskError('invalid', {
    issues: issues.map(
      (i): FieldIssue => ({
        path: (i.path ?? []).map((p) => (typeof p === 'object' ? p.key : p)),
        message: /^[a-zA-Z]+$/.test(i.message) ? i.message : 'badValue',
      }),
    ),
  });
}

const storageCodes = /^SQLITE_(FULL|IOERR|CORRUPT|READONLY|CANTOPEN|NOTADB)|^ENOSPC$|^EROFS$|^EIO$/;

/** The wire form of a failure. What nobody expected is a `bug` with an id and is logged once. */
export function failureBody(error: unknown, log: (line: string) => void): ReplyBody {
  if (error instanceof DeskError) return { e: { code: error.code, data: error.data } };
  const code = (error as { code?: string } | null)?.code ?? '';
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (storageCodes.test(code)) {
    log(`storage ${code}: ${detail}`);
    return { e: { code: 'storage', data: { reason: /FULL|ENOSPC/.test(code) ? 'full' : 'broken' } } };
  }
  const id = newId().slice(-8);
  log(`bug ${id}: ${detail}`);
  return { e: { code: 'bug', data: { id } } };
}

/** A call as it came over the wire; one without a request id gets its own. Throws what the caller is answered. */
export function parseBody(body: string): CallBody {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw new DeskError('invalid', { issues: [{ path: [], message: 'notJson' }] });
  }
  const [path, input, requestId] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
  if (typeof path !== 'string') throw new DeskError('notFound', { entity: 'procedure' });
  return [path, input, typeof requestId === 'string' && requestId !== '' ? requestId : newId()];
}
