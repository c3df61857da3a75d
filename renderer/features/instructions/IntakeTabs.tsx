import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { type IntakeCall, intakeCalls, useWaitingIntakes } from '../../components/intake-drafts.ts';
import { Kbd } from '../../components/Kbd.tsx';
import classes from './intake.module.css';

type Props = {
  call: IntakeCall;
  received: Partial<Record<IntakeCall, Instruction>>;
  onChange: (call: IntakeCall) => void;
};

/** The two calls; each says whether a draft waits in it. */
export function IntakeTabs({ call, received, onChange }: Props) {
  const { t } = useTranslation();
  const waiting = useWaitingIntakes();
  const other = intakeCalls.find((each) => each !== call) ?? call;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') onChange(other);
  };
  return (
    <div className={classes.tabs} role="tablist" aria-label={t(($) => $.intake.calls)} onKeyDown={onKeyDown}>
      {intakeCalls.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          className={classes.tab}
          aria-selected={each === call}
          tabIndex={each === call ? 0 : -1}
          onClick={() => onChange(each)}
        >
          {t(($) => $.intake.call[each])}
          {received[each] ? (
            <span className={classes.tabNote}>{received[each].number}</span>
          ) : (
            waiting.includes(each) && <span className={classes.tabNote}>{t(($) => $.intake.draft)}</span>
          )}
          {each !== call && <Kbd>F2</Kbd>}
        </button>
      ))}
    </div>
  );
}
