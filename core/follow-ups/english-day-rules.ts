import { addDays, type CalendarDate, calendarDate, dateParts } from '../calendar-date.ts';
import {
  addMonths,
  certainDay,
  type DayGroups,
  type DayRule,
  dayInAnyMonth,
  dayInMonth,
  lastOfMonth,
  type MentionedDay,
  SOME_PAST_DAY,
  someDay,
  UNREAD_DAY,
  weekdayInWeek,
} from './day-mention.ts';
import { COUNT, countIn, MONTH, monthIn } from './english-day-words.ts';
import { ENGLISH_DIGIT_RULES } from './english-digit-rules.ts';
import { ENGLISH_MONTH_DAY_RULES } from './english-month-day-rules.ts';
import { ENGLISH_WEEKDAY_RULES } from './english-weekday-rules.ts';

const UNIT = '(?<unit>day|week|month|year)s?';
const HOLIDAY =
  "(?:christmas|xmas|x-mas|easter|thanksgiving|new year'?s?(?: day| eve)?|chinese new year|cny|the holidays?|holidays?|vacation|summer|winter|spring|autumn|ramadan|diwali|golden week)";

/** Spans, idioms and days in digits of lower-case English: "next week", "a week from Monday", "end of month", `3/12`. Weeks begin on Monday. */
export const ENGLISH_DAY_RULES: readonly DayRule[] = [
  ...ENGLISH_WEEKDAY_RULES,
  ...ENGLISH_DIGIT_RULES,
  ...ENGLISH_MONTH_DAY_RULES,
  [/\bday after tomorrow\b/g, (_, today) => certainDay(addDays(today, 2), today)],
  [/\bday before yesterday\b/g, (_, today) => certainDay(addDays(today, -2), today)],
  [
    /\b(?:tonight|this (?:morning|afternoon|evening)|(?:eod|end of (?:the )?day|cob)(?! (?:on )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|\d)))\b/g,
    (_, today) => certainDay(today, today),
  ],
  [/\b(?:just now|earlier today)\b/g, (_, today) => ({ ...SOME_PAST_DAY, past: today })],
  [
    /\b(?:\d+|an?|one|two|three|several|many) years? ago\b|\b(?:last|past) (?:week|month|quarter|year|time)\b|\bthe other day\b|\brecently\b/g,
    () => SOME_PAST_DAY,
  ],
  [
    /\b(?:(?<early>early|beginning of|start of) |(?<mid>mid-?|middle of) ?|(?<late>later|end of|late) )?(?:the )?(?<which>next|this|coming|following) week(?!end)\b/g,
    ({ early, mid, late, which }, today) => partOfWeek({ early, mid, late }, which === 'this' ? 0 : 1, today),
  ],
  [/\b(?:end of (?:the )?week|eow)\b/g, (_, today) => partOfWeek({ late: 'end of' }, 0, today)],
  [
    /\b(?:(?<which>next|this|the|at the|on the|over the) )?weekend\b/g,
    ({ which }, today) => {
      const weeks = which === 'next' ? 1 : 0;
      return someDay(weekdayInWeek(6, weeks, today), weekdayInWeek(7, weeks, today), today);
    },
  ],
  [
    /\b(?:(?<number>an?|one|two|three|four|[1-9]) weeks?|a fortnight) (?:from )?(?<day>today|tomorrow)\b/g,
    ({ number, day }, today) =>
      certainDay(addDays(today, 7 * (number === undefined ? 2 : countIn(number)) + (day === 'today' ? 0 : 1)), today),
  ],
  [
    // Whose working days they are is not known here.
    new RegExp(
      `\\b(?:in|within|after|next) ${COUNT} (?:working|business|work) days?(?:'? time)?\\b|\\b${COUNT} (?:working|business|work) days? (?:later|from (?:now|today))\\b`,
      'g',
    ),
    () => UNREAD_DAY,
  ],
  [
    /\b(?:in|within|after) (?<hours>\d{2,3}) ?(?:h|hrs?|hours?)(?:'? time)?\b/g,
    ({ hours }, today) =>
      Number(hours) < 24 ? undefined : certainDay(addDays(today, Math.floor(Number(hours) / 24)), today),
  ],
  [/\b(?:in|into|early in|early|start of|beginning of) the new year\b/g, () => UNREAD_DAY],
  [/\b(?:in )?a fortnight(?: from now)?\b/g, (_, today) => certainDay(addDays(today, 14), today)],
  [
    new RegExp(`\\b(?:in|within|after)? ?(?:a )?(?:few|several) ${UNIT}(?<ago> ago)?\\b`, 'g'),
    ({ unit, ago }, today) => {
      if (ago !== undefined) return SOME_PAST_DAY;
      if (unit === 'day') return someDay(addDays(today, 2), addDays(today, 7), today);
      return unit === 'week' ? someDay(addDays(today, 14), addDays(today, 35), today) : UNREAD_DAY;
    },
  ],
  [
    new RegExp(`\\b(?:in|within|after) (?<from>${COUNT}) ?(?:-|–|to|or) ?(?<to>${COUNT}) ${UNIT}\\b`, 'g'),
    ({ from, to, unit }, today) =>
      someDay(dayAfter(countIn(from), unit, today), dayAfter(countIn(to), unit, today), today),
  ],
  [
    new RegExp(
      `\\b(?:in|within|after) (?<number>${COUNT}) ?${UNIT}(?:'? time)?\\b|\\b(?<later>${COUNT}) ?(?<units>day|week|month|year)s? (?:later|from (?:now|today))\\b`,
      'g',
    ),
    ({ number, unit, later, units }, today) =>
      certainDay(dayAfter(countIn(number ?? later), unit ?? units, today), today),
  ],
  [/\b(?:eom|end of (?:the |this )?month|month[- ]?end)\b/g, (_, today) => monthPart(0, 'end', today)],
  [/\bend of next month\b/g, (_, today) => monthPart(1, 'end', today)],
  [
    /\b(?:(?<early>early|beginning of|start of) |(?<mid>mid-?|middle of) ?|(?<late>late|later) )?(?<which>next|this|the coming) month\b/g,
    ({ early, mid, late, which }, today) =>
      monthPart(which === 'this' ? 0 : 1, early ? 'early' : mid ? 'mid' : late ? 'late' : 'some', today),
  ],
  [
    /\b(?:eoy|end of (?:the |this )?year|year[- ]?end)\b/g,
    (_, today) => certainDay(calendarDate(dateParts(today).year, 12, 31), today),
  ],
  [
    new RegExp(
      `\\b(?:(?<early>early|beginning of|start of) |(?<mid>mid-?|middle of) ?|(?<late>late) |(?<end>end of) |(?:in|during|this|next|until|till|by) )${MONTH}\\b(?! ?(?:\\d|[a-z]+ing\\b))`,
      'g',
    ),
    ({ early, mid, late, end, month }, today) => {
      const now = dateParts(today);
      const wanted = monthIn(month);
      const months = (wanted - now.month + 12) % 12;
      return monthPart(months, end ? 'end' : early ? 'early' : mid ? 'mid' : late ? 'late' : 'some', today);
    },
  ],
  [
    /\b(?:(?:on|by|before|until|till) )?the (?<day>\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|floor|time|street|st|avenue|quarter|call|visit|meeting|year))|\b(?:on|by|before|until|till) (?<bare>\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|floor|time|street|avenue))/g,
    ({ day, bare }, today) => dayInAnyMonth(Number(day ?? bare), today),
  ],
  [
    new RegExp(
      `\\b(?:after|before|over|during|until|till|past) ${HOLIDAY}\\b|\\b(?:(?:next|end of(?: the)?|early|late) (?:quarter|year|q[1-4])|q[1-4]|[12]h(?: ?\\d{2,4})?|h[12]|some ?time|(?:the |next )?(?:spring|summer|autumn))\\b(?<!the (?:spring|summer|autumn))`,
      'g',
    ),
    () => UNREAD_DAY,
  ],
];

