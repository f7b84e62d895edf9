import { type Execution, type RunOptions, runEntryPoint } from '../../bot/local/workbook/run-script.ts';
import { createScriptEnvironment, type ScriptEnvironment } from '../../bot/local/workbook/script-environment.ts';
import type { Sheet } from '../../bot/local/workbook/sheet.ts';
import { Workbook } from '../../bot/local/workbook/workbook.ts';
import { workbookData, workbookFrom } from '../../bot/local/workbook/workbook-data.ts';
import { type Entry, enterValues } from '../../bot/local/workbook/write-cells.ts';
import type { GradeOutcome, SheetView, TableRequest, UndoOutcome } from '../../sheets-addon/protocol.ts';
import { builtAddOn } from './built-add-on.ts';
import { requireFullNames } from './crossing-keys.ts';
import { ANN } from './script-environments.ts';

/** The sheet on which the built add-on is tried, and what one does with it. */
export interface AddOnSheet {
  readonly environment: ScriptEnvironment;
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  /** Calls an entry point as the sidebar does; throws what the script threw. */
  readonly call: (name: string, request?: unknown, options?: Partial<RunOptions>) => unknown;
  readonly execute: (name: string, request?: unknown, options?: Partial<RunOptions>) => Execution;
  readonly grade: (request?: TableRequest) => Graded;
  readonly view: (request?: TableRequest) => SheetView;
  readonly undo: (overwrite?: boolean) => UndoOutcome;
  /** Enters values from a cell on (0-based), as a person types them. */
  readonly enter: (row: number, column: number, rows: readonly (readonly Entry[])[]) => void;
  /** What the cells show, as text; errors as their text. */
  readonly texts: () => string[][];
  /** What the column with this heading shows below it. */
  readonly column: (heading: string) => string[];
  readonly select: (row: number, column: number) => void;
}

export type Graded = Extract<GradeOutcome, { readonly kind: 'graded' }>;

/** At noon UTC of this day all tests are run. */
export const TODAY = '2026-03-05';

/** A workbook of Ann's with these rows on its first sheet, as if they had been typed there. */
export async function addOnSheet(
  rows: readonly (readonly Entry[])[],
  { workbook = newWorkbook(), locale = 'en' }: { workbook?: Workbook; locale?: string } = {},
): Promise<AddOnSheet> {
  const environment = createScriptEnvironment({
    addOn: await builtAddOn(),
    clock: { now: () => new Date(`${TODAY}T12:00:00Z`) },
    workbook,
  });
  const sheet = workbook.sheets[0];
  if (sheet === undefined) throw new Error('A workbook has a sheet.');
  const made = sheetOf(environment, workbook, sheet, locale);
  if (rows.length > 0) made.enter(0, 0, rows);
  return made;
}

/** The same workbook on its own, kept and taken up again: what is done to it changes nothing of the first. */
export async function copied({ workbook }: AddOnSheet): Promise<AddOnSheet> {
  return addOnSheet([], { workbook: workbookFrom(structuredClone(workbookData(workbook))) });
}

/** @param locale default `en_US` */
export function newWorkbook(locale = 'en_US'): Workbook {
  return new Workbook({
    id: 'book',
    title: 'Book',
    locale,
    timeZone: 'Asia/Taipei',
    owner: ANN.email,
    now: () => Date.parse(`${TODAY}T12:00:00Z`),
  });
}

function sheetOf(environment: ScriptEnvironment, workbook: Workbook, sheet: Sheet, locale: string): AddOnSheet {
  const execute: AddOnSheet['execute'] = (name, request, options) =>
    runEntryPoint(environment, name, request === undefined ? [] : [request], { user: { ...ANN, locale }, ...options });
  const call: AddOnSheet['call'] = (name, request, options) => {
    const execution = execute(name, request, options);
    if (execution.kind !== 'done') throw new Error(execution.kind === 'failed' ? execution.stack : execution.message);
    requireFullNames(execution.result);
    return execution.result;
  };
  const texts = (): string[][] => {
    const { endRow, endColumn } = sheet.used;
    return Array.from({ length: endRow }, (_, row) =>
      Array.from({ length: endColumn }, (__, column) => {
        const value = sheet.grid.get('values', row, column);
        return value === null ? '' : typeof value === 'object' ? value.error : String(value);
      }),
    );
  };
  return {
    environment,
    workbook,
    sheet,
    call,
    execute,
    grade: (request = {}) => {
      const outcome = call('gradeTable', request) as GradeOutcome;
      if (outcome.kind === 'refused') throw new Error(outcome.text);
      return outcome;
    },
    view: (request = {}) => call('viewTable', request) as SheetView,
    undo: (overwrite = false) => call('undoGrading', { overwrite }) as UndoOutcome,
    enter: (row, column, rows) => {
      const width = Math.max(...rows.map((one) => one.length));
      const range = {
        sheetId: sheet.id,
        startRow: row,
        endRow: row + rows.length,
        startColumn: column,
        endColumn: column + width,
      };
      enterValues(
        workbook,
        range,
        rows.map((one) => [...one, ...Array<Entry>(width - one.length).fill('')]),
      );
    },
    texts,
    column: (heading) => {
      const all = texts();
      const row = all.findIndex((cells) => cells.includes(heading));
      const at = all[row]?.indexOf(heading) ?? -1;
      if (at < 0) throw new Error(`No column is headed ${heading}.`);
      return all.slice(row + 1).map((cells) => cells[at] ?? '');
    },
    select: (row, column) => {
      workbook.select({
        sheetId: sheet.id,
        startRow: row,
        endRow: row + 1,
        startColumn: column,
        endColumn: column + 1,
      });
    },
  };
}
