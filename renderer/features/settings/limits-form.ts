import type { Limits } from '../../../shared/settings/types.ts';

/** The fields of one number (minutes, people), in the groups of the form. */
export const minuteGroups = {
  clocks: ['mainUrban', 'other', 'dispatchMinutes', 'sceneReportMinutes', 'reportBackMinutes'],
  alarms: ['overdueRepeatMinutes', 'leaderNoticeMinutes', 'handoverGraceMinutes'],
  escalation: ['escalateLeadMinutes', 'escalateLeaderMinutes'],
  shift: ['signInLeadMinutes', 'urgentPaperMinutes', 'emergencyCrewMinimum'],
} as const;
export type MinuteName = (typeof minuteGroups)[keyof typeof minuteGroups][number];

/** The stages whose times are counted in classes. */
export const bucketNames = ['acceptance', 'dispatch', 'arrival', 'reportBack'] as const;
export type BucketName = (typeof bucketNames)[number];

/** Every field of the form as it is typed. */
export type LimitsText = Record<MinuteName | BucketName | 'arrivalWarnings', string>;

const listText = (list: readonly number[]) => list.join(' ');

/** The limits as the form shows them. */
export const limitsAsText = ({ arrivalMinutes, buckets, arrivalWarnings, ...rest }: Limits): LimitsText => ({
  mainUrban: String(arrivalMinutes.mainUrban),
  other: String(arrivalMinutes.other),
  dispatchMinutes: String(rest.dispatchMinutes),
  sceneReportMinutes: String(rest.sceneReportMinutes),
  reportBackMinutes: String(rest.reportBackMinutes),
  leaderNoticeMinutes: String(rest.leaderNoticeMinutes),
  overdueRepeatMinutes: String(rest.overdueRepeatMinutes),
  handoverGraceMinutes: String(rest.handoverGraceMinutes),
  escalateLeadMinutes: String(rest.escalateLeadMinutes),
  escalateLeaderMinutes: String(rest.escalateLeaderMinutes),
  signInLeadMinutes: String(rest.signInLeadMinutes),
  urgentPaperMinutes: String(rest.urgentPaperMinutes),
  emergencyCrewMinimum: String(rest.emergencyCrewMinimum),
  arrivalWarnings: listText(arrivalWarnings),
  acceptance: listText(buckets.acceptance),
  dispatch: listText(buckets.dispatch),
  arrival: listText(buckets.arrival),
  reportBack: listText(buckets.reportBack),
});

/** Full-width digits and commas are what an input method types. */
const plain = (text: string) => text.normalize('NFKC').trim();

// What is no number is sent as such: the engine says so, and the words stand at the field.
const minutes = (text: string) => Number(plain(text) || Number.NaN);
const list = (text: string) =>
  plain(text)
    .split(/[、,;\s]+/)
    .filter(Boolean)
    .map(Number);

/** What was typed as the engine takes it; what is no number stays `NaN`, which the engine refuses at its field. */
export const limitsFromText = (text: LimitsText): Limits => ({
  arrivalMinutes: { mainUrban: minutes(text.mainUrban), other: minutes(text.other) },
  dispatchMinutes: minutes(text.dispatchMinutes),
  sceneReportMinutes: minutes(text.sceneReportMinutes),
  reportBackMinutes: minutes(text.reportBackMinutes),
  leaderNoticeMinutes: minutes(text.leaderNoticeMinutes),
  overdueRepeatMinutes: minutes(text.overdueRepeatMinutes),
  handoverGraceMinutes: minutes(text.handoverGraceMinutes),
  escalateLeadMinutes: minutes(text.escalateLeadMinutes),
  escalateLeaderMinutes: minutes(text.escalateLeaderMinutes),
  signInLeadMinutes: minutes(text.signInLeadMinutes),
  urgentPaperMinutes: minutes(text.urgentPaperMinutes),
  emergencyCrewMinimum: minutes(text.emergencyCrewMinimum),
  arrivalWarnings: list(text.arrivalWarnings),
  buckets: {
    acceptance: list(text.acceptance),
    dispatch: list(text.dispatch),
    arrival: list(text.arrival),
    reportBack: list(text.reportBack),
  },
});

/** The message that belongs to a field, wherever inside it the engine found the fault. */
export function limitsError(
  errors: Readonly<Record<string, string>>,
  name: keyof LimitsText,
): string | undefined {
  const inside = (path: string) => path === name || path.startsWith(`${name}.`);
  return Object.entries(errors).find(([path]) =>
    inside(path.replace(/^limits\.(arrivalMinutes\.|buckets\.)?/, '')),
  )?.[1];
}

/** What one setting changed against the one before it: field, before, after. */
export function limitsChanges(
  before: Limits,
  after: Limits,
): [name: keyof LimitsText, from: string, to: string][] {
  const [a, b] = [limitsAsText(before), limitsAsText(after)];
  return (Object.keys(b) as (keyof LimitsText)[])
    .filter((name) => a[name] !== b[name])
    .map((name) => [name, a[name], b[name]]);
}
