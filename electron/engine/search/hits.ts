import { type Kysely, sql } from 'kysely';
import { isOpen } from '../../../shared/instructions/lifecycle.ts';
import type { Instruction } from '../../../shared/instructions/types.ts';
import type { FoundField, Hit } from '../../../shared/search/find.ts';
import type { Database } from '../db/schema.ts';
import { isOpenSheet, leadsOf, sheetText } from '../handover/finding.ts';
import { getHandover } from '../handover/store.ts';
import { recordsOf } from '../instructions/similar.ts';
import { itemsFound, movementsFound } from '../supplies/finding.ts';
import { entryHits, type FoundRow } from './entry-hits.ts';
import { type Body, blank, shown, shownName, shownText } from './showing.ts';

type Runs = readonly string[];

/** What is shown of these records, in their order; each kind is read at once. */
export async function hitsOf(db: Kysely<Database>, docs: readonly FoundRow[], runs: Runs): Promise<Hit[]> {
  const ids = (kind: FoundRow['kind']) => docs.filter((d) => d.kind === kind).map((d) => d.id);
  const bodies = [
    ...(await entryHits(
      db,
      docs.filter((d) => d.kind === 'entry'),
      runs,
    )),
    ...(await instructionHits(db, ids('instruction'), runs)),
    ...(await itemHits(db, ids('item'), runs)),
    ...(await movementHits(db, ids('movement'), runs)),
    ...(await handoverHits(db, ids('handover'), runs)),
  ];
  const byId = new Map(bodies.map((body) => [body.id, body]));
  return docs.flatMap((doc) => {
    const body = byId.get(doc.id);
    return body ? [{ ...body, atMs: doc.at }] : [];
  });
}

const joined = (values: readonly (string | undefined)[]) => values.filter(Boolean).join(' ');

const instructionFields = (i: Instruction): [FoundField, string][] => [
  ['text', i.text],
  [
    'handling',
    joined([i.disposition?.text, i.declined?.text, i.voided?.reason, i.transfer?.to, i.transfer?.receiver]),
  ],
  [
    'team',
    joined(
      i.dispatches.flatMap((d) => [
        d.to.name,
        d.takenBy,
        ...d.members,
        d.sceneText,
        ...d.explanations.map((e) => e.reason),
      ]),
    ),
  ],
  ['followUp', joined([...i.followUps, ...i.orders].flatMap((f) => [f.owner, f.text]))],
  ['step', joined([...i.notices, ...i.orders].map((n) => n.who))],
];

async function instructionHits(db: Kysely<Database>, ids: readonly string[], runs: Runs): Promise<Body[]> {
  if (ids.length === 0) return [];
  const records = await recordsOf(db, ids);
  const names = await namesOf(
    db,
    records.map((i) => i.receivedBy),
  );
  return records.map((i) => ({
    ...blank,
    kind: 'instruction',
    id: i.id,
    state: i.state,
    open: isOpen(i.state),
    label: shown(joined([i.number, i.centreNo]), runs),
    place: shown(i.place, runs),
    who: shownName(i.caller, runs),
    phone: shown(i.phone, runs),
    by: shownName(names.get(i.receivedBy) ?? '', runs),
    ...shownText(instructionFields(i), runs),
  }));
}

async function namesOf(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`SELECT id, name FROM person
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(db);
  return new Map(rows.map((r) => [r.id, r.name]));
}

async function itemHits(db: Kysely<Database>, ids: readonly string[], runs: Runs): Promise<Body[]> {
  if (ids.length === 0) return [];
  return (await itemsFound(db, ids)).map((i) => ({
    ...blank,
    kind: 'supply',
    id: i.id,
    state: 'item',
    open: false,
    label: shownName(i.name, runs),
    place: shown(i.place, runs),
    by: shownName(i.custodian, runs),
    itemId: i.id,
    ...shownText([['text', i.unit]], runs),
  }));
}

async function movementHits(db: Kysely<Database>, ids: readonly string[], runs: Runs): Promise<Body[]> {
  if (ids.length === 0) return [];
  return (await movementsFound(db, ids)).map((m) => ({
    ...blank,
    kind: 'supply',
    id: m.id,
    state: m.kind,
    open: m.open === 1,
    label: shownName(`${m.item} ×${m.quantity}${m.measure}`, runs),
    who: shownName(m.recipient, runs),
    by: shownName(m.actor ?? '', runs),
    itemId: m.item_id,
    ...shownText([['text', joined([m.purpose, m.number ?? '', m.condition, m.reason])]], runs),
  }));
}

async function handoverHits(db: Kysely<Database>, ids: readonly string[], runs: Runs): Promise<Body[]> {
  const hits: Body[] = [];
  for (const id of ids) {
    const h = await getHandover(db, id);
    const leads = await leadsOf(db, h);
    hits.push({
      ...blank,
      kind: 'paper',
      id,
      state: h.status,
      open: isOpenSheet(h),
      label: shown(h.number, runs),
      who: shownName(`${leads.outgoing} → ${leads.incoming}`, runs),
      dutyDay: h.snapshot.dutyDay,
      ...shownText(
        [
          ['text', sheetText(h)],
          ['detail', joined([h.documentSha256 ?? '', h.chain?.head])],
        ],
        runs,
      ),
    });
  }
  return hits;
}
