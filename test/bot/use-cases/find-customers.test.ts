import { expect, test } from 'vitest';
import { systemClock } from '../../../bot/clock.ts';
import { findCustomers } from '../../../bot/use-cases/find-customers.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { storeCustomers } from '../../support/stored-customers.ts';

describeOnBothDatabases('findCustomers', (open) => {
  test('tells the customers that are meant from others that fit', async () => {
    const db = await open();
    const { workspaceId } = await storeCustomers(db, [
      { name: 'Acme Ltd' },
      { name: 'ACME GmbH' },
      { name: 'Acme Bank', key: 'B1' },
    ]);
    const context = { db, actor: { workspaceId, memberId: null, role: 'rep' as const }, clock: systemClock };
    const found = await findCustomers(context, 'acme');
    expect(found.exact.map(({ name }) => name).toSorted()).toEqual(['ACME GmbH', 'Acme Ltd']);
    expect(found.others).toMatchObject([{ name: 'Acme Bank', key: 'B1', tier: null, owner: null, how: 'prefix' }]);
    expect(await findCustomers(context, 'Acmebnak')).toMatchObject({
      exact: [],
      others: [{ name: 'Acme Bank', how: 'close' }],
    });
  });
});
