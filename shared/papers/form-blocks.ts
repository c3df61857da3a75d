/**
 * A paper as parts that a workbook and a document can both be made of. Widths are shares of `FORM_COLUMNS`, so that every part
 * lies on one grid; texts may have several lines.
 */
export const FORM_COLUMNS = 24;

/** A cell of a row: a label stands bold on grey, `centre` in the middle. */
export type FormCell = { text: string; width: number; label?: boolean; centre?: boolean };

export type FormBlock =
  /** A heading over the whole width, the first lines of the paper. */
  | { kind: 'title' | 'subtitle'; text: string }
  /** Words in one line, spread over the width; or a small note below. */
  | { kind: 'line' | 'note'; texts: string[] }
  /** A band that begins a part. */
  | { kind: 'band'; text: string }
  /** Column heads. */
  | { kind: 'heads'; cells: FormCell[] }
  | { kind: 'row'; cells: FormCell[]; tall?: boolean };

/** A whole paper with the words of its foot. */
export type FormPaper = { title: string; blocks: FormBlock[] };
