import type { AllowanceRow } from './types.ts';

/** Everything one person gets in a month. */
export type PersonShare = Pick<AllowanceRow, 'personId' | 'name' | 'kind' | 'unitName'> & {
  rows: AllowanceRow[];
  times: number;
  amountFen: number;
};

/** The lines of a sheet by person, in the sheet's order. */
export function sharesOf(rows: readonly AllowanceRow[]): PersonShare[] {
  const shares = new Map<string, PersonShare>();
  for (const row of rows) {
    const { personId, name, kind, unitName } = row;
    const share = shares.get(personId) ?? {
      ...{ personId, name, kind, unitName },
      rows: [],
      times: 0,
      amountFen: 0,
    };
    share.rows.push(row);
    share.times += row.times;
    share.amountFen += row.amountFen;
    shares.set(personId, share);
  }
  return [...shares.values()];
}
