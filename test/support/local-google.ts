import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { SHEETS_SCOPE } from '../../bot/local/sheets-api/accounts/google-accounts.ts';
import type { SheetsApiParts } from '../../bot/local/sheets-api/sheets-api.ts';
import { type RunningSheetsApi, startSheetsApi } from '../../bot/local/sheets-api/start-sheets-api.ts';
import { createCalculator } from '../../bot/local/workbook/calculate.ts';
import { Workbook } from '../../bot/local/workbook/workbook.ts';

/** The spreadsheet that the local API of a test holds. */
export const SPREADSHEET_ID = '1LocalSpreadsheet';

/** A local Sheets API with one workbook, shared with a writer and a reader; `stranger@` may sign in and sees nothing. */
export interface LocalGoogle {
  readonly api: RunningSheetsApi;
  readonly workbook: Workbook;
  /** A real client of Google's, for one of the accounts; default the writer's. */
  client(email?: string): sheets_v4.Sheets;
  /** An answer as it came, whatever its status. */
  ask(path: string, options?: AskOptions): Promise<{ readonly status: number; readonly body: unknown }>;
  /** Moves the server's clock. */
  advance(ms: number): void;
  close(): Promise<void>;
}

/** What a raw request says. */
export interface AskOptions {
  readonly method?: string;
  readonly body?: unknown;
  /** Null: no Authorization. */
  readonly token?: string | null;
}

export const WRITER = 'writer@example.com';
export const READER = 'reader@example.com';
export const STRANGER = 'stranger@example.com';

/** Starts one on a free port. Its clock stands still at 2026-03-02T08:00:00Z until it is moved. */
export async function startLocalGoogle(parts: Partial<SheetsApiParts> = {}): Promise<LocalGoogle> {
  let nowMs = Date.UTC(2026, 2, 2, 8);
  const workbook = new Workbook({
    id: SPREADSHEET_ID,
    title: 'Book',
    locale: 'en_US',
    timeZone: 'Europe/Berlin',
    owner: 'owner@example.com',
    now: () => nowMs,
  });
  workbook.calculateWith(createCalculator());
  const roles = new Map<string, 'reader' | 'writer'>([
    [WRITER, 'writer'],
    [READER, 'reader'],
  ]);
  const shared = { workbook, roleOf: (email: string) => roles.get(email) ?? null };
  const errors: unknown[] = [];
  const api = await startSheetsApi({
    workbooks: (id) => (id === SPREADSHEET_ID ? shared : undefined),
    accounts: [WRITER, READER, STRANGER],
    now: () => nowMs,
    onError: (error) => errors.push(error),
    ...parts,
  });
  const tokenOf = (email: string) => api.accounts.giveAccessToken({ email, scopes: [SHEETS_SCOPE] });
  return {
    api,
    workbook,
    client: (email = WRITER) =>
      sheets({
        version: 'v4',
        rootUrl: api.url,
        headers: { authorization: `Bearer ${tokenOf(email)}` },
        retryConfig: { retry: 0 },
      }),
    async ask(path, { body, method, token = tokenOf(WRITER) } = {}) {
      const response = await fetch(api.url + path, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        headers: {
          'content-type': 'application/json',
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
    },
    advance(ms) {
      nowMs += ms;
    },
    async close() {
      await api.close();
      if (errors.length > 0) throw new AggregateError(errors, 'The local Sheets API made a mistake of its own.');
    },
  };
}
