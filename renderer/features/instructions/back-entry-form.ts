import type { DeskClient } from '../../../shared/contract/index.ts';
import { backEntrySchema } from '../../../shared/instructions/back-entry.ts';
import { instant } from '../../../shared/time/zone.ts';
import { type FieldErrors, fieldMessage } from '../../app/field-words.ts';
import { timeNear, timeOfDay } from './back-entry-time.ts';

/** The form as it is typed; everything is text until it is saved, `yes` for a tick. */
export const emptyBackEntry = {
  day: '',
  number: '',
  receivedAt: '',
  issuedAt: '',
  centreNo: '',
  caller: '',
  phone: '',
  place: '',
  zone: '',
  gridNo: '',
  categoryNo: '',
  text: '',
  severity: 'ordinary',
  danger: '',
  readBack: '',
  to: '',
  dispatchedAt: '',
  takenBy: '',
  takenAt: '',
  means: 'phone',
  despite: '',
  members: '',
  vehicle: '',
  uniformed: '',
  notified: '',
  notifiedAt: '',
  delayReason: '',
  explainedTo: '',
  explainedAt: '',
  arrivedAt: '',
  scene: '',
  resolvedAt: '',
  disposition: '',
  codeId: '',
  reportedTo: '',
  reportedAt: '',
  close: '',
};
export type BackEntryValues = typeof emptyBackEntry;
export type BackEntryField = keyof BackEntryValues;

/** Where each part of the form's input is typed. Refusals come back under these paths. */
export const fieldAt: Readonly<Record<string, BackEntryField>> = {
  number: 'number',
  receivedAtMs: 'receivedAt',
  'receive.issuedAtMs': 'issuedAt',
  'receive.centreNo': 'centreNo',
  'receive.caller': 'caller',
  'receive.phone': 'phone',
  'receive.place': 'place',
  'receive.zone': 'zone',
  'receive.gridNo': 'gridNo',
  'receive.categoryNo': 'categoryNo',
  'receive.text': 'text',
  'receive.severity': 'severity',
  'receive.danger': 'danger',
  'dispatch.to': 'to',
  'dispatch.dispatchedAtMs': 'dispatchedAt',
  'dispatch.takenBy': 'takenBy',
  'dispatch.takenAtMs': 'takenAt',
  'dispatch.means': 'means',
  'dispatch.despite': 'despite',
  'crew.members': 'members',
  'crew.vehicle': 'vehicle',
  'notify.who': 'notified',
  'notify.notifiedAtMs': 'notifiedAt',
  'delayed.reason': 'delayReason',
  'delayed.explainedTo': 'explainedTo',
  'delayed.explainedAtMs': 'explainedAt',
  'onScene.arrivedAtMs': 'arrivedAt',
  'onScene.text': 'scene',
  'resolve.resolvedAtMs': 'resolvedAt',
  'resolve.text': 'disposition',
  'resolve.codeId': 'codeId',
  'reportBack.to': 'reportedTo',
  'reportBack.reportedAtMs': 'reportedAt',
};

/** Messages by the fields of the form from messages by the paths of its input; the rest keep their path. */
export const byFormField = (errors: FieldErrors): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors).map(([path, message]) => {
      const whole = path.split('.').slice(0, 2).join('.');
      return [fieldAt[path] ?? fieldAt[whole] ?? path, message];
    }),
  );

type Input = Parameters<DeskClient['instructions']['backEnter']>[0];

/** Turns what was typed into a back-entry, or says at which fields it cannot be one. */
export function readBackEntry(
  v: BackEntryValues,
  timeZone: string,
): { input: Input } | { errors: FieldErrors } {
  const errors: FieldErrors = {};
  const receivedAtMs = timeOfDay(v.receivedAt, v.day, timeZone);
  const near = (field: BackEntryField): number | undefined => {
    if (v[field].trim() === '') return undefined;
    // While the receipt cannot be read it alone is refused: the others are read against noon of the form's day.
    const nearMs = receivedAtMs ?? instant(v.day, '12:00', timeZone);
    const ms = timeNear(v[field], nearMs, timeZone);
    if (ms === undefined) errors[field] = fieldMessage('time');
    return ms;
  };
  const anyOf = (...fields: BackEntryField[]) => fields.some((field) => v[field].trim() !== '');
  const [kind, id] = v.to.split(':');
  const draft = {
    number: v.number,
    receivedAtMs,
    receive: {
      issuedAtMs: v.issuedAt.trim() === '' ? receivedAtMs : near('issuedAt'),
      centreNo: v.centreNo,
      caller: v.caller,
      phone: v.phone,
      place: v.place,
      zone: v.zone || undefined,
      gridNo: v.gridNo || null,
      categoryNo: v.categoryNo ? Number(v.categoryNo) : null,
      text: v.text,
      severity: v.severity,
      danger: v.danger || null,
      readBack: v.readBack === 'yes',
    },
    dispatch: anyOf('to', 'dispatchedAt', 'takenBy', 'takenAt')
      ? {
          to: { kind, id: id ?? '' },
          dispatchedAtMs: near('dispatchedAt'),
          takenBy: v.takenBy,
          takenAtMs: near('takenAt'),
          means: v.means,
          despite: v.despite,
        }
      : null,
    crew: anyOf('members', 'vehicle', 'uniformed')
      ? {
          members: v.members.split(/[、,，;；\s]+/).filter(Boolean),
          vehicle: v.vehicle,
          uniformed: v.uniformed === '' ? null : v.uniformed === 'yes',
        }
      : null,
    notify: anyOf('notified', 'notifiedAt')
      ? { who: v.notified, notifiedAtMs: near('notifiedAt'), means: 'phone' }
      : null,
    delayed: anyOf('delayReason', 'explainedTo', 'explainedAt')
      ? { reason: v.delayReason, explainedTo: v.explainedTo, explainedAtMs: near('explainedAt') }
      : null,
    onScene: anyOf('arrivedAt', 'scene') ? { arrivedAtMs: near('arrivedAt'), text: v.scene } : null,
    resolve: anyOf('resolvedAt', 'disposition', 'codeId')
      ? { text: v.disposition, codeId: v.codeId || null, resolvedAtMs: near('resolvedAt') }
      : null,
    reportBack: anyOf('reportedTo', 'reportedAt')
      ? { to: v.reportedTo, reportedAtMs: near('reportedAt') }
      : null,
    close: v.close === 'yes',
  };
  const read = backEntrySchema.safeParse(draft);
  if (!read.success) {
    for (const issue of read.error.issues) {
      // Left empty it is the receipt, which says itself when it is missing.
      if (issue.path.at(-1) === 'issuedAtMs' && receivedAtMs === undefined) continue;
      const [field = ''] = Object.keys(byFormField({ [issue.path.join('.')]: '' }));
      const empty = field in v && v[field as BackEntryField].trim() === '';
      errors[field] ??= fieldMessage(empty ? 'required' : issue.message);
    }
  }
  return read.success && Object.keys(errors).length === 0 ? { input: read.data } : { errors };
}
