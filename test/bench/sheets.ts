import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { type AddOn, addOnOf } from '../../bot/local/workbook/add-on.ts';
import { bundledScript } from '../../bot/local/workbook/guest-services.ts';
import { type Execution, runCustomFunction, runEntryPoint } from '../../bot/local/workbook/run-script.ts';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { criterionFields } from '../../core/grading/criterion-fields.ts';
import { gradeTable } from '../../core/grading/grade-table.ts';
import { accountValue } from '../../core/schemes/account-value.ts';
import { readTable } from '../../core/table/read-table.ts';
import { gradedTableWords } from '../../core/text/graded-table-words.ts';
import type { GradeOutcome } from '../../sheets-addon/protocol.ts';
import { type AddOnSheet, addOnSheet, newWorkbook, TODAY } from '../support/add-on-sheet.ts';
import { collectGarbage } from '../support/collect-garbage.ts';
import { customerTableCsv } from '../support/customer-table-csv.ts';
import { median } from '../support/median.ts';
import { ANN } from '../support/script-environments.ts';

const ROWS = 50_000;
const FUNCTION_ROWS = 10_000;
/** The first of which is not counted: in it the process compiles what all share. */
const ROUNDS = 10;
const AS_OF = TODAY as CalendarDate;
const REQUEST = { scheme: accountValue.id, language: 'en' } as const;

/**
 * The built add-on on a table of 50,000 customers and 12 columns in the stand-in, beside a script that only reads and parses the same sheet:
 * each in a fresh context and without what others left in memory, as every run at Google is, in turns. Time, calls, and whether it writes what
 * `tierbook grade` does; then how long the script takes to load, and `=TIER`.
 */
export async function benchSheets(): Promise<void> {
  const csv = customerTableCsv(ROWS, 1);
  const grid: string[][] = parse(csv);
  const reader = await readingAddOn();
  const [reading, first, again, alone]: [Timing[], Timing[], Timing[], Timing[]] = [[], [], [], []];
  let sheet = await filledSheet(grid);
  let graded = sheet.execute('readProgress');
  let regraded = graded;
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round > 0) sheet = await filledSheet(grid);
    const { environment } = sheet;
    const cells = sheet.sheet.grid.read('values', sheet.sheet.used).map((row) => row.map(plain));
    alone.push(timedAlone(() => readTable(cells, { asOf: AS_OF, fields: criterionFields(accountValue) })));
    const read = timedAlone(() => runEntryPoint({ ...environment, addOn: reader }, 'readSheet', [], { user: ANN }));
    if (read.result.kind !== 'done' || read.result.result !== ROWS) throw new Error(JSON.stringify(read.result));
    reading.push(read);
    const grading = timedAlone(() => sheet.execute('gradeTable', REQUEST));
    graded = grading.result;
    first.push(grading);
    const outcome = outcomeOf(graded);
    if (outcome.kind !== 'graded' || outcome.customers !== ROWS) throw new Error(JSON.stringify(outcome).slice(0, 500));
    const regrading = timedAlone(() => sheet.execute('gradeTable', REQUEST));
    regraded = regrading.result;
    again.push(regrading);
  }
  const times = (some: readonly Timing[]): string =>
    `${(wall(some) / wall(reading)).toFixed(2)} ×, of processor time ${(processor(some) / processor(reading)).toFixed(2)} ×`;
  console.log(`${ROWS} rows × 12 columns, medians of ${ROUNDS - 1}: time, and processor time with all threads`);
  console.log(`readTable alone, warm ${both(alone)}`);
  console.log(`read and parse        ${both(reading)}, services and a fresh context included`);
  console.log(`gradeTable            ${both(first)}, the same included`);
  console.log(`ratio                 ${times(first)} (promised: at most 2)`);
  console.log(`round by round        ${spread(first, reading)}`);
  console.log(`calls that move       ${moving(graded)} (promised: at most 12)`);
  const outcome = outcomeOf(regraded);
  const cells = outcome.kind === 'graded' ? outcome.cellsWritten : Number.NaN;
  console.log(`graded again          ${both(again)}, ${cells} cells written, ${writes(regraded)} calls that write`);
  console.log(`ratio                 ${times(again)}`);
  console.log(`other than the command line: ${await differences(csv, sheet.texts())} cells (promised: 0)`);
  const loads = Array.from({ length: 15 }, () => timed(() => sheet.execute('readProgress')));
  console.log(`load, fresh context   ${wall(loads).toFixed(0)} ms (promised: under 50)`);
  functionBench(grid.slice(0, FUNCTION_ROWS + 1), sheet.environment);
}

/** The script of `sheets/read-sheet.ts`, put into one file as the add-on is. */
async function readingAddOn(): Promise<AddOn> {
  const code = await bundledScript(fileURLToPath(new URL('./sheets/read-sheet.ts', import.meta.url)), 'reading');
  const scopes = ['https://www.googleapis.com/auth/spreadsheets.currentonly'];
  const entry = 'function readSheet() { return reading.readSheet(); }';
  return addOnOf(`${code}\n${entry}`, JSON.stringify({ oauthScopes: scopes }), new Map());
}

async function filledSheet(grid: readonly string[][]): Promise<AddOnSheet> {
  const workbook = newWorkbook();
  workbook.sheet(0).rowCount = grid.length + 10;
  return addOnSheet(grid, { workbook });
}

function functionBench(rows: readonly string[][], environment: AddOnSheet['environment']): void {
  const inCells: Timing[] = [];
  const alone: Timing[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.push(timedAlone(() => tiersOf(rows)));
    const run = timedAlone(() => runCustomFunction(environment, 'TIER', [rows, accountValue.id], { user: ANN }));
    inCells.push(run);
    if (run.result.kind !== 'cells' || run.result.cells.length !== rows.length) throw new Error('TIER gave no column.');
  }
  console.log(
    `=TIER, ${FUNCTION_ROWS} rows    ${both(inCells)}, ${(wall(inCells) / wall(alone)).toFixed(2)} × core alone, warm`,
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

/** Whoever comes second would clear away, within its own time, what the first left in memory: that is done before either. */
function timedAlone<Result>(run: () => Result): Timing & { readonly result: Result } {
  collectGarbage();
  return timed(run);
}

interface Timing {
  readonly ms: number;
  /** Of all threads of the process: what others do on the machine does not count. */
  readonly processorMs: number;
}

function timed<Result>(run: () => Result): Timing & { readonly result: Result } {
  const start = performance.now();
  const used = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(used);
  return { ms: performance.now() - start, processorMs: (user + system) / 1000, result };
}

function wall(timings: readonly Timing[]): number {
  return median(timings.slice(1).map(({ ms }) => ms));
}

function processor(timings: readonly Timing[]): number {
  return median(timings.slice(1).map(({ processorMs }) => processorMs));
}

/** The ratio round by round, each grading by the reading next to it: how far the machine's noise goes. */
function spread(some: readonly Timing[], by: readonly Timing[]): string {
  const ratios = some
    .slice(1)
    .map(({ ms }, at) => ms / (by[at + 1]?.ms ?? Number.NaN))
    .toSorted((one, other) => one - other);
  return `${ratios[0]?.toFixed(2)} to ${ratios.at(-1)?.toFixed(2)} ×, median ${median(ratios).toFixed(2)} ×`;
}

function both(timings: readonly Timing[]): string {
  return `${wall(timings).toFixed(0)} ms (${processor(timings).toFixed(0)} ms)`;
}
