import type { Kysely } from 'kysely';
import type { EscalationDue } from '../../../shared/alarms/escalation.ts';
import { byDueThenClass } from '../../../shared/alarms/order.ts';
import { stepsBetween } from '../../../shared/alarms/plan.ts';
import type { AlarmSeries, AlarmStep } from '../../../shared/alarms/types.ts';
import { followUpSeries } from '../../../shared/duty-log/follow-up-alarm.ts';
import { urgentPaperSeries } from '../../../shared/duty-log/paper-case.ts';
import { alarmSeriesOf } from '../../../shared/instructions/alarms.ts';
import { handoverSeries } from '../../../shared/shifts/rules.ts';
import type { Clock } from '../clock.ts';
import type { AlarmRow, Database } from '../db/schema.ts';
import { lastActionMs, type Writer, write } from '../db/transaction.ts';
import { openFollowUps } from '../duty-log/follow-ups.ts';
import { ringingPapers } from '../duty-log/urgent-papers.ts';
import { newId } from '../ids.ts';
import { liveInstructions } from '../instructions/store.ts';
import { limitsAt } from '../settings/store.ts';
import { holder } from '../shifts/store.ts';
import { escalationsAhead, recordEscalation } from './escalating.ts';
import { type AlarmSubject, raiseAlarm, raisedRow, reviveAlarm } from './store.ts';

/** Deadlines are known an hour ahead. */
export const HORIZON_MS = 60 * 60_000;

/** Alarms raised in one transaction: after a long time off there are thousands, and the engine must still answer. */
const AT_ONCE = 100;

/** A series and what it is about. */
export type Planned = { series: AlarmSeries; subject: AlarmSubject };
type Due = { step: AlarmStep; subject: AlarmSubject; missed: boolean; bornAtMs: number };

/** Every series that could ring now: of open instructions, open follow-ups and the shift that holds the desk. */
export async function plannedSeries(db: Kysely<Database>, nowMs: number): Promise<Planned[]> {
  const { limits } = await limitsAt(db, nowMs);
  const live = await liveInstructions(db);
  const planned: Planned[] = live.flatMap((i) =>
    alarmSeriesOf(i, limits).map((series) => ({
      series,
      subject: { instructionId: i.id, number: i.number, place: i.place },
    })),
  );
  const restored = new Map(live.map((i) => [i.id, i.restoredAtMs ?? 0]));
  for (const f of await openFollowUps(db)) {
    const number = f.source === 'instruction' ? (f.label.split(' ')[0] ?? '') : '';
    planned.push({
      series: followUpSeries({ ...f, learnedAtMs: restored.get(f.sourceId) }),
      subject: {
        instructionId: f.source === 'instruction' ? f.sourceId : null,
        number,
        place: f.label.slice(number.length).trim(),
      },
    });
  }
  for (const paper of await ringingPapers(db, nowMs)) {
    const series = urgentPaperSeries(paper, limits);
    const place = paper.title || paper.text.slice(0, 30);
    if (series) planned.push({ series, subject: { instructionId: null, number: '', place } });
  }
  const now = await holder(db);
  if (now)
    planned.push({
      series: handoverSeries(now, limits),
      subject: { instructionId: null, number: '', place: '' },
    });
  return planned;
}

/**
 * Raises what falls due. Each tick asks for the steps since the one before; the first tick after a start reaches back to
 * the last recorded action, because whatever had fallen due by then was raised before it.
 */
export class AlarmTicker {
  readonly #writer: Writer;
  readonly #clock: Clock;
  readonly #startedAtMs: number;
  #cursorMs: number | null = null;
  #nextDueMs = 0;

  constructor(writer: Writer, clock: Clock) {
    this.#writer = writer;
    this.#clock = clock;
    this.#startedAtMs = clock.now();
  }

