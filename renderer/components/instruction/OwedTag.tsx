import { useTranslation } from 'react-i18next';
import type { Obligation } from '../../../shared/instructions/obligations.ts';
import type { Level } from '../StateShape.tsx';
import { Tag } from '../Tag.tsx';
import { byDue } from './steps.ts';

const tones = { 0: 'calm', 1: 'critical', 2: 'warning', 3: 'calm' } as const;

/** How many things owed stand in words: two, or the first and a number. */
export const shownWords = (count: number): number => (count > 2 ? 1 : 2);

/** What is owed: the first two in words, of more only the first. */
export function OwedTag({ owed, level }: { owed: readonly Obligation[]; level: Level }) {
  const { t } = useTranslation();
  if (owed.length === 0) return <Tag tone="good">{t(($) => $.desk.live.nothingOwed)}</Tag>;
  const words = [...new Set(byDue(owed).map((o) => t(($) => $.instructions.owed[o.code])))];
  const shown = words.slice(0, shownWords(words.length)).join(' · ');
  return (
    <span title={words.join(' · ')}>
      <Tag tone={tones[level]}>{t(($) => $.desk.live.owes, { list: shown })}</Tag>
    </span>
  );
}
