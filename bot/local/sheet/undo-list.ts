import { type CellLayers, LAYERS } from '../workbook/cell-grid.ts';
import { deleteLines, insertLines } from '../workbook/change-lines.ts';
import type { SheetRange } from '../workbook/grid-range.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { type WorkbookData, workbookData, workbookFrom } from '../workbook/workbook-data.ts';

/** The edits that can be taken back, and those that were and can be done again. Everything ends with the process. */
export interface UndoList {
  /** To be called before an edit of these cells, null: of more than cells. What it returns is called after it was carried out. */
  before(workbook: Workbook, userId: string, range: SheetRange | null): () => void;
  /** Whether the last edit was this person's. */
  canUndo(userId: string): boolean;
  /** Whether the edit taken back last was this person's, and nothing was edited since. */
  canRedo(userId: string): boolean;
  /** Takes the last edit back; undefined when it was not this person's. */
  undo(workbook: Workbook, userId: string): TakenBack | undefined;
  /** Does again what was taken back last; undefined when it was not this person's, or when there is none. */
  redo(workbook: Workbook, userId: string): TakenBack | undefined;
  /** Forgets everything: something else has changed the workbook. */
  clear(): void;
}

/** The cells that changed; null where that is more than some cells. */
export interface TakenBack {
  readonly range: SheetRange | null;
}

/** A workbook, or some of its cells, as they were before an edit or before that was taken back. */
interface Former {
  readonly userId: string;
  readonly range: SheetRange | null;
  /** As JSON, about so many characters. */
  readonly size: number;
  readonly restore: (workbook: Workbook) => void;
}

const MOST_EDITS = 50;
const MOST_CHARACTERS = 60_000_000;

/** Edits of cells are taken back cell by cell; all others by the whole workbook as it was, of which only as many are kept as there is room for. */
export function createUndoList(): UndoList {
  let done: Former[] = [];
  let undone: Former[] = [];
  const turnBack = (workbook: Workbook, userId: string, from: Former[], to: Former[]): TakenBack | undefined => {
    const last = from.at(-1);
    if (last?.userId !== userId) return undefined;
    const now = formerOf(workbook, last.range);
    from.pop();
    last.restore(workbook);
    workbook.touch();
    keep(to, { ...now, userId });
    return { range: last.range };
  };
  return {
    before(workbook, userId, range) {
      const former = { ...formerOf(workbook, range), userId };
      return () => {
        keep(done, former);
        undone = [];
      };
    },
    canUndo: (userId) => done.at(-1)?.userId === userId,
    canRedo: (userId) => undone.at(-1)?.userId === userId,
    undo: (workbook, userId) => turnBack(workbook, userId, done, undone),
    redo: (workbook, userId) => turnBack(workbook, userId, undone, done),
    clear() {
      done = [];
      undone = [];
    },
  };
}

function keep(list: Former[], former: Former): void {
  list.push(former);
  let size = list.reduce((sum, each) => sum + each.size, 0);
  while (list.length > MOST_EDITS || (size > MOST_CHARACTERS && list.length > 1)) size -= list.shift()?.size ?? 0;
}

function formerOf(workbook: Workbook, range: SheetRange | null): Omit<Former, 'userId'> {
  return range === null ? formerWorkbook(workbook) : formerCells(workbook, range);
}

function formerWorkbook(workbook: Workbook): Omit<Former, 'userId'> {
  const kept = JSON.stringify(workbookData(workbook));
  return {
    range: null,
    size: kept.length,
    restore(now) {
      const former = workbookFrom(JSON.parse(kept) as WorkbookData);
      now.replaceSheets(former.sheets);
      now.metadata.load(former.metadata.all);
      now.namedRanges = former.namedRanges;
      now.selection = former.selection;
    },
  };
}

function formerCells(workbook: Workbook, range: SheetRange): Omit<Former, 'userId'> {
  const sheet = workbook.sheet(range.sheetId);
  const { columnCount, rowCount } = sheet;
  const { startColumn, startRow } = range;
  // What lies beyond the sheet's edge is not there yet.
  const endRow = Math.max(startRow, Math.min(range.endRow, rowCount));
  const endColumn = Math.max(startColumn, Math.min(range.endColumn, columnCount));
  const former = LAYERS.map((layer) => ({
    layer,
    cells: sheet.grid.read(layer, { startRow, endRow, startColumn, endColumn }),
  }));
  return {
    range,
    size: former.length * (endRow - startRow) * (endColumn - startColumn) * 8,
    restore(now) {
      sizeSheet(now, range.sheetId, rowCount, columnCount);
      const { grid } = now.sheet(range.sheetId);
      for (const { cells, layer } of former) {
        for (const [at, line] of cells.entries()) {
          for (const [place, value] of line.entries()) {
            grid.set(layer, startRow + at, startColumn + place, value ?? EMPTY[layer]);
          }
        }
      }
    },
  };
}

/** Cells that are pasted beyond the sheet's edge make it larger. */
function sizeSheet(workbook: Workbook, sheetId: number, rowCount: number, columnCount: number): void {
  const sheet = workbook.sheet(sheetId);
  const [rows, columns] = [sheet.rowCount - rowCount, sheet.columnCount - columnCount];
  if (rows > 0) deleteLines(workbook, sheetId, 'row', rowCount, rows);
  if (rows < 0) insertLines(workbook, sheetId, 'row', sheet.rowCount, -rows);
  if (columns > 0) deleteLines(workbook, sheetId, 'column', columnCount, columns);
  if (columns < 0) insertLines(workbook, sheetId, 'column', sheet.columnCount, -columns);
}

const EMPTY: CellLayers = { values: null, formulas: null, notes: '', formats: {}, validations: null, spilled: null };
