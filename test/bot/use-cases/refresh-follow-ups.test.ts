import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { findFollowUp, lockFollowUps } from '../../../bot/store/follow-ups.ts';
import { findGrades } from '../../../bot/store/grades.ts';
import type { UseCaseContext } from '../../../bot/use-cases/context.ts';
import { gradeBook, gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { mergeCustomers } from '../../../bot/use-cases/merge-customers.ts';
import { setOverride, withdrawOverride } from '../../../bot/use-cases/override-tier.ts';
import { catchUpFollowUps, refreshFollowUps } from '../../../bot/use-cases/refresh-follow-ups.ts';
import { removeSamples } from '../../../bot/use-cases/remove-samples.ts';
import { resolveWorkspace } from '../../../bot/use-cases/resolve-workspace.ts';
import { undoMerge } from '../../../bot/use-cases/undo-merge.ts';
import { useScheme } from '../../../bot/use-cases/use-scheme.ts';
import type { FactValue } from '../../../core/customer.ts';
import { spendLevel } from '../../../core/schemes/spend-level.ts';
import { describeOnBothDatabases, newWorkspaceId, openDatabase } from '../../support/databases.ts';
import { complained, logged } from '../../support/follow-up-rows.ts';
import { addMember } from '../../support/members.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext } from '../../support/workspace.ts';

const ACME = { key: '1', name: 'Acme', salesAmount: 900, paymentCollection: 1, satisfaction: 0.9 };
const OTHERS = [
  { key: '2', name: 'Bolt', salesAmount: 500, paymentCollection: 0.9, satisfaction: 0.8 },
  { key: '3', name: 'Cork', salesAmount: 20, paymentCollection: 0.1, satisfaction: 0.2 },
];

async function imported(context: UseCaseContext, ...rows: Readonly<Record<string, FactValue>>[]): Promise<string[]> {
  const report = await importTable(context, tableOf(...rows));
  return report.rows.map(({ outcome }) => ('customerId' in outcome ? outcome.customerId : ''));
}

function followUpOf({ db, actor }: UseCaseContext, customerId: string) {
  return findFollowUp(db, actor.workspaceId, customerId);
}

async function updateFollowUp({ db, actor }: UseCaseContext, customerId: string, changes: object): Promise<void> {
  await db
    .updateTable('follow_up')
    .set(changes)
    .where('workspace_id', '=', actor.workspaceId)
    .where('customer_id', '=', customerId)
    .execute();
}

async function setStatus({ db, actor }: UseCaseContext, customerId: string, status: 'active' | 'archived') {
  await db
    .updateTable('customer')
    .set({ status })
    .where('workspace_id', '=', actor.workspaceId)
    .where('id', '=', customerId)
    .execute();
}

describeOnBothDatabases('refreshFollowUps', (open) => {
  test('an import gives each customer its follow-up: owner, grade, contacts, planned day, expected signing', async () => {
    const context = await newContext(await open());
    const memberId = await addMember(context, { slackUserId: 'U0ANNABERG' });
    const acme = { ...ACME, owner: 'U0ANNABERG', lastContact: '2026-02-01', nextContact: '2026-03-10' };
    const lead = { key: '9', name: 'Lead', stage: 'prospect', expectedDate: '2026-05-01', objectiveNeed: true };
    const [acmeId = '', , , leadId = ''] = await imported(context, acme, ...OTHERS, lead);
    const grades = await findGrades(context.db, context.actor.workspaceId, { ids: [acmeId] });
    expect(await followUpOf(context, acmeId)).toMatchObject({
      ownerId: memberId,
      stage: 'customer',
      status: 'graded',
      tier: grades.get(acmeId)?.tier,
      sinceOn: '2026-03-05',
      lastContactOn: '2026-02-01',
      promisedOn: null,
      plannedOn: '2026-03-10',
      roseOn: null,
      expectedOn: null,
    });
    expect(await followUpOf(context, leadId)).toMatchObject({ stage: 'prospect', expectedOn: '2026-05-01' });
  });

  test('a tier that rose is told until there was a contact, also on the same day', async () => {
    const context = await newContext(await open());
    const [, , corkId = ''] = await imported(context, ACME, ...OTHERS);
    context.clock.set('2026-03-08T10:00:00Z');
    await logged(context, corkId, { on: '2026-03-08' });
    context.clock.set('2026-03-08T12:00:00Z');
    await setOverride(context, { customerId: corkId, tier: 'A', reason: 'strategic' });
    expect(await followUpOf(context, corkId)).toMatchObject({ tier: 'A', roseOn: '2026-03-08' });
    context.clock.set('2026-03-08T14:00:00Z');
    await logged(context, corkId, { on: '2026-03-08', outcome: 'no-answer' });
    expect(await followUpOf(context, corkId)).toMatchObject({ roseOn: '2026-03-08' });
    await logged(context, corkId, { on: '2026-03-08' });
    expect(await followUpOf(context, corkId)).toMatchObject({ roseOn: null });
    await withdrawOverride(context, corkId);
    expect(await followUpOf(context, corkId)).toMatchObject({ roseOn: null });
  });

  test('a day that a table plans is over with a contact on it or later, and is no promise', async () => {
    const context = await newContext(await open());
    const dates = { lastContact: '2026-03-01', nextContact: '2026-03-01' };
    const [acmeId = ''] = await imported(context, { ...ACME, ...dates }, ...OTHERS);
    expect(await followUpOf(context, acmeId)).toMatchObject({ promisedOn: null, plannedOn: null });
    await imported(context, { key: '1', nextContact: '2026-03-02' });
    expect(await followUpOf(context, acmeId)).toMatchObject({ promisedOn: null, plannedOn: '2026-03-02' });
  });

  test('what was promised falls away with its day', async () => {
    const context = await newContext(await open());
    const [acmeId = ''] = await imported(context, { ...ACME, nextContact: '2026-03-09' }, ...OTHERS);
    await updateFollowUp(context, acmeId, { promise: 'the quote' });
    await refreshFollowUps(context, 'all');
    await imported(context, { key: '1', industry: 'steel' });
    expect(await followUpOf(context, acmeId)).toMatchObject({ promisedOn: '2026-03-09', promise: 'the quote' });
    await imported(context, { key: '1', nextContact: '2026-03-12' });
    expect(await followUpOf(context, acmeId)).toMatchObject({
      promisedOn: null,
      promise: null,
      plannedOn: '2026-03-12',
    });
  });

  test('has the methods of the last two contacts, latest first, attempts and what was taken back aside', async () => {
    const context = await newContext(await open());
    const [acmeId = ''] = await imported(context, ACME, ...OTHERS);
    await logged(context, acmeId, { on: '2026-02-01', method: 'gift' });
    await logged(context, acmeId, { on: '2026-02-20', method: 'visit' });
    await logged(context, acmeId, { on: '2026-02-10', method: 'email' });
    await logged(context, acmeId, { on: '2026-03-01', method: 'phone', outcome: 'no-answer' });
    const undone = await logged(context, acmeId, { on: '2026-03-02', method: 'sms' });
    await sql`update interaction set undone_at = now() where id = ${undone}`.execute(context.db);
    await refreshFollowUps(context, { customerIds: [acmeId] });
    expect(await followUpOf(context, acmeId)).toMatchObject({ lastMethods: ['visit', 'email'] });
  });

  test('has the earliest complaint that waits, the next birthday and the last survey', async () => {
    const context = await newContext(await open());
    const [acmeId = ''] = await imported(context, { ...ACME, contactName: 'Ann' }, ...OTHERS);
    await complained(context, acmeId, '2026-03-09T10:00:00Z');
    await complained(context, acmeId, '2026-03-07T10:00:00Z');
    await sql`update contact_person set birthday = '1980-02-29' where customer_id = ${acmeId}`.execute(context.db);
    await logged(context, acmeId, { on: '2026-03-01', satisfaction: 4 });
    expect(await followUpOf(context, acmeId)).toMatchObject({
      complaintDueAt: new Date('2026-03-07T10:00:00Z'),
      birthdayOn: '2027-02-28',
      surveyedOn: '2026-03-01',
    });
    await sql`update complaint set answered_at = now() where answer_by < '2026-03-08'`.execute(context.db);
    await refreshFollowUps(context, { customerIds: [acmeId] });
    expect(await followUpOf(context, acmeId)).toMatchObject({ complaintDueAt: new Date('2026-03-09T10:00:00Z') });
  });

  test('a birthday that has passed becomes next year’s with the next grading', async () => {
    const context = await newContext(await open());
    const [acmeId = ''] = await imported(context, { ...ACME, contactName: 'Ann' }, ...OTHERS);
    await sql`update contact_person set birthday = '1980-03-20' where customer_id = ${acmeId}`.execute(context.db);
    await refreshFollowUps(context, { customerIds: [acmeId] });
    expect(await followUpOf(context, acmeId)).toMatchObject({ birthdayOn: '2026-03-20' });
    context.clock.set('2026-03-22T12:00:00Z');
    await gradeCustomers(context);
    expect(await followUpOf(context, acmeId)).toMatchObject({ birthdayOn: '2027-03-20' });
  });

  test('keeps what people decided, snooze and skip only until the next contact', async () => {
    const context = await newContext(await open());
    const [acmeId = ''] = await imported(context, { ...ACME, lastContact: '2026-02-01' }, ...OTHERS);
    const decided = {
      snoozed_until: '2026-03-20',
      skipped_on: '2026-03-04',
      is_paused: true,
      paused_until: '2026-06-01',
    };
    await updateFollowUp(context, acmeId, decided);
    await imported(context, { key: '1', salesAmount: 1 });
    await refreshFollowUps(context, 'all');
    const kept = { snoozedUntil: '2026-03-20', skippedOn: '2026-03-04', isPaused: true, pausedUntil: '2026-06-01' };
    expect(await followUpOf(context, acmeId)).toMatchObject(kept);
    await logged(context, acmeId, { on: '2026-03-05' });
    expect(await followUpOf(context, acmeId)).toMatchObject({ ...kept, snoozedUntil: null, skippedOn: null });
  });

  test('what stands with a merged customer counts for the one that stays, and goes back with it', async () => {
    const context = await newContext(await open());
    const [acmeId = '', boltId = ''] = await imported(context, ACME, ...OTHERS);
    await logged(context, boltId, { on: '2026-03-01', method: 'visit' });
    await complained(context, boltId, '2026-03-09T10:00:00Z');
    const before = (await contentsOf(context, ['follow_up']))['follow_up'];
    const id = await mergeCustomers(context, { keptId: acmeId, goneId: boltId });
    expect(await followUpOf(context, boltId)).toBeUndefined();
    expect(await followUpOf(context, acmeId)).toMatchObject({
      lastContactOn: '2026-03-01',
      lastMethods: ['visit'],
      complaintDueAt: new Date('2026-03-09T10:00:00Z'),
    });
    await undoMerge(context, { id });
    expect((await contentsOf(context, ['follow_up']))['follow_up']).toEqual(before);
  });

  test('an archived customer has none until it is brought back', async () => {
    const context = await newContext(await open());
    const [acmeId = ''] = await imported(context, ACME, ...OTHERS);
    await setStatus(context, acmeId, 'archived');
    await refreshFollowUps(context, { customerIds: [acmeId] });
    expect(await followUpOf(context, acmeId)).toBeUndefined();
    await setStatus(context, acmeId, 'active');
    await refreshFollowUps(context, 'all');
    expect(await followUpOf(context, acmeId)).toBeDefined();
    await setStatus(context, acmeId, 'archived');
    await refreshFollowUps(context, 'all');
    expect(await followUpOf(context, acmeId)).toBeUndefined();
  });

  test('a table that does not know of a logged contact sets neither the last nor the next one back', async () => {
    const context = await newContext(await open());
    const table = { ...ACME, lastContact: '2026-02-01', nextContact: '2026-03-20' };
    const [acmeId = ''] = await imported(context, table, ...OTHERS);
    await logged(context, acmeId, { on: '2026-03-04' });
    const again = await importTable(context, tableOf(table, ...OTHERS));
    expect(again.counts).toMatchObject({ changed: 0, unchanged: 3 });
    expect(await followUpOf(context, acmeId)).toMatchObject({ lastContactOn: '2026-03-04', promisedOn: null });
    await imported(context, { key: '1', lastContact: '2026-03-05', nextContact: '2026-03-25' });
    expect(await followUpOf(context, acmeId)).toMatchObject({ lastContactOn: '2026-03-05', plannedOn: '2026-03-25' });
  });

  test('a grading of everybody, another scheme and samples that go leave nothing to refresh', async () => {
    const context = await newContext(await open());
    await importTable(context, tableOf({ key: 's', name: 'Sample', salesAmount: 10_000, paymentCollection: 1 }), {
      source: 'sample',
    });
    await imported(context, ACME, ...OTHERS);
    const settled = async () => {
      const kept = (await contentsOf(context, ['follow_up']))['follow_up'];
      await refreshFollowUps(context, 'all');
      expect((await contentsOf(context, ['follow_up']))['follow_up']).toEqual(kept);
      return kept;
    };
    expect(await settled()).toHaveLength(4);
    await removeSamples(context);
    expect(await settled()).toHaveLength(3);
    await sql`update customer set facts = '{"values": {"salesAmount": 1}}' where key = '1'`.execute(context.db);
    await gradeCustomers(context);
    await settled();
    await useScheme(context, spendLevel, 'customers');
    const tiers = (await settled())?.map((row) => (row as { tier: string }).tier);
    expect(tiers).toContain('high');
  });

  test('a book that was on file before there were follow-ups gets all of them at the first catching up', async () => {
    const context = await newContext(await open());
    await imported(context, ACME, ...OTHERS);
    const { follow_up: before } = await contentsOf(context, ['follow_up']);
    await sql`delete from follow_up where workspace_id = ${context.actor.workspaceId}`.execute(context.db);
    await catchUpFollowUps(context);
    expect((await contentsOf(context, ['follow_up']))['follow_up']).toEqual([]);
    await sql`update workspace set follow_ups_stale_at = created_at where id = ${context.actor.workspaceId}`.execute(
      context.db,
    );
    await catchUpFollowUps(context);
    expect((await contentsOf(context, ['follow_up']))['follow_up']).toEqual(before);
  });

  test('a grading whose process ended before follow-ups knew of it is made up by the next catching up', async () => {
    const context = await newContext(await open());
    const [acmeId = ''] = await imported(context, ACME, ...OTHERS);
    await sql`update customer set facts = '{"values": {"salesAmount": 0, "paymentCollection": 0}}'
      where id = ${acmeId}`.execute(context.db);
    const before = await followUpOf(context, acmeId);
    await gradeBook(context);
    await gradeBook(context);
    expect(await followUpOf(context, acmeId)).toEqual(before);
    await catchUpFollowUps(context);
    expect((await followUpOf(context, acmeId))?.tier).not.toBe(before?.tier);
  });

  test('the follow-ups of other workspaces stay as they are', async () => {
    const context = await newContext(await open());
    const other = await newContext(context.db);
    const [acmeId = ''] = await imported(other, ACME, ...OTHERS);
    await updateFollowUp(other, acmeId, { tier: 'stale' });
    await refreshFollowUps(context, 'all');
    await refreshFollowUps(context, { customerIds: [acmeId] });
    expect(await followUpOf(other, acmeId)).toMatchObject({ tier: 'stale' });
  });
});

describe('follow-ups beside other transactions', () => {
  test('a grading of everybody neither waits for somebody who logs a contact nor makes them wait', async () => {
    const opened = await openDatabase('postgres');
    try {
      const context = await newContext(opened.db);
      const [acmeId = ''] = await imported(context, ACME, ...OTHERS);
      await sql`update customer set facts = '{"values": {"salesAmount": 0, "paymentCollection": 0}}'
        where id = ${acmeId}`.execute(context.db);
      let grading: Promise<unknown> = Promise.resolve();
      await opened.db.transaction().execute(async (db) => {
        await lockFollowUps(db, context.actor.workspaceId, [acmeId]);
        const [summary] = await gradeBook(context);
        expect(summary?.changed).toBeGreaterThan(0);
        grading = catchUpFollowUps(context);
        await updateFollowUp({ ...context, db }, acmeId, { snoozed_until: '2026-03-20' });
      });
      await grading;
      expect(await followUpOf(context, acmeId)).toMatchObject({ snoozedUntil: '2026-03-20', tier: 'D' });
    } finally {
      await opened.close();
    }
  });

  test('a real workspace that takes the local one over has the follow-ups of what stays', async () => {
    const opened = await openDatabase('pglite');
    try {
      const context = await newContext(opened.db, 'T0LOCAL');
      await importTable(context, tableOf({ key: 's', name: 'Sample', salesAmount: 10_000 }), { source: 'sample' });
      const [acmeId = ''] = await imported(context, ACME, ...OTHERS);
      const connected = newWorkspaceId();
      await resolveWorkspace(context, { connected });
      const taken = { ...context, actor: { ...context.actor, workspaceId: connected } };
      const { follow_up: rows } = await contentsOf(taken, ['follow_up']);
      expect(rows).toHaveLength(3);
      await refreshFollowUps(taken, 'all');
      expect((await contentsOf(taken, ['follow_up']))['follow_up']).toEqual(rows);
      expect(await followUpOf(taken, acmeId)).toBeDefined();
    } finally {
      await opened.close();
    }
  });
});
