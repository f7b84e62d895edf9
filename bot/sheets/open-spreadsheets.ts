import { setTimeout as delay } from 'node:timers/promises';
import { systemClock } from '../clock.ts';
import type { GoogleConfig } from '../config.ts';
import type { Database } from '../store/database.ts';
import { type SheetsQuota, takeSheetsTurn } from '../store/sheets-quota.ts';
import type { Spreadsheets } from '../use-cases/spreadsheets.ts';
import { googleSpreadsheets } from './google-spreadsheets.ts';
import { loadGoogle } from './load-google.ts';
import { openAccount } from './open-account.ts';
import type { RequestClock } from './send-patiently.ts';

/** What {@link openSpreadsheets} needs. */
export interface SpreadsheetSettings {
  readonly google: GoogleConfig;
  /** Where the sign-in is kept. */
  readonly dataDir: string;
  /** Where the account's requests are counted, for all processes. */
  readonly db: Database;
  /** Ends what waits, when the process stops; default: never. */
  readonly signal?: AbortSignal;
  /** For how long requests are tried again, in ms; default: five minutes. */
  readonly totalMs?: number;
  /** How long one request may take, in ms. */
  readonly timeoutMs?: number;
  /** Default: the machine's. */
  readonly clock?: RequestClock;
  readonly random?: () => number;
}

/** Google allows an account 60 requests of a kind a minute (Sheets API, usage limits); a second more for those that were slow to arrive. */
const QUOTA: SheetsQuota = { requests: 60, perMs: 61_000 };

const FIVE_MINUTES_MS = 300_000;

/**
 * Spreadsheets as the account that is signed in sees them. Loads googleapis, and asks Google nothing yet. Throws `SheetsError`
 * `signed-out` when nobody is, and `ConfigError` for a key file that is none.
 */
export async function openSpreadsheets({
  google,
  dataDir,
  db,
  signal = new AbortController().signal,
  totalMs = FIVE_MINUTES_MS,
  timeoutMs,
  clock = systemRequestClock,
  random = Math.random,
}: SpreadsheetSettings): Promise<Spreadsheets> {
  const module = await loadGoogle();
  const account = await openAccount(module, google, dataDir);
  const client = module.sheets({ version: 'v4', auth: account.client, rootUrl: google.sheetsApiUrl });
  const patience = {
    clock,
    random,
    signal,
    totalMs,
    takeTurn: (kind: 'read' | 'write', times: { readonly now: Date; readonly latest: Date }) =>
      takeSheetsTurn(db, account.email, kind, QUOTA, times),
  };
  return googleSpreadsheets({ client, account, patience, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
}

const systemRequestClock: RequestClock = {
  now: () => systemClock.now(),
  async wait(ms, signal) {
    await delay(ms, undefined, { signal }).catch(() => undefined);
  },
};
