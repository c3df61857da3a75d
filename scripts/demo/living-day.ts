import { dutyDayOf } from '../../shared/time/duty-day.ts';
import { withinSpans } from '../../shared/time/working-hours.ts';
import { addDays, MINUTE } from '../../shared/time/zone.ts';
import { type DayScript, type ScriptEvent, ScriptTime } from '../replay/script.ts';
import { calendar, preparedTyphoon, sampleDay } from './sample.ts';

const clockText = /^\+*\d{2}:\d{2}(:\d{2})?$/;

/** Every value inside an event, changed by `change`; keys stay. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((v) => mapTexts(v, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, mapTexts(v, change)]));
}

const compact = (date: string) => date.replaceAll('-', '');

/** The events of a sample day as they stand in a script that began `daysBefore` days earlier; dates in centre numbers move too. */
function moved(day: DayScript, to: string, daysBefore: number): ScriptEvent[] {
  const dates = new Map([0, 1].map((n) => [compact(addDays(day.dutyDay, n)), compact(addDays(to, n))]));
  const change = (text: string) =>
    clockText.test(text)
      ? `${'+'.repeat(daysBefore)}${text}`
      : text.replace(/110-(\d{8})/g, (whole, date: string) => `110-${dates.get(date) ?? whole.slice(4)}`);
  return day.events.map((event) => mapTexts(event, change) as ScriptEvent);
}

/** What yesterday left open comes to its end in the morning. */
const morning: ScriptEvent[] = [
  {
    at: '+08:38',
    do: 'onScene',
    ref: 'T12',
    arrivedAt: '+08:37',
    text: '广告布架子约4米,已拖到人行道内侧。',
  },
  { at: '+08:39', do: 'confirmScope', ref: 'T12', inScope: true },
  { at: '+08:52', do: 'followUpDone', ref: '终报', text: '终报已书面报送市政府总值班室。' },
  { at: '+08:58', do: 'resolve', ref: 'T12', text: '架子拆解运走,通道恢复。' },
  { at: '+09:00', do: 'reportBack', ref: 'T12', to: '110接警员05号' },
  { at: '+09:01', do: 'close', ref: 'T12' },
  { at: '+10:20', do: 'returnSupply', item: '应急照明灯', quantity: 3, condition: '完好' },
];

