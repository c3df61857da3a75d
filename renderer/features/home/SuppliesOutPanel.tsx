import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { Panel } from '../../components/Panel.tsx';
import classes from './side.module.css';

/** 物资在外: what was issued and not yet returned. */
export function SuppliesOutPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const out = useQuery(desk.supplies.list.queryOptions()).data?.out ?? [];
  return (
    <Panel title={t(($) => $.desk.supplies.title)} note={String(out.length)} flush>
      {out.length === 0 && <p className={classes.empty}>{t(($) => $.desk.supplies.empty)}</p>}
      <ul className={classes.list}>
        {out.map((o) => (
          <li key={o.issueId} className={classes.item}>
            <div className={classes.words}>
              <div>
                {o.itemName} <strong>×{o.quantity}</strong>
              </div>
              <div className={classes.dim}>
                {o.recipient}
                {o.purpose && ` · ${o.purpose}`}
              </div>
            </div>
            {o.dueAtMs !== null && (
              <div className={classes.due} data-level={o.dueAtMs < now ? 1 : 0}>
                <div className={classes.time}>{format.near(o.dueAtMs, now)}</div>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
