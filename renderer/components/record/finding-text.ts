import i18next from 'i18next';
import type { About, Finding } from '../../../shared/audit/types.ts';
import type { Format } from '../../app/format.ts';
import { wordOf } from '../../locales/dynamic.ts';

/** What a finding is about, in words: the number of an instruction or sheet, when an entry was recorded. */
export function aboutText(about: About | null, format: Format): string {
  const { kind, label, atMs } = about ?? { kind: 'other', label: '', atMs: null };
  return i18next.t(($) => $.archive.about[kind], {
    label: kind === 'shift' && label !== '' ? format.localDay(label) : label,
    at: atMs === null ? '' : format.dateTime(atMs),
  });
}

/** One sentence that says what was found, where and of what. */
export function findingText(finding: Finding, format: Format): string {
  const { code, seq, table, detail } = finding;
  const shown = /^[0-9a-f]{64}$/.test(detail) ? `${detail.slice(0, 12)}…` : detail;
  return wordOf('archive.finding', code, code, {
    seq: seq.toLocaleString('en'),
    what: aboutText(finding.about, format),
    table,
    detail: shown,
    interpolation: { escapeValue: false },
  });
}
