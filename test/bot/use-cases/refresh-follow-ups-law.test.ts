import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { mergeCustomers } from '../../../bot/use-cases/merge-customers.ts';
import { setOverride, withdrawOverride } from '../../../bot/use-cases/override-tier.ts';
import { refreshFollowUps } from '../../../bot/use-cases/refresh-follow-ups.ts';
import { removeSamples } from '../../../bot/use-cases/remove-samples.ts';
import { undoMerge } from '../../../bot/use-cases/undo-merge.ts';
import { UseCaseError } from '../../../bot/use-cases/use-case-error.ts';
import { useScheme } from '../../../bot/use-cases/use-scheme.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { spendLevel } from '../../../core/schemes/spend-level.ts';
import { customerIdOf } from '../../support/customer-id-of.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { complained, logged } from '../../support/follow-up-rows.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

const KEYS = ['1', '2', '3', '4', '5'];
const DAYS = ['2026-02-20', '2026-03-05', '2026-03-06', '2026-03-20'];

const key = fc.constantFrom(...KEYS);
const date = fc.constantFrom(...DAYS);
const row = fc
  .record({
    salesAmount: fc.constantFrom(1, 100, 5000),
    paymentCollection: fc.option(fc.constantFrom(0.1, 1), { nil: undefined }),
    owner: fc.option(fc.constantFrom('U0ANNABERG', 'U0LEICHEN'), { nil: undefined }),
    stage: fc.option(fc.constantFrom('customer', 'prospect'), { nil: undefined }),
    lastContact: fc.option(date, { nil: undefined }),
    nextContact: fc.option(date, { nil: undefined }),
    expectedDate: fc.option(date, { nil: undefined }),
  })
  .map((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));

/** What may happen to a workspace, each with whom it happens to. */
const anyOperation = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('import' as const), key, row, isSample: fc.boolean() }) },
  fc.record({ do: fc.constant('merge' as const), key, other: key }),
  fc.record({ do: fc.constant('unmerge' as const), key }),
  fc.record({ do: fc.constant('override' as const), key, tier: fc.constantFrom('A', 'D', 'high') }),
  fc.record({ do: fc.constant('withdraw' as const), key }),
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('log' as const), key, on: date, isAttempt: fc.boolean() }),
  },
  fc.record({ do: fc.constant('complain' as const), key }),
  fc.record({ do: fc.constant('decide' as const), key, on: date }),
  fc.record({ do: fc.constant('regrade' as const), hours: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ do: fc.constant('scheme' as const), isSpend: fc.boolean() }),
  fc.record({ do: fc.constant('samples' as const) }),
);
type Operation = typeof anyOperation extends fc.Arbitrary<infer T> ? T : never;

describeOnBothDatabases('the law of follow-ups', (open) => {
  test('whatever happens, making all of them anew changes nothing, and each active customer has one', async () => {
    const db = await open();
    await fc.assert(
      fc.asyncProperty(fc.array(anyOperation, { minLength: 3, maxLength: 12 }), async (operations) => {
        const context = await newContext(db);
        for (const each of operations) await perform(context, each);
        const { follow_up: kept = [] } = await contentsOf(context, ['follow_up']);
        await refreshFollowUps(context, 'all');
        expect((await contentsOf(context, ['follow_up']))['follow_up']).toEqual(kept);
        const active = await sql<{ count: number }>`
          select count(*)::int as count from customer
          where workspace_id = ${context.actor.workspaceId} and merged_into is null and status = 'active'`.execute(db);
        expect(kept).toHaveLength(active.rows[0]?.count ?? 0);
      }),
      { seed: 20261126, numRuns: 30 },
    );
  }, 120_000);
});

async function perform(context: TestContext, operation: Operation): Promise<void> {
  try {
    await happen(context, operation);
  } catch (error) {
    // What makes no sense as things stand is refused, and nothing happens.
    if (!(error instanceof UseCaseError)) throw error;
  }
}

async function happen(context: TestContext, operation: Operation): Promise<void> {
  switch (operation.do) {
    case 'import': {
      const table = tableOf({ key: operation.key, name: `Customer ${operation.key}`, ...operation.row });
      await importTable(context, table, { source: operation.isSample ? 'sample' : 'import' });
      return;
    }
    case 'regrade':
      context.clock.set(new Date(context.clock.now().getTime() + operation.hours * 3_600_000).toISOString());
      await gradeCustomers(context);
      return;
    case 'scheme':
      await useScheme(context, operation.isSpend ? spendLevel : accountValue, 'customers');
      return;
    case 'samples':
      await removeSamples(context);
      return;
    case 'merge':
    case 'unmerge':
    case 'override':
    case 'withdraw':
    case 'log':
    case 'complain':
    case 'decide': {
      const id = await customerIdOf(context, operation.key);
      if (id !== undefined) await happenTo(context, id, operation);
      return;
    }
    default:
      operation satisfies never;
  }
}

async function happenTo(
  context: TestContext,
  id: string,
  operation: Exclude<Extract<Operation, { readonly key: string }>, { readonly do: 'import' }>,
): Promise<void> {
  switch (operation.do) {
    case 'merge': {
      const goneId = await customerIdOf(context, operation.other);
      if (goneId !== undefined) await mergeCustomers(context, { keptId: id, goneId });
      return;
    }
    case 'unmerge':
      return undoMerge(context, { goneId: id });
    case 'override':
      await setOverride(context, { customerId: id, tier: operation.tier, reason: 'as agreed' });
      return;
    case 'withdraw':
      return withdrawOverride(context, id);
    case 'log':
      await logged(context, id, { on: operation.on, outcome: operation.isAttempt ? 'no-answer' : 'reached' });
      return;
    case 'complain':
      return complained(context, id, '2026-03-07T10:00:00Z');
    case 'decide':
      await sql`update follow_up set snoozed_until = ${operation.on}, skipped_on = ${operation.on}, promise = 'quote'
        where workspace_id = ${context.actor.workspaceId} and customer_id = ${id}`.execute(context.db);
      // as whoever decides does at the end
      return refreshFollowUps(context, { customerIds: [id] });
    default:
      operation satisfies never;
  }
}
