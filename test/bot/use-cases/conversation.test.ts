import { expect, test } from 'vitest';
import { cardCustomer, exampleCustomer, rememberCards, tierWords } from '../../../bot/use-cases/conversation.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { mergeCustomers } from '../../../bot/use-cases/merge-customers.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

async function idsOf(context: TestContext): Promise<ReadonlyMap<string, string>> {
  const { customer = [] } = await contentsOf(context, ['customer']);
  return new Map((customer as { id: string; name: string }[]).map(({ id, name }) => [name, id]));
}

describeOnBothDatabases('what a thread is about', (open) => {
  async function workspace() {
    const context = await newContext(await open());
    await importTable(
      context,
      tableOf(
        { key: 'A', name: 'ACME', salesAmount: 900, paymentCollection: 0.9 },
        { key: 'P', name: 'Prolog Ltd', salesAmount: 500, paymentCollection: 0.9 },
      ),
    );
    const ids = await idsOf(context);
    return { context, acme: ids.get('ACME') ?? '', prolog: ids.get('Prolog Ltd') ?? '' };
  }

  test('is the customer that was said first, in that channel and workspace alone', async () => {
    const { acme, context, prolog } = await workspace();
    await rememberCards(context, [
      { channel: 'D1', ts: '1.1', customerId: acme },
      { channel: 'D1', ts: '1.2', customerId: acme },
    ]);
    await rememberCards(context, [{ channel: 'D1', ts: '1.1', customerId: prolog }]);
    expect(await cardCustomer(context, { channel: 'D1', ts: '1.1' })).toEqual({ id: acme, name: 'ACME' });
    expect(await cardCustomer(context, { channel: 'D1', ts: '1.2' })).toEqual({ id: acme, name: 'ACME' });
    expect(await cardCustomer(context, { channel: 'D2', ts: '1.1' })).toBeUndefined();
    const elsewhere = { ...context, actor: { ...context.actor, workspaceId: 'T-OTHER' } };
    expect(await cardCustomer(elsewhere, { channel: 'D1', ts: '1.1' })).toBeUndefined();
    await rememberCards(elsewhere, [{ channel: 'D9', ts: '9.9', customerId: acme }]);
    expect(await cardCustomer(elsewhere, { channel: 'D9', ts: '9.9' })).toBeUndefined();
    await rememberCards(context, []);
  });

  test('follows a merge', async () => {
    const { acme, context, prolog } = await workspace();
    await rememberCards(context, [{ channel: 'D1', ts: '1.1', customerId: acme }]);
    await mergeCustomers(context, { keptId: prolog, goneId: acme });
    expect(await cardCustomer(context, { channel: 'D1', ts: '1.1' })).toEqual({ id: prolog, name: 'Prolog Ltd' });
  });

  test('examples name a graded customer, and tiers go by every name they have', async () => {
    const { context } = await workspace();
    expect(await exampleCustomer(context)).toMatchObject({ name: 'ACME', tier: expect.any(String) });
    const words = await tierWords(context);
    expect(words).toEqual(expect.arrayContaining(['A', 'B', 'C', 'D']));
    const empty = await newContext(await open());
    expect(await exampleCustomer(empty)).toBeUndefined();
  });
});
