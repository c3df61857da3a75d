import i18next from 'i18next';
import type { Obligation } from '../../../shared/instructions/obligations.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';

/** With whom or what one thing owed rests: the team, the order, the follow-up's owner, the department asked to come. */
export function owedAbout(i: Instruction, o: Obligation): string {
  switch (o.code) {
    case 'leaderOrder': {
      const order = i.orders.find((each) => each.id === o.orderId);
      return order ? i18next.t(($) => $.instructions.owedLine.order, order) : '';
    }
    case 'followUp': {
      const open = i.followUps.find((f) => f.done === null);
      return open ? `${open.text} · ${open.owner}` : '';
    }
    case 'transfer':
      return i.scope?.competent ?? '';
    default:
      return i.dispatches.find((d) => d.id === o.dispatchId)?.to.name ?? '';
  }
}
