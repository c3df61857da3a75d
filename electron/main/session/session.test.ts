import { expect, test } from 'vitest';
import type { ReplyBody, SessionState } from '../../../shared/protocol.ts';
import { DeskSession } from './session.ts';

const zhao = { id: 'z', staffNo: '1001', name: '赵', roles: ['shiftLead'] };
const qian = { id: 'q', staffNo: '1002', name: '钱', roles: ['liaison'] };
const refused: ReplyBody = { e: { code: 'notAllowed', data: { reason: 'credentials' } } };

function setUp() {
  const asked: [string, unknown][] = [];
  const states: SessionState[] = [];
  const session = new DeskSession(
    async (path, input) => {
      asked.push([path, input]);
      const { password, pin, personId } = input as Record<string, unknown>;
      if (password === 'right') return { v: zhao };
      if (pin === '123456') return { v: personId === 'q' ? qian : zhao };
      return refused;
    },
    (state) => states.push(state),
  );
  const send = (message: unknown) => session.handle(JSON.stringify(message));
  return { session, asked, states, send };
}

test('a password opens the session, a wrong one changes nothing', async () => {
  const { session, send } = setUp();
  expect(await send({ op: 'signIn', staffNo: '1001', password: 'wrong' })).toEqual(refused);
  expect(session.caller).toEqual({ personId: null, locked: false });
  const reply = await send({ op: 'signIn', staffNo: '1001', password: 'right' });
  expect(reply).toEqual({ v: { person: zhao, locked: false, opened: true } });
  expect(session.caller).toEqual({ personId: 'z', locked: false });
});

test('a PIN works only in an opened session', async () => {
  const { asked, send } = setUp();
  const switchTo = { op: 'switch', personId: 'q', pin: '123456' };
  expect(await send(switchTo)).toMatchObject({
    e: { code: 'notAllowed', data: { reason: 'sessionNotOpened' } },
  });
  expect(asked).toEqual([]);
  await send({ op: 'signIn', staffNo: '1001', password: 'right' });
  expect(await send(switchTo)).toMatchObject({ v: { person: qian } });
});

test('a lock keeps the person; only a right PIN opens it', async () => {
  const { session, send, asked } = setUp();
  await send({ op: 'signIn', staffNo: '1001', password: 'right' });
  await send({ op: 'lock' });
  expect(session.caller).toEqual({ personId: 'z', locked: true });
  expect(await send({ op: 'unlock', pin: '000000' })).toEqual(refused);
  expect(session.caller.locked).toBe(true);
  await send({ op: 'unlock', pin: '123456' });
  expect(asked.at(-1)).toEqual(['session.checkPin', { personId: 'z', pin: '123456' }]);
  expect(session.caller).toEqual({ personId: 'z', locked: false });
});

test('an empty desk cannot be locked, a signed-out one asks for a password again', async () => {
  const { session, send, states } = setUp();
  await send({ op: 'lock' });
  expect(states).toEqual([]);
  await send({ op: 'signIn', staffNo: '1001', password: 'right' });
  await send({ op: 'signOut' });
  expect(session.state).toEqual({ person: null, locked: false, opened: false });
  expect(await send({ op: 'switch', personId: 'q', pin: '123456' })).toMatchObject({
    e: { code: 'notAllowed' },
  });
});

test('nothing else gets through the door', async () => {
  const { session } = setUp();
  for (const body of ['', 'null', '[]', '{"op":"become","personId":"z"}', '{"op":{"toString":1}}']) {
    expect(await session.handle(body)).toMatchObject({ e: { code: 'invalid' } });
  }
});
