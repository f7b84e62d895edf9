import { createRequire } from 'node:module';
import type * as Core from '@univerjs/core';
import type * as Formula from '@univerjs/engine-formula';
import type { BaseValueObject, FunctionVariantType, IUnitData } from '@univerjs/engine-formula';
import { type CellErrorText, type CellValue, isCellError } from '../cell.ts';
import { isDateFormat } from '../number-format.ts';
import type { Sheet } from '../sheet.ts';
import type { Workbook } from '../workbook.ts';
import { argumentOf, type CustomFunctions, cellValueOf } from './custom-functions.ts';
import { engineTitle } from './engine-formula.ts';

/** What a formula came to: one value, or rows of them. */
export interface FormulaResult {
  readonly values: readonly (readonly CellValue[])[];
  /** The number format that comes with it, such as a date's; empty: none. */
  readonly pattern: string;
}

/** Univer's formula engine, fed with a workbook's cells and asked formula by formula. */
export interface FormulaEngine {
  /** Takes a cell as it is now. */
  setCell(sheetId: number, row: number, column: number, value: CellValue, pattern: string | undefined): void;
  /** Takes over which sheets there are and how large. */
  setSheets(sheets: readonly Sheet[]): void;
  /** What formulas read from now on is as the cells are now: it remembers ranges. */
  forget(): void;
  /** Calculates a formula (see `engineFormula`) of a cell. */
  evaluate(text: string, sheet: Sheet, row: number, column: number): FormulaResult;
}

/** Univer remembers formulas by their unit, for all engines of a process: each has a unit of its own. */
let unitCount = 0;

type SheetItem = NonNullable<NonNullable<IUnitData[string]>[string]>;

const require = createRequire(import.meta.url);

/**
 * Loads Univer, which takes the better part of a second: only when there is a formula. Only its CommonJS builds load in Node. Of
 * its services only those that calculate one formula are used, since its own order of calculation waits between formulas and a
 * script reads values at once.
 */
