import { ORPCError } from '@orpc/client';
import { useRef, useState } from 'react';
import { useNow } from '../../app/now.ts';

/** When the next try is taken, as the engine said with its refusal; null when it may be tried at once. */
export function retryAtOf(error: unknown): number | null {
  if (!(error instanceof ORPCError)) return null;
  const { retryAtMs } = (error.data ?? {}) as { retryAtMs?: unknown };
  return typeof retryAtMs === 'number' ? retryAtMs : null;
}

/** A PIN that was tried is gone; one that never arrived stays to be sent again. */
const wasTried = (error: unknown) => !(error instanceof ORPCError && String(error.code) === 'engineDown');

/**
 * Signing by PIN: one attempt at a time however often it is pressed, and after too many wrong ones the wait that the engine
 * asks for, in whole seconds, while everything else on the screen goes on.
 */
export function usePinTry<T>(sign: (pin: string) => Promise<T>, onSigned: (value: T) => void) {
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const underWay = useRef(false);
  const now = useNow();
  const retryAtMs = retryAtOf(error);
  const waitSeconds = retryAtMs === null ? 0 : Math.max(0, Math.ceil((retryAtMs - now) / 1000));

  const attempt = async () => {
    if (underWay.current || pin.length !== 6 || waitSeconds > 0) return;
    underWay.current = true;
    setBusy(true);
    setError(null);
    try {
      onSigned(await sign(pin));
      setPin('');
    } catch (refusal) {
      setError(refusal);
      if (wasTried(refusal)) setPin('');
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };
  return { pin, setPin, busy, error, waitSeconds, attempt };
}
