import type { Snapshot } from '../../shared/handover/types.ts';
import type { PaperClock } from '../../shared/papers/paper-time.ts';
import css from './handover-sheet.module.css';

type Line = { atMs: number; text: string };

/** 二、三 and the other texts of the shift: lines from the log, then what the outgoing lead wrote. */
export function NotesSections({ snapshot, clock }: { snapshot: Snapshot; clock: PaperClock }) {
  const { notes } = snapshot.preparation;
  const late = snapshot.lateArrivals.map((each) => lateLine(each, clock));
  return (
    <>
      <Band
        title="二、重要事项"
        lines={[...snapshot.important, ...late]}
        note={notes.important}
        clock={clock}
      />
      <Band
        title="三、工作要求（领导批示）"
        lines={snapshot.leaderInstructions}
        note={notes.requirements}
        clock={clock}
      />
      <table className={css.grid}>
        <colgroup>
          <col className={css.label} />
          <col />
        </colgroup>
        <tbody>
          <tr>
            <th scope="row">检查内容</th>
            <td>
              <Texts lines={snapshot.inspections} note={notes.inspections} clock={clock} />
            </td>
          </tr>
          <tr>
            <th scope="row">交接物品</th>
            <td>
              <Texts lines={[]} note={notes.articles} clock={clock} />
            </td>
          </tr>
          <tr>
            <th scope="row">其他</th>
            <td>
              <Texts lines={[]} note={notes.other} clock={clock} />
            </td>
          </tr>
        </tbody>
      </table>
    </>
  );
}

type Late = Snapshot['lateArrivals'][number];

/** One late team in the words of the paper; what was explained does not make it less late. */
function lateLine(late: Late, clock: PaperClock): Line {
  const arrived =
    late.arrivedAtMs === null
      ? '尚未到场'
      : `实到 ${clock.time(late.arrivedAtMs)}，迟 ${late.lateMinutes ?? 0} 分钟`;
  const reasons = late.explanations.map((e) => `${e.reason}（${clock.time(e.explainedAtMs)} 已向110说明）`);
  const why = reasons.length > 0 ? `原因：${reasons.join('；')}` : '原因尚未说明';
  return {
    atMs: late.deadlineMs,
    text: `${late.number} ${late.place} ${late.team}到场超时：应到 ${clock.time(late.deadlineMs)}，${arrived}，${why}`,
  };
}

type TextsProps = { lines: readonly Line[]; note: string; clock: PaperClock };

function Band({ title, ...texts }: TextsProps & { title: string }) {
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
            <Texts {...texts} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Texts({ lines, note, clock }: TextsProps) {
  if (lines.length === 0 && note === '') return '无';
  // Two lines of one minute may say the same, and a frozen list never changes: the place is the key.
  const placed = lines.map((line, place) => ({ ...line, place }));
  return (
    <>
      {placed.map((line) => (
        <p key={line.place} className={css.line}>
          <b>{clock.time(line.atMs)}</b> {line.text}
        </p>
      ))}
      {note !== '' && <p className={css.line}>{note}</p>}
    </>
  );
}
