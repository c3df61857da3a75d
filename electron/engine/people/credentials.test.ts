import { describe, expect, it, vi } from 'vitest';
import { bureauDesk, cast, PASSWORD, PIN, refusal, type TestDesk } from '../testing/harness.ts';
import { backOffMs } from './credentials.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const pin = (desk: TestDesk, value: string) =>
  refusal(desk.by(null).session.checkPin({ personId: desk.id('lead'), pin: value }));
const failures = (desk: TestDesk) =>
  desk.raw((db) =>
    db
      .prepare("SELECT failures FROM credential WHERE kind = 'pin' AND person_id = ?")
      .pluck()
      .get(desk.id('lead')),
  );

it.each([
  [0, 0],
  [2, 0],
  [3, 5_000],
  [4, 10_000],
  [5, 20_000],
  [10, 640_000],
  [11, 900_000],
  [1000, 900_000],
])('after %i wrong tries in a row the next waits %i ms', (tries, ms) => {
  expect(backOffMs(tries)).toBe(ms);
});

describe('a PIN', () => {
  it('backs off after three wrong tries, over a restart too, and forgives the right one', async () => {
    const desk = await bureauDesk();
    for (const wrong of ['000000', '000001', '000002'])
      expect(await pin(desk, wrong)).toBe('notAllowed:wrongPin');
    expect(await pin(desk, PIN)).toBe('notAllowed:backOff');
    await desk.restart(desk.clock.now() + 4_999);
    expect(await pin(desk, PIN)).toBe('notAllowed:backOff');
    desk.clock.set(desk.clock.now() + 1);
    expect(await pin(desk, PIN)).toBe('ok');
    expect(failures(desk)).toBe(0);
    expect(desk.verify().ok).toBe(true);
  });

  it('guessed many times at once is counted every time', async () => {
    const desk = await bureauDesk();
    const guesses = Array.from({ length: 6 }, (_, n) => pin(desk, `00000${n}`));
    const answers = await Promise.all([...guesses, pin(desk, PIN)]);
    expect(answers.sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'notAllowed:backOff'),
      ...Array.from({ length: 3 }, () => 'notAllowed:wrongPin'),
    ]);
    expect(failures(desk)).toBe(3);
  });

  it('that was never set lets nobody in', async () => {
    const desk = await bureauDesk();
    const officer = desk.by(null).session.checkPin({ personId: desk.id('officer'), pin: PIN });
    expect(await refusal(officer)).toBe('notAllowed:noPin');
  });
});

describe('a password', () => {
  it('opens by staff number, whatever way its letters were typed', async () => {
    const desk = await bureauDesk();
    const decomposed = 'pa\u0301ssword'.normalize('NFD');
    await desk.by('admin').people.setCredential({ personId: desk.id('lead'), password: decomposed });
    const person = await desk.by(null).session.checkPassword({
      staffNo: 'B001',
      password: decomposed.normalize('NFC'),
    });
    expect(person).toMatchObject({ name: cast.lead, roles: ['shiftLead', 'liaison', 'dutyOfficer'] });
  });

  it('is refused alike for an unknown person and a wrong word, and for somebody who has left', async () => {
    const desk = await bureauDesk();
    const check = (staffNo: string, password: string) =>
      refusal(desk.by(null).session.checkPassword({ staffNo, password }));
    expect(await check('Z999', PASSWORD)).toBe('notAllowed:wrongPassword');
    expect(await check('A003', 'wrong-password')).toBe('notAllowed:wrongPassword');
    expect(await check('A003', PASSWORD)).toBe('ok');
    await desk.by('admin').people.setCredential({ personId: desk.id('officer'), password: PASSWORD });
    const [person] = (await desk.by('admin').people.list()).filter((p) => p.name === cast.officer);
    if (!person) throw new Error('no officer');
    const left = { ...person, active: false };
    await desk.by('admin').people.update({ id: person.id, version: person.version, person: left });
    expect(await check('B003', PASSWORD)).toBe('notAllowed:left');
  });

  it('is changed only by who knows the present one', async () => {
    const desk = await bureauDesk();
    const change = (current: string) =>
      refusal(desk.by('admin').people.changeOwn({ current, password: 'another-password' }));
    expect(await change('wrong-password')).toBe('notAllowed:wrongPassword');
    expect(await change(PASSWORD)).toBe('ok');
    expect(await change(PASSWORD)).toBe('notAllowed:wrongPassword');
  });

  it('never leaves its table: neither chain, tail nor request holds salt or hash', async () => {
    const desk = await bureauDesk();
    const rows = desk.raw((db) => ({
      secrets: db.prepare('SELECT salt, hash FROM credential').all() as { salt: string; hash: string }[],
      said: [
        ...db.prepare('SELECT payload FROM audit_event').pluck().all(),
        ...db.prepare('SELECT result FROM request').pluck().all(),
      ].join('\n'),
    }));
    expect(rows.secrets).toHaveLength(4);
    for (const { salt, hash } of rows.secrets) {
      expect(rows.said).not.toContain(salt);
      expect(rows.said).not.toContain(hash);
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(rows.said).not.toContain(PASSWORD);
    expect(new Set(rows.secrets.map((s) => s.salt)).size).toBe(4);
  });
});
