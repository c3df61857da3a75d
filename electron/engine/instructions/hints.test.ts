import { beforeEach, describe, expect, it } from 'vitest';
import { act, group, receive } from '../testing/acts.ts';
import { heldDesk, type TestDesk } from '../testing/harness.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await heldDesk();
});

const hints = (draft: Record<string, string>) => desk.by('liaison').instructions.intakeHints(draft);
const numbers = (list: readonly { number: string }[]) => list.map((n) => Number(n.number.slice(5)));

describe('places', () => {
  it('are found by part of the name and by initials, most used first, with zone and grid', async () => {
    await receive(desk, { place: '新华街口', zone: 'other' });
    await receive(desk, { place: '新华街口', zone: 'mainUrban', gridNo: '01' });
    await receive(desk, { place: '新华街尾', zone: 'other' });
    for (const place of ['新华', 'xhj', 'ＸＨＪ', 'XHJ']) {
      const { places } = await hints({ place });
      expect(places.filter((p) => p.kind === 'place')).toMatchObject([
        { place: '新华街口', zone: 'mainUrban', gridNo: '01', uses: 2 },
        { place: '新华街尾', zone: 'other', gridNo: null, uses: 1 },
      ]);
    }
    expect((await hints({ place: '和平' })).places.filter((p) => p.kind === 'place')).toEqual([]);
  });

  it('name a grid by its name, its bounds and its initials', async () => {
    for (const place of ['新华', '新华街12号', '街以北', 'xhwg', '01']) {
      expect((await hints({ place })).places, place).toEqual([
        { kind: 'grid', place: '新华网格', gridNo: '01', zone: 'mainUrban', note: '新华街以北', uses: 0 },
      ]);
    }
    expect((await hints({ place: '和平' })).places).toEqual([]);
  });

  it('survive signs that mean something to the database', async () => {
    await receive(desk, { place: '新华街口' });
    for (const place of ['%', '_', '"', "'", '" OR "', '！', ' ', '\u{1F692}']) {
      expect((await hints({ place, text: place, caller: place, phone: place })).places).toEqual([]);
    }
  });
});

describe('possible duplicates', () => {
  it('are those of the last twelve hours with the same place or words, most likely first', async () => {
    await receive(desk, { place: '新华街口', text: '广告牌要掉' });
    await desk.pass('1h');
    await receive(desk, { place: '新华街口公交站', text: '乱停车' });
    await receive(desk, { place: '盐场大道', text: '流浪狗咬伤了小孩' });
    const draft = { place: '新华街口', text: '广告牌要掉了' };
    expect(numbers((await hints(draft)).duplicates)).toEqual([1, 2]);
    expect(numbers((await hints({ text: '一条流浪狗咬伤小孩' })).duplicates)).toEqual([3]);
    expect((await hints({ caller: '王先生' })).duplicates).toEqual([]);
    await desk.pass('10h59m');
    expect(numbers((await hints(draft)).duplicates)).toEqual([1, 2]);
    await desk.pass('2m');
    expect(numbers((await hints(draft)).duplicates)).toEqual([2]);
  });

  it('are never voided ones or duplicates themselves', async () => {
    const first = await receive(desk);
    const wrong = await receive(desk);
    await act(desk, wrong.id, 'void');
    await receive(desk, { duplicateOfId: first.id });
    const { duplicates } = await hints({ place: '新华街口', text: '广告牌要掉' });
    expect(numbers(duplicates)).toEqual([1]);
  });

  it('that are still open come before those that have ended', async () => {
    await receive(desk, { place: '新华街口', text: '广告牌松动' });
    await desk.pass('1m');
    const ended = await receive(desk, { place: '新华街口', text: '广告牌松动' });
    await act(desk, ended.id, 'decline');
    const { duplicates } = await hints({ place: '新华街口', text: '广告牌松动' });
    expect(numbers(duplicates)).toEqual([1, 2]);
  });

  it('are at most five', async () => {
    for (let n = 0; n < 7; n += 1) await receive(desk);
    expect((await hints({ place: '新华街口' })).duplicates).toHaveLength(5);
  });
});

