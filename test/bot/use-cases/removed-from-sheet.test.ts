import { afterEach, beforeEach, expect, test } from 'vitest';
import { findConnectedSheet } from '../../../bot/store/connected-sheets.ts';
import { deleteCustomer } from '../../../bot/store/customers.ts';
import { addCustomer } from '../../../bot/use-cases/add-customer.ts';
import {
  type ConnectRequest,
  connectSheet,
  disconnectSheet,
  previewSheet,
} from '../../../bot/use-cases/connect-sheet.ts';
import { logContact } from '../../../bot/use-cases/log-contact.ts';
import { mergeCustomers } from '../../../bot/use-cases/merge-customers.ts';
import { type PullOptions, pullSheet } from '../../../bot/use-cases/pull-sheet.ts';
import { pushSheet } from '../../../bot/use-cases/push-sheet.ts';
import type { Spreadsheets } from '../../../bot/use-cases/spreadsheets.ts';
import { undoAction } from '../../../bot/use-cases/undo-action.ts';
import { undoImport } from '../../../bot/use-cases/undo-import.ts';
import { parseIsoDate } from '../../../core/calendar-date.ts';
import { pullReportLines } from '../../../core/text/connected-sheet-text.ts';
import { importUndoneLines } from '../../../core/text/import-undo-text.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { SPREADSHEET_ID } from '../../support/local-google.ts';
import { keyed } from '../../support/service-workspace.ts';
import { openSharedSheet, type SharedSheet } from '../../support/shared-sheet.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

const DAY = parseIsoDate('2026-03-05') ?? ('' as never);
const DAY_AFTER = new Date('2026-03-06T08:00:00Z');
const ROWS = [
  ['Customer no.', 'Customer', 'Sales'],
  ['C-1', 'ACME', 900_000],
  ['C-2', 'Birch', 90_000],
  ['C-3', 'Cedar', 900],
] as const;

