import type { Kysely } from 'kysely';
import type { InstructionFilter } from '../../../shared/instructions/filter.ts';
import { lifecycle } from '../../../shared/instructions/lifecycle.ts';
import { stateWords, zoneWords } from '../../../shared/papers/words.ts';
import type { Database } from '../db/schema.ts';
import { listCategories } from '../settings/store.ts';

/** Which instructions a register shows, in words for its head; `全部指令` without a filter. */
export async function registerTitle(db: Kysely<Database>, filter: InstructionFilter): Promise<string> {
  const { fromDay, toDay, states } = filter;
  const parts = [
    filter.dutyDay === null ? '' : `值班日 ${filter.dutyDay}`,
    daysText(fromDay, toDay),
    statesText(states),
    filter.categoryNo === null ? '' : `类别：${await categoryName(db, filter.categoryNo)}`,
    filter.targetId === null ? '' : `承办：${await targetName(db, filter.targetId)}`,
    filter.zone === null ? '' : zoneWords[filter.zone],
    filter.late ? '有队伍迟到' : '',
    filter.words === '' ? '' : `含“${filter.words}”`,
  ].filter(Boolean);
  return parts.length === 0 ? '全部指令' : parts.join(' · ');
}

function daysText(from: string | null, to: string | null): string {
  if (from === null && to === null) return '';
  if (from === to) return `${from} 签收`;
  if (from === null) return `${to} 及以前签收`;
  return to === null ? `${from} 起签收` : `${from} 至 ${to} 签收`;
}

function statesText(states: InstructionFilter['states']): string {
  if (states.length === 0) return '';
  const open = lifecycle.notify;
  if (states.length === open.length && open.every((s) => states.includes(s))) return '在办';
  return states.map((s) => stateWords[s]).join('、');
}

async function categoryName(db: Kysely<Database>, no: number): Promise<string> {
  return (await listCategories(db)).find((c) => c.no === no)?.short ?? String(no);
}

async function targetName(db: Kysely<Database>, id: string): Promise<string> {
  for (const table of ['action_group', 'unit'] as const) {
    const row = await db.selectFrom(table).select('name').where('id', '=', id).executeTakeFirst();
    if (row) return row.name;
  }
  return id;
}
