import { describe, expect, it } from 'vitest';
import { changesOf, foreignDetails, withChanges } from './correction.ts';
import { detailFields, detailSchema, emptyDetail, keptDetail } from './details.ts';
import { numbersIn } from './links.ts';
import { stepInputSchema } from './steps.ts';
import { isLateEntry, type LogEntry, logKinds } from './types.ts';

it('every kind has its own fields, each a field of a detail', () => {
  expect(Object.keys(detailFields).sort()).toEqual([...logKinds].sort());
  for (const fields of Object.values(detailFields))
    expect(Object.keys(emptyDetail)).toEqual(expect.arrayContaining([...fields]));
});

describe('a detail', () => {
  it.each<[given: object, refused: string | undefined]>([
    [{}, undefined],
    [{ copies: 3, secrecy: 'secret', receiptNo: '２０２６－7' }, undefined],
    [{ copies: 0 }, 'quantity'],
    [{ copies: 1.5 }, 'quantity'],
    [{ remarks: '长'.repeat(1001) }, 'tooLong'],
    [{ remarks: 'a\u0000' }, 'badCharacters'],
    [{ secrecy: 'top' }, expect.any(String) as never],
  ])('%j → %s', (given, refused) => {
    expect(detailSchema.partial().safeParse(given).error?.issues[0]?.message).toEqual(refused);
  });

  it('keeps only what its kind has and what says something', () => {
    expect(keptDetail('walkIn', { address: '幸福里', people: '', receiptNo: '7' })).toEqual({
      address: '幸福里',
    });
    expect(foreignDetails('walkIn', { address: '幸福里', receiptNo: '7', device: '' })).toEqual([
      'receiptNo',
    ]);
    expect(foreignDetails('document', { secrecy: 'none', copies: null })).toEqual([]);
  });
});

describe('a correction', () => {
  const before = {
    kind: 'callIn',
    occurredAtMs: 1,
    from: '李四',
    phone: '',
    title: '',
    urgency: null,
    calledAtMs: null,
    answeredAtMs: null,
    receivedBy: '',
    handling: '',
    important: false,
    text: '原文',
    details: { ...emptyDetail, callerUnit: '街道' },
  } satisfies Partial<LogEntry> as unknown as LogEntry;

  it('names only what differs, with both values, details by their own name', () => {
    const changes = changesOf(before, {
      from: '王五',
      phone: '',
      details: { callerUnit: '街道', recipient: '童子安' },
    });
    expect(changes).toEqual([
      { field: 'from', before: '李四', after: '王五' },
      { field: 'recipient', before: '', after: '童子安' },
    ]);
  });

  it('of a correction stands on what the first has left', () => {
    const first = withChanges(before, changesOf(before, { from: '王五', details: { callerUnit: '社区' } }));
    const second = changesOf(first, { from: '赵六', details: { callerUnit: '街道' } });
    expect(second).toEqual([
      { field: 'from', before: '王五', after: '赵六' },
      { field: 'callerUnit', before: '社区', after: '街道' },
    ]);
    expect(withChanges(first, second)).toMatchObject({ from: '赵六', details: { callerUnit: '街道' } });
    expect(before.from).toBe('李四');
  });
});

describe('a step', () => {
  it.each<[step: object, refused: string | undefined]>([
    [{ kind: 'reported', who: '沈若衡' }, undefined],
    [{ kind: 'reported' }, 'who required'],
    [{ kind: 'proposal', text: '转大队' }, undefined],
    [{ kind: 'proposal' }, 'text required'],
    [{ kind: 'order', who: '沈若衡', text: '立即办' }, undefined],
    [{ kind: 'order', text: '立即办' }, 'who required'],
    [{ kind: 'result', text: '已办' }, undefined],
    [{ kind: 'result', text: '已办', followUp: { owner: '大队', dueAtMs: 1e12 } }, 'followUp orderOnly'],
    [
      { kind: 'order', who: '沈', text: '办', followUp: { owner: '', dueAtMs: 1e12 } },
      'followUp.owner required',
    ],
  ])('%j → %s', (step, refused) => {
    const issue = stepInputSchema.safeParse(step).error?.issues[0];
    expect(issue && `${issue.path.join('.')} ${issue.message}`).toBe(refused);
  });
});

it.each<[text: string, numbers: string[]]>([
  ['关于2026-000123再次来电', ['2026-000123']],
  ['２０２６－０００１２３ 全角', ['2026-000123']],
  ['2026-000123、2026-000123、2026-000124', ['2026-000123', '2026-000124']],
  ['12026-000123', []],
  ['2026-0001234', []],
  ['2026-12-000123', []],
  ['', []],
])('%s names %j', (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers);
});

it.each([
  [0, 15 * 60_000, false],
  [0, 15 * 60_000 + 1, true],
  [60_000, 0, false],
])('what happened at %i and was recorded at %i is late: %s', (occurredAtMs, recordedAtMs, late) => {
  expect(isLateEntry({ occurredAtMs, recordedAtMs })).toBe(late);
});
