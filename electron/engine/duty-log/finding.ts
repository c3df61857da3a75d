import type { Kysely } from 'kysely';
import { movesDeadline, paperOwed } from '../../../shared/duty-log/paper-case.ts';
import type { LogEntry } from '../../../shared/duty-log/types.ts';
import type { FoundField } from '../../../shared/search/find.ts';
import type { Database } from '../db/schema.ts';
import { factKeys, unitsNamed } from '../search/facts.ts';
import type { Doc } from '../search/index.ts';
import { initialsIn, joinedNumbers } from '../search/names.ts';
import { entriesById } from './store.ts';
import { detailed } from './urgent-papers.ts';

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

/**
 * Something of it was promised and is not done, or it stands among the papers in hand. An urgent paper of a version that
 * knew no steps (`formerVersion`) owes nothing until a correction moves its deadline, as `untoldPapers` has it.
 */
export function isOpenEntry(e: LogEntry, formerVersion: boolean): boolean {
  if (e.followUps.some((f) => f.doneAtMs === null)) return true;
  const knowsSteps = !formerVersion || e.steps.length > 0;
  if (!knowsSteps && !e.corrections.some((c) => movesDeadline(c.changes))) return false;
  // Until when does not matter here, only whether.
  return paperOwed(e, 0).length > 0;
}

type Known = {
  units: readonly { id: string; name: string }[];
  personIds: readonly string[];
  formerVersion: boolean;
};

/** An entry as the index takes it. */
export function entryDoc(e: LogEntry, { units, personIds, formerVersion }: Known): Doc {
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
      open: isOpenEntry(e, formerVersion),
    }),
  };
}

/** These entries as the index takes them. */
export async function entryDocs(db: Kysely<Database>, ids: readonly string[]): Promise<Doc[]> {
  const entries = await entriesById(db, ids);
  const units = await db.selectFrom('unit').select(['id', 'name']).execute();
  const writers = await writersOf(db, ids);
  const withDetails = await detailed(db, ids);
  return entries.map((e) =>
    entryDoc(e, {
      units,
      personIds: [e.actorId, ...(writers.get(e.id) ?? [])],
      formerVersion: !withDetails.has(e.id),
    }),
  );
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
