import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { customerTableCsv } from '../support/customer-table-csv.ts';
import { median } from '../support/median.ts';
import { runCommand } from './run-command.ts';

const ROWS = 100_000;
const ROUNDS = 5;

/** `grade --format csv` of a whole file, started as a user would, beside csv-parse reading the same file in this process. */
export async function benchGradeCommand(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tierbook-bench-'));
  try {
    const path = join(folder, 'customers.csv');
    await writeFile(path, customerTableCsv(ROWS, 1));
    const parsing: number[] = [];
    const grading: number[] = [];
    const peaksMiB: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      parsing.push(await timeCsvParse(path));
      const command = await timeGrade(path);
      grading.push(command.ms);
      peaksMiB.push(command.peakMiB);
    }
    const ratio = median(grading) / median(parsing);
    console.log(`${ROWS} rows, median of ${ROUNDS}`);
    console.log(`csv-parse alone      ${median(parsing).toFixed(0)} ms`);
    console.log(`grade --format csv   ${median(grading).toFixed(0)} ms, the start of Node included`);
    console.log(`ratio                ${ratio.toFixed(2)} × (promised: at most 5)`);
    console.log(`peak memory          ${Math.max(...peaksMiB).toFixed(0)} MiB (promised: under 600)`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function timeCsvParse(path: string): Promise<number> {
  const start = performance.now();
  let rows = 0;
  for await (const row of createReadStream(path).pipe(parse({ relax_column_count: true })))
    rows += row === undefined ? 0 : 1;
  if (rows < ROWS) throw new Error(`csv-parse read ${rows} rows.`);
  return performance.now() - start;
}

async function timeGrade(path: string): Promise<{ ms: number; peakMiB: number }> {
  const { ms, peakMiB, lines } = await runCommand(['grade', path, '--format', 'csv', '--as-of', '2026-11-01']);
  if (lines < ROWS) throw new Error(`grade wrote ${lines} lines.`);
  return { ms, peakMiB };
}
