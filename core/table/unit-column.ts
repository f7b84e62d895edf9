import type { Cell } from './cell.ts';
import type { ColumnMatch } from './match-columns.ts';
import { remember } from './remember.ts';
import { parseUnit } from './units.ts';
import { cellText } from './word-columns.ts';
import { isMissing } from './words.ts';

/** What amounts are in. */
export interface AmountUnit {
  /** ISO 4217 code, or `$`, `¥`, `元` where the sign alone does not say which. */
  readonly currency: string;
  /** 10,000 for 万元. */
  readonly factor: number;
}

/** A column that names the unit of each row's amounts. */
export interface UnitColumn {
  /** 0-based place in the grid. */
  readonly index: number;
  /** What a cell of it names; undefined for nothing. */
  readonly unitOf: (cell: Cell) => AmountUnit | undefined;
}

/** The unit that such a column names for the amounts of a row; undefined for none. */
export function unitIn(row: readonly Cell[] | undefined, units: UnitColumn | undefined): AmountUnit | undefined {
  return units?.unitOf(row?.[units.index] ?? null);
}

/**
 * The column that names the currency, or the unit in one, of each row's amounts (币种 with 美元, Currency with EUR, 单位 with 万元), whatever its
 * heading: the first that is no field and in which every filled cell does. Undefined when there is none.
 */
export function unitColumn(
  rows: readonly (readonly Cell[])[],
  matches: readonly ColumnMatch[],
): UnitColumn | undefined {
  const unitOf = remember(amountUnit);
  const index = matches.findIndex(({ field }, column) => {
    if (field !== null) return false;
    let isNamed = false;
    for (const row of rows) {
      const cell = row[column] ?? null;
      if (isMissing(cellText(cell), 'other')) continue;
      if (unitOf(cell) === undefined) return false;
      isNamed = true;
    }
    return isNamed;
  });
  return index < 0 ? undefined : { index, unitOf };
}

function amountUnit(cell: Cell): AmountUnit | undefined {
  if (typeof cell !== 'string') return undefined;
  // CNY - 人民币, USD (US dollars)
  const { currency, factor = 1, ...others } = parseUnit(cell.replace(/[-–/()（）]/g, ' ')) ?? {};
  // K and M alone may be sizes
  return currency === undefined || Object.keys(others).length > 0 ? undefined : { currency, factor };
}
