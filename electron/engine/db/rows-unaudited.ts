import type { Generated } from 'kysely';

/** Tables that are no part of the audit chain: secrets, replies by request, the chain itself, and what serves finding. */
export type CredentialRow = {
  id: string;
  person_id: string;
  kind: 'password' | 'pin';
  salt: string;
  hash: string;
  failures: number;
  retry_at: number;
};
export type RequestRow = { id: string; path: string; actor_id: string | null; at: number; result: string };
export type AuditRow = {
  seq: number;
  at: number;
  actor_id: string | null;
  action: string;
  entity: string;
  entity_id: string;
  payload: string;
  prev_hash: string;
  hash: string;
};
/** Derived tables for finding: rebuilt from the record, no part of the chain. */
export type SearchDocRow = { rid: Generated<number>; kind: string; subject_id: string; at: number };
export type KnownPlaceRow = {
  place: string;
  initials: string;
  zone: 'mainUrban' | 'other';
  grid_no: string | null;
  uses: number;
  last_at: number;
};
