import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { dataDir as preparedDatabase } from '@electric-sql/pglite-prepopulatedfs';

const BLOCK_BYTES = 512;

/**
 * Writes an empty database of PGlite into `folder`, which is made. It comes ready from a package, as initialising one
 * takes seconds. Unpacked here and not by PGlite, which would go through its WebAssembly file by file and open the
 * database at the same time, so that it could not be moved into place once it is whole.
 */
export async function unpackDatabase(folder: string): Promise<void> {
  const packed = await (await preparedDatabase()).arrayBuffer();
  const archive = await promisify(gunzip)(packed);
  mkdirSync(folder, { mode: 0o700 });
  for (const { name, isFolder, content } of tarEntries(archive)) {
    const target = path.join(folder, name);
    if (isFolder) mkdirSync(target, { mode: 0o700, recursive: true });
    else writeFileSync(target, content, { mode: 0o600 });
  }
}

interface TarEntry {
  /** Below the archive's root, which some names begin with as `/`. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly content: Buffer;
}

/** Files and folders of a tar archive in the ustar form, each in its place there: folders come before what they hold. */
export function* tarEntries(archive: Buffer): Generator<TarEntry> {
  for (let at = 0; at + BLOCK_BYTES <= archive.length; ) {
    const header = archive.subarray(at, at + BLOCK_BYTES);
    const name = textAt(header, 0, 100);
    if (name === '') return;
    const size = Number.parseInt(textAt(header, 124, 12), 8);
    const start = at + BLOCK_BYTES;
    yield { name, isFolder: textAt(header, 156, 1) === '5', content: archive.subarray(start, start + size) };
    at = start + Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
  }
}

/** The text of a header's field, which ends at the first NUL. */
function textAt(header: Buffer, start: number, length: number): string {
  return header.toString('latin1', start, start + length).split('\0', 1)[0] ?? '';
}
