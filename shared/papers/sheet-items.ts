import { type Section, sections, type Trail } from '../handover/sections.ts';
import type { HandoverItem, Snapshot } from '../handover/types.ts';
import type { PaperClock } from './paper-time.ts';
import { owedWords, word } from './sheet-words.ts';

/** The sections of the sheet by their names. */
export const sectionWords: Record<Section, string> = {
  toFollow: '待跟进',
  important: '重要事项',
  requirements: '工作要求',
  inspections: '检查内容',
  articles: '交接物品',
  other: '其他',
};

const kinds: Record<HandoverItem['kind'], string> = {
  instruction: '指令',
  followUp: '跟踪',
  supply: '物资',
  paper: '公文',
  carry: '事项',
};

/** A long entry would fill the sheet; the log keeps its full text. */
const MOST_LETTERS = 160;
/** A carried line of another section stands there in full. */
const MOST_CARRIED = 60;

const clip = (text: string, most: number, rest: string) =>
  text.length > most ? `${text.slice(0, most).trimEnd()}……（${rest}）` : text;

const sectionOf = (item: HandoverItem, { sections: of }: Snapshot): Section | null =>
  (of && item.kind === 'carry' && sections.find((s) => of[s].some((line) => line.key === item.subjectId))) ||
  null;

/** What stands in the first column: the number of an instruction, the section of a carried line, else the kind. */
export function itemName(item: HandoverItem, snapshot: Snapshot): string {
  if (item.kind === 'instruction') return item.label;
  const section = sectionOf(item, snapshot);
  if (section !== null) return sectionWords[section];
  return item.kind === 'paper' && item.label !== '' ? `公文\n${item.label}` : (kinds[item.kind] ?? item.kind);
}

/** 情况: what it is, shortened where the paper says the rest elsewhere. */
export function itemText(item: HandoverItem, snapshot: Snapshot): string {
  const section = sectionOf(item, snapshot);
  if (section !== null && section !== 'toFollow')
    return clip(item.detail, MOST_CARRIED, `全文见${sectionWords[section]}`);
  const detail = clip(item.detail, MOST_LETTERS, '全文见值班日志');
  const labelled = item.kind === 'followUp' || item.kind === 'supply';
  return labelled && item.label !== '' && item.label !== item.detail ? `${item.label}：${detail}` : detail;
}

const paperOwed: Record<string, string> = {
  leaderReport: '报告领导',
  orderEnd: '落实批示',
  paperResult: '办理结果',
};

/** 尚欠事项 of an instruction or a paper; empty when nothing is said to be owed. */
export function itemOwed(item: Pick<HandoverItem, 'kind' | 'owed'>): string {
  if (item.kind !== 'instruction' && item.kind !== 'paper') return '';
  return item.owed.map((code) => word({ ...owedWords, ...paperOwed }, code)).join('、');
}

/** 时限 with its date, 逾期 when it had passed by the freeze; empty without one. */
export const itemDue = (
  { dueAtMs }: Pick<HandoverItem, 'dueAtMs'>,
  frozenAtMs: number,
  clock: PaperClock,
): string => (dueAtMs === null ? '' : `${clock.dayTime(dueAtMs)}${dueAtMs < frozenAtMs ? '（逾期）' : ''}`);

/** `自3月9日，第3次交接`, then every refusal on the way; empty for what this shift hands over for the first time. */
export function trailText(trail: Trail | null, clock: PaperClock): string {
  if (!trail || trail.passages.length === 0) return '';
  const refusals = trail.passages
    .filter((p) => p.decision === 'refused')
    .map((p) => `${p.number} ${p.incomingLead}拒收：${p.reason}`);
  return [ageText(trail.sinceMs, trail.passages.length, clock), ...refusals].filter(Boolean).join('；');
}

/** Since when a thing goes over the desk and at which handover it is now; empty before its first. */
export const ageText = (sinceMs: number | null, passages: number, clock: PaperClock): string =>
  sinceMs === null || passages === 0
    ? ''
    : `自${clock.dayTime(sinceMs).split(' ')[0]}，第${passages + 1}次交接`;
