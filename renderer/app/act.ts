import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { z } from 'zod';
import type { ActionName, actionSchemas, Instruction } from '../../shared/instructions/types.ts';
import { desk, deskClient } from './client.ts';

/** The input of an action as it may be sent: what has a default may be left out. */
export type ActionDraft<A extends ActionName> = z.input<(typeof actionSchemas)[A]>;

type Call = (input: { id: string; version?: number; action: unknown }) => Promise<Instruction>;

/** One action on one instruction; `version` refuses a stale screen. */
export function act<A extends ActionName>(
  i: Pick<Instruction, 'id' | 'version'>,
  action: A,
  input: ActionDraft<A>,
): Promise<Instruction> {
  // Every action procedure has this shape; the compiler cannot follow the union of twenty of them.
  const call = deskClient.instructions[action] as unknown as Call;
  return call({ id: i.id, version: i.version, action: input });
}

/** `act`, and the reply shown at once: the next key press must not meet the old version. */
export function useAct() {
  const queries = useQueryClient();
  return useCallback(
    async <A extends ActionName>(
      i: Pick<Instruction, 'id' | 'version'>,
      action: A,
      input: ActionDraft<A>,
    ) => {
      const after = await act(i, action, input);
      queries.setQueryData(desk.instructions.live.queryKey(), (all) =>
        all?.map((each) => (each.id === after.id ? { ...after, linked: each.linked } : each)),
      );
      return after;
    },
    [queries],
  );
}
