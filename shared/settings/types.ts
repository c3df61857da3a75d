import { z } from 'zod';
import { clockTime, name, optionalText, phone } from '../fields.ts';

const minutes = (max: number) => z.number('minutes').int('minutes').min(1, 'minutes').max(max, 'minutes');

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
});
export type Limits = z.infer<typeof limitsSchema>;

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
  dutyPhone: phone(),
  head: optionalText(60),
});
export type Site = z.infer<typeof siteSchema>;

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
};
