import type {
  ActionGroupRow,
  AlarmEscalationRow,
  AlarmRow,
  AttendanceRow,
  CategoryRow,
  CounterRow,
  DeskHoldingRow,
  DispositionCodeRow,
  FollowUpRow,
  GridRow,
  GroupMemberRow,
  HandoverCountRow,
  HandoverItemRow,
  HandoverRow,
  InstructionEventRow,
  InstructionRow,
  LogCorrectionRow,
  LogEntryRow,
  NumberBlockRow,
  NumberSpoiledRow,
  PaperLogRow,
  PersonRow,
  PhraseRow,
  PreparationRow,
  SealedDocumentRow,
  SettingRow,
  ShiftMemberRow,
  ShiftRow,
  SignatureRow,
  SupplyItemRow,
  SupplyMovementRow,
  UnitRow,
  VehicleRow,
} from './rows.ts';
import type {
  AttachmentRow,
  CarryChangeRow,
  CarryItemRow,
  EmergencyPlanRow,
  LogCorrectionDetailRow,
  LogDetailRow,
  LogLinkRow,
  LogStepRow,
  PostAbsenceRow,
  PostureChangeRow,
  PostureStepRow,
  ReadingSignatureRow,
} from './rows-log.ts';
import type { AuditRow, CredentialRow, KnownPlaceRow, RequestRow, SearchDocRow } from './rows-unaudited.ts';

export type * from './rows.ts';
export type * from './rows-log.ts';
export type * from './rows-unaudited.ts';

/** Tables whose rows enter the audit chain whole; each has one text primary key `id`. */
export type AuditedTables = {
  setting: SettingRow;
  unit: UnitRow;
  grid: GridRow;
  category: CategoryRow;
  person: PersonRow;
  counter: CounterRow;
  action_group: ActionGroupRow;
  group_member: GroupMemberRow;
  vehicle: VehicleRow;
  shift: ShiftRow;
  shift_member: ShiftMemberRow;
  attendance: AttendanceRow;
  desk_holding: DeskHoldingRow;
  log_entry: LogEntryRow;
  log_correction: LogCorrectionRow;
  follow_up: FollowUpRow;
  instruction: InstructionRow;
  instruction_event: InstructionEventRow;
  alarm: AlarmRow;
  supply_item: SupplyItemRow;
  supply_movement: SupplyMovementRow;
  handover: HandoverRow;
  handover_item: HandoverItemRow;
  handover_count: HandoverCountRow;
  handover_preparation: PreparationRow;
  signature: SignatureRow;
  sealed_document: SealedDocumentRow;
  phrase: PhraseRow;
  disposition_code: DispositionCodeRow;
  number_block: NumberBlockRow;
  number_spoiled: NumberSpoiledRow;
  alarm_escalation: AlarmEscalationRow;
  paper_log: PaperLogRow;
  log_detail: LogDetailRow;
  log_link: LogLinkRow;
  log_step: LogStepRow;
  log_correction_detail: LogCorrectionDetailRow;
  attachment: AttachmentRow;
  post_absence: PostAbsenceRow;
  reading_signature: ReadingSignatureRow;
  carry_item: CarryItemRow;
  carry_change: CarryChangeRow;
  emergency_plan: EmergencyPlanRow;
  posture_change: PostureChangeRow;
  posture_step: PostureStepRow;
};

export type AuditedTable = keyof AuditedTables;

export type Database = AuditedTables & {
  credential: CredentialRow;
  request: RequestRow;
  audit_event: AuditRow;
  search_doc: SearchDocRow;
  known_place: KnownPlaceRow;
};
