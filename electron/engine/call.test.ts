import { describe, expect, it, vi } from 'vitest';
import {
  access,
  mayCall,
  type ProcedurePath,
  systemCalls,
  whileLocked,
} from '../../shared/contract/access.ts';
import { type Role, roles } from '../../shared/people/roles.ts';
import type { CallSession, ReplyBody } from '../../shared/protocol.ts';
import { act, receive } from './testing/acts.ts';
import { bureauDesk, emptyDesk, heldDesk, refusal, type TestDesk } from './testing/harness.ts';

vi.mock('node:crypto', () => import('./testing/cheap-scrypt.ts'));

const paths = Object.keys(access) as ProcedurePath[];
const code = (reply: ReplyBody) => ('e' in reply ? reply.e.code : 'ok');

/** Calls a procedure with an input no schema or handler takes: what comes back shows whether the right was checked. */
async function knock(desk: TestDesk, session: CallSession, path: string): Promise<string> {
  const reply = await desk.send(session, JSON.stringify([path, { nonsense: true }, '']));
  const reason = 'e' in reply ? (reply.e.data as { reason?: string } | undefined)?.reason : undefined;
  return code(reply) === 'notAllowed' ? `notAllowed:${reason}` : 'let in';
}

describe('rights are enforced at the engine’s door', () => {
  it('for every procedure and every role', async () => {
    const desk = await heldDesk();
    const before = desk.count('audit_event');
    const found: string[] = [];
    const expected: string[] = [];
    for (const role of [...roles, 'none'] as (Role | 'none')[]) {
      const own = role === 'none' ? [] : [role];
      const { id } = await desk.by('admin').people.create({
        staffNo: role,
        name: role,
        unitId: (await desk.by('admin').settings.get()).units[0]?.id ?? '',
        roles: own,
      });
      for (const path of paths) {
        found.push(`${role} ${path} ${await knock(desk, { personId: id, locked: false }, path)}`);
        expected.push(`${role} ${path} ${mayCall(path, own) ? 'let in' : 'notAllowed:role'}`);
      }
    }
    expect(found).toEqual(expected);
    expect(desk.count('audit_event')).toBe(before + roles.length + 1);
  });

  it('for nobody signed in, and for somebody who has left', async () => {
    const desk = await heldDesk();
    const reason = (path: ProcedurePath) => (access[path] === 'system' ? 'role' : 'signedOut');
    for (const personId of [null, 'unknown'])
      for (const path of paths)
        expect([path, await knock(desk, { personId, locked: false }, path)]).toEqual([
          path,
          mayCall(path, null) ? 'let in' : `notAllowed:${reason(path)}`,
        ]);
  });

  it('while locked only alarms and the way back in are left', async () => {
    const desk = await heldDesk();
    for (const path of paths)
      expect([path, await knock(desk, { personId: desk.id('lead'), locked: true }, path)]).toEqual([
        path,
        whileLocked.has(path) ? 'let in' : 'notAllowed:locked',
      ]);
  });

  it('main itself seals and prints, and may do nothing else', async () => {
    const desk = await heldDesk();
    for (const system of ['main', 'print'] as const)
      for (const path of paths)
        expect([path, await knock(desk, { personId: null, locked: false, system }, path)]).toEqual([
          path,
          systemCalls[system].has(path) ? 'let in' : 'notAllowed:role',
        ]);
    const own = [...systemCalls.main].filter((path) => access[path as ProcedurePath] === 'system');
    expect(own).toEqual(['handover.seal']);
    expect(systemCalls.print.has('handover.seal')).toBe(false);
  });
});

describe('a request id', () => {
  it('gets the first result again and writes nothing', async () => {
    const desk = await heldDesk();
    const send = () => desk.by('officer', 'r1').dutyLog.add({ kind: 'callIn', text: '居民反映噪声' });
    const first = await send();
    const before = desk.count('audit_event');
    expect(await send()).toEqual(first);
    expect([desk.count('log_entry'), desk.count('audit_event')]).toEqual([1, before]);
  });

  it('counts once even when both tries are under way at the same time', async () => {
    const desk = await heldDesk();
    const client = desk.by('liaison', 'r1').instructions;
    const call = { issuedAtMs: desk.clock.now(), place: '新华街', zone: 'other' as const, text: '围挡倒了' };
    const [a, b] = await Promise.all([client.receive(call), client.receive(call)]);
    expect(a).toEqual(b);
    expect(desk.count('instruction')).toBe(1);
  });

  it('survives a restart', async () => {
    const desk = await heldDesk();
    const first = await act(desk, (await receive(desk)).id, 'dispatch', {}, { requestId: 'r2' });
    await desk.restart(desk.clock.now());
    expect(await act(desk, first.id, 'dispatch', {}, { requestId: 'r2' })).toEqual(first);
  });

  it('of a refused call is free: nothing was kept', async () => {
    const desk = await heldDesk();
    const { id } = await receive(desk);
    expect(await refusal(act(desk, id, 'close', {}, { requestId: 'r3' }))).toBe('owed:dispatch');
    await act(desk, id, 'decline');
    expect(await refusal(act(desk, id, 'close', {}, { requestId: 'r3' }))).toBe('conflict:lifecycle');
  });

  it('is refused for another procedure', async () => {
    const desk = await heldDesk();
    await desk.by('officer', 'r1').dutyLog.add({ kind: 'callIn', text: '居民反映噪声' });
    const other = desk.by('lead', 'r1').followUps.done({ id: 'x', text: '已办' });
    expect(await refusal(other)).toBe('notFound:followUp');
    const write = desk.by('liaison', 'r1').instructions.receive({
      issuedAtMs: desk.clock.now(),
      place: '新华街',
      zone: 'other',
      text: '围挡倒了',
    });
    expect(await refusal(write)).toBe('conflict:requestReused');
  });
});

