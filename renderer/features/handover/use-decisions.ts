import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
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
        setSent((all) => new Map([...all].filter(([, pressed]) => !decisions.includes(pressed)))),
    }),
  );
  const items: HandoverItem[] = handover.items.map((item) => {
    const pressed = sent.get(item.id);
    return pressed ? { ...item, decision: pressed.decision, reason: pressed.reason } : item;
  });
  const waiting = useRef<Decision[]>([]);
  const underWay = useRef(false);
  /** One call at a time; what was pressed meanwhile goes together with the next. */
  const flush = async () => {
    if (underWay.current) return;
    underWay.current = true;
    try {
      while (waiting.current.length > 0) {
        const decisions = waiting.current;
        waiting.current = [];
        await save.mutateAsync({ handoverId: handover.id, decisions });
      }
    } catch {
      // The refusal stands in `error`; what waited behind it is refused for the same reason and falls back.
      const left = waiting.current;
      waiting.current = [];
      setSent((all) => new Map([...all].filter(([, pressed]) => !left.includes(pressed))));
    } finally {
      underWay.current = false;
    }
  };
  const decide = (decisions: Decision[]) => {
    if (decisions.length === 0) return;
    setSent((all) => new Map([...all, ...decisions.map((d) => [d.itemId, d] as const)]));
    waiting.current.push(...decisions);
    void flush();
  };
  return { items, decide, error: save.error };
}
