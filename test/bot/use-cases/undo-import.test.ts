import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addContact } from '../../../bot/use-cases/contacts.ts';
import { editCustomer } from '../../../bot/use-cases/edit-customer.ts';
import { findCustomers } from '../../../bot/use-cases/find-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { ensureMember } from '../../../bot/use-cases/members.ts';
import { undoImport } from '../../../bot/use-cases/undo-import.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext, withoutHistory } from '../../support/workspace.ts';

/** Every table that an import writes to, history and members that it met aside. */
const CONTENTS = [
  'customer',
  'contact_person',
  'grade',
  'follow_up',
  'customer_search',
  'customer_term',
  'customer_segment',
  'purchase_measure',
  'import_undo',
  'import_before',
];

const anyRow = fc.record(
  {
    key: fc.integer({ min: 1, max: 12 }).map((key) => `K${key}`),
    name: fc.integer({ min: 1, max: 14 }).map((name) => `Name ${name} Ltd`),
    salesAmount: fc.integer({ min: 0, max: 1_000_000 }),
    paymentCollection: fc.constantFrom(0.2, 0.7, 0.99),
    stage: fc.constantFrom('customer', 'prospect'),
    industry: fc.constantFrom('Steel', 'Toys'),
    owner: fc.constantFrom('Mia', 'Lei'),
    contactName: fc.constantFrom('Ann', 'Bob'),
    phone: fc.constantFrom('021 555 0101', '021 555 0102'),
    nextContact: fc.constantFrom('2026-03-20', '2026-04-01'),
    aliases: fc.constantFrom('Alias; Other', 'Third'),
  },
  { requiredKeys: ['name'] },
);
const anyTable = fc.array(anyRow, { minLength: 1, maxLength: 10 });

describeOnBothDatabases('undoing the latest import', (open) => {
  test('import and undo leave everything as it was, history aside', async () => {
    const db = await open();
    await fc.assert(
      fc.asyncProperty(anyTable, anyTable, async (first, second) => {
        const context = await newContext(db);
        await importTable(context, tableOf(...first));
        context.clock.set('2026-03-05T08:30:00Z');
        const before = await contentsOf(context, CONTENTS);
        await importTable(context, tableOf(...second));
        context.clock.set('2026-03-05T08:35:00Z');
        await undoImport(context);
        const after = await contentsOf(context, CONTENTS);
        expect(withoutHistory({ ...after, import_undo: [], import_before: [] })).toEqual(
          withoutHistory({ ...before, import_undo: [], import_before: [] }),
        );
        expect([after['import_undo'], after['import_before']]).toEqual([[], []]);
      }),
      { numRuns: 12 },
    );
  });

  test('customers that somebody touched since stay and are named, the others are as before', async () => {
    const context = await newContext(await open());
    await importTable(
      context,
      tableOf({ key: '1', name: 'One', salesAmount: 1 }, { key: '2', name: 'Two', salesAmount: 2 }),
    );
    context.clock.set('2026-03-05T08:30:00Z');
    const table = tableOf(
      { key: '1', name: 'One', salesAmount: 10 },
      { key: '2', name: 'Two', salesAmount: 20 },
      { key: '3', name: 'Three', salesAmount: 3 },
      { key: '4', name: 'Four', salesAmount: 4 },
    );
    const { undoId } = await importTable(context, table);
    context.clock.set('2026-03-05T08:31:00Z');
    const idOf = async (key: string) => (await findCustomers(context, key)).exact[0]?.id ?? '';
    await editCustomer(context, { customerId: await idOf('2'), edit: { region: 'Lyon' } });
    await addContact(context, { customerId: await idOf('4'), contact: { name: 'Ann' } });
    const undone = await undoImport(context, undoId ?? '');
    expect(undone).toEqual({ removed: 1, sheetRows: 0, restored: 1, left: ['Four', 'Two'] });
    const { customer } = await contentsOf(context, ['customer']);
    const sales = (customer as { key: string; facts: { values: { salesAmount: number } } }[]).map(
      ({ key, facts }) => [key, facts.values.salesAmount] as const,
    );
    expect(Object.fromEntries(sales)).toEqual({
      '1': 1,
      '2': 20,
      '4': 4,
    });
  });

  test('only the latest can be undone, once, and from Slack only by who imported or a manager within ten minutes', async () => {
    const context = await newContext(await open());
    const as = async (slackUserId: string) => ({
      ...context,
      actor: await ensureMember(context, context.actor.workspaceId, { slackUserId }, []),
    });
    const anna = await as('U0ANNA01');
    const first = await importTable(anna, tableOf({ name: 'One' }));
    const second = await importTable(anna, tableOf({ name: 'Two' }));
    await expect(undoImport(anna, first.undoId ?? '')).rejects.toMatchObject({ code: 'no-import-to-undo' });
    await expect(undoImport(await as('U0LEI001'))).rejects.toMatchObject({ code: 'not-allowed' });
    context.clock.set('2026-03-05T08:10:01Z');
    await expect(undoImport(anna)).rejects.toMatchObject({ code: 'import-undo-late' });
    expect(await undoImport(context, second.undoId ?? '')).toMatchObject({ removed: 1 });
    await expect(undoImport(context)).rejects.toMatchObject({ code: 'no-import-to-undo' });
  });

  test('a table that comes again and changes nothing leaves the way back from the first', async () => {
    const context = await newContext(await open());
    await importTable(context, tableOf({ key: '1', name: 'One' }));
    expect(await importTable(context, tableOf({ key: '1', name: 'One' }))).toMatchObject({ undoId: null });
    expect(await undoImport(context)).toMatchObject({ removed: 1 });
  });

  test('a dry run keeps the last import undoable', async () => {
    const context = await newContext(await open());
    await importTable(context, tableOf({ name: 'One' }));
    expect(await importTable(context, tableOf({ name: 'Two' }), { dryRun: true })).toMatchObject({ undoId: null });
    expect(await undoImport(context)).toMatchObject({ removed: 1 });
  });
});
