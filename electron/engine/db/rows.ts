/** Row types of every table, as stored: integers for times and booleans, JSON as text. */
type Versioned = { version: number };

export type SettingRow = {
  id: string;
  kind: 'site' | 'limits';
  value: string;
  effective_from: number;
  recorded_at: number;
};
export type UnitRow = { id: string; name: string; head: string; phone: string };
export type GridRow = {
  id: string;
  no: string;
  name: string;
  zone: 'mainUrban' | 'other';
  lead: string;
  bounds: string;
};
export type CategoryRow = {
  id: string;
  no: number;
  text: string;
  short: string;
  unit_id: string;
  group_id: string;
};
export type PersonRow = Versioned & {
  id: string;
  staff_no: string;
  name: string;
  unit_id: string;
  title: string;
  kind: string;
  phone: string;
  roles: string;
  availability: string;
  active: number;
};
export type CounterRow = { id: string; value: number };
export type ActionGroupRow = { id: string; name: string; unit_id: string };
export type GroupMemberRow = {
  id: string;
  group_id: string;
  person_id: string;
  duty: string;
  position: number;
};
export type VehicleRow = { id: string; group_id: string; plate: string; marked: number };
export type ShiftRow = Versioned & {
  id: string;
  duty_day: string;
  status: 'planned' | 'holding' | 'relieved' | 'dropped';
  planned_start: number;
  planned_end: number;
  taken_at: number | null;
  relieved_at: number | null;
  extra_reason: string;
};
export type ShiftMemberRow = Versioned & {
  id: string;
  shift_id: string;
  person_id: string;
  duty: string;
  position: number;
  signed_in_at: number | null;
  signed_out_at: number | null;
  late_minutes: number | null;
};
export type AttendanceRow = {
  id: string;
  shift_id: string;
  person_id: string;
  kind: 'in' | 'out' | 'substitute';
  at: number;
  reason: string;
  actor_id: string | null;
};
export type DeskHoldingRow = { id: string; shift_id: string; from_ms: number; to_ms: number | null };
export type LogEntryRow = {
  id: string;
  shift_id: string;
  kind: string;
  occurred_at: number;
  recorded_at: number;
  source: string;
  phone: string;
  title: string;
  urgency: string | null;
  called_at: number | null;
  answered_at: number | null;
  received_by: string;
  handling: string;
  important: number;
  text: string;
  actor_id: string;
};
export type LogCorrectionRow = {
  id: string;
  entry_id: string;
  text: string;
  reason: string;
  actor_id: string;
  recorded_at: number;
};
export type FollowUpRow = Versioned & {
  id: string;
  source: 'log' | 'instruction';
  source_id: string;
  label: string;
  text: string;
  owner: string;
  due_at: number;
  recorded_at: number;
  done_at: number | null;
  done_text: string;
};
export type InstructionRow = Versioned & {
  id: string;
  number: string;
  state: string;
  open: number;
  received_at: number;
  shift_id: string;
  duplicate_of: string | null;
  words: string;
  record: string;
};
export type InstructionEventRow = {
  id: string;
  instruction_id: string;
  position: number;
  action: string;
  input: string;
  resolved: string;
  actor_id: string | null;
  shift_id: string;
  occurred_at: number;
  recorded_at: number;
};
export type AlarmRow = Versioned & {
  id: string;
  class: string;
  level: number;
  subject_id: string;
  instruction_id: string | null;
  number: string;
  place: string;
  due_at: number;
  raised_at: number;
  repeat: number;
  missed: number;
  settled_at: number | null;
  ack_by: string | null;
  ack_at: number | null;
};
export type SupplyItemRow = Versioned & {
  id: string;
  name: string;
  unit_id: string;
  measure: string;
  minimum: number;
  place: string;
  custodian_id: string;
  key: number;
};
export type SupplyMovementRow = {
  id: string;
  item_id: string;
  kind: string;
  quantity: number;
  delta: number;
  balance_after: number;
  recipient: string;
  purpose: string;
  instruction_id: string | null;
  due_at: number | null;
  issue_id: string | null;
  condition: string;
  reason: string;
  occurred_at: number;
  actor_id: string | null;
};
export type HandoverRow = Versioned & {
  id: string;
  number: string;
  status: string;
  outgoing_shift_id: string;
  incoming_shift_id: string;
  extra_reason: string;
  withdrawn_reason: string;
  frozen_at: number;
  signed_at: number | null;
  late: number;
  late_minutes: number;
  snapshot: string;
  addenda: string;
  open_at: string;
  document_sha256: string | null;
};
export type HandoverItemRow = Versioned & {
  id: string;
  handover_id: string;
  position: number;
  kind: string;
  subject_id: string;
  label: string;
  place: string;
  detail: string;
  owed: string;
  owner: string;
  due_at: number | null;
  decision: string | null;
  reason: string;
};
export type HandoverCountRow = Versioned & {
  id: string;
  handover_id: string;
  item_id: string;
  counted: number;
};
export type PreparationRow = Versioned & { id: string; value: string };
export type SignatureRow = {
  id: string;
  handover_id: string;
  side: 'outgoing' | 'incoming';
  person_id: string;
  at: number;
};
export type SealedDocumentRow = { id: string; kind: string; subject_id: string; bytes: number; at: number };
export type PhraseRow = Versioned & {
  id: string;
  field: string;
  text: string;
  initials: string;
  position: number;
  active: number;
};
export type DispositionCodeRow = Versioned & { id: string; text: string; position: number; active: number };
export type NumberBlockRow = {
  id: string;
  year: string;
  first: number;
  last: number;
  reason: string;
  reserved_at: number;
  actor_id: string;
};
export type NumberSpoiledRow = {
  id: string;
  number: string;
  block_id: string;
  reason: string;
  at: number;
  actor_id: string;
};
export type AlarmEscalationRow = {
  id: string;
  alarm_id: string;
  step: 'shiftLead' | 'leaderOnDuty';
  person: string;
  due_at: number;
  at: number;
  missed: number;
};
export type PaperLogRow = {
  id: string;
  kind: string;
  title: string;
  means: 'pdf' | 'print' | 'open' | 'xlsx';
  at: number;
  actor_id: string;
};
