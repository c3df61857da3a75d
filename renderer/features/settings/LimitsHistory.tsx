import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LimitsEntry } from '../../../shared/contract/settings.ts';
import { desk } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { Panel } from '../../components/Panel.tsx';
import { Tag } from '../../components/Tag.tsx';
import { limitsChanges } from './limits-form.ts';
import classes from './settings.module.css';

/** Every setting of the limits: from when it holds, who set it and when, what it changed. Planned ones stand first. */
export function LimitsHistory() {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const entries = useQuery(desk.settings.limitsHistory.queryOptions()).data ?? [];
  const title = t(($) => $.settings.limits.history);
  const present = entries.find((e) => e.effectiveFromMs <= now) ?? entries.at(-1);
  return (
    <Panel title={title} flush>
      <table className={classes.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t(($) => $.settings.limits.effectiveFrom)}</th>
            <th scope="col">{t(($) => $.settings.limits.changed)}</th>
            <th scope="col">{t(($) => $.settings.limits.setBy)}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, n) => (
            <tr key={entry.id}>
              <td>
                {entry.effectiveFromMs === 0
                  ? t(($) => $.settings.limits.fromStart)
                  : format.dateTime(entry.effectiveFromMs)}{' '}
                {entry.effectiveFromMs > now && (
                  <Tag tone="warning">{t(($) => $.settings.limits.planned)}</Tag>
                )}
                {entry === present && <Tag tone="accent">{t(($) => $.settings.limits.present)}</Tag>}
              </td>
              <td>
                <Changes entry={entry} before={entries[n + 1]} />
              </td>
              <td>
                {entry.byName || t(($) => $.settings.limits.setup)} {format.dateTime(entry.recordedAtMs)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Changes({ entry, before }: { entry: LimitsEntry; before: LimitsEntry | undefined }) {
  const { t } = useTranslation();
  if (!before) return t(($) => $.settings.limits.first);
  const changes = limitsChanges(before.limits, entry.limits);
  if (changes.length === 0) return t(($) => $.settings.limits.unchanged);
  return (
    <ul className={classes.plain}>
      {changes.map(([name, from, to]) => (
        <li key={name}>
          {t(($) => $.settings.limits[name])} {from} → <strong>{to}</strong>
        </li>
      ))}
    </ul>
  );
}
