import type { Section, SectionLine } from '../handover/sections.ts';
import type { Snapshot } from '../handover/types.ts';
import { urgencyWords } from './log-words.ts';
import type { PaperClock } from './paper-time.ts';
import { ageText, itemOwed } from './sheet-items.ts';
import { word } from './sheet-words.ts';

/** One line of a section: its time in bold (empty when it has none), then its text. */
export type NoteLine = { time: string; text: string };

type Late = Snapshot['lateArrivals'][number];

/** One late team in the words of the paper; what was explained does not make it less late. */
export function lateLine(late: Late, clock: PaperClock): NoteLine {
  const arrived =
    late.arrivedAtMs === null
      ? '尚未到场'
      : `实到 ${clock.time(late.arrivedAtMs)}，迟 ${late.lateMinutes ?? 0} 分钟`;
  const reasons = late.explanations.map((e) => `${e.reason}（${clock.time(e.explainedAtMs)} 已向110说明）`);
  const why = reasons.length > 0 ? `原因：${reasons.join('；')}` : '原因尚未说明';
  return {
    time: clock.time(late.deadlineMs),
    text: `${late.number} ${late.place} ${late.team}到场超时：应到 ${clock.time(late.deadlineMs)}，${arrived}，${why}`,
  };
}

const timed = (lines: readonly { atMs: number; text: string }[], clock: PaperClock): NoteLine[] =>
  lines.map(({ atMs, text }) => ({ time: clock.time(atMs), text }));

function lineOf(line: SectionLine, clock: PaperClock): NoteLine {
  const about = [line.owner && `承办：${line.owner}`, ageText(line.sinceMs, line.passages, clock)].filter(
    Boolean,
  );
  return {
    time: line.atMs === null ? '' : clock.time(line.atMs),
    text: `${line.text}${about.length > 0 ? `（${about.join('，')}）` : ''}`,
  };
}

/** What sheets of former versions say in a section: the lists they kept. */
const former = (snapshot: Snapshot, section: Section, clock: PaperClock): NoteLine[] => {
  if (section === 'important') return timed(snapshot.important, clock);
  if (section === 'requirements') return timed(snapshot.leaderInstructions, clock);
  return section === 'inspections' ? timed(snapshot.inspections, clock) : [];
};

/**
 * The lines of a section, then what the outgoing lead wrote. Open lines of 待跟进 stand among the items to be accepted and are
 * not said twice.
 */
export function sectionLines(snapshot: Snapshot, section: Section, clock: PaperClock): NoteLine[] {
  const { sections, lateArrivals, preparation } = snapshot;
  const own = sections
    ? sections[section]
        .filter((line) => section !== 'toFollow' || line.ended)
        .map((line) => lineOf(line, clock))
    : former(snapshot, section, clock);
  const late =
    section === 'important'
      ? [...lateArrivals].sort((a, b) => a.deadlineMs - b.deadlineMs).map((l) => lateLine(l, clock))
      : [];
  const note = preparation.notes[section];
  return [...own, ...late, ...(note === '' ? [] : [{ time: '', text: note }])];
}

/** 在手公文: every paper that is not done, with how urgent it is and what it owes; its orders stand under 工作要求. */
export const paperLines = (snapshot: Snapshot): NoteLine[] =>
  snapshot.papers.map((p) => {
    const urgency = p.urgency === null ? '' : `（${word(urgencyWords, p.urgency)}）`;
    const owed = itemOwed({ kind: 'paper', owed: p.owed });
    return {
      time: p.receiptNo,
      text: [`${p.from} ${p.title}${urgency}`.trim(), owed && `欠：${owed}`].filter(Boolean).join('；'),
    };
  });

/** 点名: each with its time to the second, who called, who answered and how fast. */
export const rollCallLines = (snapshot: Snapshot, clock: PaperClock): NoteLine[] =>
  snapshot.rollCalls.map((r) => ({ time: clock.seconds(r.atMs), text: answered(r) }));

const answered = ({ from, answeredBy, seconds }: Snapshot['rollCalls'][number]): string =>
  [from, seconds === null ? '未应答' : `${answeredBy}应答，用时 ${seconds} 秒`].filter(Boolean).join(' ');
