import { Button, Select, Tabs } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { alarmTabs, RECENT_DAYS } from '../../../shared/alarms/filter.ts';
import { alarmClasses } from '../../../shared/alarms/types.ts';
import { desk, deskClient } from '../../app/client.ts';
import { useFormat } from '../../app/format.ts';
import { useHotkey } from '../../app/hotkeys.ts';
import { engineNow } from '../../app/now.ts';
import { exportWorkbook, previewPaper, refuseEmpty } from '../../app/papers.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { PageFrame } from '../../components/PageFrame.tsx';
import { Panel } from '../../components/Panel.tsx';
import { AlarmGrid } from './AlarmGrid.tsx';
import classes from './alarms.module.css';
import { ResponsePanel } from './ResponsePanel.tsx';
import { PAGE, useAlarmFilter } from './use-alarm-filter.ts';
import { useRows } from './use-rows.ts';

/** 告警: what rings, what was silenced, acknowledged and past, and how soon it was answered; filters live in the address. */
export function AlarmsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { tab, alarmClass, filter, limit, change, form } = useAlarmFilter();
  const { rows, total, onAcknowledge } = useRows();
  const responses = useQuery(
    desk.alarms.responses.queryOptions({ input: { ...filter, status: 'any' } }),
  ).data;
  // Without days the engine reads the last ones alone; what rings is shown however old.
  const recent = filter.fromDay === null && filter.toDay === null;
  const countsRecent = recent && filter.status !== 'active' && filter.status !== 'acknowledged';
  const title = t(($) => $.alarms.paperTitle);
  const print = () => {
    if (!refuseEmpty(rows.length === 0)) previewPaper(form, title, 'alarms');
  };
  useHotkey('Ctrl+P', print, true, true);
  const dayProps = {
    size: 'sm',
    w: 150,
    clearable: true,
    defaultDate: format.isoDate(engineNow()),
  } as const;

  return (
    <PageFrame
      fill
      title={t(($) => $.desk.page.alarms)}
      note={
        countsRecent
          ? t(($) => $.alarms.noteRecent, { count: total, days: RECENT_DAYS })
          : t(($) => $.alarms.note, { count: total })
      }
      actions={
        <>
          <Select
            size="sm"
            w={190}
            aria-label={t(($) => $.alarms.class)}
            placeholder={t(($) => $.alarms.allClasses)}
            clearable
            data={alarmClasses.map((value) => ({ value, label: t(($) => $.desk.alarm.class[value]) }))}
            value={alarmClass}
            onChange={(value) => change({ class: value, limit: null })}
          />
          <DatePickerInput
            {...dayProps}
            aria-label={t(($) => $.alarms.from)}
            placeholder={t(($) => $.alarms.from)}
            value={filter.fromDay}
            maxDate={filter.toDay ?? undefined}
            onChange={(from) => change({ from, limit: null })}
          />
          <DatePickerInput
            {...dayProps}
            aria-label={t(($) => $.alarms.to)}
            placeholder={t(($) => $.alarms.to)}
            value={filter.toDay}
            minDate={filter.fromDay ?? undefined}
            onChange={(to) => change({ to, limit: null })}
          />
          <Button
            onClick={() => void exportWorkbook(() => deskClient.alarms.workbook(filter), 'alarms', title)}
          >
            {t(($) => $.alarms.export)}
          </Button>
          <Button onClick={print}>
            {t(($) => $.alarms.print)}&nbsp;<Kbd>Ctrl+P</Kbd>
          </Button>
        </>
      }
    >
      <div className={classes.columns}>
        <Panel fill flush label={t(($) => $.alarms.grid)}>
          <Tabs value={tab} onChange={(next) => change({ tab: next, limit: null })} className={classes.tabs}>
            <Tabs.List aria-label={t(($) => $.alarms.tabs)}>
              {alarmTabs.map((each) => (
                <Tabs.Tab key={each} value={each}>
                  {t(($) => $.alarms.tab[each])}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
          {rows.length === 0 ? (
            <EmptyState>{t(($) => $.alarms.empty[tab])}</EmptyState>
          ) : (
            <AlarmGrid rows={rows} total={total} onAcknowledge={onAcknowledge} />
          )}
          {rows.length < total && rows.length >= limit && (
            <div className={classes.more}>
              <Button onClick={() => change({ limit: String(limit + PAGE) })}>
                {t(($) => $.alarms.more, { count: Math.min(PAGE, total - rows.length) })}
              </Button>
            </div>
          )}
        </Panel>
        <ResponsePanel
          rows={responses?.classes ?? []}
          period={recent ? t(($) => $.alarms.recent, { days: RECENT_DAYS }) : ''}
        />
      </div>
    </PageFrame>
  );
}
