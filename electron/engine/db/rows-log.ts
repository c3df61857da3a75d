/** Row types of the duty log's and the handover's later tables, as stored. */
type Versioned = { version: number };

export type LogDetailRow = { id: string; value: string };
export type LogLinkRow = {
  id: string;
  entry_id: string;
  kind: 'instruction' | 'supply' | 'entry';
  target_id: string;
  actor_id: string;
  recorded_at: number;
};
export type LogStepRow = {
  id: string;
  entry_id: string;
  kind: 'reported' | 'proposal' | 'order' | 'result';
  who: string;
  text: string;
  follow_up_id: string | null;
  shift_id: string;
  occurred_at: number;
  recorded_at: number;
  actor_id: string;
};
export type LogCorrectionDetailRow = { id: string; value: string };
export type AttachmentRow = {
  id: string;
  entry_id: string;
  sha256: string;
  name: string;
  type: string;
  bytes: number;
  actor_id: string;
  recorded_at: number;
};
export type PostAbsenceRow = Versioned & {
  id: string;
  shift_id: string;
  person_id: string;
  from_ms: number;
  to_ms: number | null;
  reason: string;
  actor_id: string;
  recorded_at: number;
};
export type ReadingSignatureRow = {
  id: string;
  shift_id: string;
  person_id: string;
  remark: string;
  at: number;
};
export type CarryItemRow = Versioned & {
  id: string;
  section: string;
  text: string;
  owner: string;
  source_kind: 'typed' | 'entry';
  source_id: string;
  opened_shift_id: string;
  opened_at: number;
  ended_at: number | null;
  ended_text: string;
  ended_shift_id: string | null;
};
export type CarryChangeRow = {
  id: string;
  item_id: string;
  kind: 'opened' | 'edited' | 'ended';
  text: string;
  shift_id: string;
  actor_id: string;
  at: number;
};
export type EmergencyPlanRow = Versioned & {
  id: string;
  name: string;
  steps: string;
  position: number;
  active: number;
};
export type PostureChangeRow = {
  id: string;
  posture: 'routine' | 'emergency';
  plan_name: string;
  reason: string;
  shift_id: string;
  actor_id: string;
  at: number;
};
export type PostureStepRow = Versioned & {
  id: string;
  posture_id: string;
  position: number;
  text: string;
  note: string;
  done_at: number | null;
  done_by: string | null;
  dropped: number;
};
