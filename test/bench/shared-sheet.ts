import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { openSpreadsheets } from '../../bot/sheets/open-spreadsheets.ts';
import { saveSignIn } from '../../bot/sheets/token-file.ts';
import { connect } from '../../bot/store/connect.ts';
import { saveConnectedSheet } from '../../bot/store/connected-sheets.ts';
import type { Database } from '../../bot/store/database.ts';
import { migrate } from '../../bot/store/migrate.ts';
import { newId } from '../../bot/store/new-id.ts';
import type { UseCaseContext } from '../../bot/use-cases/context.ts';
import { pullSheet } from '../../bot/use-cases/pull-sheet.ts';
import { pushChanges, pushSheet } from '../../bot/use-cases/push-sheet.ts';
import { ROWS_A_REQUEST } from '../../bot/use-cases/sheet-changes.ts';
import type { Spreadsheets } from '../../bot/use-cases/spreadsheets.ts';
import { SPREADSHEET_ID, WRITER } from '../support/local-google.ts';
import { virtualClock } from '../support/virtual-clock.ts';
import { newContext } from '../support/workspace.ts';
import { withPostgres } from './bench-postgres.ts';
import { CUSTOMERS } from './shared-sheet/customer-rows.ts';
import { type GoogleMachine, startGoogleMachine } from './shared-sheet/google-machine.ts';
import { type Measured, meter } from './shared-sheet/measure.ts';

const OWN_COLUMNS = 7;

/**
 * Prints what pulling and pushing a sheet of 100,000 customers asks of Google and takes, beside bare calls of googleapis that read the
 * same cells and write the same ones. The local Google runs in a process of its own, so that memory and the event loop are ours alone.
 */
export async function benchSharedSheet(): Promise<void> {
  await withPostgres(async (url) => {
    const database = await connect({ databaseUrl: url, dataDir: '' });
    await migrate(database.db);
    const machine = await startGoogleMachine();
    const { watched, measure } = meter(machine);
    const dataDir = await mkdtemp(path.join(tmpdir(), 'tierbook-bench-'));
    const spreadsheets = watched(await open(machine, database.db, dataDir));
    const context = await newContext(database.db);
    const sheetId = await connectTab(context, machine);
    const pull = () => pullSheet(context, spreadsheets, sheetId);
    const push = () => pushSheet(context, spreadsheets, sheetId);
    const told: [string, Measured][] = [];
    const tell = async (name: string, run: () => Promise<unknown>): Promise<Measured> => {
      const measured = await measure(run);
      told.push([name, measured]);
      return measured;
    };
    await tell('first pull (import, grading)', pull);
    const pushed = await tell('push of all', push);
    await tell('push that finds nothing', push);
    await tell('push, nothing new', () => pushChanges(context, spreadsheets, sheetId));
    await tell('pull, nothing new', pull);
    await tell('pull again, nothing new', pull);
    const client = bareClient(machine);
    const read = await tell('bare read', () => bareRead(client, machine, 'A1:L'));
    const values = await bareRead(client, machine, 'M1:S');
    await machine.ask({ kind: 'add-tab', title: 'Bare', columns: OWN_COLUMNS });
    const written = await tell('bare writes', () => bareWrites(client, values));
    print(told);
    const bareMs = read.ms + written.ms;
    const ratio = (ms: number): string => `${(ms / bareMs).toFixed(2)} ×`;
    console.log(`push, calls to Google  ${ratio(pushed.googleMs)} a bare read and bare writes (promised: at most 2)`);
    console.log(`push, all of it        ${ratio(pushed.ms)}`);
    await machine.close();
    await database.close();
    await rm(dataDir, { recursive: true });
  });
}

function print(told: readonly (readonly [string, Measured])[]): void {
  const bare = told.find(([name]) => name === 'bare read')?.[1].ms ?? 1;
  console.log(`${CUSTOMERS} rows × 12 columns, ${OWN_COLUMNS} of Tierbook's, PostgreSQL; ms, and × a bare read`);
  console.log(`${''.padEnd(30)}${['all', 'Google', 'database', 'computing', 'block'].map(column).join('')}  peak MB`);
  for (const [name, { ms, googleMs, databaseMs, computingMs, blockMs, peakMb, requests }] of told) {
    const times = [ms, googleMs, databaseMs, computingMs, blockMs].map((one) => column(one.toFixed(0))).join('');
    console.log(`${name.padEnd(30)}${times}${String(peakMb).padStart(9)}  ${(ms / bare).toFixed(1)} ×  ${requests}`);
  }
}

function column(text: string): string {
  return text.padStart(10);
}

async function open(machine: GoogleMachine, db: Database, dataDir: string): Promise<Spreadsheets> {
  const { url, signIn } = machine;
  await saveSignIn(dataDir, { account: WRITER, ...signIn, accessToken: null, expiresAtMs: null });
  const clock = virtualClock('2026-03-02T08:00:00Z');
  return openSpreadsheets({
    google: { sheetsApiUrl: `${url}/`, oauthUrl: `${url}/`, keyFile: null },
    dataDir,
    db,
    clock: {
      now: () => clock.now(),
      async wait(ms, signal) {
        await machine.ask({ kind: 'advance', ms });
        await clock.wait(ms, signal);
      },
    },
  });
}

async function connectTab({ db, actor, clock }: UseCaseContext, { tab }: GoogleMachine): Promise<string> {
  const id = newId(clock.now());
  await saveConnectedSheet(db, actor.workspaceId, {
    id,
    spreadsheetId: SPREADSHEET_ID,
    tabId: tab.id,
    spreadsheetTitle: 'Book',
    tabTitle: tab.title,
    language: 'en',
    hints: {},
    connectedBy: null,
    connectedAt: clock.now(),
  });
  return id;
}

function bareClient({ url, token }: GoogleMachine): sheets_v4.Sheets {
  return sheets({ version: 'v4', rootUrl: url, headers: { authorization: `Bearer ${token}` } });
}

async function bareRead(client: sheets_v4.Sheets, { tab }: GoogleMachine, columns: string): Promise<unknown[][]> {
  const { data } = await client.spreadsheets.values.batchGet({
    spreadsheetId: SPREADSHEET_ID,
    ranges: [`'${tab.title}'!${columns}`],
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  });
  return data.valueRanges?.[0]?.values ?? [];
}

/** The cells of our columns once more, in requests of as many rows as ours have at most, into another tab. */
async function bareWrites(client: sheets_v4.Sheets, rows: readonly unknown[][]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_REQUEST) {
    const values = rows.slice(from, from + ROWS_A_REQUEST);
    await client.spreadsheets.values.batchUpdate({
      spreadsheetId: SPREADSHEET_ID,
      requestBody: { valueInputOption: 'RAW', data: [{ range: `'Bare'!A${from + 1}`, values }] },
    });
  }
}