describeOnBothDatabases('a customer who was removed from Tierbook while a sheet has the row', (open) => {
  let context: TestContext;
  let shared: SharedSheet;
  let request: ConnectRequest;

  beforeEach(async () => {
    context = await newContext(await open());
    shared = await openSharedSheet(context.db);
    shared.type(0, 0, ROWS);
    const gid = shared.workbook.sheets[0]?.id ?? 0;
    const address = `https://docs.google.com/spreadsheets/d/${SPREADSHEET_ID}/edit#gid=${gid}`;
    request = { address, language: 'en', asOf: DAY };
  });
  afterEach(() => shared.close());

  const connect = async () => (await connectSheet(context, shared.spreadsheets, request)).sheet.id;
  const later = () => context.clock.set(new Date(context.clock.now().getTime() + 60_000).toISOString());
  const pull = async (sheetId: string, options: PullOptions = {}) => {
    later();
    const pulled = await pullSheet(context, shared.spreadsheets, sheetId, { asOf: DAY, ...options });
    return pulled.kind === 'pulled' ? pulled.report : null;
  };
  const push = async (sheetId: string) => (await pushSheet(context, shared.spreadsheets, sheetId)).report;
  const names = async () => {
    const { customer = [] } = await contentsOf(context, ['customer']);
    return (customer as { name: string; merged_into: string | null }[])
      .filter(({ merged_into: into }) => into === null)
      .map(({ name }) => name)
      .toSorted();
  };
  const row = (number: number) => shared.cells()[number - 1] ?? [];

  /** The first pull was undone; ACME stays, since somebody has called there. */
  const undone = async () => {
    const sheetId = await connect();
    await push(sheetId);
    later();
    const customerId = await keyed(context, 'C-1');
    await logContact(context, { customerId, method: 'phone', outcome: 'reached', source: 'cli' });
    const result = await undoImport(context);
    return { sheetId, result };
  };

  test('stays away after the import was undone, whatever changes in the sheet, and each row is told', async () => {
    const { sheetId, result } = await undone();
    expect(result).toMatchObject({ removed: 2, sheetRows: 2, left: ['ACME'] });
    expect(importUndoneLines(result, 'en')[1]).toBe(
      'The Google sheet still has 2 of them: they stay away until you connect it again.',
    );
    shared.type(1, 2, [[950_000], [95_000]]);
    shared.type(4, 0, [['C-4', 'Dune', 90]]);
    const report = await pull(sheetId);
    expect(await names()).toEqual(['ACME', 'Dune']);
    expect(report?.removed).toEqual([
      { row: 3, name: 'Birch', removedOn: '2026-03-05' },
      { row: 4, name: 'Cedar', removedOn: '2026-03-05' },
    ]);
    expect(report?.import.counts).toEqual({ new: 1, changed: 1, unchanged: 0, rejected: 2 });
    if (report === null) return;
    expect(pullReportLines(report, 2, 'en').slice(0, 2)).toEqual([
      'Customers who were removed from Tierbook are not taken over again. To have them back, connect the sheet again (or: sheets pull --again); otherwise delete their rows.',
      'Row 3, Birch: removed from Tierbook on 5 Mar 2026.',
    ]);
    const saved = await findConnectedSheet(context.db, context.actor.workspaceId, sheetId);
    expect(saved?.lastPull).toMatchObject({ removed: 2, details: { removed: report.removed } });
    expect(await pull(sheetId)).toBeNull();
    expect(await names()).toEqual(['ACME', 'Dune']);
  });

  test('is told although nothing has changed in the sheet, and its row says so in place of a tier', async () => {
    const { sheetId } = await undone();
    expect(row(3)[3]).not.toBe('');
    expect((await pull(sheetId))?.removed).toHaveLength(2);
    const report = await push(sheetId);
    expect(report).toMatchObject({ customers: 1, unknown: [], typed: [], isSettled: true });
    expect(row(3)).toEqual([
      'C-2',
      'Birch',
      90_000,
      '',
      '',
      '',
      '',
      'Removed from Tierbook on 5 Mar 2026. Connect the sheet again to have it back, or delete this row.',
    ]);
    expect(row(2)[3]).toBe('A');
    expect(await push(sheetId)).toMatchObject({ cells: 0, isSettled: true });
  });

  test('is told as well when it is removed while the sheet is looked at', async () => {
    const sheetId = await connect();
    await push(sheetId);
    await pull(sheetId);
    expect(await pull(sheetId)).toBeNull();
    const { spreadsheets } = shared;
    const meanwhile: Spreadsheets = {
      ...spreadsheets,
      async readChanged(...asked) {
        await undoImport(context);
        return spreadsheets.readChanged(...asked);
      },
    };
    expect(await pullSheet(context, meanwhile, sheetId, { asOf: DAY })).toMatchObject({ kind: 'unchanged' });
    expect((await pull(sheetId))?.removed).toHaveLength(3);
  });

  test('comes back when that is asked for, with a tier again', async () => {
    const { sheetId } = await undone();
    await pull(sheetId);
    await push(sheetId);
    expect(await pull(sheetId, { again: true, dryRun: true })).toMatchObject({ import: { counts: { new: 2 } } });
    expect(await names()).toEqual(['ACME']);
    expect(await pull(sheetId, { again: true })).toMatchObject({ removed: [], import: { counts: { new: 2 } } });
    expect(await names()).toEqual(['ACME', 'Birch', 'Cedar']);
    await push(sheetId);
    expect(row(3)[3]).not.toBe('');
    expect(String(row(3)[7])).not.toContain('Removed');
    shared.type(1, 2, [[1]]);
    expect(await pull(sheetId)).toMatchObject({ removed: [] });
  });

  test('nothing is kept of one who came back, whose row has gone, or whose sheet was disconnected', async () => {
    const kept = async () => (await contentsOf(context, ['connected_sheet_removed']))['connected_sheet_removed'];
    const { sheetId } = await undone();
    expect(await kept()).toHaveLength(2);
    shared.type(3, 0, [['', '', '']]);
    await pull(sheetId);
    expect(await kept()).toMatchObject([{ key_normal: 'c-2', name_normal: 'birch' }]);
    await pull(sheetId, { again: true });
    expect(await kept()).toEqual([]);
    const other = await keyed(context, 'C-2');
    await context.db.transaction().execute((db) => deleteCustomer(db, context.actor.workspaceId, other, DAY_AFTER));
    expect(await kept()).toHaveLength(1);
    await disconnectSheet(context, sheetId);
    expect(await kept()).toEqual([]);
  });

  test('comes back when the sheet is connected again, and the preview says so', async () => {
    const { sheetId } = await undone();
    await pull(sheetId);
    const { report } = await previewSheet(context, shared.spreadsheets, request);
    expect(report?.import.counts).toMatchObject({ new: 2, unchanged: 1 });
    expect(await connect()).toBe(sheetId);
    expect(await names()).toEqual(['ACME', 'Birch', 'Cedar']);
  });

  test('is forgotten with the row: who types it anew adds a customer', async () => {
    const { sheetId } = await undone();
    shared.type(2, 0, [['', '', '']]);
    expect((await pull(sheetId))?.removed.map(({ name }) => name)).toEqual(['Cedar']);
    shared.type(2, 0, [ROWS[2]]);
    await pull(sheetId);
    expect(await names()).toEqual(['ACME', 'Birch']);
  });

  test('is the row’s again once somebody adds it in Tierbook, and what the sheet has added to it keeps it there', async () => {
    const { sheetId } = await undone();
    await pull(sheetId);
    const added = await addCustomer(context, { name: 'Birch', stage: 'customer' });
    shared.type(2, 2, [[91_000]]);
    expect((await pull(sheetId))?.removed.map(({ name }) => name)).toEqual(['Cedar']);
    expect(await names()).toEqual(['ACME', 'Birch']);
    expect((await contentsOf(context, ['customer']))['customer']).toContainEqual(
      expect.objectContaining({ name: 'Birch', key: 'C-2' }),
    );
    if (added.kind !== 'added') throw new Error('Birch was not added.');
    await expect(undoAction(context, added.actionId)).rejects.toMatchObject({ code: 'changed-since' });
  });

  test('stays away as well when it was added in Tierbook, seen in the sheet, and taken back', async () => {
    const added = await addCustomer(context, { name: 'ACME', key: 'C-1', stage: 'customer' });
    shared.type(0, 0, [['Customer no.', 'Customer', 'Region'], ['C-1', 'ACME', ''], ...ROWS.slice(2)]);
    const sheetId = await connect();
    if (added.kind !== 'added') throw new Error('ACME was not added.');
    await undoAction(context, added.actionId);
    shared.type(2, 1, [['Birch AG']]);
    expect((await pull(sheetId))?.removed).toEqual([{ row: 2, name: 'ACME', removedOn: '2026-03-05' }]);
    expect(await names()).toEqual(['Birch AG', 'Cedar']);
  });

  test('a tier that was typed beside it is put down before it goes', async () => {
    const { sheetId } = await undone();
    shared.type(2, 3, [['Z']]);
    const customerId = await push(sheetId).then(({ typed }) => typed[0]?.customerId);
    const { audit_event: events = [] } = await contentsOf(context, ['audit_event']);
    expect(events).toContainEqual(
      expect.objectContaining({
        action: 'sheet-conflict',
        subject_id: customerId,
        detail: expect.objectContaining({ sheet: 'Z', tierbook: '', row: 3 }) as unknown,
      }),
    );
    expect(row(3)[3]).toBe('');
  });

  test('one who was merged is no such: the row is that of the customer whom it was merged into', async () => {
    const sheetId = await connect();
    const [keptId, goneId] = [await keyed(context, 'C-1'), await keyed(context, 'C-2')];
    await mergeCustomers(context, { keptId, goneId });
    shared.type(1, 0, [['', '', '']]);
    shared.type(2, 2, [[91_000]]);
    expect(await pull(sheetId)).toMatchObject({ removed: [], import: { counts: { new: 0, changed: 1 } } });
    await push(sheetId);
    expect(row(3)[3]).toBe('A');
    expect(await names()).toEqual(['ACME', 'Cedar']);
  });
});
