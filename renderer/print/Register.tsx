import type { Register as RegisterData, RegisterRow } from '../../shared/contract/instructions.ts';
import { teamFields, teamMark } from '../../shared/papers/register.ts';
import { FormHead } from './FormHead.tsx';
import paper from './paper.module.css';
import { formTime } from './paper-time.ts';
import { Labelled, RegisterRowCells } from './RegisterRowCells.tsx';
import css from './register.module.css';

/** Beyond this many letters a row is taller than what may stay empty at the foot of a page. */
const MOST_UNBROKEN = 260;

const columns: readonly (readonly [string, string | undefined])[] = [
  ['编号\n指令编号', css.number],
  ['下达 / 签收\n签收人', css.times],
  ['报警人\n联系电话', css.caller],
  ['地点 / 区域 / 网格\n类别', css.place],
  ['内容', css.text],
  ['承办 · 派送 · 接令 · 应到 · 到场\n迟到原因', css.teams],
  ['出动人员\n车辆 / 着装', css.crew],
  ['现场情况 · 受理范围 · 处置 · 反馈110 · 告知领导 · 后续 · 移交 · 备注', undefined],
];

/** 110联动登记表: A4 landscape, every field of 篇三, the header on every page. */
export function Register({ register }: { register: RegisterData }) {
  const { rows, printedAtMs, timeZone } = register;
  const time = formTime(timeZone, printedAtMs);
  return (
    <article className={`${paper.paper} ${css.register}`} lang="zh-CN">
      <FormHead
        site={`${register.siteName} ${register.deskName}`}
        title="110联动登记表"
        line={[register.title, `共 ${register.total} 件`, `打印：${time.full(printedAtMs)}`]}
      />
      <table className={paper.grid}>
        <colgroup>
          {columns.map(([header, width]) => (
            <col key={header} className={width} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(([header]) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length}>没有符合条件的指令。</td>
            </tr>
          )}
          {rows.map((row) => (
            <tr key={row.id} className={isLong(row) ? paper.breakable : undefined}>
              <RegisterRowCells
                row={row}
                time={time.dayTime}
                nowMs={printedAtMs}
                teams={<Teams row={row} time={time.dayTime} nowMs={printedAtMs} />}
              />
            </tr>
          ))}
        </tbody>
      </table>
      <div className={paper.signatures}>
        <span>登记人：</span>
        <span>值班长：</span>
        <span>审核人：</span>
        <span>日期：</span>
      </div>
    </article>
  );
}

function isLong(row: RegisterRow): boolean {
  const scenes = row.dispatches.map((d) => d.sceneText).join('');
  const letters = [row.text, scenes, row.disposition?.text ?? ''].map(
    // A line of its own takes the place of some twenty letters.
    (text) => text.length + 20 * (text.split('\n').length - 1),
  );
  return Math.max(...letters) > MOST_UNBROKEN || letters.reduce((a, b) => a + b, 0) > 2 * MOST_UNBROKEN;
}

type TeamsProps = { row: RegisterRow; time: (ms: number) => string; nowMs: number };

/** The teams below each other, each with its own clock. */
function Teams({ row, time, nowMs }: TeamsProps) {
  if (row.dispatches.length === 0) return row.state === 'declined' ? '未派送' : '—';
  return row.dispatches.map((d, n) => {
    const t = teamFields(d, time, nowMs);
    return (
      <div key={d.id} className={css.team}>
        <span className={css.item}>
          {teamMark(n, row.dispatches.length)}
          <b>{t.team}</b>
        </span>
        <Labelled label="派送" text={t.dispatched} />
        <Labelled label="接令" text={[t.takenBy, t.taken].filter(Boolean).join(' ')} />
        <Labelled label="应到" text={t.deadline} />
        <Labelled label="到场" text={t.arrived} />
        {t.late !== '' && <span className={`${css.item} ${css.late}`}>{t.late}</span>}
      </div>
    );
  });
}
