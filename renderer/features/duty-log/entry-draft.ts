import type { LogEntryInput, LogKind } from '../../../shared/duty-log/types.ts';
import type { TimeSense } from '../../components/time-text.ts';

/** The form as typed: times stay text until they are saved, so that nothing typed is lost. */
export type EntryDraft = {
  kind: LogKind;
  occurred: string;
  from: string;
  phone: string;
  title: string;
  urgency: LogEntryInput['urgency'];
  called: string;
  answered: string;
  receivedBy: string;
  text: string;
  handling: string;
  important: boolean;
  follow: boolean;
  owner: string;
  due: string;
};

export const emptyEntry: EntryDraft = {
  kind: 'callIn',
  occurred: '',
  from: '',
  phone: '',
  title: '',
  urgency: null,
  called: '',
  answered: '',
  receivedBy: '',
  text: '',
  handling: '',
  important: false,
  follow: false,
  owner: '',
  due: '',
};

/** Fields that only some kinds have; what was typed for another kind stays in the draft but is not saved. */
export const fieldsOf = (kind: LogKind) => ({
  phone: kind === 'callIn' || kind === 'walkIn' || kind === 'document',
  paper: kind === 'document',
  roll: kind === 'rollCall',
});

/** Reads a typed time; undefined when it cannot be read. */
export type ReadTime = (typed: string, sense: TimeSense) => number | undefined;

/** The entry as the contract wants it, and the fields whose time cannot be read. */
export function entryOf(draft: EntryDraft, read: ReadTime): { input: LogEntryInput; unreadable: string[] } {
  const has = fieldsOf(draft.kind);
  const unreadable: string[] = [];
  const timeOf = (typed: string, field: string, sense: TimeSense = 'past') => {
    if (typed.trim() === '') return undefined;
    const ms = read(typed, sense);
    if (ms === undefined) unreadable.push(field);
    return ms;
  };
  const due = draft.follow ? timeOf(draft.due, 'followUp.dueAtMs', 'future') : undefined;
  if (draft.follow && draft.due.trim() === '') unreadable.push('followUp.dueAtMs');
  const input: LogEntryInput = {
    kind: draft.kind,
    text: draft.text,
    occurredAtMs: timeOf(draft.occurred, 'occurredAtMs'),
    from: draft.from,
    phone: has.phone ? draft.phone : '',
    title: has.paper ? draft.title : '',
    urgency: has.paper ? draft.urgency : null,
    calledAtMs: has.roll ? (timeOf(draft.called, 'calledAtMs') ?? null) : null,
    answeredAtMs: has.roll ? (timeOf(draft.answered, 'answeredAtMs') ?? null) : null,
    receivedBy: has.roll ? draft.receivedBy : '',
    handling: draft.handling,
    important: draft.important,
    followUp: draft.follow ? { owner: draft.owner, dueAtMs: due ?? 0 } : null,
    details: {},
    steps: [],
    links: [],
    attachments: [],
  };
  return { input, unreadable };
}
