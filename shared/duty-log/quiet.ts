/** What a shift without a single record says in its log (篇五 四(二): a day is never left blank). */
export const QUIET = '本班平安无事';
