import { Button, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { FormEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SupplyItem, SupplyOut } from '../../../shared/supplies/types.ts';
import { desk } from '../../app/client.ts';
import { fieldMessage, useFormErrors } from '../../app/errors.ts';
import { useFormat } from '../../app/format.ts';
import { engineNow } from '../../app/now.ts';
import { TimeField } from '../../components/TimeField.tsx';
import { readTime } from '../../components/time-text.ts';
import { useDraft } from '../../components/use-draft.ts';
import { book, countOf, emptyMovement, type MovementAction, type MovementDraft } from './movement-actions.ts';
import { signed } from './signed.ts';
import css from './supplies.module.css';

type Props = { item: SupplyItem; out: readonly SupplyOut[]; action: MovementAction; onClose: () => void };

const known = ['quantity', 'counted', 'recipient', 'purpose', 'dueAtMs', 'issueId', 'condition', 'reason'];

/** 领用, 归还, 入库, 报废 or 盘点 of one item. */
export function MovementDialog({ item, out, action, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { values, change, clear } = useDraft<MovementDraft>(`supplies.${action}.${item.id}`, emptyMovement);
  const { errors, setErrors, report, clear: forget } = useFormErrors(known);
  const save = useMutation({
    mutationFn: (dueAtMs: number | null) => book(action, item.id, values, dueAtMs),
    onSuccess: ({ balance, measure }) => {
      clear();
      notifications.show({
        message: t(($) => $.supplies.saved, { item: item.name, balance, measure }),
        autoClose: 3000,
      });
      onClose();
    },
    onError: report,
  });
  const put = (patch: Partial<MovementDraft>, field: string) => {
    change(patch);
    forget(field);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    const due = values.due.trim();
    const dueAtMs = due === '' ? null : readTime(due, engineNow(), format.timeZone, 'future');
    if (dueAtMs === undefined) setErrors({ dueAtMs: fieldMessage('time') });
    else save.mutate(dueAtMs);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.ctrlKey && event.key === 'Enter') event.currentTarget.requestSubmit();
  };
  const counting = action === 'stocktake';
  const word = t(($) => $.supplies.action[action]);
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ size: 'lg', 'aria-label': t(($) => $.common.close) }}
      title={t(($) => $.supplies.dialog, { action: word, item: item.name })}
    >
      <form className={css.form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
        <p className={css.dim}>
          {t(($) => $.supplies.booked, { balance: item.balance, out: item.out, measure: item.measure })}
        </p>
        {action === 'return' && (
          <Select
            label={t(($) => $.supplies.whichIssue)}
            placeholder={t(($) => $.supplies.oldestFirst)}
            clearable
            data={out.map((o) => ({
              value: o.issueId,
              label: `${o.recipient} ${o.quantity}${o.measure} ${format.dateTime(o.issuedAtMs)}`,
            }))}
            value={values.issueId}
            error={errors.issueId}
            onChange={(issueId) => put({ issueId }, 'issueId')}
          />
        )}
        <NumberInput
          label={counting ? t(($) => $.supplies.counted) : t(($) => $.supplies.quantity)}
          data-autofocus
          required
          allowDecimal={false}
          allowNegative={false}
          suffix={` ${item.measure}`}
          value={values.quantity}
          error={errors.quantity ?? errors.counted}
          description={counting ? <Difference item={item} typed={values.quantity} /> : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          onChange={(quantity) => put({ quantity: String(quantity) }, counting ? 'counted' : 'quantity')}
        />
        {action === 'issue' && <IssueFields values={values} errors={errors} put={put} />}
        {action === 'return' && (
          <TextInput
            label={t(($) => $.supplies.condition)}
            placeholder={t(($) => $.supplies.conditionHint)}
            value={values.condition}
            error={errors.condition}
            onChange={(event) => put({ condition: event.currentTarget.value }, 'condition')}
          />
        )}
        {(action === 'receive' || action === 'writeOff' || counting) && (
          <TextInput
            label={t(
              action === 'receive'
                ? ($) => $.supplies.source
                : counting
                  ? ($) => $.supplies.differenceReason
                  : ($) => $.supplies.reason,
            )}
            required={action === 'writeOff'}
            value={values.reason}
            error={errors.reason}
            onChange={(event) => put({ reason: event.currentTarget.value }, 'reason')}
          />
        )}
        <div className={css.formFoot}>
          <Button onClick={onClose}>{t(($) => $.common.cancel)}</Button>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {word}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Difference({ item, typed }: { item: SupplyItem; typed: string }) {
  const { t } = useTranslation();
  const counted = countOf(typed);
  if (Number.isNaN(counted)) return null;
  const delta = counted - item.balance;
  if (delta === 0) return t(($) => $.supplies.noDifference);
  return <b className={css.low}>{t(($) => $.supplies.difference, { delta: signed(delta) })}</b>;
}

type IssueProps = {
  values: MovementDraft;
  errors: Record<string, string>;
  put: (patch: Partial<MovementDraft>, field: string) => void;
};

function IssueFields({ values, errors, put }: IssueProps) {
  const { t } = useTranslation();
  const live = useQuery(desk.instructions.live.queryOptions());
  return (
    <>
      <TextInput
        label={t(($) => $.supplies.recipient)}
        placeholder={t(($) => $.supplies.recipientHint)}
        required
        value={values.recipient}
        error={errors.recipient}
        onChange={(event) => put({ recipient: event.currentTarget.value }, 'recipient')}
      />
      <TextInput
        label={t(($) => $.supplies.purpose)}
        value={values.purpose}
        error={errors.purpose}
        onChange={(event) => put({ purpose: event.currentTarget.value }, 'purpose')}
      />
      <Select
        label={t(($) => $.supplies.instruction)}
        placeholder={t(($) => $.supplies.noInstruction)}
        clearable
        data={(live.data ?? []).map((i) => ({ value: i.id, label: `${i.number} ${i.place}` }))}
        value={values.instructionId}
        onChange={(instructionId) => put({ instructionId }, 'instructionId')}
      />
      <TimeField
        label={t(($) => $.supplies.due)}
        sense="future"
        value={values.due}
        error={errors.dueAtMs}
        onChange={(due) => put({ due }, 'dueAtMs')}
      />
    </>
  );
}
