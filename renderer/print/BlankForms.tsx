import type { BlankFormsData } from '../../shared/numbers/types.ts';
import { BlankForm } from './BlankForm.tsx';
import css from './blank-form.module.css';

/** The blank intake forms of a block, one a page; only numbers that still are on paper are printed again. */
export function BlankForms({ data }: { data: BlankFormsData }) {
  const numbers = data.block.numbers.filter((n) => n.state === 'onPaper');
  return (
    <div className={css.forms} lang="zh-CN">
      {numbers.length === 0 && <p>这一组编号都已补录或注销，没有要打印的表。</p>}
      {numbers.map((n) => (
        <BlankForm key={n.number} number={n.number} data={data} />
      ))}
    </div>
  );
}
