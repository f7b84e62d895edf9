import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SHEETS_SCOPE } from '../../bot/local/sheets-api/accounts/google-accounts.ts';
import type { Workbook } from '../../bot/local/workbook/workbook.ts';
import { enterValues } from '../../bot/local/workbook/write-cells.ts';
import { openSpreadsheets } from '../../bot/sheets/open-spreadsheets.ts';
import { saveSignIn } from '../../bot/sheets/token-file.ts';
import { findConnectedSheet, type NewConnectedSheet, saveConnectedSheet } from '../../bot/store/connected-sheets.ts';
import type { Database } from '../../bot/store/database.ts';
import { newId } from '../../bot/store/new-id.ts';
import type { UseCaseContext } from '../../bot/use-cases/context.ts';
import type { Spreadsheets } from '../../bot/use-cases/spreadsheets.ts';
import type { Language } from '../../core/text/language.ts';
import { type LocalGoogle, SPREADSHEET_ID, startLocalGoogle, WRITER } from './local-google.ts';
import { virtualClock } from './virtual-clock.ts';

/** A workbook that somebody works in and that the bot reaches through its own client, over HTTP. */
export interface SharedSheet {
  readonly google: LocalGoogle;
  readonly workbook: Workbook;
  /** Where the sign-in is kept. */
  readonly dataDir: string;
  /** As whoever is signed in sees them. */
  readonly spreadsheets: Spreadsheets;
  /** What the account's owner can do on Google's page: no token holds any longer. */
  takeBackConsent(): void;
  /** The account signs in anew. */
  signIn(): Promise<void>;
  /** What the first sheet holds, by row, without empty cells at the ends. */
  cells(): unknown[][];
  /** Types into the first sheet, from a cell on (0-based). */
  type(row: number, column: number, values: readonly (readonly (string | number)[])[]): void;
  /** Connects the first sheet with a workspace. */
  connect(
    context: UseCaseContext,
    language?: Language,
  ): Promise<NonNullable<Awaited<ReturnType<typeof findConnectedSheet>>>>;
  close(): Promise<void>;
}

/**
 * Starts a local Google whose one workbook is shared with the bot's account; requests wait in virtual time.
 *
 * @param timeoutMs how long a request may really take
 */
export async function openSharedSheet(db: Database, timeoutMs = 2_000): Promise<SharedSheet> {
  // workspaces of tests before may have had a spreadsheet of this id
  await db.deleteFrom('connected_sheet').where('spreadsheet_id', '=', SPREADSHEET_ID).execute();
  const google = await startLocalGoogle();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tierbook-shared-'));
  const { accounts } = google.api;
  const account = `${newId(new Date())}@example.com`;
  const clock = virtualClock('2026-03-02T08:00:00Z');
  const signIn = async (): Promise<Spreadsheets> => {
    const refreshToken = accounts.giveRefreshToken({ email: WRITER, scopes: [SHEETS_SCOPE] });
    const kept = { accessToken: null, expiresAtMs: null };
    await saveSignIn(dataDir, { account, ...accounts.client, refreshToken, ...kept });
    return openSpreadsheets({
      google: { sheetsApiUrl: `${google.api.url}/`, oauthUrl: `${google.api.url}/`, keyFile: null },
      dataDir,
      db,
      clock: {
        now: () => clock.now(),
        // Google's minute goes by with ours
        async wait(ms, signal) {
          google.advance(ms);
          await clock.wait(ms, signal);
        },
      },
      random: () => 0.5,
      timeoutMs,
    });
  };
  let spreadsheets = await signIn();
  const [first] = google.workbook.sheets;
  if (first === undefined) throw new Error('The workbook has no sheet.');
  const { id: sheetId } = first;
  return {
    google,
    workbook: google.workbook,
    dataDir,
    get spreadsheets() {
      return spreadsheets;
    },
    takeBackConsent: () => accounts.revokeAll(WRITER),
    async signIn() {
      spreadsheets = await signIn();
    },
    cells() {
      const { rowCount, columnCount, grid } = google.workbook.sheet(sheetId);
      const rows = Array.from({ length: rowCount }, (_, row) =>
        withoutEnd(Array.from({ length: columnCount }, (__, column) => grid.get('values', row, column) ?? '')),
      );
      return withoutEnd(rows.map((row) => (row.length === 0 ? '' : row))).map(
        (row) => (row === '' ? [] : row) as unknown[],
      );
    },
    type(row, column, values) {
      const width = Math.max(...values.map(({ length }) => length));
      const range = {
        sheetId,
        startRow: row,
        endRow: row + values.length,
        startColumn: column,
        endColumn: column + width,
      };
      enterValues(
        google.workbook,
        range,
        values.map((line) => [...line, ...Array.from({ length: width - line.length }, () => '')]),
      );
    },
    async connect({ db: of, actor, clock: now }, language = 'en') {
      const id = newId(now.now());
      const sheet: NewConnectedSheet = {
        id,
        spreadsheetId: SPREADSHEET_ID,
        tabId: sheetId,
        spreadsheetTitle: 'Book',
        tabTitle: first.title,
        language,
        hints: {},
        connectedBy: actor.memberId,
        connectedAt: now.now(),
      };
      await saveConnectedSheet(of, actor.workspaceId, sheet);
      const saved = await findConnectedSheet(of, actor.workspaceId, id);
      if (saved === undefined) throw new Error('The sheet was not connected.');
      return saved;
    },
    async close() {
      await google.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

function withoutEnd<T>(list: readonly (T | '')[]): (T | '')[] {
  return list.slice(0, list.findLastIndex((one) => one !== '') + 1);
}
