import type { SheetPerson, Snapshot } from '../handover/types.ts';
import type { PaperClock } from './paper-time.ts';
import { dutyWords } from './sheet-words.ts';

/** Whether sheets of former versions, which did not say it themselves, tell of nothing. */
export const isQuiet = (counts: Snapshot['counts']) => counts.entries === 0 && counts.instructions === 0;

/** 本班概要: the shift in figures, each rate with its denominator. */
export function summaryText({
  counts,
  quiet,
  sections,
}: Pick<Snapshot, 'counts' | 'quiet' | 'sections'>): string {
  const followUps = `跟踪事项 ${counts.followUps}（办结 ${counts.followUpsDone}）`;
  if (quiet || (sections === null && isQuiet(counts))) {
    return counts.followUps === 0 ? '本班平安无事。' : `本班平安无事；${followUps}。`;
  }
  const outcomes = [
    `办结 ${counts.closed}`,
    counts.open > 0 ? `在办 ${counts.open}` : '',
    counts.duplicates > 0 ? `并入 ${counts.duplicates}` : '',
    counts.declined > 0 ? `不受理 ${counts.declined}` : '',
  ].filter(Boolean);
  const instructions =
    counts.instructions === 0
      ? '110指令 0 件'
      : `110指令 ${counts.instructions} 件（${outcomes.join('、')}）`;
  const answer = counts.lastAnswerSeconds === null ? '' : `（应答 ${counts.lastAnswerSeconds} 秒）`;
  const parts = [
    `日志 ${counts.entries} 条`,
    instructions,
    counts.arrivals > 0 ? `按时到场 ${counts.arrivalsOnTime}/${counts.arrivals}` : '',
    `来访 ${counts.walkIns}`,
    `来文 ${counts.documents}`,
    `点名 ${counts.rollCalls} 次${answer}`,
    followUps,
  ].filter(Boolean);
  return `${parts.join('；')}。`;
}

const keepsDesk = (p: SheetPerson) => p.duty !== 'leaderOnDuty';

/** The crew as one line of names with duties; a person with two duties is written once. */
export function crewNames(people: readonly SheetPerson[]): { name: string; duties: string }[] {
  const byName = new Map<string, string[]>();
  for (const p of people.filter(keepsDesk)) {
    byName.set(p.name, [...(byName.get(p.name) ?? []), dutyWords[p.duty]]);
  }
  return [...byName].map(([name, duties]) => ({ name, duties: duties.join('、') }));
}

/** 到岗情况: expected, present, and by name who was late or did not come. */
export function attendanceText(people: readonly SheetPerson[], clock: PaperClock): string {
  const crew = people.filter(keepsDesk);
  if (crew.length === 0) return '—';
  const present = crew.filter((p) => p.signedInAtMs !== null);
  const late = present
    .filter((p) => (p.lateMinutes ?? 0) > 0)
    .map((p) => `${p.name}迟到${p.lateMinutes}分钟`);
  const absent = crew.filter((p) => p.signedInAtMs === null).map((p) => `${p.name}未签到`);
  const times = [...new Set(present.map((p) => clock.time(p.signedInAtMs ?? 0)))].join('、');
  const marks = [...late, ...absent];
  const remark = marks.length > 0 ? marks.join('，') : '无迟到、缺岗';
  return `应到 ${crew.length} 实到 ${present.length}${times && `（${times}）`}，${remark}`;
}

/** 带班领导 of a crew, with whether they signed in. */
export function leaderText(people: readonly SheetPerson[], clock: PaperClock): string {
  const leaders = people.filter((p) => p.duty === 'leaderOnDuty');
  if (leaders.length === 0) return '—';
  return leaders
    .map(
      (p) => `${p.name}（${p.signedInAtMs === null ? '未到岗登记' : `${clock.time(p.signedInAtMs)} 到岗`}）`,
    )
    .join('、');
}

/** A hash in groups of four hexadecimal digits, so that two people can read it to each other. */
export const hexGroups = (hex: string) => hex.match(/.{1,4}/g)?.join(' ') ?? '';

/** The first sixteen and the last four digits of a hash. */
export const shortHex = (hex: string) => `${hexGroups(hex.slice(0, 16))} … ${hex.slice(-4)}`;
