import { type CalendarDate, calendarDate, dateParts } from '../calendar-date.ts';
import { type DayRule, dayInAnyYear, type MentionedDay, someDay, UNREAD_DAY } from './day-mention.ts';
import { MONTH, monthIn } from './english-day-words.ts';

const NTH = '(?:st|nd|rd|th)?';

/** Days of named months in English that no package reads: spans such as "between 3 and 5 Dec", and days that there are not, "31 Feb". */
export const ENGLISH_MONTH_DAY_RULES: readonly DayRule[] = [
  [
    new RegExp(
      `\\bbetween (?:the )?(?<from>\\d{1,2})${NTH} (?:and|to) (?:the )?(?<to>\\d{1,2})${NTH}(?: of)? ${MONTH}\\b`,
      'g',
    ),
    ({ from, to, month }, today) => daysOfMonth(Number(from), Number(to), monthIn(month), today),
  ],
  [
    new RegExp(
      `\\bbetween ${MONTH} (?:the )?(?<from>\\d{1,2})${NTH} (?:and|to) (?:the )?(?<to>\\d{1,2})${NTH}(?![\\d:/]| ?[a-z])`,
      'g',
    ),
    ({ from, to, month }, today) => daysOfMonth(Number(from), Number(to), monthIn(month), today),
  ],
  [
    new RegExp(`(?<![\\d.,/-])(?<day>\\d{1,2})${NTH}(?: of)? ${MONTH}\\b(?:,? (?<year>\\d{4})\\b)?`, 'g'),
    ({ day, month, year }, today) => unusualDay(Number(day), monthIn(month), year, today),
  ],
  [
    new RegExp(`\\b${MONTH} (?:the )?(?<day>\\d{1,2})${NTH}(?![\\d:/%])(?:,? (?<year>\\d{4})\\b)?`, 'g'),
    ({ day, month, year }, today) => unusualDay(Number(day), monthIn(month), year, today),
  ],
  [
    /(?<![\d/-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/g,
    ({ day, month, year }, today) => unusualDay(Number(day), Number(month), year, today),
  ],
];

function daysOfMonth(from: number, to: number, month: number, today: CalendarDate): MentionedDay | undefined {
  const [first, last] = [dayInAnyYear(month, from, today)?.ahead, dayInAnyYear(month, to, today)?.ahead];
  return first && last && first <= last ? someDay(first, last, today) : undefined;
}

/**
 * A day that somebody wrote and the month does not have: which one is meant? 29 February is one where the year has it, or this
 * year or the next. Undefined for any other day that there is.
 */
function unusualDay(
  day: number,
  month: number,
  year: string | undefined,
  today: CalendarDate,
): MentionedDay | undefined {
  if (day < 1 || day > 31 || month < 1 || month > 12) return undefined;
  const thisYear = dateParts(today).year;
  const years = year === undefined ? [thisYear, thisYear + 1] : [Number(year)];
  if (years.every((each) => calendarDate(each, month, day) === undefined)) return UNREAD_DAY;
  return month === 2 && day === 29 && year === undefined ? dayInAnyYear(month, day, today) : undefined;
}
