import { type DetailField, detailFields, type LogDetail } from '../../../shared/duty-log/details.ts';
import type { StepInput } from '../../../shared/duty-log/steps.ts';
import type { LogEntryInput, LogKind } from '../../../shared/duty-log/types.ts';
import type { TimeSense } from '../../components/time-text.ts';
import { type FieldName, fieldsOfKind } from './form-layout.ts';

/** What is typed into the fields; what nobody touched has the form's default. */
export type TypedFields = Partial<Record<FieldName, string>>;

/** What has happened to it already when it is written down. */
export type StepFields = {
  reportedWho: string;
  reportedAt: string;
  proposal: string;
  orderWho: string;
  orderText: string;
  orderOwner: string;
  orderDue: string;
  finished: string;
};

/** The form as typed: times stay text until they are saved, so that nothing typed is lost. */
export type EntryDraft = TypedFields &
  StepFields & { kind: LogKind; important: boolean; follow: boolean; owner: string; due: string };

export const emptyEntry: EntryDraft = {
  kind: 'callIn',
  important: false,
  follow: false,
  owner: '',
  due: '',
  reportedWho: '',
  reportedAt: '',
  proposal: '',
  orderWho: '',
  orderText: '',
  orderOwner: '',
  orderDue: '',
  finished: '',
};

/** What a form knows by itself: who is signed in, where the desk is, words that are always the same. */
export type Defaults = { me: string; desk: string; rollCallText: string };

/** What a field holds while nobody has touched it. */
export function defaultOf(kind: LogKind, field: FieldName, known: Defaults): string {
  if (field === 'recipient' || field === 'receivedBy') return known.me;
  if (field === 'recipientUnit' || field === 'place') return known.desk;
  if (field === 'text' && kind === 'rollCall') return known.rollCallText;
  if (field === 'secrecy') return 'none';
  return '';
}

/** Reads a typed time; undefined when it cannot be read. */
export type ReadTime = (typed: string, sense: TimeSense) => number | undefined;

/** An entry as the contract wants it, the fields whose time cannot be read, and which field a path of it came from. */
export type ReadEntry = { input: LogEntryInput; unreadable: string[]; names: Record<string, string> };

/** A detail as the contract wants it: a number of copies is a number, everything else as typed. */
export const detailValue = (field: DetailField, typed: string): LogDetail[DetailField] =>
  field === 'copies' ? (typed.trim() === '' ? null : Number(typed.normalize('NFKC'))) : typed;

/** Reads times and remembers under which name one could not be read. */
function timeReader(read: ReadTime) {
  const unreadable: string[] = [];
  const timeOf = (typed: string, field: string, sense: TimeSense = 'past'): number | undefined => {
    if (typed.trim() === '') return undefined;
    const ms = read(typed, sense);
    if (ms === undefined) unreadable.push(field);
    return ms;
  };
  return { unreadable, timeOf };
}

/** The entry as the contract wants it. */
export function entryOf(draft: EntryDraft, known: Defaults, read: ReadTime): ReadEntry {
  const { unreadable, timeOf } = timeReader(read);
  const has = new Set(fieldsOfKind(draft.kind));
  const of = (field: FieldName) =>
    has.has(field) ? (draft[field] ?? defaultOf(draft.kind, field, known)) : '';
  const names: Record<string, string> = {};
  const steps = stepsOf(draft, timeOf, names);
  const due = draft.follow ? timeOf(draft.due, 'due', 'future') : undefined;
  if (draft.follow && draft.due.trim() === '') unreadable.push('due');
  const details = Object.fromEntries(
    detailFields[draft.kind].map((field) => [field, detailValue(field, of(field))]),
  );
  const input: LogEntryInput = {
    kind: draft.kind,
    // Nobody types a title a second time: a paper without a summary is known by its title.
    text: of('text').trim() === '' ? of('title') : of('text'),
    occurredAtMs: timeOf(of('occurred'), 'occurred'),
    from: of('from'),
    phone: of('phone'),
    title: of('title'),
    urgency: (of('urgency') || (draft.kind === 'document' ? 'routine' : null)) as LogEntryInput['urgency'],
    calledAtMs: timeOf(of('called'), 'called') ?? null,
    answeredAtMs: timeOf(of('answered'), 'answered') ?? null,
    receivedBy: of('receivedBy'),
    handling: of('handling'),
    important: draft.important,
    followUp: draft.follow ? { owner: draft.owner, dueAtMs: due ?? 0 } : null,
    details,
    steps,
    links: [],
    attachments: [],
  };
  return { input, unreadable, names };
}

/** The steps that were typed, in their order; `names` learns which field each path came from. */
function stepsOf(
  draft: EntryDraft,
  timeOf: ReturnType<typeof timeReader>['timeOf'],
  names: Record<string, string>,
): StepInput[] {
  const steps: StepInput[] = [];
  const said = (...typed: string[]) => typed.some((each) => each.trim() !== '');
  const put = (step: Partial<StepInput> & Pick<StepInput, 'kind'>, fields: Record<string, string>) => {
    for (const [path, field] of Object.entries(fields)) names[`steps.${steps.length}.${path}`] = field;
    steps.push({ who: '', text: '', followUp: null, ...step });
  };
  if (said(draft.reportedWho, draft.reportedAt)) {
    const occurredAtMs = timeOf(draft.reportedAt, 'reportedAt');
    put(
      { kind: 'reported', who: draft.reportedWho, occurredAtMs },
      { who: 'reportedWho', occurredAtMs: 'reportedAt' },
    );
  }
  if (said(draft.proposal)) put({ kind: 'proposal', text: draft.proposal }, { text: 'proposal' });
  if (said(draft.orderWho, draft.orderText, draft.orderOwner, draft.orderDue)) {
    const tracked = said(draft.orderOwner, draft.orderDue);
    const dueAtMs = timeOf(draft.orderDue, 'orderDue', 'future') ?? 0;
    const fields = {
      who: 'orderWho',
      text: 'orderText',
      'followUp.owner': 'orderOwner',
      'followUp.dueAtMs': 'orderDue',
    };
    const followUp = tracked ? { owner: draft.orderOwner, dueAtMs } : null;
    put({ kind: 'order', who: draft.orderWho, text: draft.orderText, followUp }, fields);
  }
  if (said(draft.finished)) put({ kind: 'result', text: draft.finished }, { text: 'finished' });
  return steps;
}
