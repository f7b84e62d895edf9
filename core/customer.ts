import type { CalendarDate } from './calendar-date.ts';

/** A size in words, best to least: 高 / 中 / 低 / 无. */
export type Level = 'high' | 'medium' | 'low' | 'none';

/** Whether a value is one of the {@link Level}s. */
export function isLevel(value: unknown): value is Level {
  return value === 'high' || value === 'medium' || value === 'low' || value === 'none';
}

/** What kind of value a field or criterion holds; the units are those of {@link FactValue}. */
export type ValueType = 'money' | 'number' | 'percent' | 'count' | 'date' | 'months' | 'level' | 'yes-no' | 'text';

/**
 * One known value of a customer, by its {@link ValueType}:
 *
 * - `money`: whole currency units with decimals (12345.6), never multiplied; `number`, `count`: as it is
 * - `percent`: a share, 0.85 for 85 %; satisfaction is always a share of its scale
 * - `months`: months, or the {@link CalendarDate} from which they count (a customer since 2019-03-01)
 * - `date`: a {@link CalendarDate}; `level`: a {@link Level}; `yes-no`: a boolean; `text`: trimmed text
 *
 * A value that is not known has no entry at all.
 */
export type FactValue = number | string | boolean;

/** Why a value that stands in the source cannot be used in grading until a person has looked at it. */
export type Doubt =
  /** The text could not be read as the field's type. */
  | { readonly code: 'unreadable'; readonly text: string }
  /** The text reads as two different values and nothing in its column decides. */
  | { readonly code: 'ambiguous'; readonly text: string }
  /** The text is a number that the field cannot have: infinity, a complaint rate of 300 %. */
  | { readonly code: 'out-of-range'; readonly text: string }
  /** The amount is in another currency (ISO 4217) than the rest of its column. */
  | { readonly code: 'other-currency'; readonly currency: string; readonly amount: number };

/** What is known of one customer, by field id (see `core/table/fields.ts`) or the id of a scheme's own criterion. */
export interface Facts {
  readonly values: Readonly<Record<string, FactValue>>;
  /** Fields whose value stands in the source but cannot be trusted; such a field has no entry in `values`. */
  readonly doubts?: Readonly<Record<string, Doubt>>;
}

/** Reads a {@link FactValue} that is known to be a day; undefined for everything else. */
export function factDate(value: FactValue | undefined): CalendarDate | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? (value as CalendarDate) : undefined;
}
