import { describe, expect, it, vi } from 'vitest';
import { handOver, rung } from '../testing/acts.ts';
import { at, heldDesk, refusal, type TestDesk, type Who } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const add = (desk: TestDesk, input: Record<string, unknown> = {}, who: Who = 'officer') =>
  desk.by(who).dutyLog.add({ kind: 'callIn', text: '居民反映噪声', ...input });
const paper = (desk: TestDesk, over: Record<string, unknown> = {}) =>
  add(desk, { kind: 'document', text: '防台通知', from: '市应急办', urgency: 'immediate', ...over });
const step = (desk: TestDesk, id: string, said: Record<string, unknown>, who: Who = 'officer') =>
  desk.by(who).dutyLog.step({ id, step: { kind: 'reported', who: '沈若衡', ...said } });

describe('fields of a kind', () => {
  it.each<[input: Record<string, unknown>, expected: string]>([
    [{ details: { callerUnit: '街道办' } }, 'ok'],
    [{ details: { device: '打印机' } }, 'invalid:details.device:notOfKind'],
    [{ details: { device: '' } }, 'ok'],
    [{ kind: 'document', details: { copies: 0 } }, 'invalid:details.copies:quantity'],
    [{ steps: [{ kind: 'reported' }] }, 'invalid:steps.0.who:required'],
    [
      { steps: [{ kind: 'order', who: '沈', text: '办', followUp: { owner: '队', dueAtMs: at('08:00') } }] },
      'invalid:steps.0.followUp.dueAtMs:dueInPast',
    ],
    [
      { steps: [{ kind: 'reported', who: '沈', occurredAtMs: at('08:40') }] },
      'invalid:steps.0.occurredAtMs:future',
    ],
  ])('%j → %s', async (input, expected) => {
    const desk = await heldDesk();
    expect(await refusal(add(desk, input))).toBe(expected);
    expect(desk.count('log_entry')).toBe(expected === 'ok' ? 1 : 0);
  });

  it('a paper without a number of its own gets the next of the year; one with a number keeps it', async () => {
    const desk = await heldDesk();
    const numbers = [];
    for (const details of [{}, { receiptNo: '收〔2026〕9号' }, {}])
      numbers.push((await paper(desk, { details })).details.receiptNo);
    expect(numbers).toEqual(['2026-0001', '收〔2026〕9号', '2026-0002']);
  });

  it('a number that was typed, with the paper or in a correction, is not given again', async () => {
    const desk = await heldDesk();
    const first = await paper(desk, { details: { receiptNo: '2026-0001' } });
    const fields = { details: { receiptNo: '２０２６-０００３' } };
    await desk.by('officer').dutyLog.correct({ id: first.id, fields, reason: '抄错' });
    const given = [];
    for (let n = 0; n < 2; n += 1) given.push((await paper(desk)).details.receiptNo);
    expect(given).toEqual(['2026-0002', '2026-0004']);
    expect(desk.verify().ok).toBe(true);
  });

  it('what a correction turns into a paper gets its number with it', async () => {
    const desk = await heldDesk();
    const { id } = await add(desk, { kind: 'other', text: '收到通知' });
    const correct = (fields: object) =>
      desk.by('officer').dutyLog.correct({ id, fields, reason: '应为来文' });
    const after = await correct({ kind: 'document' });
    expect(after.details.receiptNo).toBe('2026-0001');
    expect(after.corrections[0]?.changes.map((c) => c.field)).toEqual(['kind', 'receiptNo']);
    // To and fro it stays the same paper.
    await correct({ kind: 'other' });
    expect((await correct({ kind: 'document' })).details.receiptNo).toBe('2026-0001');
  });
});