type PartOfMonth = 'early' | 'mid' | 'late' | 'end' | 'some';

function monthPart(months: number, part: PartOfMonth, today: CalendarDate): MentionedDay | undefined {
  const { year, month } = dateParts(today);
  const last = lastOfMonth(year, month + months);
  const date = (day: number) => dayInMonth(year, month + months, day);
  switch (part) {
    case 'early':
      return someDay(date(1), date(10), today);
    case 'mid':
      return someDay(date(11), date(20), today);
    case 'late':
      return someDay(date(21), last, today);
    case 'end':
      return certainDay(last, today);
    case 'some':
      return someDay(date(1), last, today);
    default:
      return part satisfies never;
  }
}

function partOfWeek({ early, mid, late }: DayGroups, weeks: number, today: CalendarDate): MentionedDay {
  const [first, last] = early ? [1, 2] : mid ? [3, 3] : late ? [5, 5] : [1, 5];
  const [from, to] = [weekdayInWeek(first, weeks, today), weekdayInWeek(last, weeks, today)];
  // On a weekend what is left of the week is the weekend.
  return to < today ? someDay(today, weekdayInWeek(7, weeks, today), today) : someDay(from, to, today);
}

function dayAfter(count: number, unit: string | undefined, today: CalendarDate): CalendarDate | undefined {
  if (unit === 'month' || unit === 'year') return addMonths(today, count * (unit === 'year' ? 12 : 1));
  return addDays(today, count * (unit === 'week' ? 7 : 1));
}
