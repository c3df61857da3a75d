import { describe, expect, it } from 'vitest';
import { act, receive } from '../testing/acts.ts';
import { heldDesk, type TestDesk } from '../testing/harness.ts';

const hints = (desk: TestDesk, draft: Record<string, string>) =>
  desk.by('liaison').instructions.intakeHints(draft);
const places = async (desk: TestDesk, place: string) =>
  (await hints(desk, { place })).places
    .filter((p) => p.kind === 'place')
    .map((p) => [p.place, p.zone, p.gridNo, p.uses]);
const found = async (desk: TestDesk, words: string) =>
  (await desk.by('liaison').instructions.list({ words })).rows.map((i) => i.number);
const correct = (desk: TestDesk, id: string, input: Record<string, unknown>) =>
  act(desk, id, 'correct', { reason: '听错', ...input });
const known = (desk: TestDesk) =>
  desk.raw((db) => db.prepare('SELECT * FROM known_place ORDER BY place').all());

/** The derived tables damaged while the program was off, and made up for. */
async function rebuilt(desk: TestDesk, damage: string): Promise<void> {
  await desk.stop();
  desk.raw((db) => db.exec(damage));
  await desk.start();
  // Asked before the rebuild has ended: what is not found yet must not be remembered as the answer.
  await found(desk, '招牌');
  await desk.findingWhole();
}

describe('what was corrected', () => {
  it('a zone or grid is offered as corrected, and an older record does not speak for a later one', async () => {
    const desk = await heldDesk();
    const first = await receive(desk, { place: '新华街口', zone: 'mainUrban' });
    await correct(desk, first.id, { field: 'zone', zone: 'other' });
    expect(await places(desk, '新华街口')).toEqual([['新华街口', 'other', null, 1]]);
    await correct(desk, first.id, { field: 'grid', text: '01' });
    expect(await places(desk, '新华街口')).toEqual([['新华街口', 'other', '01', 1]]);
    await desk.pass('1m');
    await receive(desk, { place: '新华街口', zone: 'mainUrban' });
    await correct(desk, first.id, { field: 'grid', text: '' });
    expect(await places(desk, '新华街口')).toEqual([['新华街口', 'mainUrban', null, 2]]);
  });

  it('a misspelt place is offered no more; one named elsewhere keeps what that record says', async () => {
    const desk = await heldDesk();
    await receive(desk, { place: '盐场大道', zone: 'other' });
    await desk.pass('1m');
    const wrong = await receive(desk, { place: '盐场大到' });
    const taken = await receive(desk, { place: '盐场大道', zone: 'mainUrban' });
    await correct(desk, wrong.id, { field: 'place', text: '盐场大道北' });
    expect(await places(desk, '盐场大到')).toEqual([]);
    await correct(desk, taken.id, { field: 'place', text: '盐场小道' });
    expect(await places(desk, '盐场大道')).toEqual([
      ['盐场大道', 'other', null, 1],
      ['盐场大道北', 'mainUrban', null, 1],
    ]);
  });
});

describe('the derived tables', () => {
  it.each([
    ['all', 'DELETE FROM search_doc; DELETE FROM log_search; DELETE FROM known_place'],
    ['known_place', 'DELETE FROM known_place'],
    ['log_search', "INSERT INTO log_search (log_search) VALUES ('delete-all')"],
    ['search_doc', 'DELETE FROM search_doc'],
    ['a part of search_doc', 'DELETE FROM search_doc WHERE rid = 1'],
  ])('are what they were after %s was thrown away', async (_name, damage) => {
    const desk = await heldDesk();
    const first = await receive(desk, { phone: '13900001111', caller: '王秀兰', zone: 'other' });
    await desk.pass('1m');
    const second = await receive(desk, { place: '新华街尾' });
    await receive(desk);
    await correct(desk, second.id, { field: 'place', text: '新华街口' });
    await correct(desk, first.id, { field: 'text', text: '招牌要掉' });
    const before = known(desk);
    await rebuilt(desk, damage);
    expect(known(desk)).toEqual(before);
    expect(await found(desk, '招牌')).toEqual(['2026-000001']);
    expect(await found(desk, '新华街口')).toHaveLength(3);
    expect((await hints(desk, { phone: '13900001111' })).sameCaller).toHaveLength(1);
    expect(desk.verify().ok).toBe(true);
  });

  it('are finished after the program ended in the middle, each record counted once', async () => {
    const desk = await heldDesk();
    for (let n = 0; n < 5; n += 1) await receive(desk, { place: `新华街${n}号` });
    const whole = known(desk);
    await desk.stop();
    desk.raw((db) =>
      db.exec(`DELETE FROM known_place WHERE place > '新华街1号'; DELETE FROM log_search WHERE rowid > 2;
        DELETE FROM search_doc WHERE rid > 2`),
    );
    await desk.start();
    await desk.stop();
    await desk.start();
    await desk.findingWhole();
    expect(known(desk)).toEqual(whole);
    expect(await found(desk, '新华街')).toHaveLength(5);
  });

  it('take in what is changed before the rebuild has come to it', async () => {
    const desk = await heldDesk();
    const i = await receive(desk, { place: '新华街口' });
    await desk.stop();
    desk.raw((db) =>
      db.exec(
        "DELETE FROM search_doc; INSERT INTO log_search (log_search) VALUES ('delete-all'); DELETE FROM known_place",
      ),
    );
    await desk.start();
    await correct(desk, i.id, { field: 'place', text: '和平路口' });
    await desk.findingWhole();
    expect(await places(desk, '新华')).toEqual([]);
    expect(await places(desk, '和平')).toEqual([['和平路口', 'mainUrban', null, 1]]);
  });
});

it('places named long ago are found beside thousands of later ones, by their beginning, their initials and their words', async () => {
  const desk = await heldDesk();
  await receive(desk, { place: '盐场大道七号仓库' });
  desk.raw((db) => {
    const later = db.prepare("INSERT INTO known_place VALUES (?, 'mlh', 'mainUrban', NULL, 1, ?)");
    db.transaction(() => {
      for (let n = 0; n < 9000; n += 1) later.run(`某路${n}号`, desk.clock.now() + n + 1);
    })();
  });
  for (const typed of ['盐场', 'ycdd', '七号仓库', '盐'])
    expect(await places(desk, typed), typed).toEqual([['盐场大道七号仓库', 'mainUrban', null, 1]]);
  expect(await places(desk, '路8999')).toEqual([['某路8999号', 'mainUrban', null, 1]]);
});
