import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { session } from '../../app/client.ts';
import { useSession } from '../../app/session.ts';
import { AlarmList } from '../../components/AlarmList.tsx';
import { Clock } from '../../components/Clock.tsx';
import { PinEntry } from './PinEntry.tsx';
import { SwitchForm } from './SwitchForm.tsx';
import classes from './session.module.css';

/** Covers everything while locked; what is below keeps its state but can be neither seen nor reached. */
export function LockOverlay() {
  const { t } = useTranslation();
  const { person } = useSession();
  const [other, setOther] = useState(false);
  const overlay = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const own = overlay.current;
    const before = document.activeElement;
    const covered = [...document.body.children].filter(
      (element): element is HTMLElement => element instanceof HTMLElement && element !== own,
    );
    for (const element of covered) element.inert = true;
    own?.querySelector<HTMLElement>('input')?.focus();
    return () => {
      for (const element of covered) element.inert = false;
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return createPortal(
    <div
      className={classes.veil}
      ref={overlay}
      role="dialog"
      aria-modal="true"
      aria-label={t(($) => $.session.locked)}
    >
      <div className={classes.veilClock}>
        <Clock />
      </div>
      <div className={`${classes.box} ${classes.veilBox}`}>
        <div>
          <h1 className={classes.title}>{t(($) => $.session.locked)}</h1>
          <p className={classes.dim}>{t(($) => $.session.lockedBy, { name: person?.name ?? '' })}</p>
        </div>
        {other ? (
          <SwitchForm label={t(($) => $.session.switch)} />
        ) : (
          <PinEntry
            label={t(($) => $.session.unlock)}
            ready
            autoFocus
            submit={(pin) => session({ op: 'unlock', pin })}
          />
        )}
        <button type="button" className={classes.link} onClick={() => setOther(!other)}>
          {other ? t(($) => $.session.same, { name: person?.name ?? '' }) : t(($) => $.session.other)}
        </button>
        <p className={classes.dim}>{t(($) => $.session.lockedHint)}</p>
      </div>
      <div className={classes.veilAlarms}>
        <AlarmList />
      </div>
    </div>,
    document.body,
  );
}
