import { a1Of } from './a1-notation.ts';
import { calculationOrder, type OrderedFormula } from './calculation/calculation-order.ts';
import { ChangedCells, sameValue } from './calculation/changed-cells.ts';
import { type CustomFunctions, NO_CUSTOM_FUNCTIONS } from './calculation/custom-functions.ts';
import { eachCell, missed, within, withReaders } from './calculation/due-formulas.ts';
import { type EngineFormula, engineFormula } from './calculation/engine-formula.ts';
import { createFormulaEngine, type FormulaEngine } from './calculation/formula-engine.ts';
import { type CellValue, isCellError } from './cell.ts';
import type { SheetRange } from './grid-range.ts';
import { isDateFormat } from './number-format.ts';
import type { Sheet } from './sheet.ts';
import type { Workbook } from './workbook.ts';

/** Formulas that arrays without end would calculate for ever. */
const MOST_ROUNDS = 20;

/**
 * Who calculates a workbook's formulas, for `Workbook.calculateWith`: with Univer's engine and the functions of the add-on. Only
 * formulas whose cells have changed are calculated. The first formula loads the engine (under a second); a workbook without one
 * never does.
 *
 * As in Google Sheets, an array goes to the cells to the right and below if all are free, else the cell shows #REF! with what
 * stands in the way (documented); a circle is #REF!, a custom function that fails #ERROR! with its message (observed). Otherwise
 * than there, an array goes on without ARRAYFORMULA, ranges within `{…}` are not joined, and QUERY and GOOGLEFINANCE and the like are not known.
 */
export function createCalculator(customFunctions: CustomFunctions = NO_CUSTOM_FUNCTIONS): (workbook: Workbook) => void {
  const states = new WeakMap<Workbook, Calculation>();
  return (workbook) => {
    const state = states.get(workbook) ?? new Calculation(workbook, customFunctions);
    states.set(workbook, state);
    state.run();
  };
}

/** A formula of a cell, as it was calculated last. */
interface Known extends OrderedFormula, EngineFormula {
  readonly formula: string;
  spill: SheetRange | null;
}

class Calculation {
  readonly #workbook: Workbook;
  readonly #customFunctions: CustomFunctions;
  #engine: FormulaEngine | undefined;
  #known = new Map<string, Known>();
  /** Values as the engine has them, by sheet and row. */
  readonly #seen = new Map<number, (CellValue | undefined)[][]>();
  /** How sheets were named and how large: references without end depend on it. */
  #shape = '';
  /** What has changed since ranges were last forgotten. */
  readonly #stale = new ChangedCells();

  constructor(workbook: Workbook, customFunctions: CustomFunctions) {
    this.#workbook = workbook;
    this.#customFunctions = customFunctions;
  }

