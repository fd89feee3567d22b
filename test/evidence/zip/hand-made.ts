import { crc32, deflateRawSync } from 'node:zlib';

/** An entry as it is written, true or not; what is not given is true. */
export interface HandMade {
  readonly name: string | Buffer;
  readonly data?: string | Buffer;
  readonly deflated?: boolean;
  /** General purpose bits; default: the name is UTF-8. */
  readonly flags?: number;
  readonly method?: number;
  /** Upper half of the external attributes: type and rights. */
  readonly mode?: number;
  /** Lower half. */
  readonly dosAttributes?: number;
  /** What the directory says. */
  readonly size?: number;
  readonly packed?: number;
  readonly crc?: number;
  readonly extra?: Buffer;
  readonly comment?: Buffer;
  /** What the entry says of itself, where it is something else. */
  readonly local?: { readonly name?: string; readonly size?: number; readonly method?: number };
  /** Uses the data of the entry before. */
  readonly sameData?: boolean;
}

/** Puts a zip file together byte by byte, as a hostile program may do. */
export function handMadeZip(
  entries: readonly HandMade[],
  { count = entries.length }: { readonly count?: number } = {},
): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let last = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name as string);
    const data = Buffer.from((entry.data ?? '') as string);
    const packed = entry.deflated === true ? deflateRawSync(data) : data;
    const { flags = 0x800, mode = 0o100644, extra = Buffer.alloc(0) } = entry;
    const { comment = Buffer.alloc(0), dosAttributes = 0, local = {} } = entry;
    const own = {
      method: entry.method ?? (entry.deflated === true ? 8 : 0),
      crc: entry.crc ?? crc32(data),
      packed: entry.packed ?? packed.length,
      size: entry.size ?? data.length,
    };
    const localName = local.name === undefined ? name : Buffer.from(local.name);
    if (entry.sameData !== true) {
      last = offset;
      const head = Buffer.alloc(30);
      head.writeUInt32LE(0x04034b50, 0);
      head.writeUInt16LE(flags, 6);
      head.writeUInt16LE(local.method ?? own.method, 8);
      head.writeUInt32LE(own.crc, 14);
      head.writeUInt32LE(own.packed, 18);
      head.writeUInt32LE(local.size ?? own.size, 22);
      head.writeUInt16LE(localName.length, 26);
      const body = Buffer.concat([head, localName, packed]);
      bodies.push(body);
      offset += body.length;
    }
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE((3 << 8) | 20, 4);
    record.writeUInt16LE(flags, 8);
    record.writeUInt16LE(own.method, 10);
    record.writeUInt32LE(own.crc, 16);
    record.writeUInt32LE(own.packed, 20);
    record.writeUInt32LE(own.size, 24);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt16LE(extra.length, 30);
    record.writeUInt16LE(comment.length, 32);
    record.writeUInt32LE(((mode << 16) | dosAttributes) >>> 0, 38);
    record.writeUInt32LE(last, 42);
    directory.push(Buffer.concat([record, name, extra, comment]));
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listing, end]);
}

/** The same with a ZIP64 end that places the directory at any offset. */
export function withZip64End(zip: Buffer, directoryAt: bigint, count: bigint): Buffer {
  const [body, end] = [zip.subarray(0, -22), Buffer.from(zip.subarray(-22))];
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(count, 24);
  record.writeBigUInt64LE(count, 32);
  record.writeBigUInt64LE(directoryAt, 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(body.length), 8);
  locator.writeUInt32LE(1, 16);
  end.writeUInt16LE(0xffff, 8);
  end.writeUInt16LE(0xffff, 10);
  end.writeUInt32LE(0xffffffff, 16);
  return Buffer.concat([body, record, locator, end]);
}
