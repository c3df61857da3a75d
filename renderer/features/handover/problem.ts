import { ORPCError } from '@orpc/client';
import { errorText } from '../../app/errors.ts';
import { wordOf } from '../../locales/dynamic.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A refusal of the handover in words that name what is missing, to stand where it happened; says when to try again. */
export function problemText(error: unknown, timeOf?: (ms: number) => string): string {
  const fallback = errorText(error);
  if (!(error instanceof ORPCError)) return fallback;
  const data = (error.data ?? {}) as {
    reason?: unknown;
    detail?: unknown;
    issues?: { message?: unknown }[];
    retryAtMs?: unknown;
  };
  const reason = text(data.reason) || text(data.issues?.[0]?.message);
  const words = wordOf('handover.problem', reason, fallback, { detail: text(data.detail) });
  if (typeof data.retryAtMs !== 'number' || !timeOf || reason === 'backOff') return words;
  return `${words} ${wordOf('errors.notAllowed', 'backOff', '', { at: timeOf(data.retryAtMs) })}`;
}
