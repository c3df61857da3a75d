import { describe, expect, it } from 'vitest';
import { siteSchema } from '../settings/types.ts';
import { instant } from '../time/zone.ts';
import { missingElements, propose } from './routing.ts';

const site = siteSchema.parse({ name: '局', deskName: '值班室' });
const route = { no: 1, unitId: 'unit', groupId: 'group' };

describe('the clock proposes, on every day alike', () => {
  it.each([
    ['2026-03-11', '09:00', 'unit', 'workingHours'],
    ['2026-03-11', '12:30', 'group', 'outsideHours'],
    ['2026-03-11', '02:18', 'group', 'outsideHours'],
    ['2026-10-01', '09:00', 'unit', 'workingHours'],
    ['2026-03-15', '14:00', 'unit', 'workingHours'],
  ])('%s %s → %s', (date, clock, id, reason) => {
    expect(propose(route, instant(date, clock, site.timeZone), site)).toMatchObject({ id, kind: id, reason });
  });

  it('nothing without a category', () => {
    expect(propose(undefined, 0, site)).toBeUndefined();
  });
});

it.each([
  [{}, ['place', 'text', 'phone', 'danger', 'centreNo', 'readBack']],
  [{ place: ' ' }, ['place', 'text', 'phone', 'danger', 'centreNo', 'readBack']],
  [{ place: '新华街', text: '广告牌', danger: '' }, ['phone', 'danger', 'centreNo', 'readBack']],
  [{ place: '新华街', text: '广告牌', danger: 'none' }, ['phone', 'centreNo', 'readBack']],
  [{ place: '新华街', text: '广告牌', phone: '110', danger: 'present', centreNo: '1', readBack: true }, []],
])('of %j is missing %j', (draft, missing) => {
  expect(missingElements(draft)).toEqual(missing);
});
