import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIncluded, leafHash, merkleTree, provingTree, sha256 } from '../../src/evidence/index.ts';

// The eight leaves and the roots of the reference tests of certificate transparency (RFC 6962).
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const leaf = (i: number): Buffer => Buffer.from(LEAVES[i] ?? '', 'hex');

describe('the Merkle tree', () => {
  test('has the roots of RFC 6962 for one to eight leaves', () => {
    const tree = merkleTree();
    for (const [i, leaf] of LEAVES.entries()) {
      tree.add(Buffer.from(leaf, 'hex'));
      expect(tree.root()).toBe(ROOTS[i]);
      expect(tree.size).toBe(i + 1);
    }
  });

  test('of nothing is the digest of nothing', () => {
    expect(merkleTree().root()).toBe(sha256(''));
  });

  test('takes the hash of a leaf for the leaf', () => {
    const tree = merkleTree();
    for (let i = 0; i < 8; i++) {
      if (i % 2 === 0) tree.add(leaf(i));
      else tree.addHash(leafHash(leaf(i)).toString('hex'));
    }
    expect(tree.root()).toBe(ROOTS[7]);
  });
});

describe('inclusion proofs', () => {
  // Audit paths of the same reference tests: 0-based leaf, size of the tree, path.
  const PATHS: readonly (readonly [index: number, size: number, path: readonly string[]])[] = [
    [0, 1, []],
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [
      1,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ];

  test.each(PATHS)('of leaf %i of %i are those of RFC 6962', (index, size, path) => {
    const tree = provingTree();
    for (let i = 0; i < size; i++) {
      if (i === index) expect(tree.addWanted(leaf(i))).toBe(index);
      else tree.add(leaf(i));
    }
    expect(tree.proofs()).toEqual(new Map([[index, { index, path }]]));
    const root = ROOTS[size - 1] ?? '';
    expect(tree.root()).toBe(root);
    expect(isIncluded(leafHash(leaf(index)), { index, path }, { size, root })).toBe(true);
  });

  /** PATH and MTH of RFC 6962 §2.1, word for word. */
  const split = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1);
  const hashOf = (data: readonly string[]): Buffer => {
    if (data.length === 1) return leafHash(data[0] ?? '');
    const k = split(data.length);
    const inner = Buffer.concat([Buffer.of(1), hashOf(data.slice(0, k)), hashOf(data.slice(k))]);
    return Buffer.from(sha256(inner), 'hex');
  };
  const pathOf = (m: number, data: readonly string[]): readonly string[] => {
    if (data.length === 1) return [];
    const k = split(data.length);
    return m < k
      ? [...pathOf(m, data.slice(0, k)), hashOf(data.slice(k)).toString('hex')]
      : [...pathOf(m - k, data.slice(k)), hashOf(data.slice(0, k)).toString('hex')];
  };

  test('of any leaves of any tree are those of the definition, and hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.boolean()), { minLength: 1, maxLength: 40 }),
        (leaves) => {
          const data = leaves.map(([text]) => text);
          const tree = provingTree();
          for (const [text, wanted] of leaves) {
            if (wanted) tree.addWanted(text);
            else tree.add(text);
          }
          const root = tree.root();
          expect(root).toBe(hashOf(data).toString('hex'));
          const wanted = leaves.flatMap(([, is], i) => (is ? [i] : []));
          const proofs = tree.proofs();
          expect([...proofs.keys()]).toEqual(wanted);
          for (const [index, proof] of proofs) {
            expect(proof).toEqual({ index, path: pathOf(index, data) });
            const hash = leafHash(data[index] ?? '');
            expect(isIncluded(hash, proof, { size: data.length, root })).toBe(true);
          }
        },
      ),
    );
  });

  test('do not hold for another leaf, place, size, root or path', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 70 }), fc.nat(), fc.nat(), (size, a, b) => {
        const tree = provingTree();
        for (let i = 0; i < size; i++) tree.addWanted(`leaf ${i}`);
        const index = a % size;
        const other = (index + 1 + (b % (size - 1))) % size;
        const root = tree.root();
        const proof = tree.proofs().get(index) ?? { index, path: [] };
        const hash = leafHash(`leaf ${index}`);
        const holds = (change: Partial<typeof proof & { size: number; root: string }>) => {
          const all = { ...proof, size, root, ...change };
          return isIncluded(hash, all, all);
        };
        expect(holds({})).toBe(true);
        expect(isIncluded(leafHash(`leaf ${other}`), proof, { size, root })).toBe(false);
        expect(holds({ index: other })).toBe(false);
        expect(holds({ root: sha256('another') })).toBe(false);
        expect(holds({ path: proof.path.slice(1) })).toBe(false);
        expect(holds({ path: [...proof.path, root] })).toBe(false);
        expect(holds({ path: proof.path.toReversed() })).toBe(
          proof.path.join() === proof.path.toReversed().join(),
        );
        expect(holds({ index: index + size })).toBe(false);
      }),
    );
  });

  test.each([
    ['a place before the first', { index: -1 }],
    ['a place that is no whole number', { index: 0.5 }],
    ['a place behind the last', { index: 1 }],
    ['a path that is no hex', { path: ['x'.repeat(64)] }],
    ['a path of too few bytes', { path: ['00'] }],
    ['an empty tree', { size: 0 }],
  ])('do not hold with %s', (_what, change) => {
    const hash = leafHash('only');
    const all = { index: 0, path: [], size: 1, root: hash.toString('hex') };
    expect(isIncluded(hash, all, all)).toBe(true);
    const changed = { ...all, ...change };
    expect(isIncluded(hash, changed, changed)).toBe(false);
  });
});
