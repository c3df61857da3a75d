import {
  codeInputSchema,
  type DispositionCode,
  type Phrase,
  phraseInputSchema,
} from '../dictionary/types.ts';
import { procedure, typed } from './base.ts';

export type DictionaryView = { phrases: Phrase[]; codes: DispositionCode[] };

export const dictionaryContract = {
  /** Quick phrases and disposition codes, retired ones included, each list in its order. */
  view: procedure.output(typed<DictionaryView>()),
  savePhrase: procedure.input(phraseInputSchema).output(typed<Phrase>()),
  saveCode: procedure.input(codeInputSchema).output(typed<DispositionCode>()),
};
