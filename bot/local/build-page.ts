import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { removeLeftovers, replaceFolder } from './replace-folder.ts';
import { isFresh, PROJECT, type Sources, sourcesHash, writeStamp } from './source-stamp.ts';

const SOURCE = fileURLToPath(new URL('./page/', import.meta.url));

/** Where the built page lies; not in the repository. */
const BUILT_PAGE = `${SOURCE}dist`;

/** Names what the page was built from. */
const STAMP = 'built-from';

/** Everything that the bundle may be made from: the page, what lies beside it, the core, and the versions of packages. */
const SOURCES: Sources = {
  globs: ['bot/local/page/**/*.*', 'bot/local/*.ts', 'core/**/*.ts'],
  stamp: `${BUILT_PAGE}/${STAMP}`,
};

/** No build takes this long: what is older was left by one that was killed. */
const LONGEST_BUILD_MS = 600_000;

/**
 * The folder of the page, built first where its sources have changed; null when it cannot be built here, or when `signal`
 * ended the building. Never rejects.
 */
export async function builtPage(signal: AbortSignal): Promise<string | null> {
  try {
    if (await isFresh(SOURCES)) return BUILT_PAGE;
    // In a process of its own, which takes the memory and the time away from whoever is starting.
    const stdio = ['ignore', 'ignore', 'inherit'] as const;
    await once(spawn(process.execPath, [fileURLToPath(import.meta.url)], { stdio: [...stdio], signal }), 'close');
  } catch {
    // A page that was built before is better than none.
  }
  return existsSync(`${BUILT_PAGE}/index.html`) ? BUILT_PAGE : null;
}

/** Builds the page, without any network. Another process may do the same: the folder is replaced as a whole. */
async function buildPage(): Promise<void> {
  const { build } = await import('vite');
  const hash = await sourcesHash(SOURCES);
  await removeLeftovers(BUILT_PAGE, Date.now() - LONGEST_BUILD_MS);
  const outDir = await mkdtemp(`${BUILT_PAGE}-`);
  try {
    await build({
      configFile: false,
      root: SOURCE,
      base: '/',
      logLevel: 'warn',
      clearScreen: false,
      build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
    });
    await writeStamp(`${outDir}/${STAMP}`, hash);
    await replaceFolder(outDir, BUILT_PAGE);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

// Run by `npm ci`. Without the packages that build it, as on a server, there is no page and nothing is missing.
if (import.meta.main && existsSync(`${PROJECT}node_modules/vite`) && !(await isFresh(SOURCES))) {
  try {
    await buildPage();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The page of the local workspace could not be built: ${why}\n`);
    process.exitCode = 1;
  }
}
