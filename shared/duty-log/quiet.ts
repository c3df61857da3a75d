/** What a shift without a single record says in its log (篇五 四(二): a day is never left blank). */
export const QUIET = '本班平安无事';

/** What it says when nothing was recorded although there was an emergency, or an alarm rang. */
export const NOTHING_NEW = '本班无新增记录';
