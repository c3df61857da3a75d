import type { ReactElement } from 'react';
import { alarmFilterOf } from '../../shared/alarms/filter.ts';
import { filterFromAddress } from '../../shared/instructions/filter.ts';
import { type Grouping, groupings } from '../../shared/timeliness/types.ts';
import { deskClient } from '../app/client.ts';
import { AlarmRecord } from './AlarmRecord.tsx';
import { Allowance } from './Allowance.tsx';
import { BlankForms } from './BlankForms.tsx';
import { Bulletin, type BulletinData } from './Bulletin.tsx';
import { DocumentSlip } from './DocumentSlip.tsx';
import { HandoverSheet } from './HandoverSheet.tsx';
import { LeaderOrder } from './LeaderOrder.tsx';
import { LogDay } from './LogDay.tsx';
import { PhoneRecord } from './PhoneRecord.tsx';
import type { PageLayout } from './page.ts';
import { Register } from './Register.tsx';
import { ReprintSlip } from './ReprintSlip.tsx';
import { RollCallRegister } from './RollCallRegister.tsx';
import { Slip } from './Slip.tsx';
import { TestPage } from './TestPage.tsx';
import { VisitForm } from './VisitForm.tsx';
import { VisitRegister } from './VisitRegister.tsx';

/** A form of the print window: its address without filters, its paper, and how its contents come. */
type Form = {
  address: RegExp;
  page: PageLayout;
  /** `key` is what the address names (an id, a month), `query` what stands behind its question mark. */
  load: (key: string, query: URLSearchParams) => Promise<ReactElement>;
};

/** The period of an address by every grouping, so that the paper can show them all. */
async function bulletinOf(query: URLSearchParams): Promise<BulletinData> {
  const days = {
    fromDay: query.get('from') ?? '',
    toDay: query.get('to') ?? '',
    basis: query.get('basis') === 'duty' ? ('duty' as const) : ('local' as const),
  };
  const { report, groups } = await deskClient.timeliness.bulletin(days);
  const reportBy = (by: Grouping) => ({ ...report, period: { ...report.period, by }, groups: groups[by] });
  return Object.fromEntries(groupings.map((by) => [by, reportBy(by)])) as BulletinData;
}

/** Who had the paper made, as its foot names them. */
const whoOf = (query: URLSearchParams) => query.get('who') ?? '';

const periodOf = (query: URLSearchParams) => ({
  fromDay: query.get('from') ?? '',
  toDay: query.get('to') ?? '',
});

/** More rows than these are a file and no paper. */
const MOST_ALARMS = 2000;

async function alarmRecordOf(query: URLSearchParams): Promise<ReactElement> {
  const asked = alarmFilterOf((key) => query.get(key)).filter;
  const [{ site }, { total, atMs, filter }, newest] = await Promise.all([
    deskClient.settings.get(),
    deskClient.alarms.responses(asked),
    deskClient.alarms.history({ ...asked, limit: MOST_ALARMS }),
  ]);
  return <AlarmRecord {...{ site, filter, total }} printedAtMs={atMs} alarms={newest.reverse()} />;
}

/** Every form, one line each. Those a page may ask for stand in electron/main/paper/forms.ts as well. */
const forms: readonly Form[] = [
  {
    address: /^#\/handover\/([^/]+)$/,
    page: 'portrait',
    load: async (id) => <HandoverSheet sheet={await deskClient.handover.sheet({ id })} />,
  },
  {
    address: /^#\/register$/,
    page: 'landscape',
    load: async (_, query) => (
      <Register
        register={await deskClient.instructions.register(filterFromAddress((key) => query.get(key)))}
      />
    ),
  },
  {
    address: /^#\/instruction\/([^/]+)$/,
    page: 'portrait',
    load: async (id) => <Slip data={await deskClient.papers.slip({ id })} />,
  },
  {
    address: /^#\/blank-forms\/([^/]+)$/,
    page: 'blank',
    load: async (blockId) => <BlankForms data={await deskClient.numbers.blankForms({ blockId })} />,
  },
  {
    address: /^#\/alarms$/,
    page: 'landscape',
    load: (_, query) => alarmRecordOf(query),
  },
  {
    address: /^#\/bulletin$/,
    page: 'portrait',
    load: async (_, query) => <Bulletin data={await bulletinOf(query)} who={whoOf(query)} />,
  },
  {
    address: /^#\/allowance\/([^/]+)$/,
    page: 'portrait',
    load: async (month, query) => (
      <Allowance sheet={await deskClient.allowance.month({ month })} who={whoOf(query)} />
    ),
  },
  {
    address: /^#\/log-day\/([^/]+)$/,
    page: 'landscape',
    load: async (dutyDay, query) => (
      <LogDay data={await deskClient.papers.logDay({ dutyDay })} who={whoOf(query)} />
    ),
  },
  {
    address: /^#\/phone-record\/([^/]+)$/,
    page: 'portrait',
    load: async (id, query) => (
      <PhoneRecord data={await deskClient.papers.entry({ id })} who={whoOf(query)} />
    ),
  },
  {
    address: /^#\/visit\/([^/]+)$/,
    page: 'portrait',
    load: async (id, query) => <VisitForm data={await deskClient.papers.entry({ id })} who={whoOf(query)} />,
  },
  {
    address: /^#\/document-slip\/([^/]+)$/,
    page: 'portrait',
    load: async (id, query) => (
      <DocumentSlip data={await deskClient.papers.entry({ id })} who={whoOf(query)} />
    ),
  },
  {
    address: /^#\/leader-order\/([^/]+)$/,
    page: 'portrait',
    load: async (id, query) => (
      <LeaderOrder data={await deskClient.papers.entry({ id })} who={whoOf(query)} />
    ),
  },
  {
    address: /^#\/visits$/,
    page: 'landscape',
    load: async (_, query) => (
      <VisitRegister
        data={await deskClient.papers.entries({ kind: 'walkIn', ...periodOf(query) })}
        who={whoOf(query)}
      />
    ),
  },
  {
    address: /^#\/roll-calls$/,
    page: 'landscape',
    load: async (_, query) => (
      <RollCallRegister
        data={await deskClient.papers.entries({ kind: 'rollCall', ...periodOf(query) })}
        who={whoOf(query)}
      />
    ),
  },
  {
    address: /^#\/test-page$/,
    page: 'portrait',
    load: async (_, query) => (
      <TestPage
        site={(await deskClient.settings.get()).site}
        who={whoOf(query)}
        printedAtMs={Number(query.get('at'))}
      />
    ),
  },
  {
    address: /^#\/reprint\/([^/]+)$/,
    page: 'portrait',
    load: async (id, query) => (
      <ReprintSlip data={await deskClient.papers.reprint({ id, entryId: query.get('entry') ?? '' })} />
    ),
  },
];

/** The form that an address of the print window names, with its paper; throws what its data was refused with. */
export async function loadForm(form: string): Promise<{ page: PageLayout; element: ReactElement }> {
  const [address = '', search = ''] = form.split('?');
  for (const { address: pattern, page, load } of forms) {
    const match = pattern.exec(address);
    if (match)
      return { page, element: await load(decodeURIComponent(match[1] ?? ''), new URLSearchParams(search)) };
  }
  throw new Error('no such form');
}
