import { afterAll, beforeAll, expect, test } from 'vitest';
import { evolve } from '../../../shared/instructions/evolve.ts';
import { obligationsOf } from '../../../shared/instructions/obligations.ts';
import { decideStep, given, min, type Step, wayTo } from '../../../shared/instructions/testing/story.ts';
import { defaultLimits } from '../../../shared/settings/types.ts';
import { makeFormat } from '../../app/make-format.ts';
import { blockingSentence } from './DetailBlocking.ts';
import { takenBackAt } from './DetailEnds.ts';
import { correctionOf, summaryOf } from './summary.ts';
import { startWords } from './testing.ts';

beforeAll(() => startWords());
afterAll(() => startWords());

const format = makeFormat('Asia/Shanghai', 'zh-CN');
const say = (before: readonly Step[], step: Step, over = {}) => {
  const i = given(before);
  const event = decideStep(i, step, over);
  return summaryOf(event, { instruction: evolve(i, event), format, categoryName: (no) => `类${no}` });
};

test.each<[said: string, before: Step[], step: Step]>([
  [
    '派 行动组，霍长风 接令（对讲机），需领导到场',
    [],
    [1, 'dispatch', { takenBy: '霍长风', means: 'radio', leaderNeeded: true }],
  ],
  ['派 行动组，无人在岗仍派，原因：只有他们', [], [1, 'dispatch', { despite: '只有他们' }]],
  ['霍长风 接令（当面）', [[1, 'dispatch']], [2, 'take', { means: 'inPerson' }]],
  [
    '告知 顾远舟（短信），经 沈若衡，请到场，领导要求：加派登高车（霍长风，3月11日 12:00 前）',
    [],
    [
      1,
      'notify',
      {
        who: '顾远舟',
        means: 'message',
        through: '沈若衡',
        text: '请到场',
        order: { text: '加派登高车', owner: '霍长风', dueAtMs: min(180) },
      },
    ],
  ],
  [
    '领导要求已落实：已派，沈若衡',
    [[1, 'notify', { order: { text: '加派', owner: '霍长风', dueAtMs: min(180) } }]],
    [5, 'orderDone', { text: '已派' }],
  ],
  ['紧急程度升为重大，告知 沈若衡（电话）', [], [1, 'raiseSeverity', { to: 'grave', notified: '沈若衡' }]],
  [
    '出动，霍长风、苗立秋，汐B·1，着装',
    [[1, 'dispatch']],
    [2, 'enRoute', { members: ['霍长风', '苗立秋'], vehicle: '汐B·1', uniformed: true }],
  ],
  [
    '行动组 (2)：归队',
    [
      [1, 'dispatch'],
      [2, 'dispatch'],
      [3, 'enRoute', { dispatchId: 't2' }],
    ],
    [9, 'returned', { dispatchId: 't2' }],
  ],
  [
    '不能按时到达：积雪，已向 110 说明，预计 09:50 到场',
    [[1, 'dispatch']],
    [20, 'delayed', { reason: '积雪', expectedAtMs: min(50) }],
  ],
  ['到达现场', [[1, 'dispatch']], [9, 'onScene']],
  [
    '确认不属受理范围（权属不清），已向 110 说明，已请 供电公司 到场',
    wayTo.onScene,
    [12, 'confirmScope', { inScope: false, explainedTo: '110', kind: 'unclear', competent: '供电公司' }],
  ],
  [
    '移交 供电公司，接收人 王工，我方维持秩序至其到场',
    wayTo.outOfScopeOnScene,
    [30, 'transfer', { orderKept: true }],
  ],
  [
    '后续进展：已联系业主，期限改为 3月11日 20:00，3月11日 19:00 提醒',
    wayTo.followUp,
    [40, 'followUpNote', { dueAtMs: min(660), remindAtMs: min(600) }],
  ],
  ['撤销误操作：误并', [[1, 'duplicate']], [5, 'restore']],
  ['更正地点：由 新华街口 改为 新华街，原因：听错', [], [1, 'correct']],
  [
    '更正区域：由 主城区 改为 其它区域，原因：看错',
    [],
    [1, 'correct', { field: 'zone', zone: 'other', reason: '看错' }],
  ],
])('%s', (said, before, step) => {
  expect(say(before, step)).toBe(said);
});

test('a code whose word is the whole text is not said twice', () => {
  const over = { dispositionCode: '到场未发现' };
  expect(say(wayTo.handling, [20, 'resolve', { codeId: 'c1', text: '到场未发现' }], over)).toBe(
    '处置完毕：到场未发现',
  );
  expect(say(wayTo.handling, [20, 'resolve', { codeId: 'c1', text: '摊贩已走' }], over)).toBe(
    '处置完毕（到场未发现）：摊贩已走',
  );
});

test('a corrected time shows both values in words', () => {
  const event = decideStep(given(wayTo.onScene), [
    20,
    'correct',
    { field: 'arrivedAt', timeMs: min(8), reason: '记错' },
  ]);
  if (event.name !== 'correct') throw new Error('no correction');
  const context = { instruction: given(wayTo.onScene), format, categoryName: String };
  expect(correctionOf(event, context)).toEqual({
    field: '到场时间',
    before: '3月11日 09:10',
    value: '3月11日 09:08',
    reason: '记错',
  });
});

test('every action has its words in both languages', async () => {
  for (const language of ['en', 'zh-CN'] as const) {
    await startWords(language);
    const said = say([], [1, 'dispatch', { takenBy: 'A', despite: 'B' }]);
    expect(said).not.toMatch(/\{\{|undefined/);
  }
});

test('an end that was taken back is known, the one after it is not', () => {
  const steps: Step[] = [
    [1, 'duplicate'],
    [2, 'restore'],
    [3, 'void'],
  ];
  const events = steps.map((step, n) => ({ ...decideStep(given(steps.slice(0, n)), step), id: `x${n}` }));
  expect([...takenBackAt(events)]).toEqual([['x0', min(2)]]);
});

test('what blocks closing is one sentence with who and until when', () => {
  const blocked = (steps: Step[], minute: number) => {
    const i = given(steps);
    return blockingSentence(i, obligationsOf(i, min(minute), defaultLimits), format, min(minute));
  };
  expect(blocked([], 1)).toBe('还不能办结：尚未派送（09:03 到期）。');
  expect(blocked([[1, 'dispatch', { takenBy: '霍', takenAtMs: min(1) }]], 40)).toBe(
    '还不能办结：行动组尚未到场（09:31 已到期），行动组迟到尚未向110说明（09:31 已到期）。',
  );
  expect(blocked(wayTo.handling, 12)).toBe('还不能办结：处置结果未报，反馈110未做。');
  expect(blocked(wayTo.closed, 30)).toBe('');
});
