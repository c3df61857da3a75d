import { useEffect, useState } from 'react';
import type { Sheet } from '../../../shared/handover/types.ts';

/** A pause after which the paper follows. */
const REST_MS = 400;

/**
 * The sheet once nothing has changed for a moment: while the relief decides item after item the paper waits, so that no key does.
 * Another handover's sheet shows at once.
 */
export function useSettled(sheet: Sheet | null | undefined): Sheet | null | undefined {
  const [settled, setSettled] = useState(sheet);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(sheet), REST_MS);
    return () => clearTimeout(timer);
  }, [sheet]);
  return settled?.handover.id === sheet?.handover.id && settled?.handover.status === sheet?.handover.status
    ? settled
    : sheet;
}
