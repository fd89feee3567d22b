/** What a zip file may come to: more than any run needs, less than would harm who opens it. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all entries together. */
  readonly unpacked: number;
  /** Unpacked bytes per packed byte of an entry. */
  readonly ratio: number;
  /** Bytes from which on the ratio of an entry matters. */
  readonly ratioFrom: number;
}

export const ZIP_LIMITS: ZipLimits = {
  entries: 20_000,
  unpacked: 8 * 1024 ** 3,
  ratio: 200,
  ratioFrom: 1024 ** 2,
};

/** True when so few bytes may not become so many. */
export function isBomb(packed: number, unpacked: number, limits: ZipLimits): boolean {
  return unpacked > limits.ratioFrom && unpacked > packed * limits.ratio;
}
