import type { FindingCode, Verdict } from '../../../../shared/audit/types.ts';
import { checkFolder } from '../check.ts';
import { expectedSchemas } from '../schema.ts';

const expectedSchema = await expectedSchemas();

/** The check as the command line and the thread make it. */
export const check = (dataDir: string): Verdict => checkFolder(dataDir, { expectedSchema, pages: true });

/** The findings of a check by code, the first first. */
export function found(dataDir: string): { codes: FindingCode[]; verdict: Extract<Verdict, { ok: false }> } {
  const verdict = check(dataDir);
  if (verdict.ok) throw new Error('nothing was found');
  return { codes: [...new Set(verdict.findings.map((f) => f.code))], verdict };
}
