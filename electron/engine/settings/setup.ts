import type { Kysely } from 'kysely';
import { conflict, DeskError, invalid } from '../../../shared/errors.ts';
import { readBureauFile } from '../../../shared/settings/bureau-file.ts';
import { defaultLimits, type Site } from '../../../shared/settings/types.ts';
import { change } from '../context.ts';
import type { Database } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { seedDictionary } from '../dictionary/store.ts';
import { newId } from '../ids.ts';
import { hashSecret, storeSecret } from '../people/credentials.ts';
import { listPeople } from '../people/store.ts';
import { seedPlans } from '../posture/store.ts';
import type { Deps } from '../router.ts';
import { loadBureau } from './bureau.ts';
import { siteAt } from './store.ts';

type Administrator = { staffNo: string; name: string; phone: string };

async function isConfigured(db: Kysely<Database>): Promise<boolean> {
  return (await db.selectFrom('person').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** A site typed by hand starts with one unit, the desk itself; everything else is added in the settings. */
async function startByHand(tx: Tx, site: Site): Promise<void> {
  await loadBureau(tx, {
    site,
    limits: defaultLimits,
    categories: [],
    actionGroups: [],
    grids: [],
    supplies: [],
    people: [],
    units: [{ name: site.deskName, head: '', phone: site.dutyPhone }],
  });
}

/** The administrator: somebody of the file, who then certainly may administer, or a new person in the first unit. */
async function putAdministrator(tx: Tx, admin: Administrator): Promise<string> {
  const known = await tx.db
    .selectFrom('person')
    .select(['id', 'roles', 'version'])
    .where('staff_no', '=', admin.staffNo)
    .executeTakeFirst();
  if (known) {
    const roles = JSON.parse(known.roles) as string[];
    if (!roles.includes('admin'))
      await tx.update('person', known.id, { roles: JSON.stringify([...roles, 'admin']) }, known.version);
    return known.id;
  }
  const unit = await tx.db.selectFrom('unit').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow();
  const id = newId();
  await tx.insert('person', {
    id,
    staff_no: admin.staffNo,
    name: admin.name,
    unit_id: unit.id,
    title: '',
    kind: 'regular',
    phone: admin.phone,
    roles: JSON.stringify(['admin', 'shiftLead', 'liaison', 'dutyOfficer']),
    availability: 'onDuty',
    active: 1,
    version: 1,
  });
  return id;
}

export const setupHandlers = (os: Deps) => ({
  status: os.setup.status.handler(async ({ context }) => {
    const site = await siteAt(context.db, context.nowMs);
    const people = await listPeople(context.db);
    return {
      configured: people.length > 0,
      siteName: site.name,
      deskName: site.deskName,
      people: people
        .filter((p) => p.active && (p.hasPassword || p.hasPin))
        .map(({ id, name, staffNo, hasPin }) => ({ id, name, staffNo, hasPin })),
    };
  }),
  initialise: os.setup.initialise.handler(async ({ input, context }) => {
    const read = input.bureauText === undefined ? null : readBureauFile(input.bureauText);
    if (read && 'errors' in read) {
      throw new DeskError('invalid', {
        issues: read.errors.map((e) => ({
          path: ['bureauText', e.path],
          message: e.message,
          params: e.params,
        })),
      });
    }
    const { site } = input;
    if (!read && !site) throw invalid('site', 'required');
    const [password, pin] = [
      await hashSecret(input.administrator.password),
      await hashSecret(input.administrator.pin),
    ];
    return change(context, async (tx) => {
      if (await isConfigured(tx.db)) throw conflict('alreadyConfigured');
      if (read) await loadBureau(tx, read.file);
      else if (site) await startByHand(tx, site);
      const personId = await putAdministrator(tx, input.administrator);
      await storeSecret(tx, personId, 'password', password);
      await storeSecret(tx, personId, 'pin', pin);
      await seedDictionary(tx);
      await seedPlans(tx);
      tx.about('site', personId);
      return { personId };
    });
  }),
});
