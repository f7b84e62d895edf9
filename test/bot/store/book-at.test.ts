import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { bookAt, findHistoryFrom } from '../../../bot/store/book-at.ts';
import { deleteFollowUps, findFollowUp, saveFollowUps } from '../../../bot/store/follow-ups.ts';
import type { UseCaseContext } from '../../../bot/use-cases/context.ts';
import { catchUpFollowUps } from '../../../bot/use-cases/refresh-follow-ups.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { followUpBook } from '../../support/follow-up-book.ts';
import { contentsOf } from '../../support/workspace.ts';

describeOnBothDatabases('the book as of a moment', (open) => {
  test('holds what stood then, from the moment on at which it was written', async () => {
    const { context, acme, beta } = await followUpBook(await open());
    await tierAt(context, acme, 'C', '2026-03-06T08:00:00Z');
    await tierAt(context, acme, 'D', '2026-03-07T08:00:00Z');
    const tierOn = async (iso: string) => (await book(context, iso)).find(({ id }) => id === acme)?.tier;
    expect(await book(context, '2026-03-05T07:59:59Z')).toEqual([]);
    expect(await tierOn('2026-03-06T07:59:59.999Z')).toBe('A');
    expect(await tierOn('2026-03-06T08:00:00Z')).toBe('C');
    expect(await tierOn('2026-03-07T08:00:00Z')).toBe('D');
    expect((await book(context, '2026-03-07T08:00:00Z')).map(({ id }) => id)).toEqual([acme, beta].toSorted());
  });

  test('what changes nothing that it holds is no new state, and what stood for no time is none', async () => {
    const { context, acme } = await followUpBook(await open());
    const stored = await found(context, acme);
    await save(context, { ...stored, promise: 'the quote', dueOn: stored.sinceOn }, '2026-03-06T08:00:00Z');
    expect(await history(context)).toEqual([]);
    await tierAt(context, acme, 'C', '2026-03-06T08:00:00Z');
    await tierAt(context, acme, 'D', '2026-03-06T08:00:00Z');
    expect(await history(context)).toMatchObject([{ tier: 'A' }]);
  });

  test('holds nobody from the moment on at which they ceased to be followed up', async () => {
    const { context, acme } = await followUpBook(await open());
    const { workspaceId } = context.actor;
    await deleteFollowUps(context.db, workspaceId, { customerIds: [acme] }, new Date('2026-03-06T08:00:00Z'));
    expect(await book(context, '2026-03-06T07:59:59Z')).toHaveLength(2);
    expect(await book(context, '2026-03-06T08:00:00Z')).toHaveLength(1);
  });

  test('where the clock went back, what is written holds at once, and no moment has two states', async () => {
    const { context, acme } = await followUpBook(await open());
    const tiers = async () =>
      Promise.all(
        ['05T09', '06T09', '07T09', '08T09', '09T09'].map(async (hour) =>
          (await book(context, `2026-03-${hour}:00:00Z`)).filter(({ id }) => id === acme).map(({ tier }) => tier),
        ),
      );
    await tierAt(context, acme, 'B', '2026-03-06T08:00:00Z');
    await tierAt(context, acme, 'C', '2026-03-08T08:00:00Z');
    await tierAt(context, acme, 'D', '2026-03-09T08:00:00Z');
    expect(await tiers()).toEqual([['A'], ['B'], ['B'], ['C'], ['D']]);
    // a day before the last change but one
    await tierAt(context, acme, 'A', '2026-03-07T08:00:00Z');
    expect(await tiers()).toEqual([['A'], ['B'], ['A'], ['A'], ['A']]);
    // gone, and back at an earlier time
    const stored = await found(context, acme);
    const { workspaceId } = context.actor;
    await deleteFollowUps(context.db, workspaceId, { customerIds: [acme] }, new Date('2026-03-09T08:00:00Z'));
    await save(context, { ...stored, tier: 'B' }, '2026-03-08T08:00:00Z');
    expect(await tiers()).toEqual([['A'], ['B'], ['A'], ['B'], ['B']]);
    await deleteFollowUps(context.db, workspaceId, { customerIds: [acme] }, new Date('2026-03-06T10:00:00Z'));
    expect(await tiers()).toEqual([['A'], ['B'], [], [], []]);
  });

  test('of a database from before begins once all follow-ups have been made anew, and keeps nothing of that', async () => {
    const { context, acme } = await followUpBook(await open());
    const { workspaceId } = context.actor;
    const { follow_up: before } = await contentsOf(context, ['follow_up']);
    expect(await findHistoryFrom(context.db, workspaceId)).toEqual(new Date('2026-03-05T08:00:00Z'));
    // as the migration leaves it
    await sql`update workspace set history_from = 'infinity', follow_ups_stale_at = created_at where id = ${workspaceId}`.execute(
      context.db,
    );
    await sql`update follow_up set owed_on = null where workspace_id = ${workspaceId}`.execute(context.db);
    expect(await findHistoryFrom(context.db, workspaceId)).toBeNull();
    context.clock.set('2026-03-06T08:00:00Z');
    await catchUpFollowUps(context);
    expect((await contentsOf(context, ['follow_up']))['follow_up']).toEqual(before);
    expect(await history(context)).toEqual([]);
    expect(await findHistoryFrom(context.db, workspaceId)).toEqual(new Date('2026-03-06T08:00:00Z'));
    await tierAt(context, acme, 'C', '2026-03-07T08:00:00Z');
    expect(await book(context, '2026-03-06T09:00:00Z')).toContainEqual({ id: acme, tier: 'A' });
    expect(await history(context)).toHaveLength(1);
  });
});

async function found({ db, actor }: UseCaseContext, customerId: string) {
  const stored = await findFollowUp(db, actor.workspaceId, customerId);
  if (stored === undefined) throw new Error('The customer is not followed up.');
  return stored;
}

function save({ db, actor }: UseCaseContext, row: Awaited<ReturnType<typeof found>>, iso: string): Promise<void> {
  return saveFollowUps(db, actor.workspaceId, [row], new Date(iso));
}

async function tierAt(context: UseCaseContext, customerId: string, tier: string, iso: string): Promise<void> {
  await save(context, { ...(await found(context, customerId)), tier }, iso);
}

async function book({ db, actor }: UseCaseContext, iso: string) {
  const { rows } = await sql<{ id: string; tier: string | null }>`
    select b.customer_id as id, b.tier from ${bookAt(actor.workspaceId, new Date(iso))} b order by 1`.execute(db);
  return rows;
}

async function history(context: UseCaseContext): Promise<unknown[]> {
  return (await contentsOf(context, ['book_history']))['book_history'] ?? [];
}
