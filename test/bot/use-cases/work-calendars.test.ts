import type { KyselyPlugin } from 'kysely';
import { expect, test } from 'vitest';
import { insertAbsence } from '../../../bot/store/absences.ts';
import { newId } from '../../../bot/store/new-id.ts';
import { deleteOwnDays, saveOwnDay, saveWorkWeek } from '../../../bot/store/work-days.ts';
import { workCalendarsOf, workspaceCalendar } from '../../../bot/use-cases/work-calendars.ts';
import { addDays, type CalendarDate } from '../../../core/calendar-date.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { addMember } from '../../support/members.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

const YEAR = ['2026-01-01', '2026-12-31'] as [CalendarDate, CalendarDate];

async function calendarOf(context: TestContext, memberId: string) {
  const calendar = (await workCalendarsOf(context, [memberId], ...YEAR)).get(memberId);
  if (calendar === undefined) throw new Error('No calendar.');
  return calendar;
}

/** Which of these days of 2026 are worked. */
async function workedOf(context: TestContext, memberId: string, days: readonly string[]) {
  const calendar = await calendarOf(context, memberId);
  return days.filter((day) => calendar.isWorkingDay(`2026-${day}` as CalendarDate));
}

describeOnBothDatabases('when members work', (open) => {
  test.each([
    ['DE', ['01-06', '06-04'], ['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '12-25']],
    ['DE-BY', ['08-14'], ['01-06', '04-03', '06-04']],
    // The 8th of March, the 4th of May, the 1st of June and the 1st of August are holidays of some only.
    ['CN', ['05-04', '06-01', '02-19'], ['01-01', '02-16', '02-17', '02-18', '06-19', '09-25', '10-01', '10-02']],
    ['TW', ['10-12', '03-02'], ['01-01', '02-16', '02-20', '04-06', '06-19', '09-25']],
    ['US', ['12-24', '02-12'], ['01-01', '01-19', '05-25', '07-03', '11-26', '12-25']],
    // Begins on the evening before and ends at noon.
    ['TR', ['03-23'], ['03-20']],
  ])('%s: not on its public holidays', async (country, worked, off) => {
    const context = await newContext(await open());
    const id = await addMember(context, { country });
    expect(await workedOf(context, id, [...worked, ...off])).toEqual(worked);
    expect(await workedOf(context, id, ['03-07', '03-08'])).toEqual([]);
  });

  test('the member’s country goes before the workspace’s, and that before the one of the time zone', async () => {
    const context = await newContext(await open());
    const inBavaria = await addMember(context, { country: 'DE-BY', timeZone: 'Asia/Shanghai' });
    // Slack still says Chongqing and Calcutta.
    const inChina = await addMember(context, { timeZone: 'Asia/Chongqing' });
    const inIndia = await addMember(context, { timeZone: 'Asia/Kolkata' });
    const ids = [inBavaria, inChina, inIndia];
    const countries = async () => {
      const calendars = await workCalendarsOf(context, ids, ...YEAR);
      return ids.map((id) => calendars.get(id)?.country);
    };
    expect(await countries()).toEqual(['DE-BY', 'CN', 'IN']);
    await saveWorkWeek(context.db, context.actor.workspaceId, { country: 'TW' });
    expect(await countries()).toEqual(['DE-BY', 'TW', 'TW']);
    expect((await workspaceCalendar(context, ...YEAR)).country).toBe('TW');
  });

  test.each([
    [{ timeZone: 'Etc/UTC' }, null],
    [{ timeZone: null }, null],
    [{ country: 'XX', timeZone: 'Europe/Berlin' }, 'XX'],
  ])('an unknown country has weekends only, and says so: %j', async (where, country) => {
    const context = await newContext(await open());
    const calendar = await calendarOf(context, await addMember(context, where));
    expect(calendar).toMatchObject({ country, hasHolidays: false });
    let worked = 0;
    for (let day = YEAR[0]; day <= YEAR[1]; day = addDays(day, 1)) worked += calendar.isWorkingDay(day) ? 1 : 0;
    expect(worked).toBe(261);
  });

  test('the workspace’s own days and its weekend hold whatever the country says', async () => {
    const context = await newContext(await open());
    const { workspaceId } = context.actor;
    const id = await addMember(context, { country: 'CN' });
    const own = (day: string, kind: 'off' | 'working', title: string | null) =>
      saveOwnDay(context.db, workspaceId, { day: day as CalendarDate, kind, title });
    await own('2026-02-28', 'working', '调休');
    await own('2026-02-19', 'off', '春节');
    await own('2026-10-01', 'working', null);
    await own('2026-03-05', 'working', null);
    const calendar = await calendarOf(context, id);
    const kinds = ['02-28', '02-19', '10-01', '03-05', '03-07', '02-17'].map((day) =>
      calendar.kindOf(`2026-${day}` as CalendarDate),
    );
    expect(kinds).toEqual([
      { kind: 'extra', title: '调休' },
      { kind: 'off', title: '春节' },
      { kind: 'extra', title: null },
      { kind: 'working' },
      { kind: 'weekend' },
      { kind: 'holiday', title: '春节' },
    ]);
    expect(
      await deleteOwnDays(context.db, workspaceId, '2026-02-01' as CalendarDate, '2026-02-28' as CalendarDate),
    ).toBe(2);
    await saveWorkWeek(context.db, workspaceId, { weekend: [5, 6] });
    expect(await workedOf(context, id, ['02-28', '02-19', '03-06', '03-08'])).toEqual(['02-19', '03-08']);
  });

  test('takes as many queries for fifty members as for one', async () => {
    const context = await newContext(await open());
    const ids: string[] = [];
    for (let number = 0; number < 50; number += 1) ids.push(await addMember(context, { timeZone: 'Europe/Berlin' }));
    let queries = 0;
    const transformQuery: KyselyPlugin['transformQuery'] = ({ node }) => {
      queries += 1;
      return node;
    };
    const db = context.db.withPlugin({ transformQuery, transformResult: async ({ result }) => result });
    const counted = async (some: readonly string[]) => {
      queries = 0;
      expect((await workCalendarsOf({ ...context, db }, some, ...YEAR)).size).toBe(some.length);
      return queries;
    };
    expect([await counted(ids.slice(0, 1)), await counted(ids)]).toEqual([4, 4]);
  });

  test('nobody works while away, and it is known who covers; a day off stays a day off', async () => {
    const context = await newContext(await open());
    const { workspaceId } = context.actor;
    const [id, coverId] = [await addMember(context, { country: 'DE' }), await addMember(context, { country: 'DE' })];
    const absence = { id: newId(new Date()), memberId: id, coverId };
    const days = { fromOn: '2026-04-02' as CalendarDate, toOn: '2026-04-07' as CalendarDate };
    await insertAbsence(context.db, workspaceId, { ...absence, ...days }, { memberId: null, at: new Date() });
    const calendar = await calendarOf(context, id);
    const kinds = ['04-01', '04-02', '04-03', '04-04', '04-07', '04-08'].map(
      (day) => calendar.kindOf(`2026-${day}` as CalendarDate).kind,
    );
    expect(kinds).toEqual(['working', 'away', 'holiday', 'weekend', 'away', 'working']);
    expect(calendar.absenceOn('2026-04-03' as CalendarDate)?.coverId).toBe(coverId);
    expect(await workedOf(context, coverId, ['04-02'])).toEqual(['04-02']);
  });
});
