import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Handover, HandoverItem } from '../../../shared/handover/types.ts';
import { desk } from '../../app/client.ts';

export type Decision = { itemId: string; decision: 'accepted' | 'refused'; reason: string };

/**
 * The items as decided on the screen: what was just pressed shows at once and the next key never waits for the one before. What
 * the engine refuses falls back to how it was, and `error` says why.
 */
export function useDecisions(handover: Handover) {
  const queries = useQueryClient();
  const [sent, setSent] = useState<ReadonlyMap<string, Decision>>(new Map());
  const save = useMutation(
    desk.handover.decideItems.mutationOptions({
      onSuccess: (after) => {
        queries.setQueryData(desk.handover.view.queryKey(), (view) =>
          view?.current?.id === after.id ? { ...view, current: after } : view,
        );
      },
      onSettled: (_after, _error, { decisions }) =>
        setSent((all) => {
          const done = new Map(decisions.map((d) => [d.itemId, d.decision]));
          return new Map([...all].filter(([id, d]) => done.get(id) !== d.decision));
        }),
    }),
  );
  const items: HandoverItem[] = handover.items.map((item) => {
    const pressed = sent.get(item.id);
    return pressed ? { ...item, decision: pressed.decision, reason: pressed.reason } : item;
  });
  const decide = (decisions: Decision[]) => {
    if (decisions.length === 0) return;
    setSent((all) => new Map([...all, ...decisions.map((d) => [d.itemId, d] as const)]));
    save.mutate({ handoverId: handover.id, decisions });
  };
  return { items, decide, error: save.error };
}
