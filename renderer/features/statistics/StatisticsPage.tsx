import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRouteParams } from '../../app/route.ts';
import { useSettings } from '../../app/settings.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { AllowanceTab } from './AllowanceTab.tsx';
import classes from './statistics.module.css';
import { TimelinessTab } from './TimelinessTab.tsx';

const tabs = ['timeliness', 'allowance'] as const;

/** 统计: how fast the desk and its teams were, and the night allowance; tab and filters live in the address. */
export function StatisticsPage() {
  const { t } = useTranslation();
  const settings = useSettings();
  const [params, change] = useRouteParams();
  const tab = tabs.find((each) => each === params.get('tab')) ?? 'timeliness';
  const list = (
    <Tabs.List>
      {tabs.map((each) => (
        <Tabs.Tab key={each} value={each}>
          {t(($) => $.timeliness.tab[each])}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
  return (
    <Tabs
      value={tab}
      onChange={(next) => change({ tab: next })}
      keepMounted={false}
      className={classes.tabs}
      variant="outline"
    >
      <PageFrame fill title={t(($) => $.timeliness.title)} note={list}>
        <Tabs.Panel value="timeliness" className={classes.tab}>
          {settings && <TimelinessTab site={settings.site} />}
        </Tabs.Panel>
        <Tabs.Panel value="allowance" className={classes.tab}>
          {settings && <AllowanceTab site={settings.site} />}
        </Tabs.Panel>
      </PageFrame>
    </Tabs>
  );
}
