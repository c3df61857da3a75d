import { AlarmList } from '../../components/AlarmList.tsx';
import { AlarmSpoken } from '../../components/AlarmSpoken.tsx';
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
  return (
    <>
      <AlarmSpoken />
      {alarms.length > 0 && (
        <div className={classes.region}>
          <AlarmList />
        </div>
      )}
    </>
  );
}
