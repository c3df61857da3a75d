import type { Kysely } from 'kysely';
import type { PersonKind } from '../../../shared/people/types.ts';
import { type BureauFile, readBureauFile } from '../../../shared/settings/bureau-file.ts';
import type { Database } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { loadBoard } from '../groups/store.ts';
import { newId } from '../ids.ts';
import { listPeople } from '../people/store.ts';
import type { Deps } from '../router.ts';
import { listItems } from '../supplies/store.ts';
import { settingsView } from './handlers.ts';

const kinds: Record<BureauFile['people'][number]['kind'], PersonKind> = {
  正式: 'regular',
  协管员: 'auxiliary',
  环卫作业工人: 'sanitation',
};
const kindWords = { regular: '正式', auxiliary: '协管员', sanitation: '环卫作业工人' } as const;

/** Ids by name; the file was checked before, so a missing name is a defect of the check. */
class Names {
  readonly #ids = new Map<string, string>();
  add(name: string): string {
    const id = newId();
    this.#ids.set(name, id);
    return id;
  }
  of(name: string): string {
    const id = this.#ids.get(name);
    if (id === undefined) throw new Error(`unchecked name in bureau file: ${name}`);
    return id;
  }
}

/** Writes a checked bureau file into an empty database, all of it in the caller's transaction. */
export async function loadBureau(tx: Tx, file: BureauFile): Promise<void> {
  const units = new Names();
  const people = new Names();
  const groups = new Names();
  await putSettings(tx, file);
  for (const u of file.units)
    await tx.insert('unit', { id: units.add(u.name), name: u.name, head: u.head, phone: u.phone });
  for (const p of file.people) {
    await tx.insert('person', {
      id: people.add(p.name),
      staff_no: p.staffNo,
      name: p.name,
      unit_id: units.of(p.unit),
      title: p.title,
      kind: kinds[p.kind],
      phone: p.phone,
      roles: JSON.stringify(p.roles),
      availability: 'onDuty',
      active: 1,
      version: 1,
    });
  }
  for (const g of file.actionGroups) await putGroup(tx, g, { id: groups.add(g.name), units, people });
  for (const c of file.categories) {
    const row = {
      id: newId(),
      no: c.no,
      text: c.text,
      short: c.short,
      unit_id: units.of(c.unit),
      group_id: groups.of(c.group),
    };
    await tx.insert('category', row);
  }
  for (const g of file.grids) await tx.insert('grid', { id: newId(), ...g });
  for (const s of file.supplies) await putSupply(tx, s, units.of(s.unit), people.of(s.custodian));
}

/** Site and limits, in force from the beginning: history before the first run has no other value. */
async function putSettings(tx: Tx, file: Pick<BureauFile, 'site' | 'limits'>): Promise<void> {
  for (const kind of ['site', 'limits'] as const) {
    const row = {
      id: newId(),
      kind,
      value: JSON.stringify(file[kind]),
      effective_from: 0,
      recorded_at: tx.nowMs,
    };
    await tx.insert('setting', row);
  }
}

async function putGroup(
  tx: Tx,
  group: BureauFile['actionGroups'][number],
  to: { id: string; units: Names; people: Names },
): Promise<void> {
  await tx.insert('action_group', { id: to.id, name: group.name, unit_id: to.units.of(group.unit) });
  const line: [string, string][] = [
    ['deputyInCharge', group.deputyInCharge],
    ['responsible', group.responsible],
    ['leader', group.leader],
    ...group.deputyLeaders.map((n): [string, string] => ['deputyLeader', n]),
    ...group.members.map((n): [string, string] => ['member', n]),
  ];
  for (const [position, [duty, name]] of line.entries()) {
    await tx.insert('group_member', {
      id: newId(),
      group_id: to.id,
      person_id: to.people.of(name),
      duty,
      position,
    });
  }
  for (const v of group.vehicles)
    await tx.insert('vehicle', { id: newId(), group_id: to.id, plate: v.plate, marked: v.marked ? 1 : 0 });
}

async function putSupply(
  tx: Tx,
  s: BureauFile['supplies'][number],
  unitId: string,
  custodianId: string,
): Promise<void> {
  const id = newId();
  await tx.insert('supply_item', {
    id,
    name: s.item,
    unit_id: unitId,
    measure: s.measure,
    minimum: s.minimum,
    place: s.place,
    custodian_id: custodianId,
    key: s.key ? 1 : 0,
    version: 1,
  });
  await tx.insert('supply_movement', {
    id: newId(),
    item_id: id,
    kind: 'opening',
    quantity: s.quantity,
    delta: s.quantity,
    balance_after: s.quantity,
    recipient: '',
    purpose: '',
    instruction_id: null,
    due_at: null,
    issue_id: null,
    condition: '',
    reason: '',
    occurred_at: tx.nowMs,
    actor_id: tx.actorId,
  });
}

/** The present reference data as a bureau file. */
async function exportBureau(db: Kysely<Database>, nowMs: number): Promise<BureauFile> {
  const view = await settingsView(db, nowMs);
  const unitName = new Map(view.units.map((u) => [u.id, u.name]));
  const board = await loadBoard(db);
  const groupName = new Map(board.map((g) => [g.id, g.name]));
  const people = await listPeople(db);
  const supplies = await listItems(db);
  return {
    site: view.site,
    limits: view.limits,
    categories: view.categories.map((c) => ({
      no: c.no,
      text: c.text,
      short: c.short,
      unit: unitName.get(c.unitId) ?? '',
      group: groupName.get(c.groupId) ?? '',
    })),
    units: view.units.map(({ name, head, phone }) => ({ name, head, phone })),
    people: people
      .filter((p) => p.active)
      .map((p) => ({
        staffNo: p.staffNo,
        name: p.name,
        unit: p.unitName,
        title: p.title,
        roles: p.roles,
        kind: kindWords[p.kind],
        phone: p.phone,
      })),
    actionGroups: board.map((g) => {
      const named = (duty: string) => g.people.filter((p) => p.duty === duty).map((p) => p.name);
      return {
        name: g.name,
        unit: g.unitName,
        deputyInCharge: named('deputyInCharge')[0] ?? '',
        responsible: named('responsible')[0] ?? '',
        leader: named('leader')[0] ?? '',
        deputyLeaders: named('deputyLeader'),
        members: named('member'),
        vehicles: g.vehicles,
      };
    }),
    grids: view.grids.map(({ no, name, zone, lead, bounds }) => ({ no, name, zone, lead, bounds })),
    supplies: supplies.map((s) => ({
      item: s.name,
      unit: s.unitName,
      measure: s.measure,
      quantity: s.balance,
      minimum: s.minimum,
      custodian: s.custodianName,
      place: s.place,
      key: s.key,
    })),
  };
}

export const bureauHandlers = (os: Deps) => ({
  preview: os.bureau.preview.handler(({ input }) => {
    const read = readBureauFile(input.text);
    if ('errors' in read) return { ok: false as const, errors: read.errors };
    const f = read.file;
    return {
      ok: true as const,
      siteName: f.site.name,
      counts: {
        units: f.units.length,
        people: f.people.length,
        actionGroups: f.actionGroups.length,
        grids: f.grids.length,
        supplies: f.supplies.length,
        categories: f.categories.length,
      },
      admins: f.people
        .filter((p) => p.roles.includes('admin'))
        .map((p) => ({ staffNo: p.staffNo, name: p.name })),
    };
  }),
  export: os.bureau.export.handler(async ({ context }) => ({
    text: `${JSON.stringify(await exportBureau(context.db, context.nowMs), null, 2)}\n`,
  })),
});
