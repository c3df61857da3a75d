import { expect, test } from 'vitest';
import type { Instruction } from '../../../shared/instructions/types.ts';
import { readCommand, type Verb } from './command.ts';

const named = (number: string, centreNo = '') => ({ id: number, number, centreNo }) as Instruction;
const live = [named('2026-000123'), named('2026-000023'), named('2026-001123', '110-0218')];
const verbs: { verb: Verb; word: string }[] = [
  { verb: 'onScene', word: '到场' },
  { verb: 'onScene', word: 'arrive' },
  { verb: 'resolve', word: '处置' },
  { verb: 'log', word: '记录' },
  { verb: 'emergency', word: '应急' },
];

test('verb, number and note', () => {
  const command = readCommand('到场 123 现场 已控制', verbs, live);
  expect(command).toMatchObject({ ok: true, verb: 'onScene', note: '现场 已控制' });
  expect(command.ok && command.instruction?.number).toBe('2026-000123');
  expect(readCommand('ARRIVE 123', verbs, live)).toMatchObject({ ok: true, note: '' });
});

test("the centre's number is understood by its end", () => {
  const command = readCommand('到场 0218', verbs, live);
  expect(command.ok && command.instruction?.number).toBe('2026-001123');
});

test('what cannot be meant is named', () => {
  expect(readCommand('飞到 123', verbs, live)).toMatchObject({
    ok: false,
    problem: 'unknownVerb',
    verb: '飞到',
  });
  expect(readCommand('到场', verbs, live)).toMatchObject({ ok: false, problem: 'needNumber' });
  expect(readCommand('到场 999', verbs, live)).toMatchObject({ ok: false, problem: 'unknownNumber' });
  expect(readCommand('到场 3', verbs, live)).toMatchObject({ ok: false, problem: 'ambiguous' });
  expect(readCommand('处置 123', verbs, live)).toMatchObject({ ok: false, problem: 'needNote' });
});

test('a log line needs no number', () => {
  expect(readCommand('记录 市应急办来电', verbs, live)).toMatchObject({
    ok: true,
    instruction: null,
    note: '市应急办来电',
  });
});

test('words are searched for, or none', () => {
  const search = [...verbs, { verb: 'search' as const, word: '搜索' }];
  expect(readCommand('搜索 占道 新华街', search, live)).toMatchObject({ ok: true, note: '占道 新华街' });
  expect(readCommand('搜索', search, live)).toMatchObject({ ok: true, verb: 'search', note: '' });
});

test('a page is opened by its word alone', () => {
  expect(readCommand('应急', verbs, live)).toMatchObject({ ok: true, verb: 'emergency', instruction: null });
});
