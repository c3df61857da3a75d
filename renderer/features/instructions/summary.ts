import i18next from 'i18next';
import type { InstructionEvent } from '../../../shared/instructions/types.ts';
import type { Format } from '../../app/format.ts';

/** One sentence for an event, in the window's language. */
export function summaryOf(
  event: InstructionEvent,
  format: Format,
  categoryName: (no: string) => string,
): string {
  const t = i18next.t;
  switch (event.name) {
    case 'decline':
      return t(($) => $.instructions.summary.decline, event.input);
    case 'duplicate':
      return t(($) => $.instructions.summary.duplicate);
    case 'void':
      return t(($) => $.instructions.summary.void, event.input);
    case 'dispatch': {
      const { takenBy } = event.input;
      const taken = takenBy ? `，${t(($) => $.instructions.summary.take, { takenBy })}` : '';
      return t(($) => $.instructions.summary.dispatch, { to: event.resolved.to?.name ?? '', takenBy: taken });
    }
    case 'take':
      return t(($) => $.instructions.summary.take, event.input);
    case 'recall':
      return t(($) => $.instructions.summary.recall, event.input);
    case 'notify':
      return t(($) => $.instructions.summary.notify, event.input);
    case 'orderDone':
      return t(($) => $.instructions.summary.orderDone, event.input);
    case 'raiseSeverity':
      return t(($) => $.instructions.summary.raiseSeverity, {
        to: t(($) => $.instructions.severity[event.input.to]),
        notified: event.input.notified,
      });
    case 'enRoute':
      return t(($) => $.instructions.summary.enRoute, {
        members: event.input.members.join(t(($) => $.common.listSeparator)),
        vehicle: event.input.vehicle,
      });
    case 'turnout':
      return t(($) => $.instructions.summary.turnout, {
        crew: event.input.members.join(t(($) => $.common.listSeparator)),
      });
    case 'returned':
      return t(($) => $.instructions.summary.returned);
    case 'delayed':
      return t(($) => $.instructions.summary.delayed, event.input);
    case 'onScene':
      return t(($) => $.instructions.summary.onScene, event.input);
    case 'sceneReport':
      return t(($) => $.instructions.summary.sceneReport, event.input);
    case 'confirmScope':
      return event.input.inScope
        ? t(($) => $.instructions.summary.inScope)
        : t(($) => $.instructions.summary.outOfScope, event.input);
    case 'transfer':
      return t(($) => $.instructions.summary.transfer, event.input);
    case 'resolve':
      return t(($) => $.instructions.summary.resolve, event.input);
    case 'reportBack':
      return t(($) => $.instructions.summary.reportBack, event.input);
    case 'followUp':
      return t(($) => $.instructions.summary.followUp, {
        ...event.input,
        due: format.dateTime(event.input.dueAtMs),
      });
    case 'followUpNote':
      return t(($) => $.instructions.summary.followUpNote, event.input);
    case 'followUpDone':
      return t(($) => $.instructions.summary.followUpDone, event.input);
    case 'close':
      return t(($) => $.instructions.summary.close);
    case 'reopen':
      return t(($) => $.instructions.summary.reopen, event.input);
    case 'restore':
      return t(($) => $.instructions.summary.restore, event.input);
    case 'correct':
      return t(($) => $.instructions.summary.correct, {
        field: t(($) => $.instructions.correctField[event.input.field]),
        value: correctedValue(event.input, format, categoryName),
        reason: event.input.reason,
      });
  }
}

type Correction = Extract<InstructionEvent, { name: 'correct' }>['input'];

function correctedValue(input: Correction, format: Format, categoryName: (no: string) => string): string {
  const { field, zone, timeMs, text = '' } = input;
  if (field === 'zone' && zone) return i18next.t(($) => $.common.zone[zone]);
  if ((field === 'takenAt' || field === 'arrivedAt') && timeMs !== undefined) return format.dateTime(timeMs);
  return field === 'category' ? categoryName(text) : text;
}

/** What stood before a correction, in words; empty when the event corrected nothing. */
export function beforeOf(
  event: InstructionEvent,
  format: Format,
  categoryName: (no: string) => string,
): string {
  const before = event.resolved.before;
  if (event.name !== 'correct' || before === undefined) return '';
  const { field } = event.input;
  if (field === 'takenAt' || field === 'arrivedAt') return format.dateTime(Number(before));
  if (field === 'zone' && (before === 'mainUrban' || before === 'other'))
    return i18next.t(($) => $.common.zone[before]);
  return field === 'category' ? categoryName(before) : before;
}
