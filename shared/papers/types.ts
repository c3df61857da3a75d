import { z } from 'zod';
import { text } from '../fields.ts';

/** The forms and lists that leave the desk on paper or as a file. */
export const paperKindSchema = z.enum([
  'register',
  'slip',
  'blankForms',
  'allowance',
  'bulletin',
  'alarms',
  'lateList',
  'attachment',
  'logDay',
  'phoneRecord',
  'visit',
  'visits',
  'documentSlip',
  'rollCalls',
  'leaderOrder',
  'handover',
  'handoverDocument',
  'reprint',
  'testPage',
]);
export type PaperKind = z.infer<typeof paperKindSchema>;

/** How a paper left: printed, opened or saved as PDF, saved as a file that can be edited (a workbook; `handoverDocument` is a .docx). */
export const paperMeansSchema = z.enum(['pdf', 'print', 'open', 'xlsx']);
export type PaperMeans = z.infer<typeof paperMeansSchema>;

export const paperLogSchema = z.object({
  kind: paperKindSchema,
  title: text(200),
  means: paperMeansSchema,
});

/** A workbook or a document as it comes from the engine: a file name to suggest and the bytes in base64. */
export type Workbook = { fileName: string; base64: string };
