import { type ReactNode, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeHints, Nearby } from '../../../shared/instructions/intake.ts';
import { samePlace } from '../../../shared/instructions/nearby.ts';
import type { RepeatKind } from '../../../shared/instructions/types.ts';
import { useHotkey } from '../../app/hotkeys.ts';
import type { IntakeValues, Linked } from '../../components/intake-drafts.ts';
import { Kbd } from '../../components/Kbd.tsx';
import classes from './intake.module.css';
import knowledge from './knowledge.module.css';
import { NearbyLine } from './NearbyLine.tsx';
import { SimilarList } from './SimilarList.tsx';

type Props = {
  hints: IntakeHints;
  values: IntakeValues;
  change: (patch: Partial<IntakeValues>) => void;
};

const DUPLICATES = 5;
const ranks = Array.from({ length: DUPLICATES }, (_, n) => n);
const linkOf = (n: Nearby): Linked => ({ id: n.id, number: n.number, place: n.place });

/** What the desk knows about the call, beside the form: each part keeps its place whether it has anything to say or not. */
export function IntakeKnowledge({ hints, values, change }: Props) {
  const { t } = useTranslation();
  const { duplicateOf, earlier } = values;
  const toggle = (n: Nearby) => change({ duplicateOf: duplicateOf?.id === n.id ? null : linkOf(n) });
  const mark = (n: Nearby, kind: RepeatKind) =>
    change({ earlier: earlier?.id === n.id && earlier.kind === kind ? null : { ...linkOf(n), kind } });
  const callerPart = useRef<HTMLDivElement>(null);
  const here = hints.sameCaller.find((n) => samePlace(values.place, n.place));
  // What is marked already goes round; else the one at this place. Another place is never marked unseen: it is chosen.
  const meant = hints.sameCaller.find((n) => n.id === earlier?.id) ?? here;
  const onMarkKey = () => {
    if (meant) change({ earlier: nextMark(earlier, meant) });
    else callerPart.current?.querySelector('button')?.focus();
  };
  useHotkey('Alt+R', onMarkKey, hints.sameCaller.length > 0);

  return (
    <aside className={knowledge.knowledge} aria-label={t(($) => $.intake.knowledge)}>
      {ranks.map((n) => (
        <LinkKey key={n} rank={n} duplicate={hints.duplicates[n]} onLink={toggle} />
      ))}
      <Part
        title={t(($) => $.intake.duplicates)}
        note={t(($) => $.intake.duplicatesNote)}
        empty={t(($) => $.intake.noDuplicates)}
        count={hints.duplicates.length}
      >
        {hints.duplicates.map((n, rank) => (
          <NearbyLine key={n.id} nearby={n} marked={duplicateOf?.id === n.id}>
            <button
              type="button"
              className={classes.smallButton}
              aria-pressed={duplicateOf?.id === n.id}
              onClick={() => toggle(n)}
            >
              {duplicateOf?.id === n.id ? t(($) => $.intake.unlink) : t(($) => $.intake.link)}{' '}
              <Kbd>{`Alt+${rank + 1}`}</Kbd>
            </button>
          </NearbyLine>
        ))}
      </Part>
      <Part
        title={t(($) => $.intake.sameCaller)}
        note={t(($) => $.intake.sameCallerNote)}
        empty={t(($) => $.intake.noSameCaller)}
        count={hints.sameCaller.length}
        body={callerPart}
      >
        {hints.sameCaller.map((n) => (
          <NearbyLine key={n.id} nearby={n} marked={earlier?.id === n.id}>
            {(['complaint', 'rework'] as const).map((kind) => (
              <button
                key={kind}
                type="button"
                className={classes.smallButton}
                aria-pressed={earlier?.id === n.id && earlier.kind === kind}
                onClick={() => mark(n, kind)}
              >
                {t(($) => $.intake.repeat[kind])}
                {n === meant && kind === 'complaint' && <Kbd>Alt+R</Kbd>}
              </button>
            ))}
          </NearbyLine>
        ))}
      </Part>
      <Part
        title={t(($) => $.intake.similar)}
        empty={t(($) => $.intake.noSimilar)}
        count={hints.similar.length}
      >
        <SimilarList similar={hints.similar} />
      </Part>
    </aside>
  );
}

/** Alt+R goes round: repeated complaint, rework, neither. */
function nextMark(earlier: IntakeValues['earlier'], last: Nearby): IntakeValues['earlier'] {
  if (earlier?.id !== last.id) return { ...linkOf(last), kind: 'complaint' };
  return earlier.kind === 'complaint' ? { ...linkOf(last), kind: 'rework' } : null;
}

function LinkKey({
  rank,
  duplicate,
  onLink,
}: {
  rank: number;
  duplicate: Nearby | undefined;
  onLink: (n: Nearby) => void;
}) {
  useHotkey(`Alt+${rank + 1}`, () => duplicate && onLink(duplicate), duplicate !== undefined);
  return null;
}

function Part({
  title,
  note,
  empty,
  count,
  body,
  children,
}: {
  title: string;
  note?: string;
  empty: string;
  count: number;
  body?: RefObject<HTMLDivElement | null>;
  children: ReactNode;
}) {
  return (
    <section className={knowledge.part} aria-label={title}>
      <h3 className={knowledge.partHead}>
        <span className={knowledge.partTitle}>{title}</span>
        {count > 0 && <span className={knowledge.count}>{count}</span>}
        {note && <span className={knowledge.partNote}>{note}</span>}
      </h3>
      <div className={knowledge.partBody} ref={body} tabIndex={count > 0 ? 0 : undefined}>
        {count === 0 ? <p className={knowledge.emptyPart}>{empty}</p> : children}
      </div>
    </section>
  );
}
