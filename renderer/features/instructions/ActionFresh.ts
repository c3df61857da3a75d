import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { InstructionDetail } from '../../../shared/contract/instructions.ts';
import type { ActionName, Instruction } from '../../../shared/instructions/types.ts';
import { type ActionDraft, useAct } from '../../app/act.ts';
import { desk } from '../../app/client.ts';
import { codeOf, errorText } from '../../app/errors.ts';

/** How long what changed must have stood on the screen before a press of the button may count as said with it in view. */
const SEEN_AFTER_MS = 1000;

export type Fresh = {
  /** The newest the window knows. */
  now: Instruction;
  /** What others recorded since the form was opened. */
  news: InstructionDetail['events'];
  /** Why the last press was refused; null when it was not, or when the fault lies at a field. */
  refusal: string | null;
  /** Whether the next press is sent with the changes in view. */
  seen: boolean;
  send: <A extends ActionName>(action: A, input: ActionDraft<A>) => Promise<Instruction>;
  /** Keeps a refusal that belongs to the record, not to a field; false when it is none. */
  keep: (error: unknown) => boolean;
};

/**
 * A form on an instruction that others may act on meanwhile: it sends the version its writer has seen, and learns what
 * changed since it was opened. `since` is the version to count from where that is older than the one given.
 */
export function useFresh(given: Instruction, since?: number): Fresh {
  const act = useAct();
  const [base] = useState(since ?? given.version);
  const [seen, setSeen] = useState(base);
  const [refusal, setRefusal] = useState<string | null>(null);
  const live = useQuery(desk.instructions.live.queryOptions()).data?.find((i) => i.id === given.id);
  const known = Math.max(given.version, live?.version ?? 0);
  const behind = known > base || refusal !== null;
  const query = useQuery(desk.instructions.get.queryOptions({ input: { id: given.id }, enabled: behind }));
  const detail = query.data?.instruction.id === given.id ? query.data : undefined;
  const now = [given, live, detail?.instruction].reduce<Instruction>(
    (newest, each) => (each && each.version > newest.version ? each : newest),
    given,
  );
  const shown = behind && detail ? detail.instruction.version : base;
  const { refetch } = query;

  useEffect(() => {
    if (shown <= seen) return;
    // After a refusal the button must be pressed again anyway.
    const timer = setTimeout(() => setSeen(shown), refusal === null ? SEEN_AFTER_MS : 0);
    return () => clearTimeout(timer);
  }, [shown, seen, refusal]);

  const send = useCallback(
    <A extends ActionName>(action: A, input: ActionDraft<A>) => {
      setRefusal(null);
      return act({ id: given.id, version: seen }, action, input);
    },
    [act, given.id, seen],
  );
  const keep = useCallback(
    (error: unknown) => {
      const code = codeOf(error);
      if (code !== 'conflict' && code !== 'owed') return false;
      setRefusal(errorText(error));
      void refetch();
      return true;
    },
    [refetch],
  );
  const news = behind && detail ? detail.events.slice(base - 1) : [];
  return { now, news, refusal, seen: seen > base, send, keep };
}
