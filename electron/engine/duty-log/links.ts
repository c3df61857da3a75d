import { type Kysely, sql } from 'kysely';
import { type LinkInput, type LogLink, numbersIn } from '../../../shared/duty-log/links.ts';
import { invalid } from '../../../shared/errors.ts';
import type { Database } from '../db/schema.ts';
import type { Tx } from '../db/transaction.ts';
import { newId } from '../ids.ts';

const LABEL_LETTERS = 30;

type LinkRow = LogLink & { entryId: string };

/** The links of these entries, by entry, with the words by which their targets are known now. */
export async function linksOf(
  db: Kysely<Database>,
  entryIds: readonly string[],
): Promise<Map<string, LogLink[]>> {
  const { rows } = await sql<LinkRow>`
    SELECT l.entry_id AS entryId, l.kind, l.target_id AS targetId, coalesce(
      CASE l.kind WHEN 'instruction' THEN (SELECT i.number || ' ' || json_extract(i.record, '$.place') FROM instruction i WHERE i.id = l.target_id)
        WHEN 'supply' THEN (SELECT s.name FROM supply_item s WHERE s.id = l.target_id)
        ELSE (SELECT substr(iif(e.title = '', e.text, e.title), 1, ${LABEL_LETTERS}) FROM log_entry e WHERE e.id = l.target_id) END, '') AS label
    FROM log_link l WHERE l.entry_id IN (SELECT value FROM json_each(${JSON.stringify(entryIds)})) ORDER BY l.id`.execute(
    db,
  );
  const links = new Map<string, LogLink[]>();
  for (const { entryId, kind, targetId, label } of rows)
    links.set(entryId, [...(links.get(entryId) ?? []), { kind, targetId, label }]);
  return links;
}

const tables = { instruction: 'instruction', supply: 'supply_item', entry: 'log_entry' } as const;

async function exists(tx: Tx, { kind, targetId }: LinkInput): Promise<boolean> {
  const row = await tx.db.selectFrom(tables[kind]).select('id').where('id', '=', targetId).executeTakeFirst();
  return row !== undefined;
}

/** Links an entry to records of the desk, each once; a target that is not there is `invalid: unknownLink`. */
export async function addLinks(tx: Tx, entryId: string, links: readonly LinkInput[]): Promise<void> {
  const known = new Set(
    (await linksOf(tx.db, [entryId])).get(entryId)?.map((l) => `${l.kind} ${l.targetId}`),
  );
  for (const [n, link] of links.entries()) {
    const key = `${link.kind} ${link.targetId}`;
    if (known.has(key)) continue;
    const toItself = link.kind === 'entry' && link.targetId === entryId;
    if (toItself || !(await exists(tx, link))) throw invalid(['links', n, 'targetId'], 'unknownLink');
    known.add(key);
    await tx.insert('log_link', {
      id: newId(),
      entry_id: entryId,
      kind: link.kind,
      target_id: link.targetId,
      actor_id: tx.actorId ?? '',
      recorded_at: tx.nowMs,
    });
  }
}

/** The instructions whose running numbers a text names. */
export async function namedInstructions(tx: Tx, text: string): Promise<LinkInput[]> {
  const numbers = numbersIn(text);
  if (numbers.length === 0) return [];
  const rows = await tx.db
    .selectFrom('instruction')
    .select('id')
    .where('number', 'in', numbers.slice(0, 20))
    .execute();
  return rows.map((r) => ({ kind: 'instruction' as const, targetId: r.id }));
}
