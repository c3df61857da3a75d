import { describe, expect, test } from 'vitest';
import type { AlarmSignal } from '../../../shared/protocol.ts';
import { NoticeGatherer } from './notices.ts';

const alarm = (n: number, text: string, level: 1 | 2 | 3 = 1): AlarmSignal => ({
  id: `a${n}`,
  class: 'x',
  level,
  dueAtMs: n,
  raisedAtMs: n,
  repeat: 0,
  text: `${text} · 2026-${n} · 某路`,
});
const burst = (count: number, text: string, level: 1 | 2 | 3 = 1) =>
  Array.from({ length: count }, (_, n) => alarm(n, text, level));

describe('notifications', () => {
  test('a few alarms are a notification each', () => {
    const notices = new NoticeGatherer(() => 'zh-CN').take([alarm(2, '乙', 3), alarm(1, '甲')], 0);
    expect(notices).toEqual([
      { body: '甲 · 2026-1 · 某路', urgent: true },
      { body: '乙 · 2026-2 · 某路', urgent: false },
    ]);
  });

  test('a burst is one, with counts per kind and the most urgent in full', () => {
    const notices = new NoticeGatherer(() => 'zh-CN').take(
      [...burst(20, '提醒', 3), ...burst(40, '超时')],
      0,
    );
    expect(notices).toEqual([
      { body: '新增 60 项告警\n超时 40 项\n提醒 20 项\n超时 · 2026-0 · 某路', urgent: true },
    ]);
  });

  test('sixty that trickle in within a minute are a few, and none is left out', () => {
    const gatherer = new NoticeGatherer(() => 'en');
    const shown = Array.from({ length: 75 }, (_, s) =>
      gatherer.take(s < 60 ? [alarm(s, 'late')] : [], s * 1000),
    ).flat();
    expect(shown.length).toBeLessThanOrEqual(8);
    expect(shown.at(-1)?.body).toContain('new alarms');
    const counted = shown.map((n) => Number(/^(\d+) new alarms/.exec(n.body)?.[1] ?? 1));
    expect(counted.reduce((a, b) => a + b, 0)).toBe(60);
  });

  test('a clock set back keeps nothing waiting', () => {
    const gatherer = new NoticeGatherer(() => 'zh-CN');
    gatherer.take([alarm(1, '甲')], 100_000);
    expect(gatherer.take([alarm(2, '乙')], 5_000)).toHaveLength(1);
  });
});
