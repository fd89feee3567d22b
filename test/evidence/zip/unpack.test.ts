import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unpackZip } from '../../../src/evidence/index.ts';
import { ZIP_LIMITS } from '../../../src/evidence/zip/limits.ts';
import type { HandMade } from './hand-made.ts';
import { handMadeZip, withZip64End } from './hand-made.ts';

const GOOD: HandMade = { name: 'good.txt', data: 'good' };

let outside: string;
let target: string;

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'aigc-zip-'));
  target = join(outside, 'a', 'b', 'target');
});

afterEach(() => rmSync(outside, { recursive: true }));

/** Unpacks into a folder deep in one of the test's own, which an escape would leave marks in. */
async function unpack(zip: Buffer, limits = {}) {
  const file = join(outside, 'run.zip');
  writeFileSync(file, zip);
  return await unpackZip(file, target, { ...ZIP_LIMITS, ...limits });
}

/** All files below the test's folder, but for the zip file. */
const written = (): string[] =>
  readdirSync(outside, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && entry.name !== 'run.zip')
    .map((entry) => join(entry.parentPath, entry.name).slice(target.length + 1));

const found = async (entries: readonly HandMade[], limits = {}): Promise<string[]> => {
  const { findings } = await unpack(handMadeZip(entries), limits);
  return findings.map(({ code }) => code);
};

function zip64EndAt(offset: bigint): Buffer {
  const zip = withZip64End(handMadeZip([GOOD]), 34n, 1n);
  zip.writeBigUInt64LE(offset, zip.length - 22 - 20 + 8);
  return zip;
}

describe('a zip file', () => {
  test('is unpacked, stored and deflated entries and folders alike', async () => {
    const long = '题目'.repeat(5000);
    const { entries, findings } = await unpack(
      handMadeZip([
        { name: 'plan/', mode: 0o040755 },
        { name: 'plan/题.json', data: long, deflated: true },
        { name: 'empty.txt' },
        { name: 'rights.txt', data: 'x', mode: 0o104777 },
        { name: 'no-unix.txt', data: 'y', mode: 0 },
        GOOD,
      ]),
    );
    expect(findings).toEqual([]);
    expect(entries).toHaveLength(6);
    expect(written().toSorted()).toEqual(
      ['empty.txt', 'good.txt', 'no-unix.txt', 'plan/题.json', 'rights.txt'].toSorted(),
    );
    expect(readFileSync(join(target, 'plan/题.json'), 'utf8')).toBe(long);
    // Whatever rights it asks for: nothing is executable, nothing is for others.
    expect(statSync(join(target, 'rights.txt')).mode & 0o7777).toBe(0o600);
  });

  test('with a ZIP64 end is read as well', async () => {
    const zip = handMadeZip([GOOD]);
    const { findings } = await unpack(withZip64End(zip, BigInt(zip.length - 22 - 54), 1n));
    expect(findings).toEqual([]);
    expect(written()).toEqual(['good.txt']);
  });
});

