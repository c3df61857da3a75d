import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { ActionForm } from './ActionForm.tsx';
import classes from './forms.module.css';
import { IntakeForm } from './IntakeForm.tsx';

/** F2: the call is taken down, received, and dispatched at once. Closing keeps the draft. */
export function IntakeDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [received, setReceived] = useState<Instruction | null>(null);
  return (
    <Drawer
      opened
      onClose={onClose}
      size={760}
      title={
        <strong>
          {received
            ? t(($) => $.instructions.dispatchForm.next, { number: received.number })
            : t(($) => $.instructions.intake.title)}
        </strong>
      }
    >
      {received ? (
        <>
          <p className={classes.ring}>
            <strong>{received.place}</strong> {received.text.slice(0, 120)}
          </p>
          <ActionForm
            instruction={received}
            action="dispatch"
            preset={{}}
            onDone={onClose}
            extra={<Button onClick={onClose}>{t(($) => $.instructions.dispatchForm.later)}</Button>}
          />
        </>
      ) : (
        <IntakeForm onReceived={setReceived} />
      )}
    </Drawer>
  );
}
