import { useTranslation } from 'react-i18next';
import type { OpenCarry } from '../../../shared/handover/sections.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { navigate } from '../../app/route.ts';
import classes from './side.module.css';

/** A line that goes over the desk from shift to shift, and since when; it is worded and ended on the page of the handover. */
export function CarriedLine({ line }: { line: OpenCarry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <button type="button" className={classes.title} onClick={() => navigate('/handover')}>
          <span className={classes.text}>{line.text}</span>
        </button>
        {line.owner !== '' && <div className={classes.dim}>{line.owner}</div>}
      </div>
      <div className={classes.due}>
        <div className={classes.dim}>
          {t(($) => $.handover.trail.since, { day: format.near(line.openedAtMs, now) })}
        </div>
        <div className={classes.dim}>{t(($) => $.desk.followUps.carried)}</div>
      </div>
    </li>
  );
}
