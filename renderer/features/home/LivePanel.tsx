import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { obligationsOf } from '../../../shared/instructions/obligations.ts';
import { desk } from '../../app/client.ts';
import { useNow } from '../../app/now.ts';
import { useMayCall } from '../../app/session.ts';
import { useSettings } from '../../app/settings.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { IntakeButton } from '../../components/IntakeButton.tsx';
import { sortKey, timingOf } from '../../components/instruction/timing.ts';
import { Panel } from '../../components/Panel.tsx';
import { LiveCard } from './LiveCard.tsx';
import classes from './LivePanel.module.css';
import { useLiveOrder } from './use-live-order.ts';

/** Live instructions, first due first. */
export function LivePanel() {
  const { t } = useTranslation();
  const may = useMayCall();
  const live = useQuery(desk.instructions.live.queryOptions());
  const limits = useSettings()?.limits;
  // Every ten seconds is enough to re-sort: deadlines do not pass each other, only actions change them.
  const now = useNow(10_000);
  const all = live.data ?? [];
  const keyed = limits
    ? all.map((i) => ({ i, key: sortKey(timingOf(i, obligationsOf(i, now, limits), limits), i) }))
    : [];
  keyed.sort((a, b) => a.key - b.key || a.i.number.localeCompare(b.i.number));
  const { items, hold } = useLiveOrder(keyed.map((k) => k.i));

  return (
    <Panel
      fill
      flush
      title={t(($) => $.desk.live.title)}
      note={t(($) => $.desk.live.note, { count: all.length })}
      actions={may('instructions.receive') && <IntakeButton />}
    >
      {live.isSuccess && items.length === 0 && <EmptyState>{t(($) => $.desk.live.empty)}</EmptyState>}
      <ul className={classes.cards} {...hold}>
        {limits &&
          items.map(({ instruction, gone }) => (
            <li key={instruction.id}>
              <LiveCard instruction={instruction} limits={limits} gone={gone} />
            </li>
          ))}
      </ul>
    </Panel>
  );
}
