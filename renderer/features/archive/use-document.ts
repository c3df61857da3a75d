import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { ArchiveRow } from '../../../shared/archive/types.ts';
import { deskClient, shell } from '../../app/client.ts';
import { notifyError } from '../../app/errors.ts';

/** Opens, prints and saves the archived bytes of a sealed sheet; a print is noted in the log as 补打. */
export function useDocument({ sha256, handoverId, number }: ArchiveRow, onPrinted: () => void) {
  const { t } = useTranslation();
  const open = () => shell({ op: 'openDocument', sha256 }).catch(notifyError);
  const print = async () => {
    try {
      await shell({ op: 'printDocument', sha256 });
      await deskClient.handover.reprinted({ id: handoverId });
      onPrinted();
    } catch (error) {
      notifyError(error);
    }
  };
  const save = async () => {
    try {
      const result = (await shell({ op: 'saveDocument', sha256, suggestedName: `${number}.pdf` })) as {
        saved: boolean;
        path?: string;
      };
      if (result.saved)
        notifications.show({ message: t(($) => $.archive.check.saved, { path: result.path ?? '' }) });
    } catch (error) {
      notifyError(error);
    }
  };
  return { open, print, save };
}
