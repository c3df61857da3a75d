import type { FromEngine } from '../../../shared/protocol.ts';

type FatalCode = Extract<FromEngine, { t: 'fatal' }>['code'];

/** The engine must not run on this data folder: said once in words, never repaired by guessing. */
export class FatalError extends Error {
  readonly code: FatalCode;
  constructor(code: FatalCode, message: string) {
    super(message);
    this.code = code;
  }
}
