import * as fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type StoredFollowUp, saveFollowUps } from '../../../bot/store/follow-ups.ts';
import { planRepDay } from '../../../bot/use-cases/plan-rep-day.ts';
import { earliestDue } from '../../../core/follow-ups/due-day.ts';
import type { FollowUp } from '../../../core/follow-ups/follow-up.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { day } from '../../support/follow-up-rows.ts';
import { arbitraryBook, LEVELS } from '../../support/follow-ups.ts';
import { addMember } from '../../support/members.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

/** Which tiers are in the book: few, so that some have more than a day can take, or all. */
const TIERS = [['A', 'D'], ['B', 'gone', null], undefined] as const;

async function fill(
  { actor: { workspaceId }, clock, db }: TestContext,
  ownerIds: readonly string[],
  book: readonly FollowUp[],
): Promise<void> {
  const rows = book.map(
    ({ complaintDueOn, pause, ...parts }, index): StoredFollowUp => ({
      ...parts,
      ownerId: ownerIds[index % ownerIds.length] ?? null,
      expectedAmount: null,
      complaintDueAt: complaintDueOn === null ? null : new Date(`${complaintDueOn}T12:00:00Z`),
      isPaused: pause !== null,
      pausedUntil: pause?.until ?? null,
      owedOn: null,
      dueOn: earliestDue({ complaintDueOn, pause, ...parts }, LEVELS) ?? day('9999-12-31'),
    }),
  );
  await sql`delete from customer where workspace_id = ${workspaceId}`.execute(db);
  await sql`
    insert into customer (workspace_id, id, name, name_normal, name_short, aliases, owner_id, stage, facts, extra, source,
      created_at, updated_at)
    select ${workspaceId}, id, 'Customer ' || id, '', '', '{}', owner_id, stage, '{"values": {}}', '{}', 'import',
      ${clock.now()}, ${clock.now()}
    from unnest(${rows.map(({ customerId }) => customerId)}::uuid[], ${rows.map(({ ownerId }) => ownerId)}::uuid[],
      ${rows.map(({ stage }) => stage)}::text[]) as r (id, owner_id, stage)`.execute(db);
  await saveFollowUps(db, workspaceId, rows, clock.now());
}

describeOnBothDatabases('planRepDay', (open) => {
  test('has the same list and counts whether those who are carried over are told or only counted', async () => {
    const context = await newContext(await open());
    context.clock.set('2026-11-26T08:00:00Z');
    const memberId = await addMember(context, { slackUserId: 'U0ANNABERG', name: 'Anna' });
    const awayId = await addMember(context, { slackUserId: 'U0LEICHEN0', name: 'Lei' });
    await sql`
      insert into absence (workspace_id, id, member_id, from_on, to_on, cover_id, created_at)
      values (${context.actor.workspaceId}, ${awayId}, ${awayId}, '2026-11-20', '2026-11-30', ${memberId}, now())`.execute(
      context.db,
    );
    let [planned, carriedOver] = [0, 0];
    await fc.assert(
      fc.asyncProperty(arbitraryBook(120), fc.constantFrom(...TIERS), async (customers, tiers) => {
        const book = customers.map((customer, index): FollowUp => {
          if (tiers === undefined) return customer;
          const tier = tiers[index % tiers.length] ?? null;
          // most of them have nothing but a cadence
          const plain = index % 4 === 0 ? {} : { promisedOn: null, roseOn: null, expectedOn: null, birthdayOn: null };
          return { ...customer, ...plain, stage: 'customer', status: tier === null ? null : 'graded', tier };
        });
        await fill(context, [memberId, memberId, awayId], book);
        const told = await planRepDay(context, { memberId });
        const counted = await planRepDay(context, { memberId, mostCarriedOver: 0 });
        planned += told.today.length;
        carriedOver += told.carriedOverCount;
        expect({ ...counted, knownUntil: told.knownUntil }).toEqual({ ...told, carriedOver: [] });
      }),
      { seed: 20_261_126, numRuns: 15, endOnFailure: true },
    );
    expect(planned).toBeGreaterThan(60);
    expect(carriedOver).toBeGreaterThan(60);
  });
});
