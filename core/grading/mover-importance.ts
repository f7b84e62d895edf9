import type { FactValue } from '../customer.ts';
import type { Scheme } from './scheme.ts';

/**
 * Fields by which customers may be ordered by how much they matter, the first choice first: sales, then every amount of money
 * that the schemes read, in their order.
 */
export function importanceFields(schemes: readonly Scheme[]): string[] {
  const amounts = schemes.flatMap(({ criteria }) =>
    criteria.filter(({ type }) => type === 'money').map(({ id }) => id),
  );
  return [...new Set(['salesAmount', ...amounts])];
}

/** A value as an importance; null when it is no number. */
export function importanceOf(value: FactValue | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
