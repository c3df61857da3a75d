import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../app/dialogs.ts';
import classes from './IntakeButton.module.css';
import { type IntakeCall, useWaitingIntakes } from './intake-drafts.ts';
import { Kbd } from './Kbd.tsx';

/** 新建指令, with a mark where an unsent draft waits. */
export function IntakeButton() {
  const { t } = useTranslation();
  const waiting = useWaitingIntakes();
  const words = t(($) => $.intake.waiting, {
    list: waiting
      .map((call: IntakeCall) => t(($) => $.intake.call[call]))
      .join(t(($) => $.common.listSeparator)),
  });
  return (
    <Button
      variant="filled"
      onClick={() => openDialog({ kind: 'intake' })}
      title={waiting.length > 0 ? words : undefined}
    >
      {t(($) => $.instructions.new)}
      {waiting.length > 0 && (
        <span className={classes.badge} aria-hidden="true">
          {t(($) => $.intake.draft)} {waiting.length}
        </span>
      )}
      &nbsp;<Kbd>F2</Kbd>
    </Button>
  );
}
