import { z } from 'zod';
import { id, pin, text, timeMs } from '../fields.ts';
import type { Absence, Attendance } from '../shifts/attendance.ts';
import type { DutyDayFacts } from '../shifts/crew-rules.ts';
import { crewSchema, type Shift } from '../shifts/types.ts';
import { procedure, typed } from './base.ts';

export type ShiftsView = { holder: Shift | null; relief: Shift | null };

export const shiftsContract = {
  current: procedure.output(typed<ShiftsView>()),
  /** What the calendar says of the day of the crew on the desk (null at an empty desk) and of the one that comes next. */
  days: procedure.output(typed<{ present: DutyDayFacts | null; coming: DutyDayFacts }>()),
  /** Names the crew that comes next (for an empty desk: the first crew). */
  planRelief: procedure.input(z.object({ crew: crewSchema })).output(typed<Shift>()),
  /** The first takeover of an empty desk: one signature, the incoming lead's. */
  takeDesk: procedure
    .input(z.object({ crew: crewSchema, presentIds: z.array(id()).default([]), pin: pin() }))
    .output(typed<Shift>()),
  /** Attendance (到岗): a member of the crew on the desk or of the relief. */
  signIn: procedure.input(z.object({ personId: id() })).output(typed<Shift>()),
  /** Leaving (离岗): refused before the relief has signed, unless somebody stands in with a reason. */
  signOut: procedure.input(z.object({ personId: id() })).output(typed<Shift>()),
  /** 脱岗: somebody of the crew on the desk is away from the post; a shift lead marks it, with a reason. */
  markAbsence: procedure
    .input(z.object({ personId: id(), fromMs: timeMs().optional(), reason: text(300) }))
    .output(typed<Absence[]>()),
  /** The person is back. */
  endAbsence: procedure.input(z.object({ id: id(), toMs: timeMs().optional() })).output(typed<Absence[]>()),
  /** Everything about the presence of a shift's people; default the shift that holds the desk. */
  attendance: procedure.input(z.object({ shiftId: id().optional() })).output(typed<Attendance>()),
  /** A member falls out in mid-shift and another stands in; the reason is kept. */
  substitute: procedure
    .input(z.object({ personId: id(), byId: id(), reason: text(300) }))
    .output(typed<Shift>()),
};
