import { isDeepStrictEqual } from 'node:util';
import type { Facts, FactValue } from '../../core/customer.ts';
import type { Customer } from '../store/customers.ts';

/** One part of a customer that a change made another, so that it can be put back. */
export interface ChangedField {
  /** Where it stands: `industry`, `values.salesAmount`, `doubts.salesAmount`, `extra.Remarks`. */
  readonly column: string;
  /** Null where there was or is none. */
  readonly before: unknown;
  readonly after: unknown;
}

/** The parts of a customer by the places where they can be told apart: `industry`, `values.salesAmount`. */
export function fieldsOf(customer: Customer): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [field, value] of Object.entries(customer)) {
    if (field !== 'facts' && field !== 'extra') fields.set(field, value);
  }
  for (const [part, values] of [
    ['values', customer.facts.values],
    ['doubts', customer.facts.doubts ?? {}],
    ['extra', customer.extra],
  ] as const) {
    for (const [field, value] of Object.entries(values)) fields.set(`${part}.${field}`, value);
  }
  return fields;
}

/** What differs between two states of a customer. */
export function changedFields(before: Customer, after: Customer): ChangedField[] {
  const from = fieldsOf(before);
  const to = fieldsOf(after);
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((column) => !isDeepStrictEqual(from.get(column), to.get(column)))
    .map((column) => ({ column, before: from.get(column) ?? null, after: to.get(column) ?? null }));
}

/** Which of the parts are still as the change left them. */
export function unchangedSince(customer: Customer, fields: readonly ChangedField[]): ChangedField[] {
  const now = fieldsOf(customer);
  return fields.filter(({ column, after }) => isDeepStrictEqual(now.get(column) ?? null, after));
}

/** The customer with these parts put back to what they were. */
export function withFieldsBefore(customer: Customer, fields: readonly ChangedField[]): Customer {
  const undone = new Map(fields.map(({ column, before }) => [column, before] as const));
  const own: Record<string, unknown> = {};
  for (const [column, before] of undone) if (!column.includes('.')) own[column] = before;
  const values = restored<FactValue>(customer.facts.values, 'values.', undone);
  const doubts = restored<NonNullable<Facts['doubts']>[string]>(customer.facts.doubts ?? {}, 'doubts.', undone);
  return {
    ...customer,
    ...own,
    facts: Object.keys(doubts).length > 0 ? { values, doubts } : { values },
    extra: restored<string>(customer.extra, 'extra.', undone),
  };
}

/** The parts that stand under `prefix`, put back to what they were; null for one that was not there. */
function restored<T>(
  parts: Readonly<Record<string, T>>,
  prefix: string,
  undone: ReadonlyMap<string, unknown>,
): Record<string, T> {
  const entries = new Map(Object.entries(parts));
  for (const [column, before] of undone) {
    if (!column.startsWith(prefix)) continue;
    const field = column.slice(prefix.length);
    if (before === null) entries.delete(field);
    else entries.set(field, before as T);
  }
  return Object.fromEntries(entries);
}