describe('the same caller', () => {
  it('is known by the number, however it is written, newest first', async () => {
    await receive(desk, { caller: '王秀兰', phone: '139-0000-1111', place: '甲街' });
    await receive(desk, { caller: '匿名', phone: '１３９００００１１１１', place: '乙街' });
    await receive(desk, { caller: '别人', phone: '13800001111', place: '丙街' });
    await receive(desk, { caller: '商店', phone: '0570-8110000', place: '丁街' });
    expect(numbers((await hints({ phone: '13900001111' })).sameCaller)).toEqual([2, 1]);
    const first = (await hints({ phone: '13900001111' })).sameCaller[1];
    const here = await hints({ phone: '13900001111', place: first?.place ?? '' });
    expect(numbers(here.sameCaller)).toEqual([1, 2]);
    expect(numbers((await hints({ phone: '8110000' })).sameCaller)).toEqual([4]);
    expect((await hints({ phone: '110' })).sameCaller).toEqual([]);
  });

  it('is known by name only at a like place, and nobody by 匿名', async () => {
    await receive(desk, { caller: '王秀兰', place: '新华街口' });
    await receive(desk, { caller: '匿名', place: '新华街口' });
    expect(numbers((await hints({ caller: '王秀兰', place: '新华街' })).sameCaller)).toEqual([1]);
    expect((await hints({ caller: '王秀兰', place: '盐场大道' })).sameCaller).toEqual([]);
    expect((await hints({ caller: '匿名', place: '新华街口' })).sameCaller).toEqual([]);
  });
});

describe('similar before', () => {
  async function ended(place: string, text: string, result: string) {
    const i = await receive(desk, { place, text, phone: '' });
    await act(desk, i.id, 'dispatch', { to: group(desk), takenBy: '霍长风' });
    await desk.pass('10m');
    await act(desk, i.id, 'onScene');
    await act(desk, i.id, 'confirmScope');
    await act(desk, i.id, 'resolve', { text: result });
    await act(desk, i.id, 'reportBack');
    return act(desk, i.id, 'close');
  }

  it('shows who handled the likest ones, how, and how long it took', async () => {
    await ended('和平路8号', '垃圾桶坏了', '已更换');
    await ended('新华街12号', '户外广告牌松动有坠落危险', '已加固');
    await receive(desk, { place: '新华街12号', text: '户外广告牌松动有坠落危险' });
    const { similar } = await hints({ place: '新华街', text: '户外广告牌松动' });
    expect(numbers(similar)).toEqual([2]);
    expect(similar[0]).toMatchObject({
      teams: ['执法行动组'],
      outcome: { kind: 'resolved', text: '已加固' },
      tookMs: 10 * 60_000,
      likeness: 1,
    });
  });

  it('of an instruction looks back, past itself and what is linked with it', async () => {
    const before = await ended('新华街12号', '广告牌松动', '已加固');
    const i = await ended('新华街14号', '广告牌松动', '已拆除');
    const linked = await receive(desk, { place: '新华街14号', text: '广告牌松动', duplicateOfId: i.id });
    const later = await ended('新华街16号', '广告牌松动', '又已加固');
    const similar = (id: string) => desk.by('officer').instructions.similar({ id });
    expect((await similar(i.id)).map((s) => s.id)).toEqual([before.id]);
    expect((await similar(linked.id)).map((s) => s.id)).toEqual([before.id]);
    expect((await similar(later.id)).map((s) => s.id).sort()).toEqual([before.id, i.id].sort());
    expect(await similar(before.id)).toEqual([]);
  });

  it('learns a declined one by the words it was declined with', async () => {
    const i = await receive(desk, { place: '老码头', text: '水管爆裂' });
    await act(desk, i.id, 'decline', { explainedTo: '110', text: '属自来水公司' });
    const { similar } = await hints({ text: '水管爆裂' });
    expect(similar[0]).toMatchObject({ outcome: { kind: 'declined', text: '属自来水公司' }, teams: [] });
  });
});

it('the guess comes from the bureau’s own categories', async () => {
  const { category } = await hints({ text: '招牌要掉了' });
  expect(category).toEqual({ no: 1, because: ['招牌'] });
  expect((await hints({ text: '老地方又来了' })).category).toBeNull();
});
