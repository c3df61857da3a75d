import { Popover, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AlarmList } from '../../components/AlarmList.tsx';
import { AlarmSpoken } from '../../components/AlarmSpoken.tsx';
import { StateShape } from '../../components/StateShape.tsx';
import { showAlarmList, useAlarmListOpen, useAlarms } from '../alarms.ts';
import { navigate } from '../route.ts';
import classes from './AlarmLamps.module.css';

const levels = [1, 2, 3] as const;

/** A lamp per level, shape and count; the shape alone flashes while it sounds. A click or F8 lists what rings. */
export function AlarmLamps() {
  const { t } = useTranslation();
  const { alarms, silenced } = useAlarms();
  const openedBy = useAlarmListOpen();
  const go = (to: string) => {
    showAlarmList(null);
    navigate(to);
  };
  const toggle = () => showAlarmList(openedBy === null ? 'mouse' : null);
  return (
    <Popover
      opened={openedBy !== null}
      onChange={(opened) => !opened && showAlarmList(null)}
      position="bottom-end"
      withinPortal
      returnFocus
      width={480}
    >
      <Popover.Target>
        <button type="button" className={classes.lamps} onClick={toggle}>
          <VisuallyHidden>{t(($) => $.desk.alarm.lamps)} </VisuallyHidden>
          {levels.map((level) => {
            const count = alarms.filter((a) => a.level === level).length;
            return (
              <span key={level} className={classes.lamp} data-level={level} data-on={count > 0 || undefined}>
                <span
                  className={classes.shape}
                  data-flash={(count > 0 && !silenced && level < 3) || undefined}
                >
                  <StateShape level={level} size={17} />
                </span>
                <VisuallyHidden>{t(($) => $.desk.alarm[`level${level}`])} </VisuallyHidden>
                {count}
                <VisuallyHidden> {t(($) => $.desk.alarm.items)} </VisuallyHidden>
              </span>
            );
          })}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0} bd={0} bg="transparent">
        <AlarmList autoFocus={openedBy === 'key'} onOpen={go} onPage={() => go('/alarms')} />
      </Popover.Dropdown>
      <AlarmSpoken />
    </Popover>
  );
}
