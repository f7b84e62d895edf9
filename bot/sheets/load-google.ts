import type * as google from 'googleapis/build/src/apis/sheets/index.js';

/** What {@link loadGoogle} loads: the client of the Sheets API, and the clients for signing in that go with it. */
export type GoogleModule = typeof google;
export type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';

/**
 * The part of googleapis that Sheets needs; the whole of it would take a second. Loaded when a sheet is connected or a `sheets`
 * command runs, never before.
 */
export function loadGoogle(): Promise<GoogleModule> {
  return import('googleapis/build/src/apis/sheets/index.js');
}
