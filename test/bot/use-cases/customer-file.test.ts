import { expect, test } from 'vitest';
import type { Database } from '../../../bot/store/database.ts';
import { findMemberAction } from '../../../bot/store/member-actions.ts';
import { addCustomer } from '../../../bot/use-cases/add-customer.ts';
import { archiveCustomer, bringBackCustomer } from '../../../bot/use-cases/archive-customer.ts';
import type { UseCaseContext } from '../../../bot/use-cases/context.ts';
import { editCustomer } from '../../../bot/use-cases/edit-customer.ts';
import { findCustomers } from '../../../bot/use-cases/find-customers.ts';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { ensureMember } from '../../../bot/use-cases/members.ts';
import { mergeInto } from '../../../bot/use-cases/merge-into.ts';
import { showCustomer } from '../../../bot/use-cases/show-customer.ts';
import { FILE_UNDOERS } from '../../../bot/use-cases/undo-file-changes.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext, type TestContext, withoutHistory } from '../../support/workspace.ts';

const CUSTOMERS = tableOf(
  ...Array.from({ length: 12 }, (_, index) => ({
    key: `K-${index}`,
    name: `Customer ${index} Ltd`,
    salesAmount: 100 * (index + 1),
    paymentCollection: 0.9,
  })),
);

/** Everything that undoing must put back, history aside. */
const CONTENTS = [
  'customer',
  'grade',
  'follow_up',
  'contact_person',
  'customer_search',
  'customer_term',
  'customer_segment',
];

async function started(db: Database): Promise<TestContext> {
  const context = await newContext(db);
  await importTable(context, CUSTOMERS);
  context.clock.set('2026-03-05T09:00:00Z');
  return context;
}

async function idOf(context: UseCaseContext, name: string): Promise<string> {
  const { exact } = await findCustomers(context, name);
  return exact[0]?.id ?? 'none';
}

async function rep(context: TestContext, slackUserId: string): Promise<UseCaseContext> {
  const profile = { slackUserId, realName: `Rep ${slackUserId}` };
  return { ...context, actor: await ensureMember(context, context.actor.workspaceId, profile, []) };
}

async function undo(context: UseCaseContext, actionId: string): Promise<void> {
  await context.db.transaction().execute(async (db) => {
    const action = await findMemberAction(db, context.actor.workspaceId, { id: actionId });
    if (action === undefined) throw new Error('no action');
    await FILE_UNDOERS[action.kind]?.({ ...context, db }, action);
  });
}

