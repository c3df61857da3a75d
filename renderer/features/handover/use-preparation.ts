import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Preparation } from '../../../shared/handover/types.ts';
import { desk } from '../../app/client.ts';
import { notifyError } from '../../app/errors.ts';

/** A pause in typing after which the preparation is saved. */
const PAUSE_MS = 600;

export type SaveState = 'saved' | 'saving' | 'unsaved';

/** What was typed for a shift and refused: it is there again when the panel is (a frozen sheet was taken back). */
const refused = new Map<string, Preparation>();

/**
 * The preparation of a shift as it is being typed, saved by itself. What comes from the engine is taken over only while nothing
 * typed here is unsaved, so that nothing moves under the hands.
 */
export function usePreparation(shiftId: string, stored: Preparation) {
  const [values, setValues] = useState(refused.get(shiftId) ?? stored);
  const [state, setState] = useState<SaveState>(refused.has(shiftId) ? 'unsaved' : 'saved');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(values);
  const shown = useRef(true);
  const save = useMutation(
    desk.handover.savePreparation.mutationOptions({
      onSuccess: () => refused.delete(shiftId),
      onError: (error) => {
        refused.set(shiftId, latest.current);
        // The panel has gone (the sheet was frozen, the desk changed hands): it cannot say it any more.
        if (!shown.current) notifyError(error);
      },
    }),
  );
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
    mutate(
      { ...sent, shiftId },
      {
        onSuccess: () => setState((now) => (latest.current === sent ? 'saved' : now)),
        onError: () => setState('unsaved'),
      },
    );
  }, [mutate, shiftId]);

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

  /** Saves at once what waits for a pause: who leaves a field may be on the way to freezing the sheet. */
  const settle = useCallback(() => {
    if (timer.current !== undefined) flush();
  }, [flush]);

  // What was refused tries again when the panel is back: the sheet was taken back, the engine answers.
  useEffect(() => {
    if (refused.has(shiftId)) flush();
  }, [shiftId, flush]);

  // Leaving the page must not lose the last words.
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
      settle();
    };
  }, [settle]);

  return { values, change, settle, state, error: save.error };
}
