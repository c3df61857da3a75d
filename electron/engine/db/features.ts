import type { AuditedTable } from './schema.ts';

/**
 * Which procedures of the contract show what is in a table: the window refreshes these after a change, and nothing else.
 * The timeliness of a period is read from all its instructions: its page asks for it again by the clock, not at every change.
 */
const shownBy: Record<AuditedTable | 'credential', readonly string[]> = {
  credential: ['people', 'setup'],
  setting: ['settings', 'setup', 'desk', 'timeliness', 'allowance'],
  unit: ['settings'],
  grid: ['settings'],
  category: ['settings'],
  person: ['people', 'setup', 'groups', 'shifts', 'allowance'],
  counter: [],
  action_group: ['groups'],
  group_member: ['groups'],
  vehicle: ['groups'],
  shift: ['shifts', 'desk', 'handover', 'dutyLog'],
  shift_member: ['shifts', 'desk', 'handover'],
  attendance: ['shifts'],
  desk_holding: ['shifts', 'desk'],
  log_entry: ['dutyLog', 'handover'],
  log_correction: ['dutyLog', 'handover'],
  follow_up: ['followUps', 'dutyLog', 'handover'],
  instruction: ['instructions', 'dutyLog', 'handover', 'groups', 'numbers', 'allowance'],
  instruction_event: ['instructions', 'dutyLog'],
  alarm: ['alarms'],
  supply_item: ['supplies', 'handover'],
  supply_movement: ['supplies', 'handover'],
  handover: ['handover'],
  handover_item: ['handover'],
  handover_count: ['handover'],
  handover_preparation: ['handover'],
  signature: ['handover'],
  sealed_document: ['handover', 'archive'],
  phrase: ['dictionary'],
  disposition_code: ['dictionary'],
  number_block: ['numbers'],
  number_spoiled: ['numbers'],
  alarm_escalation: ['alarms'],
  paper_log: ['papers'],
  log_detail: ['dutyLog', 'handover'],
  log_link: ['dutyLog'],
  log_step: ['dutyLog', 'handover'],
  log_correction_detail: ['dutyLog'],
  attachment: ['dutyLog'],
  post_absence: ['shifts', 'handover'],
  reading_signature: ['handover', 'dutyLog', 'archive'],
  carry_item: ['handover'],
  carry_change: ['handover'],
  emergency_plan: ['posture'],
  posture_change: ['posture', 'desk', 'handover', 'shifts'],
  posture_step: ['posture'],
};

/** The features to refresh after these tables changed, each once. */
export const featuresOf = (tables: readonly (AuditedTable | 'credential')[]): string[] => [
  ...new Set(tables.flatMap((t) => shownBy[t])),
];
