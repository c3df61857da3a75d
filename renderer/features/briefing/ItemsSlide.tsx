import { useTranslation } from 'react-i18next';
import type { HandoverItem } from '../../../shared/handover/types.ts';
import { clockText, useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { wordOf } from '../../locales/dynamic.ts';
import css from './briefing.module.css';

/** Open things with what is owed, whose they are, and the clock of the next due time. */
export function ItemsSlide({ items, empty }: { items: readonly HandoverItem[]; empty: string }) {
  if (items.length === 0) return <p className={css.empty}>{empty}</p>;
  return (
    <ul className={css.items}>
      {items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </ul>
  );
}

function Item({ item }: { item: HandoverItem }) {
  const { t } = useTranslation();
  const owed = item.owed
    .map((code) => wordOf('instructions.owed', code, wordOf('handover.check.owedPaper', code, code)))
    .join(t(($) => $.common.listSeparator));
  const refused = item.trail?.passages.findLast((p) => p.decision === 'refused');
  const title = [item.label === item.detail ? '' : item.label, item.place].filter(Boolean).join('　');
  return (
    <li className={css.item}>
      <div className={css.what}>
        <b className={css.title}>
          {item.kind !== 'instruction' && `${t(($) => $.handover.check.kind[item.kind])}　`}
          {title}
        </b>
        <span className={css.clamped}>{item.detail}</span>
        <span className={css.meta}>
          {item.owner !== '' && <span>{item.owner}</span>}
          {owed !== '' && <span className={css.warn}>{t(($) => $.handover.check.owes, { list: owed })}</span>}
          {refused && <span className={css.warn}>✕ {t(($) => $.briefing.refused)}</span>}
        </span>
      </div>
      {item.dueAtMs !== null ? (
        <Countdown dueAtMs={item.dueAtMs} />
      ) : (
        item.trail && <Elapsed sinceMs={item.trail.sinceMs} />
      )}
    </li>
  );
}

/** More than a day away only the date matters. */
const DAY_MS = 24 * 60 * 60_000;

function Countdown({ dueAtMs }: { dueAtMs: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const left = dueAtMs - now;
  const late = left < 0;
  return (
    <div className={css.due} data-late={late || undefined}>
      <span className={css.left} role="timer" aria-live="off">
        {Math.abs(left) >= DAY_MS ? (late ? '▲' : '') : `${late ? '▲ +' : ''}${clockText(left)}`}
      </span>
      <span>{t(($) => $.handover.check.due, { at: format.near(dueAtMs, now) })}</span>
    </div>
  );
}

/** Nothing falls due: how long it has been open. */
function Elapsed({ sinceMs }: { sinceMs: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  return (
    <div className={css.due}>
      <span className={css.open}>{format.duration(now - sinceMs)}</span>
      <span>{t(($) => $.briefing.openSince, { at: format.dateTime(sinceMs) })}</span>
    </div>
  );
}
