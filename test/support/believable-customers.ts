import type { FactValue } from '../../core/customer.ts';
import type { Criterion, Scheme } from '../../core/grading/scheme.ts';
import { seededRandom } from './seeded-random.ts';

/** Values of one customer, by field. */
export type Values = Readonly<Record<string, FactValue>>;

/** Customers of a scheme, with a key and a name each and most of its criteria, the same for the same seed. */
export function believableCustomers(scheme: Scheme, count: number, seed = 1): Values[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const values: Record<string, FactValue> = { key: `K${index}`, name: `Customer ${index}` };
    for (const criterion of scheme.criteria) if (random() < 0.9) values[criterion.id] = valueOf(criterion, random);
    return values;
  });
}

const LEVELS = ['high', 'medium', 'low', 'none'] as const;

function valueOf(criterion: Criterion, random: () => number): FactValue {
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  switch (criterion.type) {
    case 'money':
      return Math.round(1000 * 10 ** (3 * random()));
    case 'number':
    case 'count':
      return upTo(12);
    case 'percent':
      return upTo(100) / 100;
    case 'months':
      return upTo(criterion.isAhead === true ? 18 : 120);
    case 'date':
      return criterion.isAhead === true ? `2026-1${upTo(2)}-0${1 + upTo(8)}` : `2025-0${1 + upTo(8)}-1${upTo(9)}`;
    case 'level':
      return LEVELS[upTo(3)] ?? 'none';
    case 'yes-no':
      return random() < 0.7;
    case 'text':
      return ['AAA', 'AA', 'B', 'C'][upTo(3)] ?? '';
    default:
      return criterion.type satisfies never;
  }
}
