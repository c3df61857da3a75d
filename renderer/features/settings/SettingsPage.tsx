import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRouteParams } from '../../app/route.ts';
import { useMayCall } from '../../app/session.ts';
import { useSettings } from '../../app/settings.ts';
import { PageFrame } from '../../components/PageFrame.tsx';
import { DataTab } from './DataTab.tsx';
import { LimitsTab } from './LimitsTab.tsx';
import { PeopleTab } from './PeopleTab.tsx';
import { PhrasesTab } from './PhrasesTab.tsx';
import { PlansTab } from './PlansTab.tsx';
import { SeatTab } from './SeatTab.tsx';
import { SiteTab } from './SiteTab.tsx';
import classes from './settings.module.css';

const tabs = ['seat', 'site', 'limits', 'phrases', 'plans', 'people', 'data'] as const;

/** 设置: this seat for everyone; site, limits, people and the bureau file for administrators. */
export function SettingsPage() {
  const { t } = useTranslation();
  const may = useMayCall();
  const settings = useSettings();
  const [params, change] = useRouteParams();
  const tab = tabs.find((each) => each === params.get('tab')) ?? 'seat';
  const admin = may('settings.setSite');
  const tabWord = (each: (typeof tabs)[number]) => {
    if (each === 'phrases') return t(($) => $.dictionary.tab);
    if (each === 'plans') return t(($) => $.posture.plans.tab);
    return t(($) => $.settings.tab[each]);
  };
  return (
    <PageFrame
      title={t(($) => $.settings.title)}
      note={
        admin || tab === 'phrases' || tab === 'plans' || tab === 'data'
          ? undefined
          : t(($) => $.settings.noRight)
      }
    >
      <Tabs value={tab} onChange={(next) => change({ tab: next })} keepMounted={false}>
        <Tabs.List>
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {tabWord(each)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <div className={classes.tab}>
          <Tabs.Panel value="seat">
            <SeatTab />
          </Tabs.Panel>
          <Tabs.Panel value="site">
            {settings && <SiteTab site={settings.site} editable={admin} />}
          </Tabs.Panel>
          <Tabs.Panel value="limits">
            {settings && (
              <LimitsTab limits={settings.limits} sinceMs={settings.limitsSinceMs} editable={admin} />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="phrases">
            <PhrasesTab />
          </Tabs.Panel>
          <Tabs.Panel value="plans">
            <PlansTab />
          </Tabs.Panel>
          <Tabs.Panel value="people">
            <PeopleTab />
          </Tabs.Panel>
          <Tabs.Panel value="data">
            <DataTab />
          </Tabs.Panel>
        </div>
      </Tabs>
    </PageFrame>
  );
}
