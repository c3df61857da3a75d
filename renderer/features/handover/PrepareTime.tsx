import { useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../shared/contract/handover.ts';
import { isPrepareTime, openPreparation } from '../../../shared/handover/prepare.ts';
import type { Shift } from '../../../shared/shifts/types.ts';
import { useFormat } from '../../app/format.ts';
import { useLastBackupMs } from '../../app/last-backup.ts';
import { useNow } from '../../app/now.ts';
import css from './page.module.css';

/** From 08:00 on: that it is time to prepare, how long is left, and what of the checklist is open. */
export function PrepareTime({ view, holder }: { view: HandoverView; holder: Shift }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const lastBackupMs = useLastBackupMs();
  // After the changeover the line above says how late it is.
  if (!isPrepareTime(holder, now) || now >= holder.plannedEndMs) return null;
  const open = openPreparation({
    preparation: view.preparation,
    lastBackupMs,
    nowMs: now,
  });
  const at = format.time(holder.plannedEndMs);
  const left = format.duration(holder.plannedEndMs - now);
  const list = open
    .map((name) => t(($) => $.handover.prepare.missing[name]))
    .join(t(($) => $.common.listSeparator));
  return (
    <p className={css.prepareTime} role="status" data-ready={open.length === 0 || undefined}>
      {open.length === 0
        ? `✓ ${t(($) => $.handover.prepareReady, { at, left })}`
        : `▶ ${t(($) => $.handover.prepareDue, { at, left, list })}`}
    </p>
  );
}
