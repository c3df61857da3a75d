import type { AuditedTable } from './schema.ts';

/** Every audited table; `Record` makes a forgotten one a type error. */
const audited: Record<AuditedTable, true> = {
  setting: true,
  unit: true,
  grid: true,
  category: true,
  person: true,
  counter: true,
  action_group: true,
  group_member: true,
  vehicle: true,
  shift: true,
  shift_member: true,
  attendance: true,
  desk_holding: true,
  log_entry: true,
  log_correction: true,
  follow_up: true,
  instruction: true,
  instruction_event: true,
  alarm: true,
  supply_item: true,
  supply_movement: true,
  handover: true,
  handover_item: true,
  handover_count: true,
  handover_preparation: true,
  signature: true,
  sealed_document: true,
  phrase: true,
  disposition_code: true,
  number_block: true,
  number_spoiled: true,
  alarm_escalation: true,
  paper_log: true,
  log_detail: true,
  log_link: true,
  log_step: true,
  log_correction_detail: true,
  attachment: true,
  post_absence: true,
  reading_signature: true,
  carry_item: true,
  carry_change: true,
  emergency_plan: true,
  posture_change: true,
  posture_step: true,
};

/** The names of all tables whose rows stand in the chain. */
export const auditedTables = Object.keys(audited) as readonly AuditedTable[];

/** Whether a name in a payload is such a table: `credential` and tables of a newer program are not. */
export const isAudited = (table: string): table is AuditedTable => table in audited;
