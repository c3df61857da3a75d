import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../shared/contract/handover.ts';
import { openPreparation } from '../../../shared/handover/prepare.ts';
import { isLongBefore } from '../../../shared/shifts/rules.ts';
import { crewOf } from '../../../shared/shifts/types.ts';
import { desk } from '../../app/client.ts';
import { fieldMessage } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { useLastBackupMs } from '../../app/last-backup.ts';
import { useNow } from '../../app/now.ts';
import { useMayCall } from '../../app/session.ts';
import { CrewRules } from '../../components/crew/CrewRules.tsx';
import { FieldError } from '../../components/FieldError.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { submitOnCtrlEnter } from '../../components/submit-on-ctrl-enter.ts';
import css from './handover.module.css';
import { problemText } from './problem.ts';

type Props = {
  view: HandoverView;
  onClose: () => void;
  /** Names the relief first. */
  onPlan: () => void;
};

/** What will be frozen, at a glance, and the button 冻结; in mid-shift with a reason. */
export function FreezeDialog({ view, onClose, onPlan }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayCall = useMayCall();
  const now = useNow(60_000);
  const { holder, relief, draftItems, draft, preparation } = view;
  const left = (holder?.plannedEndMs ?? now) - now;
  const early = holder ? isLongBefore(holder, now) : false;
  const [chosen, setExtra] = useState(false);
  // Long before the changeover there is no other kind: a regular one would take the morning's handover away.
  const extra = early || chosen;
  const [reason, setReason] = useState('');
  const [reasonError, setReasonError] = useState<string>();
  const freeze = useMutation(desk.handover.freeze.mutationOptions({ onSuccess: onClose }));
  const absent = relief?.members.filter((m) => m.signedInAtMs === null).map((m) => m.name) ?? [];
  const missing = openPreparation({ preparation, lastBackupMs: useLastBackupMs(), nowMs: now });
  const mayFreeze = mayCall('handover.freeze');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Ctrl+Enter arrives here although the button is closed.
    if (freeze.isPending || !relief || !mayFreeze) return;
    if (extra && reason.trim() === '') setReasonError(fieldMessage('required'));
    else freeze.mutate({ extraReason: extra ? reason : '' });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ size: 'lg', 'aria-label': t(($) => $.common.close) }}
      size="lg"
      title={t(($) => $.handover.freeze.title)}
    >
      <form className={css.stack} noValidate onSubmit={submit} onKeyDown={submitOnCtrlEnter}>
        <p className={css.plain}>{t(($) => $.handover.freeze.text)}</p>
        <dl className={css.facts}>
          <dt>{t(($) => $.handover.freeze.incoming)}</dt>
          <dd>
            {relief && [...new Set(relief.members.map((m) => m.name))].join(t(($) => $.common.listSeparator))}
            {!relief && (
              <span className={css.noRelief}>
                <span className={css.warn}>◆ {t(($) => $.handover.freeze.noRelief)}</span>
                <Button
                  variant="outline"
                  size="compact-md"
                  disabled={!mayCall('shifts.planRelief')}
                  onClick={onPlan}
                >
                  {t(($) => $.handover.relief.plan)}
                </Button>
              </span>
            )}
            {relief && <CrewRules crew={crewOf(relief)} which={extra ? 'present' : 'coming'} onlyFaults />}
            {absent.length > 0 && (
              <span className={css.warn}>
                ◆{' '}
                {t(($) => $.handover.freeze.notPresent, {
                  names: absent.join(t(($) => $.common.listSeparator)),
                })}
              </span>
            )}
          </dd>
          <dt>{t(($) => $.handover.freeze.selfTest)}</dt>
          <dd>
            {missing.length === 0 ? (
              t(($) => $.handover.freeze.complete)
            ) : (
              <span className={css.warn}>
                ◆{' '}
                {t(($) => $.handover.freeze.missing, {
                  list: missing
                    .map((name) => t(($) => $.handover.prepare.missing[name]))
                    .join(t(($) => $.common.listSeparator)),
                })}
              </span>
            )}
          </dd>
          <dt>{t(($) => $.handover.freeze.items)}</dt>
          <dd>{t(($) => $.handover.freeze.itemCount, { count: draftItems.length })}</dd>
          <dt>{t(($) => $.handover.freeze.keySupplies)}</dt>
          <dd>
            {t(($) => $.handover.freeze.supplyCount, {
              count: draft?.supplies.filter((s) => s.key).length ?? 0,
            })}
          </dd>
        </dl>
        {early && (
          <p className={css.warn}>◆ {t(($) => $.handover.freeze.early, { left: format.duration(left) })}</p>
        )}
        <Checkbox
          label={t(($) => $.handover.freeze.extra)}
          checked={extra}
          disabled={early}
          onChange={(event) => setExtra(event.currentTarget.checked)}
        />
        {extra && (
          <TextInput
            label={t(($) => $.handover.freeze.extraReason)}
            required
            data-autofocus
            value={reason}
            error={reasonError}
            onChange={(event) => {
              setReason(event.currentTarget.value);
              setReasonError(undefined);
            }}
          />
        )}
        {!mayFreeze && <p className={css.dim}>{t(($) => $.handover.freeze.byLead)}</p>}
        {freeze.isError && <FieldError>{problemText(freeze.error)}</FieldError>}
        <div className={css.formFoot}>
          <Button onClick={onClose}>{t(($) => $.common.cancel)}</Button>
          <Button type="submit" variant="filled" disabled={!relief || !mayFreeze} loading={freeze.isPending}>
            {t(($) => $.handover.freeze.action)}&nbsp;<Kbd>Ctrl+Enter</Kbd>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