describe('the door holds', () => {
  it.each<[name: string, body: string, code: string]>([
    ['no JSON', '{', 'invalid'],
    ['no list', '{"path":"desk.view"}', 'notFound'],
    ['an empty list', '[]', 'notFound'],
    ['an unknown procedure', '["desk.burn",{},"r"]', 'notFound'],
    ['a branch of the contract', '["desk",{},"r"]', 'notFound'],
    ['a prototype', '["__proto__",{},"r"]', 'notFound'],
    ['the constructor', '["constructor",{},"r"]', 'notFound'],
    ['a number for a path', '[5,{},"r"]', 'notFound'],
  ])('%s', async (_name, body, expected) => {
    const desk = await emptyDesk();
    expect(code(await desk.send({ personId: null, locked: false }, body))).toBe(expected);
    expect([desk.logged, desk.count('request')]).toEqual([[], 0]);
  });

  it.each<[field: string, value: unknown, message: string]>([
    ['place', '', 'required'],
    ['place', '   ', 'required'],
    ['place', '长'.repeat(121), 'tooLong'],
    ['text', '', 'required'],
    ['text', '长'.repeat(100_000), 'tooLong'],
    ['text', 'a\u0000b', 'badCharacters'],
    ['text', 'a\ud800b', 'badCharacters'],
    ['phone', '1', 'phone'],
    ['zone', 'moon', 'required'],
    ['issuedAtMs', 'now', 'time'],
    ['categoryNo', 77, 'unknownCategory'],
    ['gridNo', 'A9', 'unknownGrid'],
  ])('an instruction with %s = %j is refused beside the field', async (field, value, message) => {
    const desk = await heldDesk();
    expect(await refusal(receive(desk, { [field]: value }))).toBe(`invalid:${field}:${message}`);
    expect(desk.count('instruction')).toBe(0);
  });

  it('a call issued more than five minutes ahead is refused, and uses no number', async () => {
    const desk = await heldDesk();
    expect(await refusal(receive(desk, { issuedAtMs: desk.clock.now() + 300_001 }))).toBe(
      'invalid:issuedAtMs:future',
    );
    expect((await receive(desk, { issuedAtMs: desk.clock.now() + 300_000 })).number).toBe('2026-000001');
  });

  it('nothing is recorded at an empty desk', async () => {
    const desk = await bureauDesk();
    expect(await refusal(receive(desk))).toBe('conflict:noShift');
    const entry = desk.by('officer').dutyLog.add({ kind: 'other', text: '早到' });
    expect(await refusal(entry)).toBe('conflict:noShift');
  });

  const NUL = 'a\u0000b';
  it.each<[path: string, input: Record<string, unknown>]>([
    ['dutyLog.add', { kind: 'other', text: '正常', handling: NUL }],
    ['handover.freeze', { extraReason: NUL }],
    [
      'handover.decideItems',
      { handoverId: 'h', decisions: [{ itemId: 'i', decision: 'refused', reason: NUL }] },
    ],
    ['instructions.correct', { id: 'i', action: { field: 'text', text: NUL, reason: '听错' } }],
    ['shifts.substitute', { personId: 'p', byId: 'q', reason: NUL }],
    ['supplies.stocktake', { itemId: 'i', counted: 1, reason: NUL }],
    ['settings.setSite', { name: '局', deskName: '室', head: NUL }],
  ])('a text with a NUL is refused in %s', async (path, input) => {
    const desk = await heldDesk();
    const who = path.startsWith('settings') ? 'admin' : path.startsWith('supplies') ? 'keeper' : 'lead';
    const reply = await desk.send(desk.session(who), JSON.stringify([path, input, 'r']));
    const issues = 'e' in reply ? (reply.e.data as { issues?: { message: string }[] }).issues : undefined;
    expect(issues?.map((i) => i.message)).toEqual(['badCharacters']);
  });
});

it('an alarm raised before a refused call is announced all the same', async () => {
  const desk = await heldDesk();
  const { id } = await receive(desk);
  desk.clock.set(desk.clock.now() + 181_000);
  desk.emitted.length = 0;
  expect(await refusal(act(desk, id, 'close'))).toBe('owed:dispatch');
  const said = desk.emitted.flatMap((m) => (m.t === 'alarms' ? m.active.map((a) => a.class) : []));
  expect(said).toEqual(['dispatchDue']);
});
