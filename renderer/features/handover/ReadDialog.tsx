import { Button, Modal, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reading } from '../../../shared/handover/types.ts';
import { desk, deskClient } from '../../app/client.ts';
import { fieldMessage } from '../../app/errors.ts';
import { PersonPicker } from '../../components/PersonPicker.tsx';
import { useDraft } from '../../components/use-draft.ts';
import { PinTryField } from './PinTryField.tsx';
import css from './sign.module.css';
import { usePinTry } from './use-pin-try.ts';

type Props = { shiftId: string; readings: readonly Reading[]; onClose: () => void };

/** 阅签: a leader on duty or a supervisor signs by PIN as having read, with a remark; also after the sheet was sealed. */
export function ReadDialog({ shiftId, readings, onClose }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const people = useQuery(desk.people.list.queryOptions()).data ?? [];
  const entitled = people.filter(
    (p) => p.active && (p.roles.includes('leaderOnDuty') || p.roles.includes('supervisor')),
  );
  const readers = entitled.filter((p) => p.hasPin);
  const unable = entitled.filter((p) => !p.hasPin).map((p) => p.name);
  const { values, change, clear } = useDraft(`handover.read.${shiftId}`, { remark: '' });
  const [personId, setPersonId] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const done = readings.some((r) => r.personId === personId);
  const attempt = usePinTry(
    (pin) => deskClient.handover.readSign({ shiftId, personId: personId ?? '', pin, remark: values.remark }),
    () => {
      clear();
      void queries.invalidateQueries({ queryKey: desk.handover.sheet.key() });
      onClose();
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(personId === null);
    if (personId !== null && !done) void attempt.attempt();
  };
  const personError = missing
    ? fieldMessage('choosePerson')
    : done
      ? t(($) => $.handover.reading.done)
      : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ size: 'lg', 'aria-label': t(($) => $.common.close) }}
      title={t(($) => $.handover.reading.title)}
    >
      <form className={css.form} noValidate onSubmit={submit}>
        <p className={css.dim}>{t(($) => $.handover.reading.text)}</p>
        <PersonPicker
          label={t(($) => $.handover.reading.person)}
          people={readers}
          description={
            unable.length > 0 &&
            t(($) => $.handover.reading.noPin, { list: unable.join(t(($) => $.common.listSeparator)) })
          }
          required
          data-autofocus
          openOnFocus={false}
          nothingFoundMessage={t(($) => $.handover.reading.nobody)}
          value={personId}
          error={personError}
          onChange={(id) => {
            setPersonId(id);
            setMissing(false);
          }}
        />
        <Textarea
          label={t(($) => $.handover.reading.remark)}
          placeholder={t(($) => $.handover.reading.remarkHint)}
          maxLength={500}
          value={values.remark}
          onChange={(event) => change({ remark: event.currentTarget.value })}
        />
        <PinTryField label={t(($) => $.handover.reading.pin)} attempt={attempt} />
        <div className={css.foot}>
          <Button onClick={onClose}>{t(($) => $.common.cancel)}</Button>
          <Button
            type="submit"
            variant="filled"
            disabled={attempt.pin.length < 6 || attempt.waitSeconds > 0 || done}
            loading={attempt.busy}
          >
            {t(($) => $.handover.reading.submit)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
