import { Button, SegmentedControl } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover, HandoverItem } from '../../../shared/handover/types.ts';
import { useHotkey } from '../../app/hotkeys.ts';
import { useRouteParams } from '../../app/route.ts';
import { FieldError } from '../../components/FieldError.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { Panel } from '../../components/Panel.tsx';
import { ItemLine } from './ItemLine.tsx';
import css from './items.module.css';
import { problemText } from './problem.ts';
import { useDecisions } from './use-decisions.ts';
import { useItemKeys } from './use-item-keys.ts';

const filters = ['all', 'open', 'decided'] as const;
type Filter = (typeof filters)[number];

const shows: Record<Filter, (item: HandoverItem) => boolean> = {
  all: () => true,
  open: (item) => item.decision === null,
  decided: (item) => item.decision !== null,
};

/** 逐项核对: the incoming crew accepts every open item or refuses it with a reason, by mouse or by A and R. */
export function ItemsPanel({ handover, mayDecide }: { handover: Handover; mayDecide: boolean }) {
  const { t } = useTranslation();
  const [params, setParams] = useRouteParams();
  const { items, decide, error } = useDecisions(handover);
  const list = useRef<HTMLUListElement>(null);
  const filter = filters.find((f) => f === params.get('items')) ?? 'all';
  const shown = items.filter(shows[filter]);
  const open = items.filter(shows.open);
  const counts = { all: items.length, open: open.length, decided: items.length - open.length };
  const keys = useItemKeys(list, shown, mayDecide ? decide : null);
  const acceptRest = () =>
    decide(open.map((item) => ({ itemId: item.id, decision: 'accepted', reason: '' })));
  const mayAccept = mayDecide && open.length > 0;
  useHotkey('Alt+A', acceptRest, mayAccept, true);
  return (
    <Panel
      title={t(($) => $.handover.check.title)}
      note={t(($) => $.handover.check.count, { done: counts.decided, total: counts.all })}
      flush
      actions={
        items.length > 0 && (
          <>
            <SegmentedControl
              size="xs"
              aria-label={t(($) => $.handover.check.filter)}
              value={filter}
              onChange={(value) => setParams({ items: value === 'all' ? null : value })}
              data={filters.map((value) => ({
                value,
                label: t(($) => $.handover.check[value], { count: counts[value] }),
              }))}
            />
            <Button
              variant={open.length > 0 ? 'filled' : 'default'}
              disabled={!mayAccept}
              onClick={acceptRest}
              rightSection={<Kbd>Alt+A</Kbd>}
            >
              {counts.decided === 0 || open.length === 0
                ? t(($) => $.handover.check.acceptAll)
                : t(($) => $.handover.check.acceptRest)}
            </Button>
          </>
        )
      }
    >
      {error && (
        <div className={css.hint}>
          <FieldError>{problemText(error)}</FieldError>
        </div>
      )}
      {shown.length === 0 ? (
        <p className={css.hint}>{t(($) => $.handover.check[emptyWords(filter, items.length)])}</p>
      ) : (
        <>
          <p className={css.keys}>
            {mayDecide ? t(($) => $.handover.check.keys) : t(($) => $.handover.check.incomingOnly)}
          </p>
          <ul
            className={css.items}
            ref={list}
            aria-label={t(($) => $.handover.check.title)}
            {...keys.listProps}
          >
            {shown.map((item, index) => (
              <ItemLine
                key={item.id}
                item={item}
                index={index}
                current={keys.current === index}
                disabled={!mayDecide}
                refusing={keys.refusing === item.id}
                actions={keys.actions}
              />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

const emptyWords = (filter: Filter, count: number) => {
  if (count === 0 || filter === 'all') return 'none';
  return filter === 'open' ? 'noneOpen' : 'noneDecided';
};
