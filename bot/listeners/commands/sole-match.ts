import type { CustomerMatch, CustomerSearch } from '../../use-cases/customer-card.ts';

/** The one customer who is exactly meant; without an exact one, the only one whose name fits without a typing error. */
export function soleMatch(search: CustomerSearch): CustomerMatch | undefined {
  if (search.exact.length > 0) return search.exact.length === 1 ? search.exact[0] : undefined;
  const fitting = search.others.filter((match) => match.how !== 'close');
  return fitting.length === 1 ? fitting[0] : undefined;
}
