import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { findChanges } from '../../../bot/store/grade-changes.ts';
import type { UseCaseContext } from '../../../bot/use-cases/context.ts';
import { editFigures } from '../../../bot/use-cases/edit-figures.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { mergeCustomers } from '../../../bot/use-cases/merge-customers.ts';
import { undoAction } from '../../../bot/use-cases/undo-action.ts';
import { undoImport } from '../../../bot/use-cases/undo-import.ts';
import { undoMerge } from '../../../bot/use-cases/undo-merge.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { followUpBook } from '../../support/follow-up-book.ts';
import { tableOf } from '../../support/table-reading.ts';

describeOnBothDatabases('changes of tier that were undone', (open) => {
  test('are told of the time until then and no longer: those of an import', async () => {
    const { context, acme } = await followUpBook(await open());
    context.clock.set('2026-03-06T08:00:00Z');
    await importTable(context, tableOf({ key: 'A', name: 'ACME', salesAmount: 1, paymentCollection: 0.1 }));
    expect(await changes(context, acme)).toHaveLength(2);
    context.clock.set('2026-03-06T08:05:00Z');
    await undoImport(context);
    await expectUndone(context, acme);
  });

  test('those of a merge', async () => {
    const { context, acme, beta } = await followUpBook(await open());
    await importTable(context, tableOf({ key: 'N', name: 'New' }));
    const [fresh] = (
      await sql<{ id: string }>`
      select id from customer where workspace_id = ${context.actor.workspaceId} and key = 'N'`.execute(context.db)
    ).rows;
    const id = fresh?.id ?? '';
    context.clock.set('2026-03-06T08:00:00Z');
    const mergeId = await mergeCustomers(context, { keptId: id, goneId: acme });
    expect(await changes(context, id)).toHaveLength(2);
    context.clock.set('2026-03-06T08:05:00Z');
    await undoMerge(context, { id: mergeId });
    await expectUndone(context, id);
    expect(await changes(context, beta)).toHaveLength(1);
  });

  test('those of figures that somebody mended', async () => {
    const { lei, acme } = await followUpBook(await open());
    lei.clock.set('2026-03-06T08:00:00Z');
    const edited = await editFigures(lei, { customerId: acme, texts: { paymentCollection: '10%' } });
    expect(await changes(lei, acme)).toHaveLength(2);
    lei.clock.set('2026-03-06T08:05:00Z');
    await undoAction(lei, edited.kind === 'edited' ? edited.actionId : '');
    await expectUndone(lei, acme);
  });
});

/** One change is left; the other was one from eight o'clock until five minutes later. */
async function expectUndone(context: UseCaseContext, customerId: string): Promise<void> {
  expect(await changes(context, customerId)).toHaveLength(1);
  const { rows } = await sql`
    select changed_at as "changedAt", undone_at as "undoneAt" from grade_change
    where workspace_id = ${context.actor.workspaceId} and customer_id = ${customerId} and undone_at > changed_at`.execute(
    context.db,
  );
  expect(rows).toEqual([{ changedAt: new Date('2026-03-06T08:00:00Z'), undoneAt: new Date('2026-03-06T08:05:00Z') }]);
}

function changes({ db, actor }: UseCaseContext, customerId: string) {
  return findChanges(db, actor.workspaceId, { customerId, limit: 9, withHolds: true });
}
