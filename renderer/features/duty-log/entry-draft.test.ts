import { describe, expect, it, test } from 'vitest';
import { detailFields } from '../../../shared/duty-log/details.ts';
import { logEntrySchema, logKinds } from '../../../shared/duty-log/types.ts';
import { type Defaults, type EntryDraft, emptyEntry, entryOf, type ReadTime } from './entry-draft.ts';
import { fieldsOfKind } from './form-layout.ts';

const read: ReadTime = (typed) => (typed === 'soon' ? undefined : Number(typed));
const known: Defaults = { me: '童子安', desk: '值班室', rollCallText: '点名应答' };
const of = (draft: Partial<EntryDraft>) => entryOf({ ...emptyEntry, ...draft }, known, read);

test('fields of another kind are not saved', () => {
  const { input } = of({
    kind: 'weather',
    text: '大风',
    phone: '123',
    title: 't',
    called: '5',
    device: '打印机',
  });
  expect(input).toMatchObject({ phone: '', title: '', calledAtMs: null, urgency: null, receivedBy: '' });
  expect(input.details).toEqual({ warning: '' });
});

test('every form has the fields of its kind, each once', () => {
  for (const kind of logKinds) {
    const fields = fieldsOfKind(kind);
    expect(new Set(fields).size).toBe(fields.length);
    expect(fields).toEqual(expect.arrayContaining([...detailFields[kind], 'text', 'handling', 'occurred']));
  }
});

describe('what the desk knows stands in the form until somebody says otherwise', () => {
  it.each<[draft: Partial<EntryDraft>, expected: object]>([
    [{ kind: 'callIn', text: 'x' }, { details: { recipient: '童子安', recipientUnit: '值班室' } }],
    [{ kind: 'callIn', text: 'x', recipient: '' }, { details: { recipient: '' } }],
    [
      { kind: 'walkIn', text: 'x' },
      { receivedBy: '童子安', details: { place: '值班室' } },
    ],
    [{ kind: 'rollCall' }, { text: '点名应答', receivedBy: '童子安' }],
    [
      { kind: 'document', title: '防台通知' },
      { text: '防台通知', title: '防台通知', urgency: 'routine' },
    ],
    [
      { kind: 'document', text: '摘要', copies: '３' },
      { text: '摘要', details: { copies: 3 } },
    ],
  ])('%j', (draft, expected) => {
    const { input } = of(draft);
    expect(input).toMatchObject(expected);
    expect(logEntrySchema.safeParse(input).success).toBe(true);
  });
});

test('a roll call keeps both its times', () => {
  const draft = { kind: 'rollCall', text: '点名', called: '5', answered: '16' } as const;
  expect(of(draft).input).toMatchObject({ calledAtMs: 5, answeredAtMs: 16 });
});

test('times that cannot be read are named, and a follow-up needs one', () => {
  expect(of({ occurred: 'soon' }).unreadable).toEqual(['occurred']);
  expect(of({ follow: true }).unreadable).toEqual(['due']);
  expect(of({ reportedWho: '沈', reportedAt: 'soon', orderDue: 'soon' }).unreadable).toEqual([
    'reportedAt',
    'orderDue',
  ]);
});

describe('steps typed with the entry', () => {
  it('stand in their order, and each path knows its field', () => {
    const { input, names } = of({
      reportedWho: '沈若衡',
      orderWho: '沈若衡',
      orderText: '立即部署',
      orderOwner: '大队',
      orderDue: '9',
      finished: '已部署',
    });
    expect(input.steps.map((s) => s.kind)).toEqual(['reported', 'order', 'result']);
    expect(input.steps[1]?.followUp).toEqual({ owner: '大队', dueAtMs: 9 });
    expect(names['steps.1.followUp.dueAtMs']).toBe('orderDue');
    expect(names['steps.2.text']).toBe('finished');
  });
  it('nothing typed is no step, and an order needs no owner', () => {
    expect(of({ text: 'x' }).input.steps).toEqual([]);
    expect(of({ orderWho: '沈', orderText: '办' }).input.steps[0]?.followUp).toBeNull();
  });
});
