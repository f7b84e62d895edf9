import { expect, test } from 'vitest';
import type { UseCaseContext } from '../../../bot/use-cases/context.ts';
import { countTiers } from '../../../bot/use-cases/count-tiers.ts';
import { importPurchases } from '../../../bot/use-cases/import-purchases.ts';
import { importTable, importWithin } from '../../../bot/use-cases/import-table.ts';
import { mergeCustomers } from '../../../bot/use-cases/merge-customers.ts';
import { removeSamples } from '../../../bot/use-cases/remove-samples.ts';
import { showCustomer } from '../../../bot/use-cases/show-customer.ts';
import { undoMerge } from '../../../bot/use-cases/undo-merge.ts';
import { useScheme } from '../../../bot/use-cases/use-scheme.ts';
import { parseIsoDate } from '../../../core/calendar-date.ts';
import type { Facts, FactValue } from '../../../core/customer.ts';
import { lifecycle } from '../../../core/schemes/lifecycle.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { purchasesOf } from '../../support/purchase-tables.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

const CUSTOMERS: readonly Readonly<Record<string, FactValue>>[] = [
  { key: '1', name: 'Ames Ltd', paymentCollection: 0.9 },
  { key: '2', name: 'Brook GmbH', paymentCollection: 0.9 },
  { key: '3', name: 'Cole AG', paymentCollection: 0.9 },
];

const EVERYTHING = ['purchase', 'purchase_measure', 'grade', 'grade_change', 'grading_run', 'audit_event'];

async function workspaceWith(context: TestContext): Promise<Map<string, string>> {
  const report = await importTable(context, tableOf(...CUSTOMERS));
  context.clock.set('2026-03-05T09:00:00Z');
  return new Map(report.rows.map(({ name, outcome }) => [name, 'customerId' in outcome ? outcome.customerId : '']));
}

async function measuresOf(context: UseCaseContext): Promise<Map<string, Facts['values']>> {
  const { purchase_measure: rows } = await contentsOf(context, ['purchase_measure']);
  return new Map(
    (rows as { customer_id: string; measures: Facts['values'] }[]).map((row) => [row.customer_id, row.measures]),
  );
}

