import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../components/Kbd.tsx';
import { pages } from '../pages.tsx';
import classes from './HelpDialog.module.css';

/** F1: every key in one list. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const keys: [string, string][] = [
    ['F1 / ?', t(($) => $.desk.help.help)],
    ['F2', t(($) => $.desk.help.newInstruction)],
    ['F2  F2', t(($) => $.intake.help.second)],
    ['Alt+1…5', t(($) => $.intake.help.link)],
    ['Alt+R', t(($) => $.intake.help.mark)],
    ['Alt+G', t(($) => $.intake.help.guess)],
    ['F3', t(($) => $.desk.help.newEntry)],
    ['F4', t(($) => $.desk.help.search)],
    ['F7', t(($) => $.desk.help.silence)],
    ['F8', t(($) => $.desk.help.acknowledge)],
    ['F9', t(($) => $.desk.help.handover)],
    [`Ctrl+1…${pages.length}`, t(($) => $.desk.help.pages)],
    ['Ctrl+Enter', t(($) => $.desk.help.save)],
    ['Esc', t(($) => $.desk.help.close)],
    ['Alt+L', t(($) => $.desk.help.lock)],
    ['Ctrl+K  /', t(($) => $.desk.help.command)],
    ['Ctrl+;', t(($) => $.desk.help.now)],
    ['Ctrl + −', t(($) => $.desk.help.zoom)],
  ];
  return (
    <Modal opened onClose={onClose} title={t(($) => $.desk.help.title)} size={560}>
      <p className={classes.intro}>{t(($) => $.desk.help.intro)}</p>
      <dl className={classes.keys}>
        {keys.map(([key, words]) => (
          <div key={key} className={classes.row}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
