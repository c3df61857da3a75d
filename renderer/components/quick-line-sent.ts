import type { LogKind } from '../../shared/duty-log/types.ts';

/** A quick line as it was typed, with the kind chosen for it; null while the kind is guessed. */
export type TypedLine = { line: string; kind: LogKind | null };

/** The line that was not saved, before whatever has been typed since on a line of its own: neither loses a letter or a mark. */
export function putBack(sent: TypedLine, since: TypedLine): TypedLine {
  const line = since.line === '' ? sent.line : `${sent.line}\n${since.line}`;
  return { line, kind: sent.kind ?? since.kind };
}
