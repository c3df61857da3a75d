import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reading, Sheet } from '../../../shared/handover/types.ts';
import { useFormat } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { ReadDialog } from './ReadDialog.tsx';
import css from './sign.module.css';

/** Rendering takes seconds; what takes longer is said, and is tried again by the program itself. */
const SLOW_MS = 60_000;

/** 已签字，正在封存 → 已封存, and who has read the sheet (阅签), late readings marked. */
export function SealBar({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation();
  const now = useNow(5000);
  const [signing, setSigning] = useState(false);
  const { status, signedAtMs, outgoingShiftId } = sheet.handover;
  if (status === 'withdrawn') return null;
  const sealing = status === 'signed' ? (now - (signedAtMs ?? now) > SLOW_MS ? 'slow' : 'pending') : null;
  return (
    <div className={css.seal} data-state={sealing ?? undefined}>
      <span role="status">
        {sealing !== null && t(($) => $.handover.seal[sealing])}
        {status === 'sealed' && <span className={css.sealed}>✓ {t(($) => $.handover.seal.done)}</span>}
      </span>
      <Readings readings={sheet.readings} sealed={status === 'sealed'} signedAtMs={signedAtMs} />
      <Button size="compact-md" onClick={() => setSigning(true)}>
        {t(($) => $.handover.reading.action)}
      </Button>
      {signing && (
        <ReadDialog shiftId={outgoingShiftId} readings={sheet.readings} onClose={() => setSigning(false)} />
      )}
    </div>
  );
}

type ReadingsProps = { readings: readonly Reading[]; sealed: boolean; signedAtMs: number | null };

function Readings({ readings, sealed, signedAtMs }: ReadingsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  return (
    <ul className={css.readings} aria-label={t(($) => $.handover.reading.title)}>
      {readings.length === 0 && <li>{t(($) => $.handover.reading.none)}</li>}
      {readings.map((r) => (
        <li key={r.personId} className={css.reading}>
          ✓ {t(($) => $.handover.reading.line, { name: r.name, at: format.near(r.atMs, now) })}
          {r.remark !== '' && `：${r.remark}`}{' '}
          {sealed && signedAtMs !== null && r.atMs > signedAtMs && (
            <span className={css.late}>◆ {t(($) => $.handover.reading.late)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
