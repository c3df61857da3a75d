import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogEntry } from '../../../shared/duty-log/types.ts';
import {
  type EntryForm,
  entryFormAddress,
  entryForms,
  logDayAddress,
} from '../../../shared/papers/entry-forms.ts';
import { useFormat } from '../../app/format.ts';
import { useHotkey } from '../../app/hotkeys.ts';
import { previewPaper } from '../../app/papers.ts';
import { useSession } from '../../app/session.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { RegisterDialog, type RegisterKind } from './RegisterDialog.tsx';

type Props = { dutyDay: string; entry: LogEntry | undefined };

/** The papers of the log: the day (Ctrl+P), the forms of the chosen entry, and the registers of a period. */
export function PaperButtons({ dutyDay, entry }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const who = useSession().person?.name ?? '';
  const [register, setRegister] = useState<RegisterKind | null>(null);
  const day = () =>
    previewPaper(
      logDayAddress(dutyDay, who),
      t(($) => $.papers.logDay, { day: format.localDay(dutyDay) }),
      'logDay',
    );
  useHotkey('Ctrl+P', day, true, true);
  const forms = entry ? entryForms(entry) : [];
  const show = (form: EntryForm, of: LogEntry) =>
    previewPaper(
      entryFormAddress(form, of.id, who),
      t(($) => $.papers.entryForm[form], { at: format.dateTime(of.occurredAtMs) }),
      form,
    );
  return (
    <>
      <Button onClick={day}>
        {t(($) => $.common.print)}&nbsp;<Kbd>Ctrl+P</Kbd>
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button>{t(($) => $.papers.logMenu.more)}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={day}>{t(($) => $.papers.logMenu.day)}</Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t(($) => $.papers.logMenu.ofEntry)}</Menu.Label>
          {forms.length === 0 && (
            <Menu.Item disabled>
              {t(($) => (entry ? $.papers.logMenu.none : $.papers.logMenu.choose))}
            </Menu.Item>
          )}
          {entry &&
            forms.map((form) => (
              <Menu.Item key={form} onClick={() => show(form, entry)}>
                {t(($) => $.papers.logMenu.form[form])}
              </Menu.Item>
            ))}
          <Menu.Divider />
          <Menu.Label>{t(($) => $.papers.logMenu.registers)}</Menu.Label>
          <Menu.Item onClick={() => setRegister('visits')}>{t(($) => $.papers.logMenu.visits)}</Menu.Item>
          <Menu.Item onClick={() => setRegister('rollCalls')}>
            {t(($) => $.papers.logMenu.rollCalls)}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {register && (
        <RegisterDialog register={register} dutyDay={dutyDay} who={who} onClose={() => setRegister(null)} />
      )}
    </>
  );
}
