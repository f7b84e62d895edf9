import { SHEETS_SCOPE } from '../../../bot/local/sheets-api/accounts/google-accounts.ts';
import { deleteLines } from '../../../bot/local/workbook/change-lines.ts';
import { enterValues } from '../../../bot/local/workbook/write-cells.ts';
import { startLocalGoogle, WRITER } from '../../support/local-google.ts';
import { customerRows } from './customer-rows.ts';
import type { FromGoogle, ToGoogle } from './google-machine.ts';

/** The local Google of a benchmark in a process of its own, with a sheet of many customers; it ends with the process that started it. */
const google = await startLocalGoogle();
const { workbook, api } = google;
const [sheet] = workbook.sheets;
if (sheet === undefined) throw new Error('The workbook has no sheet.');
const rows = customerRows();
sheet.rowCount = Math.max(sheet.rowCount, rows.length);
const width = rows[0]?.length ?? 0;
enterValues(workbook, { sheetId: sheet.id, startRow: 0, endRow: rows.length, startColumn: 0, endColumn: width }, rows);
const columns = sheet.columnCount;
const say = (message: FromGoogle): void => {
  process.send?.(message);
};
process.on('message', (message: ToGoogle) => {
  if (message.kind === 'advance') google.advance(message.ms);
  else if (message.kind === 'reset') reset();
  else workbook.addSheet({ title: message.title, rowCount: message.rows, columnCount: message.columns });
  say({ kind: 'done', requests: Object.fromEntries(OPERATIONS.map((name) => [name, api.traffic.count(name)])) });
});
process.on('disconnect', () => process.exit());

function reset(): void {
  for (const { id } of workbook.sheets.filter((one) => one !== sheet)) workbook.deleteSheet(id);
  if (sheet !== undefined && sheet.columnCount > columns)
    deleteLines(workbook, sheet.id, 'column', width, sheet.columnCount - columns);
}

const OPERATIONS = ['spreadsheets.get', 'values.batchGet', 'values.batchUpdate', 'spreadsheets.batchUpdate'] as const;

const { accounts } = api;
say({
  kind: 'ready',
  url: api.url,
  tab: { id: sheet.id, title: sheet.title },
  signIn: { ...accounts.client, refreshToken: accounts.giveRefreshToken({ email: WRITER, scopes: [SHEETS_SCOPE] }) },
  token: accounts.giveAccessToken({ email: WRITER, scopes: [SHEETS_SCOPE] }),
});
