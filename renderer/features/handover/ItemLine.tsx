import { Button } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverItem } from '../../../shared/handover/types.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { LongText } from '../../components/LongText.tsx';
import { Tag } from '../../components/Tag.tsx';
import { wordOf } from '../../locales/dynamic.ts';
import css from './items.module.css';
import { RefuseForm } from './RefuseForm.tsx';
import type { ItemActions } from './use-item-keys.ts';
import { Way } from './Way.tsx';

type Props = {
  item: HandoverItem;
  index: number;
  /** The line that is in the tab order. */
  current: boolean;
  disabled: boolean;
  refusing: boolean;
  /** The same object always: a line is drawn anew only when something of its own changes. */
  actions: ItemActions;
};

/** One open thing with what it owes and its way over the desk, and the two answers to it. */
export const ItemLine = memo(function ItemLine(props: Props) {
  const { item, index, current, disabled, refusing, actions } = props;
  const tabIndex = current ? 0 : -1;
  const { t } = useTranslation();
  const name = [item.label, item.place || item.detail.slice(0, 20)].filter(Boolean).join(' ');
  const accepted = item.decision === 'accepted';
  return (
    <li
      className={css.itemLine}
      data-decision={item.decision ?? undefined}
      data-grid-row={index}
      tabIndex={tabIndex}
      onFocus={() => actions.focus(index)}
    >
      <div className={css.itemText}>
        <ItemFacts item={item} name={name} tabIndex={tabIndex} />
        {item.decision === 'refused' && !refusing && (
          <span className={css.refusedText}>
            ✕ {t(($) => $.handover.check.refused)}：{item.reason}
          </span>
        )}
        {refusing && (
          <RefuseForm
            itemId={item.id}
            initial={item.reason}
            disabled={disabled}
            onRefuse={(reason) => actions.decide(item.id, 'refused', reason)}
            onCancel={() => actions.refuse(null)}
          />
        )}
      </div>
      <div className={css.itemButtons}>
        <Button
          size="compact-md"
          variant={accepted ? 'light' : 'default'}
          color={accepted ? 'green' : undefined}
          disabled={disabled}
          tabIndex={tabIndex}
          aria-pressed={accepted}
          aria-label={t(($) => $.handover.check.acceptOf, { item: name })}
          onClick={() => actions.decide(item.id, 'accepted', '')}
        >
          {accepted ? `✓ ${t(($) => $.handover.check.accepted)}` : t(($) => $.handover.check.accept)}
        </Button>
        <Button
          size="compact-md"
          disabled={disabled}
          tabIndex={tabIndex}
          aria-pressed={item.decision === 'refused'}
          aria-expanded={refusing}
          aria-label={t(($) => $.handover.check.refuseOf, { item: name })}
          onClick={() => actions.refuse(refusing ? null : item.id)}
        >
          {t(($) => $.handover.check.refuse)}
        </Button>
      </div>
    </li>
  );
});

function ItemFacts({ item, name, tabIndex }: { item: HandoverItem; name: string; tabIndex: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const owed = item.owed
    .map((code) => wordOf('instructions.owed', code, wordOf('handover.check.owedPaper', code, code)))
    .join(t(($) => $.common.listSeparator));
  const refusal = item.trail?.passages.findLast((p) => p.decision === 'refused');
  const isSaid = (text: string) => text !== '' && text !== item.detail;
  return (
    <>
      <span>
        <Tag tone={item.kind === 'instruction' ? 'accent' : 'calm'}>
          {t(($) => $.handover.check.kind[item.kind])}
        </Tag>{' '}
        {isSaid(item.label) && <b>{item.label}</b>} {item.place && <b>{item.place}</b>}
      </span>
      <LongText text={item.detail} />
      <span className={css.meta}>
        {item.owner !== '' && <span>{item.owner}</span>}
        {item.dueAtMs !== null && <Due atMs={item.dueAtMs} />}
        {item.trail && <Way name={name} trail={item.trail} tabIndex={tabIndex} />}
      </span>
      {refusal && (
        <span className={css.owes}>
          ◆{' '}
          {t(($) => $.handover.trail.lastRefused, {
            who: refusal.incomingLead,
            at: format.dateTime(refusal.signedAtMs),
            reason: refusal.reason,
          })}
        </span>
      )}
      {owed !== '' && <span className={css.owes}>◆ {t(($) => $.handover.check.owes, { list: owed })}</span>}
    </>
  );
}

/** The deadline, with its date unless that is today's: at a handover the duty day is two dates. */
function Due({ atMs }: { atMs: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const late = atMs < now;
  const at = format.isoDate(atMs) === format.isoDate(now) ? format.time(atMs) : format.dateTime(atMs);
  return (
    <span data-late={late || undefined}>
      {late ? `◆ ${t(($) => $.handover.check.overdue, { at })}` : t(($) => $.handover.check.due, { at })}
    </span>
  );
}
