import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished } from 'vitest';
import { localGoogleConfig } from '../../bot/local/sheets-api/local-google-config.ts';
import { openSpreadsheets } from '../../bot/sheets/open-spreadsheets.ts';
import { LOCAL_SPREADSHEET_ID } from '../../bot/use-cases/local-spreadsheet-id.ts';
import type { Spreadsheets } from '../../bot/use-cases/spreadsheets.ts';
import { LAST_CONTACT } from '../../core/sheets/own-columns.ts';
import { CARD_TEXT } from '../../core/text/card-text.ts';
import { METHOD_TEXT, OUTCOME_TEXT } from '../../core/text/contact-text.ts';
import { FOLLOW_UP_TEXT } from '../../core/text/follow-up-text.ts';
import { PAGE_GUIDE_TEXT } from '../../core/text/page-guide-text.ts';
import { PAGE_SHEET_TEXT } from '../../core/text/page-sheet-text.ts';
import { PAGE_TEXT } from '../../core/text/page-text.ts';
import { cli } from '../support/cli.ts';
import { openDatabase } from '../support/databases.ts';
import { say } from '../support/workspace-page.ts';
import { hasBrowser, workspaceTest } from '../support/workspace-test.ts';

const NAME = 'Quokka Instruments';
const text = PAGE_SHEET_TEXT.en;

describe.skipIf(!hasBrowser)('the sheet and the bot', () => {
  workspaceTest(
    'share one book: what is typed into the sheet, the bot knows; what is logged in Slack, the sheet shows',
    async ({ visit, workspace }) => {
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

      await chat.getByRole('button', { name: PAGE_GUIDE_TEXT.en.closeGuide }).click();
      await chat.getByRole('navigation').getByRole('button', { name: 'Tierbook' }).click();
      await chat.getByRole('heading', { name: 'Tierbook' }).waitFor();
      const question = chat.getByRole('main').getByRole('combobox', { name: PAGE_TEXT.en.composer });
      await question.fill(NAME);
      await question.press('Escape');
      await question.press('Enter');
      const answer = chat.getByRole('main').getByRole('article').filter({ hasText: CARD_TEXT.en.share }).last();
      await answer.hover();
      await answer.getByRole('button', { name: PAGE_TEXT.en.replyInThread }).click();
      const thread = chat.getByRole('complementary', { name: PAGE_TEXT.en.thread });
      await thread.getByRole('combobox', { name: PAGE_TEXT.en.composer }).fill('log called, wants a quote by Friday');
      await thread.getByRole('combobox', { name: PAGE_TEXT.en.composer }).press('Enter');
      await thread
        .getByText(FOLLOW_UP_TEXT.en.logged(NAME, METHOD_TEXT.en.phone, OUTCOME_TEXT.en['next-step']))
        .first()
        .waitFor();

      expect(await cli(['sheets', 'push', '--lang', 'en'], { env })).toMatchObject({ exitCode: 0 });
      const bot = await openBot(workspace.dataDir);
      const { marks, tabs } = await bot.describe(LOCAL_SPREADSHEET_ID);
      const column = marks.find(({ key }) => key === LAST_CONTACT)?.column ?? -1;
      const [tab] = tabs;
      if (tab === undefined) throw new Error('The spreadsheet has no tab.');
      const [cells] = await bot.read(LOCAL_SPREADSHEET_ID, [{ tab, place: null }], { days: true });
      const contacts = cells?.rows.flatMap((row) => (row.includes(NAME) ? [row[column]] : []));
      expect(contacts).toEqual([{ date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string }]);
    },
  );

  workspaceTest('what the bot writes over the Sheets API shows on the open page', async ({ visit, workspace }) => {
    const page = await visit({ as: 'U0ANNA', path: `/spreadsheets/d/${LOCAL_SPREADSHEET_ID}/edit` });
    await page.getByRole('grid').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sheet');
    const sheets = await openBot(workspace.dataDir);
    const { tabs } = await sheets.describe(LOCAL_SPREADSHEET_ID);
    const tabId = tabs[0]?.id ?? 0;
    await sheets.change(LOCAL_SPREADSHEET_ID, [
      { kind: 'write-cells', tabId, row: 3, column: 8, rows: [['=written by the bot']] },
    ]);
    await page.getByRole('gridcell', { name: '=written by the bot', exact: true }).waitFor();
  });
});

/** The bot's own client at the Google of a local workspace; its requests are counted in a database of its own. */
async function openBot(dataDir: string): Promise<Spreadsheets> {
  const google = await localGoogleConfig(dataDir);
  if (google === null) throw new Error('The local workspace has no Google.');
  const database = await openDatabase('pglite');
  onTestFinished(() => database.close());
  return openSpreadsheets({ google, dataDir, db: database.db });
}

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
