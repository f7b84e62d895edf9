import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { LOCAL_SPREADSHEET_ID } from '../../bot/local/sheet/local-spreadsheet-id.ts';
import { localGoogleConfig } from '../../bot/local/sheets-api/local-google-config.ts';
import { openSpreadsheets } from '../../bot/sheets/open-spreadsheets.ts';
import { CARD_TEXT } from '../../core/text/card-text.ts';
import { PAGE_SHEET_TEXT } from '../../core/text/page-sheet-text.ts';
import { cli } from '../support/cli.ts';
import { openDatabase } from '../support/databases.ts';
import { say } from '../support/workspace-page.ts';
import { hasBrowser, workspaceTest } from '../support/workspace-test.ts';

const NAME = 'Quokka Instruments';
const text = PAGE_SHEET_TEXT.en;

describe.skipIf(!hasBrowser)('the sheet and the bot', () => {
  workspaceTest('share one book: what is typed into the sheet, the bot knows', async ({ visit, workspace }) => {
    const env = { TIERBOOK_DATA_DIR: workspace.dataDir };
    const address = `${workspace.address}/spreadsheets/d/${LOCAL_SPREADSHEET_ID}/edit`;
    const sheet = await visit({ as: 'U0ANNA', path: '/sheet' });
    await sheet.getByRole('grid').waitFor();
    expect(await cli(['sheets', 'connect', address, '--lang', 'en'], { env })).toMatchObject({ exitCode: 0 });

    await typeInto(sheet, 'A10', NAME);
    expect(await cli(['sheets', 'pull', '--lang', 'en'], { env })).toMatchObject({ exitCode: 0 });
    const chat = await visit({ as: 'U0ANNA' });
    const card = await say(chat, `/customer ${NAME}`, NAME);
    await card.getByText(CARD_TEXT.en.tier('').trim()).first().waitFor();
  });

  workspaceTest('what the bot writes over the Sheets API shows on the open page', async ({ visit, workspace }) => {
    const page = await visit({ as: 'U0ANNA', path: `/spreadsheets/d/${LOCAL_SPREADSHEET_ID}/edit` });
    await page.getByRole('grid').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sheet');
    const google = await localGoogleConfig(workspace.dataDir);
    if (google === null) throw new Error('The local workspace has no Google.');
    const database = await openDatabase('pglite');
    const sheets = await openSpreadsheets({ google, dataDir: workspace.dataDir, db: database.db });
    const { tabs } = await sheets.describe(LOCAL_SPREADSHEET_ID);
    const tabId = tabs[0]?.id ?? 0;
    await sheets.change(LOCAL_SPREADSHEET_ID, [
      { kind: 'write-cells', tabId, row: 3, column: 8, rows: [['=written by the bot']] },
    ]);
    await database.close();
    await page.getByRole('gridcell', { name: '=written by the bot', exact: true }).waitFor();
  });
});

/** Types over a cell that is in sight. */
async function typeInto(page: Page, name: string, words: string): Promise<void> {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(name) ?? [];
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: digits, exact: true }) });
  const header = await page.getByRole('columnheader', { name: letters, exact: true }).boundingBox();
  const box = await row.boundingBox();
  if (header === null || box === null) throw new Error(`${name} is not in sight.`);
  await page.mouse.click(header.x + header.width / 2, box.y + box.height / 2);
  await expect.poll(() => page.getByLabel(text.selectedCells).innerText()).toBe(name);
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.getByRole('gridcell', { name: words, exact: true }).waitFor();
}
