import { describe, expect, it } from 'vitest';
import { markBefore, parseQuickLine } from './quick-line.ts';
import { answerSeconds, logKinds } from './types.ts';

describe('a kind is guessed from the words', () => {
  it.each([
    ['市气象台发布大风蓝色预警', 'weather'],
    ['10:00 点名应答正常', 'rollCall'],
    ['收到市应急办关于值守安排的通知', 'document'],
    ['群众来访反映占道', 'walkIn'],
    ['沈局批示:转大队落实', 'leaderInstruction'],
    ['市督查组抽查在岗情况', 'inspection'],
    ['巡查和平路', 'patrol'],
    ['续报已发', 'report'],
    ['打印机故障', 'equipment'],
    ['居民来电询问', 'callIn'],
    ['一切正常', 'other'],
    ['', 'other'],
  ])('%s → %s', (line, kind) => {
    expect(parseQuickLine(line)).toMatchObject({ kind, guessed: true, text: line });
  });
});

describe('marks', () => {
  it.each<[line: string, expected: Partial<ReturnType<typeof parseQuickLine>>]>([
    ['#来访 电话故障', { kind: 'walkIn', guessed: false, text: '电话故障' }],
    ['电话故障 #设备', { kind: 'equipment', guessed: false, text: '电话故障' }],
    ['#没有这类 打雷', { guessed: true, text: '#没有这类 打雷' }],
    ['#constructor 打雷', { kind: 'other', guessed: true, text: '#constructor 打雷' }],
    ['@区城运中心 点名', { from: '区城运中心', text: '点名' }],
    ['@张三 @李四 来电', { from: '李四', text: '来电' }],
    ['mail@example 来电', { from: '', text: 'mail@example 来电' }],
    ['围挡倒了 !重要', { important: true, text: '围挡倒了' }],
    ['！重要 围挡倒了', { important: true, text: '围挡倒了' }],
    ['! 围挡倒了', { important: true, text: '围挡倒了' }],
    ['围挡倒了!', { important: false, text: '围挡倒了!' }],
    [
      '＃来访 ＠王秀兰 ！重要 反映占道',
      { kind: 'walkIn', from: '王秀兰', important: true, text: '反映占道' },
    ],
    ['#上级检查 抽查台账', { kind: 'inspection', text: '抽查台账' }],
    ['@小😀明 来电', { from: '小😀明', text: '来电' }],
    ['  #来电   @居民   反映  噪声 ', { kind: 'callIn', from: '居民', text: '反映 噪声' }],
  ])('%s', (line, expected) => {
    expect(parseQuickLine(line)).toMatchObject(expected);
  });

  it('every tag leads to a kind of the log', () => {
    const tags = [
      '来电',
      '指令',
      '来访',
      '来文',
      '检查',
      '点名',
      '巡查',
      '报送',
      '批示',
      '设备',
      '天气',
      '其他',
    ];
    const kinds = tags.map((tag) => parseQuickLine(`#${tag} 一`).kind);
    expect([...kinds].sort()).toEqual([...logKinds].sort());
  });
});

describe('what is being typed before the caret', () => {
  it.each<[line: string, caret: number, mark: ReturnType<typeof markBefore>]>([
    ['#', 1, { sign: '#', typed: '' }],
    ['＃来', 2, { sign: '#', typed: '来' }],
    ['反映 @wang', 8, { sign: '@', typed: 'wang' }],
    ['＠', 1, { sign: '@', typed: '' }],
    ['#来电 ', 4, null],
    ['mail@x', 6, null],
    ['#来电', 2, { sign: '#', typed: '来' }],
    ['', 0, null],
    [`#${'长'.repeat(30)}`, 31, null],
  ])('%j at %i', (line, caret, mark) => {
    expect(markBefore(line, caret)).toEqual(mark);
  });
});

it.each<[called: number | null, answered: number | null, seconds: number | null]>([
  [0, 11_000, 11],
  [0, 0, 0],
  [5000, 0, 0],
  [null, 11_000, null],
  [0, null, null],
])('a roll call at %s answered at %s took %s s', (calledAtMs, answeredAtMs, seconds) => {
  expect(answerSeconds({ calledAtMs, answeredAtMs })).toBe(seconds);
});
