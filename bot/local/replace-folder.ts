import { readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts the folder `next` in the place of `place`, which may hold one already; both lie in one folder. Anybody who reads finds
 * the old or the new one, but for the moment between two renames. False when somebody else put theirs there in that moment:
 * theirs stays, and so does `next`.
 */
export async function replaceFolder(next: string, place: string): Promise<boolean> {
  const old = `${next}-old`;
  await rename(place, old).catch(unlessCode('ENOENT'));
  try {
    await rename(next, place);
    return true;
  } catch (error) {
    unlessCode('ENOTEMPTY', 'EEXIST')(error);
    return false;
  } finally {
    await rm(old, { recursive: true, force: true });
  }
}

/** Removes what killed builds of `place` left beside it: folders of its name and a dash that changed last before `beforeMs`. */
export async function removeLeftovers(place: string, beforeMs: number): Promise<void> {
  const parent = path.dirname(place);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`${path.basename(place)}-`)) continue;
    const leftover = path.join(parent, name);
    const changed = await stat(leftover).catch(unlessCode('ENOENT'));
    if (changed && changed.mtimeMs < beforeMs) await rm(leftover, { recursive: true, force: true });
  }
}

/** Takes an error with one of these codes for nothing; throws any other. */
function unlessCode(...codes: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof Error && 'code' in error && codes.includes(String(error.code))) return undefined;
    throw error;
  };
}
