import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { sampleBureau } from '../../../shared/settings/testing/sample-bureau.ts';
import { replay } from '../replay.ts';
import type { DayScript, ScriptEvent } from '../script.ts';

/** A data folder for one replay, in memory where there is one. */
export function folder(): string {
  const base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const dir = mkdtempSync(join(base, 'duty-desk-replay-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Plays these events as one day of the sample bureau. */
export function day(events: ScriptEvent[], over: Partial<DayScript> = {}, until?: string) {
  const script: DayScript = {
    dutyDay: '2026-03-11',
    crew: { shiftLead: '田守一', liaison: '蒋知微', officers: ['童子安'], leaderOnDuty: null },
    relief: { shiftLead: '祝怀谷', liaison: '庄见山', officers: ['裴小满'], leaderOnDuty: null },
    events,
    ...over,
  };
  return replay(script, { bureauText: JSON.stringify(sampleBureau()), dataDir: folder(), until });
}

export const receive = (at: string, ref: string, over: object = {}): ScriptEvent => ({
  at,
  do: 'receive',
  ref,
  issuedAt: at,
  caller: '某群众',
  phone: '',
  place: `${ref} 路口`,
  zone: 'mainUrban',
  category: 1,
  text: '广告牌要掉',
  ...over,
});
export const dispatch = (at: string, ref: string, to = '执法行动组', over: object = {}): ScriptEvent => ({
  at,
  do: 'dispatch',
  ref,
  to,
  takenBy: '霍长风',
  takenAt: at,
  ...over,
});
export const step = (at: string, name: string, ref: string, over: object = {}): ScriptEvent => ({
  at,
  do: name,
  ref,
  ...over,
});
/** Everything from the receipt to the close, one minute each from `at` on. */
export const whole = (hour: string, ref: string): ScriptEvent[] => [
  receive(`${hour}:00`, ref),
  dispatch(`${hour}:01`, ref),
  step(`${hour}:10`, 'onScene', ref, { arrivedAt: `${hour}:09`, text: '有序' }),
  step(`${hour}:11`, 'confirmScope', ref, { inScope: true }),
  step(`${hour}:20`, 'resolve', ref, { text: '已加固' }),
  step(`${hour}:21`, 'reportBack', ref, { to: '110' }),
  step(`${hour}:22`, 'close', ref),
];
export const alarmsOf = (facts: Awaited<ReturnType<typeof day>>) =>
  facts.alarms.map((a) =>
    [a.at, a.class, a.ref, a.repeat > 0 ? `/${a.repeat}` : '', a.missed ? 'missed' : '']
      .filter(Boolean)
      .join(' '),
  );
