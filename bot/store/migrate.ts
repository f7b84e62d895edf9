import { promises as fs } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
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
  const known = await knownMigrations();
  const executed = await executedMigrations(db);
  const newer = executed.filter((name) => !known.includes(name));
  if (newer.length > 0) throw new DatabaseError('newer-database', newer.join(', '));
  // Kysely's migrator reads the whole catalogue first, which nearly every start can do without.
  return known.every((name) => executed.includes(name)) ? [] : migrateToLatest(db);
}

async function migrateToLatest(db: Database): Promise<string[]> {
  const { FileMigrationProvider, Migrator } = await import('kysely/migration');
  const provider = new FileMigrationProvider({ fs, path, migrationFolder: FOLDER });
  const { error, results } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName;
    throw new DatabaseError('migration-failed', failed ?? describe(error), { cause: error });
  }
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

async function knownMigrations(): Promise<string[]> {
  const files = await fs.readdir(FOLDER);
  return files.filter((name) => name.endsWith('.ts')).map((name) => path.basename(name, '.ts'));
}

/** Names of the migrations that the database has had; empty for a new one. */
async function executedMigrations(db: Database): Promise<string[]> {
  const { rows: tables } = await sql<{ found: boolean }>`
    select to_regclass('kysely_migration') is not null as found`.execute(db);
  if (tables[0]?.found !== true) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map((row) => row.name);
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
