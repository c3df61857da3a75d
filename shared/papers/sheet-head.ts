import type { Handover, Sheet, SheetPerson, Snapshot } from '../handover/types.ts';
import type { CrewFault, PresenceFault } from '../shifts/crew-rules.ts';
import type { PaperClock } from './paper-time.ts';
import { attendanceText } from './sheet-summary.ts';
import { word } from './sheet-words.ts';

/** Rules of the crew that were not met, as the sheet marks them (篇五 四(二)(三)). */
const faultWords: Record<CrewFault | PresenceFault, string> = {
  tooFewPeople: '人数不足',
  tooFewForEmergency: '不足应急人数',
  noLeaderOnDuty: '应有带班领导而未安排',
  leadIsLiaison: '值班长兼联络员',
  fewPresent: '接班时在岗不足两人',
  leaderAbsent: '带班领导未到岗',
};

/** Whether this sheet was compiled since its sections are lines of their own; older ones say nothing of what came with them. */
export const isWhole = (snapshot: Pick<Snapshot, 'sections'>): boolean => snapshot.sections !== null;

/** 到岗情况 with who stood in for whom and who was away from the post. */
export function crewAttendance(
  people: readonly SheetPerson[],
  clock: PaperClock,
  absences: Snapshot['absences'] = [],
): string {
  const standIns = people.flatMap((p) =>
    p.standIn ? [`${p.name}替${p.standIn.name}（${clock.time(p.standIn.atMs)}，${p.standIn.reason}）`] : [],
  );
  const away = absences.map(
    (a) =>
      `${a.name}脱岗 ${clock.time(a.fromMs)}–${a.toMs === null ? '未归' : clock.time(a.toMs)}（${a.reason}）`,
  );
  return [attendanceText(people, clock), ...standIns, ...away].join('；');
}

/** 天气状态: the weather, then the posture (平时 / 应急) where the sheet knows it. */
export function weatherText(snapshot: Snapshot, clock: PaperClock): string {
  const weather = snapshot.weather || '—';
  if (!isWhole(snapshot)) return weather;
  const { posture, sinceMs, planName, reason } = snapshot.posture;
  if (posture === 'routine') return `${weather} / 平时`;
  const since = sinceMs === null ? '' : `自${clock.time(sinceMs)}`;
  return `${weather} / 应急（${[since, planName, reason].filter(Boolean).join('，')}）`;
}

/** From when to when the shift of a sheet held the desk; planned where it is not known or not yet over. */
export function heldSpan({
  snapshot,
  signedAtMs,
}: Pick<Handover, 'snapshot' | 'signedAtMs'>): [number, number] {
  const own = snapshot.watch.at(-1)?.shiftId;
  const first = snapshot.watch.find((w) => w.shiftId === own);
  return [first?.fromMs ?? snapshot.plannedStartMs, signedAtMs ?? snapshot.plannedEndMs];
}

/** 值守时段: who held the desk at each minute, the last span up to the incoming signature; empty on older sheets. */
export function watchText(
  { snapshot, signedAtMs }: Pick<Handover, 'snapshot' | 'signedAtMs'>,
  clock: PaperClock,
): string {
  return snapshot.watch
    .map(({ lead, fromMs, toMs }, n) => {
      const endMs = toMs ?? (n === snapshot.watch.length - 1 ? signedAtMs : null);
      return `${clock.dayTime(fromMs)} 至 ${endMs === null ? '接班签字' : clock.dayTime(endMs)} ${lead || '—'}`;
    })
    .join('；');
}

/** 班组标注: which rules of the crew either side does not meet; empty when all are. */
export function faultText(sheet: Pick<Sheet, 'handover' | 'incomingFaults'>): string {
  const side = (name: string, faults: readonly string[]) =>
    faults.length === 0 ? '' : `${name}：${faults.map((f) => word(faultWords, f)).join('、')}`;
  return [side('交班', sheet.handover.snapshot.crewFaults), side('接班', sheet.incomingFaults)]
    .filter(Boolean)
    .join('；');
}

/** 交接说明: out of turn, late, and what was refused and stays with the outgoing lead; empty when there is nothing to say. */
export function remarkText(handover: Handover): string {
  const { extraReason, late, lateMinutes, items } = handover;
  const refused = items.filter((i) => i.decision === 'refused').length;
  const lead = handover.outgoingSignature?.name ?? '';
  return [
    extraReason !== '' && `中途交接，事由：${extraReason}。`,
    late && `未按时交接，迟 ${lateMinutes} 分钟。`,
    isWhole(handover.snapshot) && refused > 0 && `拒收 ${refused} 项，仍由交班值班长${lead}负责。`,
  ]
    .filter(Boolean)
    .join('');
}

/** 时钟核对 in words: by how many seconds the desk's clock was ahead or behind; empty while it was not compared. */
export function clockCheckText({ clockCheck }: Snapshot['preparation']): string {
  if (!clockCheck) return '';
  const seconds = (clockCheck.deskMs - clockCheck.referenceMs) / 1000;
  const by = Math.abs(seconds).toFixed(1).replace(/\.0$/, '');
  const against = clockCheck.reference === '' ? '' : `与${clockCheck.reference}`;
  if (by === '0') return `${against}相符`;
  return `${against}差 ${by} 秒（值班台${seconds > 0 ? '快' : '慢'}）`;
}

/** 备份: when the last verified one was made; empty on older sheets. */
export function backupText(snapshot: Snapshot, clock: PaperClock): string {
  if (!isWhole(snapshot)) return '';
  return snapshot.lastBackupMs === null ? '无已验证备份' : `${clock.time(snapshot.lastBackupMs)} 已验证`;
}