  /** Something was written: what is due at this instant must be asked again, a tick may have come just before. */
  invalidate(): void {
    this.#nextDueMs = 0;
    if (this.#cursorMs !== null) this.#cursorMs = Math.min(this.#cursorMs, this.#clock.now() - 1);
  }

  /** Raises and carries up all that is due up to `untilMs` (default now). True when something was written. */
  async raise(untilMs = this.#clock.now()): Promise<boolean> {
    this.#cursorMs ??= (await lastActionMs(this.#writer.db)) - 1;
    this.#followClockBack();
    if (untilMs <= this.#cursorMs) return false;
    if (untilMs < this.#nextDueMs) {
      this.#cursorMs = untilMs;
      return false;
    }
    const planned = await plannedSeries(this.#writer.db, untilMs);
    const due = this.#stepsUntil(planned, untilMs);
    let raised = false;
    for (let n = 0; n < due.length; n += AT_ONCE) {
      if (n > 0) await new Promise(setImmediate);
      raised = (await this.#raiseAll(due.slice(n, n + AT_ONCE))) || raised;
    }
    const ahead = await escalationsAhead(this.#writer.db, untilMs);
    const up = ahead.filter((e) => e.dueAtMs <= untilMs);
    await this.#carryUp(up);
    this.#cursorMs = untilMs;
    this.#nextDueMs = nextDue(planned, ahead.slice(up.length), untilMs);
    return raised || up.length > 0;
  }

  /** A clock that was ahead and is set right must not silence what falls due until it gets there again. */
  #followClockBack(): void {
    const nowMs = this.#clock.now();
    if (this.#cursorMs === null || this.#cursorMs <= nowMs) return;
    this.#cursorMs = nowMs - 1;
    this.#nextDueMs = 0;
  }

  /** The next instant at which something can ring, epoch ms. */
  async nextDue(): Promise<number> {
    if (this.#nextDueMs === 0) {
      const nowMs = this.#clock.now();
      const sinceMs = Math.max(nowMs, this.#cursorMs ?? nowMs);
      const ahead = (await escalationsAhead(this.#writer.db, nowMs)).filter((e) => e.dueAtMs > sinceMs);
      this.#nextDueMs = nextDue(await plannedSeries(this.#writer.db, nowMs), ahead, sinceMs);
    }
    return this.#nextDueMs;
  }

  #stepsUntil(planned: readonly Planned[], untilMs: number): Due[] {
    const subjects = new Map(planned.map((p) => [p.series.subjectId, p.subject]));
    const order = byDueThenClass((subjectId) => subjects.get(subjectId)?.number ?? '');
    const after = this.#cursorMs ?? 0;
    return planned
      .flatMap(({ series, subject }) =>
        stepsBetween(series, after, untilMs).map((step) => {
          const rangAtMs = Math.max(step.dueAtMs, series.bornAtMs);
          return { step, subject, missed: rangAtMs < this.#startedAtMs, bornAtMs: series.bornAtMs };
        }),
      )
      .sort((a, b) => order(a.step, b.step));
  }

  async #raiseAll(due: readonly Due[]): Promise<boolean> {
    const fresh: { due: Due; again: AlarmRow | undefined }[] = [];
    for (const d of due) {
      const row = await raisedRow(this.#writer.db, d.step);
      if (!row || ringsAgain(row, d)) fresh.push({ due: d, again: row });
    }
    const [first] = fresh;
    if (!first) return false;
    const call = { path: 'alarm.raised', requestId: newId(), actorId: null, now: () => this.#clock.now() };
    await write(this.#writer, call, async (tx) => {
      tx.about('alarm', first.due.step.subjectId);
      for (const { due: d, again } of fresh) {
        if (again) await reviveAlarm(tx, again);
        else await raiseAlarm(tx, d.step, d.subject, d.missed);
      }
    });
    return true;
  }

  /** No new alarms: who was called up is recorded beside them, once for each step. */
  async #carryUp(due: readonly EscalationDue[]): Promise<void> {
    for (let n = 0; n < due.length; n += AT_ONCE) {
      const some = due.slice(n, n + AT_ONCE);
      const call = {
        path: 'alarm.escalated',
        requestId: newId(),
        actorId: null,
        now: () => this.#clock.now(),
      };
      await write(this.#writer, call, async (tx) => {
        tx.about('alarm', some[0]?.alarmId ?? '');
        for (const each of some) await recordEscalation(tx, each, each.dueAtMs < this.#startedAtMs);
      });
    }
  }
}

/** A step settled once rings again when the desk has learned of its deadline anew since it was raised. */
const ringsAgain = (row: AlarmRow, due: Due): boolean =>
  row.settled_at !== null && row.raised_at < due.bornAtMs && row.settled_at <= due.bornAtMs;

/** The next instant at which anything can ring or be carried up; asked again at least every hour. */
function nextDue(planned: readonly Planned[], ahead: readonly EscalationDue[], nowMs: number): number {
  const next = planned.map(
    (p) => stepsBetween(p.series, nowMs, nowMs + HORIZON_MS)[0]?.dueAtMs ?? nowMs + HORIZON_MS,
  );
  return Math.min(nowMs + HORIZON_MS, ...next, ...ahead.map((e) => e.dueAtMs));
}
