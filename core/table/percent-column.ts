import { splitAmount } from './amount.ts';
import type { Cell } from './cell.ts';
import {
  ambiguous,
  type CellReading,
  type ColumnReader,
  type ColumnSource,
  isNoFiniteNumber,
  outOfRange,
  plainReader,
  times,
  unreadable,
} from './column-reader.ts';
import type { FieldDefinition } from './field-definition.ts';
import { numberUnder } from './number-column.ts';
import type { TableProblem } from './reading.ts';
import { remember } from './remember.ts';
import { cellText } from './word-columns.ts';
import { isMissing } from './words.ts';

/** Larger shares of what is hardly ever so frequent, such as complaints, may have been meant as percent. */
const LARGEST_SMALL_SHARE = 0.2;

/** Beside numbers above 1 what is seldom frequent is hardly ever as rare as that: 0.005 was 0.5 % in its spreadsheet. */
const TINY_POINTS = 0.049;

/** No rate is larger, so that a larger number under a rate's heading is something else. */
const LARGEST_POINTS = 1000;

/**
 * A reader for a column of rates, which come out as shares. Whether a number without a percent sign is a share (0.85) or in points (85) is decided by
 * all numbers of the column and by a % in the heading, and noted where both were possible.
 */
export function percentColumn(source: ColumnSource): ColumnReader {
  const rate = remember(rateIn);
  const { numbers, misfits, filled } = bareNumbers(source, rate);
  const { heading, field } = source;
  const { factor, problems } = scaleOf(source, numbers);
  const isSmall = field.smallRate === true;
  // up to 2 there may be collections of 120 %, and a heading with % means its own small numbers
  const mayDiffer = isSmall ? heading?.unit.percent === undefined : numbers.largest > 2;
  const limit = !mayDiffer || numbers.aboveOne === 0 ? 0 : isSmall ? TINY_POINTS : 1;
  const read = remember((cell): CellReading => {
    const parsed = rate(cell);
    if (parsed === null) return null;
    if (parsed === undefined) return isNoFiniteNumber(cell) ? outOfRange(cell) : unreadable(cell);
    if (isDoubtful(parsed, limit)) return ambiguous(cellText(cell));
    const share = times(parsed.value, parsed.unit ?? factor);
    return isPossible(share, field) ? share : outOfRange(cell);
  });
  // 回款(万元) holds amounts
  const isAmounts = numbers.count > 0 && (heading?.unit.currency ?? heading?.unit.factor) !== undefined;
  return {
    ...plainReader('percent', read, [...undecidedNumbers(source, rate, limit), ...problems]),
    isMisfit: isAmounts || misfits * 2 > filled,
  };
}

/** The number in a cell and what it is a fraction of when the cell says so; null when missing, undefined when it is no rate. */
export function rateIn(cell: Cell): { readonly value: number; readonly unit: number | undefined } | null | undefined {
  if (cell === null) return null;
  if (typeof cell === 'number') return Math.abs(cell) <= LARGEST_POINTS ? { value: cell, unit: undefined } : undefined;
  if (typeof cell !== 'string') return undefined;
  if (isMissing(cell, 'other')) return null;
  const amount = splitAmount(cell);
  if (amount === undefined) return undefined;
  const { unit } = amount;
  if (unit.currency !== undefined || unit.factor !== undefined || unit.months !== undefined || unit.counting === true)
    return undefined;
  // No rate has thousands, so a separator before three digits is a decimal one: 85.125 %.
  const number = numberUnder('decimal', amount);
  if (number === undefined || !(number <= LARGEST_POINTS)) return undefined;
  return { value: unit.negative === true ? -number : number, unit: unit.percent };
}

/** A rate that is nothing else is part of a whole; growth and margins, which may be negative, are other fields' rates. */
function isPossible(share: number, field: FieldDefinition): boolean {
  if (field.type !== 'percent') return true;
  const { range } = field;
  if (range !== undefined) return share >= range.least && share <= range.most;
  return share >= 0 && (share <= 1 || field.mayExceedWhole === true);
}

function bareNumbers(
  source: ColumnSource,
  rate: typeof rateIn,
): { numbers: NumberRange; misfits: number; filled: number } {
  const numbers: NumberRange = {
    count: 0,
    largest: 0,
    aboveOne: 0,
  };
  let misfits = 0;
  let filled = 0;
  for (const row of source.rows) {
    const cell = row[source.index] ?? null;
    const parsed = rate(cell);
    if (parsed === null) continue;
    filled++;
    if (parsed === undefined) {
      if (isAmount(cell)) misfits++;
    } else if (parsed.unit === undefined) {
      const size = Math.abs(parsed.value);
      numbers.count++;
      numbers.largest = Math.max(numbers.largest, size);
      if (size > 1) numbers.aboveOne++;
    }
  }
  return { numbers, misfits, filled };
}

interface NumberRange {
  count: number;
  largest: number;
  aboveOne: number;
}

/** Whether a number without a unit, up to `limit`, seems to be on another scale than the rest of its column. */
export function isDoubtful(parsed: ReturnType<typeof rateIn>, limit: number): boolean {
  return parsed?.unit === undefined && limit >= Math.abs(parsed?.value ?? Number.NaN) && parsed?.value !== 0;
}

/** Says of a column whose numbers seem to be on two scales how many {@link isDoubtful}, with the first of these and of the others. */
export function undecidedNumbers(
  { index, rows, rowNumbers }: ColumnSource,
  rate: typeof rateIn,
  limit: number,
): TableProblem[] {
  if (limit === 0) return [];
  let cells = 0;
  let first: number | undefined;
  let other: number | undefined;
  for (const [at, row] of rows.entries()) {
    const parsed = rate(row[index] ?? null);
    if (isDoubtful(parsed, limit)) {
      cells++;
      first ??= at;
    } else if (isDoubtful(parsed, Number.POSITIVE_INFINITY)) other ??= at;
  }
  if (first === undefined || other === undefined) return [];
  const rowOf = (at: number): number => rowNumbers[at] ?? 0;
  const textOf = (at: number): string => cellText(rows[at]?.[index]);
  return [
    {
      code: 'percent-undecided',
      severity: 'problem',
      column: index,
      row: rowOf(first),
      text: textOf(first),
      otherRow: rowOf(other),
      otherText: textOf(other),
      cells,
    },
  ];
}

function isAmount(cell: Cell): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && splitAmount(cell) !== undefined);
}

function scaleOf(source: ColumnSource, numbers: NumberRange): { factor: number; problems: TableProblem[] } {
  const named = source.heading?.unit.percent;
  const isSmall = source.field.smallRate === true;
  const note = (scale: 'points' | 'share' | 'permille'): TableProblem[] => [
    { code: 'percent-scale', severity: 'note', column: source.index, scale },
  ];
  if (numbers.count === 0) return { factor: 1, problems: [] };
  if (named === 0.001) return { factor: 0.001, problems: note('permille') };
  if (numbers.largest > 2) return { factor: 0.01, problems: [] };
  if (numbers.aboveOne === 0) {
    // Under a heading with % a spreadsheet's 0.85 is nearly always its own 85 %, except where rates are below 1 %.
    if (named === undefined)
      return { factor: 1, problems: isSmall && numbers.largest > LARGEST_SMALL_SHARE ? note('share') : [] };
    return isSmall ? { factor: 0.01, problems: note('points') } : { factor: 1, problems: note('share') };
  }
  const isPoints = isSmall || named !== undefined || numbers.aboveOne === numbers.count;
  return isPoints ? { factor: 0.01, problems: note('points') } : { factor: 1, problems: note('share') };
}
