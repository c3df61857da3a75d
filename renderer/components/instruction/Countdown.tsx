import { useTranslation } from 'react-i18next';
import { clockText, useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { StateShape } from '../StateShape.tsx';
import classes from './Countdown.module.css';
import { leftOf, levelAt, type Timing } from './timing.ts';

/** From when to when a clock runs, and how long before its end it warns, ms. */
type Clock = Pick<Timing, 'startMs' | 'dueMs' | 'warnMs'>;

/** The clock of one thing owed: `06:48`, or `+03:12` once it has run out. Said in words to readers. */
export function Countdown({ timing, what, small }: { timing: Clock; what: string; small?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(1000);
  const left = leftOf(timing, now);
  const level = levelAt(timing, now);
  const minutes = format.duration(left);
  const state =
    left > 0
      ? t(($) => $.desk.live.remaining, { time: minutes })
      : t(($) => $.desk.live.overdue, { time: minutes });
  return (
    <span
      className={classes.countdown}
      data-level={level}
      data-small={small || undefined}
      role="timer"
      aria-label={t(($) => $.desk.live.countdown, { what, state })}
    >
      <StateShape level={level} size={small ? 14 : 28} />
      <span aria-hidden="true">
        {left <= 0 ? '+' : ''}
        {clockText(left)}
      </span>
    </span>
  );
}

/** How much of the clock has run. */
export function CountdownBar({ timing }: { timing: Timing | undefined }) {
  const now = useNow(1000);
  const span = timing ? Math.max(1, timing.dueMs - timing.startMs) : 1;
  const share = timing ? Math.min(1, Math.max(0, (now - timing.startMs) / span)) : 0;
  return (
    <span className={classes.track} aria-hidden="true">
      <span
        className={classes.run}
        data-level={timing ? levelAt(timing, now) : 0}
        style={{ width: `${(share * 100).toFixed(1)}%` }}
      />
    </span>
  );
}
