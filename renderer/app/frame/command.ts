import type { Instruction } from '../../../shared/instructions/types.ts';
import type { Words } from '../../locales/index.ts';

/** What can be said on the command line. */
export type Verb = keyof Words['desk']['command']['verb'];

/** Verbs that address no instruction. */
const withoutNumber: ReadonlySet<Verb> = new Set(['log', 'search', 'posture', 'emergency', 'briefing']);
/** Verbs that cannot do without their note. */
export const needsNote: ReadonlySet<Verb> = new Set(['take', 'sceneReport', 'resolve', 'reportBack', 'log']);

export type Command =
  | { ok: true; verb: Verb; instruction: Instruction | null; note: string }
  | {
      ok: false;
      problem: 'unknownVerb' | 'unknownNumber' | 'ambiguous' | 'needNumber' | 'needNote';
      verb: string;
      number: string;
    };

/** Instructions meant by a number as people say it: its end, or the centre's number. */
export function meantBy(number: string, live: readonly Instruction[]): Instruction[] {
  const exact = live.filter((i) => i.number === number || Number(i.number.slice(5)) === Number(number));
  if (exact.length > 0) return exact;
  return live.filter((i) => i.number.endsWith(number) || (i.centreNo !== '' && i.centreNo.endsWith(number)));
}

/** Reads `到场 123 现场已控制` with the verbs of any language the desk speaks. */
export function readCommand(
  line: string,
  verbs: readonly { verb: Verb; word: string }[],
  live: readonly Instruction[],
): Command {
  const [word = '', ...rest] = line.trim().split(/\s+/);
  const found = verbs.find((v) => v.word === word.toLowerCase());
  if (!found) return { ok: false, problem: 'unknownVerb', verb: word, number: '' };
  const { verb } = found;
  const fail = (problem: 'unknownNumber' | 'ambiguous' | 'needNumber' | 'needNote', number = '') =>
    ({ ok: false, problem, verb: word, number }) as const;
  if (withoutNumber.has(verb)) {
    const note = rest.join(' ');
    return note === '' && needsNote.has(verb)
      ? fail('needNote')
      : { ok: true, verb, instruction: null, note };
  }
  const number = rest[0];
  if (number === undefined) return fail('needNumber');
  const [first, ...more] = meantBy(number, live);
  if (!first) return fail('unknownNumber', number);
  if (more.length > 0) return fail('ambiguous', number);
  const note = rest.slice(1).join(' ');
  if (note === '' && needsNote.has(verb)) return fail('needNote', number);
  return { ok: true, verb, instruction: first, note };
}
