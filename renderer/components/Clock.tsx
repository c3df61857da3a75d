import { useFormat } from '../app/format.ts';
import { useNow } from '../app/now.ts';
import classes from './Clock.module.css';

/** The engine's clock with seconds, and the date beside it. */
export function Clock({ beside }: { beside?: React.ReactNode }) {
  const now = useNow(1000);
  const format = useFormat();
  return (
    <div className={classes.clock}>
      <time className={classes.time} role="timer" aria-live="off">
        {format.timeSeconds(now)}
      </time>
      <div className={classes.beside}>
        <div>
          {format.day(now)} {format.weekday(now)}
        </div>
        {beside}
      </div>
    </div>
  );
}
