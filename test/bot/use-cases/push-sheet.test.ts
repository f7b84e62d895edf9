import { type CompiledQuery, type PluginTransformQueryArgs, type PluginTransformResultArgs, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { insertLines } from '../../../bot/local/workbook/change-lines.ts';
import { sortRange } from '../../../bot/local/workbook/rearrange-cells.ts';
import { setFormats } from '../../../bot/local/workbook/write-cells.ts';
import { type ConnectedSheet, findConnectedSheet } from '../../../bot/store/connected-sheets.ts';
import type { Database } from '../../../bot/store/database.ts';
import { migrate } from '../../../bot/store/migrate.ts';
import { disconnectSheet } from '../../../bot/use-cases/connect-sheet.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { logContact } from '../../../bot/use-cases/log-contact.ts';
import { pushChanges, pushSheet } from '../../../bot/use-cases/push-sheet.ts';
import type { Spreadsheets } from '../../../bot/use-cases/spreadsheets.ts';
import { MEMORY_SHEET } from '../../../core/sheets/memory-sheet.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { keyed } from '../../support/service-workspace.ts';
import { openSharedSheet, type SharedSheet } from '../../support/shared-sheet.ts';
import { tableOf } from '../../support/table-reading.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

const BOOK = [
  { key: 'C-1', name: 'ACME', salesAmount: 900_000, paymentCollection: 0.99 },
  { key: 'C-2', name: 'Birch', salesAmount: 90_000, paymentCollection: 0.8 },
  { key: 'C-3', name: 'Cedar', salesAmount: 900, paymentCollection: 0.5 },
];

const SHEET = [
  ['Customer no.', 'Customer', 'Sales'],
  ['C-1', 'ACME', 900_000],
  ['C-2', 'Birch', 90_000],
  ['C-3', 'Cedar', 900],
];

const HEADINGS = ['Tier', 'Score', 'Why', 'To next tier', 'Review', 'Next follow-up', 'Last contact'];

describeOnBothDatabases('pushing a sheet', (open) => {
  let context: TestContext;
  let shared: SharedSheet;

  beforeEach(async () => {
    context = await newContext(await open());
    await importTable(context, tableOf(...BOOK));
    shared = await openSharedSheet(context.db);
    shared.type(0, 0, SHEET);
  });
  afterEach(() => shared.close());

  const push = async (sheet?: ConnectedSheet) => {
    const { id } = sheet ?? (await shared.connect(context));
    return (await pushSheet(context, shared.spreadsheets, id)).report;
  };

  /** The tier that stands beside each customer, by the name in its row. */
  const tiers = () =>
    Object.fromEntries(
      shared
        .cells()
        .slice(1)
        .map((row) => [row[1], row[3]]),
    );

  test('of what has not changed since a push found nothing to write, next to nothing is read', async () => {
    const sheet = await shared.connect(context);
    const { traffic } = shared.google.api;
    const looked = async () => {
      const before = [traffic.count('values.batchGet'), traffic.count('spreadsheets.batchUpdate')];
      const pushed = await pushChanges(context, shared.spreadsheets, sheet.id);
      const after = [traffic.count('values.batchGet'), traffic.count('spreadsheets.batchUpdate')];
      return { cells: pushed?.report.cells, requests: after.map((count, at) => count - (before[at] ?? 0)) };
    };
    expect((await looked()).cells).toBe(21);
    // what was written is looked at once more
    expect((await looked()).cells).toBe(0);
    expect(await looked()).toEqual({ cells: undefined, requests: [2, 0] });
    context.clock.set('2026-03-05T09:00:00Z');
    expect(await looked()).toEqual({ cells: undefined, requests: [2, 0] });
    expect((await findConnectedSheet(context.db, context.actor.workspaceId, sheet.id))?.pushedAt).toEqual(
      new Date('2026-03-05T09:00:00Z'),
    );
    // the book changes
    await logContact(context, {
      customerId: await keyed(context, 'C-2'),
      method: 'phone',
      outcome: 'reached',
      source: 'cli',
    });
    expect((await looked()).cells).toBeGreaterThan(0);
    expect((await looked()).cells).toBe(0);
    // the sheet changes
    shared.type(1, 3, [['D']]);
    expect(await looked()).toMatchObject({ cells: 1 });
    expect((await looked()).cells).toBe(0);
    expect((await looked()).cells).toBeUndefined();
    // the look of a day changes
    setFormats(shared.workbook, { sheetId: 0, startRow: 1, endRow: 2, startColumn: 8, endColumn: 9 }, [
      [{ numberFormat: '0' }],
    ]);
    expect((await looked()).cells).toBe(0);
    expect((await looked()).cells).toBeUndefined();
    context.clock.set('2026-03-05T10:00:00Z');
    await logContact(context, {
      customerId: await keyed(context, 'C-1'),
      method: 'phone',
      outcome: 'reached',
      source: 'cli',
    });
    expect((await pushSheet(context, shared.spreadsheets, sheet.id)).report).toMatchObject({
      cells: 2,
      isSettled: true,
    });
    expect((await looked()).cells).toBe(0);
    // what the add-on remembers goes
    shared.workbook.deleteSheet(shared.workbook.sheets.find(({ title }) => title === MEMORY_SHEET)?.id ?? -1);
    expect((await looked()).cells).toBe(0);
    expect(shared.workbook.sheets.some(({ title }) => title === MEMORY_SHEET)).toBe(true);
    // the day turns
    expect((await looked()).cells).toBe(0);
    context.clock.set('2026-03-06T09:00:00Z');
    expect((await looked()).cells).toBeDefined();
  });

  test('writes tier, score, reasons and days beside each customer', async () => {
    const report = await push();
    expect(report).toMatchObject({ customers: 3, columns: 7, unknown: [], typed: [], isSettled: true });
    const [heading, first] = shared.cells();
    expect(heading).toEqual(['Customer no.', 'Customer', 'Sales', ...HEADINGS]);
    expect(first?.slice(0, 4)).toEqual(['C-1', 'ACME', 900_000, 'A']);
    expect(first?.[5]).toContain('Sales');
  });

  test('writes nothing the second time', async () => {
    const sheet = await shared.connect(context);
    await push(sheet);
    const before = shared.workbook.changeCount;
    expect(await push(sheet)).toMatchObject({ cells: 0, columns: 0, isSettled: true });
    expect(shared.workbook.changeCount).toBe(before);
  });

  test('sorted, inserted and deleted rows meanwhile leave everybody with their own values', async () => {
    const sheet = await shared.connect(context);
    await push(sheet);
    const right = tiers();
    await importTable(context, tableOf({ key: 'C-3', name: 'Cedar', salesAmount: 2_000_000, paymentCollection: 1 }));
    const [{ id: sheetId } = { id: 0 }] = shared.workbook.sheets;
    shared.google.api.faults.plan('spreadsheets.batchUpdate', {
      before(workbook) {
        const range = { sheetId, startRow: 1, endRow: 4, startColumn: 0, endColumn: 10 };
        sortRange(workbook, range, [{ column: 1, isAscending: false }]);
        insertLines(workbook, sheetId, 'row', 1, 1);
      },
    });
    expect(await push(sheet)).toMatchObject({ isSettled: true, typed: [] });
    const now = tiers();
    expect(now).toEqual({ ...right, '': undefined, Cedar: 'A' });
    const once = await push(sheet);
    expect(once).toMatchObject({ cells: 0, isSettled: true });
  });

  test('an answer that is lost after the write was applied makes nothing twice', async () => {
    shared.google.api.faults.plan('spreadsheets.batchUpdate', { applied: true, cut: true });
    expect(await push()).toMatchObject({ isSettled: true });
    expect(shared.cells()[0]).toEqual(['Customer no.', 'Customer', 'Sales', ...HEADINGS]);
    expect(shared.workbook.sheets.filter(({ title }) => title === 'Tierbook memory')).toHaveLength(1);
  });

  test('a tier that somebody typed is listed and replaced', async () => {
    const sheet = await shared.connect(context);
    await push(sheet);
    const was = tiers()['Birch'];
    shared.type(2, 3, [['Z']]);
    const report = await push(sheet);
    expect(report.typed).toMatchObject([{ name: 'Birch', row: 3, typed: 'Z', tier: was }]);
    expect(tiers()['Birch']).toBe(was);
    const kept = await findConnectedSheet(context.db, context.actor.workspaceId, sheet.id);
    expect(kept?.lastPush).toMatchObject({ typed: 1, isSettled: true, details: { typed: [{ typed: 'Z' }] } });
  });

  test('a contact that is logged shows in the sheet', async () => {
    const sheet = await shared.connect(context);
    await push(sheet);
    const customerId = await keyed(context, 'C-2');
    await logContact(context, { customerId, method: 'phone', outcome: 'reached', source: 'cli' });
    expect(await push(sheet)).toMatchObject({ isSettled: true });
    expect(shared.cells()[2]?.[9]).not.toBe('');
  });

  test('looks at the sheet once a request is ready, with nothing between that look and sending it', async () => {
    const sheet = await shared.connect(context);
    const { spreadsheets } = shared;
    const calls: string[] = [];
    const told = (name: string) => calls.push(name);
    const watched: Spreadsheets = {
      ...spreadsheets,
      async prepare(changes) {
        const ready = await spreadsheets.prepare(changes);
        if (ready.message !== null) told('ready');
        return ready;
      },
      async read(...asked) {
        const cells = await spreadsheets.read(...asked);
        told('looked');
        return cells;
      },
      change(...given) {
        told('sent');
        return spreadsheets.change(...given);
      },
    };
    await pushSheet(context, watched, sheet.id, { rows: 1, bytes: 2_000_000 });
    const request = ['looked', 'sent', 'ready'];
    // our columns and what is remembered, then the headings and three customers
    expect(calls).toEqual(['ready', ...request, ...request, ...request, ...request, 'looked', 'sent', 'looked']);
  });

  test('numbers that are shown as days of no calendar keep no push from its end', async () => {
    const sheet = await shared.connect(context);
    await push(sheet);
    const [{ id: sheetId } = { id: 0 }] = shared.workbook.sheets;
    const asDay = (row: number, column: number) =>
      setFormats(
        shared.workbook,
        { sheetId, startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 },
        [[{ numberFormat: 'yyyy-mm-dd' }]],
      );
    // a customer's number and Tierbook's own last contact, and what stands there when the tier is written
    shared.type(2, 0, [[5_000_000]]);
    asDay(2, 0);
    shared.type(1, 9, [[5_000_000]]);
    asDay(1, 9);
    shared.type(3, 3, [['Z']]);
    const { traffic } = shared.google.api;
    const before = traffic.count('spreadsheets.batchUpdate');
    expect(await push(sheet)).toMatchObject({ isSettled: true });
    expect(traffic.count('spreadsheets.batchUpdate')).toBe(before + 1);
    expect(await push(sheet)).toMatchObject({ cells: 0, isSettled: true });
  });

  test('a customer’s number that is a day stays the same one, as the number that the sheet keeps', async () => {
    const sheet = await shared.connect(context);
    await push(sheet);
    const [{ id: sheetId } = { id: 0 }] = shared.workbook.sheets;
    const range = { sheetId, startRow: 2, endRow: 3, startColumn: 0, endColumn: 1 };
    setFormats(shared.workbook, range, [[{ numberFormat: 'yyyy-mm-dd' }]]);
    shared.type(2, 0, [[45_000.25]]);
    shared.type(3, 3, [['Z']]);
    const { traffic } = shared.google.api;
    const before = traffic.count('spreadsheets.batchUpdate');
    expect(await push(sheet)).toMatchObject({ isSettled: true });
    expect(traffic.count('spreadsheets.batchUpdate')).toBe(before + 1);
  });

  test('after one contact nobody else is put into words', async () => {
    const sheet = await shared.connect(context);
    await push(sheet);
    const customerId = await keyed(context, 'C-2');
    await logContact(context, { customerId, method: 'phone', outcome: 'reached', source: 'cli' });
    const { db, asked } = databaseWatched(context.db);
    const changes = await pushChanges({ ...context, db }, shared.spreadsheets, sheet.id);
    expect(changes?.report).toMatchObject({ customers: 3, isSettled: true });
    const facts = asked.filter((query) => /\bfacts\b/.test(query.sql));
    expect(facts.map(({ parameters }) => parameters.filter((one) => String(one).length >= 36))).toEqual([[customerId]]);
    expect(shared.cells()[2]?.[9]).not.toBe('');
  });

  test('a sheet that is disconnected while it is pushed is pushed to its end', async () => {
    const sheet = await shared.connect(context);
    const { spreadsheets } = shared;
    const disconnecting: Spreadsheets = {
      ...spreadsheets,
      async readChanged(...asked) {
        const cells = await spreadsheets.readChanged(...asked);
        const connected = await findConnectedSheet(context.db, context.actor.workspaceId, sheet.id);
        if (connected !== undefined) await disconnectSheet(context, sheet.id);
        return cells;
      },
    };
    const pushed = await pushSheet(context, disconnecting, sheet.id);
    expect(pushed.report).toMatchObject({ customers: 3, isSettled: true });
    expect(shared.cells()[0]?.slice(3)).toEqual(HEADINGS);
  });

  test('a database that has not kept yet what was said goes on with the sheet as it stands', async () => {
    const sheet = await shared.connect(context);
    const again = () => pushChanges(context, shared.spreadsheets, sheet.id);
    await again();
    await again();
    const before = shared.cells();
    await sql`drop table connected_sheet_said`.execute(context.db);
    await sql`delete from kysely_migration where name = '0011-said-in-sheets'`.execute(context.db);
    expect(await migrate(context.db)).toEqual(['0011-said-in-sheets']);
    expect(await again()).toBeUndefined();
    await logContact(context, {
      customerId: await keyed(context, 'C-2'),
      method: 'phone',
      outcome: 'reached',
      source: 'cli',
    });
    expect((await again())?.report).toMatchObject({ isSettled: true, cells: 2 });
    const [headings, first, second, third] = shared.cells();
    expect([headings, first, third]).toEqual([before[0], before[1], before[3]]);
    expect(second?.[9]).not.toBe('');
    expect((await pushSheet(context, shared.spreadsheets, sheet.id)).report.cells).toBe(0);
  });

  test('rows of customers whom Tierbook does not know are listed and left alone', async () => {
    shared.type(4, 0, [['X-9', 'Stranger', 5]]);
    expect(await push()).toMatchObject({ unknown: [{ row: 5, name: 'Stranger' }], customers: 3 });
    expect(shared.cells()[4]).toEqual(['X-9', 'Stranger', 5]);
  });
});

/** The same database, and what is asked of it. */
function databaseWatched(db: Database): { readonly db: Database; readonly asked: readonly CompiledQuery[] } {
  const asked: CompiledQuery[] = [];
  const plugin = {
    transformQuery({ node, queryId }: PluginTransformQueryArgs) {
      asked.push(db.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: ({ result }: PluginTransformResultArgs) => Promise.resolve(result),
  };
  return { db: db.withPlugin(plugin), asked };
}
