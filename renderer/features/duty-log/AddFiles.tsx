import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/client.ts';
import { notifyError } from '../../app/errors.ts';
import { FileLines } from '../../components/attachments/FileLines.tsx';
import { FilesLeftOut } from '../../components/attachments/FilesLeftOut.tsx';
import { useFileDrop } from '../../components/attachments/use-file-drop.ts';
import { useUploads } from '../../components/attachments/use-uploads.ts';

/** Puts further files to an entry that is written already; they can be looked over and taken off before. */
export function AddFiles({ entryId }: { entryId: string }) {
  const { t } = useTranslation();
  const uploads = useUploads(`log.attach.${entryId}`);
  const drop = useFileDrop(uploads.add);
  const attach = useMutation(
    desk.dutyLog.attach.mutationOptions({
      onSuccess: () => uploads.clear(),
      onError: (error) => {
        if (!uploads.report(error)) notifyError(error);
      },
    }),
  );
  return (
    <div {...drop.props}>
      <FileLines uploads={uploads} over={drop.over} />
      {uploads.attachments.length > 0 && (
        <Button
          mt={6}
          size="compact-md"
          variant="filled"
          disabled={uploads.busy}
          loading={attach.isPending}
          onClick={() => attach.mutate({ id: entryId, attachments: uploads.attachments })}
        >
          {t(($) => $.log.files.attach, { n: uploads.attachments.length })}
        </Button>
      )}
      {uploads.attachments.length > 0 && uploads.refused > 0 && <FilesLeftOut n={uploads.refused} />}
    </div>
  );
}
