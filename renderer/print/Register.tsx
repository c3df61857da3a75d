import { Fragment } from 'react';
import type { Register as RegisterData } from '../../shared/contract/instructions.ts';
import { formTime } from '../../shared/papers/paper-time.ts';
import { registerFields } from '../../shared/papers/register.ts';
import { ColumnHeads, type Columns } from './Columns.tsx';
import { FormHead } from './FormHead.tsx';
import paper from './paper.module.css';
import { RegisterRowCells } from './RegisterRowCells.tsx';
import css from './register.module.css';
import { below } from './register-long.ts';

const columns: Columns = [
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
        <ColumnHeads columns={columns} />
        <tbody>
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length}>没有符合条件的指令。</td>
            </tr>
          )}
          {rows.map((row) => (
            <Fragment key={row.id}>
              <tr>
                <RegisterRowCells row={row} time={time} nowMs={printedAtMs} />
              </tr>
              {below(registerFields(row, time.dayTime, printedAtMs)).map(([label, text]) => (
                <tr key={label} className={paper.breakable}>
                  <td colSpan={columns.length}>
                    <b>
                      {row.number} {label}
                    </b>
                    {'\n'}
                    {text}
                  </td>
                </tr>
              ))}
            </Fragment>
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
