import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover, Signature } from '../../../shared/handover/types.ts';
import { useFormat } from '../../app/format.ts';
import { PinTryField } from './PinTryField.tsx';
import css from './sign.module.css';
import { usePinTry } from './use-pin-try.ts';

type Props = {
  action: string;
  lead: { personId: string; name: string } | undefined;
  signature: Signature | null;
  /** Why it cannot be signed yet. */
  waiting?: string | undefined;
  sign: (personId: string, pin: string) => Promise<Handover>;
  onSigned: (handover: Handover) => void;
};

/** One signature: the lead's PIN, or who signed when. */
export function SignForm({ action, lead, signature, waiting, sign, onSigned }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = usePinTry((pin) => sign(lead?.personId ?? '', pin), onSigned);
  if (signature) {
    return (
      <div className={css.signBox} data-done>
        <b>{action}</b>
        <span className={css.signed} role="status">
          ✓{' '}
          {t(($) => $.handover.sign.signed, { name: signature.name, at: format.timeSeconds(signature.atMs) })}
        </span>
      </div>
    );
  }
  const closed = !lead || waiting !== undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!closed) void attempt.attempt();
  };
  return (
    <form className={css.signBox} onSubmit={submit} noValidate>
      <b>{lead ? t(($) => $.handover.sign.lead, { name: lead.name }) : t(($) => $.handover.sign.noLead)}</b>
      <PinTryField
        label={t(($) => $.handover.sign.pin, { name: lead?.name ?? '' })}
        disabled={closed}
        attempt={attempt}
      />
      <Button
        type="submit"
        variant="filled"
        disabled={closed || attempt.pin.length < 6 || attempt.waitSeconds > 0}
        loading={attempt.busy}
      >
        {action}
      </Button>
      {waiting !== undefined && <span className={css.dim}>{waiting}</span>}
    </form>
  );
}
