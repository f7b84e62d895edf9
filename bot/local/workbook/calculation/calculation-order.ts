import type { SheetRange } from '../grid-range.ts';

/** A formula that is to be calculated: where it stands and what it reads. */
export interface OrderedFormula {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly reads: readonly SheetRange[];
  /** Where its array lay when it was last calculated; null: it has none. */
  readonly spill: SheetRange | null;
  readonly readsAnything: boolean;
}

/** More cells than this are looked up formula by formula, not cell by cell. */
const FEW_CELLS = 64;

/**
 * Formulas in an order in which each comes after those that it reads; those that read what only they know come last. `circles`
 * are those that read themselves, directly or through others, and those that read such a one.
 */
export function calculationOrder<Formula extends OrderedFormula>(
  formulas: readonly Formula[],
): { readonly ordered: readonly Formula[]; readonly circles: readonly Formula[] } {
  const readers = readersOf(formulas);
  const waitsFor = new Map<Formula, number>(formulas.map((one) => [one, 0]));
  for (const list of readers.values()) for (const reader of list) waitsFor.set(reader, (waitsFor.get(reader) ?? 0) + 1);
  const [now, later] = [false, true].map((last) =>
    formulas.filter((one) => one.readsAnything === last && waitsFor.get(one) === 0),
  );
  const ordered: Formula[] = [];
  for (const ready of [now ?? [], later ?? []])
    for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
      ordered.push(next);
      for (const reader of readers.get(next) ?? []) {
        const left = (waitsFor.get(reader) ?? 0) - 1;
        waitsFor.set(reader, left);
        if (left === 0) (reader.readsAnything ? (later ?? ready) : ready).push(reader);
      }
    }
  const done = new Set(ordered);
  return { ordered, circles: formulas.filter((one) => !done.has(one)) };
}

/** For each formula those that read its cell or its array. */
function readersOf<Formula extends OrderedFormula>(formulas: readonly Formula[]): Map<Formula, Formula[]> {
  const byCell = new Map<string, Formula>();
  const bySheet = new Map<number, Formula[]>();
  for (const one of formulas) {
    byCell.set(`${one.sheetId}:${one.row}:${one.column}`, one);
    const list = bySheet.get(one.sheetId) ?? [];
    bySheet.set(one.sheetId, list);
    list.push(one);
  }
  const withSpill = formulas.filter(({ spill }) => spill !== null);
  const readers = new Map<Formula, Formula[]>();
  for (const reader of formulas) {
    const found = new Set<Formula>();
    for (const read of reader.reads) {
      const cells = (read.endRow - read.startRow) * (read.endColumn - read.startColumn);
      if (cells <= FEW_CELLS) {
        for (let row = read.startRow; row < read.endRow; row++)
          for (let column = read.startColumn; column < read.endColumn; column++) {
            const one = byCell.get(`${read.sheetId}:${row}:${column}`);
            if (one !== undefined) found.add(one);
          }
      } else for (const one of bySheet.get(read.sheetId) ?? []) if (holds(read, one)) found.add(one);
      for (const one of withSpill) if (one.spill !== null && meets(read, one.spill)) found.add(one);
    }
    for (const one of found) {
      const list = readers.get(one) ?? [];
      readers.set(one, list);
      list.push(reader);
    }
  }
  return readers;
}

function holds(range: SheetRange, { row, column }: OrderedFormula): boolean {
  return row >= range.startRow && row < range.endRow && column >= range.startColumn && column < range.endColumn;
}

function meets(one: SheetRange, other: SheetRange): boolean {
  return (
    one.sheetId === other.sheetId &&
    one.startRow < other.endRow &&
    other.startRow < one.endRow &&
    one.startColumn < other.endColumn &&
    other.startColumn < one.endColumn
  );
}
