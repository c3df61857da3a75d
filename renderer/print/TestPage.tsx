import { paperClock } from '../../shared/papers/paper-time.ts';
import type { Site } from '../../shared/settings/types.ts';
import { localDate } from '../../shared/time/zone.ts';
import { FormHead } from './FormHead.tsx';
import paper from './paper.module.css';
import { TickBox } from './TickBox.tsx';
import css from './test-page.module.css';

/** Sizes in which papers of the desk are written: what is faint shows in the smallest first. */
const sizes = ['7pt', '9pt', '10.5pt', '14pt', '18pt'] as const;

/** 打印机试打页: one sheet of the handover's self-test, with the lines, sizes and squares that the papers need. */
export function TestPage({ site, who, printedAtMs }: { site: Site; who: string; printedAtMs: number }) {
  const clock = paperClock(localDate(printedAtMs, site.timeZone), site.timeZone);
  return (
    <article className={paper.paper}>
      <FormHead
        site={site.name}
        title="打印机试打页"
        line={[`打印时间：${clock.full(printedAtMs)}`, `打印人：${who}`]}
      />
      <table className={paper.grid}>
        <tbody>
          {sizes.map((size) => (
            <tr key={size}>
              <th className={css.size}>{size}</th>
              <td style={{ fontSize: size }}>事事有着落，件件有回音　0123456789　A4</td>
            </tr>
          ))}
          <tr>
            <th>线框</th>
            <td>
              <TickBox state="ticked" /> 接受　
              <TickBox state="crossed" /> 拒收　
              <TickBox state="empty" /> 未核
            </td>
          </tr>
          <tr>
            <th>核对</th>
            <td>四边线条完整、字迹清楚、没有黑条和断线，即为正常。本页不是记录，核对后可以作废。</td>
          </tr>
        </tbody>
      </table>
    </article>
  );
}
