import i18next from 'i18next';
import type { PaperMatch } from '../../../shared/archive/types.ts';
import type { Format } from '../../app/format.ts';
import { aboutText } from '../../components/record/finding-text.ts';

/** To what a fingerprint led, as one sentence; for one that led nowhere also what that means. */
export function matchText(match: PaperMatch, format: Format): string {
  const t = i18next.t;
  const number = (seq: number) => seq.toLocaleString('en');
  switch (match.found) {
    case 'sheet':
      return t(($) => $.archive.paper.sheet, {
        number: match.number,
        seq: number(match.seq),
        at: format.dateTime(match.atMs),
      });
    case 'event':
      return t(($) => $.archive.paper.event, {
        seq: number(match.seq),
        at: format.dateTime(match.atMs),
        what: aboutText(match.about, format),
      });
    case 'document':
      return t(($) => $.archive.paper.document, { number: match.row.number });
    case 'several':
      return t(($) => $.archive.paper.several, { count: match.count });
    default: {
      const { here } = match;
      if (!here) return t(($) => $.archive.paper.none);
      return t(($) => $.archive.paper.noneHere, {
        claimed: match.number ?? t(($) => $.archive.paper.place, { seq: number(match.seq ?? here.seq) }),
        head: here.head.slice(0, 16).match(/.{4}/g)?.join(' ') ?? '',
        seq: number(here.seq),
        at: format.dateTime(here.atMs),
      });
    }
  }
}
