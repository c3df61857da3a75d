import i18next from 'i18next';
import type { Obligation } from '../../../shared/instructions/obligations.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Format } from '../../app/make-format.ts';
import { byDue } from '../../components/instruction/steps.ts';
import { teamLabel } from './teams.ts';

/** One sentence on what forbids closing, with who and until when (篇三 五(四)); empty when nothing does. */
export function blockingSentence(
  i: Instruction,
  owed: readonly Obligation[],
  format: Pick<Format, 'near'>,
  nowMs: number,
): string {
  if (owed.length === 0) return '';
  const t = i18next.t;
  const parts = byDue(owed).map((o) => {
    const text = t(($) => $.instructions.blocked[o.code], { who: whoOf(i, o) });
    if (o.dueAtMs === null) return text;
    const words = { text, time: format.near(o.dueAtMs, nowMs) };
    return o.dueAtMs > nowMs
      ? t(($) => $.instructions.blocked.due, words)
      : t(($) => $.instructions.blocked.past, words);
  });
  return t(($) => $.instructions.blocked.sentence, {
    list: [...new Set(parts)].join(t(($) => $.instructions.blocked.join)),
  });
}

function whoOf(i: Instruction, o: Obligation): string {
  if (o.code === 'leaderOrder') return i.orders.find((each) => each.id === o.orderId)?.who ?? '';
  if (o.code === 'followUp') return i.followUps.find((f) => f.done === null)?.owner ?? '';
  if (o.code === 'transfer') return i.scope?.competent ?? '';
  const team = i.dispatches.find((d) => d.id === o.dispatchId);
  return team ? teamLabel(i, team) : '';
}
