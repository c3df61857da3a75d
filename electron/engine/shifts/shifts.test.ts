import { describe, expect, it, vi } from 'vitest';
import { accept, handOver } from '../testing/acts.ts';
import { at, bureauDesk, cast, heldDesk, PIN, refusal, type TestDesk, type Who } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

const take = (desk: TestDesk, over = {}, pin = PIN) =>
  refusal(
    desk.by('lead').shifts.takeDesk({
      crew: desk.crew(false, over),
      presentIds: [desk.id('lead'), desk.id('liaison')],
      pin,
    }),
  );
const members = async (desk: TestDesk, which: 'holder' | 'relief' = 'holder') =>
  (await desk.by('lead').shifts.current())[which]?.members ?? [];
const signIn = (desk: TestDesk, who: Who) =>
  refusal(desk.by('officer').shifts.signIn({ personId: desk.id(who) }));
const signOut = (desk: TestDesk, who: Who) =>
  refusal(desk.by('officer').shifts.signOut({ personId: desk.id(who) }));

describe('the first takeover of an empty desk', () => {
  it('needs one signature, the lead’s, and notes who is there', async () => {
    const desk = await bureauDesk(at('08:34'));
    expect(await take(desk)).toBe('ok');
    expect((await members(desk)).map((m) => [m.name, m.signedInAtMs, m.lateMinutes])).toEqual([
      [cast.lead, at('08:34'), 4],
      [cast.liaison, at('08:34'), 4],
      [cast.officer, null, null],
    ]);
  });

  it.each<[name: string, over: (desk: TestDesk) => object, pin: string, refusal: string]>([
    ['a wrong PIN', () => ({}), '000000', 'notAllowed:wrongPin'],
    ['nobody with a PIN', (d) => ({ shiftLeadId: d.id('liaison') }), PIN, 'notAllowed:noPin'],
    [
      'one person',
      (d) => ({ liaisonId: d.id('lead'), officerIds: [] }),
      PIN,
      'invalid:crew.officerIds:tooFewPeople',
    ],
    [
      'a liaison without the role',
      (d) => ({ liaisonId: d.id('officer') }),
      PIN,
      'invalid:crew.liaisonId:missingRole',
    ],
    ['an unknown officer', () => ({ officerIds: ['x'] }), PIN, 'invalid:crew.officerIds.0:unknownPerson'],
    [
      'a leader on duty without the role',
      (d) => ({ leaderOnDutyId: d.id('officer') }),
      PIN,
      'invalid:crew.leaderOnDutyId:missingRole',
    ],
  ])('is refused for %s', async (_name, over, pin, expected) => {
    const desk = await bureauDesk();
    expect(await take(desk, over(desk), pin)).toBe(expected);
    expect(await desk.by('lead').shifts.current()).toEqual({ holder: null, relief: null });
  });

  it('happens once: the desk has exactly one holder', async () => {
    const desk = await bureauDesk();
    const both = await Promise.all([take(desk), take(desk)]);
    expect(both.sort()).toEqual(['conflict:deskHeld', 'ok']);
    expect(
      desk.raw((db) => db.prepare("SELECT count(*) FROM shift WHERE status = 'holding'").pluck().get()),
    ).toBe(1);
    expect(await take(desk)).toBe('conflict:deskHeld');
  });
});

it('holdings follow each other without a gap and without overlap', async () => {
  const desk = await heldDesk();
  await desk.until('+08:31');
  await handOver(desk);
  const rows = desk.raw((db) => db.prepare('SELECT from_ms, to_ms FROM desk_holding ORDER BY from_ms').all());
  expect(rows).toEqual([
    { from_ms: at('08:30'), to_ms: at('+08:31') },
    { from_ms: at('+08:31'), to_ms: null },
  ]);
});

