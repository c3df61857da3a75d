import type { Kysely } from 'kysely';
import type { NightRule } from '../../../shared/allowance/nights.ts';
import type { AllowancePerson } from '../../../shared/allowance/people.ts';
import { readRecord } from '../../../shared/instructions/record.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { PersonKind } from '../../../shared/people/types.ts';
import { type Site, siteSchema } from '../../../shared/settings/types.ts';
import { DAY } from '../../../shared/time/zone.ts';
import type { Database } from '../db/schema.ts';
import { receivedBetween } from '../timeliness/store.ts';

/** An outing may begin this long after the receipt or the order, and a shift is looked at this much around a month. */
const SLACK_MS = 3 * DAY;

/** Night windows and rates as they stood, oldest first; the present site when none was ever stored. */
export async function nightRules(db: Kysely<Database>, present: Site): Promise<NightRule[]> {
  const rows = await db
    .selectFrom('setting')
    .select(['value', 'effective_from'])
    .where('kind', '=', 'site')
    .orderBy('effective_from')
    .orderBy('id')
    .execute();
  const rule = (site: Site, fromMs: number): NightRule => ({
    fromMs,
    night: site.night,
    rateFen: site.nightAllowanceFen,
  });
  const rules = rows.map((row) => rule(siteSchema.parse(JSON.parse(row.value)), row.effective_from));
  return rules.length > 0 ? rules : [rule(present, 0)];
}

/**
 * Everyone on file, also those who left: their nights were worked. Kind, unit and groups are those of now, also for a month long
 * past: who has become a regular since is no longer paid for it, so a month is to be printed before such a change.
 */
export async function allowancePeople(db: Kysely<Database>): Promise<AllowancePerson[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('unit', 'unit.id', 'person.unit_id')
    .select(['person.id', 'staff_no', 'person.name', 'kind', 'unit_id', 'unit.name as unit_name'])
    .orderBy('staff_no')
    .execute();
  const members = await db.selectFrom('group_member').select(['person_id', 'group_id']).execute();
  return rows.map((r) => ({
    id: r.id,
    staffNo: r.staff_no,
    name: r.name,
    kind: r.kind as PersonKind,
    unitId: r.unit_id,
    unitName: r.unit_name,
    groupIds: members.filter((m) => m.person_id === r.id).map((m) => m.group_id),
  }));
}

/** The unit behind each action group. */
export async function groupUnits(db: Kysely<Database>): Promise<Map<string, string>> {
  const rows = await db.selectFrom('action_group').select(['id', 'unit_id']).execute();
  return new Map(rows.map((r) => [r.id, r.unit_id]));
}

/**
 * Every instruction whose teams may have been out in `[fromMs, toMs)`: received around it, or one received earlier that a shift
 * of those days sent a team for.
 */
export async function outingsAround(
  db: Kysely<Database>,
  fromMs: number,
  toMs: number,
): Promise<Instruction[]> {
  const received = await receivedBetween(db, fromMs - SLACK_MS, toMs + SLACK_MS);
  const known = new Set(received.map((i) => i.id));
  const shifts = await db
    .selectFrom('shift')
    .select('id')
    .where('planned_start', '<', toMs + SLACK_MS)
    .where('planned_end', '>', fromMs - SLACK_MS)
    .execute();
  const earlier: Instruction[] = [];
  for (const shift of shifts) {
    const rows = await db
      .selectFrom('instruction_event')
      .innerJoin('instruction', 'instruction.id', 'instruction_event.instruction_id')
      .select(['instruction.id', 'instruction.record'])
      .distinct()
      .where('instruction_event.shift_id', '=', shift.id)
      .where('action', '=', 'dispatch')
      .where('instruction.received_at', '<', fromMs - SLACK_MS)
      .execute();
    for (const row of rows) {
      if (!known.has(row.id)) earlier.push(readRecord(row.record));
      known.add(row.id);
    }
  }
  return [...earlier, ...received];
}

/** Ids of one query: SQLite binds up to 32,766. */
const CHUNK = 1000;

/** When events recorded a result or a closing of these instructions, oldest first, by instruction. */
export async function endsOf(
  db: Kysely<Database>,
  instructions: readonly Instruction[],
): Promise<Map<string, number[]>> {
  const ends = new Map<string, number[]>();
  for (let from = 0; from < instructions.length; from += CHUNK) {
    const ids = instructions.slice(from, from + CHUNK).map((i) => i.id);
    const rows = await db
      .selectFrom('instruction_event')
      .select(['instruction_id', 'recorded_at'])
      .where('instruction_id', 'in', ids)
      .where('action', 'in', ['resolve', 'close'])
      .orderBy('recorded_at')
      .execute();
    for (const row of rows)
      ends.set(row.instruction_id, [...(ends.get(row.instruction_id) ?? []), row.recorded_at]);
  }
  return ends;
}
