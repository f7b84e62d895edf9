import type { Clock } from '../clock.ts';
import type { Database } from '../store/database.ts';
import type { TableImporter } from './page-server/page-requests.ts';

/** To be joined with the use cases. */
export function tableImporter(_db: Database, _clock: Clock): TableImporter {
  const notYet = () => Promise.reject(new Error('not yet'));
  return { preview: notYet, import: notYet };
}
