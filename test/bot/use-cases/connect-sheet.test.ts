import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { findConnectedSheets } from '../../../bot/store/connected-sheets.ts';
import type { Database } from '../../../bot/store/database.ts';
import {
  type ConnectRequest,
  connectedSheetNamed,
  connectSheet,
  disconnectSheet,
  previewSheet,
} from '../../../bot/use-cases/connect-sheet.ts';
import { pullSheet } from '../../../bot/use-cases/pull-sheet.ts';
import type { SheetCell } from '../../../bot/use-cases/spreadsheets.ts';
import { undoImport } from '../../../bot/use-cases/undo-import.ts';
import { parseIsoDate } from '../../../core/calendar-date.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { PlainSpreadsheet } from '../../support/plain-spreadsheet.ts';
import { contentsOf, newContext } from '../../support/workspace.ts';

const DAY = parseIsoDate('2026-03-05') ?? ('' as never);
const TABLE: SheetCell[][] = [
  ['Customer ID', 'Customer', 'Sales'],
  ['C1', 'Acme Ltd', 1000],
  ['C2', 'Bolt AG', 2000],
];

function request(sheet: PlainSpreadsheet, more: Partial<ConnectRequest> = {}): ConnectRequest {
  return { address: sheet.address, language: 'en', asOf: DAY, ...more };
}

function copy(): SheetCell[][] {
  return TABLE.map((row) => [...row]);
}

async function world(db: Database, rows: SheetCell[][] = copy()) {
  return { context: await newContext(db), sheet: new PlainSpreadsheet(rows) };
}

describeOnBothDatabases('connecting a sheet', (open) => {
  test('first says how the tab is read and what would change, and writes nothing', async () => {
    const { context, sheet } = await world(await open(), [['Book of 2026'], [], ...copy().map((row) => ['', ...row])]);
    const before = await contentsOf(context);
    const { preview, already, tabTitle } = await previewSheet(context, sheet, request(sheet));
    expect(preview).toMatchObject({
      fileName: 'Book',
      sheet: 'Customers',
      stopped: null,
      columns: [
        { letter: 'B', heading: 'Customer ID', field: 'key', example: 'C1' },
        { letter: 'C', field: 'name' },
        { letter: 'D', field: 'salesAmount', example: '1000' },
      ],
      changes: { counts: { new: 2, changed: 0, unchanged: 0, rejected: 0 }, names: ['Acme Ltd', 'Bolt AG'] },
    });
    expect(preview.changes?.tiers.reduce((sum, { customers }) => sum + customers, 0)).toBe(2);
    expect({ already, tabTitle }).toEqual({ already: null, tabTitle: 'Customers' });
    expect(await contentsOf(context)).toEqual(before);
    expect(await findConnectedSheets(context.db, context.actor.workspaceId)).toEqual([]);
  });

  test('connects and pulls; the pull can be undone as an import can', async () => {
    const { context, sheet } = await world(await open());
    const { sheet: connected, isNew, pull } = await connectSheet(context, sheet, request(sheet));
    expect(isNew).toBe(true);
    expect(connected).toMatchObject({
      spreadsheetId: sheet.spreadsheetId,
      tabId: 0,
      spreadsheetTitle: 'Book',
      tabTitle: 'Customers',
      lastPull: { added: 2, rows: 2 },
      problem: null,
    });
    expect(pull).toMatchObject({ kind: 'pulled' });
    expect(await undoImport(context)).toMatchObject({ removed: 2 });
  });

  test('the same tab again stays one connection, which keeps what was read', async () => {
    const { context, sheet } = await world(await open());
    const first = await connectSheet(context, sheet, request(sheet));
    await sql`
      update customer set region = 'South', facts = '{"values": {"salesAmount": 5}}'
      where workspace_id = ${context.actor.workspaceId} and key = 'C1'`.execute(context.db);
    expect(await previewSheet(context, sheet, request(sheet))).toMatchObject({
      already: { id: first.sheet.id },
      report: { kept: [{ cell: 'C2', sheet: 1000, tierbook: 5 }], conflicts: [] },
    });
    const again = await connectSheet(context, sheet, request(sheet, { language: 'zh-CN' }));
    expect(again).toMatchObject({ isNew: false, sheet: { id: first.sheet.id, language: 'zh-CN' } });
    const { rows } = await sql`
      select facts from customer where workspace_id = ${context.actor.workspaceId} and key = 'C1'`.execute(context.db);
    expect(rows).toEqual([{ facts: { values: { salesAmount: 5 } } }]);
    expect(await findConnectedSheets(context.db, context.actor.workspaceId)).toHaveLength(1);
  });

  test('columns that a person chose are known by their headings from then on', async () => {
    const { context, sheet } = await world(await open(), [
      ['Customer', 'Money'],
      ['Acme Ltd', 1000],
      ['Bolt AG', 2000],
    ]);
    const hints = { columns: [{ column: 'B', field: 'salesAmount' }] };
    const { sheet: connected } = await connectSheet(context, sheet, request(sheet, { hints }));
    sheet.rows = sheet.rows.map(([name, sales], row) => [row === 0 ? 'Paint' : 'blue', sales ?? '', name ?? '']);
    await pullSheet(context, sheet, connected.id, { asOf: DAY });
    const { rows } = await sql`
      select facts, extra from customer where workspace_id = ${context.actor.workspaceId} order by name`.execute(
      context.db,
    );
    expect(rows).toEqual([
      { facts: { values: { salesAmount: 1000 } }, extra: { Paint: 'blue' } },
      { facts: { values: { salesAmount: 2000 } }, extra: { Paint: 'blue' } },
    ]);
  });

  test.each<[what: string, headings: SheetCell[], rest: SheetCell[]]>([
    ['a year', ['Customer', 2024, 2025, 'Years'], [1, 1000, 3]],
    ['a heading that another has too', ['Customer', 'Money', 'Money', 'Years'], [1, 1000, 3]],
  ])('a column under %s is found again where another was put in before it', async (_, headings, rest) => {
    const { context, sheet } = await world(await open(), [headings, ['Acme Ltd', ...rest]]);
    const hints = { columns: [{ column: 'C', field: 'salesAmount' }] };
    const { sheet: connected } = await connectSheet(context, sheet, request(sheet, { hints }));
    sheet.rows = sheet.rows.map(([name, ...others], row) => [name ?? '', row === 0 ? 'Paint' : 'blue', ...others]);
    await pullSheet(context, sheet, connected.id, { asOf: DAY });
    const { rows } = await sql<{ facts: unknown }>`
      select facts from customer where workspace_id = ${context.actor.workspaceId}`.execute(context.db);
    expect(rows).toMatchObject([{ facts: { values: { salesAmount: 1000 } } }]);
    // between the two, nothing says any more which one was meant
    sheet.rows = sheet.rows.map((cells, row) => [...cells.slice(0, 3), row === 0 ? 'Owner' : 'Ann', ...cells.slice(3)]);
    const pulled = pullSheet(context, sheet, connected.id, { asOf: DAY });
    await (headings[1] === 2024 ? pulled : expect(pulled).rejects.toMatchObject({ code: 'sheet-unusable' }));
  });

  test('disconnecting leaves the customers', async () => {
    const { context, sheet } = await world(await open());
    const { sheet: connected } = await connectSheet(context, sheet, request(sheet));
    const before = await contentsOf(context);
    expect(await disconnectSheet(context, connected.id)).toMatchObject({ tabTitle: 'Customers' });
    expect(await contentsOf(context)).toEqual(before);
    await expect(disconnectSheet(context, connected.id)).rejects.toMatchObject({ code: 'no-such-sheet' });
    await expect(pullSheet(context, sheet, connected.id)).rejects.toMatchObject({ code: 'no-such-sheet' });
  });

  test('a sheet is found by its address, its title or its tab’s', async () => {
    const { context, sheet } = await world(await open());
    await expect(connectedSheetNamed(context, undefined)).rejects.toMatchObject({ code: 'no-such-sheet' });
    const { sheet: connected } = await connectSheet(context, sheet, request(sheet));
    for (const name of [undefined, sheet.address, 'Book', 'Customers', connected.id])
      expect(await connectedSheetNamed(context, name)).toMatchObject({ id: connected.id });
    const other = new PlainSpreadsheet(copy(), 'another-spreadsheet');
    await connectSheet(context, other, request(other));
    await expect(connectedSheetNamed(context, 'Customers')).rejects.toMatchObject({ code: 'which-sheet' });
  });
});

