/** The columns of a register: what stands at the head of each, and the class of its width (the rest for the one without). */
export type Columns = readonly (readonly [header: string, width: string | undefined])[];

/** Widths and heads of a register's table; the head comes again on every page. */
export function ColumnHeads({ columns }: { columns: Columns }) {
  return (
    <>
      <colgroup>
        {columns.map(([header, width]) => (
          <col key={header} className={width} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(([header]) => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}
