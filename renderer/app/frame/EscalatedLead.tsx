import { useTranslation } from 'react-i18next';
import { StateShape } from '../../components/StateShape.tsx';
import { wordOf } from '../../locales/dynamic.ts';
import { placeOfAlarm, useAlarms } from '../alarms.ts';
import { navigate } from '../route.ts';
import classes from './EscalatedLead.module.css';

/** 「请值班长处理」beside the shift lead's name while an alarm was carried up to them; a click opens the most urgent. */
export function EscalatedLead() {
  const { t } = useTranslation();
  const { alarms, silenced } = useAlarms();
  const called = alarms.filter((a) => a.escalation !== null);
  const [first] = called;
  if (!first) return null;
  const what = [wordOf('desk.alarm.class', first.class, first.class), first.number, first.place].join(' ');
  return (
    <button
      type="button"
      className={classes.call}
      title={t(($) => $.alarms.escalation.callLeadSpoken, { what })}
      onClick={() => navigate(placeOfAlarm(first) ?? '/alarms')}
    >
      <span className={classes.shape} data-flash={!silenced || undefined}>
        <StateShape level={1} size={14} />
      </span>
      {t(($) => $.alarms.escalation.callLead)}
      {called.length > 1 && <span className={classes.count}>{called.length}</span>}
    </button>
  );
}
