import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Held as long as the process lives or until it is released. */
export interface FolderLock {
  release(): void;
}

/** SQLite's code for a lock that somebody else holds. */
const SQLITE_BUSY = 5;

/**
 * Takes the data folder for this process; undefined when another process, or this one, has it already.
 *
 * PGlite has no lock of its own, and two processes in one folder destroy it. Node has no file locks, but its SQLite
 * does: an exclusive transaction on the file `lock` holds the operating system's own lock, which only one can get and
 * which ends with the process, however that ends. So there is no stale lock to guess about. Throws what the file
 * system says when the file cannot be opened or locked.
 */
export function lockFolder(dataDir: string): FolderLock | undefined {
  const file = new DatabaseSync(path.join(dataDir, 'lock'), { timeout: 0 });
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
  return { release: () => file.close() };
}
