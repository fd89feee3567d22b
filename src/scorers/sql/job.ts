/** One query on a database of its own. */
export interface SqlJob {
  /** Statements that make and fill the tables. */
  readonly setup: string;
  readonly query: string;
}

/** A value of SQLite by its storage class: NULL, INTEGER, REAL, TEXT, BLOB. */
export type Cell = null | bigint | number | string | Uint8Array;

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What became of a query. */
export type SqlRun =
  | { readonly kind: 'rows'; readonly table: Table }
  /** More rows or data than any case expects. */
  | { readonly kind: 'too-much' }
  /** Not one query: it writes, or there is more than one statement. */
  | { readonly kind: 'refused'; readonly why: 'writes' | 'multiple' }
  | { readonly kind: 'setup-error'; readonly message: string }
  /** `syntax`: the text is no SQL of SQLite, as opposed to, say, an unknown column. */
  | { readonly kind: 'error'; readonly message: string; readonly syntax: boolean }
  | { readonly kind: 'timeout' };

/** Most rows of a result, and most of its texts together, in UTF-16 units. */
export const MAX_ROWS = 10_000;
export const MAX_CHARS = 2_000_000;
