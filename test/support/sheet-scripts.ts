import { runEntryPoint } from '../../bot/local/workbook/run-script.ts';
import { createScriptEnvironment, type ScriptUser } from '../../bot/local/workbook/script-environment.ts';
import { Workbook, type WorkbookSettings } from '../../bot/local/workbook/workbook.ts';
import { ANN, scriptOf } from './script-environments.ts';

/** Noon in UTC of 5 March 2026. */
export const NOON = Date.UTC(2026, 2, 5, 12);

/** Ann's empty spreadsheet with one sheet, `Sheet1`; American and in New York unless said otherwise. */
export function americanBook(settings: Partial<WorkbookSettings> = {}): Workbook {
  return new Workbook({
    id: 'book',
    title: 'Book',
    locale: 'en_US',
    timeZone: 'America/New_York',
    owner: ANN.email,
    now: () => NOON,
    ...settings,
  });
}

/** The block of the first sheet from A1 on, so many rows high and columns wide; or from another cell, 0-based. */
export function block(rows: number, columns: number, startRow = 0, startColumn = 0, sheetId = 0) {
  return { sheetId, startRow, endRow: startRow + rows, startColumn, endColumn: startColumn + columns };
}

/**
 * Runs lines of a script on a workbook, in a context of its own as the add-on does; `sheet` is the active sheet, and what it
 * returns comes back. Throws what the script throws, by its message.
 */
export async function script(workbook: Workbook, lines: string, user: ScriptUser = ANN): Promise<unknown> {
  const code = `function main() { const book = SpreadsheetApp.getActive(), sheet = SpreadsheetApp.getActiveSheet(); ${lines} }`;
  const clock = { now: () => new Date(NOON) };
  const environment = createScriptEnvironment({ addOn: await scriptOf(code), clock, workbook });
  const end = runEntryPoint(environment, 'main', [], { user });
  if (end.kind !== 'done') throw new Error(end.message);
  return end.result;
}
