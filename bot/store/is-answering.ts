import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from './database.ts';

const PATIENCE_MS = 2000;

/** Whether the database answers within 2 s. Never throws. */
export async function isAnswering(db: Database): Promise<boolean> {
  const asked = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, delay(PATIENCE_MS, false, { ref: false })]);
}
