import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CarryChange, Trail } from '../../../shared/handover/sections.ts';
import { useFormat } from '../../app/format.ts';
import css from './sections.module.css';

type Props = {
  /** Whose way it is, for readers. */
  name: string;
  trail: Trail;
  /** Every wording, for a line of a section. */
  history?: readonly CarryChange[];
  /** In a list with keys of its own only the line in focus is in the tab order. */
  tabIndex?: number;
};

type Step = { atMs: number; said: string; words: string; refused: boolean };

/** 「自3月9日 · 第3次交接」: opens every wording and every passage over the desk, refusals with their reasons. */
export function Way({ name, trail, history = [], tabIndex }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const passed = trail.passages.length;
  const age = [
    t(($) => $.handover.trail.since, { day: format.day(trail.sinceMs) }),
    passed === 0 ? t(($) => $.handover.trail.first) : t(($) => $.handover.trail.nth, { n: passed + 1 }),
  ].join(t(($) => $.common.middleDot));
  const verbs = { opened: 'opened', edited: 'edited', ended: 'endedBy' } as const;
  // At one instant the passage comes first: only then the next shift could word it anew.
  const steps: Step[] = [
    ...trail.passages.map((p) => ({
      atMs: p.signedAtMs,
      said: t(($) => $.handover.trail.passage, { number: p.number }),
      words:
        p.decision === 'refused'
          ? `✕ ${t(($) => $.handover.trail.refused, { who: p.incomingLead, reason: p.reason })}`
          : `✓ ${t(($) => $.handover.trail.accepted, { who: p.incomingLead })}`,
      refused: p.decision === 'refused',
    })),
    ...history.map((h) => ({
      atMs: h.atMs,
      said: t(($) => $.handover.trail[verbs[h.kind]], { who: h.actorName }),
      words: h.text,
      refused: false,
    })),
  ].sort((a, b) => a.atMs - b.atMs);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={460} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={css.age}
          tabIndex={tabIndex}
          aria-label={t(($) => $.handover.trail.of, { item: name, age })}
          onClick={() => setOpened(!opened)}
        >
          {age}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {steps.length === 0 && <p className={css.none}>{t(($) => $.handover.trail.none)}</p>}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <ol className={css.way} tabIndex={0} aria-label={t(($) => $.handover.trail.title)}>
          {steps.map((step, n) => (
            // Two wordings of one instant may be alike; the list only grows at its end.
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is the identity
            <li key={n} className={css.step}>
              <time>{format.dateTime(step.atMs)}</time>
              <span>
                <b>{step.said}</b>{' '}
                <span className={step.refused ? `${css.words} ${css.refusal}` : css.words}>{step.words}</span>
              </span>
            </li>
          ))}
        </ol>
      </Popover.Dropdown>
    </Popover>
  );
}
