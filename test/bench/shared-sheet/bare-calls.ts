import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { ROWS_A_REQUEST } from '../../../bot/use-cases/sheet-changes.ts';
import { MEMORY_SHEET } from '../../../core/sheets/memory-sheet.ts';
import { SPREADSHEET_ID } from '../../support/local-google.ts';
import { CUSTOMERS } from './customer-rows.ts';
import type { GoogleMachine } from './google-machine.ts';

/** Where the customers' own columns are, those of who they are, ours, and all. */
const CUSTOMER_COLUMNS = 'A1:L';
const WHO = (from: number, to: number): string => `A${from}:B${to}`;
const OWN = 'M1:S';
const EVERYTHING = 'A1:S';

/** The titles of the tabs that bare calls write into. */
const BARE = 'Bare';
const BARE_MEMORY = 'Bare memory';

/** Plain calls of googleapis that read the same cells as a push and write the same ones, in as few requests as their size allows. */
export interface BareCalls {
  /** What a push reads first. */
  readonly read: () => Promise<void>;
  /** Who stands where, before each request of cells. */
  readonly readAgain: () => Promise<void>;
  /** All cells that a push has written, once more, into another tab. */
  readonly write: () => Promise<void>;
  readonly readBack: () => Promise<void>;
  /** All cells that stand there once they are written: what a pull reads. */
  readonly readAll: () => Promise<void>;
}

/** Bare calls, once the sheet has been pushed, whose cells they take. */
export async function bareCalls(machine: GoogleMachine): Promise<BareCalls> {
  const { tab, token, url } = machine;
  const client = sheets({ version: 'v4', rootUrl: url, headers: { authorization: `Bearer ${token}` } });
  const { values } = client.spreadsheets;
  const get = async (title: string, ranges: readonly string[]): Promise<unknown[][][]> => {
    const { data } = await values.batchGet({
      spreadsheetId: SPREADSHEET_ID,
      ranges: ranges.map((range) => `'${title}'!${range}`),
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    });
    return data.valueRanges?.map((one) => one.values ?? []) ?? [];
  };
  const [own = []] = await get(tab.title, [OWN]);
  const [memory = []] = await get(MEMORY_SHEET, ['A1:1000']);
  const put = async (title: string, row: number, rows: readonly unknown[][]): Promise<void> => {
    const data: sheets_v4.Schema$ValueRange[] = [{ range: `'${title}'!A${row + 1}`, values: [...rows] }];
    await values.batchUpdate({ spreadsheetId: SPREADSHEET_ID, requestBody: { valueInputOption: 'RAW', data } });
  };
  const parts = partsOf(own);
  return {
    async read() {
      await get(tab.title, [CUSTOMER_COLUMNS]);
    },
    async readAgain() {
      await get(tab.title, [WHO(1, CUSTOMERS + 1)]);
      for (const { from, to } of parts) await get(tab.title, [WHO(from + 1, to)]);
    },
    async write() {
      await put(BARE_MEMORY, 0, memory);
      for (const { from, to } of parts) await put(BARE, from, own.slice(from, to));
    },
    async readBack() {
      await get(tab.title, [WHO(1, CUSTOMERS + 1), OWN]);
    },
    async readAll() {
      await get(tab.title, [EVERYTHING]);
      await get(MEMORY_SHEET, ['A1:1000']);
    },
  };
}

/** Rows of each request: 20,000, and 2 MB, at most, as Google recommends and as ours have them. */
function partsOf(rows: readonly unknown[][]): { readonly from: number; readonly to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let bytes = 0;
  for (const [at, row] of rows.entries()) {
    const own = Buffer.byteLength(JSON.stringify(row));
    const last = parts.at(-1);
    if (last !== undefined && last.to - last.from < ROWS_A_REQUEST && bytes + own <= BYTES_A_REQUEST) {
      last.to = at + 1;
      bytes += own;
    } else {
      parts.push({ from: at, to: at + 1 });
      bytes = own;
    }
  }
  return parts;
}

const BYTES_A_REQUEST = 2_000_000;

/** Adds the tabs for {@link BareCalls.write}, as large as they have to be. */
export async function addBareTabs(machine: GoogleMachine): Promise<void> {
  await machine.ask({ kind: 'add-tab', title: BARE, rows: CUSTOMERS + 1, columns: 7 });
  await machine.ask({ kind: 'add-tab', title: BARE_MEMORY, rows: 20, columns: 200 });
}
