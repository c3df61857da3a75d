import type { Kysely } from 'kysely';
import { peopleOut, teamsOut } from '../../../shared/groups/out.ts';
import { inRingingOrder } from '../../../shared/groups/ringing.ts';
import type { ActionGroup, GroupPerson } from '../../../shared/groups/types.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Availability } from '../../../shared/people/types.ts';
import type { Database } from '../db/schema.ts';
import { liveInstructions } from '../instructions/store.ts';

/** Every action group with its people in ringing order, vehicles and what it is out for (篇三 一). */
export async function loadBoard(db: Kysely<Database>): Promise<ActionGroup[]> {
  const groups = await db
    .selectFrom('action_group')
    .innerJoin('unit', 'unit.id', 'action_group.unit_id')
    .select(['action_group.id', 'action_group.name', 'unit_id', 'unit.name as unit_name'])
    .orderBy('action_group.id')
    .execute();
  const members = await db
    .selectFrom('group_member')
    .innerJoin('person', 'person.id', 'group_member.person_id')
    .select(['group_id', 'person_id', 'duty', 'person.name', 'person.phone', 'person.availability'])
    .orderBy('position')
    .execute();
  const vehicles = await db.selectFrom('vehicle').selectAll().orderBy('id').execute();
  const live = await liveInstructions(db);
  const out = teamsOut(live);
  const away = peopleOut(live);
  return groups.map((g) => ({
    id: g.id,
    name: g.name,
    unitId: g.unit_id,
    unitName: g.unit_name,
    people: inRingingOrder(
      members
        .filter((m) => m.group_id === g.id)
        .map((m) => ({
          personId: m.person_id,
          name: m.name,
          phone: m.phone,
          availability: m.availability as Availability,
          duty: m.duty as GroupPerson['duty'],
          outFor: m.duty === 'deputyInCharge' || m.duty === 'responsible' ? null : (away.get(m.name) ?? null),
        })),
    ),
    vehicles: vehicles
      .filter((v) => v.group_id === g.id)
      .map((v) => ({ plate: v.plate, marked: v.marked === 1 })),
    // The people of a unit are its group's: sent by either name they are out.
    out: out
      .filter((o) => o.to.id === g.id || o.to.id === g.unit_id)
      .filter((o, n, all) => all.findIndex((each) => each.instructionId === o.instructionId) === n)
      .map(({ instructionId, number, place }) => ({ instructionId, number, place })),
  }));
}

/**
 * Whether anybody of a target can go (在岗 or 备勤); undefined where the desk knows nobody of it by name. Who is out with a
 * team only shows as such: the same people are sent on from one call to the next all night.
 */
export async function anybodyAvailable(
  db: Kysely<Database>,
  to: { kind: 'unit' | 'group'; id: string },
): Promise<boolean | undefined> {
  const people =
    to.kind === 'group'
      ? await db
          .selectFrom('group_member')
          .innerJoin('person', 'person.id', 'group_member.person_id')
          .select('person.availability')
          .where('group_id', '=', to.id)
          .where('duty', 'in', ['leader', 'deputyLeader', 'member'])
          .where('person.active', '=', 1)
          .execute()
      : await db
          .selectFrom('person')
          .select('availability')
          .where('unit_id', '=', to.id)
          .where('active', '=', 1)
          .execute();
  if (people.length === 0) return undefined;
  return people.some((p) => p.availability === 'onDuty' || p.availability === 'standby');
}

/**
 * Names of the deputies in charge (分管领导) who answer for an instruction: those of the groups sent, a unit's by its
 * group; before anything is sent, or when nobody answers for what was sent, that of the category's group; else anyone's.
 */
export async function deputiesFor(db: Kysely<Database>, i: Instruction): Promise<string[]> {
  const deputies = await db
    .selectFrom('group_member')
    .innerJoin('person', 'person.id', 'group_member.person_id')
    .innerJoin('action_group', 'action_group.id', 'group_member.group_id')
    .leftJoin('category', (join) =>
      join.onRef('category.group_id', '=', 'action_group.id').on('category.no', '=', i.categoryNo),
    )
    .select(['person.name', 'group_member.group_id', 'action_group.unit_id', 'category.no'])
    .where('duty', '=', 'deputyInCharge')
    .execute();
  const sent = new Set(i.dispatches.map((d) => d.to.id));
  const ofSent = deputies.filter((d) => sent.has(d.group_id) || sent.has(d.unit_id));
  const ofCategory = deputies.filter((d) => d.no !== null);
  const answering = [ofSent, ofCategory, deputies].find((list) => list.length > 0) ?? [];
  return answering.map((d) => d.name);
}
