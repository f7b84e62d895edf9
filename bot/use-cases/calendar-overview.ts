import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import { localDay } from '../clock.ts';
import { findMembersById } from '../store/members.ts';
import { findOwnDays, type OwnDay } from '../store/work-days.ts';
import { findDayMinutes } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { workspaceCalendar } from './work-calendars.ts';

/** When a workspace works. */
export interface CalendarOverview {
  /** Whose public holidays are days off (`DE-BY`); null: of each member's time zone. */
  readonly country: string | null;
  /** Whether anything is known of that country's holidays. */
  readonly hasHolidays: boolean;
  /** Days of the week that nobody works, Monday 1 to Sunday 7. */
  readonly weekend: readonly number[];
  /** Minutes that a day has for contacts, where a member's are not set. */
  readonly dayMinutes: number;
  /** Days to come that the workspace has off or works on its own, in order; at most {@link MOST_OWN_DAYS}. */
  readonly ownDays: readonly OwnDay[];
  /** How many of them there are. */
  readonly ownDayCount: number;
  /** The next public holidays, in order. */
  readonly holidays: readonly { readonly day: CalendarDate; readonly title: string }[];
}

const DAYS_AHEAD = 366;
const MOST_HOLIDAYS = 8;
const MOST_OWN_DAYS = 20;

/** When the workspace works, from today on where the actor is. A few queries. */
export async function calendarOverview(context: UseCaseContext): Promise<CalendarOverview> {
  const { actor, clock, db } = context;
  const { memberId, workspaceId } = actor;
  const member = memberId === null ? undefined : (await findMembersById(db, workspaceId, [memberId])).get(memberId);
  const today = localDay(clock.now(), member?.timeZone ?? 'UTC');
  const until = addDays(today, DAYS_AHEAD);
  const calendar = await workspaceCalendar(context, today, until);
  const own = await findOwnDays(db, workspaceId, today, until);
  const holidays: { day: CalendarDate; title: string }[] = [];
  for (let day = today; day <= until && holidays.length < MOST_HOLIDAYS; day = addDays(day, 1)) {
    const kind = calendar.kindOf(day);
    if (kind.kind === 'holiday') holidays.push({ day, title: kind.title });
  }
  return {
    country: calendar.country,
    hasHolidays: calendar.hasHolidays,
    weekend: calendar.weekend,
    dayMinutes: await findDayMinutes(db, workspaceId),
    ownDays: own.slice(0, MOST_OWN_DAYS),
    ownDayCount: own.length,
    holidays,
  };
}
