import type { EvidenceFinding } from '../finding.ts';

type Fault = Pick<EvidenceFinding, 'code' | 'message'>;

/** Bytes of a name at most; a path of a run folder has less than 200. */
export const LONGEST_NAME = 1024;
/** Bytes of one part of a name: what common file systems take. */
const LONGEST_PART = 255;

/** Names that are devices to Windows, whatever extension they have. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/**
 * What is wrong with the path of an entry, or null: it must name the same file below the folder it
 * is unpacked to on every system.
 *
 * @param path `/`-separated, without the slash that marks a folder
 */
export function pathFault(path: string): Fault | null {
  const parts = path.split('/');
  if (path.includes('\\') || /^[A-Za-z]:/.test(path) || parts.some((part) => LEAVES.has(part))) {
    return fault(
      'ZIP_PATH',
      '条目的路径不是文件夹之内的相对路径。',
      'The path of the entry is not a relative one inside of the folder.',
    );
  }
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(path)) {
    return fault(
      'ZIP_NAME',
      '条目的名称含有控制字符或不可见字符。',
      'The name of the entry has control characters or invisible ones.',
    );
  }
  const odd = (part: string): boolean =>
    /[<>:"|?*]|[. ]$/.test(part) || DEVICE.test(part) || Buffer.byteLength(part) > LONGEST_PART;
  if (parts.some(odd) || Buffer.byteLength(path) > LONGEST_NAME) {
    return fault(
      'ZIP_NAME',
      '条目的名称并非在所有系统上都可用。',
      'The name of the entry does not work on every system.',
    );
  }
  return null;
}

/** An empty part begins at the root, or is skipped by some programs and not by others. */
const LEAVES: ReadonlySet<string> = new Set(['', '.', '..']);

/** Sees that every path of a zip file is one file on every system. */
export interface PathRegister {
  /** Null when the path is new, and everything it lies in is a folder spelled alike everywhere. */
  add(path: string, kind: 'file' | 'folder'): Fault | null;
}

export function pathRegister(): PathRegister {
  const known = new Map<string, { readonly spelling: string; readonly kind: 'file' | 'folder' }>();
  const enter = (spelling: string, kind: 'file' | 'folder'): boolean => {
    const key = folded(spelling);
    const before = known.get(key);
    known.set(key, before ?? { spelling, kind });
    return before === undefined || (kind === 'folder' && is(before, spelling, kind));
  };
  return {
    add(path, kind) {
      const parts = path.split('/');
      const folders = parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
      const fits = folders.every((folder) => enter(folder, 'folder')) && enter(path, kind);
      if (fits) return null;
      return fault(
        'ZIP_DUPLICATE',
        '不止一个条目使用此路径；大小写和 Unicode 写法的差异不算区别。',
        'More than one entry has this path; differences of case and of Unicode form do not count.',
      );
    },
  };
}

function is(before: { spelling: string; kind: string }, spelling: string, kind: string): boolean {
  return before.spelling === spelling && before.kind === kind;
}

/** Alike for all spellings that some file system takes for the same. */
function folded(path: string): string {
  return path.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}

function fault(code: string, zh: string, en: string): Fault {
  return { code, message: { zh, en } };
}