describe('nothing is unpacked of a zip file with', () => {
  test.each<[string, string, HandMade]>([
    ['a path up', 'ZIP_PATH', { name: '../up.txt' }],
    ['a path up further in', 'ZIP_PATH', { name: 'plan/../../up.txt' }],
    ['an absolute path', 'ZIP_PATH', { name: '/tmp/x' }],
    ['a drive', 'ZIP_PATH', { name: 'C:/x' }],
    ['a drive without a slash', 'ZIP_PATH', { name: 'c:x' }],
    ['a backslash', 'ZIP_PATH', { name: '..\\up.txt' }],
    ['a share', 'ZIP_PATH', { name: '\\\\host\\share' }],
    ['a dot', 'ZIP_PATH', { name: './x' }],
    ['two slashes', 'ZIP_PATH', { name: 'a//b' }],
    ['two slashes at the end', 'ZIP_PATH', { name: 'a//', mode: 0 }],
    ['no name', 'ZIP_PATH', { name: '' }],
    ['a null byte', 'ZIP_NAME', { name: 'a\0.txt' }],
    ['a control character', 'ZIP_NAME', { name: 'a\u0007' }],
    ['a line feed', 'ZIP_NAME', { name: 'a\nb' }],
    ['a character that turns the text round', 'ZIP_NAME', { name: 'a\u202etxt.exe' }],
    ['an invisible character', 'ZIP_NAME', { name: 'bundle\u200b.json' }],
    ['a stream of another file', 'ZIP_NAME', { name: 'plan.json:hidden' }],
    ['a device of Windows', 'ZIP_NAME', { name: 'plan/NUL' }],
    ['a device with an extension', 'ZIP_NAME', { name: 'com1.txt' }],
    ['a dot at the end', 'ZIP_NAME', { name: 'plan.' }],
    ['a space at the end', 'ZIP_NAME', { name: 'plan /x' }],
    ['a part that is too long', 'ZIP_NAME', { name: '汉'.repeat(86) }],
    ['a path that is too long', 'ZIP_NAME', { name: `${'a/'.repeat(600)}b` }],
    ['bytes that are no UTF-8', 'ZIP_NAME', { name: Buffer.from([0x61, 0xff]) }],
    ['a name of unknown encoding', 'ZIP_NAME', { name: Buffer.from('题'), flags: 0 }],
    [
      'another name beside the name',
      'ZIP_NAME',
      { name: 'a', extra: Buffer.from('75700600010000000062', 'hex') },
    ],
    ['a symbolic link', 'ZIP_SYMLINK', { name: 'link', data: '/etc/passwd', mode: 0o120777 }],
    ['a link of Windows', 'ZIP_SYMLINK', { name: 'link', mode: 0, dosAttributes: 0x400 }],
    ['a pipe', 'ZIP_SPECIAL', { name: 'pipe', mode: 0o010644 }],
    ['a device', 'ZIP_SPECIAL', { name: 'device', mode: 0o060644 }],
    ['a socket', 'ZIP_SPECIAL', { name: 'socket', mode: 0o140644 }],
    ['a folder that says it is a file', 'ZIP_SPECIAL', { name: 'folder/', mode: 0o100644 }],
    ['a file that says it is a folder', 'ZIP_SPECIAL', { name: 'file', mode: 0o040755 }],
    ['an encrypted entry', 'ZIP_ENCRYPTED', { name: 'x', flags: 0x801, packed: 12 }],
    ['another way of packing', 'ZIP_METHOD', { name: 'x', method: 12 }],
    ['a wrong checksum', 'ZIP_BROKEN', { name: 'x', data: 'abc', crc: 1 }],
    [
      'more data than it says',
      'ZIP_BROKEN',
      { name: 'x', data: 'a'.repeat(9), deflated: true, size: 3 },
    ],
    ['less data than it says', 'ZIP_BROKEN', { name: 'x', data: 'abc', deflated: true, size: 9 }],
    ['data that were not packed', 'ZIP_BROKEN', { name: 'x', data: '\xff\xff', method: 8 }],
    ['no data where something is packed', 'ZIP_BROKEN', { name: 'x', method: 8, packed: 0 }],
    ['data behind its end', 'ZIP_BROKEN', { name: 'x', data: 'abc', packed: 5000, size: 5000 }],
    ['a folder with data', 'ZIP_BROKEN', { name: 'x/', data: 'abc', mode: 0o040755 }],
    ['another name at the data', 'ZIP_BROKEN', { name: 'x', local: { name: 'y' } }],
    ['another size at the data', 'ZIP_BROKEN', { name: 'x', data: 'abc', local: { size: 9 } }],
    ['another method at the data', 'ZIP_BROKEN', { name: 'x', data: 'abc', local: { method: 8 } }],
    [
      'an extra field without end',
      'ZIP_BROKEN',
      { name: 'x', extra: Buffer.from('0100ffff', 'hex') },
    ],
    ['a comment that is too long', 'ZIP_BROKEN', { name: 'x', comment: Buffer.alloc(5000) }],
  ])('%s', async (_what, code, entry) => {
    // The bad entry comes after a good one, which then must not be there either, unless the data
    // themselves are bad: those are found when they are read.
    expect(await found([GOOD, entry])).toContain(code);
    expect(written().filter((path) => path !== 'good.txt' && path !== 'x')).toEqual([]);
  });

  test.each<[string, readonly string[]]>([
    ['the same path', ['a/b', 'a/b']],
    ['paths that differ by case', ['bundle.json', 'Bundle.json']],
    ['folders that differ by case', ['plan/a', 'Plan/b']],
    ['paths that differ by Unicode form', ['caf\u00e9', 'cafe\u0301']],
    ['paths that differ by width', ['plan', '\uff50lan']],
    ['letters that are one in upper case', ['stra\u00dfe', 'strasse']],
    ['a file that is a folder too', ['plan', 'plan/a']],
    ['a folder that is a file too', ['plan/a', 'plan']],
  ])('%s', async (_what, names) => {
    expect(await found(names.map((name) => ({ name })))).toEqual(['ZIP_DUPLICATE']);
    expect(written()).toEqual([]);
  });

  test('too many entries, told or not', async () => {
    const many = Array.from({ length: 6 }, (_, i) => ({ name: `${i}` }));
    expect(await found(many, { entries: 5 })).toEqual(['ZIP_BOMB']);
    expect(await found(many, { entries: 6 })).toEqual([]);
    const { findings } = await unpack(withZip64End(handMadeZip([GOOD]), 34n, 1n << 60n));
    expect(findings.map(({ code }) => code)).toEqual(['ZIP_BOMB']);
  });

  test('an entry that is packed too well; a small one may be', async () => {
    const zeros = (length: number): HandMade => ({
      ...{ name: 'zeros', data: Buffer.alloc(length), deflated: true },
    });
    expect(await found([zeros(1024 ** 2)])).toEqual([]);
    rmSync(target, { recursive: true });
    expect(await found([zeros(1024 ** 2 + 1)])).toEqual(['ZIP_BOMB']);
    expect(written()).toEqual([]);
  });

  test('more bytes than may be, all together', async () => {
    const entries = [
      { name: 'a', data: 'xxxx' },
      { name: 'b', data: 'yyyy' },
    ];
    expect(await found(entries, { unpacked: 7 })).toEqual(['ZIP_BOMB']);
    expect(written()).toEqual([]);
    expect(await found(entries, { unpacked: 8 })).toEqual([]);
  });

  test('entries that share their data', async () => {
    const data = Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 251));
    const entry = { name: 'a', data };
    const shared = Array.from({ length: 20 }, (_, i) => ({
      ...{ name: `b${i}`, data, sameData: true },
    }));
    expect(await found([entry, ...shared])).toContain('ZIP_BOMB');
    expect(written()).toEqual([]);
  });

  test.each<[string, Buffer]>([
    ['nothing in it', Buffer.alloc(0)],
    ['no entries', handMadeZip([])],
    ['no zip file in it', Buffer.from('not a zip file at all, but long enough to be one')],
    ['its end cut off', handMadeZip([GOOD]).subarray(0, -10)],
    ['its front cut off', handMadeZip([GOOD]).subarray(20)],
    ['bytes behind its end', Buffer.concat([handMadeZip([GOOD]), Buffer.from('x')])],
    ['more entries than it has', handMadeZip([GOOD], { count: 2 })],
    ['its directory beyond all files', withZip64End(handMadeZip([GOOD]), 1n << 62n, 1n)],
    ['its ZIP64 end beyond all files', zip64EndAt(1n << 62n)],
    ['its directory beyond the file', withZip64End(handMadeZip([GOOD]), 99_999n, 1n)],
  ])('%s', async (_what, zip) => {
    const { findings } = await unpack(zip);
    expect(findings.map(({ code }) => code)).toEqual(['ZIP_BROKEN']);
    expect(written()).toEqual([]);
  });

  test('so much wrong with it that reading on teaches nothing', async () => {
    const many = Array.from({ length: 500 }, (_, i) => ({ name: `../${i}` }));
    expect(await found(many)).toHaveLength(50);
  });

  test('any bytes changed: it is a finding or harmless, never an exception, never outside', async () => {
    const plain = handMadeZip([
      { name: 'plan/a.json', data: 'some text, some text, some text', deflated: true },
      { name: 'b.txt', data: 'more' },
    ]);
    const zips = [plain, withZip64End(plain, BigInt(plain.length - 22 - (46 + 11) - (46 + 5)), 2n)];
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...zips), changes, async (zip, edits) => {
        const changed = Buffer.from(zip);
        for (const [at, byte] of edits) changed[at % changed.length] = byte;
        const { findings, entries } = await unpack(changed);
        expect(findings.length > 0).toBe(entries.length === 0);
        const leftOut = written().filter((path) => path.startsWith('..') || path.startsWith('/'));
        expect(leftOut).toEqual([]);
        if (existsSync(target)) rmSync(target, { recursive: true });
      }),
      { numRuns: 300 },
    );
  });
});
