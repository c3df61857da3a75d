import type { Kysely } from 'kysely';
import type { LogEntry } from '../../../shared/duty-log/types.ts';
import type { FoundField } from '../../../shared/search/find.ts';
import type { Database } from '../db/schema.ts';
import { factKeys, unitsNamed } from '../search/facts.ts';
import type { Doc } from '../search/index.ts';
import { initialsIn, joinedNumbers } from '../search/names.ts';
import { entriesById } from './store.ts';

const said = (values: readonly unknown[]) =>
  values.filter((v) => typeof v === 'string' && v !== '').join(' ');

/** The longer fields of an entry, in the order in which a hit looks for its words. */
export const entryFields = (e: LogEntry): [FoundField, string][] => [
  ['text', e.text],
  ['handling', e.handling],
  ['before', said([e.text === e.original ? '' : e.original, ...e.corrections.flatMap(superseded(e))])],
  ['step', said(e.steps.flatMap((s) => [s.who, s.text]))],
  ['detail', said(Object.values(e.details))],
  ['followUp', said(e.followUps.flatMap((f) => [f.owner, f.text, f.doneText]))],
  ['attachment', said([...e.attachments.map((a) => a.name), ...e.links.map((l) => l.label)])],
];

/** What a correction took away, and why. */
const superseded = (e: LogEntry) => (c: LogEntry['corrections'][number]) => [
  c.text === e.text ? '' : c.text,
  c.reason,
  ...c.changes.flatMap((change) => [change.before, change.after]),
];

/** Everybody named in an entry. */
const namesOf = (e: LogEntry) => [
  e.actorName,
  e.from,
  e.receivedBy,
  e.details.recipient,
  e.details.people,
  ...e.steps.flatMap((s) => [s.who, s.actorName]),
  ...e.corrections.map((c) => c.actorName),
  ...e.followUps.map((f) => f.owner),
];

/** Something of it was promised and is not done. */
export const isOpenEntry = (e: LogEntry): boolean => e.followUps.some((f) => f.doneAtMs === null);

type Known = { units: readonly { id: string; name: string }[]; personIds: readonly string[] };

/** An entry as the index takes it. */
export function entryDoc(e: LogEntry, { units, personIds }: Known): Doc {
  const [[, text] = ['', ''], ...rest] = entryFields(e);
  const other = said(rest.map(([, value]) => value));
  const names = namesOf(e);
  return {
    kind: 'entry',
    id: e.id,
    atMs: e.recordedAtMs,
    content: said([text, e.title]),
    note: said([e.phone.replace(/\D/g, ''), joinedNumbers(text), other, ...names, initialsIn(names)]),
    keys: factKeys({
      logKind: e.kind,
      personIds,
      unitIds: unitsNamed(units, said([e.from, text, e.title, other])),
      open: isOpenEntry(e),
    }),
  };
}

/** These entries as the index takes them. */
export async function entryDocs(db: Kysely<Database>, ids: readonly string[]): Promise<Doc[]> {
  const entries = await entriesById(db, ids);
  const units = await db.selectFrom('unit').select(['id', 'name']).execute();
  const writers = await writersOf(db, ids);
  return entries.map((e) => entryDoc(e, { units, personIds: [e.actorId, ...(writers.get(e.id) ?? [])] }));
}

/** Who corrected entries or added to them. */
async function writersOf(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, string[]>> {
  const corrected = db
    .selectFrom('log_correction')
    .select(['entry_id', 'actor_id'])
    .where('entry_id', 'in', ids);
  const rows = await corrected
    .unionAll(db.selectFrom('log_step').select(['entry_id', 'actor_id']).where('entry_id', 'in', ids))
    .execute();
  const writers = new Map<string, string[]>();
  for (const { entry_id, actor_id } of rows)
    writers.set(entry_id, [...(writers.get(entry_id) ?? []), actor_id]);
  return writers;
}
