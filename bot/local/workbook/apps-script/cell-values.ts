/** A cell's value as it crosses into a custom function and back: a day-time is ms since 1970, an empty cell ''. */
export type TaggedCell = string | number | boolean | { readonly date: number };

/**
 * An argument of a custom function: one cell is a value, a range rows of values, and day-times are Dates made here, in the
 * script's own context. documented
 */
export function cellOf(argument: TaggedCell | readonly (readonly TaggedCell[])[]): unknown {
  return Array.isArray(argument)
    ? argument.map((row: readonly TaggedCell[]) => row.map(untagged))
    : untagged(argument as TaggedCell);
}

/**
 * What a custom function returned, as rows of cells: a value is one cell, a flat array one row; nothing and null are empty
 * (documented). Throws for what cannot stand in a cell (assumed).
 */
export function cellsOf(result: unknown): TaggedCell[][] {
  if (!Array.isArray(result)) return [[tagged(result)]];
  if (result.length === 0) return [['']];
  return result.some((row) => Array.isArray(row))
    ? result.map((row: unknown) => (Array.isArray(row) ? row : [row]).map(tagged))
    : [result.map(tagged)];
}

function untagged(cell: TaggedCell): string | number | boolean | Date {
  return typeof cell === 'object' ? new Date(cell.date) : cell;
}

function tagged(value: unknown): TaggedCell {
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return { date: value.getTime() };
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : '#NUM!';
  throw new Error(`A cell cannot hold a ${typeof value}.`);
}
