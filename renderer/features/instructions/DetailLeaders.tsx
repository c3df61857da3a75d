import { useTranslation } from 'react-i18next';
import type { Instruction, LeaderOrder, Notice } from '../../../shared/instructions/types.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { LongText } from '../../components/LongText.tsx';
import { Panel } from '../../components/Panel.tsx';
import classes from './DetailPage.module.css';

/** Which leaders were told, when and how, and what they ordered (领导批示). */
export function DetailLeaders({ instruction: i }: { instruction: Instruction }) {
  const { t } = useTranslation();
  if (i.notices.length === 0 && i.orders.length === 0) return null;
  return (
    <Panel title={t(($) => $.instructions.detail.noticesTitle)} flush>
      <ul className={classes.lines}>
        {i.notices.map((n) => (
          <NoticeLine key={`${n.recordedAtMs} ${n.who}`} notice={n} />
        ))}
        {i.orders.map((o) => (
          <OrderLine key={o.id} order={o} />
        ))}
      </ul>
    </Panel>
  );
}

function NoticeLine({ notice: n }: { notice: Notice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const how = [
    format.near(n.notifiedAtMs, now),
    t(($) => $.common.means[n.means]),
    n.through && t(($) => $.instructions.detail.through, { through: n.through }),
  ].filter(Boolean);
  return (
    <li className={classes.block}>
      <div>
        <strong>{n.who}</strong> <span className={classes.dim}>{how.join(' · ')}</span>
      </div>
      {n.text && <LongText text={n.text} />}
    </li>
  );
}

function OrderLine({ order: o }: { order: LeaderOrder }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  return (
    <li className={classes.block}>
      <div>
        {o.who} <span className={classes.dim}>{t(($) => $.instructions.owed.leaderOrder)}</span>
      </div>
      <LongText text={o.text} />
      <div className={classes.dim}>
        {t(($) => $.instructions.detail.orderDue, { owner: o.owner, time: format.near(o.dueAtMs, now) })}
      </div>
      {o.done && (
        <div className={classes.done}>
          {t(($) => $.instructions.detail.orderDone, {
            time: format.near(o.done.atMs, now),
            text: o.done.text,
          })}
        </div>
      )}
    </li>
  );
}
