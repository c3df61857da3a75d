import type { About } from '../audit/types.ts';

/** One sealed paper as the archive lists it. */
export type ArchiveRow = {
  sha256: string;
  kind: string;
  handoverId: string;
  number: string;
  dutyDay: string;
  outgoingLead: string;
  incomingLead: string;
  signedAtMs: number | null;
  sealedAtMs: number;
  bytes: number;
  late: boolean;
  extra: boolean;
  /** 阅签: who read the log of the shift and signed, also long after the sheet was sealed. */
  readings: { name: string; atMs: number; remark: string }[];
  reprints: number;
  /** The chain as of the incoming signature: what the paper prints. */
  chain: { seq: number; head: string } | null;
};

/** What a check of one sealed paper can find against it. */
export type DocumentFault =
  | 'fileMissing'
  | 'fileChanged'
  | 'printedDiffers'
  | 'signEventMissing'
  | 'signEventChanged'
  | 'signatureMissing'
  | 'signatureChanged'
  | 'sheetChanged'
  | 'sealMissing'
  | 'sealChanged';

/** What is proven of one sealed paper at once, without reading the whole record. */
export type DocumentCheck = {
  row: ArchiveRow;
  faults: DocumentFault[];
  /** The paper prints the fingerprint that the chain has; `unreadable` where the text of the file could not be read. */
  printed: 'same' | 'differs' | 'unreadable';
  signatures: { side: 'outgoing' | 'incoming'; name: string; atMs: number; proven: boolean }[];
  /** When the record begins. */
  sinceMs: number;
};

export type ArchiveList = { rows: ArchiveRow[]; total: number };

/** To what a fingerprint on paper leads. */
export type PaperMatch =
  | {
      found: 'sheet';
      number: string;
      handoverId: string;
      seq: number;
      head: string;
      atMs: number;
      /** Null while the sheet is not archived yet. */
      row: ArchiveRow | null;
      /** What stands on the paper and is otherwise in the record. */
      differs: ('number' | 'seq')[];
    }
  | {
      found: 'event';
      seq: number;
      head: string;
      atMs: number;
      action: string;
      about: About | null;
      differs: ('number' | 'seq')[];
    }
  | { found: 'document'; row: ArchiveRow }
  | { found: 'several'; count: number }
  | {
      found: 'none';
      /** What the paper says of its place. */
      number: string | null;
      seq: number | null;
      /** What the record has at that place, where it has something. */
      here: { seq: number; head: string; atMs: number } | null;
    };
