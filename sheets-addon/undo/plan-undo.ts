import { type OwnValue, shownText } from '../../core/sheets/cell-text.ts';
import { CELLS_LENGTH, fingerprint } from '../../core/sheets/fingerprint.ts';
import type { RowNow } from '../../core/sheets/match-rows.ts';
import type { DayOf } from '../../core/sheets/sheet-days.ts';
import type { SheetValue } from '../../core/sheets/sheet-value.ts';
import type { FormerCells, KeptValue, TableMemory, UndoMemory } from '../../core/sheets/table-memory.ts';
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
  readonly restored: ReadonlyMap<string, ReadonlyMap<number, OwnValue>>;
  /** Columns of ours that the grading made and that stand. */
  readonly made: readonly { readonly key: string; readonly column: number; readonly isInserted: boolean }[];
  /** Columns to be made again. */
  readonly gone: readonly {
    readonly key: string;
    readonly after: string | null;
    readonly cells: ReadonlyMap<number, OwnValue>;
  }[];
  /** What would be lost. */
  readonly edited: readonly EditedCell[];
}

/** Plans how our columns become again what they were before the last grading, cell by cell, wherever the customers have moved. */
export function planUndo(input: UndoInput): UndoPlan {
  const { undo, columns } = input;
  const rowOf = rowsByMemory(input);
  const edited: EditedCell[] = [];
  const restored = new Map<string, ReadonlyMap<number, OwnValue>>();
  for (const cells of undo.cells) {
    const column = columns.get(cells.key);
    if (column !== undefined) restored.set(cells.key, restoredCells(cells, column, rowOf, input, edited));
  }
  const made = undo.made.flatMap((key) => {
    const column = columns.get(key);
    return column === undefined ? [] : [{ key, column, isInserted: undo.inserted.includes(key) }];
  });
  edited.push(...editedRows(input, new Set(made.map(({ key }) => key))));
  const gone = undo.gone
    .filter(({ key }) => !columns.has(key))
    .map((cells) => ({
      key: cells.key,
      after: cells.after,
      cells: new Map(
        cells.at.flatMap((index, place): [number, OwnValue][] => {
          const row = rowOf(index);
          return row === undefined ? [] : [[row, restoredValue(cells.former[place] ?? '')]];
        }),
      ),
    }));
  return { restored, made, gone, edited };
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
): Map<number, OwnValue> {
  const cells = new Map<number, OwnValue>();
  for (const [place, index] of at.entries()) {
    const row = rowOf(index);
    const value = former[place];
    if (row === undefined || value === undefined) continue;
    const now = shownText(values[row]?.[column], dayOf);
    const before = typeof value === 'object' ? value.date : String(value);
    if (now === before) continue;
    if (fingerprint(now, CELLS_LENGTH) !== wrote.slice(place * CELLS_LENGTH, (place + 1) * CELLS_LENGTH))
      edited.push({ a1: `${columnLetter(column)}${row + 1}`, now, former: before });
    cells.set(row, restoredValue(value));
  }
  return cells;
}

/** Rows of columns that go in which somebody has typed something. */
function editedRows({ rows, matches, memory, columns }: UndoInput, made: ReadonlySet<string>): EditedCell[] {
  const other = Object.keys(memory.headings).find((key) => key !== 'tierbook.tier' && made.has(key));
  const isTierMade = made.has('tierbook.tier');
  return rows.flatMap(({ row, tier, cells }, at): EditedCell[] => {
    const entry = memory.rows[matches[at] ?? -1];
    const isTyped = isTierMade && tier !== '' && tier !== (entry?.tier ?? '');
    const isEdited = entry !== undefined && other !== undefined && cells() !== entry.cells;
    if (!isTyped && !isEdited) return [];
    const column = columns.get(isTyped ? 'tierbook.tier' : (other ?? ''));
    return column === undefined
      ? []
      : [{ a1: `${columnLetter(column)}${row + 1}`, now: isTyped ? tier : '…', former: '' }];
  });
}

function restoredValue(value: KeptValue): OwnValue {
  return value as OwnValue;
}
