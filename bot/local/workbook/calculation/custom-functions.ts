import type { BaseReferenceObject, FunctionVariantType } from '@univerjs/engine-formula';
import type { TaggedCell } from '../apps-script/cell-values.ts';
import { type CellValue, isCellError } from '../cell.ts';
import { isDateFormat } from '../number-format.ts';
import { type CustomFunctionArgument, type CustomFunctionEnd, runCustomFunction } from '../run-script.ts';
import type { ScriptEnvironment, ScriptUser } from '../script-environment.ts';
import type { Workbook } from '../workbook.ts';

/** Functions of an add-on that formulas may call. */
export interface CustomFunctions {
  /** In capitals. */
  readonly names: readonly string[];
  call(name: string, parameters: readonly CustomFunctionArgument[]): CustomFunctionEnd;
}

/** None at all. */
export const NO_CUSTOM_FUNCTIONS: CustomFunctions = {
  names: [],
  call: (name) => ({ kind: 'error', message: `Unknown function: '${name}'.` }),
};

/** Those of the add-on, each call an execution of its own for that person. */
export function customFunctionsOf(environment: ScriptEnvironment, user: ScriptUser): CustomFunctions {
  return {
    names: environment.addOn.customFunctions,
    call: (name, parameters) => runCustomFunction(environment, name, parameters, { user }),
  };
}

/**
 * An argument as a custom function gets it: a reference to one cell as its value, to more as rows, days as moments, errors by
 * their text, empty cells as ''. What a function within the formula gave has lost what was a day (assumed).
 */
export function argumentOf(
  given: FunctionVariantType,
  workbook: Workbook,
  valuesOf: (given: FunctionVariantType) => CellValue[][],
): CustomFunctionArgument {
  const rows = given.isReferenceObject()
    ? cellsAt(given as BaseReferenceObject, workbook)
    : valuesOf(given).map((row) => row.map((value) => taggedCell(value, undefined, workbook)));
  const [first] = rows[0] ?? [];
  return rows.length === 1 && rows[0]?.length === 1 && first !== undefined ? first : rows;
}

/** What a custom function gave, as a cell holds it. */
export function cellValueOf(cell: TaggedCell, workbook: Workbook): CellValue {
  if (typeof cell === 'object') return workbook.clock.serialAt(cell.date);
  return cell === '' ? null : cell;
}

function cellsAt(reference: BaseReferenceObject, workbook: Workbook): TaggedCell[][] {
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  const sheet = workbook.findSheet(Number(reference.getSheetId()));
  if (sheet === undefined) return [['#REF!']];
  const block = { startRow, endRow: endRow + 1, startColumn, endColumn: endColumn + 1 };
  return sheet.grid.read('values', block).map((row, at) => {
    const formats = sheet.grid.row(startRow + at)?.formats;
    return row.map((value, index) => taggedCell(value, formats?.[startColumn + index]?.numberFormat, workbook));
  });
}

function taggedCell(value: CellValue, pattern: string | undefined, workbook: Workbook): TaggedCell {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'number' && isDateFormat(pattern)) return { date: workbook.clock.momentOf(value) };
  return value;
}
