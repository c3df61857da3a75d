import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberBlock } from '../../../shared/numbers/types.ts';
import { deskClient } from '../../app/client.ts';
import { fieldMessage, useFormErrors } from '../../app/errors.ts';
import { useMayCall } from '../../app/session.ts';
import { Panel } from '../../components/Panel.tsx';
import { BlankFormsBlock } from './BlankFormsBlock.tsx';
import classes from './PaperPage.module.css';
import { wholeNumber } from './whole-number.ts';

const fields = ['count', 'reason'];

/** 空白表: takes numbers out of the running count with a reason, and shows what became of every one. */
export function BlankFormsPanel({ blocks }: { blocks: readonly NumberBlock[] }) {
  const { t } = useTranslation();
  const may = useMayCall();
  const { errors, setErrors, report, clear } = useFormErrors(fields);
  const [count, setCount] = useState('10');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const sheets = wholeNumber(count);
    if (sheets === undefined) {
      setErrors({ count: fieldMessage('quantity') });
      return;
    }
    setBusy(true);
    clear();
    try {
      await deskClient.numbers.reserve({ count: sheets, reason });
      setReason('');
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title={t(($) => $.papers.blank.title)}>
      {may('numbers.reserve') && (
        <form className={classes.reserve} onSubmit={submit} noValidate>
          <TextInput
            label={t(($) => $.papers.blank.count)}
            required
            inputMode="numeric"
            autoComplete="off"
            value={count}
            error={errors.count}
            onChange={(e) => {
              setCount(e.currentTarget.value);
              clear('count');
            }}
          />
          <TextInput
            label={t(($) => $.common.reason)}
            required
            placeholder={t(($) => $.papers.blank.reasonHint)}
            value={reason}
            error={errors.reason}
            autoComplete="off"
            onChange={(e) => setReason(e.currentTarget.value)}
          />
          <Button type="submit" variant="filled" loading={busy}>
            {t(($) => $.papers.blank.reserve)}
          </Button>
        </form>
      )}
      {blocks.length === 0 ? (
        <p className={classes.dim}>{t(($) => $.papers.blank.empty)}</p>
      ) : (
        blocks.map((block) => <BlankFormsBlock key={block.id} block={block} />)
      )}
    </Panel>
  );
}
