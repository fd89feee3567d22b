import { close, fstatSync, openSync, read } from 'node:fs';
import type { Entry, LocalFileHeader, ZipFile } from 'yauzl';
import type { EvidenceFinding } from '../finding.ts';
import type { ZipLimits } from './limits.ts';
import { isBomb } from './limits.ts';
import { LONGEST_NAME, pathFault, pathRegister } from './names.ts';

/** An entry of a zip file that can be unpacked safely. */
export interface ZipEntry {
  /** Relative, `/`-separated. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly deflated: boolean;
  readonly crc32: number;
  /** Bytes in the zip file, and as they will be. */
  readonly packed: number;
  readonly size: number;
  /** Of the first byte of its data in the zip file. */
  readonly start: number;
}

export interface ZipDirectory {
  /** Empty when there are findings: a zip file is taken as a whole or not at all. */
  readonly entries: readonly ZipEntry[];
  readonly findings: readonly EvidenceFinding[];
}

/** Findings after which reading on teaches nothing. */
const MOST_FINDINGS = 50;

/**
 * Reads the directory of a zip file and looks for everything that could make one file two, or lead
 * out of the folder, or fill the disk. Nothing is unpacked yet. Whatever the file holds is a finding,
 * never an exception.
 *
 * @throws an error of the file system
 */
export async function readZipDirectory(file: string, limits: ZipLimits): Promise<ZipDirectory> {
  const fd = openSync(file, 'r');
  const findings: EvidenceFinding[] = [];
  const report: Report = (found, place) => {
    findings.push(place === undefined ? found : { ...found, place });
  };
  let entries: readonly ZipEntry[] = [];
  try {
    const zip = await openZip(fd);
    entries = await readEntries(zip, limits, report, () => findings.length >= MOST_FINDINGS);
  } catch (error) {
    report(broken((error as Error).message));
  } finally {
    await new Promise<void>((resolve) => close(fd, () => resolve()));
  }
  return { entries: findings.length > 0 ? [] : entries, findings };
}

type Report = (found: EvidenceFinding, place?: string) => void;

async function openZip(fd: number): Promise<ZipFile> {
  const { fromRandomAccessReaderPromise, RandomAccessReader } = await import('yauzl');
  const { size } = fstatSync(fd);
  // The library's own reader passes any offset that a file states on to the system, which throws
  // where nobody can catch it; this one answers with an error.
  class BoundedReader extends RandomAccessReader {
    override read(...[buffer, offset, length, position, callback]: ReadArguments): void {
      if (!(position >= 0 && position + length <= size)) {
        setImmediate(callback, new Error('an offset lies outside of the file'));
        return;
      }
      read(fd, buffer, offset, length, position, callback);
    }
  }
  const zip = await fromRandomAccessReaderPromise(new BoundedReader(), size, {
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: true,
  });
  // An error that comes when nobody waits for one any more.
  zip.on('error', () => {});
  return zip;
}

type ReadArguments = [
  buffer: Buffer,
  offset: number,
  length: number,
  position: number,
  callback: (error: Error | null) => void,
];

async function readEntries(
  zip: ZipFile,
  limits: ZipLimits,
  report: Report,
  enough: () => boolean,
): Promise<readonly ZipEntry[]> {
  if (zip.entryCount > limits.entries) {
    report(bomb(`条目超过 ${limits.entries} 个`, `it has more than ${limits.entries} entries`));
    return [];
  }
  const register = pathRegister();
  const entries: ZipEntry[] = [];
  let packed = 0;
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    const name = decodedName(entry);
    const place = name ?? `#${zip.entriesRead}`;
    const fault = name === null ? NAME_ENCODING : entryFault(entry, name, limits);
    if (fault !== null || name === null) {
      report(fault ?? NAME_ENCODING, place);
    } else {
      const header = await zip.readLocalFileHeaderPromise(entry);
      const kind = name.endsWith('/') ? 'folder' : 'file';
      const path = kind === 'folder' ? name.slice(0, -1) : name;
      const found = headerFault(entry, header) ?? register.add(path, kind);
      if (found !== null) report(found, place);
      entries.push({
        ...{ path, kind, deflated: entry.compressionMethod === 8, crc32: entry.crc32 },
        ...{ packed: entry.compressedSize, size: entry.uncompressedSize },
        start: header.fileDataStart,
      });
    }
    if (enough()) return [];
  }
  if (zip.entriesRead === 0) report(broken('其中没有条目', 'it has no entries'));
  // Entries that share their data are how a small file becomes a huge one.
  if (packed > zip.fileSize) report(bomb('条目的数据相互重叠', 'its entries share their data'));
  if (unpacked > limits.unpacked) {
    const gib = limits.unpacked / 1024 ** 3;
    report(bomb(`解压后超过 ${gib} GiB`, `it comes to more than ${gib} GiB`));
  }
  return entries;
}

