/** One file inside a ZIP archive, as its central directory lists it. */
export interface ZipEntry {
  readonly name: string;
  /** Its size when unpacked, as declared. */
  readonly size: number;
  readonly packedSize: number;
  /** Where its local header starts. */
  readonly offset: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
}

/** Lists a ZIP archive from its central directory; undefined when it is damaged. */
export function zipEntries(bytes: Buffer): ZipEntry[] | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL_HEADER) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      size: bytes.readUInt32LE(at + 24),
      packedSize: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
      method: bytes.readUInt16LE(at + 10),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Where the packed bytes of an entry lie; undefined when its local header is damaged. */
export function packedBytes(bytes: Buffer, entry: ZipEntry): Buffer | undefined {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== LOCAL_HEADER) return undefined;
  const start = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const packed = bytes.subarray(start, start + entry.packedSize);
  return packed.length === entry.packedSize ? packed : undefined;
}

/** The given entries of an archive as an archive of its own, in their order, for a reader that goes by local headers and needs no directory. */
export function archiveOf(bytes: Buffer, entries: readonly ZipEntry[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const name = Buffer.from(entry.name);
      const header = Buffer.alloc(30);
      header.writeUInt32LE(LOCAL_HEADER, 0);
      header.writeUInt16LE(entry.method, 8);
      header.writeUInt32LE(entry.packedSize, 18);
      header.writeUInt32LE(entry.size, 22);
      header.writeUInt16LE(name.length, 26);
      return [header, name, packedBytes(bytes, entry) ?? Buffer.alloc(0)];
    }),
  );
}

const CENTRAL_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
