import { cliText } from '../../core/text/cli-text.ts';
import type { Language } from '../../core/text/language.ts';
import { readConfig } from '../config.ts';
import { connect } from '../store/connect.ts';
import { migrate } from '../store/migrate.ts';
import { type CliIo, print } from './cli-io.ts';

/** `migrate`: brings the database up to date. `npm start` and every other command do the same by themselves. */
export async function migrateCommand(io: CliIo, language: Language): Promise<number> {
  const { databaseUrl, dataDir } = readConfig(io.env);
  const connection = await connect({ databaseUrl: databaseUrl ?? undefined, dataDir });
  try {
    const { length } = await migrate(connection.db);
    const text = cliText[language];
    await print(io, `${length === 0 ? text.nothingToMigrate : text.migrated(length)}\n`);
    return 0;
  } finally {
    await connection.close();
  }
}
