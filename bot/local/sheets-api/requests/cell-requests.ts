import type { CellValue } from '../../workbook/cell.ts';
import type { SheetRange } from '../../workbook/grid-range.ts';
import { CELL_CHARACTERS } from '../../workbook/limits.ts';
import { requireEditable } from '../../workbook/protected-cells.ts';
import type { Sheet } from '../../workbook/sheet.ts';
import { WorkbookError } from '../../workbook/workbook-error.ts';
import { requireUntyped, setFormats, setNotes, setValidations } from '../../workbook/write-cells.ts';
import { invalid } from '../google-error.ts';
import { type FieldMask, inMask } from '../messages/field-mask.ts';
import type { Message } from '../messages/message.ts';
import { formatChange } from '../resources/format-resource.ts';
import { blockAt } from './grid-places.ts';
import { namedFields } from './named-fields.ts';
import type { Target } from './target.ts';

type Cells = readonly (readonly Message<'CellData'>[])[];

/**
 * Writes what `fields` names of cells; a field that is named and left out is emptied (documented). From `start` on each row as
 * far as it goes; into a `range` all of it: cells that are not given are emptied as far as `fields` says (documented). A
 * stringValue stays a text whatever it looks like (documented).
 */
export function updateCells(
  { user, workbook }: Target,
  { fields, range, rows = [], start }: Message<'UpdateCellsRequest'>,
): void {
  const mask = namedFields(fields, 'CellData');
  if ((range === undefined) === (start === undefined))
    throw invalid('Exactly one of start or range must be specified.');
  if (range !== undefined) {
    const block = blockAt(workbook, range);
    const height = block.endRow - block.startRow;
    const width = block.endColumn - block.startColumn;
    if (rows.length > height)
      throw invalid(`Attempting to write row: ${block.endRow}, beyond the last requested row of: ${block.endRow - 1}`);
    if (rows.some(({ values = [] }) => values.length > width))
      throw invalid(
        `Attempting to write column: ${block.endColumn}, beyond the last requested column of: ${block.endColumn - 1}`,
      );
    writeCells(
      { user, workbook },
      block,
      Array.from({ length: height }, (_, at) => rows[at]?.values ?? []),
      mask,
      width,
    );
    return;
  }
  const { columnIndex = 0, rowIndex = 0, sheetId = 0 } = start ?? {};
  const sheet = workbook.sheet(sheetId);
  if (rowIndex < 0 || rowIndex >= sheet.rowCount)
    throw invalid(`start.rowIndex[${rowIndex}] is after last row in grid[${sheet.rowCount}]`);
  if (columnIndex < 0 || columnIndex >= sheet.columnCount)
    throw invalid(`start.columnIndex[${columnIndex}] is after last column in grid[${sheet.columnCount}]`);
  const width = rows.reduce((most, { values }) => Math.max(most, values?.length ?? 0), 0);
  if (rows.length === 0 || width === 0) return;
  const block = {
    sheetId: sheet.id,
    startRow: rowIndex,
    endRow: rowIndex + rows.length,
    startColumn: columnIndex,
    endColumn: columnIndex + width,
  };
  if (block.endRow > sheet.rowCount)
    throw invalid(
      `Attempting to write row: ${sheet.rowCount}, beyond the last requested row of: ${sheet.rowCount - 1}`,
    );
  if (block.endColumn > sheet.columnCount)
    throw invalid(
      `Attempting to write column: ${sheet.columnCount}, beyond the last requested column of: ${sheet.columnCount - 1}`,
    );
  writeCells(
    { user, workbook },
    block,
    rows.map(({ values = [] }) => values),
    mask,
    0,
  );
}

/** Writes one cell into all of a block (documented). A formula's relative references do not go along here: refused. */
export function repeatCell(
  { user, workbook }: Target,
  { cell = {}, fields, range }: Message<'RepeatCellRequest'>,
): void {
  const mask = namedFields(fields, 'CellData');
  const block = blockAt(workbook, range);
  if (cell.userEnteredValue?.formulaValue !== undefined && inMask(mask, 'userEnteredValue') !== undefined)
    throw invalid('The local workbook repeats no formulas.');
  const width = block.endColumn - block.startColumn;
  const line = Array<Message<'CellData'>>(width).fill(cell);
  writeCells({ user, workbook }, block, Array<typeof line>(block.endRow - block.startRow).fill(line), mask, width);
}

