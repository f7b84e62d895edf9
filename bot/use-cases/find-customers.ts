import { searchCustomers } from '../store/customer-search.ts';
import type { UseCaseContext } from './context.ts';
import type { CustomerMatch, CustomerSearch } from './customer-card.ts';

/** A menu of Slack holds 100 entries, but nobody reads more than this. */
const MOST_MATCHES = 20;

/**
 * Finds the customers that a person may mean by `query`: those whose key or whole name it is, and up to 20 in all. When
 * nothing fits, `others` holds up to five whose names look alike, `how` being `close`.
 */
export async function findCustomers(context: UseCaseContext, query: string): Promise<CustomerSearch> {
  const matches = await searchCustomers(context.db, context.actor.workspaceId, query, { limit: MOST_MATCHES });
  return {
    exact: matches.filter(isExact),
    others: matches.filter((match) => !isExact(match)),
  };
}

function isExact({ how }: CustomerMatch): boolean {
  return how === 'key' || how === 'exact';
}
