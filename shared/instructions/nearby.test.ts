import { describe, expect, it } from 'vitest';
import { callerName, sameCaller, sameEvent, samePhone, samePlace, wordsOf } from './nearby.ts';

const like = (a: [string, string], b: [string, string]) =>
  sameEvent(wordsOf({ place: a[0], text: a[1] }), wordsOf({ place: b[0], text: b[1] }));

describe('calls that may be about one event', () => {
  it.each<[a: [string, string], b: [string, string], same: boolean]>([
    [['新华街口', ''], ['新华街口公交站旁', '广告牌要掉'], true],
    [['新华街', '广告牌'], ['新华街12号', '户外广告牌松动'], true],
    [['望江路12号', '摊贩占道'], ['望江路98号', '停车'], false],
    [['老地方', '有条流浪狗咬伤小孩'], ['灯塔巷', '流浪狗咬伤一名小孩，正在流血'], true],
    [['城东', '噪音'], ['城西', '噪音扰民'], false],
    [['新华街3号楼前', ''], ['新华街33号楼前广场', '停车'], false],
    [['新华街3号楼前', ''], ['新华街3号楼前广场', '停车'], true],
    [['', ''], ['新华街', '广告牌'], false],
    [['！！', '……'], ['！！', '……'], false],
  ])('%j and %j: %s', (a, b, same) => {
    expect(like(a, b) > 0).toBe(same);
    expect(like(b, a) > 0).toBe(same);
  });

  it('the same place and words come before the same place alone', () => {
    const both = like(['新华街口', '广告牌要掉下来'], ['新华街口', '广告牌要掉下来了']);
    expect(both).toBeGreaterThan(like(['新华街口', '广告牌要掉下来'], ['新华街口', '乱停车']));
  });
});

it.each([
  ['13900001111', '139-0000-1111', true],
  ['１３９００００１１１１', '13900001111', true],
  ['8110000', '0570-8110000', true],
  ['13900001111', '13800001111', false],
  ['110', '110', false],
  ['', '', false],
])('the numbers %j and %j are one: %s', (a, b, same) => {
  expect(samePhone(a, b)).toBe(same);
  expect(samePhone(b, a)).toBe(same);
});

it.each([
  ['匿名', ''],
  ['热心市民', ''],
  [' ', ''],
  ['王 秀兰', '王秀兰'],
  ['不愿透露姓名', ''],
])('the caller %j is compared as %j', (typed, name) => {
  expect(callerName(typed)).toBe(name);
});

describe('the same caller', () => {
  const earlier = { caller: '王秀兰', phone: '13900001111', place: '新华街口' };
  const draft = (over: Partial<typeof earlier>) => {
    const d = { caller: '', phone: '', place: '', ...over };
    return { caller: d.caller, phone: d.phone, place: wordsOf({ place: d.place, text: '' }).place };
  };
  it.each<[over: Partial<typeof earlier>, same: boolean]>([
    [{ phone: '139 0000 1111' }, true],
    [{ caller: '王秀兰', place: '新华街' }, true],
    [{ caller: '王秀兰', place: '盐场大道' }, false],
    [{ caller: '王秀兰' }, false],
    [{ place: '新华街口' }, false],
  ])('%j: %s', (over, same) => {
    expect(sameCaller(draft(over), earlier)).toBe(same);
  });

  it('is nobody whose name is not told', () => {
    expect(
      sameCaller(draft({ caller: '匿名', place: '新华街口' }), { ...earlier, caller: '匿名', phone: '' }),
    ).toBe(false);
  });
});

it.each([
  ['灯塔巷菜摊', '灯塔巷菜摊旁', true],
  ['灯塔巷', '盐场大道', false],
  ['盐场大道12号', '盐场大道12号门口', true],
  ['盐场大道12号', '盐场大道98号', false],
  ['', '盐场大道', false],
])('%s and %s are one place: %s', (a, b, same) => {
  expect(samePlace(a, b)).toBe(same);
});
