import type { PhraseField } from '../../../shared/dictionary/types.ts';
import type { ActionName, Instruction } from '../../../shared/instructions/types.ts';
import type { Words } from '../../locales/index.ts';

export type FieldLabel = keyof Words['instructions']['field'];

/** What was typed into a form, by field name; `kind:id` for a target, `yes` and `no` for ticks. */
export type FormText = Record<string, string>;

/** What a form knows while it decides which fields it shows. */
export type FormFacts = {
  instruction: Instruction;
  typed: FormText;
  /** The engine asked for this field although it did not stand in the form. */
  asked: (field: string) => boolean;
  head: string;
};

/** One field of an action's form. `name` is its name in the procedure's input; dots name what is inside (`order.text`). */
export type FieldSpec = {
  name: string;
  label: FieldLabel;
  required?: boolean;
  /** Two such fields stand side by side. */
  half?: boolean;
  /** Shown only then; a hidden field is not sent. */
  when?: (facts: FormFacts) => boolean;
} & (
  | { kind: 'text' | 'list' | 'leader' | 'taker' | 'owner' }
  | { kind: 'long'; phrases?: PhraseField }
  /** A time that happened; empty means now. */
  | { kind: 'time' }
  /** A time that will come. */
  | { kind: 'due' }
  | { kind: 'team'; among: 'notTaken' | 'awaited' | 'notLeft' | 'arrived' | 'out' | 'any' }
  | { kind: 'means'; all?: boolean }
  | { kind: 'yesNo'; words: 'uniformed' | 'orderKept' }
  | { kind: 'check' }
  | { kind: 'crew' | 'vehicle' | 'code' | 'order' | 'outOfScopeKind' }
  | { kind: 'severity' | 'delayKind' | 'instruction' | 'target' }
);

const explainedTo: FieldSpec = { name: 'explainedTo', label: 'explainedTo', kind: 'text', required: true };
const reason: FieldSpec = { name: 'reason', label: 'reason', kind: 'long', required: true };
const takeMeans: FieldSpec = { name: 'means', label: 'takeMeans', kind: 'means', half: true };
const anyMeans: FieldSpec = { name: 'means', label: 'means', kind: 'means', all: true, half: true };
const crew: readonly FieldSpec[] = [
  { name: 'members', label: 'members', kind: 'crew' },
  { name: 'vehicle', label: 'vehicle', kind: 'vehicle', half: true },
  { name: 'uniformed', label: 'uniformed', kind: 'yesNo', words: 'uniformed', half: true },
];

const team = (among: Extract<FieldSpec, { kind: 'team' }>['among']): FieldSpec => ({
  name: 'dispatchId',
  label: 'team',
  kind: 'team',
  among,
});

const time = (name: FieldLabel, half = false): FieldSpec => ({ name, label: name, kind: 'time', half });
const ordered = ({ typed }: FormFacts) => (typed['order.text'] ?? '').trim() !== '';
const notOurs = { kind: 'text' } as const;

