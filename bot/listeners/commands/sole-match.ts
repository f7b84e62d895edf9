import type { CustomerMatch, CustomerSearch } from '../../use-cases/customer-card.ts';

/**
 * The one customer who is exactly meant; without an exact one, the only one whose name fits without a typing error. Of
 * several of a name the only active one is meant rather than those that are archived or lost.
 */
export function soleMatch(search: CustomerSearch): CustomerMatch | undefined {
  const fitting = search.others.filter((match) => match.how !== 'close');
  const meant = search.exact.length > 0 ? search.exact : fitting;
  const active = meant.filter(({ status }) => status === 'active');
  if (search.exact.length > 0 && active.length === 1) return active[0];
  return meant.length === 1 ? meant[0] : undefined;
}
