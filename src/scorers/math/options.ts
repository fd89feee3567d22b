export interface MathOptions {
  /** Largest difference of two numbers that still passes, decimal string; default exact. */
  readonly tolerance?: { readonly abs?: string; readonly rel?: string };
  /** The items of a list count in their order. Sets and roots never have one. Default false. */
  readonly ordered?: boolean;
  /** What to do with the unit of a target. Default `optional`. */
  readonly unit?: 'ignored' | 'optional' | 'required';
}
