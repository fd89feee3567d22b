import { createHash } from 'node:crypto';

/**
 * Merkle tree hash of RFC 6962 §2.1: leaf = SHA-256(0x00 ‖ data), node = SHA-256(0x01 ‖ left ‖
 * right), the left subtree holding the largest power of two of leaves smaller than all.
 *
 * Leaves are added one by one; only the O(log n) roots of complete subtrees are held.
 */
export interface MerkleTree {
  add(leaf: string | Uint8Array): void;
  readonly size: number;
  /** Lower-case hex; of the empty string when there is no leaf. */
  root(): string;
}

export function merkleTree(): MerkleTree {
  // Roots of complete subtrees from left to right, with their heights: a binary counter.
  const stack: { hash: Buffer; height: number }[] = [];
  let size = 0;
  return {
    add(leaf) {
      let hash: Buffer = createHash('sha256').update(LEAF).update(leaf).digest();
      let height = 0;
      while (stack.at(-1)?.height === height) {
        const left = stack.pop();
        if (left === undefined) break;
        hash = node(left.hash, hash);
        height++;
      }
      stack.push({ hash, height });
      size++;
    },
    get size() {
      return size;
    },
    root() {
      const last = stack.at(-1);
      if (last === undefined) return createHash('sha256').digest('hex');
      let hash = last.hash;
      for (let i = stack.length - 2; i >= 0; i--) {
        const left = stack[i];
        if (left !== undefined) hash = node(left.hash, hash);
      }
      return hash.toString('hex');
    },
  };
}

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

function node(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}
