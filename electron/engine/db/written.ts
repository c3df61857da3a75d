import { sql } from 'kysely';

/**
 * The order in which rows of a permanent table were written. A clock that was set back makes later rows look earlier, and
 * ids are made from the clock; nothing is ever deleted there, so the place in the table tells.
 */
export const writtenOrder = (alias?: string) => sql<number>`${sql.ref(alias ? `${alias}.rowid` : 'rowid')}`;
