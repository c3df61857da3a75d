import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handover } from '../../../shared/handover/types.ts';
import { shortHex } from '../../../shared/papers/sheet-summary.ts';
import { shell } from '../../app/client.ts';
import { notifyError } from '../../app/errors.ts';
import { useHotkey } from '../../app/hotkeys.ts';
import { ReprintDialog } from '../../components/paper/ReprintDialog.tsx';
import { SheetCopies } from '../../components/paper/SheetCopies.tsx';
import css from './handover.module.css';

/** The archived sheet: its fingerprints, and open, print and export of the very bytes that were sealed. */
export function DocumentBar({ handover }: { handover: Handover }) {
  const { t } = useTranslation();
  const { id, number, chain, documentSha256: sha256 } = handover;
  const open = (sha: string) => shell({ op: 'openDocument', sha256: sha }).catch(notifyError);
  const [reprinting, setReprinting] = useState(false);
  useHotkey('Ctrl+P', () => setReprinting(true), sha256 !== null, true);
  const save = async (sha: string) => {
    try {
      const result = (await shell({ op: 'saveDocument', sha256: sha, suggestedName: `${number}.pdf` })) as {
        saved: boolean;
        path?: string;
      };
      if (result.saved) {
        notifications.show({ message: t(($) => $.handover.document.saved, { path: result.path ?? '' }) });
      }
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <div className={css.document}>
      <div className={css.prints}>
        {chain && (
          <span>
            {t(($) => $.handover.document.chain)}{' '}
            <b>
              {t(($) => $.handover.document.chainText, {
                seq: chain.seq.toLocaleString('en'),
                head: shortHex(chain.head),
              })}
            </b>
          </span>
        )}
        {sha256 ? (
          <span>
            {t(($) => $.handover.document.sha)} <b>{shortHex(sha256)}</b>
          </span>
        ) : (
          <span role="status">{t(($) => $.handover.document.pending)}</span>
        )}
      </div>
      {sha256 && (
        <div className={css.buttons}>
          <Button onClick={() => open(sha256)}>{t(($) => $.handover.document.open)}</Button>
          <Button onClick={() => setReprinting(true)} title={t(($) => $.handover.document.reprint)}>
            {t(($) => $.handover.document.print)}
          </Button>
          <Button onClick={() => save(sha256)}>{t(($) => $.handover.document.export)}</Button>
          <SheetCopies id={id} number={number} />
        </div>
      )}
      {reprinting && sha256 && (
        <ReprintDialog id={id} number={number} sha256={sha256} onClose={() => setReprinting(false)} />
      )}
    </div>
  );
}
