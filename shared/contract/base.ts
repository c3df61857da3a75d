import { oc, type as typed } from '@orpc/contract';
import { errorMap } from '../errors.ts';

/** Every procedure can refuse in the same typed ways (shared/errors.ts). */
export const procedure = oc.errors(errorMap);
export { typed };
