import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Preparation } from '../../../shared/handover/types.ts';
import { desk } from '../../app/client.ts';

/** A pause in typing after which the preparation is saved. */
const PAUSE_MS = 600;

export type SaveState = 'saved' | 'saving' | 'unsaved';

/**
 * The preparation as it is being typed, saved by itself. What comes from the engine is taken over only while nothing
 * typed here is unsaved, so that nothing moves under the hands.
 */
export function usePreparation(stored: Preparation) {
  const [values, setValues] = useState(stored);
  const [state, setState] = useState<SaveState>('saved');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(stored);
  const save = useMutation(desk.handover.savePreparation.mutationOptions());
  const { mutate } = save;

  // Only what newly comes from the engine is taken over: right after a save the page still holds what stood before it.
  const standing = useRef(state);
  standing.current = state;
  useEffect(() => {
    if (standing.current === 'saved') setValues(stored);
  }, [stored]);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const sent = latest.current;
    mutate(sent, {
      onSuccess: () => setState((now) => (latest.current === sent ? 'saved' : now)),
      onError: () => setState('unsaved'),
    });
  }, [mutate]);

  const change = useCallback(
    (next: Preparation) => {
      latest.current = next;
      setValues(next);
      setState('saving');
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, PAUSE_MS);
    },
    [flush],
  );

  // Leaving the page must not lose the last words.
  useEffect(
    () => () => {
      if (timer.current !== undefined) flush();
    },
    [flush],
  );

  return { values, change, state, error: save.error };
}
