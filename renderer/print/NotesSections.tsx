import type { Snapshot } from '../../shared/handover/types.ts';
import type { PaperClock } from '../../shared/papers/paper-time.ts';
import { isWhole } from '../../shared/papers/sheet-head.ts';
import { type NoteLine, paperLines, rollCallLines, sectionLines } from '../../shared/papers/sheet-notes.ts';
import css from './handover-sheet.module.css';

/** 二、三 and the other texts of the shift: lines from the log and those carried over, then what the outgoing lead wrote. */
export function NotesSections({ snapshot, clock }: { snapshot: Snapshot; clock: PaperClock }) {
  return (
    <>
      <Band title="二、重要事项" lines={sectionLines(snapshot, 'important', clock)} />
      <Band title="三、工作要求（领导批示）" lines={sectionLines(snapshot, 'requirements', clock)} />
      <table className={css.grid}>
        <colgroup>
          <col className={css.label} />
          <col />
        </colgroup>
        <tbody>
          <Labelled label="检查内容" lines={sectionLines(snapshot, 'inspections', clock)} />
          <Labelled label="交接物品" lines={sectionLines(snapshot, 'articles', clock)} />
          {isWhole(snapshot) && (
            <>
              <Labelled label="在手公文" lines={paperLines(snapshot)} />
              {snapshot.rollCalls.length > 0 && (
                <Labelled label="点名" lines={rollCallLines(snapshot, clock)} />
              )}
            </>
          )}
          <Labelled label="其他" lines={sectionLines(snapshot, 'other', clock)} />
        </tbody>
      </table>
    </>
  );
}

function Labelled({ label, lines }: { label: string; lines: readonly NoteLine[] }) {
  return (
    <tr className={css.breakable}>
      <th scope="row">{label}</th>
      <td>
        <Texts lines={lines} />
      </td>
    </tr>
  );
}

function Band({ title, lines }: { title: string; lines: readonly NoteLine[] }) {
  return (
    <table className={css.grid}>
      <thead>
        <tr>
          <th className={css.band}>{title}</th>
        </tr>
      </thead>
      <tbody>
        <tr className={css.breakable}>
          <td className={css.long}>
            <Texts lines={lines} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** Lines of a section, each with its time in bold; 无 where there are none. */
export function Texts({ lines }: { lines: readonly NoteLine[] }) {
  if (lines.length === 0) return '无';
  // Two lines of one minute may say the same, and a frozen list never changes: the place is the key.
  const placed = lines.map((line, place) => ({ ...line, place }));
  return placed.map(({ time, text, place }) => (
    <p key={place} className={css.line}>
      {time !== '' && <b>{time} </b>}
      {text}
    </p>
  ));
}
