import { type CellLayers, LAYERS } from '../workbook/cell-grid.ts';
import type { SheetRange } from '../workbook/grid-range.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { type WorkbookData, workbookData, workbookFrom } from '../workbook/workbook-data.ts';
import { editedCells, type WorkbookEdit } from './edit-workbook.ts';

/** The edits that can be taken back, the last one first. */
export interface UndoList {
  /** To be called before an edit; what it returns is called after it was carried out. */
  before(workbook: Workbook, userId: string, edit: WorkbookEdit): () => void;
  /** Whether the last edit was this person's. */
  canUndo(userId: string): boolean;
  /** Takes the last edit back if it was this person's; what it changed is told, null where that is more than some cells. */
  undo(workbook: Workbook, userId: string): { readonly range: SheetRange | null } | undefined;
  /** Forgets everything: something else has changed the workbook. */
  clear(): void;
}

interface Undo {
  readonly userId: string;
  readonly range: SheetRange | null;
  /** As JSON, about so many characters. */
  readonly size: number;
  readonly takeBack: (workbook: Workbook) => void;
}

const MOST_EDITS = 50;
const MOST_CHARACTERS = 60_000_000;

/** Edits of cells are taken back cell by cell; all others by the whole workbook as it was, of which only as many are kept as there is room for. */
export function createUndoList(): UndoList {
  let list: Undo[] = [];
  return {
    before(workbook, userId, edit) {
      const range = editedCells(edit);
      const undo = range === null ? wholeUndo(workbook) : cellsUndo(workbook, range);
      return () => {
        list.push({ ...undo, userId, range });
        let size = list.reduce((sum, each) => sum + each.size, 0);
        while (list.length > MOST_EDITS || (size > MOST_CHARACTERS && list.length > 1)) size -= list.shift()?.size ?? 0;
      };
    },
    canUndo: (userId) => list.at(-1)?.userId === userId,
    undo(workbook, userId) {
      const last = list.at(-1);
      if (last?.userId !== userId) return undefined;
      list.pop();
      last.takeBack(workbook);
      workbook.touch();
      return { range: last.range };
    },
    clear() {
      list = [];
    },
  };
}

function wholeUndo(workbook: Workbook): Pick<Undo, 'size' | 'takeBack'> {
  const kept = JSON.stringify(workbookData(workbook));
  return {
    size: kept.length,
    takeBack(now) {
      const former = workbookFrom(JSON.parse(kept) as WorkbookData);
      now.replaceSheets(former.sheets);
      now.metadata.load(former.metadata.all);
      now.namedRanges = former.namedRanges;
      now.selection = former.selection;
    },
  };
}

function cellsUndo(workbook: Workbook, range: SheetRange): Pick<Undo, 'size' | 'takeBack'> {
  const sheet = workbook.sheet(range.sheetId);
  const { columnCount, rowCount } = sheet;
  // What lies beyond the sheet's edge is made by the edit, and goes with it.
  const block = {
    ...range,
    endRow: Math.min(range.endRow, rowCount),
    endColumn: Math.min(range.endColumn, columnCount),
  };
  const former = LAYERS.map((layer) => ({ layer, cells: sheet.grid.read(layer, block) }));
  const size = former.length * (block.endRow - block.startRow) * (block.endColumn - block.startColumn) * 8;
  return {
    size,
    takeBack(now) {
      const { grid } = now.sheet(range.sheetId);
      for (let row = range.startRow; row < range.endRow; row += 1) {
        for (let column = range.startColumn; column < range.endColumn; column += 1) {
          for (const { cells, layer } of former) {
            const value = cells[row - block.startRow]?.[column - block.startColumn] ?? EMPTY[layer];
            grid.set(layer, row, column, value);
          }
        }
      }
    },
  };
}

const EMPTY: CellLayers = { values: null, formulas: null, notes: '', formats: {}, validations: null, spilled: null };
