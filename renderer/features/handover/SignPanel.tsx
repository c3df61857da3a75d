import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../shared/contract/handover.ts';
import type { Handover, Signature } from '../../../shared/handover/types.ts';
import type { Shift } from '../../../shared/shifts/types.ts';
import { deskClient } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { useMayCall } from '../../app/session.ts';
import { Panel } from '../../components/Panel.tsx';
import { PinField } from '../../components/PinField.tsx';
import css from './handover.module.css';
import { problemText } from './problem.ts';
import { openChecks } from './steps.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

type Props = { view: HandoverView; handover: Handover; onSigned: (handover: Handover) => void };

/** Both signatures by PIN: the outgoing lead first, then the incoming one, at which the desk changes hands. */
export function SignPanel({ view, handover, onSigned }: Props) {
  const { t } = useTranslation();
  const mayCall = useMayCall();
  const [withdrawing, setWithdrawing] = useState(false);
  const checks = openChecks(handover);
  const unchecked = checks.undecided + checks.uncounted > 0;
  const waiting = !handover.outgoingSignature
    ? t(($) => $.handover.sign.waitOutgoing)
    : unchecked
      ? t(($) => $.handover.sign.waitChecks)
      : undefined;
  return (
    <Panel
      title={t(($) => $.handover.sign.title)}
      actions={
        mayCall('handover.withdraw') && (
          <Button onClick={() => setWithdrawing(true)}>{t(($) => $.handover.withdraw.action)}</Button>
        )
      }
    >
      {withdrawing && <WithdrawDialog handoverId={handover.id} onClose={() => setWithdrawing(false)} />}
      <div className={css.signatures}>
        <SignForm
          action={t(($) => $.handover.sign.outgoing)}
          lead={leadOf(view.holder)}
          signature={handover.outgoingSignature}
          sign={(personId, pin) =>
            deskClient.handover.signOutgoing({ handoverId: handover.id, personId, pin })
          }
          onSigned={onSigned}
        />
        <SignForm
          action={t(($) => $.handover.sign.incoming)}
          lead={leadOf(view.relief)}
          signature={handover.incomingSignature}
          waiting={waiting}
          sign={(personId, pin) =>
            deskClient.handover.signIncoming({ handoverId: handover.id, personId, pin })
          }
          onSigned={onSigned}
        />
      </div>
    </Panel>
  );
}

const leadOf = (shift: Shift | null) => shift?.members.find((m) => m.duty === 'shiftLead');

type FormProps = {
  action: string;
  lead: { personId: string; name: string } | undefined;
  signature: Signature | null;
  waiting?: string | undefined;
  sign: (personId: string, pin: string) => Promise<Handover>;
  onSigned: (handover: Handover) => void;
};

function SignForm({ action, lead, signature, waiting, sign, onSigned }: FormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [pin, setPin] = useState('');
  const save = useMutation({
    mutationFn: (personId: string) => sign(personId, pin),
    onSuccess: onSigned,
    onSettled: () => setPin(''),
  });
  if (signature) {
    return (
      <div className={css.signBox} data-done>
        <b>{action}</b>
        <span className={css.arrived}>
          ✓{' '}
          {t(($) => $.handover.sign.signed, { name: signature.name, at: format.timeSeconds(signature.atMs) })}
        </span>
      </div>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lead && pin.length === 6 && !save.isPending) save.mutate(lead.personId);
  };
  return (
    <form className={css.signBox} onSubmit={submit} noValidate>
      <b>{lead ? t(($) => $.handover.sign.lead, { name: lead.name }) : t(($) => $.handover.sign.noLead)}</b>
      <PinField
        label={t(($) => $.handover.sign.pin, { name: lead?.name ?? '' })}
        value={pin}
        disabled={!lead || waiting !== undefined}
        error={save.isError && pin === '' ? problemText(save.error, format.timeSeconds) : undefined}
        onChange={setPin}
      />
      <Button
        type="submit"
        variant="filled"
        disabled={!lead || waiting !== undefined || pin.length < 6}
        loading={save.isPending}
      >
        {action}
      </Button>
      {waiting !== undefined && <span className={css.dim}>{waiting}</span>}
    </form>
  );
}