/** Null when the bytes of the name are no text that every program reads alike. */
function decodedName({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string | null {
  const utf8 = (generalPurposeBitFlag & UTF8_NAME) !== 0;
  if (!utf8 && fileNameRaw.some((byte) => byte > 0x7e)) return null;
  // Another name beside the name, which some programs prefer.
  const other = extraFields.find(({ id }) => id === UNICODE_PATH);
  if (other !== undefined && !fileNameRaw.equals(other.data.subarray(5))) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fileNameRaw);
  } catch {
    return null;
  }
}

const UTF8_NAME = 0x800;
const UNICODE_PATH = 0x7075;
/** Encrypted, strongly encrypted, and with a masked directory. */
const ENCRYPTED = 0x1 | 0x40 | 0x2000;
/** Sizes and checksum follow the data instead of standing before it. */
const SIZES_BEHIND = 0x8;
/** A link, in the attributes of Windows. */
const REPARSE_POINT = 0x400;
const STORED = 0;
const DEFLATED = 8;

function entryFault(entry: Entry, name: string, limits: ZipLimits): EvidenceFinding | null {
  const fault = pathFault(name.replace(/\/$/, ''));
  if (fault !== null) return fault;
  const { externalFileAttributes: attributes, compressionMethod, compressedSize } = entry;
  const type = (attributes >>> 16) & 0o170000;
  if (type === 0o120000 || (attributes & REPARSE_POINT) !== 0) {
    return finding('ZIP_SYMLINK', '条目是符号链接。', 'The entry is a symbolic link.');
  }
  const folder = name.endsWith('/');
  if (type !== 0 && type !== (folder ? 0o040000 : 0o100000)) {
    return finding(
      'ZIP_SPECIAL',
      '条目不是普通文件或文件夹（设备、管道等）。',
      'The entry is no plain file and no folder (a device, a pipe or the like).',
    );
  }
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) {
    return finding('ZIP_ENCRYPTED', '条目已加密。', 'The entry is encrypted.');
  }
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) {
    return finding(
      'ZIP_METHOD',
      `条目用方法 ${compressionMethod} 压缩；只支持存储和 deflate。`,
      `The entry is packed by method ${compressionMethod}; only stored and deflated ones can be read.`,
    );
  }
  const { fileNameLength, extraFieldLength, fileCommentLength } = entry;
  if (extraFieldLength + fileCommentLength > LONGEST_EXTRAS || fileNameLength > LONGEST_NAME) {
    return broken('附加字段过长', 'its extra fields are too long');
  }
  if (folder && entry.uncompressedSize > 0) {
    return broken('文件夹条目带有数据', 'a folder has data');
  }
  if (isBomb(compressedSize, entry.uncompressedSize, limits)) {
    const { ratio } = limits;
    return bomb(`压缩比超过 ${ratio}`, `an entry is packed to less than 1/${ratio}`);
  }
  return null;
}

/** Bytes of extra fields and comment of one entry. */
const LONGEST_EXTRAS = 4096;

/** A program that reads from the front must find the same as one that reads the directory. */
function headerFault(entry: Entry, header: LocalFileHeader): EvidenceFinding | null {
  const sizes = ['crc32', 'compressedSize', 'uncompressedSize'] as const;
  const before = (header.generalPurposeBitFlag & SIZES_BEHIND) === 0;
  const same =
    header.fileName.equals(entry.fileNameRaw) &&
    header.compressionMethod === entry.compressionMethod &&
    (header.generalPurposeBitFlag & ENCRYPTED) === 0 &&
    (!before || sizes.every((key) => header[key] === entry[key] || header[key] === 0xffffffff));
  return same ? null : broken('目录与条目自身的说明不一致', 'the directory and the entry disagree');
}

/** @param en absent: `zh` is what a program said, in no language of ours */
export function broken(zh: string, en: string = zh): EvidenceFinding {
  return finding('ZIP_BROKEN', `zip 文件已损坏：${zh}。`, `The zip file is damaged: ${en}.`);
}

function bomb(zh: string, en: string): EvidenceFinding {
  return finding(
    'ZIP_BOMB',
    `zip 文件超出允许的大小：${zh}。`,
    `The zip file is larger than it may be: ${en}.`,
  );
}

const NAME_ENCODING: EvidenceFinding = finding(
  'ZIP_NAME',
  '条目的名称不是明确标注的 UTF-8。',
  'The name of the entry is not plainly marked UTF-8.',
);

function finding(code: string, zh: string, en: string): EvidenceFinding {
  return { code, message: { zh, en } };
}
