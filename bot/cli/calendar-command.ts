import { addDays, type CalendarDate, dateParts } from '../../core/calendar-date.ts';
import { CALENDAR_TEXT, daysText, monthText, weekdayNames } from '../../core/text/calendar-text.ts';
import { formatDate } from '../../core/text/format.ts';
import type { Language } from '../../core/text/language.ts';
import { listMembers } from '../use-cases/list-members.ts';
import { memberByText } from '../use-cases/member-by-text.ts';
import { memberName } from '../use-cases/member-name.ts';
import {
  type DayKind,
  type MemberCalendar,
  weekdayOf,
  workCalendarsOf,
  workspaceCalendar,
} from '../use-cases/work-calendars.ts';
import { clearOwnDays, type DayRange, setCountry, setOwnDays, setWeekend } from '../use-cases/work-week.ts';
import { type CliIo, print } from './cli-io.ts';
import { inWorkspace } from './in-workspace.ts';
import { printable } from './printable.ts';

interface CalendarOptions {
  readonly workspace: string | undefined;
  readonly language: Language;
}

/** `calendar show [--member SLACK_ID] [--month MONTH]`: which days of a month are off and why; the others are worked. */
export async function showCalendarCommand(
  io: CliIo,
  {
    member,
    month,
    workspace,
    language,
  }: CalendarOptions & { readonly member: string | undefined; readonly month: CalendarDate },
): Promise<number> {
  const text = CALENDAR_TEXT[language];
  return inWorkspace(io, workspace, async (context) => {
    const days = daysOfMonth(month);
    const [from = month, to = month] = [days[0], days.at(-1)];
    const named = member === undefined ? undefined : await memberByText(context, member);
    const calendar =
      named === undefined
        ? await workspaceCalendar(context, from, to)
        : (await workCalendarsOf(context, [named.id], from, to)).get(named.id);
    if (calendar === undefined) throw new Error('A member has no calendar.');
    const names = new Map((await listMembers(context)).map((each) => [each.id, memberName(each)]));
    if (named !== undefined) await print(io, `${printable(memberName(named))}\n`);
    await print(io, `${text.week(weekdayNames(calendar.weekend, language))}\n`);
    await print(io, `${countryText(calendar, named !== undefined, language)}\n`);
    const worked = days.filter((day) => calendar.isWorkingDay(day)).length;
    await print(io, `${text.workingDays(worked, monthText(from, language))}\n`);
    for (const day of days) {
      const what = dayText(calendar.kindOf(day), names, language);
      if (what === undefined) continue;
      const [weekday = ''] = weekdayNames([weekdayOf(day)], language);
      await print(io, `${formatDate(day, language)}\t${weekday}\t${printable(what)}\n`);
    }
    return 0;
  });
}

/** `calendar country CODE`, or `none` for those of everybody's own time zone. */
export async function setCountryCommand(io: CliIo, country: string, options: CalendarOptions): Promise<number> {
  const text = CALENDAR_TEXT[options.language];
  return inWorkspace(io, options.workspace, async (context) => {
    const code = await setCountry(context, country.toLowerCase() === 'none' ? null : country);
    await print(io, `${code === null ? text.countryCleared : text.countrySet(code)}\n`);
    if (code === 'CN') await print(io, `${text.madeUpDays}\n`);
    return 0;
  });
}

/** `calendar weekend 6,7`, or `none`. */
export async function setWeekendCommand(io: CliIo, weekdays: string, options: CalendarOptions): Promise<number> {
  const { workspace, language } = options;
  return inWorkspace(io, workspace, async (context) => {
    const asked = weekdays.normalize('NFKC').trim().toLowerCase();
    const weekend = await setWeekend(context, asked === 'none' ? [] : asked.split(/[,、\s]+/).map(Number));
    await print(io, `${CALENDAR_TEXT[language].weekendSet(weekdayNames(weekend, language))}\n`);
    return 0;
  });
}

/** `calendar off DAYS [TITLE]` and `calendar working DAYS [TITLE]`. */
export async function setOwnDaysCommand(
  io: CliIo,
  days: DayRange,
  {
    kind,
    title,
    workspace,
    language,
  }: CalendarOptions & { readonly kind: 'off' | 'working'; readonly title: string | null },
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const count = await setOwnDays(context, days, kind, title);
    await print(io, `${CALENDAR_TEXT[language].marked(kind, daysText(days.from, days.to, language), count)}\n`);
    return 0;
  });
}

/** `calendar clear DAYS`. */
export async function clearOwnDaysCommand(io: CliIo, days: DayRange, options: CalendarOptions): Promise<number> {
  const { workspace, language } = options;
  return inWorkspace(io, workspace, async (context) => {
    const count = await clearOwnDays(context, days);
    await print(io, `${CALENDAR_TEXT[language].cleared(daysText(days.from, days.to, language), count)}\n`);
    return 0;
  });
}

function countryText({ country, hasHolidays }: MemberCalendar, isMember: boolean, language: Language): string {
  const text = CALENDAR_TEXT[language];
  if (country === null) return isMember ? text.noCountry : text.eachZone;
  return hasHolidays ? text.holidaysOf(country) : text.unknownCountry(country);
}

/** Undefined for days that need no word: worked as usual, or a weekend. */
function dayText(kind: DayKind, names: ReadonlyMap<string, string>, language: Language): string | undefined {
  const text = CALENDAR_TEXT[language];
  switch (kind.kind) {
    case 'working':
    case 'weekend':
      return undefined;
    case 'extra':
      return text.extra(kind.title);
    case 'holiday':
      return text.holiday(kind.title);
    case 'off':
      return text.off(kind.title);
    case 'away':
      return text.away(kind.coverId === null ? null : (names.get(kind.coverId) ?? kind.coverId));
    default:
      return kind satisfies never;
  }
}

/** @param within any day of the month */
function daysOfMonth(within: CalendarDate): CalendarDate[] {
  const { month } = dateParts(within);
  const days: CalendarDate[] = [];
  let day = addDays(within, 1 - dateParts(within).day);
  for (; dateParts(day).month === month; day = addDays(day, 1)) days.push(day);
  return days;
}
