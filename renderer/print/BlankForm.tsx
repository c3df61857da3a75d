import type { ReactNode } from 'react';
import type { BlankFormsData } from '../../shared/numbers/types.ts';
import css from './blank-form.module.css';
import { TickBox } from './TickBox.tsx';

/** 110联动指令登记表（停电应急用）: one page to be filled in by hand, in the order in which people speak. */
export function BlankForm({ number, data }: { number: string; data: BlankFormsData }) {
  return (
    <section className={css.form}>
      <header className={css.head}>
        <div>
          <p>{data.site}</p>
          <h1 className={css.title}>110联动指令登记表（停电应急用）</h1>
        </div>
        <strong className={css.number}>{number}</strong>
      </header>
      <table className={css.grid}>
        <colgroup>
          {['l', 'c1', 'l2', 'c2'].map((key, n) => (
            <col key={key} style={n % 2 === 0 ? { width: '22mm' } : undefined} />
          ))}
        </colgroup>
        <tbody>
          <Row a="指令编号" b="签收人" />
          <Row a="下达时间" first={<When />} b="签收时间" second={<When />} />
          <Row a="报警人" first={<Tick>匿名</Tick>} b="联系电话" />
          <Whole label="地点" lines={1} />
          <Row
            a="区域"
            first={
              <Ticks words={[`主城区（${data.limits.mainUrban}分）`, `其它区域（${data.limits.other}分）`]} />
            }
            b="网格"
          />
          <Whole label="类别" lines={0}>
            <Ticks words={data.categories.map((c) => `${c.no} ${c.short}`)} />
          </Whole>
          <Whole label="内容" lines={4} />
          <Row
            a="紧急程度"
            first={<Ticks words={['一般', '较大', '重大']} />}
            b="危险 / 复诵"
            second={<Ticks words={['无', '有', '已复诵']} />}
          />
          <Whole label="承办" lines={0}>
            <Ticks words={data.teams} />
          </Whole>
          <Row a="派送时间" first={<When />} b="接令人" />
          <Row
            a="接令时间"
            first={<When />}
            b="派送方式"
            second={<Ticks words={['电话', '对讲机', '当面', '短信']} />}
          />
          <Row a="告知领导" b="告知时间" second={<When />} />
          <Whole label="出动人员" lines={1}>
            <Gap>车辆</Gap> <Ticks words={['着装', '便装']} />
          </Whole>
          <Row a="应到时间" first={<When />} b="到场时间" second={<When />} />
          <Whole label="迟到原因" lines={1}>
            <Gap>向谁说明</Gap> <Gap>说明时间</Gap>
          </Whole>
          <Whole label="现场情况" lines={2} />
          <Whole label="受理范围" lines={1}>
            <Ticks words={['属受理范围', '不属受理范围']} />
            <Gap>移交单位</Gap> <Gap>接收人</Gap>
          </Whole>
          <Whole label="处置情况" lines={2} />
          <Row a="处置完毕" first={<When />} b="反馈110" second={<When />} />
          <Row a="110接收人" b="后续处理" />
        </tbody>
      </table>
      <footer className={css.foot}>
        <span>登记人：</span>
        <span>值班长：</span>
        <span>
          <TickBox state="empty" /> 已补录　补录人：
        </span>
      </footer>
      <p className={css.note}>
        恢复供电后，请按本编号补录，各时间照本表填写。写错划去重写，不要涂盖；作废请注明原因，交值班长注销编号。
      </p>
    </section>
  );
}

/** 月 日 时 分 to be filled in. */
function When() {
  return <span className={css.when}>　　月　　日　　　时　　　分</span>;
}

function Tick({ children }: { children: ReactNode }) {
  return (
    <span className={css.tick}>
      <TickBox state="empty" /> {children}
    </span>
  );
}

function Ticks({ words }: { words: readonly string[] }) {
  return words.map((word) => <Tick key={word}>{word}</Tick>);
}

/** A label and room to write behind it. */
function Gap({ children }: { children: string }) {
  return <span className={css.gap}>{children}</span>;
}

function Row({ a, first, b, second }: { a: string; first?: ReactNode; b: string; second?: ReactNode }) {
  return (
    <tr className={css.row}>
      <th scope="row">{a}</th>
      <td>{first}</td>
      <th scope="row">{b}</th>
      <td>{second}</td>
    </tr>
  );
}

/** A row over the whole width with room for so many lines of handwriting. */
function Whole({ label, lines, children }: { label: string; lines: number; children?: ReactNode }) {
  return (
    <tr className={css.row}>
      <th scope="row">{label}</th>
      <td colSpan={3}>
        {children}
        <div style={{ height: `${lines * 7.5}mm` }} />
      </td>
    </tr>
  );
}
