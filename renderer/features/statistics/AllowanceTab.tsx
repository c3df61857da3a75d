import { ActionIcon, Button, Menu } from '@mantine/core';
import { MonthPickerInput } from '@mantine/dates';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { yuanText } from '../../../shared/allowance/amount.ts';
import { sharesOf } from '../../../shared/allowance/by-person.ts';
import type { AllowanceSheet } from '../../../shared/allowance/types.ts';
import type { Site } from '../../../shared/settings/types.ts';
import { addDays, localDate } from '../../../shared/time/zone.ts';
import { monthEnd } from '../../../shared/timeliness/period.ts';
import { desk } from '../../app/client.ts';
import { dateAsShown } from '../../app/date-words.ts';
import { errorText } from '../../app/errors.ts';
import { useHotkey } from '../../app/hotkeys.ts';
import { useNow } from '../../app/now.ts';
import { useRouteParams } from '../../app/route.ts';
import { useSession } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { AllowanceChecks } from './AllowanceChecks.tsx';
import { AllowanceTable } from './AllowanceTable.tsx';
import own from './allowance.module.css';
import { allowancePapers } from './paper-actions.ts';
import classes from './statistics.module.css';

/** The month before or after a month `YYYY-MM`. */
const besides = (month: string, step: -1 | 1) =>
  (step < 0 ? addDays(`${month}-01`, -1) : addDays(monthEnd(`${month}-01`), 1)).slice(0, 7);

/** 夜间补贴: who of the 协管员 and 环卫作业工人 was out at night in a month, and what they get (篇三 五(六)). */
export function AllowanceTab({ site }: { site: Site }) {
  const { t, i18n } = useTranslation();
  const now = useNow(60_000);
  const { person } = useSession();
  const [params, change] = useRouteParams();
  const asked = params.get('month') ?? '';
  const present = localDate(now, site.timeZone).slice(0, 7);
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : present;
  const sheet = useQuery(desk.allowance.month.queryOptions({ input: { month } }));
  const papers = allowancePapers(month, person);
  const usable = sheet.isSuccess && !sheet.isPlaceholderData;
  useHotkey('Ctrl+P', papers.print, usable, true);
  const go = (step: -1 | 1) => change({ month: besides(month, step) });
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div className={classes.bar}>
          <ActionIcon
            size="lg"
            variant="default"
            aria-label={t(($) => $.allowance.previous)}
            onClick={() => go(-1)}
          >
            <IconChevronLeft size={20} />
          </ActionIcon>
          <MonthPickerInput
            size="sm"
            w={150}
            aria-label={`${t(($) => $.allowance.month)} ${dateAsShown(month, i18n.language !== 'en')}`}
            value={`${month}-01`}
            onChange={(day) => change({ month: day?.slice(0, 7) ?? null })}
          />
          <ActionIcon
            size="lg"
            variant="default"
            aria-label={t(($) => $.allowance.next)}
            onClick={() => go(1)}
          >
            <IconChevronRight size={20} />
          </ActionIcon>
          {sheet.data && <SheetLine sheet={sheet.data} />}
        </div>
        <div className={classes.buttons}>
          <Button onClick={papers.print} disabled={!usable}>
            {t(($) => $.common.print)}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button disabled={!usable}>{t(($) => $.allowance.export)}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => void papers.pdf()}>{t(($) => $.allowance.exportPdf)}</Menu.Item>
              <Menu.Item onClick={() => void papers.xlsx()}>{t(($) => $.allowance.exportXlsx)}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      {sheet.isError && (
        <p className={classes.problem} role="alert">
          {errorText(sheet.error)}
        </p>
      )}
      {sheet.isSuccess && (
        <div className={classes.columns}>
          <Panel fill flush label={t(($) => $.allowance.grid)}>
            {sheet.data.rows.length === 0 ? (
              <EmptyState>
                <strong>{t(($) => $.allowance.empty.title)}</strong>
                <br />
                {t(($) => $.allowance.empty.hint)}
              </EmptyState>
            ) : (
              <AllowanceTable sheet={sheet.data} />
            )}
          </Panel>
          <AllowanceChecks sheet={sheet.data} />
        </div>
      )}
    </div>
  );
}

function SheetLine({ sheet }: { sheet: AllowanceSheet }) {
  const { t } = useTranslation();
  const [from, to] = sheet.night;
  const rule =
    sheet.rateFen > 0
      ? t(($) => $.allowance.rule, { from, to, rate: yuanText(sheet.rateFen) })
      : t(($) => $.allowance.ruleNone, { from, to });
  return (
    <div className={own.sheetLine}>
      <strong>
        {t(($) => $.allowance.people, { count: sharesOf(sheet.rows).length })}
        {t(($) => $.common.middleDot)}
        {t(($) => $.allowance.total, { times: sheet.totalTimes, amount: yuanText(sheet.totalFen) })}
      </strong>{' '}
      <span className={classes.dim}>{rule}</span>
    </div>
  );
}
