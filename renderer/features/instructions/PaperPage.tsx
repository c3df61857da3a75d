import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/client.ts';
import { navigate } from '../../app/route.ts';
import { useMayCall } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { Panel } from '../../components/Panel.tsx';
import { BackEntryForm } from './BackEntryForm.tsx';
import { BlankFormsPanel } from './BlankFormsPanel.tsx';
import { PaperNumbers } from './PaperNumbers.tsx';
import classes from './PaperPage.module.css';

/** 纸面表单: blank forms for a power cut, their entry afterwards, and how the numbers of each year add up. */
export function PaperPage() {
  const { t } = useTranslation();
  const may = useMayCall();
  const view = useQuery(desk.numbers.view.queryOptions());
  const blocks = view.data?.blocks ?? [];
  const onPaper = blocks
    .flatMap((b) => b.numbers)
    .filter((n) => n.state === 'onPaper')
    .map((n) => n.number)
    .sort();
  return (
    <PageFrame
      fill
      title={t(($) => $.papers.forms.title)}
      note={t(($) => $.papers.forms.note)}
      actions={
        <Button onClick={() => navigate('/instructions')}>{t(($) => $.instructions.detail.back)}</Button>
      }
    >
      <div className={classes.columns}>
        <Panel
          fill
          title={t(($) => $.papers.back.title)}
          note={t(($) => $.papers.back.waiting, { count: onPaper.length })}
        >
          {onPaper.length === 0 ? (
            <EmptyState>{t(($) => $.papers.back.nothing)}</EmptyState>
          ) : may('instructions.backEnter') ? (
            <BackEntryForm onPaper={onPaper} />
          ) : (
            <EmptyState>{t(($) => $.papers.back.noRight)}</EmptyState>
          )}
        </Panel>
        <div className={classes.side}>
          <PaperNumbers years={view.data?.years ?? []} />
          <BlankFormsPanel blocks={blocks} />
        </div>
      </div>
    </PageFrame>
  );
}
