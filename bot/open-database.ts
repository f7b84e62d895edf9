import { keepTrying } from './keep-trying.ts';
import { type Connection, connect } from './store/connect.ts';
import { DatabaseError } from './store/database-error.ts';
import { migrate } from './store/migrate.ts';

/** Where the database is, and how to wait for it. */
export interface DatabaseOptions {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** Told one sentence for each failed try. */
  readonly say: (sentence: string) => void;
  readonly signal: AbortSignal;
}

/** Opens the database and migrates it, waiting for as long as it does not answer. Throws every other DatabaseError. */
export async function openDatabase(options: DatabaseOptions): Promise<Connection> {
  const { dataDir, signal, say } = options;
  const open = async () => {
    const connection = await connect({ databaseUrl: options.databaseUrl ?? undefined, dataDir });
    try {
      await migrate(connection.db);
      return connection;
    } catch (error) {
      await connection.close();
      throw error;
    }
  };
  return keepTrying(open, {
    worthwhile: (error) => error instanceof DatabaseError && error.code === 'unreachable',
    onFailure: (error, seconds) =>
      say(`${error instanceof Error ? error.message : String(error)} Trying again in ${seconds} s.`),
    signal,
  });
}
