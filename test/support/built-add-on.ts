import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeLeftovers } from '../../bot/local/replace-folder.ts';
import { ADDON_SOURCES } from '../../bot/local/sheet/built-addon.ts';
import { sourcesHash } from '../../bot/local/source-stamp.ts';
import { type AddOn, addOnOf } from '../../bot/local/workbook/add-on.ts';
import { type BuiltFiles, builtFiles } from '../../sheets-addon/build.ts';

let files: Promise<BuiltFiles> | undefined;
let addOn: Promise<AddOn> | undefined;

/** The add-on's files, built out of the sources as they are; once for all tests, since it takes some seconds. */
export function builtAddOnFiles(): Promise<BuiltFiles> {
  files ??= keptFiles();
  return files;
}

/** The add-on built out of the sources as they are, ready to run. */
export function builtAddOn(): Promise<AddOn> {
  addOn ??= builtAddOnFiles().then((built) =>
    addOnOf(built['Code.js'], built['appsscript.json'], new Map([['sidebar', built['sidebar.html']]])),
  );
  return addOn;
}

const KEPT = path.join(tmpdir(), 'tierbook-add-on');
const DAY_MS = 86_400_000;

/** Files that were built from these very sources, by whichever process. */
async function keptFiles(): Promise<BuiltFiles> {
  const folder = `${KEPT}-${await sourcesHash(ADDON_SOURCES)}`;
  const file = path.join(folder, 'files.json');
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return JSON.parse(kept) as BuiltFiles;
  const built = await builtFiles();
  await removeLeftovers(KEPT, Date.now() - DAY_MS);
  await mkdir(folder, { recursive: true });
  const own = `${file}-${process.pid}`;
  await writeFile(own, JSON.stringify(built));
  // Whoever reads finds all of it or nothing.
  await rename(own, file);
  return built;
}
