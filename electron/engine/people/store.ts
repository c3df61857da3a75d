import type { Kysely } from 'kysely';
import { notFound } from '../../../shared/errors.ts';
import type { Role } from '../../../shared/people/roles.ts';
import type { Availability, Person, PersonInput, PersonKind } from '../../../shared/people/types.ts';
import type { Actor } from '../context.ts';
import type { Database, PersonRow } from '../db/schema.ts';
import { holdersOf } from './credentials.ts';

export const rolesOf = (row: Pick<PersonRow, 'roles'>): Role[] => JSON.parse(row.roles) as Role[];

/** Who acts, for the check of rights; undefined for an unknown or departed person. */
export async function findActor(db: Kysely<Database>, id: string): Promise<Actor | undefined> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'name', 'roles', 'active'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && row.active === 1 ? { id: row.id, name: row.name, roles: rolesOf(row) } : undefined;
}

/** Everyone, in the order of staff numbers. */
export async function listPeople(db: Kysely<Database>): Promise<Person[]> {
  const [passwords, pins] = [await holdersOf(db, 'password'), await holdersOf(db, 'pin')];
  const rows = await db
    .selectFrom('person')
    .innerJoin('unit', 'unit.id', 'person.unit_id')
    .selectAll('person')
    .select('unit.name as unit_name')
    .orderBy('staff_no')
    .execute();
  return rows.map((r) => ({
    id: r.id,
    staffNo: r.staff_no,
    name: r.name,
    unitId: r.unit_id,
    unitName: r.unit_name,
    title: r.title,
    kind: r.kind as PersonKind,
    phone: r.phone,
    roles: rolesOf(r),
    availability: r.availability as Availability,
    active: r.active === 1,
    hasPassword: passwords.has(r.id),
    hasPin: pins.has(r.id),
    version: r.version,
  }));
}

/** One person; `notFound` when there is none. */
export async function getPerson(db: Kysely<Database>, id: string): Promise<Person> {
  const person = (await listPeople(db)).find((p) => p.id === id);
  if (!person) throw notFound('person');
  return person;
}

/** Names by id, for lists that show who did a thing. */
export async function peopleNames(db: Kysely<Database>): Promise<Map<string, string>> {
  const rows = await db.selectFrom('person').select(['id', 'name']).execute();
  return new Map(rows.map((r) => [r.id, r.name]));
}

/** The columns that a person's form fills. */
export const personColumns = (input: PersonInput) => ({
  staff_no: input.staffNo,
  name: input.name,
  unit_id: input.unitId,
  title: input.title,
  kind: input.kind,
  phone: input.phone,
  roles: JSON.stringify(input.roles),
  active: input.active ? 1 : 0,
});
