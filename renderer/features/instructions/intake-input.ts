import { receiveSchema } from '../../../shared/instructions/types.ts';
import { MINUTE } from '../../../shared/time/zone.ts';
import { type FieldErrors, fieldMessage } from '../../app/field-words.ts';
import type { IntakeValues } from '../../components/intake-drafts.ts';
import { readTime } from '../../components/time-text.ts';

type ReceiveInput = ReturnType<typeof receiveSchema.parse>;

/** The fields at which a refusal can be shown. */
export const intakeFields = [
  'place',
  'gridNo',
  'zone',
  'text',
  'caller',
  'phone',
  'categoryNo',
  'severity',
  'danger',
  'centreNo',
  'issuedAtMs',
  'ofId',
  'duplicateOfId',
  'earlier',
];

/** When each draft was first sent whose outcome is still unknown, by what it says. */
const pressed = new Map<string, number>();

/**
 * The present for a call being sent: at a second press of the same draft still that of the first. An empty 下达时间 is the present,
 * so without this a press after a lost answer would be another request and the call would be taken twice. After an hour the
 * same words are another call.
 */
export function pressTime(values: IntakeValues, nowMs: number): number {
  const said = JSON.stringify(values);
  const first = pressed.get(said);
  if (first !== undefined && nowMs - first < 60 * MINUTE) return first;
  pressed.set(said, nowMs);
  return nowMs;
}

/** The draft was received, refused or changed: its next press is a new one. */
export const forgetPress = (values: IntakeValues): void => {
  pressed.delete(JSON.stringify(values));
};

/** Turns a call as typed into what is received, or says at which fields it cannot be. A guess is never part of it. */
export function readIntake(
  values: IntakeValues,
  clock: { nowMs: number; timeZone: string },
): { input: ReceiveInput } | { errors: FieldErrors } {
  const { place, text, caller, phone, centreNo, severity, readBack } = values;
  const issued = values.issuedAt.trim();
  const read = receiveSchema.safeParse({
    place,
    text,
    caller,
    phone,
    centreNo,
    severity,
    readBack,
    issuedAtMs: issued === '' ? clock.nowMs : readTime(issued, clock.nowMs, clock.timeZone),
    zone: values.zone || undefined,
    gridNo: values.gridNo || null,
    categoryNo: values.categoryNo ? Number(values.categoryNo) : null,
    danger: values.danger || null,
    duplicateOfId: values.duplicateOf?.id ?? null,
    earlier: values.earlier && { id: values.earlier.id, kind: values.earlier.kind },
  });
  if (read.success) return { input: read.data };
  const errors: FieldErrors = {};
  for (const issue of read.error.issues) errors[String(issue.path[0])] ??= fieldMessage(issue.message);
  return { errors };
}