describe('an urgent paper', () => {
  it('rings ten minutes after it came and again until the leader is told', async () => {
    const desk = await heldDesk();
    const { id } = await paper(desk);
    await desk.until('08:46');
    await step(desk, id, {});
    await desk.until('09:30');
    expect(await rung(desk)).toEqual(['08:40 urgentPaperDue', '08:45 urgentPaperDue/1']);
  });

  it('told when it is written down never rings', async () => {
    const desk = await heldDesk();
    await paper(desk, { steps: [{ kind: 'reported', who: '沈若衡' }] });
    await desk.until('09:30');
    expect(await rung(desk)).toEqual([]);
  });

  it('whose order has an owner is tracked to its end', async () => {
    const desk = await heldDesk();
    const { id } = await paper(desk);
    const ordered = await step(desk, id, {
      kind: 'order',
      text: '立即部署',
      followUp: { owner: '行政执法大队', dueAtMs: at('10:00') },
    });
    const [f] = ordered.followUps;
    expect(ordered.steps[0]?.followUpId).toBe(f?.id);
    expect(f).toMatchObject({ owner: '行政执法大队', text: '沈若衡批示：立即部署', dueAtMs: at('10:00') });
    await desk.by('officer').followUps.done({ id: f?.id ?? '', text: '已部署' });
    await step(desk, id, { kind: 'result', who: '', text: '已落实' }, 'liaison');
    const entry = await desk.by('lead').dutyLog.get({ id });
    expect(entry.steps.map((s) => [s.kind, s.actorName])).toEqual([
      ['order', '童子安'],
      ['result', '蒋知微'],
    ]);
    await desk.until('12:00');
    expect(await rung(desk)).toEqual([]);
  });

  it('may be reported on by the shift after it', async () => {
    const desk = await heldDesk();
    const { id } = await paper(desk, { steps: [{ kind: 'reported', who: '沈若衡' }] });
    await desk.until('+08:30');
    await handOver(desk);
    const after = await step(desk, id, { kind: 'result', who: '', text: '已办' }, 'nextOfficer');
    expect(after.steps.map((s) => s.shiftId === after.shiftId)).toEqual([true, false]);
  });
});

describe('a correction of fields', () => {
  it('keeps every value that stood, also of a correction of a correction', async () => {
    const desk = await heldDesk();
    const { id } = await add(desk, { from: '李四', details: { callerUnit: '街道' } });
    const correct = (fields: Record<string, unknown>, who: Who = 'officer', text?: string) =>
      desk.by(who).dutyLog.correct({ id, fields, reason: '听错', ...(text === undefined ? {} : { text }) });
    await correct({ from: '王五', details: { callerUnit: '社区' } });
    await correct({ from: '赵六', phone: '13900001111' }, 'lead', '居民再反映');
    const entry = await desk.by('leader').dutyLog.get({ id });
    expect(entry).toMatchObject({ from: '赵六', phone: '13900001111', text: '居民再反映' });
    expect(entry.details.callerUnit).toBe('社区');
    expect(entry.corrections.map((c) => c.changes)).toEqual([
      [
        { field: 'from', before: '李四', after: '王五' },
        { field: 'callerUnit', before: '街道', after: '社区' },
      ],
      [
        { field: 'from', before: '王五', after: '赵六' },
        { field: 'phone', before: '', after: '13900001111' },
      ],
    ]);
    expect(desk.verify().ok).toBe(true);
  });

  it.each<[fields: Record<string, unknown>, expected: string]>([
    [{}, 'invalid:text:unchanged'],
    [{ from: '' }, 'invalid:text:unchanged'],
    [{ occurredAtMs: at('08:36') }, 'invalid:fields.occurredAtMs:future'],
    [{ details: { device: 'x' } }, 'invalid:fields.details.device:notOfKind'],
    [{ kind: 'equipment', details: { device: '打印机' } }, 'ok'],
    [
      { kind: 'rollCall', calledAtMs: at('08:20'), answeredAtMs: at('08:19') },
      'invalid:fields.answeredAtMs:beforeCall',
    ],
    [{ phone: '1' }, 'invalid:fields.phone:phone'],
  ])('%j → %s', async (fields, expected) => {
    const desk = await heldDesk();
    const { id } = await add(desk);
    expect(await refusal(desk.by('officer').dutyLog.correct({ id, fields, reason: '听错' }))).toBe(expected);
  });

  it('that makes a paper urgent lets it ring; one that unmakes it silences it', async () => {
    const desk = await heldDesk();
    const { id } = await paper(desk, { urgency: 'routine' });
    const urgency = (to: 'flash' | 'routine') =>
      desk.by('officer').dutyLog.correct({ id, fields: { urgency: to }, reason: '看错缓急' });
    await desk.until('08:35');
    await urgency('flash');
    await desk.until('08:41');
    await urgency('routine');
    await desk.until('09:30');
    expect(await rung(desk)).toEqual(['08:40 urgentPaperDue']);
  });
});

it('the day of an entry is found by the entry alone', async () => {
  const desk = await heldDesk();
  const { id } = await add(desk);
  await desk.until('+08:30');
  await handOver(desk);
  const { day } = desk.by('nextOfficer').dutyLog;
  expect((await day({ entryId: id })).dutyDay).toBe('2026-03-11');
  expect((await day({})).dutyDay).toBe('2026-03-12');
  expect(await refusal(day({ entryId: 'none' }))).toBe('notFound:logEntry');
});
