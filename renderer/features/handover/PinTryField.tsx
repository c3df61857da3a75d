import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.ts';
import { PinField } from '../../components/PinField.tsx';
import { problemText } from './problem.ts';
import css from './sign.module.css';
import type { usePinTry } from './use-pin-try.ts';

type Props = { label: string; disabled?: boolean; attempt: ReturnType<typeof usePinTry> };

/** The PIN with its refusal under it, and the seconds to wait counting down; the field itself stays open. */
export function PinTryField({ label, disabled, attempt }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { pin, setPin, error, waitSeconds } = attempt;
  const box = useRef<HTMLDivElement>(null);

  // The refusal makes the form grow at the end of a long page: all of it comes into sight, whatever was typed.
  useEffect(() => {
    if (error !== null) (box.current?.closest('form') ?? box.current)?.scrollIntoView({ block: 'nearest' });
  }, [error]);

  return (
    <div ref={box}>
      <PinField
        label={label}
        value={pin}
        disabled={disabled}
        error={error !== null && pin === '' ? problemText(error) : undefined}
        onChange={setPin}
      />
      {waitSeconds > 0 && (
        // Read out once with the refusal, not every second.
        <p className={css.wait} role="timer" aria-live="off">
          ◆ {t(($) => $.handover.sign.wait, { seconds: format.seconds(waitSeconds) })}
        </p>
      )}
    </div>
  );
}
