import { describe, expect, test } from 'vitest';
import { emptyDetail } from '../duty-log/details.ts';
import type { LogStep } from '../duty-log/steps.ts';
import type { LogEntry } from '../duty-log/types.ts';
import { instant } from '../time/zone.ts';
import { chargesOf, handledBy, resultsOf } from './entry-form.ts';
import { entryFormAddress, entryForms, registerAddress } from './entry-forms.ts';
import { entryRow } from './log-day-rows.ts';
import { formTime, paperClock } from './paper-time.ts';

const at = (clock: string) => instant('2026-03-11', clock, 'Asia/Shanghai');
const clock = paperClock('2026-03-11', 'Asia/Shanghai');
const time = { at: clock.time, seconds: clock.seconds };
const form = formTime('Asia/Shanghai', at('15:00'));

const entry = (over: Partial<LogEntry> = {}): LogEntry => ({
  id: 'e1',
  shiftId: 's1',
  quiet: false,
  kind: 'callIn',
  occurredAtMs: at('09:00'),
  recordedAtMs: at('09:00'),
  from: '',
  phone: '',
  title: '',
  urgency: null,
  calledAtMs: null,
  answeredAtMs: null,
  receivedBy: '',
  handling: '',
  important: false,
  details: emptyDetail,
  steps: [],
  links: [],
  attachments: [],
  text: '询问',
  original: '询问',
  corrections: [],
  followUps: [],
  actorId: 'p1',
  actorName: '童子安',
  ...over,
});

const step = (over: Partial<LogStep>): LogStep => ({
  id: 'st',
  kind: 'order',
  who: '沈若衡',
  text: '答复',
  followUpId: null,
  occurredAtMs: at('09:10'),
  recordedAtMs: at('09:10'),
  shiftId: 's1',
  actorName: '童子安',
  ...over,
});

const followUp = (over: Partial<LogEntry['followUps'][number]> = {}) => ({
  id: 'f1',
  source: 'log' as const,
  sourceId: 'e1',
  label: '询问',
  text: '沈若衡批示：答复',
  owner: '霍长风',
  dueAtMs: at('17:00'),
  recordedAtMs: at('09:10'),
  doneAtMs: null,
  doneText: '',
  ...over,
});

describe('a row of the log', () => {
  test('marks what was written down more than a quarter of an hour late, with both times', () => {
    expect(entryRow(entry({ recordedAtMs: at('09:15') }), time, 10).late).toBe(false);
    const late = entryRow(entry({ recordedAtMs: at('09:16') }), time, 10);
    expect([late.late, late.atMs, late.recordedAtMs]).toEqual([true, at('09:00'), at('09:16')]);
  });

  test('keeps every text that was struck, a correction of a correction too, and old values of fields', () => {
    const row = entryRow(
      entry({
        original: '一',
        text: '三',
        corrections: [
          {
            id: 'c1',
            reason: '听错',
            text: '二',
            changes: [],
            actorName: '田守一',
            recordedAtMs: at('09:20'),
          },
          {
            ...{ id: 'c2', reason: '又错', text: '三', actorName: '田守一', recordedAtMs: at('09:30') },
            changes: [{ field: 'phone', before: '', after: '110' }],
          },
        ],
      }),
      time,
      10,
    );
    expect(row.struck.map((s) => s.before)).toEqual(['一', '二']);
    expect(row.struck[1]?.note).toBe('更正（田守一 09:30，又错）；电话：“空”改为“110”');
    expect(row.text).toBe('三');
  });

  test('a correction of fields alone strikes no text', () => {
    const changes = [{ field: 'kind' as const, before: 'other', after: 'callIn' }];
    const correction = {
      id: 'c1',
      reason: '类别',
      text: '询问',
      changes,
      actorName: '田守一',
      recordedAtMs: at('09:20'),
    };
    const [struck] = entryRow(entry({ corrections: [correction] }), time, 10).struck;
    expect(struck).toEqual({ before: '', note: '更正（田守一 09:20，类别）；类别：“其他”改为“来电”' });
  });

  test('says what was ordered and how far that is', () => {
    const steps = [step({ kind: 'proposal', who: '童子安', text: '拟答复' }), step({ followUpId: 'f1' })];
    const open = entryRow(entry({ steps, followUps: [followUp()] }), time, 10);
    expect(open.handling).toEqual(['09:10 童子安拟办：拟答复']);
    expect(open.orders).toEqual(['09:10 沈若衡批示：答复']);
    expect(open.outcome).toEqual(['未办：霍长风，限17:00']);
    const done = followUp({ doneAtMs: at('16:00'), doneText: '已答复' });
    expect(entryRow(entry({ steps, followUps: [done] }), time, 10).outcome).toEqual([
      '已办：已答复（霍长风，16:00）',
    ]);
  });

  test('an urgent paper nobody was told of says so', () => {
    const paper = entry({ kind: 'document', urgency: 'flash' });
    expect(entryRow(paper, time, 10).outcome).toContain('未报告领导');
    expect(entryRow(paper, time, 10).marks).toEqual(['特提']);
  });

  test('a roll call shows its seconds', () => {
    const call = entry({
      kind: 'rollCall',
      calledAtMs: at('10:00') + 1000,
      answeredAtMs: at('10:00') + 12_000,
    });
    expect(entryRow(call, time, 10).notes[0]).toBe('呼叫 10:00:01，应答 10:00:12，用时 11 秒');
  });
});

describe('the form of an entry', () => {
  test.each([
    ['callIn', [], ['phoneRecord']],
    ['walkIn', [], ['visit']],
    ['document', [step({})], ['documentSlip', 'leaderOrder']],
    ['leaderInstruction', [], ['leaderOrder']],
    ['weather', [], []],
  ] as const)('%s with %j has %j', (kind, steps, forms) => {
    expect(entryForms({ kind, steps: [...steps] })).toEqual(forms);
  });

  test('names who is charged until there is a result, then who gave it and when', () => {
    expect(handledBy(entry(), form)).toEqual({ by: '', at: '' });
    expect(handledBy(entry({ followUps: [followUp()] }), form)).toEqual({ by: '霍长风', at: '' });
    const result = step({ kind: 'result', who: '石破晓', text: '已办', occurredAtMs: at('11:00') });
    expect(handledBy(entry({ steps: [result], followUps: [followUp()] }), form)).toEqual({
      by: '石破晓',
      at: '2026年3月11日 11:00',
    });
  });

  test('results are what was done at once, what came of what was charged, and the results recorded', () => {
    const done = followUp({ doneAtMs: at('16:00'), doneText: '已答复' });
    const all = entry({
      handling: '已记录',
      followUps: [done],
      steps: [step({ kind: 'result', text: '结案' })],
    });
    expect(resultsOf(all, form).map((r) => r.text)).toEqual([
      '已记录',
      '已答复（2026年3月11日 16:00）',
      '结案',
    ]);
    expect(chargesOf(all, form)).toHaveLength(1);
  });

  test('addresses hold any name', () => {
    const allowed = /^#\/[a-z-]+\/?[\w-]*\?[\w%=&.~+*-]*$/;
    for (const who of ['田守一', "O'Neil (值班)!", 'a&b=c?d#e'])
      expect(entryFormAddress('visit', 'abc-1', who)).toMatch(allowed);
    expect(registerAddress('rollCalls', { from: '2026-03-01', to: '2026-03-31' }, '')).toBe(
      '#/roll-calls?from=2026-03-01&to=2026-03-31',
    );
  });
});
