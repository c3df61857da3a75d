import type { Kysely } from 'kysely';
import { invalid, notAllowed, notFound } from '../../../shared/errors.ts';
import type { PersonInput } from '../../../shared/people/types.ts';
import { type Context, change, requireActor } from '../context.ts';
import type { Database } from '../db/schema.ts';
import { newId } from '../ids.ts';
import type { Deps } from '../router.ts';
import { checkSecret, hashSecret, proveOnce, storeSecret } from './credentials.ts';
import { getPerson, listPeople, personColumns, rolesOf } from './store.ts';

async function signedIn(context: Context, personId: string) {
  const row = await context.db.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst();
  if (!row || row.active === 0) throw notAllowed('left');
  return { id: row.id, staffNo: row.staff_no, name: row.name, roles: rolesOf(row) };
}

export const sessionHandlers = (os: Deps) => ({
  checkPassword: os.session.checkPassword.handler(async ({ input, context }) => {
    const row = await context.db
      .selectFrom('person')
      .select('id')
      .where('staff_no', '=', input.staffNo)
      .executeTakeFirst();
    if (!row) throw notAllowed('wrongPassword');
    await checkSecret(context, row.id, 'password', input.password);
    return signedIn(context, row.id);
  }),
  checkPin: os.session.checkPin.handler(async ({ input, context }) => {
    await checkSecret(context, input.personId, 'pin', input.pin);
    return signedIn(context, input.personId);
  }),
});

async function requireFreeStaffNo(db: Kysely<Database>, person: PersonInput, ownId: string): Promise<void> {
  const unit = await db.selectFrom('unit').select('id').where('id', '=', person.unitId).executeTakeFirst();
  if (!unit) throw invalid('unitId', 'unknownUnit');
  const other = await db
    .selectFrom('person')
    .select('id')
    .where('staff_no', '=', person.staffNo)
    .executeTakeFirst();
  if (other && other.id !== ownId) throw invalid('staffNo', 'duplicate', { value: person.staffNo });
}

/** Stores new secrets; hashing happens before the transaction because it is slow on purpose. */
async function setSecrets(context: Context, personId: string, secrets: { password?: string; pin?: string }) {
  const password = secrets.password === undefined ? null : await hashSecret(secrets.password);
  const pin = secrets.pin === undefined ? null : await hashSecret(secrets.pin);
  return change(context, async (tx) => {
    const person = await tx.db
      .selectFrom('person')
      .select('id')
      .where('id', '=', personId)
      .executeTakeFirst();
    if (!person) throw notFound('person');
    tx.about('person', personId);
    if (password) await storeSecret(tx, personId, 'password', password);
    if (pin) await storeSecret(tx, personId, 'pin', pin);
    return { ok: true as const };
  });
}

export const peopleHandlers = (os: Deps) => ({
  list: os.people.list.handler(({ context }) => listPeople(context.db)),
  create: os.people.create.handler(({ input, context }) =>
    change(context, async (tx) => {
      const id = newId();
      await requireFreeStaffNo(tx.db, input, id);
      tx.about('person', id);
      await tx.insert('person', { id, ...personColumns(input), availability: 'onDuty', version: 1 });
      return getPerson(tx.db, id);
    }),
  ),
  update: os.people.update.handler(({ input, context }) =>
    change(context, async (tx) => {
      await requireFreeStaffNo(tx.db, input.person, input.id);
      await requireAdminLeft(tx.db, input.id, input.person);
      tx.about('person', input.id);
      await tx.update('person', input.id, personColumns(input.person), input.version);
      return getPerson(tx.db, input.id);
    }),
  ),
  setCredential: os.people.setCredential.handler(({ input, context }) =>
    setSecrets(context, input.personId, input),
  ),
  changeOwn: os.people.changeOwn.handler(async ({ input, context }) => {
    const actor = requireActor(context);
    await proveOnce(context, actor.id, 'password', input.current);
    return setSecrets(context, actor.id, input);
  }),
});

/** The last administrator cannot lose the role or leave: nobody could give it back. */
async function requireAdminLeft(db: Kysely<Database>, id: string, next: PersonInput): Promise<void> {
  if (next.active && next.roles.includes('admin')) return;
  const others = (await listPeople(db)).filter((p) => p.id !== id && p.active && p.roles.includes('admin'));
  if (others.length === 0) throw invalid('roles', 'lastAdmin');
}