/** What happened in the last three quarters of an hour: calls in every stage, one late, one just in. */
function justNow(nowMs: number, time: ScriptTime): ScriptEvent[] {
  const inHours = withinSpans(nowMs, calendar.workingHours, calendar.timeZone);
  const to = (unit: string) => (inHours ? unit : `${unit}应急行动组`);
  const ago = (minutes: number) => time.text(Math.floor(nowMs / MINUTE) * MINUTE - minutes * MINUTE);
  const call = (ref: string, minutes: number, fields: Record<string, unknown>): ScriptEvent => ({
    at: ago(minutes),
    do: 'receive',
    ref,
    centreNo: `110-${compact(dutyDayOf(nowMs, calendar))}-9${ref.slice(1)}`,
    issuedAt: ago(minutes + 1),
    zone: 'mainUrban',
    ...fields,
  });
  const sent = (ref: string, minutes: number, unit: string, takenBy: string): ScriptEvent => ({
    at: ago(minutes),
    do: 'dispatch',
    ref,
    to: to(unit),
    takenBy,
    takenAt: ago(minutes - 1),
  });
  const brigade = '行政执法大队';
  const sanitation = '市容环境卫生管理处';
  return [
    call('N1', 47, {
      caller: '公园保安',
      phone: '12911130001',
      place: '滨江公园西门雕塑旁',
      grid: '02',
      category: 1,
      text: '宣传栏玻璃碎了一地,顶板悬在半空,晨练的人多。',
    }),
    sent('N1', 46, brigade, '石破晓'),
    {
      at: ago(43),
      do: 'enRoute',
      ref: 'N1',
      leftAt: ago(43),
      members: ['石破晓', '鲁大有'],
      vehicle: '汐B·D1021',
      uniformed: true,
    },
    { at: ago(38), do: 'log', kind: 'rollCall', from: '市应急联动中心', text: '抽点,应答正常。' },
    call('N2', 34, {
      caller: '匿名',
      phone: '',
      place: '潮音路地铁口非机动车棚',
      grid: '01',
      category: 3,
      text: '共享单车倒成一片,把盲道和出口全堵了。',
    }),
    sent('N2', 33, sanitation, '马得水'),
    {
      at: ago(30),
      do: 'onScene',
      ref: 'N1',
      arrivedAt: ago(31),
      text: '顶板一端脱落,已拉警戒线,需登高作业。',
    },
    { at: ago(29), do: 'confirmScope', ref: 'N1', inScope: true },
    { at: ago(28), do: 'raiseSeverity', ref: 'N1', to: '较大', notified: '俞静澜', notifiedAt: ago(28) },
    call('N3', 27, {
      caller: '商铺店主',
      phone: '12911130003',
      place: '灯塔巷22号门前',
      grid: '03',
      category: 2,
      text: '污水从井盖往外冒,臭得开不了门。',
    }),
    sent('N3', 26, sanitation, '秦长庚'),
    {
      at: ago(22),
      do: 'log',
      kind: 'leaderInstruction',
      from: '俞静澜',
      text: '滨江公园顶板拆除前不得撤警戒,拆完报照片。',
      followUp: { owner: '石破晓', due: time.text(Math.floor(nowMs / MINUTE) * MINUTE + 40 * MINUTE) },
    },
    {
      at: ago(14),
      do: 'onScene',
      ref: 'N3',
      arrivedAt: ago(15),
      text: '冒溢的是自来水井,水质清,判断为供水支管破裂。',
    },
    { at: ago(13), do: 'confirmScope', ref: 'N3', inScope: false, explainedTo: '110接警员05号' },
    call('N4', 13, {
      caller: '骑手',
      phone: '12911130004',
      place: '盐场大道北塘桥下',
      zone: 'other',
      grid: '04',
      category: 3,
      text: '一车建筑垃圾倒在桥洞里,只剩一条窄路。',
    }),
    sent('N4', 12, brigade, '伍千钧'),
    {
      at: ago(9),
      do: 'log',
      kind: 'callIn',
      from: '渔港新村社区',
      phone: '0560-6223418',
      text: '询问沙袋回收时间,答复明日上午由环卫处统一回收。',
    },
    {
      at: ago(6),
      do: 'enRoute',
      ref: 'N4',
      leftAt: ago(7),
      members: ['伍千钧', '苏合香'],
      vehicle: '汐B·D1022',
      uniformed: true,
    },
    call('N5', 1, {
      caller: '幼儿园门卫',
      phone: '12911130005',
      place: '榕荫里实验幼儿园东墙',
      grid: '01',
      category: 4,
      text: '墙外大树上挂着一块铁皮广告,风一吹就往园里晃。',
    }),
  ];
}

/**
 * The demo's story up to now: the whole typhoon day yesterday with its handover, then the market day until this moment,
 * with calls in every stage in its last hour. Events of before the changeover are left out of that hour.
 */
export function livingDay(nowMs: number): DayScript {
  const today = dutyDayOf(nowMs, calendar);
  const first = preparedTyphoon();
  const dutyDay = addDays(today, -1);
  const time = new ScriptTime(dutyDay, calendar.timeZone);
  const begin = time.ms('+08:32');
  const late = justNow(nowMs, time);
  const cut = new Set(late.filter((e) => time.ms(e.at) < begin).map((e) => e.ref));
  const market = moved(sampleDay('market'), today, 1).filter((e) => e.do !== 'restart' && e.do !== 'signIn');
  const events = [
    ...moved(first, dutyDay, 0),
    ...morning,
    ...market,
    ...late.filter((e) => time.ms(e.at) >= begin && (e.ref === undefined || !cut.has(e.ref))),
  ];
  return { ...first, dutyDay, events };
}
