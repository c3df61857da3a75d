import { describe, expect, it } from 'vitest';
import { readBureauFile } from './bureau-file.ts';
import { sampleBureau } from './testing/sample-bureau.ts';

type Draft = ReturnType<typeof sampleBureau>;

/** The errors of the sample bureau after one change, as `path message`. */
function errorsOf(change: (draft: Draft) => void): string[] {
  const draft = sampleBureau();
  change(draft);
  const read = readBureauFile(JSON.stringify(draft));
  return 'errors' in read ? read.errors.map((e) => `${e.path} ${e.message}`) : [];
}

/** Sets a value behind a path such as `people[3].unit`, whatever its type. */
const set = (path: string, value: unknown) => (draft: Draft) => {
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Record<string, unknown>>(
    (at, key) => at[key] as Record<string, unknown>,
    draft as unknown as Record<string, unknown>,
  );
  holder[last] = value;
};

it('reads a sound file whole, with what it leaves out filled in', () => {
  const read = readBureauFile(JSON.stringify(sampleBureau()));
  expect('file' in read && read.file).toMatchObject({
    limits: { leaderNoticeMinutes: 5 },
    people: { length: 14 },
    supplies: { 0: { item: '对讲机', key: true, minimum: 2 } },
  });
});

describe('is refused as a whole', () => {
  it.each(['', '{', '{"site":', 'null;'])('%j is no JSON', (json) => {
    const read = readBureauFile(json);
    expect(read).toEqual({
      errors: [{ path: '', message: 'notJson', params: { value: expect.any(String) } }],
    });
  });
  it.each(['null', '[]', '5', '"bureau"', '{}'])('%s is no bureau', (json) => {
    const read = readBureauFile(json);
    expect('errors' in read && read.errors.length).toBeGreaterThan(0);
  });
});

describe('names every error by its path', () => {
  it.each<[path: string, value: unknown, error: string]>([
    ['site.name', '', 'required'],
    ['site.timeZone', 'Mars/Olympus', 'timeZone'],
    ['site.changeover', '25:00', 'clockTime'],
    ['site.dutyPhone', '1', 'phone'],
    ['limits.arrivalMinutes.mainUrban', 0, 'minutes'],
    ['limits.dispatchMinutes', 2.5, 'minutes'],
    ['limits.handoverGraceMinutes', 'ten', 'minutes'],
    ['categories[1].text', '', 'required'],
    ['units[0].phone', 'abc', 'phone'],
    ['people[3].staffNo', '', 'required'],
    ['people[3].name', '长'.repeat(61), 'tooLong'],
    ['people[3].roles[1]', 'boss', 'role'],
    ['people[3].kind', '临时工', 'personKind'],
    ['people[3].phone', '5', 'phone'],
    ['actionGroups[0].vehicles[0].plate', '', 'required'],
    ['grids[0].zone', 'moon', 'required'],
    ['supplies[2].quantity', -1, 'quantity'],
    ['supplies[2].minimum', 1.5, 'quantity'],
    ['supplies[2].measure', '', 'required'],
    ['people[3].unit', '没有的处', 'unknownUnit'],
    ['categories[0].unit', '没有的处', 'unknownUnit'],
    ['categories[0].group', '没有的组', 'unknownGroup'],
    ['actionGroups[1].unit', '没有的处', 'unknownUnit'],
    ['actionGroups[1].deputyInCharge', '没有的人', 'unknownPerson'],
    ['actionGroups[1].responsible', '没有的人', 'unknownPerson'],
    ['actionGroups[1].leader', '没有的人', 'unknownPerson'],
    ['actionGroups[1].deputyLeaders', ['仲伯安', '没有的人'], 'unknownPerson'],
    ['actionGroups[0].members[0]', '没有的人', 'unknownPerson'],
    ['supplies[1].unit', '没有的处', 'unknownUnit'],
    ['supplies[1].custodian', '没有的人', 'unknownPerson'],
    ['units[2].name', '值班室', 'duplicate'],
    ['people[5].staffNo', 'B001', 'duplicate'],
    ['people[5].name', '田守一', 'duplicate'],
    ['categories[1].no', 1, 'duplicate'],
    ['actionGroups[1].name', '执法行动组', 'duplicate'],
  ])('%s = %j → %s', (path, value, message) => {
    const where = Array.isArray(value) ? `${path}[${value.length - 1}]` : path;
    expect(errorsOf(set(path, value))).toContain(`${where} ${message}`);
  });

  it('a second grid of the same number', () => {
    expect(errorsOf((d) => d.grids.push({ ...d.grids[0], name: '另一个' } as (typeof d.grids)[0]))).toEqual([
      'grids[1].no duplicate',
    ]);
  });

  it('a second item of the same name in one unit, not in another', () => {
    const again = (unit: string) => (d: Draft) =>
      d.supplies.push({ ...d.supplies[2], item: '铁铲', unit } as (typeof d.supplies)[0]);
    expect(errorsOf(again('执法大队'))).toEqual(['supplies[3].item duplicate']);
    expect(errorsOf(again('环卫处'))).toEqual([]);
  });

  it('all of them at once', () => {
    const errors = errorsOf((d) => {
      set('people[3].unit', '没有的处')(d);
      set('people[5].staffNo', 'B001')(d);
      set('supplies[0].custodian', '没有的人')(d);
    });
    expect(errors).toEqual([
      'people[5].staffNo duplicate',
      'people[3].unit unknownUnit',
      'supplies[0].custodian unknownPerson',
    ]);
  });

  it('with the value found', () => {
    const draft = sampleBureau();
    set('people[3].unit', '没有的处')(draft);
    expect(readBureauFile(JSON.stringify(draft))).toEqual({
      errors: [{ path: 'people[3].unit', message: 'unknownUnit', params: { value: '没有的处' } }],
    });
  });
});
