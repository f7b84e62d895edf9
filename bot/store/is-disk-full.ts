import { statfs } from 'node:fs/promises';

/** As the file system, PostgreSQL (class 53) and SQLite call it, and DatabaseError. */
const CODES: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', '53100', 'disk-full']);
const SQLITE_FULL = 13;

/** Whether an error says that the disk is full, or what caused it does. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && CODES.has(error.code)) return true;
  return ('errcode' in error && error.errcode === SQLITE_FULL) || isDiskFull(error.cause);
}

/** What a database wants to open its folder; PGlite does not say why it failed where it had less. */
const LEAST_BYTES = 1024 * 1024;

/** Whether there is next to no room where a folder is; false where nobody can say. */
export async function hasNoRoom(folder: string): Promise<boolean> {
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize < LEAST_BYTES,
    () => false,
  );
}
