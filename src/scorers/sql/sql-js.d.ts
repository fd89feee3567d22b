/** The part of sql.js that is used here; the package brings no types. */
declare module 'sql.js' {
  export type SqlValue = null | number | bigint | string | Uint8Array;

  export interface Statement {
    step(): boolean;
    get(params?: null, config?: { readonly useBigInt: boolean }): SqlValue[];
    getColumnNames(): string[];
    free(): boolean;
  }

  /** Prepares the statements of a text one after the other. */
  export interface StatementIterator {
    next(): { readonly done: boolean; readonly value: Statement };
    getRemainingSQL(): string;
  }

  export interface Database {
    exec(sql: string): unknown;
    iterateStatements(sql: string): StatementIterator;
    create_function(name: string, callback: (...args: never[]) => SqlValue): Database;
    close(): void;
  }

  export interface SqlJs {
    readonly Database: new () => Database;
  }

  export default function initSqlJs(): Promise<SqlJs>;
}
