import { uuidv7 } from 'uuidv7';

/** A new row identifier: UUIDv7, so that rows of one table sort by creation. */
export const newId = (): string => uuidv7();
