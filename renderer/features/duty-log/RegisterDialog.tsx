import { Button, Group, Modal } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { registerAddress } from '../../../shared/papers/entry-forms.ts';
import { useFormat } from '../../app/format.ts';
import { previewPaper } from '../../app/papers.ts';

/** The registers of the log. */
export type RegisterKind = 'visits' | 'rollCalls';

type Props = { register: RegisterKind; dutyDay: string; who: string; onClose: () => void };

/** Asks for the duty days of a register, the month of the shown day at first, and shows its paper. */
export function RegisterDialog({ register, dutyDay, who, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [[from, to], setDays] = useState<[string | null, string | null]>([
    `${dutyDay.slice(0, 8)}01`,
    dutyDay,
  ]);
  const [missing, setMissing] = useState(false);
  const show = (event: FormEvent) => {
    event.preventDefault();
    if (from === null || to === null) return setMissing(true);
    const days = { from: format.localDay(from), to: format.localDay(to) };
    onClose();
    previewPaper(
      registerAddress(register, { from, to }, who),
      t(($) => $.papers.registers[register], days),
      register,
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={440}
      title={t(($) => $.papers.logMenu.register[register])}
      closeButtonProps={{ size: 'lg', 'aria-label': t(($) => $.common.close) }}
    >
      <form onSubmit={show} noValidate>
        <DatePickerInput
          type="range"
          allowSingleDateInRange
          label={t(($) => $.papers.logMenu.period)}
          value={[from, to]}
          error={missing && t(($) => $.papers.logMenu.periodMissing)}
          onChange={(days) => {
            setDays(days);
            setMissing(false);
          }}
        />
        <Group justify="flex-end" mt="md">
          <Button onClick={onClose}>{t(($) => $.common.cancel)}</Button>
          <Button type="submit" variant="filled" data-autofocus>
            {t(($) => $.papers.logMenu.show)}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