describe('attendance', () => {
  it('is recorded once, late minutes against the planned start', async () => {
    const desk = await heldDesk();
    await desk.until('08:40');
    expect(await signIn(desk, 'officer')).toBe('ok');
    expect(await signIn(desk, 'officer')).toBe('conflict:alreadySignedIn');
    expect(await signIn(desk, 'keeper')).toBe('invalid:personId:notInCrew');
    const officer = (await members(desk)).find((m) => m.name === cast.officer);
    expect(officer).toMatchObject({ signedInAtMs: at('08:40'), lateMinutes: 10 });
  });

  it('of the relief is taken before it holds the desk, and early is not late', async () => {
    const desk = await heldDesk();
    await desk.by('lead').shifts.planRelief({ crew: desk.crew(true) });
    await desk.until('+08:10');
    expect(await signIn(desk, 'nextOfficer')).toBe('ok');
    const officer = (await members(desk, 'relief')).find((m) => m.name === cast.nextOfficer);
    expect(officer).toMatchObject({ signedInAtMs: at('+08:10'), lateMinutes: 0 });
  });

  it('is kept when the relief is named anew', async () => {
    const desk = await heldDesk();
    await desk.by('lead').shifts.planRelief({ crew: desk.crew(true) });
    await desk.until('+08:10');
    await signIn(desk, 'nextOfficer');
    await desk.by('lead').shifts.planRelief({ crew: desk.crew(true, { leaderOnDutyId: desk.id('leader') }) });
    const signedIn = (await members(desk, 'relief')).filter((m) => m.signedInAtMs !== null);
    expect(signedIn.map((m) => m.name)).toEqual([cast.nextOfficer]);
  });

  it('nobody leaves before the relief has signed', async () => {
    const desk = await heldDesk();
    await signIn(desk, 'officer');
    expect(await signOut(desk, 'officer')).toBe('conflict:notRelieved');
    await desk.until('+08:30');
    await handOver(desk);
    expect(await signOut(desk, 'officer')).toBe('ok');
    expect(await signOut(desk, 'officer')).toBe('conflict:notSignedIn');
    expect(await signOut(desk, 'nextLead')).toBe('conflict:notRelieved');
  });
});

describe('who is still to leave', () => {
  const leaving = async (desk: TestDesk) => {
    const { leaving: shift } = await desk.by('head').handover.view();
    return (shift?.members ?? [])
      .filter((m) => m.signedInAtMs !== null && m.signedOutAtMs === null)
      .map((m) => m.name);
  };

  it('is told of a crew relieved earlier too, the oldest first, for two days', async () => {
    const desk = await heldDesk();
    for (const who of ['lead', 'liaison', 'officer'] as const) await signIn(desk, who);
    await handOver(desk);
    for (const who of ['nextLead', 'nextLiaison', 'nextOfficer'] as const) await signIn(desk, who);
    expect(await leaving(desk)).toEqual([cast.lead, cast.liaison, cast.officer]);
    await desk.pass('8h');
    // The lead and the liaison are back; the officer of the first crew never signed out.
    const h = await desk
      .by('nextLead')
      .handover.freeze({ relief: desk.crew(false, { officerIds: [] }), extraReason: '换人' });
    await accept(desk, h.id, 'lead');
    const { handover } = desk.by('nextLead');
    await handover.signOutgoing({ handoverId: h.id, personId: desk.id('nextLead'), pin: PIN });
    await desk.by('lead').handover.signIncoming({ handoverId: h.id, personId: desk.id('lead'), pin: PIN });
    expect(await leaving(desk)).toContain(cast.officer);
    expect(await signOut(desk, 'officer')).toBe('ok');
    expect(await leaving(desk)).toEqual([cast.nextLead, cast.nextLiaison, cast.nextOfficer]);
    await desk.pass('49h');
    expect(await leaving(desk)).toEqual([]);
  });
});

describe('a substitute', () => {
  const substitute = (desk: TestDesk, who: Who, by: Who, reason = '发烧') =>
    refusal(desk.by('lead').shifts.substitute({ personId: desk.id(who), byId: desk.id(by), reason }));

  it('stands in with a reason from then on', async () => {
    const desk = await heldDesk();
    await desk.until('12:00');
    expect(await substitute(desk, 'officer', 'nextOfficer')).toBe('ok');
    const now = await members(desk);
    expect(now.map((m) => m.name)).toEqual([cast.lead, cast.liaison, cast.nextOfficer]);
    expect(now.at(-1)?.signedInAtMs).toBe(at('12:00'));
    const kept = desk.raw((db) =>
      db.prepare("SELECT reason, person_id FROM attendance WHERE kind = 'substitute'").all(),
    );
    expect(kept).toEqual([{ reason: '发烧', person_id: desk.id('officer') }]);
  });

  it.each<[name: string, who: Who, by: Who, reason: string, refusal: string]>([
    ['for the lead by somebody who may not lead', 'lead', 'nextOfficer', '发烧', 'invalid:byId:missingRole'],
    ['who is in the crew already', 'officer', 'liaison', '发烧', 'invalid:byId:alreadyInCrew'],
    ['for somebody else’s crew', 'keeper', 'nextOfficer', '发烧', 'invalid:personId:notInCrew'],
    ['without a reason', 'officer', 'nextOfficer', ' ', 'invalid:reason:required'],
  ])('is refused %s', async (_name, who, by, reason, expected) => {
    const desk = await heldDesk();
    expect(await substitute(desk, who, by, reason)).toBe(expected);
    expect(desk.count('attendance')).toBe(0);
  });
});
