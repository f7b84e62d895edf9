import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { UseCaseContext } from '../../../bot/use-cases/context.ts';
import { findCustomers } from '../../../bot/use-cases/find-customers.ts';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { mergeCustomers } from '../../../bot/use-cases/merge-customers.ts';
import { refreshFollowUps } from '../../../bot/use-cases/refresh-follow-ups.ts';
import { removeSamples } from '../../../bot/use-cases/remove-samples.ts';
import { undoMerge } from '../../../bot/use-cases/undo-merge.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext } from '../../support/workspace.ts';

const found = async (context: UseCaseContext, query: string) => {
  const { exact, others } = await findCustomers(context, query);
  return [...exact, ...others.filter(({ how }) => how !== 'close')].map(({ name }) => name);
};

/** Names and keys whose importance is not that of the customer's current grade. */
const misplaced = async ({ db, actor }: UseCaseContext) => {
  const { rows } = await sql`
    select t.term, t.importance, g.score from customer_term t
    join customer_search s on s.workspace_id = t.workspace_id and s.customer_id = t.customer_id
    left join grade g on g.workspace_id = t.workspace_id and g.customer_id = t.customer_id
    where t.workspace_id = ${actor.workspaceId}
      and abs(t.importance - s.base_importance - coalesce(g.score, 0)) > 0.5`.execute(db);
  return rows;
};

/** What customers are found by that they are not called by any more. */
const termsOfNobody = async ({ db, actor }: UseCaseContext) => {
  const { rows } = await sql`
    select t.term from customer_term t
    where t.workspace_id = ${actor.workspaceId} and not exists (
      select from customer_search s
      where s.workspace_id = t.workspace_id and s.customer_id = t.customer_id and concat(t.kind, t.term) = any(s.terms))`.execute(
    db,
  );
  return rows;
};

describeOnBothDatabases('customers are found by what they are called now', (open) => {
  test('once imported, and by a new name once the table names them anew', async () => {
    const context = await newContext(await open());
    await importTable(context, tableOf({ key: 'K1', name: 'Birch Works', salesAmount: 5 }));
    expect(await found(context, 'birch works')).toEqual(['Birch Works']);
    expect(await found(context, 'K1')).toEqual(['Birch Works']);
    await importTable(context, tableOf({ key: 'K1', name: 'Cedar Works', salesAmount: 5 }));
    expect(await found(context, 'cedar')).toEqual(['Cedar Works']);
  });

  test('those whom a table names anew among many new ones, and by nothing that they have lost', async () => {
    const context = await newContext(await open());
    const known = (name: string) =>
      [1, 2, 3].map((number) => ({ key: `K${number}`, name: `${name} ${number}`, salesAmount: 5 }));
    await importTable(context, tableOf(...known('Birch')));
    const added = Array.from({ length: 2_100 }, (_, at) => ({ key: `N${at}`, name: `Newcomer ${at}`, salesAmount: 5 }));
    await importTable(context, tableOf(...known('Cedar'), ...added));
    const all = [await found(context, 'Birch 2'), await found(context, 'Cedar 2'), await found(context, 'N2099')];
    expect(all).toEqual([['Cedar 2'], ['Cedar 2'], ['Newcomer 2099']]);
    expect(await termsOfNobody(context)).toEqual([]);
    expect(await misplaced(context)).toEqual([]);
    const { follow_up: kept = [] } = await contentsOf(context, ['follow_up']);
    expect(kept).toHaveLength(2_103);
    await refreshFollowUps(context, 'all');
    expect((await contentsOf(context, ['follow_up']))['follow_up']).toEqual(kept);
  });

  test('a merged one leads to the other by name and key, until they are taken apart', async () => {
    const context = await newContext(await open());
    await importTable(
      context,
      tableOf({ key: 'K1', name: 'Birch Works', salesAmount: 5 }, { key: 'K2', name: 'Larch Mill', salesAmount: 4 }),
    );
    const [kept] = (await findCustomers(context, 'K1')).exact;
    const [gone] = (await findCustomers(context, 'K2')).exact;
    const id = await mergeCustomers(context, { keptId: kept?.id ?? '', goneId: gone?.id ?? '' });
    expect(await found(context, 'Larch Mill')).toEqual(['Birch Works']);
    expect(await found(context, 'K2')).toEqual(['Birch Works']);
    await undoMerge(context, { id });
    expect(await found(context, 'Larch Mill')).toEqual(['Larch Mill']);
    expect(await found(context, 'Birch Works')).toEqual(['Birch Works']);
  });

  test('those with the better grade first, whatever graded them last', async () => {
    const context = await newContext(await open());
    const steps = [
      () => importTable(context, tableOf({ key: 'S1', name: 'Birch Sample', salesAmount: 90 }), { source: 'sample' }),
      () =>
        importTable(
          context,
          tableOf(
            { key: 'K1', name: 'Birch Works', salesAmount: 5 },
            { key: 'K2', name: 'Birch Mill', salesAmount: 40, satisfaction: 9 },
            { key: 'K3', name: 'Birch Lane', salesAmount: 700, satisfaction: 2 },
          ),
        ),
      () => importTable(context, tableOf({ key: 'K1', name: 'Birch Works', salesAmount: 5000, satisfaction: 10 })),
      () => gradeCustomers(context),
      async () => {
        const [keptId = '', goneId = ''] = await Promise.all(['K1', 'K2'].map((key) => idOf(context, key)));
        const id = await mergeCustomers(context, { keptId, goneId });
        expect(await misplaced(context)).toEqual([]);
        await undoMerge(context, { id });
      },
      () => removeSamples(context),
    ];
    for (const step of steps) {
      await step();
      expect(await misplaced(context)).toEqual([]);
    }
    expect((await found(context, 'birch'))[0]).toBe('Birch Works');
  });
});

async function idOf(context: UseCaseContext, key: string): Promise<string> {
  return (await findCustomers(context, key)).exact[0]?.id ?? '';
}
