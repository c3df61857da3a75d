import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { anybodyCanGo, ringingOf } from '../../../shared/groups/ringing.ts';
import type { ActionGroup, GroupPerson } from '../../../shared/groups/types.ts';
import { desk } from '../../app/client.ts';
import { useSettings } from '../../app/settings.ts';
import { StateShape } from '../../components/StateShape.tsx';
import { standingWords } from '../../components/standing-words.ts';
import classes from './forms.module.css';

/** Who answers for the chosen target now, and on which number. */
export function WhomToRing({ target }: { target: string }) {
  const { t } = useTranslation();
  const settings = useSettings();
  const groups = useQuery(desk.groups.board.queryOptions()).data ?? [];
  const [kind, id] = target.split(':');
  if (kind === 'group') {
    const group = groups.find((g) => g.id === id);
    return group ? <GroupRing group={group} /> : null;
  }
  const unit = settings?.units.find((u) => u.id === id);
  if (!unit || (unit.head === '' && unit.phone === '')) return null;
  return (
    <div className={classes.leads}>
      <span>{t(($) => $.instructions.dispatchForm.head, { name: unit.head })}</span>
      <strong className={classes.dial}>{unit.phone}</strong>
    </div>
  );
}

function GroupRing({ group }: { group: ActionGroup }) {
  const { t } = useTranslation();
  const { now, passed, rest } = ringingOf(group);
  const noPhone = t(($) => $.instructions.dispatchForm.noPhone);
  const said = (p: GroupPerson) =>
    t(($) => $.instructions.dispatchForm.passed, {
      duty: t(($) => $.groups.duty[p.duty]),
      name: p.name,
      state: standingWords(p),
    });
  const order = [...(now ? [] : passed), ...rest];
  const away = passed.map(said).join(t(($) => $.common.listSeparator));
  return (
    <>
      {away !== '' && (
        <div className={classes.warn} role="status">
          <StateShape level={2} />
          <span className={classes.warnText}>
            {anybodyCanGo(group) === false
              ? t(($) => $.instructions.dispatchForm.nobody)
              : now
                ? `${away}${t(($) => $.common.stop)}`
                : t(($) => $.instructions.dispatchForm.noLeader)}
          </span>
        </div>
      )}
      {now && (
        <div className={classes.leads}>
          <span>
            {t(($) => $.instructions.dispatchForm.leadsNow, { duty: t(($) => $.groups.duty[now.duty]) })}{' '}
            <strong>{now.name}</strong>
          </span>
          <strong className={classes.dial}>{now.phone || noPhone}</strong>
        </div>
      )}
      {order.length > 0 && (
        <details className={classes.rest} open={now === undefined}>
          <summary>{t(($) => $.instructions.dispatchForm.rest, { count: order.length })}</summary>
          <ol className={classes.restList}>
            {order.map((p) => (
              <li key={p.personId}>
                <span>{p.name}</span>
                <span className={classes.dim}>
                  {t(($) => $.groups.duty[p.duty])} {standingWords(p)}
                </span>
                <strong>{p.phone || noPhone}</strong>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
