import type { PGlite } from '@electric-sql/pglite';

/** How the job queue reaches a database, beside the Kysely that everything else goes through. */
export type QueueAccess =
  | {
      readonly kind: 'postgres';
      readonly connectionString: string;
      /** Whether the schema of that name is there already, so that nobody needs the right to create it. */
      readonly hasSchema: (name: string) => Promise<boolean>;
    }
  | {
      readonly kind: 'pglite';
      readonly pglite: PGlite;
      /**
       * Runs `work` while nobody else has the connection. PGlite is one session: a statement of the queue's that went
       * past Kysely would land in whatever transaction is open there, and be rolled back or committed with it.
       */
      readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
    };
