import { expect, it } from 'vitest';
import { emptyDetail } from '../../../shared/duty-log/details.ts';
import type { LogEntry } from '../../../shared/duty-log/types.ts';
import { type CorrectionDraft, correctionOf, keptChange } from './correction-draft.ts';

const entry = {
  kind: 'document',
  text: '摘要',
  title: '通知',
  from: '市应急办',
  phone: '',
  urgency: 'routine',
  occurredAtMs: 5,
  calledAtMs: null,
  answeredAtMs: null,
  receivedBy: '',
  handling: '',
  important: false,
  details: { ...emptyDetail, copies: 2 },
} as LogEntry;
const of = (draft: Partial<CorrectionDraft>) =>
  correctionOf(
    entry,
    { reason: '', ...draft },
    (ms) => String(ms),
    (typed) => (typed === 'soon' ? undefined : Number(typed)),
  );

it.each<[what: string, draft: Partial<CorrectionDraft>, expected: object]>([
  ['nothing', {}, { fields: {}, text: undefined, unreadable: [] }],
  ['the same values', { from: '市应急办', copies: '2', occurred: '5', urgency: 'routine' }, { fields: {} }],
  ['the text alone', { text: '新摘要' }, { fields: {}, text: '新摘要' }],
  ['a detail as a number', { copies: '３' }, { fields: { details: { copies: 3 } } }],
  ['a detail emptied', { copies: '' }, { fields: { details: { copies: null } } }],
  ['times', { occurred: '7' }, { fields: { occurredAtMs: 7 } }],
  ['a time that cannot be read', { occurred: 'soon' }, { unreadable: ['occurred'] }],
  ['a time emptied', { occurred: '' }, { unreadable: ['occurred'] }],
  [
    'urgency and importance',
    { urgency: 'flash', toImportant: true },
    { fields: { urgency: 'flash', important: true } },
  ],
  [
    'another kind, with a field of it',
    { toKind: 'callIn', callerUnit: '街道' },
    { fields: { kind: 'callIn', details: { callerUnit: '街道' } } },
  ],
  ['a field that the kind does not have', { device: '打印机' }, { fields: {} }],
])('%s', (_what, draft, expected) => {
  expect(of(draft)).toMatchObject(expected);
});

it('a kept draft takes nothing back that another corrected meanwhile', () => {
  const write = String;
  const typed = [
    { from: '市防指' },
    { toKind: 'callIn', toImportant: true, title: '别的' },
    { toKind: 'document', toImportant: false, title: '通知' },
  ].reduce<Partial<CorrectionDraft>>(
    (draft, patch) => ({ ...draft, ...keptChange(entry, patch as Partial<CorrectionDraft>, write) }),
    {},
  );
  const kept = JSON.parse(JSON.stringify({ reason: '抄错', ...typed })) as CorrectionDraft;
  expect(kept).toEqual({ reason: '抄错', from: '市防指' });
  const meanwhile = { ...entry, kind: 'report', important: true, title: '紧急通知' } as LogEntry;
  expect(correctionOf(meanwhile, kept, write, Number)).toEqual({
    text: undefined,
    fields: { from: '市防指' },
    unreadable: [],
  });
});
