import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Nearby } from '../../../shared/instructions/intake.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { Tag } from '../../components/Tag.tsx';
import classes from './knowledge.module.css';

/** An earlier instruction in three lines: which and when, where and what, who; and what can be done with it. */
export function NearbyLine({
  nearby: n,
  marked,
  children,
}: {
  nearby: Nearby;
  marked: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  return (
    <article
      className={classes.nearby}
      data-marked={marked || undefined}
      aria-label={`${n.number} ${n.place}`}
    >
      <div className={classes.nearbyHead}>
        <strong>{n.number}</strong>
        <span className={classes.when}>{format.near(n.receivedAtMs, now)}</span>
        <Tag>
          {n.duplicateOf ? t(($) => $.instructions.duplicate) : t(($) => $.instructions.state[n.state])}
        </Tag>
        <span className={classes.nearbyButtons}>{children}</span>
      </div>
      <div className={classes.nearbyText} title={n.text.slice(0, 400)}>
        <strong>{n.place}</strong> {n.text.slice(0, 200)}
      </div>
      <div className={classes.nearbyWho}>
        {n.caller || t(($) => $.instructions.detail.anonymous)} {n.phone}
      </div>
    </article>
  );
}
