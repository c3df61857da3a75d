import type { Addendum } from '../handover/types.ts';
import { actionWords, codeWords, logKindWords, word } from './sheet-words.ts';

/** One line of 冻结后补记 without its time and name. */
export function addendumText(addendum: Addendum): string {
  if (addendum.kind === 'log') return `${word(logKindWords, addendum.logKind)} ${addendum.text}`;
  const summary = addendum.summary
    .split(' · ')
    .map((part) => word(codeWords, part))
    .join(' · ');
  const said = summary === '' ? '' : `：${summary}`;
  return `指令 ${addendum.number} ${word(actionWords, addendum.action)}${said}`;
}
