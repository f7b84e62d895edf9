import type { ValueType } from '../customer.ts';

/** A field of a customer that a column may hold: one of ours, or a scheme's own criterion. */
export interface FieldDefinition {
  /** camelCase for ours; the key under which the value stands in `Facts`. */
  readonly id: string;
  readonly type: ValueType;
  /** Types the column may have instead (collection as 85 % or as 高); the one that reads most cells is taken. */
  readonly also?: readonly ValueType[];
  /** Headings in any script, case, width and spacing; simplified characters cover the traditional ones. */
  readonly headings: readonly string[];
  /** What a bare number means in a `months` field whose heading names no unit; default months. */
  readonly bareUnit?: 'years' | 'months';
  /** Whether the rate is a few percent as a rule (complaints), so that a bare 1.2 is 1.2 %. Default false. */
  readonly smallRate?: boolean;
  /** Whether the rate may be over 100 %, as collections that catch up on last year's do. Default false. */
  readonly mayExceedWhole?: boolean;
  /** Whether the headings stand in the order in which they are wanted, so that of several columns the first of them is taken. Default false: a person is asked. */
  readonly ranked?: boolean;
}

/** Builds a definition from headings joined by `|`, which keeps the long lists readable. */
export function field(
  id: string,
  type: ValueType,
  headings: string,
  options: Omit<FieldDefinition, 'id' | 'type' | 'headings'> = {},
): FieldDefinition {
  return { id, type, headings: headings.split('|'), ...options };
}
