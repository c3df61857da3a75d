import { describe, expect, it } from 'vitest';
import { guessCategory } from './category-guess.ts';

const own = [
  ['负责组织市区除雪、户外广告牌加固等应急处置工作', '除雪·广告牌'],
  ['受理处置市区环卫设施损毁故障等方面的应急抢修、求助、投诉和举报', '环卫设施'],
  [
    '受理处置对乱倒生活垃圾、乱倒建筑垃圾、乱摆设摊点、店外经营、人行道乱停放机动车辆等影响市容环境卫生行为的投诉和举报',
    '市容环境',
  ],
  [
    '受理处置对犬类管理、商业经营活动中使用高音喇叭招揽顾客、户外广告管理等方面的投诉和举报',
    '犬类·喇叭·广告',
  ],
  ['受理处置对违法建设行为的投诉和举报', '违法建设'],
  ['负责市场服务中心各场所经营活动等方面的投诉和举报', '市场经营'],
  ['受理市应急办、局领导交办的其它工作', '交办事项'],
].map(([text = '', short = ''], n) => ({ no: n + 1, text, short }));

describe('the seven categories of 篇三 二, from what callers say', () => {
  it.each<[said: string, no: number | null, because?: string[]]>([
    ['有人占道卖水果', 3, ['占道']],
    ['门口一排地摊，过不去', 3, ['地摊']],
    ['菜市场门口有人摆地摊占道', 3],
    ['饭店把桌子摆到门口，店外经营', 3],
    ['半夜有人偷倒建筑垃圾', 3],
    ['人行道上乱停车', 3],
    ['商家用高音喇叭招揽顾客', 4, ['喇叭']],
    ['超市门口噪音太大，吵得睡不着', 4],
    ['一条大狗把小孩咬伤了', 4],
    ['墙上贴满小广告', 4, ['小广告']],
    ['楼顶违建，正在搭棚', 5, ['违建', '搭棚']],
    ['邻居私搭阳光房', 5],
    ['积雪太厚，请求除雪', 1],
    ['户外广告牌松动，有坠落危险', 1, ['广告牌']],
    ['招牌要掉了', 1, ['招牌']],
    ['垃圾桶坏了', 2, ['垃圾桶']],
    ['果皮箱坏了没人修', 2],
    ['公厕堵了', 2],
    ['菜市场里缺斤少两', 6],
    ['局领导交办一件事', 7],
    ['老地方又来了', null],
    ['', null],
    ['有人投诉', null],
    ['狗把垃圾桶撞翻了', null],
    ['ABC 123', null],
  ])('%s → %s', (said, no, because) => {
    const guess = guessCategory(said, own);
    expect(guess?.no ?? null).toBe(no);
    if (because) expect(guess?.because).toEqual(because);
  });
});

it('reads the categories of another bureau by their own text', () => {
  const other = [
    { no: 10, text: '养犬管理', short: '养犬' },
    { no: 20, text: '流动商贩与占道经营', short: '占道' },
    { no: 30, text: '其他', short: '其他' },
  ];
  expect(guessCategory('狗没有拴绳', other)?.no).toBe(10);
  expect(guessCategory('路边有地摊', other)?.no).toBe(20);
  expect(guessCategory('楼顶违建', other)).toBeNull();
  expect(guessCategory('占道', [])).toBeNull();
});

it('reads the beginning of a story of 100 kB', () => {
  expect(guessCategory('占道经营'.repeat(25_000), own)?.no).toBe(3);
});
