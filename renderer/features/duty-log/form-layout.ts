import type { DetailField } from '../../../shared/duty-log/details.ts';
import type { LogKind } from '../../../shared/duty-log/types.ts';

/** Columns that every kind may use, by their names in the form. */
export type PlainField =
  | 'from'
  | 'phone'
  | 'title'
  | 'urgency'
  | 'occurred'
  | 'called'
  | 'answered'
  | 'receivedBy'
  | 'text'
  | 'handling';

/** A field of the form: a column of the entry or a detail of its kind. */
export type FieldName = PlainField | DetailField;

/** Rows of fields in the order of the paper form; `more` are those rarely filled, behind a disclosure. */
export type FormLayout = { rows: readonly (readonly FieldName[])[]; more: readonly (readonly FieldName[])[] };

/** The form of every kind (domain: 电话记录, 群众来访登记, 紧急公文, 点名应答 …). */
export const formLayout: Record<LogKind, FormLayout> = {
  callIn: {
    rows: [
      ['callerUnit', 'from', 'phone'],
      ['occurred', 'recipientUnit', 'recipient'],
      ['text'],
      ['handling'],
    ],
    more: [],
  },
  instruction: { rows: [['from', 'phone', 'occurred'], ['text'], ['handling']], more: [] },
  walkIn: {
    rows: [
      ['from', 'gender', 'phone'],
      ['address', 'people'],
      ['occurred', 'place', 'receivedBy'],
      ['text'],
      ['handling'],
    ],
    more: [['remarks']],
  },
  document: {
    rows: [['receiptNo', 'from', 'fromNo'], ['urgency', 'secrecy'], ['title', 'copies'], ['text']],
    more: [['occurred', 'phone'], ['handling'], ['remarks']],
  },
  inspection: {
    rows: [['from', 'people', 'occurred'], ['subject'], ['text'], ['requirements'], ['handling']],
    more: [['phone', 'remarks']],
  },
  rollCall: {
    rows: [['from', 'receivedBy', 'result'], ['called', 'answered'], ['text']],
    more: [['occurred'], ['handling'], ['remarks']],
  },
  patrol: { rows: [['area', 'from', 'occurred'], ['text'], ['handling']], more: [['phone']] },
  report: {
    rows: [['sentTo', 'means', 'stage'], ['from', 'phone', 'occurred'], ['text'], ['handling']],
    more: [],
  },
  leaderInstruction: { rows: [['from', 'phone', 'occurred'], ['text'], ['handling']], more: [['remarks']] },
  equipment: {
    rows: [['device', 'from', 'occurred'], ['text'], ['repair'], ['handling']],
    more: [['phone']],
  },
  weather: { rows: [['warning', 'from', 'occurred'], ['text'], ['handling']], more: [] },
  other: { rows: [['from', 'phone', 'occurred'], ['text'], ['handling']], more: [] },
};

/** Every field that a kind's form has; what was typed for another kind stays in the draft but is not saved. */
export const fieldsOfKind = (kind: LogKind): readonly FieldName[] => [
  ...formLayout[kind].rows.flat(),
  ...formLayout[kind].more.flat(),
];

const labels = {
  callIn: { from: 'speaker', occurred: 'callTime' },
  walkIn: {
    from: 'visitor',
    phone: 'contact',
    occurred: 'visitTime',
    people: 'headcount',
    receivedBy: 'host',
    text: 'matter',
    handling: 'outcome',
  },
  document: { from: 'sender', text: 'summary', occurred: 'arrived' },
  inspection: { from: 'inspectingUnit', people: 'inspectors', text: 'findings' },
  rollCall: { from: 'callerOfRoll' },
  patrol: { from: 'patroller' },
  report: { from: 'reporter' },
  leaderInstruction: { from: 'leader', text: 'order' },
  equipment: { text: 'fault' },
  weather: { from: 'issuer' },
} as const satisfies Partial<Record<LogKind, Partial<Record<FieldName, string>>>>;

type Special = {
  [K in keyof typeof labels]: (typeof labels)[K][keyof (typeof labels)[K]];
}[keyof typeof labels];

/** Under which key of the locale a field is named on the form of a kind. */
export function labelKey(kind: LogKind, field: FieldName): FieldName | Special {
  const own = (labels as Partial<Record<LogKind, Partial<Record<FieldName, Special>>>>)[kind];
  return own?.[field] ?? field;
}
