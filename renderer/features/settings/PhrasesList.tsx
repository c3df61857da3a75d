import { Button, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lastPosition, moved } from '../../../shared/dictionary/order.ts';
import { notifyError } from '../../app/errors.ts';
import { Panel } from '../../components/Panel.tsx';
import { Tag } from '../../components/Tag.tsx';
import { PhrasesDialog } from './PhrasesDialog.tsx';
import classes from './settings.module.css';

/** A word of a list, as it is saved. */
export type SavedWord = { id?: string; version?: number; text: string; position: number; active: boolean };
export type Word = SavedWord & { id: string; version: number; note?: string };

type Props = {
  title: string;
  intro: string;
  empty: string;
  words: { text: string; note?: string; add: string; edit: string };
  items: readonly Word[];
  editable: boolean;
  save: (item: SavedWord) => Promise<unknown>;
  chooser?: ReactNode;
};

/** A list of words: added, edited, retired, and put in order by buttons or Alt+↑↓. */
export function PhrasesList({ title, intro, empty, words, items, editable, save, chooser }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<Word | 'new' | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const busy = useRef(false);
  /** A row that was moved keeps the focus at its new place, as soon as it stands there. */
  const following = useRef<{ id: string; at: number } | null>(null);
  useEffect(() => {
    const moving = following.current;
    if (moving === null || items[moving.at]?.id !== moving.id) return;
    following.current = null;
    body.current?.rows[moving.at]?.focus();
  }, [items]);

  const saved = ({ id, version, text, active }: Word) => ({ id, version, text, active });
  const run = (work: () => Promise<unknown>) => {
    if (busy.current) return;
    busy.current = true;
    work()
      .catch(notifyError)
      .finally(() => {
        busy.current = false;
      });
  };
  const move = (from: number, to: number) =>
    run(async () => {
      const id = items[from]?.id;
      following.current = id === undefined ? null : { id, at: to };
      for (const { item, position } of moved(items, from, to)) await save({ ...saved(item), position });
    });
  const rowAt = (n: number) => body.current?.querySelectorAll('tr')[n];

  const onKeyDown = (event: KeyboardEvent, n: number, item: Word) => {
    if (event.target !== event.currentTarget) return;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (!event.altKey) rowAt(n + step)?.focus();
      else if (editable) move(n, n + step);
    }
    if (event.key === 'Enter' && editable) {
      event.preventDefault();
      setEditing(item);
    }
  };

  return (
    <Panel
      flush
      title={title}
      note={editable ? t(($) => $.dictionary.keys) : undefined}
      actions={
        editable && (
          <Button variant="filled" onClick={() => setEditing('new')}>
            {words.add}
          </Button>
        )
      }
    >
      <div className={classes.intro}>
        <p className={classes.dim}>{intro}</p>
        {chooser}
      </div>
      {items.length === 0 ? (
        <p className={classes.intro}>{empty}</p>
      ) : (
        <table className={classes.table} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{words.text}</th>
              {words.note && <th scope="col">{words.note}</th>}
              <th scope="col">
                <VisuallyHidden>{t(($) => $.common.edit)}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {items.map((item, n) => (
              <tr
                key={item.id}
                tabIndex={n === 0 ? 0 : -1}
                data-left={!item.active || undefined}
                onKeyDown={(event) => onKeyDown(event, n, item)}
              >
                <td>
                  {item.text} {!item.active && <Tag>{t(($) => $.dictionary.retired)}</Tag>}
                </td>
                {words.note && <td className={classes.dim}>{item.note}</td>}
                <td>
                  {editable && (
                    <div className={classes.buttons}>
                      <Button
                        aria-label={t(($) => $.dictionary.up, { text: item.text })}
                        disabled={n === 0}
                        onClick={() => move(n, n - 1)}
                      >
                        ↑
                      </Button>
                      <Button
                        aria-label={t(($) => $.dictionary.down, { text: item.text })}
                        disabled={n === items.length - 1}
                        onClick={() => move(n, n + 1)}
                      >
                        ↓
                      </Button>
                      <Button onClick={() => setEditing(item)}>{t(($) => $.common.edit)}</Button>
                      <Button
                        onClick={() =>
                          run(() => save({ ...saved(item), position: item.position, active: !item.active }))
                        }
                      >
                        {item.active ? t(($) => $.dictionary.retire) : t(($) => $.dictionary.restore)}
                      </Button>
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {editing && (
        <PhrasesDialog
          title={editing === 'new' ? words.add : words.edit}
          label={words.text}
          text={editing === 'new' ? '' : editing.text}
          onClose={() => setEditing(null)}
          save={(text) =>
            save(
              editing === 'new'
                ? { text, position: lastPosition(items), active: true }
                : { ...saved(editing), text, position: editing.position },
            )
          }
        />
      )}
    </Panel>
  );
}
