import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Hit } from '../../../shared/search/find.ts';
import { accept, act, handOver, receive } from '../testing/acts.ts';
import { at, borrowHeldDesk, DAY, heldDesk, refusal, type TestDesk, type Who } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const add = (desk: TestDesk, input: Record<string, unknown> = {}, who: Who = 'officer') =>
  desk.by(who).dutyLog.add({ kind: 'callIn', text: '居民反映噪声', ...input });
const find = (desk: TestDesk, words: string, more: Record<string, unknown> = {}) =>
  desk.by('officer').search.find({ words, ...more });
const marked = ({ text, marks }: Hit['text']) => marks.map(([from, to]) => text.slice(from, to));
/** What a search finds, newest first: kind and the text that is shown. */
const found = async (desk: TestDesk, words: string, more: Record<string, unknown> = {}) =>
  (await find(desk, words, more)).hits.map((h) => `${h.kind} ${h.text.text}`);

/** The index damaged while the program was off, and made up for. */
async function rebuilt(desk: TestDesk, damage: string): Promise<void> {
  await desk.stop();
  desk.raw((db) => db.exec(damage));
  await desk.start();
  await desk.findingWhole();
}

const keeper = (desk: TestDesk) => desk.by('keeper').supplies;
const radio = async (desk: TestDesk) => {
  const { items } = await keeper(desk).list();
  const item = items.find((i) => i.custodianId === desk.id('keeper') && i.balance > 1);
  if (!item) throw new Error('the sample bureau keeps nothing');
  return item;
};

describe('an entry is found', () => {
  it.each<[words: string, yes: boolean]>([
    ['噪声', true],
    ['反映噪声', true],
    ['映噪', true],
    ['噪', true],
    ['噪声 居民', true],
    ['噪声 商户', false],
    ['声噪', false],
    ['0000', true],
    ['1390000', true],
    ['００００', true],
    ['139', true],
    ['139-0000-1111', true],
    ['tza', true],
    ['TZA', true],
    ['童子安', true],
    ['lxm', true],
    ['mike', true],
    ['已劝离', true],
    ['3号楼', true],
    ['，。', false],
    ['😀', false],
    ['"噪声" OR "x"', false],
    ["'; DROP TABLE log_entry", false],
  ])('by %s: %s', async (words, yes) => {
    const desk = await heldDesk();
    await add(desk, {
      from: '黎小满女士（Mike）',
      phone: '139-0000-1111',
      handling: '已劝离，A座3号楼',
    });
    expect(await found(desk, words)).toHaveLength(yes ? 1 : 0);
  });

  it('with its words marked in the field that holds them', async () => {
    const desk = await heldDesk();
    await add(desk, { from: '裴小满', phone: '139-0000-1111', handling: '已劝离' });
    const [byText] = (await find(desk, '噪声')).hits;
    expect([byText?.field, byText && marked(byText.text)]).toEqual(['text', ['噪声']]);
    const [byHandling] = (await find(desk, '劝离')).hits;
    expect([byHandling?.field, byHandling && marked(byHandling.text)]).toEqual(['handling', ['劝离']]);
    const [byName] = (await find(desk, 'pxm')).hits;
    expect(byName && marked(byName.who)).toEqual(['裴小满']);
    const [byPhone] = (await find(desk, '00001')).hits;
    expect(byPhone && marked(byPhone.phone)).toEqual(['0000-1']);
    expect(byPhone).toMatchObject({ kind: 'log', state: 'callIn', dutyDay: DAY, open: false });
  });

  it('by what stood before a correction and by what stands now, in one hit', async () => {
    const desk = await heldDesk();
    const { id } = await add(desk);
    await desk.by('lead').dutyLog.correct({ id, text: '商户反映油烟', reason: '听错地址' });
    expect(await found(desk, '油烟')).toEqual(['log 商户反映油烟']);
    const [hit] = (await find(desk, '噪声')).hits;
    expect(hit).toMatchObject({ id, field: 'before' });
    expect(await found(desk, '听错')).toHaveLength(1);
  });

  it('as open until its follow-up is done', async () => {
    const desk = await heldDesk();
    const entry = await add(desk, { followUp: { owner: '霍长风', dueAtMs: at('16:00') } });
    expect(await found(desk, '', { open: true })).toHaveLength(1);
    expect(await found(desk, 'hcf')).toHaveLength(1);
    await desk.by('officer').followUps.done({ id: entry.followUps[0]?.id ?? '', text: '已办妥' });
    expect(await found(desk, '', { open: true })).toEqual([]);
    expect(await found(desk, '办妥')).toHaveLength(1);
  });

  it('never when it was refused', async () => {
    const desk = await heldDesk();
    const past = { followUp: { owner: '大队', dueAtMs: at('08:00') } };
    expect(await refusal(add(desk, past))).toBe('invalid:followUp.dueAtMs:dueInPast');
    expect(await found(desk, '噪声')).toEqual([]);
  });
});

