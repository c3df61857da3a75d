import { useTranslation } from 'react-i18next';
import { BackupCheck } from './BackupCheck.tsx';
import { type CheckProps, CheckRow } from './CheckRow.tsx';
import { ClockCheck } from './ClockCheck.tsx';
import { PrinterCheck } from './PrinterCheck.tsx';
import css from './prepare.module.css';
import { SpeakerCheck } from './SpeakerCheck.tsx';

/** 检查清单: each row does its test, says what came of it and is ticked by the officer. */
export function Checklist(row: CheckProps) {
  const { t } = useTranslation();
  return (
    <ul className={css.checks} aria-label={t(($) => $.handover.prepare.checks)}>
      <CheckRow name="phoneLine" {...row} result={{ text: t(($) => $.handover.prepare.phone.how) }} />
      <SpeakerCheck {...row} />
      <ClockCheck {...row} />
      <PrinterCheck {...row} />
      <BackupCheck />
    </ul>
  );
}
