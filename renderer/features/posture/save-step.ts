import { useQueryClient } from '@tanstack/react-query';
import type { PostureStepInput } from '../../../shared/posture/types.ts';
import { desk, deskClient } from '../../app/client.ts';

/** Saves what was changed of a step, without an id a new one, and shows the reply at once. */
export function useSaveStep() {
  const queries = useQueryClient();
  return async (step: PostureStepInput) => {
    const after = await deskClient.posture.saveStep(step);
    queries.setQueryData(desk.posture.view.queryKey(), after);
  };
}
