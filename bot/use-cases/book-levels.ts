import { customerDays } from '../../core/follow-ups/book-load.ts';
import { levelOf, type ServiceLevel, type ServiceLevels, serviceLevels } from '../../core/follow-ups/service-levels.ts';
import type { Served } from '../store/books.ts';
import type { Database } from '../store/database.ts';
import { schemeInUse } from './schemes-in-use.ts';

/** How the customers of a workspace are served. */
export async function bookLevels(db: Database, workspaceId: string): Promise<ServiceLevels> {
  const prospects = await schemeInUse(db, workspaceId, 'prospect');
  return serviceLevels({ prospects, customers: await schemeInUse(db, workspaceId, 'customer') });
}

/** The level of a customer, its place among the levels, and what it takes in days of 480 minutes a month. */
export function loadOf(
  levels: ServiceLevels,
  served: Served,
): { readonly level: ServiceLevel; readonly rank: number; readonly days: number } {
  const level = levelOf(levels, served);
  return { level, rank: levels.indexOf(level), days: customerDays(level) };
}
