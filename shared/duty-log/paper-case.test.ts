import { describe, expect, it } from 'vitest';
import { leaderReportDueMs, paperOwed, urgentPaperSeries } from './paper-case.ts';
import type { LogStep, StepKind } from './steps.ts';
import type { FollowUp } from './types.ts';

const MINUTE = 60_000;
type Paper = Parameters<typeof paperOwed>[0];

const step = (kind: StepKind, followUpId: string | null = null, recordedAtMs = 5): LogStep =>
  ({ id: kind, kind, followUpId, recordedAtMs }) as LogStep;
const followUp = (id: string, doneAtMs: number | null): FollowUp =>
  ({ id, doneAtMs, dueAtMs: 99 }) as FollowUp;
const paper = (over: Partial<Paper> = {}): Paper => ({
  id: 'p',
  kind: 'document',
  urgency: 'immediate',
  occurredAtMs: 0,
  recordedAtMs: 2,
  steps: [],
  followUps: [],
  corrections: [],
  ...over,
});

describe('what a paper owes', () => {
  it.each<[what: string, paper: Partial<Paper>, owed: string[]]>([
    ['特急, nothing done', {}, ['leaderReport', 'paperResult']],
    ['特提, nothing done', { urgency: 'flash' }, ['leaderReport', 'paperResult']],
    ['加急, nothing done', { urgency: 'urgent' }, []],
    ['平急, proposed', { urgency: 'routine', steps: [step('proposal')] }, ['paperResult']],
    ['特急, only proposed', { steps: [step('proposal')] }, ['leaderReport', 'paperResult']],
    ['特急, told', { steps: [step('reported')] }, ['paperResult']],
    ['特急, ordered without owner', { steps: [step('order')] }, ['paperResult']],
    ['特急, told, result', { steps: [step('reported'), step('result')] }, []],
    ['特急, order tracked', { steps: [step('order', 'f')], followUps: [followUp('f', null)] }, ['orderEnd']],
    ['特急, order done', { steps: [step('order', 'f')], followUps: [followUp('f', 7)] }, []],
    [
      'two orders, one done',
      { steps: [step('order', 'f'), step('order', 'g')], followUps: [followUp('f', 7), followUp('g', null)] },
      ['orderEnd'],
    ],
    ['a call, ordered', { kind: 'callIn', urgency: null, steps: [step('order')] }, ['paperResult']],
    ['a call', { kind: 'callIn', urgency: null }, []],
    ['a call marked urgent by mistake', { kind: 'callIn', urgency: 'flash' }, []],
  ])('%s', (_what, over, owed) => {
    expect(paperOwed(paper(over), 10).map((o) => o.code)).toEqual(owed);
  });

  it('the report is due ten minutes after the paper came, not after it was written down', () => {
    expect(leaderReportDueMs(paper({ occurredAtMs: 1000, recordedAtMs: 9 * MINUTE }), 10)).toBe(
      1000 + 10 * MINUTE,
    );
  });
});

describe('its alarm', () => {
  const limits = { urgentPaperMinutes: 10, overdueRepeatMinutes: 5 };
  it('repeats from ten minutes after it came until the leader is told', () => {
    expect(urgentPaperSeries(paper(), limits)).toMatchObject({
      firstDueAtMs: 10 * MINUTE,
      everyMs: 5 * MINUTE,
      bornAtMs: 2,
      settledAtMs: Number.POSITIVE_INFINITY,
    });
  });
  it('is settled by the first report, order or result, never by a proposal', () => {
    const steps = [step('proposal', null, 3), step('result', null, 8), step('order', null, 6)];
    expect(urgentPaperSeries(paper({ steps }), limits)?.settledAtMs).toBe(6);
  });
  it('other papers have none', () => {
    expect(urgentPaperSeries(paper({ urgency: 'urgent' }), limits)).toBeNull();
  });
});
