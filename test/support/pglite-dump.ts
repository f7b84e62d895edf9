import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { dataDir as preparedDatabase } from '@electric-sql/pglite-prepopulatedfs';
import { connectionTo, PGLITE_OPTIONS } from '../../bot/store/connect-pglite.ts';
import { migrate } from '../../bot/store/migrate.ts';

const CACHE = path.resolve('node_modules/.cache/tierbook');

let loaded: Promise<Buffer> | undefined;

/**
 * A migrated, empty PGlite as a tar archive. A new one takes seconds and a copy half of one, so it is kept between test
 * runs for as long as neither the migrations nor PGlite change.
 */
export function pgliteDump(): Promise<Buffer> {
  return (loaded ??= load());
}

async function load(): Promise<Buffer> {
  const file = path.join(CACHE, `pglite-${await stateOfSources()}.tar`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept !== undefined) return kept;
  const pglite = await PGlite.create({ ...PGLITE_OPTIONS, loadDataDir: await preparedDatabase() });
  const connection = connectionTo(pglite);
  await migrate(connection.db);
  const dump = Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer());
  await connection.close();
  await mkdir(CACHE, { recursive: true });
  for (const old of await readdir(CACHE)) await rm(path.join(CACHE, old), { force: true });
  // Test files run side by side: each writes its own, and the last one stays.
  await writeFile(`${file}.${process.pid}`, dump);
  await rename(`${file}.${process.pid}`, file).catch(() => {});
  return dump;
}

async function stateOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const files = (await readdir('migrations')).toSorted().map((name) => path.join('migrations', name));
  for (const file of [...files, 'node_modules/@electric-sql/pglite/package.json']) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}
