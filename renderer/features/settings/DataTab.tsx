import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deskClient, shell } from '../../app/client.ts';
import { Panel } from '../../components/Panel.tsx';
import classes from './settings.module.css';
import { useSave } from './use-save.ts';

const savedPath = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string'
    ? value.path
    : '';

/** The reference data as a bureau file. */
export function DataTab() {
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
    <div className={classes.narrow}>
      <Panel title={t(($) => $.settings.data.title)}>
        <p className={classes.dim}>{t(($) => $.settings.data.intro)}</p>
        <div className={classes.foot}>
          {path && <span className={classes.good}>{t(($) => $.settings.data.saved, { path })}</span>}
          <Button variant="filled" onClick={() => void exportFile()} loading={busy}>
            {t(($) => $.common.export)}
          </Button>
        </div>
      </Panel>
    </div>
  );
}
