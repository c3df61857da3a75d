import { InProcessDesk } from '../electron/engine/in-process.ts';
import type { DeskClient } from '../shared/contract/index.ts';
import { credentials, crews, seedDay } from './seed.ts';
import { wall } from './seed-outings.ts';

/** The eleventh of March by its wall clock. */
const at = (clock: string) => wall(`2026-03-11 ${clock}`);
const GROUP = '行政执法大队应急行动组';

/** Calls of the day as a script of the replay. */
const calls = [
  {
    at: '08:50',
    do: 'receive',
    ref: 'A',
    centreNo: '110-1',
    issuedAt: '08:49',
    caller: '王建国',
    phone: '13911110001',
    place: '望江路口',
    zone: 'mainUrban',
    category: 1,
    text: '楼顶广告牌松动，有坠落危险',
  },
  { at: '08:51', do: 'dispatch', ref: 'A', to: GROUP, takenBy: '霍长风', takenAt: '08:51' },
  { at: '09:30', do: 'onScene', ref: 'A', text: '铝塑面板一角脱开，已拉警戒线' },
  { at: '09:31', do: 'confirmScope', ref: 'A', inScope: true },
];

/** Ids by which the tests find what was seeded. */
export type LogDaySeed = {
  dataDir: string;
  env: Record<string, string>;
  call: string;
  visit: string;
  paper: string;
  order: string;
  handover: string;
};

/**
 * A data folder with a duty day of every kind of entry: corrected, late, with steps, links and a file; handed over in
 * mid-shift with a refusal; the second crew holds the desk at 15:00.
 */
export async function seedLogDay(): Promise<LogDaySeed> {
  const { dataDir } = await seedDay(calls, '09:35');
  const desk = new InProcessDesk(dataDir, at('09:35'));
  await desk.start();
  try {
    const ids = await play(desk);
    await desk.advance(at('15:00'));
    return { ...ids, dataDir, env: { DUTY_DESK_NOW: new Date(at('15:00')).toISOString() } };
  } finally {
    await desk.stop();
  }
}

async function play(desk: InProcessDesk): Promise<Omit<LogDaySeed, 'dataDir' | 'env'>> {
  const { people } = await desk.as({ personId: null, locked: false }).setup.status();
  const idOf = (name: string) => people.find((p) => p.name === name)?.id ?? '';
  const by = (name: string) => desk.as({ personId: idOf(name), locked: false });
  const [officer = ''] = crews.crew.officers;
  const entries = await write(desk, by(officer), by(crews.crew.shiftLead));
  await desk.advance(at('14:00'));
  const handover = await handOver(by(crews.crew.shiftLead), by(crews.relief.shiftLead), idOf);
  await desk.advance(at('14:20'));
  await by(crews.relief.shiftLead).dutyLog.add({ kind: 'patrol', text: '巡查新华街，秩序正常' });
  return { ...entries, handover };
}

/** A text that goes over the end of a page. */
export const longText = Array.from({ length: 30 }, (_, n) => `第${n + 1}行：沿街店外经营，已劝导整改。`).join(
  '\n',
);

