import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { bookAt } from '../../../bot/store/book-at.ts';
import type { UseCaseContext } from '../../../bot/use-cases/context.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { logContact } from '../../../bot/use-cases/log-contact.ts';
import { reassignCustomer } from '../../../bot/use-cases/reassign-customer.ts';
import { useScheme } from '../../../bot/use-cases/use-scheme.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { spendLevel } from '../../../core/schemes/spend-level.ts';
import { customerIdOf } from '../../support/customer-id-of.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { happenToAll } from '../../support/happen-to-book.ts';
import { happenToCustomer, mergeInto, unlessRefused } from '../../support/happen-to-customer.ts';
import { addMember, as } from '../../support/members.ts';
import { tableOf } from '../../support/table-reading.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

const key = fc.constantFrom('1', '2', '3', '4');
const row = fc.record(
  {
    salesAmount: fc.constantFrom(1, 100, 5000),
    paymentCollection: fc.constantFrom(0.1, 1),
    stage: fc.constantFrom('customer', 'prospect'),
    lastContact: fc.constantFrom('2026-02-20', '2026-03-04'),
    nextContact: fc.constantFrom('2026-03-20', '2026-04-01'),
    expectedDate: fc.constantFrom('2026-04-10', '2026-05-01'),
    expectedAmount: fc.constantFrom(1000, 2500.75),
  },
  { requiredKeys: [] },
);
const anyHappening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('import' as const), key, row }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('log' as const), key, isAttempt: fc.boolean() }) },
  fc.record({ do: fc.constantFrom('snooze' as const, 'pause' as const, 'resume' as const, 'reassign' as const), key }),
  fc.record({ do: fc.constantFrom('archive' as const, 'bring-back' as const), key }),
  fc.record({ do: fc.constantFrom('override' as const, 'withdraw' as const), key }),
  fc.record({ do: fc.constant('merge' as const), key, other: key }),
  fc.record({ do: fc.constant('unmerge' as const), key }),
  { weight: 2, arbitrary: fc.constant({ do: 'undo' as const }) },
  fc.constant({ do: 'undo-import' as const }),
  fc.constant({ do: 'regrade' as const }),
  fc.record({ do: fc.constant('scheme' as const), isSpend: fc.boolean() }),
);
type Happening = typeof anyHappening extends fc.Arbitrary<infer T> ? T : never;
/** Right after, so that it can be taken back, or days later. */
const minutes = fc.constantFrom(1, 1, 300, 4000);
const anyPast = fc.array(fc.record({ what: anyHappening, minutes }), { minLength: 4, maxLength: 14 });

describeOnBothDatabases('the law of the book’s history', (open) => {
  test('the book and the changes as of a moment are the same whenever they are read', async () => {
    const db = await open();
    await fc.assert(
      fc.asyncProperty(anyPast, async (past) => {
        const context = await newContext(db);
        const members = [await addMember(context, { name: 'Lei' }), await addMember(context, { name: 'Mia' })];
        const boss = as(context, await addMember(context, { name: 'Bo', role: 'manager' }), 'admin');
        const readThen: { readonly at: Date; readonly rows: unknown }[] = [];
        for (const { what, minutes: passed } of past) {
          context.clock.set(new Date(context.clock.now().getTime() + passed * 60_000).toISOString());
          await unlessRefused(happen(boss, what, members));
          const at = context.clock.now();
          readThen.push({ at, rows: await presentOf(context) });
        }
        const { rows: still } = await sql<{ id: string }>`
          select id from customer where workspace_id = ${context.actor.workspaceId}`.execute(db);
        const ids = new Set(still.map(({ id }) => id));
        for (const { at, rows } of readThen) {
          // what was deleted for good has no past
          expect(await pastOf(context, at)).toEqual((rows as Row[]).filter(({ customer_id: id }) => ids.has(id)));
        }
      }),
      { seed: 20261126, numRuns: 12 },
    );
  }, 240_000);
});

interface Row {
  readonly customer_id: string;
}

/** The follow-ups and changes of tier as they stand. */
async function presentOf({ db, actor }: UseCaseContext): Promise<Row[]> {
  return rowsOf(
    db,
    sql`select f.* from follow_up f where f.workspace_id = ${actor.workspaceId}`,
    sql`select h.* from grade_change h where h.workspace_id = ${actor.workspaceId} and h.undone_at is null`,
  );
}

async function pastOf({ db, actor }: UseCaseContext, at: Date): Promise<Row[]> {
  return rowsOf(
    db,
    bookAt(actor.workspaceId, at),
    sql`select h.* from grade_change h where h.workspace_id = ${actor.workspaceId} and h.changed_at <= ${at}
      and (h.undone_at is null or h.undone_at > ${at})`,
  );
}

async function rowsOf(db: UseCaseContext['db'], book: ReturnType<typeof bookAt>, changes: ReturnType<typeof bookAt>) {
  const { rows } = await sql<Row>`
    select b.customer_id, b.owner_id, b.stage, b.status, b.tier, b.is_paused, b.owed_on, b.last_contact_on,
      b.expected_on, b.expected_amount from (${book}) b order by b.customer_id`.execute(db);
  const { rows: changed } = await sql<Row>`
    select c.customer_id, c.id, c.from_tier, c.to_tier, c.cause from (${changes}) c order by c.id`.execute(db);
  return [...rows, ...changed];
}

async function happen(context: TestContext, what: Happening, members: readonly string[]): Promise<void> {
  switch (what.do) {
    case 'import':
      await importTable(context, tableOf({ key: what.key, name: `Customer ${what.key}`, owner: 'Lei', ...what.row }));
      return;
    case 'undo-import':
    case 'undo':
    case 'regrade':
      return happenToAll(context, what.do);
    case 'scheme':
      await useScheme(context, what.isSpend ? spendLevel : accountValue, 'customers');
      return;
    case 'log':
    case 'snooze':
    case 'pause':
    case 'resume':
    case 'reassign':
    case 'archive':
    case 'bring-back':
    case 'override':
    case 'withdraw':
    case 'merge':
    case 'unmerge':
      return happenTo(context, what, members);
    default:
      what satisfies never;
  }
}

async function happenTo(
  context: TestContext,
  what: Exclude<Extract<Happening, { readonly key: string }>, { readonly do: 'import' }>,
  members: readonly string[],
): Promise<void> {
  const customerId = await customerIdOf(context, what.key);
  if (customerId === undefined) return;
  switch (what.do) {
    case 'log':
      await logContact(context, {
        customerId,
        method: 'phone',
        outcome: what.isAttempt ? 'no-answer' : 'reached',
        source: 'cli',
      });
      return;
    case 'reassign': {
      const { ownerId } = (await context.db
        .selectFrom('customer')
        .select('owner_id as ownerId')
        .where('id', '=', customerId)
        .executeTakeFirst()) ?? { ownerId: null };
      await reassignCustomer(context, { customerId, toMemberId: members.find((id) => id !== ownerId) ?? '' });
      return;
    }
    case 'merge':
      return mergeInto(context, customerId, what.other);
    case 'snooze':
    case 'pause':
    case 'resume':
    case 'archive':
    case 'bring-back':
    case 'override':
    case 'withdraw':
    case 'unmerge':
      return happenToCustomer(context, customerId, what.do);
    default:
      what satisfies never;
  }
}
