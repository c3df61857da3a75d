import { useQueryClient } from '@tanstack/react-query';
import type { PostureStep } from '../../../shared/posture/types.ts';
import { desk, deskClient } from '../../app/client.ts';

/** What is sent of a step; without an id it is a new one. */
export type StepInput = { id?: string; text: string; note: string; done: boolean; dropped: boolean };

/** A step as it would be sent unchanged. */
export const inputOf = (s: PostureStep): StepInput => ({
  id: s.id,
  text: s.text,
  note: s.note,
  done: s.doneAtMs !== null,
  dropped: s.dropped,
});

/** Saves a step and shows the reply at once. */
export function useSaveStep() {
  const queries = useQueryClient();
  return async (step: StepInput) => {
    const after = await deskClient.posture.saveStep(step);
    queries.setQueryData(desk.posture.view.queryKey(), after);
  };
}
