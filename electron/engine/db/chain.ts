import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { AuditRow } from './schema.ts';

/** The `prev_hash` of the first event. */
export const GENESIS = '0'.repeat(64);

export type ChainLink = {
  seq: number;
  at: number;
  actor: string | null;
  action: string;
  entity: string;
  entityId: string;
  payload: unknown;
};

/** RFC 8785 canonical JSON. Throws on what JSON cannot say. */
export function jcs(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('not JSON');
  return text;
}

/** sha256_hex(prev_hash + "\n" + JCS(link)): anyone can recompute it in 20 lines of another language. */
export function linkHash(prevHash: string, link: ChainLink): string {
  return createHash('sha256')
    .update(`${prevHash}\n${jcs(link)}`)
    .digest('hex');
}

/** The link that a stored event stands for. */
export const linkOf = (row: AuditRow): ChainLink => ({
  seq: row.seq,
  at: row.at,
  actor: row.actor_id,
  action: row.action,
  entity: row.entity,
  entityId: row.entity_id,
  payload: JSON.parse(row.payload) as unknown,
});

/** The hash a stored event should have. */
export const rowHash = (row: AuditRow): string => linkHash(row.prev_hash, linkOf(row));
