import type { Verdict } from '../../../shared/audit/types.ts';
import { checkFolder } from '../audit/check.ts';

export type { Verdict };

/** Whether the database of a folder is what its chain and `tail.jsonl` say; archived files and the schema are not looked at. */
export const verifyFolder = (dataDir: string): Verdict => checkFolder(dataDir, { files: false });
