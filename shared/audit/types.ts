/** What the check of the record can find. Codes travel; the window and the command line word them. */
export type FindingCode =
  | 'noDatabase'
  | 'fileBroken'
  | 'schemaChanged'
  | 'eventMissing'
  | 'eventChanged'
  | 'eventUnreadable'
  | 'eventOrder'
  | 'eventRewritten'
  | 'tailMissing'
  | 'tailShort'
  | 'tailAhead'
  | 'tailDiffers'
  | 'tailLine'
  | 'rowChanged'
  | 'rowAdded'
  | 'rowRemoved'
  | 'documentMissing'
  | 'documentChanged'
  | 'attachmentMissing'
  | 'attachmentChanged'
  | 'printDiffers'
  | 'anchorDiffers';

/** Which record of the field's world a finding touches, where it can be told. */
export type About = {
  kind:
    | 'instruction'
    | 'entry'
    | 'handover'
    | 'shift'
    | 'person'
    | 'supply'
    | 'setting'
    | 'followUp'
    | 'other';
  /** The number of an instruction or a sheet, the duty day of a shift, the name of a person or an item; else empty. */
  label: string;
  /** When an entry was recorded, else null. */
  atMs: number | null;
};

export type Finding = {
  code: FindingCode;
  /** The event concerned; for a row the event that last wrote it; 0 where no event knows it. */
  seq: number;
  /** When that event was recorded. */
  atMs: number | null;
  table: string;
  rowId: string;
  about: About | null;
  /** What the words need besides: a file's hash, the last number the copy knows, the name of a changed trigger. */
  detail: string;
};

/** What a check of a whole data folder came to. */
export type Verdict =
  | {
      ok: true;
      events: number;
      head: string;
      /** Archived files whose bytes were compared with their hash. */
      files: number;
      /** Events that tail.jsonl does not hold yet; the next start appends them. */
      tailBehind: number;
    }
  | {
      ok: false;
      /** The event of the first finding. */
      seq: number;
      /** The first finding as one English sentence. */
      problem: string;
      events: number;
      /** Events 1 to this one follow each other without a break. */
      soundUntil: number;
      findings: Finding[];
    };

/** How far a running check is: the parts follow each other in this order. */
export type AuditProgress = {
  phase: 'file' | 'chain' | 'tables' | 'documents';
  done: number;
  total: number;
};

/** A finished check, when it was and of what. */
export type AuditResult = { atMs: number; tookMs: number; verdict: Verdict };