  run(): void {
    const sheets = this.#workbook.sheets;
    const hasAny = sheets.some(
      ({ grid }) => grid.mayHold('formulas') && grid.rows().some((row) => row?.formulas?.some(isFormula)),
    );
    if (!hasAny) {
      this.#known.clear();
      this.#freeSpills();
      return;
    }
    const engine = (this.#engine ??= createFormulaEngine(this.#workbook, this.#customFunctions));
    engine.setSheets(sheets);
    engine.forget();
    this.#stale.clear();
    const fresh = this.#takeFormulas();
    this.#freeSpills();
    const changed = this.#takeChanges();
    this.#calculate(fresh, changed);
  }

  /** Which formulas there are now; returns those that are new or moved. */
  #takeFormulas(): Set<Known> {
    const { sheets, namedRanges } = this.#workbook;
    const shape = JSON.stringify([
      sheets.map(({ id, title, rowCount, columnCount }) => [id, title, rowCount, columnCount]),
      namedRanges,
    ]);
    const before = shape === this.#shape ? this.#known : new Map<string, Known>();
    this.#shape = shape;
    const fresh = new Set<Known>();
    const now = new Map<string, Known>();
    for (const sheet of sheets)
      sheet.grid.forEach('formulas', (formula, row, column) => {
        if (!isFormula(formula)) return;
        const key = keyOf(sheet.id, row, column);
        const same = before.get(key);
        if (same?.formula === formula) {
          now.set(key, same);
          return;
        }
        const read = engineFormula(this.#workbook, sheet, formula);
        const known = { ...read, formula, sheetId: sheet.id, row, column, spill: null };
        now.set(key, known);
        fresh.add(known);
      });
    this.#known = now;
    return fresh;
  }

  /** Empties what arrays of formulas that are no longer there have left, and forgets where a person has typed over one. */
  #freeSpills(): void {
    const held = new Set<string>();
    for (const { spill } of this.#known.values())
      if (spill !== null) eachCell(spill, (row, column) => held.add(keyOf(spill.sheetId, row, column)));
    for (const { grid, id } of this.#workbook.sheets)
      grid.forEach('spilled', (value, row, column) => {
        const isOurs = sameValue(grid.get('values', row, column), value) && grid.get('formulas', row, column) === null;
        if (isOurs && held.has(keyOf(id, row, column))) return;
        if (isOurs) grid.set('values', row, column, null);
        grid.set('spilled', row, column, null);
      });
  }

  /** Gives the engine what has changed since, and says what that is. */
  #takeChanges(): ChangedCells {
    const changed = new ChangedCells();
    for (const id of this.#seen.keys()) if (this.#workbook.findSheet(id) === undefined) this.#seen.delete(id);
    for (const sheet of this.#workbook.sheets) {
      const seen = this.#seen.get(sheet.id) ?? [];
      this.#seen.set(sheet.id, seen);
      const rows = Math.max(sheet.grid.usedRows, seen.length);
      for (let row = 0; row < rows; row++) {
        const now = sheet.grid.row(row);
        const before = (seen[row] ??= []);
        const columns = Math.max(now?.values?.length ?? 0, before.length);
        for (let column = 0; column < columns; column++) {
          const value = now?.values?.[column] ?? null;
          if (sameValue(value, before[column])) continue;
          before[column] = value;
          this.#engine?.setCell(sheet.id, row, column, value, now?.formats?.[column]?.numberFormat);
          changed.add(sheet.id, row, column);
        }
      }
    }
    return changed;
  }

  #calculate(fresh: ReadonlySet<Known>, first: ChangedCells): void {
    const all = [...this.#known.values()];
    let due = all.filter(
      (one) =>
        fresh.has(one) ||
        one.isVolatile ||
        one.readsAnything ||
        one.reads.some((read) => first.meets(read)) ||
        this.#isTypedOver(one, first),
    );
    for (let round = 0; round < MOST_ROUNDS && due.length > 0; round++) {
      const { ordered, circles } = calculationOrder(withReaders(all, due));
      const changedAfter: [Known, ChangedCells][] = [];
      const changedNow = new ChangedCells();
      for (const one of circles) this.#put(one, CIRCLE, '', changedNow);
      for (const one of ordered) {
        const changes = new ChangedCells();
        this.#evaluate(one, changes);
        changedAfter.push([one, changes]);
      }
      due = missed(all, circles, changedNow, changedAfter);
    }
  }

  /** Whether somebody has changed the cell of a formula or of its array, or one that its array needs. */
  #isTypedOver({ sheetId, row, column, spill }: Known, changed: ChangedCells): boolean {
    const own = { sheetId, startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
    if (changed.meets(spill ?? own)) return true;
    const value = this.#workbook.sheet(sheetId).grid.get('values', row, column);
    return isCellError(value) && value.message !== undefined && / expanded[ ,]/.test(value.message);
  }

  #evaluate(one: Known, changes: ChangedCells): void {
    const engine = this.#engine;
    if (engine === undefined) return;
    if (one.readsAnything || one.reads.some((read) => this.#stale.meets(read))) {
      engine.forget();
      this.#stale.clear();
    }
    const { values, pattern } = engine.evaluate(one.text, this.#workbook.sheet(one.sheetId), one.row, one.column);
    this.#put(one, values, pattern, changes);
    this.#stale.addAll(changes);
  }

  /** Puts what a formula came to into its cell and those that its array needs. */
  #put(one: Known, values: readonly (readonly CellValue[])[], pattern: string, changes: ChangedCells): void {
    const sheet = this.#workbook.sheet(one.sheetId);
    const area = {
      sheetId: one.sheetId,
      startRow: one.row,
      endRow: one.row + values.length,
      startColumn: one.column,
      endColumn: one.column + Math.max(1, ...values.map((row) => row.length)),
    };
    const problem = this.#problemOf(one, sheet, area);
    const cells = problem === undefined ? values : [[{ error: '#REF!' as const, message: problem }]];
    const isArray = problem === undefined && (area.endRow - area.startRow > 1 || area.endColumn - area.startColumn > 1);
    const former = one.spill;
    one.spill = isArray ? area : null;
    if (former !== null)
      eachCell(former, (row, column) => {
        if (isArray && within(area, row, column)) return;
        // Without the mark somebody has typed over it.
        if (sheet.grid.get('spilled', row, column) === null) return;
        sheet.grid.set('spilled', row, column, null);
        this.#set(sheet, row, column, null, '', changes);
      });
    if (!isArray) {
      this.#set(sheet, one.row, one.column, cells[0]?.[0] ?? null, pattern, changes);
      return;
    }
    eachCell(area, (row, column) => {
      const value = cells[row - one.row]?.[column - one.column] ?? null;
      this.#set(sheet, row, column, value, pattern, changes);
      if (row !== one.row || column !== one.column) sheet.grid.set('spilled', row, column, value);
    });
  }

  /** Why an array cannot go where it would, in Google's words (observed); undefined: it can. */
  #problemOf(one: Known, sheet: Sheet, area: SheetRange): string | undefined {
    const [rows, columns] = [area.endRow - sheet.rowCount, area.endColumn - sheet.columnCount];
    if (rows > 0) return `Result was not automatically expanded, please insert more rows (${rows}).`;
    if (columns > 0) return `Result was not automatically expanded, please insert more columns (${columns}).`;
    let problem: string | undefined;
    eachCell(area, (row, column) => {
      if (problem !== undefined || (row === one.row && column === one.column)) return;
      if (sheet.grid.get('formulas', row, column) === null) {
        if (sheet.grid.get('values', row, column) === null) return;
        const isOwn = one.spill !== null && within(one.spill, row, column);
        if (isOwn && sheet.grid.get('spilled', row, column) !== null) return;
      }
      const place = a1Of({ startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 });
      problem = `Array result was not expanded because it would overwrite data in ${place}.`;
    });
    return problem;
  }

  #set(sheet: Sheet, row: number, column: number, value: CellValue, pattern: string, changes: ChangedCells): void {
    const { grid } = sheet;
    const format = grid.get('formats', row, column);
    const shown = format.numberFormat ?? (isDateFormat(pattern) ? pattern : undefined);
    if (shown !== format.numberFormat && typeof value === 'number')
      grid.set(
        'formats',
        row,
        column,
        grid.format({ ...format, ...(shown === undefined ? {} : { numberFormat: shown }) }),
      );
    if (sameValue(grid.get('values', row, column), value)) return;
    grid.set('values', row, column, value);
    const seen = this.#seen.get(sheet.id) ?? [];
    this.#seen.set(sheet.id, seen);
    (seen[row] ??= [])[column] = value;
    this.#engine?.setCell(sheet.id, row, column, value, shown);
    changes.add(sheet.id, row, column);
  }
}

const CIRCLE = [[{ error: '#REF!' as const, message: 'Circular dependency detected.' }]];

function isFormula(formula: string | null | undefined): formula is string {
  return formula !== null && formula !== undefined && formula !== '';
}

function keyOf(sheetId: number, row: number, column: number): string {
  return `${sheetId}:${row}:${column}`;
}
