import type { Facts } from '../customer.ts';
import type { Scheme } from './scheme.ts';

/** By how much money customers matter, found while they stream by. */
export interface Importance {
  /** The fields that may serve. */
  readonly fields: readonly string[];
  /** Notes what a customer has; all are seen before any is asked for. */
  readonly see: (facts: Facts) => void;
  /** The field that serves: the first that anybody has; null when nobody has any. */
  readonly field: () => string | null;
  /** The customer's amount; null when it is not known. */
  readonly importance: (facts: Facts) => number | null;
}

/**
 * Customers matter by their sales, or where nobody has any, by the first amount of money that the schemes read, in their order.
 */
export function importanceOf(schemes: readonly Scheme[]): Importance {
  const amounts = schemes.flatMap(({ criteria }) =>
    criteria.filter(({ type }) => type === 'money').map(({ id }) => id),
  );
  const fields = [...new Set(['salesAmount', ...amounts])];
  const seen = new Set<string>();
  const field = (): string | null => fields.find((id) => seen.has(id)) ?? null;
  return {
    fields,
    see({ values }) {
      for (const id of fields) if (typeof values[id] === 'number') seen.add(id);
    },
    field,
    importance({ values }) {
      const value = values[field() ?? ''];
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    },
  };
}
