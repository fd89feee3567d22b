import { numberTokens } from './tokens.ts';

/** How a reference becomes an answer with the fewest edits. */
export interface EditCounts {
  readonly hits: number;
  readonly substitutions: number;
  readonly deletions: number;
  readonly insertions: number;
  /** Sum of substitutions, deletions and insertions: the Levenshtein distance. */
  readonly edits: number;
}

/**
 * Table cells that are kept as bits while one alignment is traced back; larger tables are cut in
 * two first. 2 × 512 kB.
 */
const MAX_TRACED_CELLS = 1 << 22;

/**
 * The fewest edits and their kinds, bit-parallel: about 2·reference·answer/32 steps, memory linear.
 *
 * The distance is unique, its kinds are not (`ab` to `bc`: two substitutions, or a deletion and an
 * insertion). Traced back from the end as RapidFuzz does, the base of jiwer: a deletion where one
 * lies on a shortest way, else an insertion, else a match or substitution. Tables of more than 4
 * million cells are cut by Hirschberg's method, where the kinds may differ from RapidFuzz's.
 */
export function editCounts(reference: readonly string[], answer: readonly string[]): EditCounts {
  const { sequences, alphabet } = numberTokens([reference, answer]);
  const [from = new Int32Array(), to = new Int32Array()] = sequences;
  const counts: Tally = { substitutions: 0, deletions: 0, insertions: 0 };
  align(from, to, new Int32Array(alphabet), counts);
  const { substitutions, deletions, insertions } = counts;
  return {
    ...counts,
    hits: reference.length - substitutions - deletions,
    edits: substitutions + deletions + insertions,
  };
}

interface Tally {
  substitutions: number;
  deletions: number;
  insertions: number;
}

/** Adds the edits from one sequence to the other to `counts`; `masks` is all zero before and after. */
function align(wholeFrom: Int32Array, wholeTo: Int32Array, masks: Int32Array, counts: Tally): void {
  const [from, to] = withoutCommonEnds(wholeFrom, wholeTo);
  if (from.length === 0 || to.length === 0) {
    counts.deletions += from.length;
    counts.insertions += to.length;
  } else if (to.length < 2 || from.length * to.length <= MAX_TRACED_CELLS) {
    trace(from, to, masks, counts);
  } else {
    const middle = to.length >> 1;
    const cut = bestCut(from, to, middle, masks);
    align(from.subarray(0, cut), to.subarray(0, middle), masks, counts);
    align(from.subarray(cut), to.subarray(middle), masks, counts);
  }
}

function withoutCommonEnds(a: Int32Array, b: Int32Array): [Int32Array, Int32Array] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [a.subarray(start, a.length - end), b.subarray(start, b.length - end)];
}

/** Vertical differences of the table: bit i of band k says that D[32k+i+1] is D[32k+i] + 1 or - 1. */
interface Differences {
  readonly plus: Int32Array;
  readonly minus: Int32Array;
}

/**
 * Myers' algorithm in Hyyrö's form (2003, "A bit-vector algorithm for computing Levenshtein and
 * Damerau edit distances"), in bands of 32 tokens of `from`. Keeps the differences of every column
 * (band k, column j at `k * to.length + j`) or of the last one (band k at `k`).
 */
function fill(
  from: Int32Array,
  to: Int32Array,
  masks: Int32Array,
  keep: 'all' | 'last',
): Differences {
  const bands = Math.ceil(from.length / 32);
  const [bandStep, columnStep] = keep === 'all' ? [to.length, 1] : [1, 0];
  const plus = new Int32Array(bands * bandStep);
  const minus = new Int32Array(bands * bandStep);
  // Horizontal differences at the lower edge of the band above; those of row 0 are all + 1.
  const plusIn = new Uint8Array(to.length).fill(1);
  const minusIn = new Uint8Array(to.length);
  for (let k = 0; k < bands; k++) {
    const band = from.subarray(32 * k, 32 * k + 32);
    band.forEach((token, bit) => {
      masks[token] = (masks[token] ?? 0) | (1 << bit);
    });
    let vp = -1;
    let vn = 0;
    for (let j = 0; j < to.length; j++) {
      const matches = (masks[to[j] ?? 0] ?? 0) | (minusIn[j] ?? 0);
      const diagonal = ((((matches & vp) + vp) | 0) ^ vp) | matches | vn;
      let hp = vn | ~(diagonal | vp);
      let hn = diagonal & vp;
      const carryPlus = plusIn[j] ?? 0;
      const carryMinus = minusIn[j] ?? 0;
      plusIn[j] = hp >>> 31;
      minusIn[j] = hn >>> 31;
      hp = (hp << 1) | carryPlus;
      hn = (hn << 1) | carryMinus;
      vp = hn | ~(diagonal | hp);
      vn = hp & diagonal;
      const at = k * bandStep + j * columnStep;
      plus[at] = vp;
      minus[at] = vn;
    }
    for (const token of band) masks[token] = 0;
  }
  return { plus, minus };
}

function trace(from: Int32Array, to: Int32Array, masks: Int32Array, counts: Tally): void {
  const { plus, minus } = fill(from, to, masks, 'all');
  const bitOf = (bits: Int32Array, i: number, j: number): number =>
    ((bits[(i >> 5) * to.length + j] ?? 0) >>> (i & 31)) & 1;
  let i = from.length;
  let j = to.length;
  while (i > 0 && j > 0) {
    if (bitOf(plus, i - 1, j - 1) === 1) {
      counts.deletions++;
      i--;
    } else if (j > 1 && bitOf(minus, i - 1, j - 2) === 1) {
      counts.insertions++;
      j--;
    } else {
      i--;
      j--;
      if (from[i] !== to[j]) counts.substitutions++;
    }
  }
  counts.deletions += i;
  counts.insertions += j;
}

/** Where a shortest alignment cuts `from` when `to` is cut at `middle` (Hirschberg 1975). */
function bestCut(from: Int32Array, to: Int32Array, middle: number, masks: Int32Array): number {
  const head = lastColumn(from, to.subarray(0, middle), masks);
  const tail = lastColumn(from.toReversed(), to.subarray(middle).toReversed(), masks);
  let best = 0;
  let fewest = Infinity;
  for (let i = 0; i <= from.length; i++) {
    const edits = (head[i] ?? 0) + (tail[from.length - i] ?? 0);
    if (edits < fewest) [best, fewest] = [i, edits];
  }
  return best;
}

/** Distances of all prefixes of `from`, the empty one first, to the whole of `to`. */
function lastColumn(from: Int32Array, to: Int32Array, masks: Int32Array): Int32Array {
  const { plus, minus } = fill(from, to, masks, 'last');
  const distances = new Int32Array(from.length + 1);
  let distance = to.length;
  distances[0] = distance;
  for (let i = 0; i < from.length; i++) {
    distance += ((plus[i >> 5] ?? 0) >>> (i & 31)) & 1;
    distance -= ((minus[i >> 5] ?? 0) >>> (i & 31)) & 1;
    distances[i + 1] = distance;
  }
  return distances;
}