describe('other records are found', () => {
  it('an instruction by place, number, caller, team and what was found on scene', async () => {
    const desk = await heldDesk();
    const i = await receive(desk, { caller: '黎小满', phone: '13900001111', centreNo: '110-77' });
    await act(desk, i.id, 'dispatch');
    await act(desk, i.id, 'onScene', { text: '围挡倾斜' });
    for (const words of [
      '新华街',
      '广告牌',
      '2026-000001',
      '110-77',
      'lxm',
      '9000011',
      '执法行动组',
      '围挡',
      'jzw',
    ])
      expect(
        (await find(desk, words)).hits.map((h) => h.id),
        words,
      ).toEqual([i.id]);
    const [hit] = (await find(desk, '围挡')).hits;
    expect(hit).toMatchObject({ kind: 'instruction', field: 'team', open: true });
  });

  it('a supply item and its movements', async () => {
    const desk = await heldDesk();
    const item = await radio(desk);
    await keeper(desk).issue({ itemId: item.id, quantity: 1, recipient: '黎小满', purpose: '夜间巡查' });
    const hits = (await find(desk, '夜间巡查')).hits;
    expect(hits).toMatchObject([{ kind: 'supply', state: 'issue', itemId: item.id, open: true }]);
    expect(await found(desk, 'lxm', { kinds: ['supply'] })).toHaveLength(1);
    expect(await found(desk, '', { kinds: ['supply'], open: true })).toHaveLength(1);
    await keeper(desk).return({ itemId: item.id, quantity: 1, condition: '天线断' });
    expect(await found(desk, '', { kinds: ['supply'], open: true })).toEqual([]);
    expect(await found(desk, '天线')).toHaveLength(1);
    const items = (await find(desk, item.name)).hits.filter((h) => h.state === 'item');
    expect(items.map((h) => h.itemId)).toContain(item.id);
  });

  it('a handover by number, leads, notes and items', async () => {
    const desk = await heldDesk();
    await receive(desk, { place: '盐场大道' });
    const { preparation } = await desk.by('lead').handover.view();
    await desk
      .by('lead')
      .handover.savePreparation({ ...preparation, notes: { ...preparation.notes, other: '钥匙在抽屉' } });
    const frozen = await desk.by('lead').handover.freeze({ relief: desk.crew(true) });
    await accept(desk, frozen.id);
    for (const words of [frozen.number, '田守一', 'tsy', 'zhg', '钥匙', '盐场大道'])
      expect(
        (await find(desk, words, { kinds: ['paper'] })).hits.map((h) => h.id),
        words,
      ).toEqual([frozen.id]);
  });
});

describe('filters', () => {
  async function filled() {
    const desk = await heldDesk();
    await add(desk, { text: '噪声一' });
    await desk.pass('1h');
    await add(desk, { kind: 'weather', text: '噪声二', important: true }, 'liaison');
    await receive(desk, { text: '噪声三' });
    await desk.until('+08:30');
    await handOver(desk);
    await add(desk, { text: '噪声四', from: '行政执法大队' }, 'nextOfficer');
    return desk;
  }
  const numbers = async (desk: TestDesk, words: string, more: Record<string, unknown>) =>
    (await find(desk, words, more)).hits.flatMap((h) => h.text.text.match(/噪声(.)/)?.[1] ?? h.kind).join('');

  it('narrow what is found, newest first', async () => {
    const desk = await filled();
    const unit = desk.raw((db) => db.prepare("SELECT id FROM unit WHERE name = '行政执法大队'").get()) as
      | { id: string }
      | undefined;
    expect(await numbers(desk, '噪声', { kinds: ['log', 'instruction'] })).toBe('四三二一');
    expect(await numbers(desk, '噪声', { kinds: ['log'] })).toBe('四二一');
    expect(await numbers(desk, '噪声', { logKinds: ['weather'] })).toBe('二');
    expect(await numbers(desk, '', { logKinds: ['weather', 'callIn'] })).toBe('四二一');
    expect(await numbers(desk, '噪声', { personId: desk.id('officer'), kinds: ['log'] })).toBe('一');
    expect(await numbers(desk, '噪声', { toDay: DAY, kinds: ['log'] })).toBe('二一');
    expect(await numbers(desk, '噪声', { fromDay: '2026-03-12', kinds: ['log'] })).toBe('四');
    expect(await numbers(desk, '', { fromDay: '2026-03-12', toDay: '2026-03-12', kinds: ['log'] })).toBe(
      '四',
    );
    expect(await numbers(desk, '噪声', { fromDay: '2026-03-13' })).toBe('');
    expect(await numbers(desk, '噪声', { toDay: '2026-03-10' })).toBe('');
    expect(await numbers(desk, '噪声', { open: true, kinds: ['instruction', 'log'] })).toBe('三');
    if (unit) expect(await numbers(desk, '噪声', { unitId: unit.id, kinds: ['log'] })).toBe('四');
  });

  it('are counted by kind whatever kind is chosen', async () => {
    const desk = await filled();
    const counts = await desk.by('officer').search.counts({ words: '噪声', kinds: ['paper'], limit: 1 });
    expect(counts).toEqual({ kinds: { log: 3, instruction: 1, supply: 0, paper: 1 }, whole: true });
  });

  it('page by page, each record once', async () => {
    const desk = await heldDesk();
    for (let n = 0; n < 7; n += 1) await add(desk, { text: `噪声${n}` });
    const pages: string[] = [];
    for (let before: number | null = null; ; ) {
      const page = await find(desk, '噪声', { limit: 3, before });
      pages.push(page.hits.map((h) => h.text.text.at(-1)).join(''));
      if (page.more === null) break;
      before = page.more;
    }
    expect(pages).toEqual(['654', '321', '0']);
  });

  it('without words and filters nothing is asked', async () => {
    const desk = await filled();
    expect(await find(desk, '')).toMatchObject({ hits: [], more: null });
    expect(await find(desk, '!?', { kinds: ['log'] })).toMatchObject({ hits: [], more: null });
  });
});

