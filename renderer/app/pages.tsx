import {
  IconAdjustments,
  IconAlarm,
  IconArrowsExchange,
  IconBellRinging,
  IconBook2,
  IconChartBar,
  IconLayoutDashboard,
  IconPackages,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { AlarmsPage } from '../features/alarms/AlarmsPage.tsx';
import { ArchivePage } from '../features/archive/ArchivePage.tsx';
import { BriefingPage } from '../features/briefing/BriefingPage.tsx';
import { DutyLogPage } from '../features/duty-log/DutyLogPage.tsx';
import { GroupsPage } from '../features/groups/GroupsPage.tsx';
import { HandoverPage } from '../features/handover/HandoverPage.tsx';
import { HomePage } from '../features/home/HomePage.tsx';
import { InstructionsPage } from '../features/instructions/InstructionsPage.tsx';
import { PosturePage } from '../features/posture/PosturePage.tsx';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import { SuppliesPage } from '../features/supplies/SuppliesPage.tsx';
import type { Words } from '../locales/index.ts';
import { latePage } from './late-page.tsx';
import { BRIEFING_PAGE, POSTURE_PAGE } from './route.ts';

/** With the charts, which nobody needs at the start. */
const StatisticsPage = latePage(
  'statistics',
  async () => (await import('../features/statistics/StatisticsPage.tsx')).StatisticsPage,
);

/** One page of the rail. */
export type PageEntry = {
  path: string;
  word: keyof Words['desk']['page'];
  icon: ComponentType<{ size?: number; stroke?: number }>;
  page: ComponentType;
};

/** The pages in the order of the rail and of Ctrl+1…9. */
export const pages: readonly PageEntry[] = [
  { path: '/', word: 'home', icon: IconLayoutDashboard, page: HomePage },
  { path: '/instructions', word: 'instructions', icon: IconAlarm, page: InstructionsPage },
  { path: '/log', word: 'log', icon: IconBook2, page: DutyLogPage },
  { path: '/handover', word: 'handover', icon: IconArrowsExchange, page: HandoverPage },
  { path: '/groups', word: 'groups', icon: IconUsersGroup, page: GroupsPage },
  { path: '/supplies', word: 'supplies', icon: IconPackages, page: SuppliesPage },
  { path: '/statistics', word: 'statistics', icon: IconChartBar, page: StatisticsPage },
  { path: '/alarms', word: 'alarms', icon: IconBellRinging, page: AlarmsPage },
  { path: '/settings', word: 'settings', icon: IconAdjustments, page: SettingsPage },
];

/** Pages that are no daily destination and have no place in the rail: the top bar and other pages lead to them. */
export const furtherPages: readonly Pick<PageEntry, 'path' | 'page'>[] = [
  { path: POSTURE_PAGE, page: PosturePage },
  { path: '/archive', page: ArchivePage },
];

/** Pages that take the whole window, without rail and bars: they are read from across the room. */
export const wallPages: readonly Pick<PageEntry, 'path' | 'page'>[] = [
  { path: BRIEFING_PAGE, page: BriefingPage },
];
