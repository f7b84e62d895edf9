import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { Kysely, PGliteDialect } from 'kysely';
import type { Connection } from './connect.ts';
import type { Tables } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { COLUMN_PARSERS } from './parse-column.ts';

/** The folder that stands for a database in memory. */
export const IN_MEMORY = 'memory://';

/** Opens PGlite in `dataDir/database`; throws {@link DatabaseError} `folder-unusable`. */
export async function connectPglite(dataDir: string): Promise<Connection> {
  const folder = dataDir === IN_MEMORY ? IN_MEMORY : path.join(dataDir, 'database');
  try {
    if (dataDir !== IN_MEMORY) await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const pglite = await PGlite.create({
      dataDir: folder,
      extensions: { pg_trgm, btree_gin },
      parsers: COLUMN_PARSERS,
    });
    const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
    return { db, kind: 'pglite', close: () => db.destroy() };
  } catch (error) {
    throw new DatabaseError('folder-unusable', dataDir, { cause: error });
  }
}
