import { foreignDetails } from '../../../shared/duty-log/correction.ts';
import type { LogDetail } from '../../../shared/duty-log/details.ts';
import type { Correctable, LogEntry } from '../../../shared/duty-log/types.ts';
import { invalid } from '../../../shared/errors.ts';
import { tooFarAhead } from '../../../shared/time/occurrence.ts';

type Timed = Pick<Correctable, 'occurredAtMs' | 'calledAtMs' | 'answeredAtMs'>;

const times = ['occurredAtMs', 'calledAtMs', 'answeredAtMs'] as const;

/** Nothing happens later than now (a few minutes of rounding up), and no answer comes before its call. */
export function requireTimes(typed: Timed, whole: Timed, nowMs: number, prefix: string[] = []): void {
  for (const field of times) {
    const ms = typed[field];
    if (ms != null && tooFarAhead(ms, nowMs)) throw invalid([...prefix, field], 'future');
  }
  if (whole.calledAtMs != null && whole.answeredAtMs != null && whole.answeredAtMs < whole.calledAtMs)
    throw invalid([...prefix, 'answeredAtMs'], 'beforeCall');
}

/** Only fields of the kind may be given (`invalid: notOfKind`). */
export function requireOwnDetails(
  kind: LogEntry['kind'],
  details: Partial<LogDetail>,
  prefix: string[],
): void {
  const [foreign] = foreignDetails(kind, details);
  if (foreign !== undefined) throw invalid([...prefix, foreign], 'notOfKind');
}