/** `width`: up to where a row that is shorter is emptied; 0: where it ends. Everything is checked first. */
function writeCells({ user, workbook }: Target, block: SheetRange, lines: Cells, mask: FieldMask, width: number): void {
  const sheet = workbook.sheet(block.sheetId);
  requireEditable(workbook, user, sheet, block);
  const format = inMask(mask, 'userEnteredFormat');
  const isNote = inMask(mask, 'note') !== undefined;
  const isRule = inMask(mask, 'dataValidation') !== undefined;
  if (format !== undefined || isRule) requireUntyped(sheet, block);
  if (isNote) for (const line of lines) for (const { note = '' } of line) requireShort(note);
  if (inMask(mask, 'userEnteredValue') !== undefined) {
    for (const line of lines) for (const { userEnteredValue } of line) requireValue(userEnteredValue);
    lines.forEach((line, at) => writeValues(sheet, block.startRow + at, block.startColumn, line, width));
    workbook.touch();
  }
  if (format === undefined && !isNote && !isRule) return;
  const changeOf = format && remembered((look: Message<'CellFormat'>) => formatChange(look, format));
  lines.forEach((line, at) => {
    const length = Math.max(line.length, width);
    if (length === 0) return;
    const row = block.startRow + at;
    const range = { ...block, startRow: row, endRow: row + 1, endColumn: block.startColumn + length };
    const cells = Array.from({ length }, (_, column) => line[column] ?? {});
    if (changeOf !== undefined)
      setFormats(workbook, range, [cells.map((cell) => changeOf(cell.userEnteredFormat ?? NO_LOOK))]);
    if (isNote) setNotes(workbook, range, [cells.map(({ note = '' }) => note)]);
    if (isRule) setValidations(workbook, range, [cells.map(({ dataValidation = null }) => dataValidation)]);
  });
}

const NO_LOOK: Message<'CellFormat'> = {};

/** What is made of the same thing again and again, as of the one cell that is repeated, is made once. */
function remembered<Of, Made>(make: (of: Of) => Made): (of: Of) => Made {
  let last: { readonly of: Of; readonly made: Made } | undefined;
  return (of) => {
    if (last?.of !== of) last = { of, made: make(of) };
    return last.made;
  };
}

function writeValues(sheet: Sheet, row: number, column: number, line: Cells[number], width: number): void {
  const length = Math.max(line.length, width);
  const values: CellValue[] = [];
  let formulas: (string | null)[] | undefined;
  for (let at = 0; at < length; at++) {
    const value = line[at]?.userEnteredValue;
    values.push(value?.stringValue || (value?.numberValue ?? value?.boolValue ?? null));
    if (value?.formulaValue !== undefined) {
      formulas ??= Array.from({ length }, () => null);
      formulas[at] = value.formulaValue;
    }
  }
  sheet.grid.setLine('values', row, column, values);
  if (formulas !== undefined || sheet.grid.row(row)?.formulas !== undefined)
    sheet.grid.setLine('formulas', row, column, formulas ?? Array.from({ length }, () => null));
}

/** Throws for more values than one, for what cannot be entered and what is too long. */
function requireValue(value: Message<'ExtendedValue'> | undefined): void {
  if (value === undefined) return;
  let kinds = 0;
  for (const _ in value) kinds++;
  if (kinds > 1) throw invalid('userEnteredValue must have exactly one of its fields set.');
  const { errorValue, formulaValue, stringValue } = value;
  if (errorValue !== undefined) throw invalid('errorValue cannot be entered.');
  if (formulaValue !== undefined && !formulaValue.startsWith('=')) throw invalid("formulaValue must start with '='.");
  requireShort(formulaValue ?? stringValue ?? '');
}

function requireShort(text: string): void {
  if (text.length > CELL_CHARACTERS) throw new WorkbookError('cell-too-long', String(CELL_CHARACTERS));
}
