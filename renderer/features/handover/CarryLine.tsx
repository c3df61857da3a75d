import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CarryItem, Section, SectionLine } from '../../../shared/handover/sections.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { navigate } from '../../app/route.ts';
import { LongText } from '../../components/LongText.tsx';
import type { LineTask } from './line-task.ts';
import css from './sections.module.css';
import { Way } from './Way.tsx';

type Task = { mayEdit: boolean; onTask: (task: LineTask) => void };

/** How a line is called by its buttons. */
const nameOf = (text: string) => text.replace(/\s+/g, ' ').slice(0, 24);

/** A line that goes from shift to shift: its words, owner, age and way; to be edited and ended. */
export function CarriedLine({ item, mayEdit, onTask }: Task & { item: CarryItem }) {
  const { t } = useTranslation();
  const name = nameOf(item.text);
  const ended = item.endedAtMs !== null;
  return (
    <li className={css.line}>
      <span className={css.time} aria-hidden="true">
        {ended ? '✓' : '•'}
      </span>
      <div className={css.text}>
        <LongText text={item.text} />
        {ended && (
          <span className={css.done}>✓ {t(($) => $.handover.sections.ended, { text: item.endedText })}</span>
        )}
        <span className={css.meta}>
          {item.owner !== '' && <span>{item.owner}</span>}
          <Way name={name} trail={item.trail} history={item.history} />
          {item.entryId !== null && <span>{t(($) => $.handover.sections.reworded)}</span>}
        </span>
      </div>
      {mayEdit && !ended && (
        <div className={css.buttons}>
          <Button
            size="compact-md"
            variant="subtle"
            aria-label={t(($) => $.handover.sections.editOf, { item: name })}
            onClick={() => onTask({ kind: 'edit', item })}
          >
            {t(($) => $.handover.sections.edit)}
          </Button>
          <Button
            size="compact-md"
            variant="subtle"
            aria-label={t(($) => $.handover.sections.endOf, { item: name })}
            onClick={() => onTask({ kind: 'end', item })}
          >
            {t(($) => $.handover.sections.end)}
          </Button>
        </div>
      )}
    </li>
  );
}

type CompiledProps = Task & { line: SectionLine; section: Section; dutyDay: string };

/** A line that the log says of itself, with the way to its record; an entry's may be worded anew. */
export function CompiledLine({ line, section, dutyDay, mayEdit, onTask }: CompiledProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const { source } = line;
  // An order on a paper is a step of its entry: worded anew it would take the entry's own place.
  const own = source?.kind === 'entry' && source.id === line.key;
  return (
    <li className={css.line}>
      <time className={css.time}>{line.atMs === null ? '' : format.near(line.atMs, now)}</time>
      <div className={css.text}>
        <LongText text={line.text} />
        <span className={css.meta}>
          {source ? (
            <button
              type="button"
              className={css.link}
              onClick={() =>
                navigate(
                  source.kind === 'entry'
                    ? `/log?day=${dutyDay}&entry=${source.id}`
                    : `/instructions/${source.id}`,
                )
              }
            >
              {t(($) => $.handover.sections.open)}
            </button>
          ) : (
            t(($) => $.handover.sections.compiled)
          )}
        </span>
      </div>
      {mayEdit && own && (
        <div className={css.buttons}>
          <Button
            size="compact-md"
            variant="subtle"
            aria-label={t(($) => $.handover.sections.rewordOf, { item: nameOf(line.text) })}
            onClick={() => onTask({ kind: 'reword', section, line })}
          >
            {t(($) => $.handover.sections.reword)}
          </Button>
        </div>
      )}
    </li>
  );
}
