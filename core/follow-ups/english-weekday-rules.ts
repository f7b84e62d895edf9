import { addDays, type CalendarDate } from '../calendar-date.ts';
import {
  certainDay,
  checkedByWeekday,
  type DayRule,
  dayInAnyMonth,
  type MentionedDay,
  SOME_PAST_DAY,
  weekdayInAnyWeek,
  weekdayInWeek,
} from './day-mention.ts';
import { countIn, MONTH, WEEKDAY, weekdayIn } from './english-day-words.ts';

/** Weekdays of lower-case English that are counted from or named with more: "a week from Monday", "next Friday", "Friday 11th". */
export const ENGLISH_WEEKDAY_RULES: readonly DayRule[] = [
  [
    new RegExp(
      `\\b(?:(?<number>an?|one|two|three|2|3) weeks? (?:from|after|on) )?(?:next )?${WEEKDAY}(?: (?<week>week))?\\b`,
      'g',
    ),
    ({ number, weekday, week }, today) => {
      const weeks = number === undefined ? (week === undefined ? undefined : 1) : countIn(number);
      const next = weeks === undefined ? undefined : weekdayInAnyWeek(weekdayIn(weekday), today).ahead;
      return next === undefined || next === null ? undefined : certainDay(addDays(next, 7 * (weeks ?? 0)), today);
    },
  ],
  [
    new RegExp(`\\b${WEEKDAY} after next\\b`, 'g'),
    ({ weekday }, today) => {
      const next = weekdayInAnyWeek(weekdayIn(weekday), today).ahead;
      return next === null ? undefined : certainDay(addDays(next, 7), today);
    },
  ],
  [
    new RegExp(`\\bnext ${WEEKDAY}\\b(?! after)`, 'g'),
    ({ weekday }, today) => {
      const number = weekdayIn(weekday);
      const [inThisWeek, inNext] = [weekdayInWeek(number, 0, today), weekdayInWeek(number, 1, today)];
      // Said on a Monday, "next Friday" is four or eleven days away.
      if (inThisWeek <= today) return certainDay(inNext, today);
      return { ...SOME_PAST_DAY, ahead: inThisWeek, also: [inNext] };
    },
  ],
  [
    new RegExp(`\\bthis (?:coming )?${WEEKDAY}\\b`, 'g'),
    ({ weekday }, today) => certainDay(weekdayInWeek(weekdayIn(weekday), 0, today), today),
  ],
  [
    new RegExp(`\\b(?:last|past) ${WEEKDAY}\\b`, 'g'),
    ({ weekday }, today) => {
      const { past } = weekdayInAnyWeek(weekdayIn(weekday), addDays(today, -1));
      return { ...SOME_PAST_DAY, past };
    },
  ],
  [
    new RegExp(
      `\\b${WEEKDAY}(?:,? (?:the )?(?<nth>\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:of )?${MONTH.replace('?<month>', '?:')})| (?<day>\\d{1,2})(?= ?(?:$|[,;!?()\\n]|\\.(?!\\d)|(?:at|or|and|about)\\b)))`,
      'g',
    ),
    ({ weekday, nth, day }, today) =>
      checkedByWeekday(dayInAnyMonth(Number(nth ?? day), today), weekdayIn(weekday), today),
  ],
  [
    new RegExp(
      `(?<=\\b(?:moved|moving|move|shifted|pushed|postponed|rescheduled|brought|put)\\b[^,;.!?\\n]{0,60} from )${WEEKDAY}(?= to\\b)`,
      'g',
    ),
    () => SOME_PAST_DAY,
  ],
  [
    new RegExp(`\\b${WEEKDAY},? (?:(?:of|in) )?(?:the )?(?<which>next|this|following|coming) week\\b`, 'g'),
    ({ weekday, which }, today) => ofWeek(weekday, which, today),
  ],
  [
    new RegExp(`\\b(?:the )?(?<which>next|this|following|coming) week,? (?:on )?${WEEKDAY}\\b`, 'g'),
    ({ weekday, which }, today) => ofWeek(weekday, which, today),
  ],
  [/\bafter (?:the |this )?weekend\b/g, (_, today) => certainDay(weekdayInWeek(1, 1, today), today)],
];

function ofWeek(weekday: string | undefined, which: string | undefined, today: CalendarDate): MentionedDay | undefined {
  return certainDay(weekdayInWeek(weekdayIn(weekday), which === 'this' ? 0 : 1, today), today);
}