describeOnBothDatabases('a tab that cannot be connected', (open) => {
  const refusals: [string, (sheet: PlainSpreadsheet) => void, Partial<ConnectRequest>, object][] = [
    ['no address', () => {}, { address: 'Customers' }, { code: 'sheet-address', detail: 'no-address' }],
    ['no tab of that name', () => {}, { tab: 'Kunden' }, { code: 'sheet-no-such-tab', detail: 'Customers' }],
    ['an empty tab', (sheet) => (sheet.rows = []), {}, { code: 'sheet-empty' }],
    [
      'several tables',
      (sheet) => (sheet.rows = [...copy(), [], ['', '', '', '', 'Customer', 'Sales'], ['', '', '', '', 'Delta', 1]]),
      {},
      { code: 'sheet-several-tables', detail: 'A1:C3, E5:F6' },
    ],
    [
      'no headings',
      (sheet) => (sheet.rows = [['Acme Ltd', 1000]]),
      {},
      { code: 'sheet-unusable', detail: expect.stringContaining('No row of headings was found') as string },
    ],
    [
      'a summary of ours',
      (sheet) => (sheet.marks = [{ id: 1, key: 'tierbook.summary', value: 'x', tabId: 0, column: null }]),
      {},
      { code: 'sheet-own-tab', detail: 'Customers' },
    ],
    [
      'the memory of the add-on',
      (sheet) => (sheet.tabs = sheet.tabs.map((tab) => ({ ...tab, title: 'Tierbook memory' }))),
      {},
      { code: 'sheet-own-tab' },
    ],
  ];
  test.each(refusals)('%s', async (_title, change, more, error) => {
    const { context, sheet } = await world(await open());
    change(sheet);
    await expect(connectSheet(context, sheet, request(sheet, more))).rejects.toMatchObject(error);
    expect(await findConnectedSheets(context.db, context.actor.workspaceId)).toEqual([]);
  });

  test('several tabs, and nothing says which', async () => {
    const { context, sheet } = await world(await open());
    sheet.tabs.push(
      { id: 5, title: 'Leads', isHidden: false, rows: copy() },
      { id: 6, title: 'Old', isHidden: true, rows: [] },
    );
    const [address = ''] = sheet.address.split('/edit');
    const asked = request(sheet, { address });
    await expect(connectSheet(context, sheet, asked)).rejects.toMatchObject({
      code: 'sheet-which-tab',
      detail: 'Customers\nLeads',
    });
    expect(await connectSheet(context, sheet, { ...asked, tab: 'leads' })).toMatchObject({ sheet: { tabId: 5 } });
  });

  test('reps connect none', async () => {
    const { context, sheet } = await world(await open());
    const rep = { ...context, actor: { ...context.actor, role: 'rep' as const } };
    await expect(previewSheet(rep, sheet, request(sheet))).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
