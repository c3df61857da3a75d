import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { deskClient } from '../../app/client.ts';
import { openDialog } from '../../app/dialogs.ts';
import { useFormat } from '../../app/format.ts';
import { useHotkey } from '../../app/hotkeys.ts';
import { engineNow } from '../../app/now.ts';
import { exportWorkbook, openPaper, previewPaper, refuseEmpty, savePaper } from '../../app/papers.ts';
import { navigate } from '../../app/route.ts';
import { useMayCall } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { Panel } from '../../components/Panel.tsx';
import { InstructionGrid } from './InstructionGrid.tsx';
import { ListFilters } from './ListFilters.tsx';
import classes from './ListPage.module.css';
import { useListFilter } from './list-filter.ts';
import { useInstructionPages } from './list-pages.ts';

/** Every instruction, newest first; the filters live in the address, and paper and workbook show the same. */
export function ListPage() {
  const { t } = useTranslation();
  const may = useMayCall();
  const format = useFormat();
  const list = useListFilter();
  const pages = useInstructionPages(list.filter);
  const title = () => t(($) => $.papers.registerTitle, { day: format.isoDate(engineNow()) });
  const leave = (by: typeof savePaper | typeof previewPaper) => {
    if (!refuseEmpty(pages.isEmpty)) void by(list.form, title(), 'register');
  };
  const print = () => leave(previewPaper);
  useHotkey('Ctrl+P', print, true, true);

  return (
    <PageFrame
      fill
      title={t(($) => $.instructions.title)}
      note={t(($) => $.instructions.list.total, { count: pages.total })}
      actions={
        <>
          <Button onClick={() => navigate('/instructions/paper')}>{t(($) => $.papers.forms.title)}</Button>
          <Button onClick={print}>
            {t(($) => $.common.print)}&nbsp;<Kbd>Ctrl+P</Kbd>
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button>{t(($) => $.common.export)}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                onClick={() =>
                  void exportWorkbook(
                    () => deskClient.instructions.workbook(list.filter),
                    'register',
                    title(),
                  )
                }
              >
                {t(($) => $.papers.as.xlsx)}
              </Menu.Item>
              <Menu.Item onClick={() => leave(savePaper)}>{t(($) => $.papers.as.pdf)}</Menu.Item>
              <Menu.Item onClick={() => leave(openPaper)}>{t(($) => $.papers.as.preview)}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          {may('instructions.receive') && (
            <Button variant="filled" onClick={() => openDialog({ kind: 'intake' })}>
              {t(($) => $.instructions.new)}&nbsp;<Kbd>F2</Kbd>
            </Button>
          )}
        </>
      }
    >
      <div className={classes.whole}>
        <ListFilters {...list} />
        <Panel fill flush label={t(($) => $.instructions.list.grid)}>
          {pages.isEmpty ? (
            <EmptyState>{t(($) => $.instructions.list.empty)}</EmptyState>
          ) : (
            <InstructionGrid pages={pages} />
          )}
        </Panel>
      </div>
    </PageFrame>
  );
}
