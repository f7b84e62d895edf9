import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ACTION } from '../../../../bot/blocks/action-ids.ts';
import { homeUseCases } from '../../../../bot/home-use-cases.ts';
import { checkView } from '../../../../bot/local/block-kit-rules.ts';
import { SheetsError } from '../../../../bot/use-cases/spreadsheets.ts';
import { undoImport } from '../../../../bot/use-cases/undo-import.ts';
import { type FollowUpApp, startFollowUpApp, wordsOf } from '../../../support/follow-up-app.ts';
import { PlainSpreadsheet } from '../../../support/plain-spreadsheet.ts';

describe('the page of the Home tab about Google sheets', () => {
  let app: FollowUpApp;
  let sheet: PlainSpreadsheet;
  beforeAll(async () => {
    app = await startFollowUpApp();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.reset();
    await app.context.db.deleteFrom('connected_sheet').execute();
    sheet = new PlainSpreadsheet([
      ['Customer ID', 'Customer', 'Sales'],
      ['S-1', 'Sheet Metal Ltd', 1000],
      ['S-2', 'Bed Sheets AG', 2000],
    ]);
    Object.assign(
      app.harness.useCases,
      homeUseCases(() => Promise.resolve(sheet)),
    );
    await app.harness.slack.person('sam').openHome();
    await app.harness.settled();
    await press(`${ACTION.homePage}_sheets`);
  });

  function home(): string {
    const { content } = app.harness.slack.person('sam').home() ?? {};
    if (content === undefined) return '';
    expect(checkView(content)).toEqual([]);
    return wordsOf(content);
  }

  async function press(action: string): Promise<void> {
    await app.harness.slack.person('sam').clickButton('home', action);
    await app.harness.settled();
  }

  const said = () => wordsOf(app.window('sam'));

  async function connect(): Promise<void> {
    await press(ACTION.connectSheet);
    await app.submit({ address: sheet.address, tab: '' }, 'sam');
    await app.submit({}, 'sam');
  }

  test('a sheet is connected once it was shown how it is read', async () => {
    expect(home()).toContain('No sheet is connected yet.');
    await press(ACTION.connectSheet);
    await app.submit({ address: sheet.address, tab: '' }, 'sam');
    expect(said()).toContain('C Sales → Sales');
    expect(said()).toContain('2 new, 0 changed');
    expect(await app.rows('connected_sheet')).toEqual([]);
    await app.submit({}, 'sam');
    expect(said()).toContain('Connected “Book – Customers”.');
    await app.harness.slack.person('sam').closeView();
    await press(`${ACTION.homePage}_sheets`);
    expect(home()).toContain('Book – Customers');
    expect(home()).toContain('Read just now, 2 customers');
  });

  test('what is wrong with an address is told beside it', async () => {
    await press(ACTION.connectSheet);
    expect(JSON.stringify(await app.submit({ address: 'Customers', tab: '' }, 'sam'))).toContain(
      'This is no address of a Google spreadsheet.',
    );
    expect(JSON.stringify(await app.submit({ address: sheet.address, tab: 'Kunden' }, 'sam'))).toContain(
      'The spreadsheet has no such tab. It has “Customers”.',
    );
    sheet.failure = new SheetsError('not-shared', { account: 'bot@example.com' });
    expect(JSON.stringify(await app.submit({ address: sheet.address, tab: '' }, 'sam'))).toContain(
      'not shared with bot@example.com',
    );
  });

  test('it is read at once when asked for, and what to look at is listed', async () => {
    await connect();
    await app.harness.slack.person('sam').closeView();
    await press(`${ACTION.homePage}_sheets`);
    await press(`${ACTION.pullSheet}_1`);
    expect(said()).toContain('Nothing has changed in “Book – Customers”');
    await app.harness.slack.person('sam').closeView();
    sheet.rows[1]?.splice(2, 1, 'a lot');
    await press(`${ACTION.pullSheet}_1`);
    expect(said()).toContain('0 new, 1 changed, 1 unchanged');
    await app.harness.slack.person('sam').closeView();
    await press(`${ACTION.homePage}_sheets`);
    expect(home()).toContain('1 thing in the sheet to correct');
    await press(`${ACTION.sheetDetails}_1`);
    expect(said()).toContain('Row 2, column C (“Sales”): “a lot” cannot be read as an amount.');
  });

  test('customers who were removed from Tierbook are listed below what to do about them', async () => {
    sheet.rows.push(['S-8', 'Sheet Glass Ltd', 3000], ['S-9', 'Balance Sheets AG', 4000]);
    await connect();
    await app.harness.slack.person('sam').closeView();
    await undoImport(app.context);
    await press(`${ACTION.homePage}_sheets`);
    await press(`${ACTION.pullSheet}_1`);
    expect(said()).toContain('2 not read');
    await app.harness.slack.person('sam').closeView();
    await press(`${ACTION.homePage}_sheets`);
    expect(home()).toContain('2 customers were removed from Tierbook and are still in the sheet');
    await press(`${ACTION.sheetDetails}_1`);
    expect(said()).toContain('To have them back, connect the sheet again');
    expect(said()).toMatch(/Row 4, Sheet Glass Ltd: removed from Tierbook on \d+ \w+ \d{4}\./);
  });

  test('it is disconnected, and its customers stay', async () => {
    await connect();
    await app.harness.slack.person('sam').closeView();
    await press(`${ACTION.homePage}_sheets`);
    const before = (await app.rows('customer')).length;
    await press(`${ACTION.disconnectSheet}_1`);
    expect(said()).toContain('Disconnected “Book – Customers”.');
    expect(home()).toContain('No sheet is connected yet.');
    expect(await app.rows('customer')).toHaveLength(before);
  });
});
