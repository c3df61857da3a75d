import { useTranslation } from 'react-i18next';
import type { Hit } from '../../../shared/search/find.ts';
import type { Marked } from '../../../shared/search/marks.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { Tag } from '../../components/Tag.tsx';
import { wordOf } from '../../locales/dynamic.ts';
import { MarkedText } from './MarkedText.tsx';
import css from './search.module.css';

type Props = { hit: Hit; id: string; chosen: boolean; onChoose: () => void; onOpen: () => void };

/** The kind of a hit and what is to be known of it at once, in words. */
function useKindWords() {
  const { t } = useTranslation();
  return (hit: Hit): { kind: string; state: string } => {
    const kind = t(($) => $.search.kindShort[hit.kind]);
    switch (hit.kind) {
      case 'log':
        return { kind: wordOf('common.logKind', hit.state, kind), state: '' };
      case 'instruction':
        return { kind, state: wordOf('instructions.state', hit.state, '') };
      case 'supply':
        return {
          kind: hit.state === 'item' ? kind : wordOf('supplies.movement', hit.state, kind),
          state: '',
        };
      case 'paper':
        return { kind, state: wordOf('handover.status', hit.state, '') };
    }
  };
}

/** One hit on two lines: what it is, whose and when; then the field that holds the words. */
export function HitRow({ hit, id, chosen, onChoose, onOpen }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const words = useKindWords()(hit);
  const year = format.isoDate(hit.atMs).slice(0, 4);
  const isThisYear = year === format.isoDate(now).slice(0, 4);
  const at = format.dateTime(hit.atMs);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={css.hit}
      data-chosen={chosen || undefined}
      onMouseMove={chosen ? undefined : onChoose}
      onClick={onOpen}
    >
      <div className={css.head}>
        <Tag tone={hit.kind === 'instruction' ? 'accent' : 'calm'}>{words.kind}</Tag>
        <Part value={hit.label} className={css.label} />
        <Part value={hit.place} className={css.place} />
        <Part value={hit.who} />
        <Part value={hit.phone} />
        {words.state !== '' && <span className={css.dim}>{words.state}</span>}
        {hit.open && hit.kind !== 'instruction' && <Tag tone="warning">{t(($) => $.search.openTag)}</Tag>}
        <span className={css.at}>
          <Part value={hit.by} className={css.by} />
          <time>{isThisYear ? at : t(($) => $.search.yearAt, { year, at })}</time>
        </span>
      </div>
      {hit.text.text !== '' && (
        <div className={css.text}>
          {hit.field !== 'text' && <span className={css.field}>{t(($) => $.search.field[hit.field])}</span>}
          <MarkedText value={hit.text} />
        </div>
      )}
    </div>
  );
}

function Part({ value, className }: { value: Marked; className?: string | undefined }) {
  if (value.text === '') return null;
  return (
    <span className={className}>
      <MarkedText value={value} />
    </span>
  );
}
