import { IconLink, IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { paperOwed } from '../../../shared/duty-log/paper-case.ts';
import type { LogEntry } from '../../../shared/duty-log/types.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { useSettings } from '../../app/settings.ts';
import { Tag } from '../Tag.tsx';
import classes from './marks.module.css';

/** What hangs on an entry, in few words under its text: owed, followed up, corrected, attached, linked. */
export function EntryMarks({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const minutes = useSettings()?.limits.urgentPaperMinutes ?? 10;
  const numbered = entry.kind !== 'document' || entry.details.receiptNo !== '';
  const owed = numbered ? paperOwed(entry, minutes).filter((o) => o.code !== 'orderEnd') : [];
  const last = entry.corrections.at(-1);
  const tags = [
    ...owed.map(({ code, dueAtMs }) => {
      const late = dueAtMs !== null && dueAtMs < now;
      return (
        <Tag key={code} tone={code === 'leaderReport' ? (late ? 'critical' : 'warning') : 'calm'}>
          {late && '▲ '}
          {t(($) => $.log.owed[code])}
          {dueAtMs !== null && ` ${t(($) => $.log.before, { at: format.near(dueAtMs, now) })}`}
        </Tag>
      );
    }),
    ...entry.followUps.map((f) => {
      if (f.doneAtMs !== null)
        return (
          <Tag key={f.id} tone="good">
            {t(($) => $.log.followUpDone, { owner: f.owner })}
          </Tag>
        );
      const late = f.dueAtMs < now;
      return (
        <Tag key={f.id} tone="warning">
          {late && '◆ '}
          {t(($) => $.log.followUp, { owner: f.owner, at: format.near(f.dueAtMs, now) })}
          {late && ` ${t(($) => $.log.followUpOverdue)}`}
        </Tag>
      );
    }),
  ];
  const none = tags.length === 0 && !last && entry.attachments.length === 0 && entry.links.length === 0;
  if (none) return null;
  return (
    <span className={classes.marks}>
      {tags}
      {last && (
        <Tag>
          {t(($) => $.log.correctedMark, {
            at: format.near(last.recordedAtMs, entry.recordedAtMs),
            reason: last.reason,
          })}
          {entry.corrections.length > 1 && ` ×${entry.corrections.length}`}
        </Tag>
      )}
      {entry.attachments.length > 0 && (
        <span className={classes.count}>
          <IconPaperclip size={15} aria-hidden /> {t(($) => $.log.attached, { n: entry.attachments.length })}
        </span>
      )}
      {entry.links.length > 0 && (
        <span className={classes.count}>
          <IconLink size={15} aria-hidden /> {t(($) => $.log.linked, { n: entry.links.length })}
        </span>
      )}
    </span>
  );
}