async function write(desk: InProcessDesk, officer: DeskClient, lead: DeskClient) {
  await officer.dutyLog.add({
    kind: 'weather',
    text: '大风蓝色预警，阵风8级',
    details: { warning: '大风蓝色预警' },
  });
  const call = await officer.dutyLog.add({
    kind: 'callIn',
    from: '贺兰舟',
    phone: '0712-8000001',
    text: '询问望江路现场情况',
    details: { callerUnit: '市应急办', recipientUnit: '局值班室', recipient: '童子安' },
    steps: [
      { kind: 'proposal', who: '童子安', text: '拟请行政执法大队书面答复' },
      {
        kind: 'order',
        who: '沈若衡',
        text: '今日下班前答复',
        followUp: { owner: '霍长风', dueAtMs: at('17:00') },
      },
    ],
  });
  await desk.advance(at('09:40'));
  await officer.dutyLog.correct({
    id: call.id,
    text: '询问望江路口广告牌现场处置情况',
    fields: { phone: '0712-8000002' },
    reason: '听错地点和号码',
  });
  const visit = await officer.dutyLog.add({
    kind: 'walkIn',
    from: '孟广田',
    phone: '13911110009',
    text: '反映楼下烧烤油烟扰民',
    handling: '已登记，转市场中心核查',
    receivedBy: '童子安',
    details: {
      gender: 'male',
      address: '潮音里 12 号',
      place: '局值班室',
      people: '2',
      remarks: '要求电话回复',
    },
  });
  const paper = await officer.dutyLog.add({
    kind: 'document',
    from: '市政府办公室',
    title: '关于做好大风防范工作的紧急通知',
    urgency: 'immediate',
    text: '要求立即排查户外广告，明日 10 时前报送情况。',
    important: true,
    details: { fromNo: '汐政办明电〔2026〕7号', secrecy: 'internal', copies: 2 },
    steps: [{ kind: 'reported', who: '沈若衡' }],
  });
  await desk.advance(at('10:05'));
  await lead.dutyLog.step({
    id: paper.id,
    step: {
      kind: 'order',
      who: '沈若衡',
      text: '执法大队逐街排查，注意人员安全',
      followUp: { owner: '霍长风', dueAtMs: wall('2026-03-12 10:00') },
    },
  });
  const order = await lead.dutyLog.add({
    kind: 'leaderInstruction',
    from: '顾远舟',
    text: '加强夜间值守，双人在岗',
  });
  await officer.dutyLog.add({
    kind: 'rollCall',
    from: '市联动中心',
    text: '应急点名',
    calledAtMs: at('10:00') + 12_000,
    answeredAtMs: at('10:00') + 23_000,
    receivedBy: '童子安',
    details: { result: '应答正常' },
  });
  await officer.dutyLog.add({
    kind: 'inspection',
    from: '市督查室',
    text: '检查值班纪律，无问题',
    occurredAtMs: at('09:45'),
  });
  await officer.dutyLog.add({ kind: 'equipment', text: '传真机卡纸，已修复', details: { device: '传真机' } });
  const other = await officer.dutyLog.add({
    kind: 'other',
    text: longText,
    links: [{ kind: 'entry', targetId: call.id }],
  });
  await attach(officer, other.id);
  await lead.handover.saveCarry({
    section: 'articles',
    text: '值班手机 1 部、公章 1 枚',
    owner: crews.crew.shiftLead,
  });
  return { call: call.id, visit: visit.id, paper: paper.id, order: order.id };
}

/** The smallest picture there is. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

async function attach(desk: DeskClient, id: string): Promise<void> {
  const bytes = Buffer.from(PNG, 'base64').byteLength;
  const { uploadId } = await desk.attachments.begin({ name: '现场照片.png', bytes });
  await desk.attachments.chunk({ uploadId, offset: 0, base64: PNG });
  const { sha256 } = await desk.attachments.finish({ uploadId });
  await desk.dutyLog.attach({ id, attachments: [{ sha256, name: '现场照片.png' }] });
}

async function handOver(out: DeskClient, next: DeskClient, idOf: (name: string) => string): Promise<string> {
  const { crew, relief } = crews;
  await out.handover.savePreparation({
    selfTest: { phoneLine: true, speaker: true, clock: true, printer: false },
    notes: {
      toFollow: '',
      important: '',
      requirements: '',
      inspections: '',
      articles: '',
      other: '食堂夜餐改至 18 时',
    },
    clockCheck: { reference: '北京时间', referenceMs: at('13:55'), deskMs: at('13:55') + 400 },
    witness: '沈若衡',
  });
  const frozen = await out.handover.freeze({
    extraReason: '值班长身体不适',
    relief: {
      shiftLeadId: idOf(relief.shiftLead),
      liaisonId: idOf(relief.liaison),
      officerIds: relief.officers.map(idOf),
      leaderOnDutyId: null,
    },
  });
  await next.handover.decideItems({
    handoverId: frozen.id,
    decisions: frozen.items.map((item, n) => ({
      itemId: item.id,
      decision: n === 1 ? ('refused' as const) : ('accepted' as const),
      reason: n === 1 ? '材料未交齐' : '',
    })),
  });
  const keys = frozen.snapshot.supplies.filter((s) => s.key);
  const counts = keys.map((s) => ({ itemId: s.itemId, counted: s.balance }));
  await next.handover.countSupplies({ handoverId: frozen.id, counts });
  const { pin } = credentials;
  await out.handover.signOutgoing({ handoverId: frozen.id, personId: idOf(crew.shiftLead), pin });
  await next.handover.signIncoming({ handoverId: frozen.id, personId: idOf(relief.shiftLead), pin });
  return frozen.id;
}
