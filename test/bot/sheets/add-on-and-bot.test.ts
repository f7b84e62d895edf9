import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { pullSheet } from '../../../bot/use-cases/pull-sheet.ts';
import { pushSheet } from '../../../bot/use-cases/push-sheet.ts';
import { addOnSheet } from '../../support/add-on-sheet.ts';
import { openDatabase, type TestDatabase } from '../../support/databases.ts';
import { openSharedSheet, type SharedSheet } from '../../support/shared-sheet.ts';
import { tableOf } from '../../support/table-reading.ts';
import { newContext } from '../../support/workspace.ts';

const SHEET = [
  ['Customer no.', 'Customer', 'Sales', 'Payment collection'],
  ['C-1', 'ACME', 900_000, '99%'],
  ['C-2', 'Birch', 90_000, '80%'],
  ['C-3', 'Cedar', 900, '50%'],
];

const OWN = ['Tier', 'Score', 'Why', 'To next tier', 'Review', 'Next follow-up'];

let database: TestDatabase;
let shared: SharedSheet;

beforeAll(async () => {
  database = await openDatabase('pglite');
});
afterAll(() => database.close());

/** One workbook in which staff grade with the add-on and which a workspace has connected. */
async function oneBook() {
  shared = await openSharedSheet(database.db);
  shared.type(0, 0, SHEET);
  const context = await newContext(database.db);
  const addOn = await addOnSheet([], { workbook: shared.workbook });
  const { id } = await shared.connect(context);
  return { context, addOn, id };
}

describe('the add-on and the bot on one sheet', () => {
  test('write into the same columns, and the add-on takes what the bot wrote for no tier of a person’s', async () => {
    const { addOn, context, id } = await oneBook();
    addOn.grade({ scheme: 'account-value' });
    await pullSheet(context, shared.spreadsheets, id);
    const pushed = await pushSheet(context, shared.spreadsheets, id);
    expect(pushed.report).toMatchObject({ columns: 1, typed: [], isSettled: true });
    expect(shared.cells()[0]).toEqual([...(SHEET[0] ?? []), ...OWN, 'Last contact']);
    const again = addOn.grade();
    expect(again.overrides).toBe(0);
    expect(shared.cells()[0]).toEqual([...(SHEET[0] ?? []), ...OWN, 'Last contact']);
    await shared.close();
  });

  test('a sheet that the bot has filled is graded in place by the add-on', async () => {
    const { addOn, context, id } = await oneBook();
    await pullSheet(context, shared.spreadsheets, id);
    await pushSheet(context, shared.spreadsheets, id);
    const tiers = addOn.column('Tier');
    const graded = addOn.grade({ scheme: 'account-value' });
    expect(graded.overrides).toBe(0);
    expect(addOn.column('Tier')).toEqual(tiers);
    expect(shared.cells()[0]).toEqual([...(SHEET[0] ?? []), ...OWN, 'Last contact']);
    await shared.close();
  });

  test('a tier that a person typed in between is an override of the add-on, which Tierbook replaces and lists', async () => {
    const { addOn, context, id } = await oneBook();
    await pullSheet(context, shared.spreadsheets, id);
    await pushSheet(context, shared.spreadsheets, id);
    const was = addOn.column('Tier');
    shared.type(3, 4, [['A']]);
    expect(addOn.grade().overrides).toBe(1);
    const { report } = await pushSheet(context, shared.spreadsheets, id);
    expect(report.typed).toMatchObject([{ name: 'Cedar', typed: 'A' }]);
    expect(addOn.column('Tier')).toEqual(was);
    expect(addOn.grade().overrides).toBe(0);
    await shared.close();
  });

  test('undoing the add-on’s grading after a push says that there is nothing of it left to undo', async () => {
    const { addOn, context, id } = await oneBook();
    addOn.grade({ scheme: 'account-value' });
    await importTable(context, tableOf({ key: 'C-3', name: 'Cedar', salesAmount: 5_000_000 }));
    await pullSheet(context, shared.spreadsheets, id);
    await pushSheet(context, shared.spreadsheets, id);
    expect(addOn.undo()).toMatchObject({ kind: 'refused', code: 'nothing-to-undo' });
    await shared.close();
  });
});
