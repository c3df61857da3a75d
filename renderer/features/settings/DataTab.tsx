import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { deskClient, shell } from '../../app/client.ts';
import { useMayCall } from '../../app/session.ts';
import { Panel } from '../../components/Panel.tsx';
import { BackupPanel } from '../../components/record/BackupPanel.tsx';
import { WholeCheck } from '../../components/record/WholeCheck.tsx';
import classes from './settings.module.css';
import { useSave } from './use-save.ts';

const savedPath = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string'
    ? value.path
    : '';

/** 数据: backups, the check of the whole record, and for administrators the reference data as a bureau file. */
export function DataTab() {
  const { t } = useTranslation();
  const may = useMayCall();
  return (
    <div className={classes.narrow}>
      <BackupPanel />
      <WholeCheck />
      <Link className={classes.further} href="/archive">
        {t(($) => $.archive.open)}
      </Link>
      {may('bureau.export') && <BureauFile />}
    </div>
  );
}

function BureauFile() {
  const { t } = useTranslation();
  const { busy, save } = useSave();
  const [path, setPath] = useState('');
  const exportFile = () =>
    save(async () => {
      const { text } = await deskClient.bureau.export();
      const suggestedName = t(($) => $.settings.data.fileName);
      setPath(savedPath(await shell({ op: 'saveText', text, suggestedName })));
    });
  return (
    <Panel title={t(($) => $.settings.data.title)}>
      <p className={classes.dim}>{t(($) => $.settings.data.intro)}</p>
      <div className={classes.foot}>
        {path && <span className={classes.good}>{t(($) => $.settings.data.saved, { path })}</span>}
        <Button onClick={() => void exportFile()} loading={busy}>
          {t(($) => $.common.export)}
        </Button>
      </div>
    </Panel>
  );
}
