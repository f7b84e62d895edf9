import { type AnyScheme, cutUses } from './scheme-inputs.ts';

/**
 * Whether a document compares customers with each other (quantiles, bands of the best fifth): what one customer gets then depends on
 * who else is graded.
 */
export function comparesCustomers(document: AnyScheme): boolean {
  return cutUses(document).some(({ starts }) => starts.some(({ top }) => top !== undefined));
}
