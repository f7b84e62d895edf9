import { promises as fs } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import { DatabaseError } from './database-error.ts';

const FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url));

/**
 * Brings the database up to date and returns the names of the migrations that ran now, oldest first.
 *
 * All of them run in one transaction. Several processes may start at once: on PostgreSQL the first takes an advisory
 * lock and the others wait for it. Throws {@link DatabaseError} `newer-database` or `migration-failed`.
 */
export async function migrate(db: Database): Promise<string[]> {
  const provider = new FileMigrationProvider({ fs, path, migrationFolder: FOLDER });
  const known = new Set(Object.keys(await provider.getMigrations()));
  const migrator = new Migrator({ db, provider });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const unknown = (await executedMigrations(db)).filter((name) => !known.has(name));
    if (unknown.length > 0) throw new DatabaseError('newer-database', unknown.join(', '), { cause: error });
    const failed = results?.find((result) => result.status === 'Error')?.migrationName;
    throw new DatabaseError('migration-failed', failed ?? describe(error), { cause: error });
  }
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

/** Names of the migrations that the database has had; empty for a new one. */
async function executedMigrations(db: Database): Promise<string[]> {
  try {
    const rows = await db
      .withTables<{ kysely_migration: { name: string } }>()
      .selectFrom('kysely_migration')
      .select('name')
      .execute();
    return rows.map((row) => row.name);
  } catch {
    return [];
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
