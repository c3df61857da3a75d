import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PaperPreview } from '../../components/paper/PaperPreview.tsx';
import { ActionDialog } from '../../features/instructions/ActionDialog.tsx';
import { IntakeDrawer } from '../../features/instructions/IntakeDrawer.tsx';
import { SwitchForm } from '../../features/session/SwitchForm.tsx';
import { session } from '../client.ts';
import { closeDialog, useDialog } from '../dialogs.ts';
import { notifyError } from '../errors.ts';
import { HelpDialog } from './HelpDialog.tsx';

/** For somebody without a PIN: back to the sign-in page. */
function signOut(): void {
  closeDialog();
  session({ op: 'signOut' }).catch(notifyError);
}

/** The dialog that lies over the page, whichever page opened it. */
export function DialogHost() {
  const { t } = useTranslation();
  const dialog = useDialog();
  switch (dialog?.kind) {
    case 'help':
      return <HelpDialog onClose={closeDialog} />;
    case 'intake':
      return <IntakeDrawer onClose={closeDialog} />;
    case 'action':
      return (
        <ActionDialog
          key={`${dialog.instructionId} ${dialog.action}`}
          instructionId={dialog.instructionId}
          action={dialog.action}
          preset={dialog.preset}
          since={dialog.since}
          onClose={closeDialog}
        />
      );
    case 'paper':
      return (
        <PaperPreview
          key={dialog.form}
          form={dialog.form}
          title={dialog.title}
          kind={dialog.paper}
          onClose={closeDialog}
        />
      );
    case 'switch':
      return (
        <Modal opened onClose={closeDialog} title={t(($) => $.session.switch)} size={420}>
          <SwitchForm label={t(($) => $.session.switch)} onDone={closeDialog} />
          <Button variant="subtle" fullWidth mt="sm" onClick={signOut}>
            {t(($) => $.session.signOut)}
          </Button>
        </Modal>
      );
    default:
      return null;
  }
}
