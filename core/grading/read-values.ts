import type { Facts, FactValue } from '../customer.ts';

/** The ids of the criteria to read, filled up with '' to at least eight. */
export type ValueIds = readonly [string, string, string, string, string, string, string, string, ...string[]];

/** Lays out the ids for {@link readValues}. */
export function valueIds(ids: readonly string[]): ValueIds {
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', ...rest] = ids;
  return [a, b, c, d, e, f, g, h, ...rest];
}

/**
 * A customer's values in the order of the ids.
 *
 * Written out for the first eight, since V8 remembers for each place in the code which property is read there: in a loop,
 * one place for all of them, reading takes five times as long, and longer than all the rest of grading.
 */
export function readValues(ids: ValueIds, facts: Facts['values']): (FactValue | undefined)[] {
  const values = [
    facts[ids[0]],
    facts[ids[1]],
    facts[ids[2]],
    facts[ids[3]],
    facts[ids[4]],
    facts[ids[5]],
    facts[ids[6]],
    facts[ids[7]],
  ];
  for (let index = 8; index < ids.length; index += 1) values.push(facts[ids[index] ?? '']);
  return values;
}
