/** The series of our running numbers in a year. */
export const numberSeries = (year: string): string => `instruction:${year}`;

/** A running number as it is written: `2026-000123`. */
export const numberText = (year: string, n: number): string => `${year}-${String(n).padStart(6, '0')}`;
