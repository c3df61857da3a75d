import i18next from 'i18next';
import type { Instruction, InstructionEvent, Means } from '../../../shared/instructions/types.ts';
import type { Format } from '../../app/make-format.ts';
import { teamLabel } from './teams.ts';

/** What the words of an event need besides the event. */
export type SummaryContext = {
  instruction: Instruction;
  format: Format;
  categoryName: (no: string) => string;
};

/** One sentence for an event, in the window's language; with its team where several were sent. */
export function summaryOf(event: InstructionEvent, ctx: SummaryContext): string {
  const text = sentence(event, ctx);
  const { dispatches } = ctx.instruction;
  const team = dispatches.find((d) => d.id === event.resolved.dispatchId);
  if (!team || dispatches.length < 2 || event.name === 'dispatch') return text;
  return i18next.t(($) => $.instructions.summary.team, { team: teamLabel(ctx.instruction, team), text });
}

/** Parts of a sentence one after another; what is empty or false is left out. */
const joined = (...parts: (string | false | null | undefined)[]): string =>
  parts
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .join(i18next.t(($) => $.instructions.summary.join));

const by = (text: string, means: Means): string =>
  i18next.t(($) => $.instructions.summary.by, { text, means: i18next.t(($) => $.common.means[means]) });

/** Events stored by an earlier version know no means: it was the telephone. */
const meansOf = (input: { means?: Means }): Means => input.means ?? 'phone';

function crewWords(input: { members: string[]; vehicle: string; uniformed: boolean | null }): string {
  const t = i18next.t;
  const { members, vehicle, uniformed } = input;
  const dress = uniformed === null ? '' : uniformed ? 'yes' : 'no';
  return joined(
    members.join(t(($) => $.common.listSeparator)),
    vehicle,
    dress !== '' && t(($) => $.instructions.yesNo.uniformed[dress]),
  );
}

function sentence(event: InstructionEvent, ctx: SummaryContext): string {
  const t = i18next.t;
  const { format } = ctx;
  switch (event.name) {
    case 'decline':
      return t(($) => $.instructions.summary.decline, event.input);
    case 'duplicate':
      return t(($) => $.instructions.summary.duplicate);
    case 'void':
      return t(($) => $.instructions.summary.void, event.input);
    case 'dispatch': {
      const { takenBy, leaderNeeded, despite } = event.input;
      return joined(
        t(($) => $.instructions.summary.dispatch, { to: event.resolved.to?.name ?? '' }),
        takenBy !== '' &&
          by(
            t(($) => $.instructions.summary.take, { takenBy }),
            meansOf(event.input),
          ),
        leaderNeeded && t(($) => $.instructions.summary.leaderNeeded),
        despite && t(($) => $.instructions.summary.despite, { reason: despite }),
      );
    }
    case 'take':
      return by(
        t(($) => $.instructions.summary.take, event.input),
        meansOf(event.input),
      );
    case 'recall':
      return t(($) => $.instructions.summary.recall, event.input);
    case 'notify': {
      const { who, through, text, order } = event.input;
      return joined(
        by(
          t(($) => $.instructions.summary.notify, { who }),
          meansOf(event.input),
        ),
        through && t(($) => $.instructions.summary.through, { through }),
        text,
        order && t(($) => $.instructions.summary.order, { ...order, due: format.dateTime(order.dueAtMs) }),
      );
    }
    case 'orderDone': {
      const order = ctx.instruction.orders.find((o) => o.id === event.resolved.orderId);
      return joined(
        t(($) => $.instructions.summary.orderDone, event.input),
        order?.who,
      );
    }
    case 'raiseSeverity': {
      const { to, notified } = event.input;
      return joined(
        t(($) => $.instructions.summary.raiseSeverity, { to: t(($) => $.instructions.severity[to]) }),
        notified !== '' &&
          by(
            t(($) => $.instructions.summary.notify, { who: notified }),
            meansOf(event.input),
          ),
      );
    }
    case 'enRoute':
      return joined(
        t(($) => $.instructions.summary.enRoute),
        crewWords(event.input),
      );
    case 'turnout':
      return joined(
        t(($) => $.instructions.summary.turnout),
        crewWords(event.input),
      );
    case 'returned':
      return t(($) => $.instructions.summary.returned);
    case 'delayed': {
      const { expectedAtMs } = event.input;
      return joined(
        t(($) => $.instructions.summary.delayed, event.input),
        expectedAtMs !== null && t(($) => $.instructions.summary.expected, { at: format.time(expectedAtMs) }),
      );
    }
    case 'onScene':
      return joined(
        t(($) => $.instructions.summary.onScene),
        event.input.text,
      );
    case 'sceneReport':
      return t(($) => $.instructions.summary.sceneReport, event.input);
    case 'confirmScope':
      return scopeWords(event.input);
    case 'transfer': {
      const { to, receiver, orderKept = null, text } = event.input;
      return joined(
        t(($) => $.instructions.summary.transfer, { to }),
        t(($) => $.instructions.summary.receiver, { receiver }),
        orderKept === true && t(($) => $.instructions.summary.orderKept),
        orderKept === false && t(($) => $.instructions.summary.orderNotKept),
        text,
      );
    }
    case 'resolve': {
      const { code } = event.resolved;
      const { text } = event.input;
      // A code whose word is the whole text says nothing twice.
      return code && code !== text
        ? t(($) => $.instructions.summary.resolveCode, { code, text })
        : t(($) => $.instructions.summary.resolve, { text });
    }
    case 'reportBack': {
      const list = (event.resolved.linked ?? []).join(t(($) => $.common.listSeparator));
      return list === ''
        ? t(($) => $.instructions.summary.reportBack, event.input)
        : t(($) => $.instructions.linked.reported, { ...event.input, list });
    }
    case 'followUp': {
      const { dueAtMs, remindAtMs = null } = event.input;
      return joined(
        t(($) => $.instructions.summary.followUp, { ...event.input, due: format.dateTime(dueAtMs) }),
        remindAtMs !== null && t(($) => $.instructions.summary.remind, { at: format.dateTime(remindAtMs) }),
      );
    }
    case 'followUpNote': {
      const { dueAtMs, remindAtMs } = event.input;
      return joined(
        t(($) => $.instructions.summary.followUpNote, event.input),
        dueAtMs !== undefined && t(($) => $.instructions.summary.dueMoved, { at: format.dateTime(dueAtMs) }),
        typeof remindAtMs === 'number' &&
          t(($) => $.instructions.summary.remind, { at: format.dateTime(remindAtMs) }),
      );
    }
    case 'followUpDone':
      return t(($) => $.instructions.summary.followUpDone, event.input);
    case 'close':
      return t(($) => $.instructions.summary.close);
    case 'reopen':
      return t(($) => $.instructions.summary.reopen, event.input);
    case 'restore':
      return t(($) => $.instructions.summary.restore, event.input);
    case 'correct': {
      const { field, before, value, reason } = correctionOf(event, ctx);
      return t(($) => $.instructions.summary.correct, { field, before, value, reason });
    }
  }
}

