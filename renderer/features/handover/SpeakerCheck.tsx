import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shell } from '../../app/client.ts';
import { notifyError } from '../../app/errors.ts';
import { type CheckProps, CheckRow, ticked } from './CheckRow.tsx';

/** 试音: plays the alarm tone and asks whether it was heard; only a person can say so. */
export function SpeakerCheck(row: CheckProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'playing' | 'asking' | 'silent' | 'notHeard'>('idle');
  const play = async () => {
    setState('playing');
    try {
      const { heard } = (await shell({ op: 'testTone' })) as { heard: boolean };
      setState(heard ? 'asking' : 'silent');
    } catch (error) {
      setState('idle');
      notifyError(error);
    }
  };
  const answer = (heard: boolean) => {
    row.change(ticked(row.values, 'speaker', heard));
    setState(heard ? 'idle' : 'notHeard');
  };
  const bad = state === 'silent' || state === 'notHeard';
  return (
    <CheckRow
      name="speaker"
      {...row}
      result={bad ? { text: t(($) => $.handover.prepare.speaker[state]), tone: 'warning' } : undefined}
    >
      {state === 'asking' && (
        <>
          <span role="status">{t(($) => $.handover.prepare.speaker.ask)}</span>
          <Button size="compact-md" variant="filled" autoFocus onClick={() => answer(true)}>
            {t(($) => $.handover.prepare.speaker.yes)}
          </Button>
          <Button size="compact-md" onClick={() => answer(false)}>
            {t(($) => $.handover.prepare.speaker.no)}
          </Button>
        </>
      )}
      <Button size="compact-md" disabled={row.readOnly} loading={state === 'playing'} onClick={play}>
        {t(($) => $.handover.prepare.testTone)}
      </Button>
    </CheckRow>
  );
}
