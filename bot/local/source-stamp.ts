import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** What something is built from, so that it can be told whether it is still up to date. */
export interface Sources {
  /** Globs from the project's folder; folders called `dist` or `dist-…` are left out. */
  readonly globs: readonly string[];
  /** The file that names what the last build was made from. */
  readonly stamp: string;
}

/** Names the present sources and the versions of all packages. */
export async function sourcesHash({ globs }: Pick<Sources, 'globs'>): Promise<string> {
  const paths = ['package-lock.json'];
  for await (const path of glob([...globs], { cwd: PROJECT, exclude: isBuilt })) paths.push(path);
  const hash = createHash('sha256');
  for (const path of paths.toSorted()) {
    hash.update(`${path}\n`);
    hash.update(await readFile(`${PROJECT}${path}`));
  }
  return hash.digest('hex');
}

/** Whether the last build was made from the present sources. */
export async function isFresh(sources: Sources): Promise<boolean> {
  const stamp = await readFile(sources.stamp, 'utf8').catch(() => '');
  return stamp !== '' && stamp === (await sourcesHash(sources));
}

/** Writes down what a build was made from: the hash that was taken before it. */
export async function writeStamp(stamp: string, hash: string): Promise<void> {
  await writeFile(stamp, hash);
}

function isBuilt(path: string): boolean {
  return /(^|\/)dist(-[^/]*)?(\/|$)/.test(path);
}
