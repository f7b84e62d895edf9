import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { type Execution, runCustomFunction } from '../../bot/local/workbook/run-script.ts';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { criterionFields } from '../../core/grading/criterion-fields.ts';
import { gradeTable } from '../../core/grading/grade-table.ts';
import { accountValue } from '../../core/schemes/account-value.ts';
import { readTable } from '../../core/table/read-table.ts';
import { gradedTableWords } from '../../core/text/graded-table-words.ts';
import type { GradeOutcome } from '../../sheets-addon/protocol.ts';
import { type AddOnSheet, addOnSheet, newWorkbook, TODAY } from '../support/add-on-sheet.ts';
import { customerTableCsv } from '../support/customer-table-csv.ts';
import { median } from '../support/median.ts';
import { ANN } from '../support/script-environments.ts';

const ROWS = 50_000;
const FUNCTION_ROWS = 10_000;
const ROUNDS = 3;
const AS_OF = TODAY as CalendarDate;
const REQUEST = { scheme: accountValue.id, language: 'en' } as const;

/**
 * The built add-on on a table of 50,000 customers and 12 columns in the stand-in, beside core reading the very same cells in this
 * process: calls, time, and whether it writes what `tierbook grade` does; then how long the script takes to load, and `=TIER`.
 */
export async function benchSheets(): Promise<void> {
  const csv = customerTableCsv(ROWS, 1);
  const grid: string[][] = parse(csv);
  const grading: number[] = [];
  const reading: number[] = [];
  let sheet = await filledSheet(grid);
  let first = sheet.execute('readProgress');
  for (let round = 0; round < ROUNDS; round += 1) {
    const cells = sheet.sheet.grid.read('values', sheet.sheet.used).map((row) => row.map(plain));
    reading.push(timed(() => readTable(cells, { asOf: AS_OF, fields: criterionFields(accountValue) })).ms);
    const run = timed(() => sheet.execute('gradeTable', REQUEST));
    first = run.result;
    grading.push(run.ms);
    const outcome = outcomeOf(first);
    if (outcome.kind !== 'graded' || outcome.customers !== ROWS) throw new Error(JSON.stringify(outcome).slice(0, 500));
    if (round < ROUNDS - 1) sheet = await filledSheet(grid);
  }
  const ratio = median(grading) / median(reading);
  console.log(`${ROWS} rows × 12 columns, median of ${ROUNDS}`);
  console.log(`readTable alone      ${median(reading).toFixed(0)} ms`);
  console.log(`gradeTable           ${median(grading).toFixed(0)} ms, its services and JSON included`);
  console.log(`ratio                ${ratio.toFixed(2)} × (promised: at most 2)`);
  console.log(`calls that move      ${moving(first)} (promised: at most 12)`);
  const again = timed(() => sheet.execute('gradeTable', REQUEST));
  const outcome = outcomeOf(again.result);
  const cells = outcome.kind === 'graded' ? outcome.cellsWritten : Number.NaN;
  console.log(
    `graded again         ${again.ms.toFixed(0)} ms, ${cells} cells written, ${writes(again.result)} calls that write`,
  );
  console.log(`other than the command line: ${await differences(csv, sheet.texts())} cells (promised: 0)`);
  const loads = Array.from({ length: 15 }, () => timed(() => sheet.execute('readProgress')).ms);
  console.log(`load, fresh context  ${median(loads).toFixed(0)} ms (promised: under 50)`);
  functionBench(grid.slice(0, FUNCTION_ROWS + 1), sheet.environment);
}

async function filledSheet(grid: readonly string[][]): Promise<AddOnSheet> {
  const workbook = newWorkbook();
  workbook.sheet(0).rowCount = grid.length + 10;
  return addOnSheet(grid, { workbook });
}

function functionBench(rows: readonly string[][], environment: AddOnSheet['environment']): void {
  const inCells: number[] = [];
  const alone: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.push(timed(() => tiersOf(rows)).ms);
    const run = timed(() => runCustomFunction(environment, 'TIER', [rows, accountValue.id], { user: ANN }));
    inCells.push(run.ms);
    if (run.result.kind !== 'cells' || run.result.cells.length !== rows.length) throw new Error('TIER gave no column.');
  }
  console.log(
    `=TIER, ${FUNCTION_ROWS} rows   ${median(inCells).toFixed(0)} ms, ${(median(inCells) / median(alone)).toFixed(2)} × core alone`,
  );
}

function tiersOf(rows: readonly string[][]): (string | undefined)[] {
  const reading = readTable(rows, { asOf: AS_OF, fields: criterionFields(accountValue) });
  const { compiled, graded } = gradeTable(reading, accountValue, AS_OF);
  const words = gradedTableWords(compiled, 'en');
  return [...graded()].map((one) => words.tier(one));
}

/** How many cells of tier, score, reasons, next tier and review are other than those of `tierbook grade`. */
async function differences(csv: string, texts: readonly (readonly string[])[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'tierbook-bench-'));
  try {
    const path = join(folder, 'customers.csv');
    await writeFile(path, csv);
    const words = ['grade', path, '--format', 'csv', '--as-of', TODAY, '--scheme', accountValue.id, '--lang', 'en'];
    const { stdout } = await promisify(execFile)(process.execPath, ['bot/cli/main.ts', ...words], {
      maxBuffer: 1 << 30,
    });
    const told: string[][] = parse(stdout.replace(/^\uFEFF/, ''), { relax_column_count: true });
    let count = 0;
    for (let row = 1; row <= ROWS; row += 1)
      for (let column = 12; column < 17; column += 1)
        if (bare(told[row]?.[column]) !== bare(texts[row]?.[column])) count += 1;
    return count;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Without the apostrophe that keeps text from being a formula: a sheet takes it away. */
function bare(text = ''): string {
  return text.startsWith("'") ? text.slice(1) : text;
}

function plain(value: unknown): string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';
}

function moving({ counts: { reads, writes: written } }: Execution): number {
  return (['values', 'formats', 'notes', 'metadata'] as const).reduce(
    (sum, kind) => sum + reads[kind] + written[kind],
    0,
  );
}

function writes({ counts }: Execution): number {
  const { values, formats, notes, metadata } = counts.writes;
  return values + formats + notes + metadata;
}

function outcomeOf(execution: Execution): GradeOutcome {
  if (execution.kind !== 'done') throw new Error(execution.message);
  return execution.result as GradeOutcome;
}

function timed<Result>(run: () => Result): { readonly ms: number; readonly result: Result } {
  const start = performance.now();
  const result = run();
  return { ms: performance.now() - start, result };
}
