import type { AlarmFilter } from '../../shared/alarms/filter.ts';
import { acknowledgedBy, classWords, filterWords, levelWords, stepWords } from '../../shared/alarms/words.ts';
import type { Alarm } from '../../shared/contract/alarms.ts';
import { type FormTime, formTime } from '../../shared/papers/paper-time.ts';
import type { Site } from '../../shared/settings/types.ts';
import css from './alarm-record.module.css';
import { ColumnHeads, type Columns } from './Columns.tsx';
import { FormHead } from './FormHead.tsx';
import paper from './paper.module.css';

/** The rows of one filter with all that the head says. */
export type AlarmRecordData = {
  site: Site;
  filter: AlarmFilter;
  alarms: readonly Alarm[];
  /** How many there are, also when only the newest are on the paper. */
  total: number;
  printedAtMs: number;
};

const columns: Columns = [
  ['序号', css.count],
  ['告警', css.class],
  ['级别', css.level],
  ['编号', css.number],
  ['地点', undefined],
  ['到期', css.time],
  ['响起', css.time],
  ['确认', css.who],
  ['响应', css.response],
  ['了结', css.time],
  ['升级', css.escalation],
];

/** 告警记录: A4 landscape, one line a raise, oldest first, the header on every page (篇三 五(一)). */
export function AlarmRecord({ site, filter, alarms, total, printedAtMs }: AlarmRecordData) {
  const time = formTime(site.timeZone, printedAtMs);
  const covers = total > alarms.length ? `共 ${total} 次，打印最近 ${alarms.length} 次` : `共 ${total} 次`;
  return (
    <article className={paper.paper} lang="zh-CN">
      <FormHead
        site={`${site.name} ${site.deskName}`}
        title="告警记录"
        line={[filterWords(filter), covers, `打印：${time.full(printedAtMs)}`]}
      />
      <table className={paper.grid}>
        <ColumnHeads columns={columns} />
        <tbody>
          {alarms.length === 0 && (
            <tr>
              <td colSpan={columns.length}>没有符合条件的告警。</td>
            </tr>
          )}
          {alarms.map((alarm, n) => (
            <tr key={alarm.id}>
              <Cells alarm={alarm} position={n + 1} time={time} />
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}

function Cells({ alarm: a, position, time }: { alarm: Alarm; position: number; time: FormTime }) {
  const marks = [a.missed ? '漏报' : '', a.repeat > 0 ? `第${a.repeat}次重复` : ''].filter(Boolean);
  const ack = a.acknowledged;
  return (
    <>
      <td className={paper.centre}>{position}</td>
      <td>
        {classWords[a.class]}
        {marks.length > 0 && `（${marks.join('，')}）`}
      </td>
      <td className={paper.centre}>{levelWords[a.level]}</td>
      <td>{a.number}</td>
      <td>{a.place}</td>
      <td>{time.dayTime(a.dueAtMs)}</td>
      <td>{time.dayTime(a.raisedAtMs)}</td>
      <td>{ack ? `${acknowledgedBy(ack.byName)} ${time.dayTime(ack.atMs)}` : '未确认'}</td>
      <td>{ack ? spanText(ack.atMs - a.raisedAtMs) : '—'}</td>
      <td>{a.settledAtMs === null ? '未了' : time.dayTime(a.settledAtMs)}</td>
      <td>
        {a.escalation &&
          [
            stepWords[a.escalation.step],
            a.escalation.person || '（无人）',
            time.dayTime(a.escalation.atMs),
          ].join(' ')}
      </td>
    </>
  );
}

function spanText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours > 0) return `${hours}小时${minutes}分`;
  return minutes > 0 ? `${minutes}分${seconds % 60}秒` : `${seconds}秒`;
}
