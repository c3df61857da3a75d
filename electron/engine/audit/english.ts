import type { About, Finding } from '../../../shared/audit/types.ts';

const aboutWords: Record<About['kind'], string> = {
  instruction: 'instruction',
  entry: 'log entry recorded at',
  handover: 'handover sheet',
  shift: 'shift of',
  person: 'person',
  supply: 'supply item',
  setting: 'setting',
  followUp: 'follow-up',
  other: '',
};

function aboutText({ about, atMs }: Finding): string {
  const at = atMs === null ? '' : new Date(atMs).toISOString();
  if (!about) return at && ` (recorded ${at})`;
  const label = about.atMs === null ? about.label : new Date(about.atMs).toISOString();
  return ` (${aboutWords[about.kind]} ${label}${at && `, written ${at}`})`;
}

const sentence: Record<Finding['code'], (f: Finding) => string> = {
  noDatabase: (f) => `no database in ${f.detail}`,
  fileBroken: (f) => `the database file is damaged: ${f.detail}`,
  schemaChanged: (f) => `the schema was changed behind the program: ${f.detail}`,
  eventMissing: (f) => `event ${f.seq} is missing`,
  eventChanged: (f) => `event ${f.seq} was changed: its hash does not fit`,
  eventUnreadable: (f) => `event ${f.seq} holds no valid payload`,
  eventOrder: (f) => `event ${f.seq} does not follow event ${f.seq - 1}`,
  eventRewritten: (f) =>
    `event ${f.seq} was rewritten with its hash: tail.jsonl and event ${f.seq + 1} know another`,
  tailMissing: () => 'tail.jsonl is missing or empty',
  tailShort: (f) => `tail.jsonl ends before event ${f.seq}, the database at ${f.detail}`,
  tailAhead: (f) => `tail.jsonl knows event ${f.detail}, the database ends at ${f.seq - 1}`,
  tailDiffers: (f) => `event ${f.seq} differs from tail.jsonl`,
  tailLine: (f) => `the line of event ${f.seq} in tail.jsonl was changed, moved or taken away`,
  rowChanged: (f) => `${f.table} ${f.rowId} was changed behind the chain`,
  rowAdded: (f) => `${f.table} ${f.rowId} was added behind the chain`,
  rowRemoved: (f) => `${f.table} ${f.rowId} was removed behind the chain`,
  documentMissing: (f) => `document ${f.detail} is missing from the archive`,
  documentChanged: (f) => `document ${f.detail} was changed in the archive`,
  attachmentMissing: (f) => `attachment ${f.detail} is missing from the archive`,
  attachmentChanged: (f) => `attachment ${f.detail} was changed in the archive`,
  printDiffers: (f) =>
    `the archived sheet prints another fingerprint for event ${f.seq} than the chain has: ${f.detail}`,
  anchorDiffers: (f) => `event ${f.seq} is not the one that backup ${f.detail} was made with`,
};

/** One finding as one English sentence, for the command line and the program's own log. */
export const englishFinding = (f: Finding): string => `${sentence[f.code](f)}${aboutText(f)}`;
