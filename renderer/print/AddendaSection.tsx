import type { Sheet } from '../../shared/handover/types.ts';
import type { PaperClock } from '../../shared/papers/paper-time.ts';
import { addendumBy, addendumText } from '../../shared/papers/sheet-addenda.ts';
import css from './handover-sheet.module.css';

/** 五、冻结后补记: what the outgoing shift recorded between the freeze and the incoming signature. */
export function AddendaSection({ sheet, clock }: { sheet: Sheet; clock: PaperClock }) {
  const { handover, addenda } = sheet;
  const until = handover.signedAtMs === null ? '签字' : ` ${clock.time(handover.signedAtMs)} 签字`;
  return (
    <table className={css.grid}>
      <thead>
        <tr>
          <th className={css.band}>
            五、冻结后补记（{clock.time(handover.frozenAtMs)} 至{until}）
          </th>
        </tr>
      </thead>
      <tbody>
        {addenda.length === 0 && (
          <tr>
            <td>无</td>
          </tr>
        )}
        {addenda.map((addendum) => (
          <tr key={addendum.id}>
            <td className={css.text}>
              <b>{clock.time(addendum.atMs)}</b> {addendumText(addendum)}
              {addendumBy(addendum)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