describe('after the index was lost', () => {
  it.each([
    [
      'all of it',
      "DELETE FROM search_doc; DELETE FROM known_place; INSERT INTO log_search (log_search) VALUES ('delete-all')",
    ],
    ['the words', "INSERT INTO log_search (log_search) VALUES ('delete-all')"],
    ['a record', 'DELETE FROM search_doc WHERE rid = 2'],
    [
      'the newest, whole',
      'DELETE FROM log_search WHERE rowid = (SELECT max(rid) FROM search_doc); DELETE FROM search_doc WHERE rid = (SELECT max(rid) FROM search_doc)',
    ],
  ])('%s, everything is found again, newest first', async (_name, damage) => {
    const desk = await heldDesk();
    const item = await radio(desk);
    await add(desk, { text: '噪声一' });
    await receive(desk, { text: '噪声二' });
    await keeper(desk).issue({ itemId: item.id, quantity: 1, recipient: '裴小满', purpose: '噪声三' });
    const { id } = await add(desk, { text: '噪音' });
    await desk.by('lead').dutyLog.correct({ id, text: '噪声四', reason: '错字' });
    const before = await find(desk, '噪声');
    expect(before.hits).toHaveLength(4);
    await rebuilt(desk, damage);
    expect((await find(desk, '噪声')).hits).toEqual(before.hits);
    await add(desk, { text: '噪声五' });
    expect(await found(desk, '噪声五')).toHaveLength(1);
    expect(desk.verify().ok).toBe(true);
  });

  it('what is written while it is filled comes after what was there', async () => {
    const desk = await heldDesk();
    for (let n = 0; n < 250; n += 1) await add(desk, { text: `噪声${n}` });
    await desk.stop();
    desk.raw((db) =>
      db.exec("DELETE FROM search_doc; INSERT INTO log_search (log_search) VALUES ('delete-all')"),
    );
    await desk.start();
    const { id } = await add(desk, { text: '噪声新' });
    await desk.findingWhole();
    const [first, second] = (await find(desk, '噪声')).hits;
    expect([first?.id, second?.text.text]).toEqual([id, '噪声249']);
    expect((await desk.by('officer').search.counts({ words: '噪声' })).kinds.log).toBe(251);
  });
});

it('any part of two characters and more finds the text it is from', async () => {
  const point = fc.constantFrom(...'占道经营噪声新华街口一二三ABxy019１２Ａ，。 -()😀𠮷');
  const texts = fc.array(point, { minLength: 2, maxLength: 30 }).map((points) => points.join(''));
  const parts = texts.chain((text) => {
    const points = [...text];
    return fc.tuple(
      fc.constant(text),
      fc
        .nat(points.length - 2)
        .chain((from) =>
          fc.integer({ min: from + 2, max: points.length }).map((to) => points.slice(from, to).join('')),
        ),
    );
  });
  const said = ([text, part]: [string, string]) => /[\p{L}\p{N}]/u.test(part) && text.trim() !== '';
  await borrowHeldDesk((desk) =>
    fc.assert(
      fc.asyncProperty(parts.filter(said), async ([text, part]) => {
        const { id } = await add(desk, { text });
        const { hits } = await find(desk, part, { limit: 1 });
        expect(hits[0]?.id).toBe(id);
      }),
      { numRuns: 150 },
    ),
  );
});
