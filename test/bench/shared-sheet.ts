import type { Workbook } from '../../bot/local/workbook/workbook.ts';
import { enterValues } from '../../bot/local/workbook/write-cells.ts';
import { connect } from '../../bot/store/connect.ts';
import { migrate } from '../../bot/store/migrate.ts';
import { readConnectedTab } from '../../bot/use-cases/connected-tab.ts';
import { dayOfGrading } from '../../bot/use-cases/grade-customers.ts';
import { pullSheet } from '../../bot/use-cases/pull-sheet.ts';
import { pushSheet } from '../../bot/use-cases/push-sheet.ts';
import { ROWS_A_REQUEST } from '../../bot/use-cases/sheet-changes.ts';
import { type LocalGoogle, SPREADSHEET_ID } from '../support/local-google.ts';
import { openSharedSheet } from '../support/shared-sheet.ts';
import { newContext } from '../support/workspace.ts';
import { withPostgres } from './bench-postgres.ts';

const ROWS = 100_000;
const OWN_COLUMNS = 7;

/**
 * Prints what pulling and pushing a sheet of 100,000 customers asks of Google and takes, beside bare calls of the same client that read
 * the same cells and write as many. The database's part of a pull (import and grading) is told apart: bare calls have none.
 */
export async function benchSharedSheet(): Promise<void> {
  await withPostgres(async (url) => {
    const database = await connect({ databaseUrl: url, dataDir: '' });
    await migrate(database.db);
    const shared = await openSharedSheet(database.db);
    const context = await newContext(database.db);
    fill(shared.workbook);
    const sheet = await shared.connect(context);
    const { google, spreadsheets } = shared;
    const pulled = await told(google, () => pullSheet(context, spreadsheets, sheet.id));
    const options = { hints: {}, asOf: dayOfGrading(context), knownHash: null };
    const read = await told(google, () => readConnectedTab(context, spreadsheets, sheet, options));
    const again = await told(google, () => pullSheet(context, spreadsheets, sheet.id));
    const pushed = await told(google, () => pushSheet(context, spreadsheets, sheet.id));
    const nothing = await told(google, () => pushSheet(context, spreadsheets, sheet.id));
    const bareRead = await told(google, () => readBare(google));
    const bareWrite = await told(google, () => writeBare(google));
    const figures = { pulled, read, again, pushed, nothing, bareRead, bareWrite };
    console.log(`${ROWS} rows × 12 columns, ${OWN_COLUMNS} of Tierbook's, PostgreSQL`);
    for (const [name, { ms, requests }] of Object.entries(figures))
      console.log(`${name.padEnd(12)} ${ms.toFixed(0).padStart(6)} ms  ${requests}`);
    const bareMs = bareRead.ms + bareWrite.ms;
    console.log(
      `reading for a pull, parsed   ${(read.ms / bareRead.ms).toFixed(2)} × a bare read (promised: at most 2)`,
    );
    console.log(`pull with nothing new        ${(again.ms / bareRead.ms).toFixed(2)} × a bare read`);
    console.log(
      `push                         ${(pushed.ms / bareMs).toFixed(2)} × a bare read and bare writes (promised: at most 2)`,
    );
    console.log(
      `peak memory                  ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, the stand-in's included`,
    );
    await shared.close();
    await database.close();
  });
}

function fill(workbook: Workbook): void {
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error('The workbook has no sheet.');
  const headings = ['Customer no.', 'Customer', 'Region', 'Industry', 'Sales', 'Payment collection', 'Complaints'];
  headings.push('Last contact', 'Phone', 'Contact', 'Order stability', 'Note');
  const rows: (string | number)[][] = [headings];
  for (let row = 1; row <= ROWS; row += 1) {
    const line = [
      `C-${row}`,
      `Customer ${row} Ltd`,
      'East',
      'Steel',
      (row * 7919) % 1_000_000,
      (row % 100) / 100,
      row % 4,
    ];
    rows.push([...line, 45_000 + (row % 900), `+86 138 ${row}`, `Person ${row}`, 'high', `Note ${row % 1000}`]);
  }
  const { id: sheetId, rowCount } = sheet;
  sheet.rowCount = Math.max(rowCount, ROWS + 1);
  enterValues(workbook, { sheetId, startRow: 0, endRow: ROWS + 1, startColumn: 0, endColumn: 12 }, rows);
}

/** What took how long, with the requests that it made. */
async function told(google: LocalGoogle, run: () => Promise<unknown>): Promise<{ ms: number; requests: string }> {
  const { traffic } = google.api;
  const before = new Map(OPERATIONS.map((operation) => [operation, traffic.count(operation)]));
  // Google's minute is not what is measured
  google.advance(120_000);
  const start = performance.now();
  await run();
  const ms = performance.now() - start;
  const counts = OPERATIONS.map(
    (operation) => [operation, traffic.count(operation) - (before.get(operation) ?? 0)] as const,
  );
  return {
    ms,
    requests: counts.flatMap(([operation, count]) => (count > 0 ? [`${count} ${operation}`] : [])).join(', '),
  };
}

const OPERATIONS = ['spreadsheets.get', 'values.batchGet', 'values.batchUpdate', 'spreadsheets.batchUpdate'] as const;

async function readBare(google: LocalGoogle): Promise<void> {
  const { spreadsheets } = google.client();
  await spreadsheets.values.batchGet({
    spreadsheetId: SPREADSHEET_ID,
    ranges: ["'Sheet1'!A1:L"],
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  });
}

/** The cells of our columns once more, in chunks as large as ours, into another sheet. */
async function writeBare(google: LocalGoogle): Promise<void> {
  const { workbook } = google;
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error('The workbook has no sheet.');
  workbook.addSheet({ title: 'Bare', rowCount: ROWS + 1, columnCount: OWN_COLUMNS });
  const { spreadsheets } = google.client();
  for (let from = 0; from <= ROWS; from += ROWS_A_REQUEST) {
    const to = Math.min(ROWS + 1, from + ROWS_A_REQUEST);
    const values = Array.from({ length: to - from }, (_, row) =>
      Array.from({ length: OWN_COLUMNS }, (__, column) => {
        const value = sheet.grid.get('values', from + row, 12 + column);
        return typeof value === 'object' ? 45_000 : value;
      }),
    );
    await spreadsheets.values.batchUpdate({
      spreadsheetId: SPREADSHEET_ID,
      requestBody: { valueInputOption: 'RAW', data: [{ range: `'Bare'!A${from + 1}`, values }] },
    });
  }
}
