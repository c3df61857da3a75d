import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../shared/contract/handover.ts';
import type { Handover } from '../../../shared/handover/types.ts';
import type { Shift } from '../../../shared/shifts/types.ts';
import { desk, deskClient } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { useMayCall } from '../../app/session.ts';
import { Panel } from '../../components/Panel.tsx';
import { SignForm } from './SignForm.tsx';
import css from './sign.module.css';
import { openChecks } from './steps.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

type Props = { view: HandoverView; handover: Handover; onSigned: (handover: Handover) => void };

const leadOf = (shift: Shift | null) => shift?.members.find((m) => m.duty === 'shiftLead');

/** Both signatures by PIN: the outgoing lead first, then the incoming one, at which the desk changes hands. */
export function SignPanel({ view, handover, onSigned }: Props) {
  const { t } = useTranslation();
  const mayCall = useMayCall();
  const [withdrawing, setWithdrawing] = useState(false);
  const { undecided, uncounted } = openChecks(handover);
  const left = [
    undecided > 0 && t(($) => $.handover.sign.undecided, { count: undecided }),
    uncounted > 0 && t(($) => $.handover.sign.uncounted, { count: uncounted }),
  ].filter((words): words is string => typeof words === 'string');
  const waiting = !handover.outgoingSignature
    ? t(($) => $.handover.sign.waitOutgoing)
    : left.length > 0
      ? t(($) => $.handover.sign.twoLeft, { list: left.join(t(($) => $.common.listSeparator)) })
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
      <ClockStep sinceMs={handover.frozenAtMs} />
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

/** The system clock jumped after the freeze: the signatures would carry a time that does not fit, and somebody must know. */
function ClockStep({ sinceMs }: { sinceMs: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const step = useQuery(desk.desk.view.queryOptions()).data?.clockStep;
  // A jump backwards may stand before the freeze although it came after it.
  if (!step || step.atMs + Math.max(0, -step.byMs) < sinceMs) return null;
  const by = `${step.byMs < 0 ? '−' : '+'}${format.duration(step.byMs)}`;
  return (
    <p className={css.step} role="alert">
      ◆ {t(($) => $.handover.sign.clockStep, { at: format.timeSeconds(step.atMs), by })}
    </p>
  );
}