function scopeWords(input: Extract<InstructionEvent, { name: 'confirmScope' }>['input']): string {
  const t = i18next.t;
  if (input.inScope) return t(($) => $.instructions.summary.inScope);
  const { kind = 'theirs', explainedTo, competent = '' } = input;
  return joined(
    t(($) => $.instructions.summary.outOfScope, { kind: t(($) => $.instructions.outOfScopeKind[kind]) }),
    explainedTo !== '' && t(($) => $.instructions.summary.explained, { to: explainedTo }),
    competent !== '' && t(($) => $.instructions.summary.asked, { competent }),
  );
}

/** A correction in words: which field, what stood before, what stands now, why (both stay visible). */
export function correctionOf(
  event: Extract<InstructionEvent, { name: 'correct' }>,
  ctx: SummaryContext,
): { field: string; before: string; value: string; reason: string } {
  const { field, reason } = event.input;
  return {
    field: i18next.t(($) => $.instructions.correctField[field]),
    before: inWords(field, event.resolved.before ?? '', ctx),
    value: inWords(field, newValue(event.input), ctx),
    reason,
  };
}

type Correction = Extract<InstructionEvent, { name: 'correct' }>['input'];

function newValue({ field, zone, timeMs, text }: Correction): string {
  if (field === 'zone') return zone ?? '';
  return timedFields.has(field) ? String(timeMs ?? '') : (text ?? '');
}

const timedFields: ReadonlySet<Correction['field']> = new Set(['takenAt', 'arrivedAt', 'issuedAt']);

function inWords(field: Correction['field'], value: string, ctx: SummaryContext): string {
  if (value === '') return i18next.t(($) => $.instructions.summary.nothing);
  if (timedFields.has(field)) return ctx.format.dateTime(Number(value));
  if (value === 'mainUrban' || value === 'other')
    return field === 'zone' ? i18next.t(($) => $.common.zone[value]) : value;
  return field === 'category' ? ctx.categoryName(value) : value;
}