describeOnBothDatabases('customers on file', (open) => {
  test('one that is added is graded, found and followed up, and belongs to who added it', async () => {
    const context = await started(await open());
    const anna = await rep(context, 'U0ANNA01');
    const added = await addCustomer(anna, { name: ' New \n Works ', stage: 'customer', industry: 'Steel' });
    expect(added).toMatchObject({ kind: 'added', name: 'New Works', isRepeat: false });
    const card = await showCustomer(context, await idOf(context, 'new works'));
    expect(card).toMatchObject({
      name: 'New Works',
      industry: 'Steel',
      owner: { slackUserId: 'U0ANNA01' },
      closed: null,
    });
    expect(card?.grading).not.toBeNull();
    const { follow_up } = await contentsOf(context, ['follow_up']);
    expect(follow_up).toHaveLength(13);
  });

  test('one request adds one customer', async () => {
    const context = await started(await open());
    const asked = { name: 'Twice', stage: 'prospect', requestId: 'V1' } as const;
    const first = await addCustomer(context, asked);
    expect(await addCustomer(context, asked)).toMatchObject({
      isRepeat: true,
      customerId: first.kind === 'added' ? first.customerId : '',
    });
    const { customer } = await contentsOf(context, ['customer']);
    expect(customer).toHaveLength(13);
  });

  test('likely duplicates are shown first, and a key that another has is refused', async () => {
    const context = await started(await open());
    const asked = { name: 'CUSTOMER 3 GmbH', stage: 'customer' } as const;
    const id = await idOf(context, 'Customer 3 Ltd');
    expect(await addCustomer(context, asked)).toEqual({
      kind: 'likely-duplicates',
      duplicates: [{ customerId: id, key: 'K-3', name: 'Customer 3 Ltd', by: 'name' }],
    });
    expect(await addCustomer(context, { name: 'Other', key: 'k 0003', stage: 'customer' })).toMatchObject({
      kind: 'likely-duplicates',
      duplicates: [{ customerId: id, by: 'key' }],
    });
    const sure = { ...asked, isNoDuplicate: true };
    await expect(addCustomer(context, { ...sure, key: 'k-3' })).rejects.toMatchObject({ code: 'key-taken' });
    await expect(addCustomer(context, { ...sure, name: ' \u0000 ' })).rejects.toMatchObject({ code: 'customer-name' });
    expect(await addCustomer(context, sure)).toMatchObject({ kind: 'added' });
  });

  test('a former name goes on leading to the customer, and another stage is graded at once', async () => {
    const context = await started(await open());
    const id = await idOf(context, 'Customer 3 Ltd');
    await editCustomer(context, {
      customerId: id,
      edit: { name: 'Renamed', key: '', stage: 'prospect', region: 'Shanghai' },
    });
    expect(await idOf(context, 'Customer 3')).toBe(id);
    const card = await showCustomer(context, id);
    expect(card).toMatchObject({ name: 'Renamed', key: null, region: 'Shanghai', grading: null });
    await gradeCustomers(context);
    const back = await editCustomer(context, { customerId: id, edit: { stage: 'customer' } });
    expect(back.grade).toEqual({ from: null, to: 'C' });
    expect((await showCustomer(context, id))?.grading?.standing.tier).toBe('C');
  });

  test('an archived one is out of grading, counts and follow-ups, comes last in a search, and can be brought back', async () => {
    const context = await started(await open());
    const id = await idOf(context, 'Customer 11 Ltd');
    const before = await contentsOf(context, ['grade', 'follow_up']);
    await expect(archiveCustomer(context, { customerId: id, reason: ' x ' })).rejects.toMatchObject({
      code: 'archive-reason',
    });
    const done = await archiveCustomer(context, { customerId: id, reason: 'moved abroad' });
    expect(done.grade).toEqual({ from: expect.any(String), to: null });
    expect(await contentsOf(context, ['grade', 'follow_up'])).toMatchObject({
      grade: { length: 11 },
      follow_up: { length: 11 },
    });
    expect((await showCustomer(context, id))?.closed).toEqual({
      status: 'archived',
      since: new Date('2026-03-05T09:00:00Z'),
      reason: 'moved abroad',
    });
    const [summary] = await gradeCustomers(context);
    expect(Object.values(summary?.counts.tiers ?? {}).reduce((sum, count) => sum + count, 0)).toBe(11);
    const { others } = await findCustomers(context, 'customer');
    expect(others.at(-1)).toMatchObject({ id, status: 'archived' });
    await expect(archiveCustomer(context, { customerId: id, reason: 'again' })).rejects.toMatchObject({
      code: 'archived',
    });
    await bringBackCustomer(context, { customerId: id });
    await gradeCustomers(context);
    const after = await contentsOf(context, ['grade', 'follow_up']);
    expect(after['grade']).toHaveLength(12);
    expect(after['follow_up']).toHaveLength(before['follow_up']?.length ?? 0);
    await expect(bringBackCustomer(context, { customerId: id })).rejects.toMatchObject({ code: 'is-active' });
  });

  test('an import brings an archived customer up to date, leaves it archived and says so', async () => {
    const context = await started(await open());
    const id = await idOf(context, 'K-5');
    await archiveCustomer(context, { customerId: id, reason: 'closed down' });
    const report = await importTable(context, tableOf({ key: 'K-5', name: 'Customer 5 Ltd', salesAmount: 9_000 }));
    expect(report.closed).toEqual([{ row: 2, customerId: id, name: 'Customer 5 Ltd', status: 'archived' }]);
    expect(report.counts.changed).toBe(1);
    const card = await showCustomer(context, id);
    expect(card?.closed?.status).toBe('archived');
    expect(card?.grading).toBeNull();
  });

  test('a rep changes their own customers only, and gives none of them away', async () => {
    const context = await started(await open());
    const anna = await rep(context, 'U0ANNA01');
    const lei = await rep(context, 'U0LEI001');
    const mine = await addCustomer(anna, { name: 'Mine', stage: 'customer' });
    if (mine.kind !== 'added') throw new Error('not added');
    const { customerId } = mine;
    const refused = { code: 'not-yours' };
    await expect(editCustomer(lei, { customerId, edit: { region: 'x' } })).rejects.toMatchObject(refused);
    await expect(archiveCustomer(lei, { customerId, reason: 'because' })).rejects.toMatchObject(refused);
    await expect(mergeInto(lei, { keptId: customerId, goneId: await idOf(context, 'K-1') })).rejects.toMatchObject(
      refused,
    );
    const toLei = { owner: { slackUserId: 'U0LEI001' } };
    await expect(editCustomer(anna, { customerId, edit: toLei })).rejects.toMatchObject({ code: 'owner-by-managers' });
    await editCustomer(anna, { customerId, edit: { region: 'Lyon', owner: { slackUserId: 'U0ANNA01' } } });
    await editCustomer(context, { customerId, edit: toLei });
    await expect(editCustomer(anna, { customerId, edit: { region: 'x' } })).rejects.toMatchObject(refused);
    const nobody = { owner: { slackUserId: 'U0NOBODY1' } };
    await expect(editCustomer(context, { customerId, edit: nobody })).rejects.toMatchObject({ code: 'owner-unknown' });
  });

  test('each change can be taken back, and everything is as it was', async () => {
    const context = await started(await open());
    const id = await idOf(context, 'K-4');
    const other = await idOf(context, 'K-5');
    const changes: (() => Promise<string>)[] = [
      async () => {
        const added = await addCustomer(context, { name: 'Brand new', stage: 'customer' });
        return added.kind === 'added' ? added.actionId : '';
      },
      async () =>
        (await editCustomer(context, { customerId: id, edit: { name: 'Else', key: 'E-1', industry: 'Toys' } }))
          .actionId,
      async () => (await archiveCustomer(context, { customerId: id, reason: 'no reason' })).actionId,
      async () => (await mergeInto(context, { keptId: id, goneId: other })).actionId,
    ];
    const before = await contentsOf(context, CONTENTS);
    for (const change of changes) {
      const actionId = await change();
      expect(await contentsOf(context, CONTENTS)).not.toEqual(before);
      await undo(context, actionId);
      const after = await contentsOf(context, CONTENTS);
      expect(withoutHistory(after)).toEqual(withoutHistory(before));
    }
  });

  test('what was changed since is not taken back', async () => {
    const context = await started(await open());
    const id = await idOf(context, 'K-4');
    const { actionId } = await editCustomer(context, { customerId: id, edit: { region: 'Here' } });
    await editCustomer(context, { customerId: id, edit: { region: 'There' } });
    await expect(undo(context, actionId)).rejects.toMatchObject({ code: 'changed-since' });
    const added = await addCustomer(context, { name: 'Brand new', stage: 'customer' });
    if (added.kind !== 'added') throw new Error('not added');
    context.clock.set('2026-03-05T09:01:00Z');
    await editCustomer(context, { customerId: added.customerId, edit: { region: 'There' } });
    await expect(undo(context, added.actionId)).rejects.toMatchObject({ code: 'changed-since' });
  });
});
