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

/** The focus returns to where the hands were; where that is gone, to the first field of the dialog that still lies open. */
function giveBack(before: Element | null): void {
  const dialog = document.querySelector('[role="dialog"][aria-modal="true"]');
  const there = before instanceof HTMLElement && before.isConnected && before !== document.body;
  const field = there
    ? before
    : (dialog?.querySelector('[data-autofocus]') ?? dialog?.querySelector('input, textarea'));
  if (field instanceof HTMLElement) field.focus();
}

/** Covers everything while locked; what is below keeps its state but can be neither seen nor reached. */
export function LockOverlay() {
  const { t } = useTranslation();
  const { person } = useSession();
  const [other, setOther] = useState(false);
  const overlay = useRef<HTMLDivElement>(null);
  // Asked before the first commit: by the first effect the PIN field has taken the focus.
  const [before] = useState(() => document.activeElement);

  useEffect(() => {
    const own = overlay.current;
    const covered = [...document.body.children].filter(
      (element): element is HTMLElement => element instanceof HTMLElement && element !== own,
    );
    for (const element of covered) element.inert = true;
    own?.querySelector<HTMLElement>('input')?.focus();
    return () => {
      for (const element of covered) element.inert = false;
      giveBack(before);
    };
  }, [before]);

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
