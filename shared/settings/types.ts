import { z } from 'zod';
import { clockTime, name, optionalText, phone } from '../fields.ts';

const minutes = (max: number) => z.number('minutes').int('minutes').min(1, 'minutes').max(max, 'minutes');

const bucket = () =>
  z
    .array(minutes(1440))
    .min(1, 'required')
    .max(8, 'tooMany')
    .refine((list) => list.every((m, n) => n === 0 || m > (list[n - 1] ?? 0)), 'ascending');

const defaultBuckets = {
  acceptance: [1, 3, 5, 10],
  dispatch: [1, 3, 5, 10],
  arrival: [10, 20, 30, 45, 60],
  reportBack: [5, 10, 20, 30],
};

/** Limits of clocks and alarms, in minutes. A value in force is kept with the thing it decided. */
export const limitsSchema = z.object({
  arrivalMinutes: z.object({ mainUrban: minutes(600), other: minutes(600) }),
  dispatchMinutes: minutes(120),
  sceneReportMinutes: minutes(120),
  reportBackMinutes: minutes(600),
  leaderNoticeMinutes: minutes(120).default(5),
  arrivalWarnings: z.array(minutes(600)).max(5, 'tooMany'),
  overdueRepeatMinutes: minutes(120),
  handoverGraceMinutes: minutes(240),
  /** 特提 / 特急: until the leader must know of the paper. */
  urgentPaperMinutes: minutes(240).default(10),
  /** Crews come this long before the changeover. */
  signInLeadMinutes: minutes(120).default(10),
  /** People at the desk in an emergency; two always (双人值班). */
  emergencyCrewMinimum: z
    .number('quantity')
    .int('quantity')
    .min(2, 'quantity')
    .max(20, 'quantity')
    .default(3),
  /** An arrival alarm nobody acknowledged goes to the shift lead, then asks for the leader on duty. */
  escalateLeadMinutes: minutes(120).default(5),
  escalateLeaderMinutes: minutes(240).default(15),
  /** Upper ends of the classes in which timeliness is counted, in minutes. */
  buckets: z
    .object({
      acceptance: bucket(),
      dispatch: bucket(),
      arrival: bucket(),
      reportBack: bucket(),
    })
    .default(defaultBuckets),
});
export type Limits = z.infer<typeof limitsSchema>;

/** Limits as somebody sets them: what was stored or comes in a bureau file may be older than these rules. */
export const limitsInputSchema = limitsSchema.refine(
  (l) => l.escalateLeaderMinutes >= l.escalateLeadMinutes,
  { error: 'beforeLead', path: ['escalateLeaderMinutes'] },
);

const knownZone = (zone: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** The site: names, zone, changeover, working hours and night window. `head` is the bureau's head (局主要领导). */
export const siteSchema = z.object({
  name: name(),
  deskName: name(),
  timeZone: z.string('required').refine(knownZone, 'timeZone').default('Asia/Shanghai'),
  changeover: clockTime().default('08:30'),
  workingHours: z
    .array(z.tuple([clockTime(), clockTime()]))
    .max(6, 'tooMany')
    .default([
      ['08:30', '12:00'],
      ['14:00', '17:30'],
    ]),
  night: z.tuple([clockTime(), clockTime()]).default(['22:00', '06:00']),
  /** 夜间出勤补贴 for one attendance, in fen (篇三 五(六)). */
  nightAllowanceFen: z.number('amount').int('amount').min(0, 'amount').max(1_000_000, 'amount').default(0),
  dutyPhone: phone(),
  head: optionalText(60),
});
export type Site = z.infer<typeof siteSchema>;

/** A site as somebody sets it: a night from a time to the same time would be the whole day. */
export const siteInputSchema = siteSchema.refine(({ night: [from, to] }) => from !== to, {
  error: 'emptyNight',
  path: ['night'],
});

/** Limits used until an administrator sets others: 篇三 四(二)1 for arrival, the desk's own for the rest. */
export const defaultLimits: Limits = {
  arrivalMinutes: { mainUrban: 30, other: 60 },
  dispatchMinutes: 3,
  sceneReportMinutes: 5,
  reportBackMinutes: 10,
  leaderNoticeMinutes: 5,
  arrivalWarnings: [10, 5],
  overdueRepeatMinutes: 5,
  handoverGraceMinutes: 10,
  urgentPaperMinutes: 10,
  signInLeadMinutes: 10,
  emergencyCrewMinimum: 3,
  escalateLeadMinutes: 5,
  escalateLeaderMinutes: 15,
  buckets: defaultBuckets,
};
