import type { Doubt, FactValue, ValueType } from '../customer.ts';
import type { Cell } from './cell.ts';
import type { FieldDefinition } from './field-definition.ts';
import type { Heading } from './heading.ts';
import type { DateOrder, TableProblem } from './reading.ts';
import type { AmountUnit, UnitColumn } from './unit-column.ts';

/** One matched column with the rows that hold customers. */
export interface ColumnSource {
  /** 0-based place in the grid. */
  readonly index: number;
  readonly field: FieldDefinition;
  readonly heading: Heading | null;
  readonly rows: readonly (readonly Cell[])[];
  /** The 1-based row of the sheet for each of `rows`. */
  readonly rowNumbers: readonly number[];
  /** Another column that names the unit of each row's amounts. */
  readonly units?: UnitColumn | undefined;
}

/** What the whole table says about how its values are written. */
export interface Conventions {
  /** The year in which the table is read; two-digit years lie around it. */
  readonly yearNow: number;
  /** Whether its headings are Chinese, where the decimal separator is always a dot. */
  readonly isChinese: boolean;
  /** What the caller decided, for values that their own column does not decide. */
  readonly decimalHint: '.' | ',' | undefined;
  readonly dateOrderHint: DateOrder | undefined;
  /** What the other columns show beyond doubt. */
  readonly decimalSeen: '.' | ',' | undefined;
  readonly dateOrderSeen: DateOrder | undefined;
  /** The multiplier and currency that a title names for all amounts. */
  readonly titleUnit: { readonly factor?: number; readonly currency?: string };
}

/** What a cell holds: a value, a doubt, or null when it is missing. */
export type CellReading = FactValue | Doubt | null;

/** How one column is read, decided once from all its values. */
export interface ColumnReader {
  readonly type: ValueType;
  readonly currency: string | null;
  readonly multiplier: number;
  /** `unit`: the one that another column names for the row's amounts. */
  readonly read: (cell: Cell, unit?: AmountUnit) => CellReading;
  readonly problems: readonly TableProblem[];
  /** Whether the values cannot be the field's at all, so that the column is better left alone. */
  readonly isMisfit?: boolean;
}

/** A reader of a type that needs no unit and has nothing to report. */
export function plainReader(
  type: ValueType,
  read: ColumnReader['read'],
  problems: readonly TableProblem[] = [],
): ColumnReader {
  return { type, currency: null, multiplier: 1, read, problems };
}

/** The doubt for a cell that cannot be read, its text cut to what fits into a message. */
export function unreadable(cell: Cell): Doubt {
  return { code: 'unreadable', text: doubtText(cell) };
}

/** The doubt for a number that the field cannot have. */
export function outOfRange(cell: Cell): Doubt {
  return { code: 'out-of-range', text: doubtText(cell) };
}

/** Whether a cell says that a calculation went wrong (NaN, Infinity) or holds more than a number can (1e400). */
export function isNoFiniteNumber(cell: Cell): boolean {
  if (typeof cell === 'number') return !Number.isFinite(cell);
  if (typeof cell !== 'string' || cell.length > LONGEST_TEXT) return false;
  const text = cell.normalize('NFKC').trim();
  return (
    /^[-+]?(?:nan|inf|infinity|∞)$/i.test(text) ||
    (/^[-+]?\d[\d.,]*e\+?\d+$/i.test(text) && !Number.isFinite(Number(text)))
  );
}

/** The doubt for a text that reads two ways. */
export function ambiguous(text: string): Doubt {
  return { code: 'ambiguous', text: doubtText(text) };
}

/** A number times a factor without the dust of binary fractions: 1.1 × 10,000 is 11,000 and 57 × 0.01 is 0.57. */
export function times(value: number, factor: number): number {
  if (factor === 1) return value;
  if (Number.isInteger(value)) {
    if (Number.isInteger(factor)) return value * factor;
    if (Number.isInteger(1 / factor)) return value / (1 / factor);
  }
  return Number((value * factor).toPrecision(15));
}

function doubtText(cell: Cell): string {
  const text = cell === null ? '' : typeof cell === 'object' ? cell.date : String(cell).trim();
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

const LONGEST_TEXT = 60;
