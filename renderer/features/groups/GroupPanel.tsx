import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type ActionGroup, canGo, leaderNow } from '../../../shared/groups/types.ts';
import { Panel } from '../../components/Panel.tsx';
import { StateShape } from '../../components/StateShape.tsx';
import { Tag } from '../../components/Tag.tsx';
import { CopyPhone } from './CopyPhone.tsx';
import css from './groups.module.css';
import { PersonRow } from './PersonRow.tsx';

/** One action group: leader, ringing order, vehicles, what it is out for. */
export function GroupPanel({ group }: { group: ActionGroup }) {
  const { t } = useTranslation();
  const ready = group.people.filter(canGo).length;
  return (
    <Panel title={group.name} className={css.group} flush>
      <Leader group={group} />
      <section className={css.part}>
        <h3 className={css.partTitle}>
          {t(($) => $.groups.outFor)}
          {group.out.length > 0 && <Tag tone="warning">{group.out.length}</Tag>}
        </h3>
        {group.out.length === 0 && <p className={css.dim}>{t(($) => $.groups.notOut)}</p>}
        <ul className={css.plain}>
          {group.out.map((out) => (
            <li key={out.instructionId}>
              <Link href={`/instructions/${out.instructionId}`} className={css.out}>
                <b>{out.number}</b> {out.place}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section className={css.part}>
        <h3 className={css.partTitle}>
          {t(($) => $.groups.ringing)}
          <span className={css.ready}>{t(($) => $.groups.ready, { ready, total: group.people.length })}</span>
        </h3>
        {group.people.length === 0 && <p className={css.dim}>{t(($) => $.groups.noPeople)}</p>}
        <ol className={css.people}>
          {group.people.map((person, index) => (
            <PersonRow key={`${person.personId} ${person.duty}`} person={person} order={index + 1} />
          ))}
        </ol>
      </section>
      <section className={css.part}>
        <h3 className={css.partTitle}>{t(($) => $.groups.vehicles)}</h3>
        {group.vehicles.length === 0 && <p className={css.dim}>{t(($) => $.groups.noVehicles)}</p>}
        <ul className={css.vehicles}>
          {group.vehicles.map((vehicle) => (
            <li key={vehicle.plate} className={css.vehicle}>
              <b>{vehicle.plate}</b>
              <span className={css.dim}>
                {vehicle.marked ? t(($) => $.groups.marked) : t(($) => $.groups.unmarked)}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </Panel>
  );
}

function Leader({ group }: { group: ActionGroup }) {
  const { t } = useTranslation();
  const leader = leaderNow(group);
  if (!leader) {
    return (
      <div className={css.nobody} role="status">
        <strong className={css.nobodyTitle}>
          <StateShape level={1} /> {t(($) => $.groups.nobody)}
        </strong>
        <span>{t(($) => $.groups.nobodyHint)}</span>
      </div>
    );
  }
  return (
    <div className={css.leader}>
      <div className={css.leaderHead}>
        <span className={css.dim}>{t(($) => $.groups.leadsNow)}</span>
        <span className={css.leaderName}>{leader.name}</span>
        <Tag tone="accent">{t(($) => $.groups.duty[leader.duty])}</Tag>
        <Tag tone="good">{t(($) => $.groups.availability[leader.availability])}</Tag>
      </div>
      <CopyPhone phone={leader.phone} name={leader.name} big />
    </div>
  );
}
