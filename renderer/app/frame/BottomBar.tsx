import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../components/Kbd.tsx';
import { silence, useAlarms } from '../alarms.ts';
import { desk } from '../client.ts';
import { openDialog } from '../dialogs.ts';
import { useEngine } from '../engine.ts';
import { openSearch } from '../search-door.ts';
import classes from './BottomBar.module.css';
import { CommandLine } from './CommandLine.tsx';

/** Command line, the keys everyone needs, and the state of the engine and the record chain. */
export function BottomBar({ onAcknowledge }: { onAcknowledge: () => void }) {
  const { t } = useTranslation();
  const engine = useEngine();
  const { silenced } = useAlarms();
  const view = useQuery(desk.desk.view.queryOptions()).data;
  return (
    <footer className={classes.bar}>
      <CommandLine />
      <button type="button" className={classes.key} onClick={() => openSearch()}>
        <Kbd>F4</Kbd> {t(($) => $.search.title)}
      </button>
      <button type="button" className={classes.key} disabled={silenced} onClick={() => void silence()}>
        <Kbd>F7</Kbd> {silenced ? t(($) => $.desk.alarm.silenced) : t(($) => $.desk.alarm.silence)}
      </button>
      <button type="button" className={classes.key} onClick={onAcknowledge}>
        <Kbd>F8</Kbd> {t(($) => $.desk.alarm.acknowledge)}
      </button>
      <button type="button" className={classes.key} onClick={() => openDialog({ kind: 'help' })}>
        <Kbd>F1</Kbd> {t(($) => $.desk.help.help)}
      </button>
      <div className={classes.state}>
        <span data-status={engine.status}>{t(($) => $.desk.engine[engine.status])}</span>
        {view && <span>{t(($) => $.desk.chain, { seq: view.chain.seq.toLocaleString('en') })}</span>}
        {view?.readOnly && <strong>{t(($) => $.desk.engine.readOnly)}</strong>}
      </div>
    </footer>
  );
}
