import { AlarmList } from '../../components/AlarmList.tsx';
import { acknowledge, silence, useAlarms } from '../alarms.ts';
import { useHotkey } from '../hotkeys.ts';
import classes from './AlarmRegion.module.css';

/** Alarms while nobody is signed in: seen, silenced and acknowledged all the same. */
export function AlarmRegion() {
  const { alarms } = useAlarms();
  useHotkey('F7', () => void silence());
  useHotkey('F8', () => {
    const first = alarms.find((a) => a.acknowledgeable);
    if (first) void acknowledge(first.id);
  });
  if (alarms.length === 0) return null;
  return (
    <div className={classes.region} role="alert">
      <AlarmList />
    </div>
  );
}