describeOnBothDatabases('importPurchases', (open) => {
  test('takes purchases in and grades everybody by what they say', async () => {
    const context = await newContext(await open());
    const ids = await workspaceWith(context);
    const table = purchasesOf(
      ['Ames', '2026-02-01', 900, 'Pump', 'Web', 'A1'],
      ['Ames', '2026-02-01', 100, 'Valve', 'Web', 'A1'],
      ['AMES LTD', '2026-03-01', -50, 'Valve', 'Web', 'A2'],
      ['Brook GmbH', '2025-01-01', 10],
    );
    const report = await importPurchases(context, table);
    expect(report.counts).toEqual({ new: 4, known: 0, cancelled: 0, rejected: 0 });
    expect(report.gradings).toMatchObject([{ stage: 'customer', causes: { facts: expect.any(Number) } }]);
    const measures = await measuresOf(context);
    expect(measures.get(ids.get('Ames Ltd') ?? '')).toMatchObject({
      lastPurchase: '2026-02-01',
      orders: 1,
      salesAmount: 950,
      product: 'Pump',
      channel: 'Web',
    });
    expect(measures.get(ids.get('Brook GmbH') ?? '')).toMatchObject({ orders: 0, salesAmount: 0, salesInAll: 10 });
    const card = await showCustomer(context, ids.get('Ames Ltd') ?? '');
    expect(card?.grading?.grade.reasons).toContainEqual(
      expect.objectContaining({ criterion: 'salesAmount', value: 950 }),
    );
    expect(card?.changes[0]).toMatchObject({ cause: 'facts' });
  });

  test('adds nothing when a table comes again, whatever the case and the order of its rows', async () => {
    const context = await newContext(await open());
    await workspaceWith(context);
    const rows = [
      ['Ames', '2026-02-01', 9.5, 'Pump', 'Web', 'A1'],
      ['Ames', '2026-02-01', 9.5, 'Pump', 'Web', 'A1'],
      ['Ames', '2026-02-01', 9.5, 'Pump', 'Web', null],
      ['Ames', '2026-02-01', 9.5, 'Pump', 'Web', null],
      ['Brook', '2026-02-01', 9.5, 'Pump', 'Web', null],
    ] as const;
    expect((await importPurchases(context, purchasesOf(...rows))).counts).toMatchObject({ new: 5, known: 0 });
    const before = await contentsOf(
      context,
      EVERYTHING.filter((name) => name !== 'audit_event'),
    );
    const again = purchasesOf(...rows.toReversed(), ['AMES', '1 Feb 2026', '9.50', 'PUMP', 'web', ' a1']);
    const report = await importPurchases(context, again);
    expect(report).toMatchObject({ counts: { new: 1, known: 5 }, gradings: [{}] });
    const third = await importPurchases(context, again);
    expect(third).toMatchObject({ counts: { new: 0, known: 6 }, gradings: [] });
    expect(before['purchase']).toHaveLength(5);
    expect((await contentsOf(context, ['purchase']))['purchase']).toHaveLength(6);
  });

  test('knows a line by its order number, and other lines of the order as new', async () => {
    const context = await newContext(await open());
    await workspaceWith(context);
    await importPurchases(context, purchasesOf(['Ames', '2026-02-01', 9, 'Pump', 'Web', 'A1']));
    const table = purchasesOf(
      ['Brook', '2026-02-01', 9, 'Pump', 'Web', 'A1'],
      ['Ames', '2026-02-01', 8, 'Pump', 'Web', 'A1'],
      ['Ames', '2026-02-02', 9, 'Pump', 'Web', 'A2'],
    );
    expect((await importPurchases(context, table)).counts).toMatchObject({ new: 2, known: 1 });
  });

  test('rejects what it cannot take, each row with its reason and its cells', async () => {
    const context = await newContext(await open());
    await importTable(context, tableOf(...CUSTOMERS, { key: '8', name: 'Twin' }, { key: '9', name: 'Twin' }));
    const long = 'x'.repeat(301);
    const table = purchasesOf(
      [null, '2026-02-01', 9],
      ['Nobody', '2026-02-01', 9],
      ['Twin', '2026-02-01', 9],
      ['Ames', null, 9],
      ['Ames', 'soon', 9],
      ['Ames', '2026-03-06', 9],
      ['Ames', '2026-02-01', null],
      ['Ames', '2026-02-01', 'much'],
      ['Ames', '2026-02-01', '$5'],
      ['Ames', '2026-02-01', '€5'],
      ['Ames', '2026-02-01', '€6'],
      ['Ames', '2026-02-01', 9, null, null, long],
      [long, '2026-02-01', 9],
    );
    const { counts, rejected } = await importPurchases(context, table);
    expect(counts).toEqual({ new: 2, known: 0, cancelled: 0, rejected: 11 });
    expect(rejected.rows.map(({ row, reason }) => [row, reason])).toEqual([
      [2, { code: 'nameless' }],
      [3, { code: 'unknown-customer', customer: 'Nobody' }],
      [4, { code: 'several-match', candidates: ['8', '9'] }],
      [5, { code: 'no-date', column: 1 }],
      [6, { code: 'bad-date', text: 'soon', column: 1 }],
      [7, { code: 'future-date', date: '2026-03-06', column: 1 }],
      [8, { code: 'no-amount', column: 2 }],
      [9, { code: 'bad-amount', text: 'much', column: 2 }],
      [10, { code: 'other-currency', currency: 'USD', column: 2 }],
      [13, { code: 'long-order' }],
      [14, { code: 'too-long' }],
    ]);
    expect(rejected.rows[1]).toMatchObject({ name: 'Nobody', cells: ['Nobody', '2026-02-01', 9] });
    expect((await contentsOf(context, ['purchase']))['purchase']).toMatchObject([
      { currency: 'EUR' },
      { currency: 'EUR' },
    ]);
  });

  test('a dry run says the same and writes nothing', async () => {
    const context = await newContext(await open());
    await workspaceWith(context);
    const table = purchasesOf(['Ames', '2026-02-01', 9], ['Nobody', '2026-02-01', 9]);
    const before = await contentsOf(context, EVERYTHING);
    const { dryRun, counts, gradings } = await importPurchases(context, table, { dryRun: true });
    expect({ dryRun, counts, gradings }).toEqual({
      dryRun: true,
      counts: { new: 1, known: 0, cancelled: 0, rejected: 1 },
      gradings: [],
    });
    expect(await contentsOf(context, EVERYTHING)).toEqual(before);
    expect((await importPurchases(context, table)).counts).toEqual(counts);
  });

  test('says when its amounts would be added to those in another currency', async () => {
    const context = await newContext(await open());
    await workspaceWith(context);
    const euros = await importPurchases(context, purchasesOf(['Ames', '2026-02-01', '€9']));
    expect(euros.currencyClash).toBeNull();
    const clash = await importPurchases(context, purchasesOf(['Ames', '2026-02-02', '$9']), { dryRun: true });
    expect(clash.currencyClash).toEqual({ onFile: 'EUR', table: 'USD' });
  });

  test('what the customers’ own table states stays, and a preview of one counts the purchases in', async () => {
    const context = await newContext(await open());
    const ids = await workspaceWith(context);
    await importPurchases(context, purchasesOf(['Ames', '2026-02-01', 900], ['Brook', '2026-02-01', 30]));
    context.clock.set('2026-03-05T10:00:00Z');
    const asOf = parseIsoDate('2026-03-05') ?? expect.fail();
    const table = tableOf({ key: '2', salesAmount: 5 }, { key: '1', paymentCollection: 0.91 });
    const preview = await importWithin(context, table, { dryRun: true, asOf });
    const promised = await countTiers(context, table, preview, asOf);
    const done = await context.db
      .transaction()
      .execute(async (db) =>
        countTiers({ ...context, db }, table, await importWithin({ ...context, db }, table, { asOf }), asOf),
      );
    expect(promised).toEqual(done);
    const brook = await showCustomer(context, ids.get('Brook GmbH') ?? '');
    expect(brook?.grading?.grade.reasons).toContainEqual(
      expect.objectContaining({ criterion: 'salesAmount', value: 5 }),
    );
  });

  test('puts customers and prospects into their stage of life, with the scores behind it', async () => {
    const context = await newContext(await open());
    const ids = await workspaceWith(context);
    await importTable(context, tableOf({ key: 'P', name: 'Prospect Inc', stage: 'lead' }));
    await useScheme(context, lifecycle, 'segments');
    context.clock.set('2026-03-05T10:00:00Z');
    await importPurchases(
      context,
      purchasesOf(
        ['Ames', '2026-02-20', 900],
        ['Ames', '2025-09-20', 900],
        ['Brook', '2025-06-20', 300],
        ['Cole', '2024-06-20', 10],
      ),
    );
    const said = async (id: string | undefined) =>
      (await showCustomer(context, id ?? ''))?.segments.map(({ segment, label, details = [] }) =>
        [segment.en, label.en, ...details.map(({ en }) => en)].join(' '),
      );
    expect(await said(ids.get('Ames Ltd'))).toEqual([
      'Lifecycle Repeat',
      'RFM Champion R5 F5 M5',
      'Cooperation Short-term',
    ]);
    expect(await said(ids.get('Brook GmbH'))).toEqual([
      'Lifecycle Dormant',
      'RFM At risk R2 F4 M4',
      'Cooperation Short-term',
    ]);
    expect(await said(ids.get('Cole AG'))).toEqual(['Lifecycle Lost', 'RFM Lost R1 F1 M1', 'Cooperation Short-term']);
    const { customer } = await contentsOf(context, ['customer']);
    const prospect = (customer as { id: string; stage: string }[]).find(({ stage }) => stage === 'prospect');
    expect(await said(prospect?.id)).toEqual(['Lifecycle Prospect']);
  });

  test('prospects alone have their stage of life too', async () => {
    const context = await newContext(await open());
    await importTable(context, tableOf({ key: 'P', name: 'Prospect Inc', stage: 'lead' }));
    context.clock.set('2026-03-05T09:00:00Z');
    await useScheme(context, lifecycle, 'segments');
    const { customer_segment: labels } = await contentsOf(context, ['customer_segment']);
    expect(labels).toMatchObject([{ segment: 'lifecycle', label: 'prospect' }]);
  });

  test('purchases go along when customers are merged, and back when that is undone', async () => {
    const context = await newContext(await open());
    const ids = await workspaceWith(context);
    const [keptId = '', goneId = ''] = [ids.get('Ames Ltd'), ids.get('Brook GmbH')];
    const table = purchasesOf(['Ames', '2026-02-01', 9], ['Brook', '2026-02-01', 9], ['Cole', '2026-02-01', 50]);
    await importPurchases(context, table);
    const tables = ['customer', 'purchase', 'purchase_measure', 'grade', 'grade_change'];
    const before = await contentsOf(context, tables);
    context.clock.set('2026-03-06T09:00:00Z');
    const merge = await mergeCustomers(context, { keptId, goneId });
    expect((await measuresOf(context)).get(keptId)).toMatchObject({ orders: 2, salesAmount: 18 });
    expect((await measuresOf(context)).has(goneId)).toBe(false);
    const card = await showCustomer(context, goneId);
    expect(card?.grading?.grade.reasons).toContainEqual(
      expect.objectContaining({ criterion: 'salesAmount', value: 18 }),
    );
    // the same table names both still, and a new one the gone customer
    expect((await importPurchases(context, table)).counts).toMatchObject({ new: 0, known: 3 });
    await undoMerge(context, { id: merge });
    expect(await contentsOf(context, tables)).toEqual(before);
    context.clock.set('2026-03-07T09:00:00Z');
    const second = await mergeCustomers(context, { keptId, goneId });
    const later = purchasesOf(['Brook', '2026-02-02', 4]);
    await importPurchases(context, later);
    expect((await measuresOf(context)).get(keptId)).toMatchObject({ salesAmount: 22 });
    await undoMerge(context, { id: second });
    expect((await measuresOf(context)).get(keptId)).toMatchObject({ salesAmount: 9 });
    expect((await measuresOf(context)).get(goneId)).toMatchObject({ salesAmount: 13 });
    expect((await importPurchases(context, later)).counts).toMatchObject({ new: 0, known: 1 });
  });

  test('sample purchases go with the samples, and from customers that are one’s own by then', async () => {
    const context = await newContext(await open());
    await importTable(context, tableOf(...CUSTOMERS), { source: 'sample' });
    const sample = purchasesOf(['Ames', '2026-02-01', 9], ['Brook', '2026-02-01', 9]);
    await importPurchases(context, sample, { source: 'sample' });
    await importTable(context, tableOf({ key: '1', name: 'Ames Ltd', satisfaction: 0.9 }));
    await importPurchases(context, purchasesOf(['Ames', '2026-02-02', 4]));
    expect(await removeSamples(context)).toBe(2);
    const { purchase } = await contentsOf(context, ['purchase']);
    expect(purchase).toMatchObject([{ amount: 4, source: 'import' }]);
    expect([...(await measuresOf(context)).values()]).toMatchObject([{ salesAmount: 4, orders: 1 }]);
  });
});
