import { createHash } from 'node:crypto';

/**
 * Merkle tree hash of RFC 6962 §2.1: leaf = SHA-256(0x00 ‖ data), node = SHA-256(0x01 ‖ left ‖
 * right), the left subtree holding the largest power of two of leaves smaller than all.
 *
 * Leaves are added one by one; only the O(log n) roots of complete subtrees are held.
 */
export interface MerkleTree {
  add(leaf: string | Uint8Array): void;
  /** Adds a leaf of which only the hash is known (see `leafHash`); lower-case hex. */
  addHash(hash: string): void;
  readonly size: number;
  /** Lower-case hex; of the empty string when there is no leaf. */
  root(): string;
}

/** Where a leaf stands in a tree, and the audit path of RFC 6962 §2.1.1 from it to the root. */
export interface InclusionProof {
  /** 0-based. */
  readonly index: number;
  /** Hashes of the subtrees beside the way, the one next to the leaf first; lower-case hex. */
  readonly path: readonly string[];
}

/** A tree that also gives proofs for the leaves that are wanted. */
export interface ProvingTree extends MerkleTree {
  /** As `add`, and the leaf has a proof in the end. Returns its index. */
  addWanted(leaf: string | Uint8Array): number;
  /** Proofs of the wanted leaves in the tree as it is now, by index. */
  proofs(): ReadonlyMap<number, InclusionProof>;
}

export function merkleTree(): MerkleTree {
  return provingTree();
}

/** A subtree on the way to the root, and the wanted leaves in it. */
interface Subtree {
  readonly hash: Buffer;
  readonly wanted: readonly Wanted[];
}

interface Wanted {
  readonly index: number;
  readonly path: readonly Buffer[];
}

const NONE: readonly Wanted[] = [];

export function provingTree(): ProvingTree {
  // Roots of complete subtrees from left to right, with their heights: a binary counter.
  const stack: (Subtree & { readonly height: number })[] = [];
  let size = 0;
  const push = (leaf: Subtree): void => {
    let tree = leaf;
    let height = 0;
    while (stack.at(-1)?.height === height) {
      const left = stack.pop();
      if (left === undefined) break;
      tree = joined(left, tree);
      height++;
    }
    stack.push({ ...tree, height });
    size++;
  };
  const whole = (): Subtree | undefined =>
    stack.reduceRight<Subtree | undefined>(
      (right, left) => (right === undefined ? left : joined(left, right)),
      undefined,
    );
  return {
    add: (leaf) => push({ hash: leafHash(leaf), wanted: NONE }),
    addHash: (hash) => push({ hash: Buffer.from(hash, 'hex'), wanted: NONE }),
    addWanted(leaf) {
      const index = size;
      push({ hash: leafHash(leaf), wanted: [{ index, path: [] }] });
      return index;
    },
    get size() {
      return size;
    },
    root: () => (whole()?.hash ?? createHash('sha256').digest()).toString('hex'),
    proofs: () =>
      new Map(
        whole()?.wanted.map(({ index, path }) => [
          index,
          { index, path: path.map((hash) => hash.toString('hex')) },
        ]),
      ),
  };
}

function joined(left: Subtree, right: Subtree): Subtree {
  const hash = node(left.hash, right.hash);
  if (left.wanted.length + right.wanted.length === 0) return { hash, wanted: NONE };
  const beside =
    (sibling: Buffer) =>
    ({ index, path }: Wanted): Wanted => ({ index, path: [...path, sibling] });
  return {
    hash,
    wanted: [...left.wanted.map(beside(right.hash)), ...right.wanted.map(beside(left.hash))],
  };
}

/**
 * True when a leaf stands at the proof's place in the tree of `size` leaves with that root
 * (RFC 9162 §2.1.3.2, the way to check an audit path of RFC 6962). False for whatever is no proof.
 *
 * @param leaf hash of the leaf
 * @param root lower-case hex
 */
export function isIncluded(
  leaf: Uint8Array,
  { index, path }: InclusionProof,
  { size, root }: { readonly size: number; readonly root: string },
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size)) return false;
  if (index < 0 || index >= size) return false;
  // Places of the subtree and of the last one on its level; halved on the way up. No bit
  // operations, which would end at 2^31.
  let place = index;
  let last = size - 1;
  let hash: Buffer = Buffer.from(leaf);
  for (const step of path) {
    if (last === 0 || !HEX_HASH.test(step)) return false;
    const sibling = Buffer.from(step, 'hex');
    if (place % 2 === 1 || place === last) {
      hash = node(sibling, hash);
      // The last subtree of a level may be several levels lower than its sibling.
      while (place % 2 === 0 && place !== 0) {
        place /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = node(hash, sibling);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && hash.toString('hex') === root;
}

const HEX_HASH = /^[0-9a-f]{64}$/;
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** SHA-256(0x00 ‖ data). */
export function leafHash(data: string | Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(data).digest();
}

function node(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}
