import { shownText } from '../../core/sheets/cell-text.ts';
import { CELLS_LENGTH, fingerprint } from '../../core/sheets/fingerprint.ts';
import type { RowNow } from '../../core/sheets/match-rows.ts';
import type { DayOf } from '../../core/sheets/sheet-days.ts';
import type { SheetValue } from '../../core/sheets/sheet-value.ts';
import type { FormerCells, KeptValue, TableMemory, UndoMemory } from '../../core/sheets/table-memory.ts';
import { sorted } from '../../core/sorted.ts';
import { columnLetter } from '../../core/table/column-letter.ts';

/** What an undo is planned from. */
export interface UndoInput {
  readonly memory: TableMemory;
  readonly undo: UndoMemory;
  /** 0-based columns of the sheet where columns of ours stand, by key. */
  readonly columns: ReadonlyMap<string, number>;
  readonly values: readonly SheetValue[][];
  /** 0-based. */
  readonly headingRow: number;
  /** The table's customers as they are, with their 0-based rows. */
  readonly rows: readonly (RowNow & { readonly row: number })[];
  /** What is remembered of each, -1 for none. */
  readonly matches: Int32Array;
  readonly dayOf: DayOf;
  /** The cells of columns with these keys, Tier aside, in which stands something that we did not write. */
  readonly editedIn: (keys: ReadonlySet<string>) => readonly { readonly a1: string; readonly now: string }[];
}

/** A cell that somebody edited since the grading. */
export interface EditedCell {
  readonly a1: string;
  readonly now: string;
  readonly former: string;
}

/** What an undo does. */
export interface UndoPlan {
  /** By key: cells to be as they were, by 0-based row. */
  readonly restored: ReadonlyMap<string, ReadonlyMap<number, KeptValue>>;
  /** Columns of ours that the grading made and that stand. */
  readonly made: readonly { readonly key: string; readonly column: number; readonly isInserted: boolean }[];
  /** Columns to be made again, from the left; `column`: where each stood among ours before the grading. */
  readonly gone: readonly {
    readonly key: string;
    readonly column: number;
    readonly isEmptied: boolean;
    readonly cells: ReadonlyMap<number, KeptValue>;
  }[];
  /** Headings of columns that somebody has deleted since, and that stay away. */
  readonly missing: readonly string[];
  /** What would be lost. */
  readonly edited: readonly EditedCell[];
}

/** Plans how our columns become again what they were before the last grading, cell by cell, wherever the customers have moved. */
export function planUndo(input: UndoInput): UndoPlan {
  const { undo, columns } = input;
  const rowOf = rowsByMemory(input);
  const edited: EditedCell[] = [];
  const restored = new Map<string, ReadonlyMap<number, KeptValue>>();
  for (const cells of undo.cells) {
    const column = columns.get(cells.key);
    if (column !== undefined) restored.set(cells.key, restoredCells(cells, column, rowOf, input, edited));
  }
  const made = undo.made.flatMap((key) => {
    const column = columns.get(key);
    return column === undefined ? [] : [{ key, column, isInserted: undo.inserted.includes(key) }];
  });
  const going = new Set(made.map(({ key }) => key));
  edited.push(...typedTiers(input, going), ...input.editedIn(going).map(({ a1, now }) => ({ a1, now, former: '' })));
  const gone = undo.gone
    .filter(({ key }) => !columns.has(key))
    .map((cells) => ({
      key: cells.key,
      column: cells.column,
      isEmptied: cells.isEmptied,
      cells: new Map(
        cells.at.flatMap((index, place): [number, KeptValue][] => {
          const row = rowOf(index);
          return row === undefined ? [] : [[row, cells.former[place] ?? '']];
        }),
      ),
    }));
  const back = new Set([...columns.keys(), ...gone.map(({ key }) => key)]);
  const missing = Object.entries(undo.headings).flatMap(([key, heading]) => (back.has(key) ? [] : [heading]));
  return { restored, made, gone: sorted(gone, (one, other) => one.column - other.column), missing, edited };
}

/** The 0-based row of a remembered customer, -1 standing for the heading; undefined when it is no longer in the table. */
function rowsByMemory({ rows, matches, headingRow }: UndoInput): (index: number) => number | undefined {
  const places = new Map<number, number>([[-1, headingRow]]);
  for (const [at, match] of matches.entries()) {
    const row = rows[at]?.row;
    if (match >= 0 && row !== undefined) places.set(match, row);
  }
  return (index) => places.get(index);
}

function restoredCells(
  { at, former, wrote }: FormerCells,
  column: number,
  rowOf: (index: number) => number | undefined,
  { values, dayOf }: UndoInput,
  edited: EditedCell[],
): Map<number, KeptValue> {
  const cells = new Map<number, KeptValue>();
  for (const [place, index] of at.entries()) {
    const row = rowOf(index);
    const value = former[place];
    if (row === undefined || value === undefined) continue;
    const now = shownText(values[row]?.[column], dayOf);
    const before = keptText(value);
    if (now === before) continue;
    if (fingerprint(now, CELLS_LENGTH) !== wrote.slice(place * CELLS_LENGTH, (place + 1) * CELLS_LENGTH))
      edited.push({ a1: `${columnLetter(column)}${row + 1}`, now, former: before });
    cells.set(row, value);
  }
  return cells;
}

/** Tiers that somebody typed into a column that goes. */
function typedTiers({ rows, matches, memory, columns }: UndoInput, going: ReadonlySet<string>): EditedCell[] {
  const column = columns.get('tierbook.tier');
  if (column === undefined || !going.has('tierbook.tier')) return [];
  return rows.flatMap(({ row, tier }, at): EditedCell[] => {
    const wrote = memory.rows[matches[at] ?? -1]?.tier ?? '';
    return tier === '' || tier === wrote ? [] : [{ a1: `${columnLetter(column)}${row + 1}`, now: tier, former: '' }];
  });
}

/** A value that is kept, as a cell shows it; of a formula the formula. */
export function keptText(value: KeptValue): string {
  if (typeof value !== 'object') return String(value);
  return 'date' in value ? value.date : value.formula;
}
