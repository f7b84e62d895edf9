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
      /** One session for both: what the queue asks waits for a transaction of Kysely's to end, and the other way round. */
      readonly pglite: PGlite;
    };
