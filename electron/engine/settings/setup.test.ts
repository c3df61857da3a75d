import { describe, expect, it, vi } from 'vitest';
import { readBureauFile } from '../../../shared/settings/bureau-file.ts';
import { sampleBureau } from '../../../shared/settings/testing/sample-bureau.ts';
import { at, bureauDesk, cast, emptyDesk, heldDesk, PASSWORD, PIN, refusal } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const administrator = { staffNo: 'A003', name: cast.admin, password: PASSWORD, pin: PIN, phone: '' };
const site = { name: '街道中心', deskName: '值班台' };
const nobody = { personId: null, locked: false };

describe('the first run', () => {
  it('loads a bureau file whole', async () => {
    const desk = await bureauDesk();
    const { text } = await desk.by('admin').bureau.export();
    const exported = readBureauFile(text);
    const given = readBureauFile(JSON.stringify(sampleBureau()));
    expect(exported).toEqual(given);
  });

  it('starts by hand with one unit and one person who may do the first things', async () => {
    const desk = await emptyDesk();
    const { personId } = await desk.as(nobody).setup.initialise({ site, administrator });
    const admin = desk.as({ personId, locked: false });
    expect(await admin.people.list()).toMatchObject([
      { name: cast.admin, unitName: '值班台', roles: ['admin', 'shiftLead', 'liaison', 'dutyOfficer'] },
    ]);
    expect(await desk.as(nobody).setup.status()).toMatchObject({ configured: true, siteName: '街道中心' });
  });

  it('gives the administrator of a file the right to administer', async () => {
    const desk = await emptyDesk();
    const lead = { ...administrator, staffNo: 'B001' };
    const bureauText = JSON.stringify(sampleBureau());
    const { personId } = await desk.as(nobody).setup.initialise({ bureauText, administrator: lead });
    const people = await desk.as({ personId, locked: false }).people.list();
    expect(people.find((p) => p.id === personId)?.roles).toContain('admin');
    expect(people).toHaveLength(sampleBureau().people.length);
  });

  it('happens once', async () => {
    const desk = await bureauDesk();
    const again = desk.as(nobody).setup.initialise({ site, administrator });
    expect(await refusal(again)).toBe('conflict:alreadyConfigured');
  });

  it('refuses a broken file with every error, and loads nothing', async () => {
    const desk = await emptyDesk();
    const file = sampleBureau();
    file.people.forEach((p, n) => {
      if (n === 3) p.unit = '没有的处';
      if (n === 5) p.staffNo = 'B001';
    });
    const bureauText = JSON.stringify(file);
    const preview = await desk.as(nobody).bureau.preview({ text: bureauText });
    expect(preview).toMatchObject({
      ok: false,
      errors: [
        { path: 'people[5].staffNo', message: 'duplicate' },
        { path: 'people[3].unit', message: 'unknownUnit' },
      ],
    });
    const loading = desk.as(nobody).setup.initialise({ bureauText, administrator });
    expect(await refusal(loading)).toBe('invalid:bureauText.people[5].staffNo:duplicate');
    expect([desk.count('unit'), desk.count('person'), desk.count('audit_event')]).toEqual([0, 0, 0]);
  });

  it.each<[name: string, over: object, refusal: string]>([
    ['neither site nor file', {}, 'invalid:site:required'],
    [
      'a short password',
      { site, administrator: { ...administrator, password: 'short' } },
      'invalid:administrator.password:passwordShort',
    ],
    [
      'a PIN of five digits',
      { site, administrator: { ...administrator, pin: '12345' } },
      'invalid:administrator.pin:pin',
    ],
    [
      'a changeover that is no time',
      { site: { ...site, changeover: '24:30' } },
      'invalid:site.changeover:clockTime',
    ],
  ])('is refused with %s', async (_name, over, expected) => {
    const desk = await emptyDesk();
    expect(await refusal(desk.as(nobody).setup.initialise({ administrator, ...over }))).toBe(expected);
  });
});

describe('settings', () => {
  it('keep what was in force: new limits hold from their effective time', async () => {
    const desk = await heldDesk();
    const { limits } = await desk.by('admin').settings.get();
    await desk.by('admin').settings.setLimits({
      limits: { ...limits, dispatchMinutes: 7 },
      effectiveFromMs: at('12:00'),
    });
    const minutes = async () => (await desk.by(null).settings.get()).limits.dispatchMinutes;
    expect(await minutes()).toBe(3);
    await desk.until('12:00');
    expect(await minutes()).toBe(7);
    expect((await desk.by(null).settings.get()).limitsSinceMs).toBe(at('12:00'));
  });

  it('of the site hold from now on', async () => {
    const desk = await heldDesk();
    await desk.by('admin').settings.setSite({ ...site, head: '新局长', changeover: '09:00' });
    expect((await desk.by(null).settings.get()).site).toMatchObject({ head: '新局长', changeover: '09:00' });
    expect(desk.count('setting')).toBe(3);
  });
});

it('refuses limits that call the leader before the shift lead, and a night that is a whole day, at their fields', async () => {
  const desk = await bureauDesk();
  const { site, limits } = await desk.by('admin').settings.get();
  const set = (escalateLeaderMinutes: number) =>
    refusal(desk.by('admin').settings.setLimits({ limits: { ...limits, escalateLeaderMinutes } }));
  expect(await set(limits.escalateLeadMinutes - 1)).toBe('invalid:limits.escalateLeaderMinutes:beforeLead');
  expect(await set(limits.escalateLeadMinutes)).toBe('ok');
  const night = (to: string) => refusal(desk.by('admin').settings.setSite({ ...site, night: ['22:00', to] }));
  expect(await night('22:00')).toBe('invalid:night:emptyNight');
  expect(await night('06:00')).toBe('ok');
});

it('still reads what was stored before those rules', async () => {
  const desk = await bureauDesk();
  const { site, limits } = await desk.by('admin').settings.get();
  desk.raw((db) => {
    const insert = db.prepare(
      'INSERT INTO setting (id, kind, value, effective_from, recorded_at) VALUES (?, ?, ?, ?, ?)',
    );
    const now = desk.clock.now();
    insert.run('old-site', 'site', JSON.stringify({ ...site, night: ['22:00', '22:00'] }), now, now);
    insert.run('old-limits', 'limits', JSON.stringify({ ...limits, escalateLeaderMinutes: 1 }), now, now);
  });
  expect(await desk.by('admin').settings.get()).toMatchObject({
    site: { night: ['22:00', '22:00'] },
    limits: { escalateLeaderMinutes: 1 },
  });
});
