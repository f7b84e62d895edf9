import { saveOwner } from '../../bot/store/customer-owners.ts';
import type { Database } from '../../bot/store/database.ts';
import { importTable } from '../../bot/use-cases/import-table.ts';
import { refreshFollowUps } from '../../bot/use-cases/refresh-follow-ups.ts';
import { addMember, as } from './members.ts';
import { tableOf } from './table-reading.ts';
import { contentsOf, newContext, type TestContext } from './workspace.ts';

/** A small book of Lei's, and who else has to do with it. It is Thursday, 5 March 2026, 08:00 UTC. */
export interface FollowUpBook {
  /** The command line's. */
  readonly context: TestContext;
  /** The owner, another rep, and a manager who is not Lei's. */
  readonly lei: TestContext;
  readonly anna: TestContext;
  readonly boss: TestContext;
  /** Customers of Lei's by id. */
  readonly acme: string;
  readonly beta: string;
}

/** Puts the book into a workspace of its own. */
export async function followUpBook(db: Database): Promise<FollowUpBook> {
  const context = await newContext(db);
  const { workspaceId } = context.actor;
  const lei = await addMember(context, { name: 'Lei' });
  const anna = await addMember(context, { name: 'Anna' });
  const boss = await addMember(context, { name: 'Bo', role: 'manager' });
  await importTable(
    context,
    tableOf(
      { key: 'A', name: 'ACME', salesAmount: 900, paymentCollection: 0.9, lastContact: '2026-02-26' },
      { key: 'B', name: 'Beta', salesAmount: 100, paymentCollection: 0.8 },
    ),
  );
  const { customer = [] } = await contentsOf(context, ['customer']);
  const idOf = (key: string) => (customer as { id: string; key: string }[]).find((each) => each.key === key)?.id ?? '';
  const [acme, beta] = [idOf('A'), idOf('B')];
  await saveOwner(db, workspaceId, [acme, beta], { ownerId: lei, ownerText: 'Lei' }, context.clock.now());
  await refreshFollowUps(context, { customerIds: [acme, beta] });
  return { context, lei: as(context, lei), anna: as(context, anna), boss: as(context, boss, 'manager'), acme, beta };
}

/** All that a follow-up is made of, as stored, but for the times at which rows were written. */
export function followUpContents(context: TestContext) {
  return contentsOf(context, ['customer', 'follow_up', 'grade']);
}
