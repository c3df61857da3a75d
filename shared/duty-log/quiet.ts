/** What a shift without a single record says in its log (篇五 四(二): a day is never left blank). */
export const QUIET = '本班平安无事';

/** Whether an entry is the line by which the desk says that nothing happened. */
export const isQuietLine = (e: { kind?: string; logKind?: string; text: string }): boolean =>
  (e.kind === 'other' || e.logKind === 'other') && e.text === QUIET;