export function createFormulaEngine(workbook: Workbook, customFunctions: CustomFunctions): FormulaEngine {
  const core = require('@univerjs/core') as typeof Core;
  const formula = require('@univerjs/engine-formula') as typeof Formula;
  unitCount += 1;
  const unitId = `workbook ${unitCount}`;
  const univer = new core.Univer({ locale: core.LocaleType.EN_US, locales: {}, logLevel: core.LogLevel.SILENT });
  univer.registerPlugin(formula.UniverFormulaEnginePlugin);
  univer.createUnit(core.UniverInstanceType.UNIVER_SHEET, {
    id: unitId,
    sheetOrder: ['0'],
    sheets: { '0': { id: '0' } },
  });
  const injector = univer.__getInjector();
  const current = injector.get(formula.IFormulaCurrentConfigService);
  const runtime = injector.get(formula.IFormulaRuntimeService);
  const calculating = injector.get(formula.ICalculateFormulaService) as unknown as CalculatingService;
  injector.get(formula.IFunctionService).registerExecutors(...functions());

  const sheets: Record<string, SheetItem> = {};
  const unit: IUnitData = { [unitId]: sheets };
  // The service asks Univer's own workbook, which has no sheets of ours.
  let order: readonly Sheet[] = [];
  const ofOurSheets: Pick<typeof current, 'getSheetRowColumnCount' | 'getSheetsInfo'> = {
    getSheetRowColumnCount: (_, id) => sheets[id] ?? { rowCount: 0, columnCount: 0 },
    getSheetsInfo: () => ({
      sheetOrder: order.map(({ id }) => String(id)),
      sheetNameMap: Object.fromEntries(order.map(({ id, title }) => [String(id), title])),
    }),
  };
  Object.assign(current, ofOurSheets);
  /** What a custom function said when it failed, while one formula is calculated. */
  let said: string | undefined;
  const errors: ReadonlySet<string> = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

  function functions(): InstanceType<typeof formula.BaseFunction>[] {
    class OfNow extends formula.BaseFunction {
      override minParams = 0;
      override maxParams = 0;
      override calculate(): BaseValueObject {
        const serial = workbook.clock.serialAt(workbook.now());
        return String(this.name) === 'NOW'
          ? formula.NumberValueObject.create(serial, 'yyyy-mm-dd hh:mm:ss')
          : formula.NumberValueObject.create(Math.floor(serial), 'yyyy-mm-dd');
      }
    }
    class Custom extends formula.BaseFunction {
      override minParams = 0;
      override maxParams = 255;
      override needsReferenceObject = true;
      override calculate(...given: FunctionVariantType[]): BaseValueObject {
        const parameters = given.map((one) => argumentOf(one, workbook, valuesOf));
        const end = customFunctions.call(String(this.name), parameters);
        if (end.kind === 'error') {
          said = end.message;
          return formula.ErrorValueObject.create(formula.ErrorType.VALUE);
        }
        const rows = end.cells.map((row) => row.map((cell) => objectOf(cellValueOf(cell, workbook))));
        const first = rows[0]?.[0];
        if (rows.length === 1 && rows[0]?.length === 1 && first !== undefined) return first;
        return new formula.ArrayValueObject({
          calculateValueList: rows,
          rowCount: rows.length,
          columnCount: Math.max(...rows.map((row) => row.length)),
          unitId: '',
          sheetId: '',
          row: 0,
          column: 0,
        });
      }
    }
    return [
      ...(['TODAY', 'NOW'] as const).map((name) => new OfNow(name as never)),
      ...customFunctions.names.map((name) => new Custom(name as never)),
    ];
  }

  function objectOf(value: CellValue): BaseValueObject {
    if (value === null) return formula.NullValueObject.create();
    if (typeof value === 'string') return formula.StringValueObject.create(value);
    if (typeof value === 'number') return formula.NumberValueObject.create(value);
    if (typeof value === 'boolean') return formula.BooleanValueObject.create(value);
    return formula.ErrorValueObject.create(value.error as never);
  }

  function valueOf(object: BaseValueObject | null | undefined): CellValue {
    if (object === null || object === undefined || object.isNull()) return null;
    const value = object.getValue();
    if (object.isError()) return { error: errors.has(String(value)) ? (value as CellErrorText) : '#ERROR!' };
    return typeof value === 'number' && !Number.isFinite(value) ? { error: '#NUM!' } : value;
  }

  function valuesOf(object: FunctionVariantType): CellValue[][] {
    const value = object.isReferenceObject()
      ? (object as { toArrayValueObject(): BaseValueObject }).toArrayValueObject()
      : object;
    if (!(value as BaseValueObject).isArray()) return [[valueOf(value as BaseValueObject)]];
    const array = value as unknown as {
      getArrayValue(): (BaseValueObject | null | undefined)[][];
      getColumnCount(): number;
    };
    const width = array.getColumnCount();
    return array.getArrayValue().map((row) => Array.from({ length: width }, (_, at) => valueOf(row?.[at])));
  }

  function evaluated(text: string, sheet: Sheet, row: number, column: number): FormulaResult {
    runtime.setCurrent(row, column, sheet.rowCount, sheet.columnCount, String(sheet.id), unitId);
    const node = formula.generateAstNode(unitId, text, calculating._lexer, calculating._astTreeBuilder, current);
    try {
      const result = calculating._interpreter.execute({ node, refOffsetX: 0, refOffsetY: 0 });
      return { values: valuesOf(result), pattern: patternOf(result) };
    } finally {
      node.resetCalculationState();
    }
  }

  return {
    setSheets(now) {
      order = now;
      const ids = new Set(now.map(({ id }) => String(id)));
      for (const id of Object.keys(sheets)) if (!ids.has(id)) delete sheets[id];
      for (const { id, rowCount, columnCount } of now) {
        const cellData = sheets[id]?.cellData ?? new core.ObjectMatrix();
        sheets[id] = { cellData, rowCount, columnCount, rowData: {}, columnData: {} };
      }
      current.load({
        formulaData: {},
        arrayFormulaCellData: {},
        arrayFormulaRange: {},
        forceCalculate: false,
        dirtyRanges: [],
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: {},
        allUnitData: unit,
        unitStylesData: { [unitId]: { getStyleByCell: (cell: { s?: unknown }) => cell.s } as never },
        unitSheetNameMap: { [unitId]: withoutCapitals(titlesOf(now)) },
      });
      runtime.reset();
    },
    setCell(sheetId, row, column, value, pattern) {
      const cells = sheets[sheetId]?.cellData;
      if (value === null) cells?.realDeleteValue(row, column);
      else
        cells?.setValue(row, column, {
          ...cellOf(value),
          ...(isDateFormat(pattern) ? { s: { n: { pattern } } } : {}),
        } as never);
    },
    forget() {
      formula.FORMULA_REF_TO_ARRAY_CACHE.clear();
      formula.CELL_INVERTED_INDEX_CACHE.clear();
    },
    evaluate(text, sheet, row, column) {
      said = undefined;
      try {
        const result = evaluated(text, sheet, row, column);
        const [value] = result.values[0] ?? [];
        // The cell's own error: the formula may have caught it.
        if (said === undefined || result.values.length !== 1 || value === undefined || !isCellError(value))
          return result;
        return { values: [[{ error: '#ERROR!', message: said }]], pattern: '' };
      } catch (error) {
        // Whatever it cannot calculate stays an error of that one cell.
        const message = error instanceof Error ? error.message : String(error);
        return { values: [[{ error: '#ERROR!', message }]], pattern: '' };
      }
    },
  };

  function cellOf(value: CellValue & {}): { v: string | number; t: number } {
    if (typeof value === 'string') return { v: value, t: core.CellValueType.STRING };
    if (typeof value === 'number') return { v: value, t: core.CellValueType.NUMBER };
    if (typeof value === 'boolean') return { v: value ? 1 : 0, t: core.CellValueType.BOOLEAN };
    return { v: errors.has(value.error) ? value.error : '#VALUE!', t: core.CellValueType.STRING };
  }
}

type AstNode = ReturnType<(typeof Formula)['generateAstNode']>;

/** What the calculating service holds and the package does not export; the version is pinned. */
interface CalculatingService {
  readonly _lexer: Parameters<(typeof Formula)['generateAstNode']>[2];
  readonly _astTreeBuilder: Parameters<(typeof Formula)['generateAstNode']>[3];
  readonly _interpreter: {
    execute(data: { node: AstNode; refOffsetX: number; refOffsetY: number }): FunctionVariantType;
  };
}

/** Their own titles, which texts may name (INDIRECT), and those in formulas. */
function titlesOf(sheets: readonly Sheet[]): (readonly [title: string, id: string])[] {
  const own = sheets.map(({ id, title }) => [title, String(id)] as const);
  return [...own, ...sheets.map(({ id }) => [engineTitle(id), String(id)] as const)];
}

/** Sheets' ids by their titles, whose capitals make no difference in formulas (documented). */
function withoutCapitals(entries: readonly (readonly [title: string, id: string])[]): Record<string, string> {
  const ids = new Map(entries.map(([title, id]) => [title.toLowerCase(), id]));
  return new Proxy<Record<string, string>>(Object.fromEntries(entries), {
    get: (_, title) => (typeof title === 'string' ? ids.get(title.toLowerCase()) : undefined),
  });
}

function patternOf(result: FunctionVariantType): string {
  return result.isReferenceObject() ? '' : ((result as BaseValueObject).getPattern() ?? '');
}
