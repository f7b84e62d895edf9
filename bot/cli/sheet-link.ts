import { readConfig } from '../config.ts';
import { LOCAL_SPREADSHEET_ID } from '../use-cases/local-spreadsheet-id.ts';
import type { CliIo } from './cli-io.ts';

/** Where a tab is opened in a browser: at Google, or on the page *Sheet* of the local workspace. */
export function sheetLink(io: CliIo, spreadsheetId: string, tabId: number): string {
  if (spreadsheetId !== LOCAL_SPREADSHEET_ID)
    return `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit#gid=${tabId}`;
  return `http://127.0.0.1:${readConfig(io.env).port}/sheet`;
}
