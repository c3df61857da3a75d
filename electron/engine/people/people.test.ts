import { describe, expect, it, vi } from 'vitest';
import { bureauDesk, cast, refusal, type TestDesk } from '../testing/harness.ts';

vi.mock('node:crypto', () => import('../testing/cheap-scrypt.ts'));

async function person(desk: TestDesk, name: string) {
  const found = (await desk.by('admin').people.list()).find((p) => p.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}

describe('people', () => {
  it.each<[name: string, over: Record<string, unknown>, refusal: string]>([
    ['complete', {}, 'ok'],
    ['a staff number that exists', { staffNo: 'B001' }, 'invalid:staffNo:duplicate'],
    ['an unknown unit', { unitId: 'none' }, 'invalid:unitId:unknownUnit'],
    ['a role that does not exist', { roles: ['boss'] }, 'invalid:roles.0:role'],
    ['no name', { name: '' }, 'invalid:name:required'],
  ])('are added: %s → %s', async (_name, over, expected) => {
    const desk = await bureauDesk();
    const { unitId } = await person(desk, cast.lead);
    const input = { staffNo: 'N001', name: '新人', unitId, ...over };
    expect(await refusal(desk.by('admin').people.create(input as typeof input))).toBe(expected);
  });

  it('are changed by the screen that shows their present state', async () => {
    const desk = await bureauDesk();
    const { id, version, ...rest } = await person(desk, cast.officer);
    const rename = (name: string) =>
      refusal(desk.by('admin').people.update({ id, version, person: { ...rest, name } }));
    expect(await rename('童新')).toBe('ok');
    expect(await rename('童旧')).toBe('conflict:stale');
    expect((await person(desk, '童新')).version).toBe(version + 1);
  });

  it('the last administrator stays one', async () => {
    const desk = await bureauDesk();
    const admin = await person(desk, cast.admin);
    const update = (over: object) =>
      refusal(
        desk
          .by('admin')
          .people.update({ id: admin.id, version: admin.version, person: { ...admin, ...over } }),
      );
    expect(await update({ roles: ['supervisor'] })).toBe('invalid:roles:lastAdmin');
    expect(await update({ active: false })).toBe('invalid:roles:lastAdmin');
    const officer = await person(desk, cast.officer);
    const promoted = { ...officer, roles: [...officer.roles, 'admin' as const] };
    await desk.by('admin').people.update({ id: officer.id, version: officer.version, person: promoted });
    expect(await update({ active: false })).toBe('ok');
    expect(await refusal(desk.by('admin').people.list())).toBe('notAllowed:signedOut');
  });
});
