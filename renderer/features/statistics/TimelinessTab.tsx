import { Button, Menu, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../../shared/settings/types.ts';
import { addDays } from '../../../shared/time/zone.ts';
import { groupings, stages, type TimelinessReport } from '../../../shared/timeliness/types.ts';
import { desk } from '../../app/client.ts';
import { errorText } from '../../app/errors.ts';
import { useHotkey } from '../../app/hotkeys.ts';
import { useNow } from '../../app/now.ts';
import { useRouteParams } from '../../app/route.ts';
import { useSession } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { FigureLine } from './FigureLine.tsx';
import { LatePanel } from './LatePanel.tsx';
import { PeriodBar } from './PeriodBar.tsx';
import { timelinessPapers } from './paper-actions.ts';
import { daysOf, presetOf } from './period-choice.ts';
import { StageChart } from './StageChart.tsx';
import { StageTable } from './StageTable.tsx';
import stageClasses from './stage.module.css';
import classes from './statistics.module.css';

/** Calls come in and what runs grows late: the figures are asked for again when the page is opened, and by the clock. */
const REFRESH_MS = 60_000;
/** A longer period is many records to read, and a few minutes change little in it. */
const SHORT_DAYS = 31;
const REFRESH_LONG_MS = 15 * REFRESH_MS;

/** 时效: how long acceptance, dispatch, arrival and report back took (篇三 四), by whom, where and when. */
export function TimelinessTab({ site }: { site: Site }) {
  const { t } = useTranslation();
  const now = useNow(REFRESH_MS);
  const { person } = useSession();
  const [params, change] = useRouteParams();
  const preset = presetOf(params);
  const days = daysOf(preset, params, now, site);
  const by = groupings.find((each) => each === params.get('by')) ?? 'team';
  const short = addDays(days.fromDay, SHORT_DAYS) > days.toDay;
  const refreshMs = short ? REFRESH_MS : REFRESH_LONG_MS;
  const report = useQuery(
    desk.timeliness.report.queryOptions({
      input: { ...days, by },
      refetchOnMount: short ? 'always' : true,
      refetchOnWindowFocus: true,
      staleTime: refreshMs,
      refetchInterval: refreshMs,
    }),
  );
  const papers = timelinessPapers(days, by, person);
  const usable = report.isSuccess && !report.isPlaceholderData;
  useHotkey('Ctrl+P', papers.print, usable, true);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <PeriodBar preset={preset} days={days} by={by} change={change} />
        <div className={classes.buttons}>
          <Button onClick={papers.print} disabled={!usable}>
            {t(($) => $.timeliness.print)}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button disabled={!usable}>{t(($) => $.timeliness.export)}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {(['pdf', 'figures', 'late'] as const).map((what) => (
                <Menu.Item key={what} onClick={() => void papers[what]()}>
                  {t(($) => $.timeliness.exportMenu[what])}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      {report.isError && (
        <p className={classes.problem} role="alert">
          {errorText(report.error)}
        </p>
      )}
      {report.isSuccess && !report.isError && <Figures report={report.data} />}
    </div>
  );
}

const views = ['both', 'chart', 'table'] as const;

function Figures({ report }: { report: TimelinessReport }) {
  const { t } = useTranslation();
  const [params, change] = useRouteParams();
  const stage = stages.find((each) => each === params.get('stage')) ?? 'arrival';
  const view = views.find((each) => each === params.get('view')) ?? 'both';
  if (report.total.instructions === 0) {
    return (
      <Panel fill>
        <EmptyState
          action={
            <Button onClick={() => change({ period: 'month', from: null, to: null })}>
              {t(($) => $.timeliness.empty.action)}
            </Button>
          }
        >
          <strong>{t(($) => $.timeliness.empty.title)}</strong>
          <br />
          {t(($) => $.timeliness.empty.hint)}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <>
      <FigureLine report={report} />
      <div className={classes.columns}>
        <Panel
          fill
          title={
            <SegmentedControl
              aria-label={t(($) => $.timeliness.stage.label)}
              data={stages.map((value) => ({ value, label: t(($) => $.timeliness.stage[value]) }))}
              value={stage}
              onChange={(value) => change({ stage: value })}
            />
          }
          label={t(($) => $.timeliness.stage[stage])}
          note={
            <span title={t(($) => $.timeliness.meaning[stage])}>{t(($) => $.timeliness.meaning[stage])}</span>
          }
          actions={
            <SegmentedControl
              aria-label={t(($) => $.timeliness.view.label)}
              data={views.map((value) => ({ value, label: t(($) => $.timeliness.view[value]) }))}
              value={view}
              onChange={(value) => change({ view: value })}
            />
          }
        >
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without it the keyboard could not scroll the figures */}
          <div className={stageClasses.stage} tabIndex={0}>
            {view !== 'table' && <StageChart report={report} stage={stage} />}
            {view !== 'chart' && <StageTable report={report} stage={stage} />}
          </div>
        </Panel>
        <LatePanel report={report} />
      </div>
    </>
  );
}
