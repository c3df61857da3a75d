import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { reprintAddress } from '../../../shared/papers/entry-forms.ts';
import { deskClient, shell } from '../../app/client.ts';
import { printPaper } from '../../app/papers.ts';
import { FormDialog } from '../FormDialog.tsx';

type Props = { id: string; number: string; sha256: string; onClose: () => void };

/**
 * 补打 of a sealed sheet: written into the log with why, then the archived bytes leave as they are, and the slip that says so
 * goes after them.
 */
export function ReprintDialog({ id, number, sha256, onClose }: Props) {
  const { t } = useTranslation();
  const reprint = async ({ reason }: { reason: string }) => {
    const { entryId } = await deskClient.handover.reprinted({ id, reason });
    await shell({ op: 'printDocument', sha256 });
    void printPaper(
      reprintAddress(id, entryId),
      t(($) => $.papers.sheet.slipTitle, { number }),
      'reprint',
    );
  };
  return (
    <FormDialog
      title={t(($) => $.papers.sheet.reprintTitle, { number })}
      draft={`reprint-${id}`}
      initial={{ reason: '' }}
      submit={t(($) => $.papers.sheet.doReprint)}
      onClose={onClose}
      save={reprint}
    >
      {({ values, errors, set }) => (
        <>
          <Text>{t(($) => $.papers.sheet.reprintNote)}</Text>
          <Textarea
            data-autofocus
            autosize
            minRows={2}
            maxLength={300}
            label={t(($) => $.papers.sheet.reason)}
            placeholder={t(($) => $.papers.sheet.reasonHint)}
            value={values.reason}
            error={errors.reason}
            onChange={(e) => set({ reason: e.currentTarget.value })}
          />
        </>
      )}
    </FormDialog>
  );
}
