import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { dayBefore, digestMoments } from '../../../bot/use-cases/digest-moments.ts';
import { UseCaseError } from '../../../bot/use-cases/use-case-error.ts';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import type { DigestEdition } from '../../../core/digest/digest.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { addMember } from '../../support/members.ts';
import { newContext } from '../../support/workspace.ts';

const day = (text: string) => text as CalendarDate;

describe('the digest before', () => {
  /** Works from Monday to Friday, but not on Monday, 2 March 2026, nor on the first two days of the year. */
  const calendar = {
    isWorkingDay: (date: CalendarDate) =>
      ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()) &&
      !['2026-03-02', '2026-01-01', '2026-01-02'].includes(date),
  };
  test.each<[DigestEdition, string, string]>([
    ['daily', '2026-03-05', '2026-03-04'],
    ['daily', '2026-03-03', '2026-02-27'],
    ['weekly', '2026-03-03', '2026-02-24'],
    ['monthly', '2026-02-02', '2026-01-05'],
    ['monthly', '2026-03-03', '2026-02-02'],
    ['monthly', '2026-03-31', '2026-02-02'],
  ])('of a %s one of %s is that of %s', (edition, date, before) => {
    expect(dayBefore(edition, day(date), calendar)).toBe(before);
  });

  test('is none where nobody works', () => {
    expect(dayBefore('daily', day('2026-03-05'), { isWorkingDay: () => false })).toBeUndefined();
  });
});

describeOnBothDatabases('the moments of a digest', (open) => {
  test('of today on demand is now, and the digest before is at the hour of the working day before', async () => {
    const context = await newContext(await open());
    const id = await addMember(context, { timeZone: 'Asia/Shanghai', role: 'manager' });
    const member = { id, timeZone: 'Asia/Shanghai' };
    // Monday, 10:00 in Shanghai
    context.clock.set('2026-03-09T02:00:00Z');
    const today = { date: '2026-03-09', timeZone: 'Asia/Shanghai', since: new Date('2026-03-06T00:30:00Z') };
    expect(await digestMoments(context, { member, edition: 'daily' })).toEqual({ ...today, asOf: context.clock.now() });
    expect(await digestMoments(context, { member, edition: 'daily', isPosted: true })).toEqual({
      ...today,
      asOf: new Date('2026-03-09T00:30:00Z'),
    });
  });

  test('of a day before is the hour of that day, which the member may have set', async () => {
    const context = await newContext(await open());
    const id = await addMember(context, { role: 'manager' });
    await sql`
      insert into digest_setting (workspace_id, member_id, at, parts, updated_at)
      values (${context.actor.workspaceId}, ${id}, '07:15', '{}', now())`.execute(context.db);
    context.clock.set('2026-03-09T12:00:00Z');
    const member = { id, timeZone: 'UTC' };
    expect(await digestMoments(context, { member, date: day('2026-03-05'), edition: 'weekly' })).toEqual({
      date: '2026-03-05',
      timeZone: 'UTC',
      asOf: new Date('2026-03-05T07:15:00Z'),
      since: new Date('2026-02-26T07:15:00Z'),
    });
  });

  test('of a day that is to come are none', async () => {
    const context = await newContext(await open());
    const asked = digestMoments(context, { member: null, date: day('2026-04-01'), edition: 'daily' });
    await expect(asked).rejects.toThrow(UseCaseError);
    await expect(asked).rejects.toMatchObject({ code: 'digest-day' });
  });
});
