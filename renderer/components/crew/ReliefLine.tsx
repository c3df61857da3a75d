import { useTranslation } from 'react-i18next';
import { isThere } from '../../../shared/shifts/attendance.ts';
import type { Shift } from '../../../shared/shifts/types.ts';
import { MINUTE } from '../../../shared/time/zone.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { useSettings } from '../../app/settings.ts';
import { StateShape } from '../StateShape.tsx';
import classes from './CrewRules.module.css';

type Props = { holder: Shift; relief: Shift | null };

/** From ten minutes (a limit) before the changeover: who of the relief is still missing, by name; nothing earlier. */
export function ReliefLine({ holder, relief }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(10_000);
  const lead = useSettings()?.limits.signInLeadMinutes;
  const left = holder.plannedEndMs - now;
  if (lead === undefined || left > lead * MINUTE) return null;
  const missing = relief?.members.filter((m) => !isThere(m)) ?? [];
  const names = [...new Set(missing.map((m) => m.name))].join(t(($) => $.common.listSeparator));
  if (relief && missing.length === 0)
    return <p className={`${classes.gathering} ${classes.ok}`}>✓ {t(($) => $.crew.gathering.all)}</p>;
  const overdue = left <= 0;
  const words = { left: format.duration(left), names };
  const text = relief
    ? t(($) => (overdue ? $.crew.gathering.overdue : $.crew.gathering.missing), words)
    : t(($) => (overdue ? $.crew.gathering.overdueNone : $.crew.gathering.none), words);
  return (
    <p className={`${classes.gathering} ${classes.fault}`} data-refuses={overdue || undefined} role="status">
      <StateShape level={overdue ? 1 : 2} size={14} />
      {text}
    </p>
  );
}
