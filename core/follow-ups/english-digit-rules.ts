import { type CalendarDate, calendarDate, dayNumber } from '../calendar-date.ts';
import {
  certainDay,
  checkedByWeekday,
  type DayRule,
  dayInAnyYear,
  type MentionedDay,
  weekdayOf,
} from './day-mention.ts';
import { WEEKDAY, weekdayIn } from './english-day-words.ts';

/** Days in digits in English: `3.12.`, `3/12`, `3/12/2026`, `Sat 5/12`. With slashes the month may come first or second. */
export const ENGLISH_DIGIT_RULES: readonly DayRule[] = [
  [
    /(?<![\d./])(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?:(?<year>\d{4})|(?!\d))/g,
    ({ day, month, year }, today) =>
      year === undefined
        ? dayInAnyYear(Number(month), Number(day), today)
        : certainDay(calendarDate(Number(year), Number(month), Number(day)), today),
  ],
  [
    new RegExp(
      `(?:\\b${WEEKDAY},? |(?<![\\d./-]))(?<first>\\d{1,2})(?<sign>[/-])(?<second>\\d{1,2})\\k<sign>(?<year>\\d{4})(?!\\d)`,
      'g',
    ),
    ({ first, second, year, weekday }, today) =>
      inEitherOrder(Number(first), Number(second), weekday, today, (month, day) =>
        certainDay(calendarDate(Number(year), month, day), today),
      ),
  ],
  [
    new RegExp(`(?:\\b${WEEKDAY},? |(?<![\\d./]))(?<first>\\d{1,2})\\/(?<second>\\d{1,2})(?![\\d/%]|\\.\\d)`, 'g'),
    ({ first, second, weekday }, today) =>
      inEitherOrder(Number(first), Number(second), weekday, today, (month, day) => dayInAnyYear(month, day, today)),
  ],
];

/** Both orders where both are days and not the same, unless the weekday tells which. */
function inEitherOrder(
  first: number,
  second: number,
  weekday: string | undefined,
  today: CalendarDate,
  read: (month: number, day: number) => MentionedDay | undefined,
): MentionedDay | undefined {
  const number = weekday === undefined ? undefined : weekdayIn(weekday);
  const [monthFirst, dayFirst] = [read(first, second), read(second, first)];
  if (monthFirst === undefined || dayFirst === undefined || first === second)
    return checkedByWeekday(monthFirst ?? dayFirst, number, today);
  const fitting = [monthFirst, dayFirst].filter((each) => isOnWeekday(each, number, today));
  if (fitting.length === 1) return checkedByWeekday(fitting[0], number, today);
  const days = [monthFirst.ahead, dayFirst.ahead].filter((day) => day !== null);
  days.sort();
  const past = [monthFirst.past, dayFirst.past].filter((day) => day !== null);
  past.sort();
  const [ahead = null, ...also] = days;
  return { ...monthFirst, past: past[past.length - 1] ?? null, ahead, also, isOrderOpen: true };
}

function isOnWeekday({ past, ahead }: MentionedDay, weekday: number | undefined, today: CalendarDate): boolean {
  if (ahead !== null && weekdayOf(ahead) === weekday) return true;
  return past !== null && weekdayOf(past) === weekday && dayNumber(today) - dayNumber(past) <= LONGEST_AGO;
}

/** Whoever names a weekday speaks of days around; the same of half a year ago is chance. */
const LONGEST_AGO = 62;
