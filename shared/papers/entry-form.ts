import type { LogStep, StepKind } from '../duty-log/steps.ts';
import { isLateEntry, type LogEntry } from '../duty-log/types.ts';
import { struckOf } from './log-day-rows.ts';
import type { FormTime } from './paper-time.ts';

/** A text on a form with who wrote it and when; both may be empty. */
export type Signed = { text: string; by: string; at: string };

/** The steps of one kind as a form writes them, in order. */
export const stepsOf = (entry: Pick<LogEntry, 'steps'>, kind: StepKind, time: FormTime): Signed[] =>
  entry.steps.filter((s) => s.kind === kind).map((s) => signed(s, time));

const signed = (s: LogStep, time: FormTime): Signed => ({
  text: s.text,
  by: s.who,
  at: time.full(s.occurredAtMs),
});

/** 承办: who has been charged with what until when, and what came of it. */
export type Charge = { owner: string; task: string; due: string; done: string };

/** Everything that an entry's orders and its own follow-ups charge somebody with. */
export const chargesOf = (entry: Pick<LogEntry, 'followUps'>, time: FormTime): Charge[] =>
  entry.followUps.map((f) => ({
    owner: f.owner,
    task: f.text,
    due: time.full(f.dueAtMs),
    done: f.doneAtMs === null ? '' : `${f.doneText}（${time.full(f.doneAtMs)}）`,
  }));

/** 办理结果: what was done at once, what came of what was charged, then the results recorded later. */
export const resultsOf = (entry: LogEntry, time: FormTime): Signed[] => [
  ...(entry.handling === '' ? [] : [{ text: entry.handling, by: '', at: '' }]),
  ...chargesOf(entry, time)
    .filter((c) => c.done !== '')
    .map((c) => ({ text: c.done, by: c.owner, at: '' })),
  ...stepsOf(entry, 'result', time),
];

/** Who dealt with it and when, as far as the desk knows: the last result, else whoever is charged. */
export function handledBy(entry: LogEntry, time: FormTime): { by: string; at: string } {
  const result = entry.steps.findLast((s) => s.kind === 'result');
  const charged = entry.followUps.findLast((f) => f.doneAtMs !== null) ?? entry.followUps.at(-1);
  const atMs = result?.occurredAtMs ?? charged?.doneAtMs ?? null;
  return { by: result?.who || (charged?.owner ?? ''), at: atMs === null ? '' : time.full(atMs) };
}

/** What stands below a form: written down late, corrected, with which files and links. */
export function remarksOf(entry: LogEntry, time: FormTime): string[] {
  const dayTime = { at: time.dayTime, seconds: time.seconds };
  return [
    isLateEntry(entry)
      ? `补记：发生于 ${time.full(entry.occurredAtMs)}，记录于 ${time.full(entry.recordedAtMs)}`
      : '',
    ...entry.corrections.map((c, n) => {
      const before = n === 0 ? entry.original : (entry.corrections[n - 1]?.text ?? '');
      const struck = struckOf(c, before, dayTime);
      return struck.before === '' ? struck.note : `${struck.note}；原文：“${struck.before}”`;
    }),
    entry.links.length > 0 ? `关联：${entry.links.map((l) => l.label).join('、')}` : '',
    entry.attachments.length > 0
      ? `附件 ${entry.attachments.length} 件：${entry.attachments.map((a) => a.name).join('、')}`
      : '',
  ].filter(Boolean);
}
