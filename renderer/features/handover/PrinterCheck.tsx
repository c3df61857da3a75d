import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shell } from '../../app/client.ts';
import { errorText } from '../../app/errors.ts';
import { engineNow } from '../../app/now.ts';
import { useSession } from '../../app/session.ts';
import { type CheckProps, CheckRow, ticked } from './CheckRow.tsx';

type State =
  | { name: 'idle' | 'printing' | 'asking' | 'notReady' | 'failed' }
  | { name: 'refused'; text: string };

/** 打印机: sends a test page and asks whether it came out; without a print queue it says that the printer is not ready. */
export function PrinterCheck(row: CheckProps) {
  const { t } = useTranslation();
  const { person } = useSession();
  const [state, setState] = useState<State>({ name: 'idle' });
  const title = t(($) => $.handover.prepare.printer.title);
  const print = async () => {
    setState({ name: 'printing' });
    const query = new URLSearchParams({ who: person?.name ?? '', at: String(engineNow()) });
    try {
      const outcome = (await shell({
        op: 'paper',
        form: `#/test-page?${query}`,
        action: 'print',
        suggestedName: `${title}.pdf`,
        kind: 'testPage',
        title,
      })) as { printed?: boolean };
      setState({ name: outcome.printed ? 'asking' : 'notReady' });
    } catch (error) {
      setState({ name: 'refused', text: errorText(error) });
    }
  };
  const answer = (printed: boolean) => {
    row.change(ticked(row.values, 'printer', printed));
    setState({ name: printed ? 'idle' : 'failed' });
  };
  const { name } = state;
  const problem =
    name === 'refused'
      ? t(($) => $.handover.prepare.printer.refused, { why: state.text })
      : name === 'notReady' || name === 'failed'
        ? t(($) => $.handover.prepare.printer[name])
        : undefined;
  return (
    <CheckRow
      name="printer"
      {...row}
      result={problem === undefined ? undefined : { text: problem, tone: 'warning' }}
    >
      {state.name === 'asking' && (
        <>
          <span role="status">{t(($) => $.handover.prepare.printer.ask)}</span>
          <Button size="compact-md" variant="filled" autoFocus onClick={() => answer(true)}>
            {t(($) => $.handover.prepare.printer.yes)}
          </Button>
          <Button size="compact-md" onClick={() => answer(false)}>
            {t(($) => $.handover.prepare.printer.no)}
          </Button>
        </>
      )}
      <Button
        size="compact-md"
        disabled={row.readOnly}
        loading={state.name === 'printing'}
        onClick={() => void print()}
      >
        {t(($) => $.handover.prepare.printer.try)}
      </Button>
    </CheckRow>
  );
}
