import { expect, test } from 'vitest';
import type { HandoverItem, Snapshot } from '../handover/types.ts';
import { instant } from '../time/zone.ts';
import { paperClock } from './paper-time.ts';
import { clockCheckText, faultText, watchText, weatherText } from './sheet-head.ts';
import { itemDue, itemName, itemText, trailText } from './sheet-items.ts';

const at = (clock: string, day = '2026-03-11') => instant(day, clock, 'Asia/Shanghai');
const clock = paperClock('2026-03-11', 'Asia/Shanghai');
const empty = { toFollow: [], important: [], requirements: [], inspections: [], articles: [], other: [] };

test.each([
  [0, '与北京时间相符'],
  [400, '与北京时间差 0.4 秒（值班台快）'],
  [-12_000, '与北京时间差 12 秒（值班台慢）'],
])('a clock that is %d ms ahead: %s', (ahead, said) => {
  const check = { reference: '北京时间', referenceMs: at('08:00'), deskMs: at('08:00') + ahead };
  expect(clockCheckText({ clockCheck: check } as Snapshot['preparation'])).toBe(said);
});

test('a thing that goes over the desk says since when, at which handover it is, and who refused it', () => {
  const passage = (number: string, decision: 'accepted' | 'refused') => ({
    ...{ number, decision, reason: decision === 'refused' ? '未交钥匙' : '', incomingLead: '裴小满' },
    signedAtMs: at('08:30', '2026-03-10'),
  });
  const sinceMs = at('10:00', '2026-03-09');
  expect(trailText(null, clock)).toBe('');
  expect(trailText({ sinceMs, passages: [] }, clock)).toBe('');
  const passages = [passage('JJ-2026-0069', 'accepted'), passage('JJ-2026-0070', 'refused')];
  expect(trailText({ sinceMs, passages }, clock)).toBe(
    '自3月9日，第3次交接；JJ-2026-0070 裴小满拒收：未交钥匙',
  );
});

test('a carried line stands in full in its own section and is only named among the items', () => {
  const line = { key: 'c1', atMs: null, text: '', owner: '', ended: false, sinceMs: null, passages: 0 };
  const item = { kind: 'carry', subjectId: 'c1', label: '', detail: '长'.repeat(100) } as HandoverItem;
  const of = (section: 'toFollow' | 'articles') =>
    ({ sections: { ...empty, [section]: [line] } }) as unknown as Snapshot;
  expect(itemName(item, of('articles'))).toBe('交接物品');
  expect(itemText(item, of('articles'))).toBe(`${'长'.repeat(60)}……（全文见交接物品）`);
  expect(itemText(item, of('toFollow'))).toBe('长'.repeat(100));
});

test.each([
  [null, ''],
  [at('17:00', '2026-03-10'), '3月10日 17:00（逾期）'],
  [at('08:30'), '3月11日 08:30'],
])('a time limit %s stands on the sheet with its date, and overdue as of the freeze: %s', (dueAtMs, said) => {
  expect(itemDue({ dueAtMs }, at('08:30'), clock)).toBe(said);
});

test('the watch joins at the seam and ends with the incoming signature', () => {
  const snapshot = {
    watch: [
      { shiftId: 'a', lead: '田守一', fromMs: at('08:31'), toMs: at('14:00') },
      { shiftId: 'b', lead: '祝怀谷', fromMs: at('14:00'), toMs: null },
    ],
  } as Snapshot;
  expect(watchText({ snapshot, signedAtMs: null }, clock)).toBe(
    '3月11日 08:31 至 3月11日 14:00 田守一；3月11日 14:00 至 接班签字 祝怀谷',
  );
  expect(watchText({ snapshot, signedAtMs: at('08:29', '2026-03-12') }, clock)).toMatch(
    /至 3月12日 08:29 祝怀谷$/,
  );
});

test('posture stands beside the weather, on sheets that know it', () => {
  const posture = { posture: 'routine', sinceMs: null, reason: '', byName: '', planName: '' } as const;
  const snapshot = (over: Partial<Snapshot>) =>
    ({ weather: '大风', sections: empty, posture, ...over }) as Snapshot;
  expect(weatherText(snapshot({ sections: null }), clock)).toBe('大风');
  expect(weatherText(snapshot({}), clock)).toBe('大风 / 平时');
  const emergency = {
    ...posture,
    posture: 'emergency' as const,
    sinceMs: at('20:00'),
    planName: '防台预案',
    reason: '台风',
  };
  expect(weatherText(snapshot({ posture: emergency }), clock)).toBe('大风 / 应急（自20:00，防台预案，台风）');
});

test('rules of the crew that are not met are marked by side, codes of a newer engine as they come', () => {
  const handover = { snapshot: { crewFaults: ['noLeaderOnDuty'] } } as Parameters<
    typeof faultText
  >[0]['handover'];
  expect(faultText({ handover, incomingFaults: ['tooFewPeople', 'newRule'] })).toBe(
    '交班：应有带班领导而未安排；接班：人数不足、newRule',
  );
});
