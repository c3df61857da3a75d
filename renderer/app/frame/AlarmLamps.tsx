import { Popover, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AlarmList } from '../../components/AlarmList.tsx';
import { StateShape } from '../../components/StateShape.tsx';
import { wordOf } from '../../locales/dynamic.ts';
import { useAlarms } from '../alarms.ts';
import { navigate } from '../route.ts';
import classes from './AlarmLamps.module.css';

const levels = [1, 2, 3] as const;

/** A lamp per level, shape and count; the shape alone flashes while it sounds. A click lists what rings. */
export function AlarmLamps() {
  const { t } = useTranslation();
  const { alarms, silenced } = useAlarms();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" withinPortal>
      <Popover.Target>
        <button type="button" className={classes.lamps} onClick={() => setOpen(!open)}>
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
        <AlarmList
          onOpen={(id) => {
            setOpen(false);
            navigate(`/instructions/${id}`);
          }}
        />
      </Popover.Dropdown>
      <div role="alert" className={classes.spoken}>
        {alarms.map((a) => (
          <p key={a.id}>
            {wordOf('desk.alarm.class', a.class, a.class)} {a.number} {a.place}
            {a.missed ? ` ${t(($) => $.desk.alarm.missed)}` : ''}
          </p>
        ))}
      </div>
    </Popover>
  );
}
