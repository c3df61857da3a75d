import type { Addendum } from '../handover/types.ts';
import { actionWords, codeWords, logKindWords, word } from './sheet-words.ts';

/** Who wrote an addendum, in brackets; a follow-up's end is nobody's line. */
export const addendumBy = ({ actorName }: Addendum): string => (actorName === '' ? '' : `（${actorName}）`);

/** One line of 冻结后补记 without its time and name. */
export function addendumText(addendum: Addendum): string {
  if (addendum.kind === 'note') return addendum.text;
  if (addendum.kind === 'log') return `${word(logKindWords, addendum.logKind)} ${addendum.text}`;
  const summary = addendum.summary
    .split(' · ')
    .map((part) => word(codeWords, part))
    .join(' · ');
  const said = summary === '' ? '' : `：${summary}`;
  return `指令 ${addendum.number} ${word(actionWords, addendum.action)}${said}`;
}