/** The forms of all actions in one table. `correct` has its own form; `close` needs none. */
export const forms: Record<Exclude<ActionName, 'correct'>, readonly FieldSpec[]> = {
  decline: [explainedTo, { name: 'text', label: 'explanation', kind: 'long', required: true }],
  duplicate: [{ name: 'ofId', label: 'ofId', kind: 'instruction', required: true }],
  void: [reason],
  dispatch: [
    { name: 'to', label: 'to', kind: 'target', required: true },
    {
      name: 'despite',
      label: 'despite',
      kind: 'long',
      when: ({ typed, asked }) => asked('despite') || (typed.despite ?? '') !== '',
    },
    { name: 'takenBy', label: 'takenBy', kind: 'taker', half: true },
    time('takenAtMs', true),
    takeMeans,
    { name: 'leaderNeeded', label: 'leaderNeeded', kind: 'check', half: true },
  ],
  take: [
    team('notTaken'),
    { name: 'takenBy', label: 'takenBy', kind: 'taker', required: true, half: true },
    time('takenAtMs', true),
    takeMeans,
  ],
  // Whoever is called back is said, never assumed.
  recall: [{ ...team('awaited'), required: true }, reason],
  notify: [
    { name: 'who', label: 'who', kind: 'leader', required: true, half: true },
    time('notifiedAtMs', true),
    anyMeans,
    {
      name: 'through',
      label: 'through',
      kind: 'leader',
      half: true,
      when: ({ typed, head }) => (head !== '' && typed.who === head) || (typed.through ?? '') !== '',
    },
    { name: 'text', label: 'notice', kind: 'long' },
    { name: 'order.text', label: 'orderText', kind: 'long' },
    { name: 'order.owner', label: 'orderOwner', kind: 'owner', required: true, half: true, when: ordered },
    { name: 'order.dueAtMs', label: 'orderDueAtMs', kind: 'due', required: true, half: true, when: ordered },
  ],
  orderDone: [
    { name: 'orderId', label: 'orderId', kind: 'order' },
    { name: 'text', label: 'orderResult', kind: 'long', required: true },
  ],
  raiseSeverity: [
    { name: 'to', label: 'newSeverity', kind: 'severity', required: true },
    { name: 'notified', label: 'notified', kind: 'leader', half: true },
    time('notifiedAtMs', true),
    { ...anyMeans, when: ({ typed }) => (typed.notified ?? '') !== '' },
  ],
  enRoute: [team('notLeft'), time('leftAtMs'), ...crew],
  turnout: [team('any'), ...crew],
  returned: [team('out'), time('returnedAtMs')],
  delayed: [
    team('any'),
    { name: 'reason', label: 'reason', kind: 'long', required: true, phrases: 'delay' },
    { name: 'reasonKind', label: 'reasonKind', kind: 'delayKind' },
    { ...explainedTo, half: true },
    time('explainedAtMs', true),
    { name: 'expectedAtMs', label: 'expectedAtMs', kind: 'due', half: true },
  ],
  onScene: [
    team('awaited'),
    time('arrivedAtMs'),
    { name: 'text', label: 'scene', kind: 'long', phrases: 'scene' },
  ],
  sceneReport: [
    team('arrived'),
    { name: 'text', label: 'scene', kind: 'long', required: true, phrases: 'scene' },
  ],
  confirmScope: [
    { name: 'explainedTo', label: 'explainedTo', ...notOurs },
    { name: 'kind', label: 'outOfScopeKind', kind: 'outOfScopeKind' },
    { name: 'competent', label: 'competent', ...notOurs },
  ],
  transfer: [
    { name: 'to', label: 'transferTo', kind: 'text', required: true, half: true },
    { name: 'receiver', label: 'receiver', kind: 'text', required: true, half: true },
    time('transferredAtMs'),
    { name: 'orderKept', label: 'orderKept', kind: 'yesNo', words: 'orderKept' },
    { name: 'text', label: 'transferNote', kind: 'long' },
  ],
  resolve: [
    { name: 'codeId', label: 'code', kind: 'code' },
    { name: 'text', label: 'disposition', kind: 'long', required: true, phrases: 'disposition' },
  ],
  reportBack: [
    { name: 'to', label: 'reportedTo', kind: 'text', required: true, half: true },
    time('reportedAtMs', true),
  ],
  followUp: [
    { name: 'text', label: 'followUpText', kind: 'long', required: true },
    { name: 'owner', label: 'owner', kind: 'owner', required: true, half: true },
    { ...explainedTo, half: true },
    { name: 'dueAtMs', label: 'dueAtMs', kind: 'due', required: true, half: true },
    { name: 'remindAtMs', label: 'remindAtMs', kind: 'due', half: true },
  ],
  followUpNote: [
    { name: 'text', label: 'progress', kind: 'long', required: true },
    { name: 'dueAtMs', label: 'newDueAtMs', kind: 'due', half: true },
    { name: 'remindAtMs', label: 'remindAtMs', kind: 'due', half: true },
  ],
  followUpDone: [{ name: 'text', label: 'followUpResult', kind: 'long', required: true }],
  close: [],
  reopen: [reason],
  restore: [reason],
};

/** The fields of a form as it stands now. Confirming the scope needs no words. */
export function shownFields(
  action: Exclude<ActionName, 'correct'>,
  preset: Readonly<Record<string, string | boolean>>,
  facts: FormFacts,
): readonly FieldSpec[] {
  if (action === 'confirmScope' && preset.inScope === true) return [];
  return forms[action].filter((field) => field.when?.(facts) ?? true);
}
