export interface NumberOptions {
  /** Largest difference that still passes, decimal string; absolute or a share of the target. */
  readonly tolerance?: { readonly abs?: string; readonly rel?: string };
  /** What to do with the unit of a target. Default `optional`. */
  readonly unit?: 'ignored' | 'optional' | 'required';
}
