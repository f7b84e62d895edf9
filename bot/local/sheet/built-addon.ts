import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { isFresh, PROJECT, type Sources } from '../source-stamp.ts';

const BUILT_ADDON = `${PROJECT}sheets-addon/dist`;

/** What the add-on is built from. Its folder may hold nothing but what goes to Google, so the stamp lies beside it. */
export const ADDON_SOURCES: Sources = {
  globs: ['sheets-addon/**/*.*', 'core/**/*.ts'],
  stamp: `${PROJECT}sheets-addon/dist-built-from`,
};

/**
 * The folder of the built add-on, built first where its sources have changed; null when it was never built and cannot be built
 * here. Never rejects.
 */
export async function builtAddon(): Promise<string | null> {
  try {
    if (!(await isFresh(ADDON_SOURCES))) {
      const stdio = ['ignore', 'ignore', 'inherit'] as const;
      await once(spawn(process.execPath, [`${PROJECT}sheets-addon/build.ts`], { stdio: [...stdio] }), 'close');
    }
  } catch {
    // An add-on that was built before is better than none.
  }
  return existsSync(`${BUILT_ADDON}/Code.js`) ? BUILT_ADDON : null;
}
