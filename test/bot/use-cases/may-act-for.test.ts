import { expect, test } from 'vitest';
import { insertAbsence } from '../../../bot/store/absences.ts';
import { newId } from '../../../bot/store/new-id.ts';
import { coverOf, mayActFor, mayReassign, membersCoveredBy } from '../../../bot/use-cases/may-act-for.ts';
import { ensureMember } from '../../../bot/use-cases/members.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { addMember, as } from '../../support/members.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

async function away(context: TestContext, memberId: string, fromOn: string, toOn: string, coverId: string | null) {
  const days = { fromOn: fromOn as CalendarDate, toOn: toOn as CalendarDate };
  const by = { memberId: null, at: context.clock.now() };
  await insertAbsence(context.db, context.actor.workspaceId, { id: newId(by.at), memberId, coverId, ...days }, by);
}

describeOnBothDatabases('who may act for a rep', (open) => {
  test('the owner, the owner’s manager, managers, admins and the command line; no other rep', async () => {
    const context = await newContext(await open());
    const lead = await addMember(context);
    const owner = await addMember(context, { managerId: lead });
    const other = await addMember(context);
    expect(await mayActFor(as(context, owner), owner)).toBe(true);
    expect(await mayActFor(as(context, lead), owner)).toBe(true);
    expect(await mayActFor(as(context, other), owner)).toBe(false);
    expect(await mayActFor(as(context, owner), lead)).toBe(false);
    expect(await mayActFor(as(context, other, 'manager'), owner)).toBe(true);
    expect(await mayActFor(as(context, other, 'admin'), owner)).toBe(true);
    expect(await mayActFor(context, owner)).toBe(true);
  });

  test('a customer without an owner is the managers’', async () => {
    const context = await newContext(await open());
    const rep = await addMember(context);
    expect(await mayActFor(as(context, rep), null)).toBe(false);
    expect(await mayActFor(as(context, rep, 'manager'), null)).toBe(true);
  });

  test('whoever has left acts as a rep, unless Slack or the configuration says admin', async () => {
    const context = await newContext(await open());
    const { workspaceId } = context.actor;
    const slackUserId = `U0${workspaceId}`;
    await addMember(context, { slackUserId, role: 'manager' });
    expect(await ensureMember(context, workspaceId, { slackUserId }, [])).toMatchObject({ role: 'manager' });
    await context.db
      .updateTable('member')
      .set({ deactivated_at: context.clock.now() })
      .where('slack_user_id', '=', slackUserId)
      .execute();
    expect(await ensureMember(context, workspaceId, { slackUserId }, [])).toMatchObject({ role: 'rep' });
    expect(await ensureMember(context, workspaceId, { slackUserId }, [slackUserId])).toMatchObject({ role: 'admin' });
  });

  test('the cover may while the owner is away by the owner’s own calendar, and not before or after', async () => {
    const context = await newContext(await open());
    const owner = await addMember(context, { timeZone: 'Asia/Shanghai' });
    const cover = await addMember(context, { timeZone: 'America/New_York' });
    await away(context, owner, '2026-03-06', '2026-03-07', cover);
    const mayAt = (iso: string) => {
      context.clock.set(iso);
      return mayActFor(as(context, cover), owner);
    };
    expect(await mayAt('2026-03-05T15:59:00Z')).toBe(false);
    expect(await mayAt('2026-03-05T16:00:00Z')).toBe(true);
    expect(await mayAt('2026-03-07T15:59:00Z')).toBe(true);
    expect(await mayAt('2026-03-07T16:00:00Z')).toBe(false);
    expect(await mayActFor(as(context, owner), cover)).toBe(false);
    const other = await addMember(context);
    context.clock.set('2026-03-06T08:00:00Z');
    expect(await mayActFor(as(context, other), owner)).toBe(false);
  });

  test('another workspace’s members mean nothing', async () => {
    const db = await open();
    const [here, there] = [await newContext(db), await newContext(db)];
    const lead = await addMember(there);
    const owner = await addMember(there, { managerId: lead });
    expect(await mayActFor(as(here, lead), owner)).toBe(false);
  });

  test('who covers and who is covered on a day', async () => {
    const context = await newContext(await open());
    const { db, actor } = context;
    const [a, b, c] = [await addMember(context), await addMember(context), await addMember(context)];
    await away(context, b, '2026-03-05', '2026-03-06', a);
    await away(context, c, '2026-03-06', '2026-03-06', a);
    const coveredOn = (day: string) => membersCoveredBy(db, actor.workspaceId, a, day as CalendarDate);
    expect(await coveredOn('2026-03-04')).toEqual([]);
    expect(await coveredOn('2026-03-05')).toEqual([b]);
    expect(await coveredOn('2026-03-06')).toEqual([b, c].toSorted());
    const coverOn = (id: string, day: string) => coverOf(db, actor.workspaceId, id, day as CalendarDate);
    expect(await coverOn(b, '2026-03-06')).toBe(a);
    expect(await coverOn(b, '2026-03-07')).toBeUndefined();
    await away(context, a, '2026-03-10', '2026-03-10', null);
    expect(await coverOn(a, '2026-03-10')).toBeNull();
  });

  test('only managers and admins give customers to others', async () => {
    const context = await newContext(await open());
    const rep = await addMember(context);
    expect([as(context, rep), as(context, rep, 'manager'), context].map(({ actor }) => mayReassign(actor))).toEqual([
      false,
      true,
      true,
    ]);
  });
});
