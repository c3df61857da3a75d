import { useTranslation } from 'react-i18next';
import type { Escalation } from '../../shared/contract/alarms.ts';
import { useFormat } from '../app/format.ts';
import { useNow } from '../app/now.ts';
import { Tag } from './Tag.tsx';

/** 「已升级 → 值班长 田守一 09:37」: to whom an alarm was carried up, and since when. */
export function EscalationTag({ escalation }: { escalation: Escalation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const { step, person, atMs, missed } = escalation;
  return (
    <Tag tone="critical">
      {t(($) => $.alarms.escalation.to, {
        step: t(($) => $.alarms.escalation.step[step]),
        person: person || t(($) => $.alarms.escalation.nobody),
        time: format.near(atMs, now),
      })}
      {missed && ` ${t(($) => $.alarms.escalation.late)}`}
    </Tag>
  );
}
