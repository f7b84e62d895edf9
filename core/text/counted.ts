import { formatDecimal } from './format.ts';

const ENGLISH = new Intl.PluralRules('en');

/** The English word for so many: `one` for 1, `many` for 0, 1.5 and 2. */
export function pluralOf(count: number, one: string, many: string): string {
  return ENGLISH.select(count) === 'one' ? one : many;
}

/** So many of something in English, whole numbers with their thousands set apart: 1 customer, 1,234 customers, 1.5 days. */
export function counted(count: number, one: string, many: string): string {
  return `${formatDecimal(count, 2)} ${pluralOf(count, one, many)}`;
}
