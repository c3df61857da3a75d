import { ORPCError } from '@orpc/client';
import { errorText } from '../../app/errors.ts';
import { wordOf } from '../../locales/dynamic.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A refusal of the handover in words that name what is missing, to stand where it happened. */
export function problemText(error: unknown): string {
  const fallback = errorText(error);
  if (!(error instanceof ORPCError)) return fallback;
  const data = (error.data ?? {}) as { reason?: unknown; detail?: unknown; issues?: { message?: unknown }[] };
  const reason = text(data.reason) || text(data.issues?.[0]?.message);
  return wordOf('handover.problem', reason, fallback, { detail: text(data.detail) });
}
