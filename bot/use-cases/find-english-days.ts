import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { type CalendarDate, calendarDate, dateParts } from '../../core/calendar-date.ts';
import {
  certainDay,
  checkedByWeekday,
  type DayMention,
  dayInAnyYear,
  findDays,
  lastOfMonth,
  type MentionedDay,
  someDay,
  UNREAD_DAY,
  weekdayInAnyWeek,
  withoutOverlaps,
} from '../../core/follow-ups/day-mention.ts';
import { ENGLISH_DAY_RULES } from '../../core/follow-ups/english-day-rules.ts';
import { masked } from '../../core/follow-ups/log-clauses.ts';

/**
 * Finds the days that a text in English and lower case speaks of: "tomorrow", "by Friday", "3 Dec", "in two weeks". In the order of
 * the text, none within another. `3/12` may be either order.
 *
 * chrono-node reads what is named outright; the spans and idioms that it leaves out or reads otherwise ("next week" as in seven
 * days, "a week from Monday" as two dates, "last Tuesday" to come) stand in rules of our own. It takes 25 ms to load, so it
 * comes when a text first needs it.
 */
export async function findEnglishDays(text: string, today: CalendarDate): Promise<DayMention[]> {
  if (!/[a-z\d]/.test(text)) return [];
  const own = findDays(text, ENGLISH_DAY_RULES, today);
  const rest = masked(text, own);
  const { casual } = await import('chrono-node/en');
  const { year, month, day } = dateParts(today);
  const noon = new Date(year, month - 1, day, 12);
  const found = casual.parse(rest, noon).flatMap((result) => {
    const at = result.index;
    // It takes the comma after a weekday along.
    const words = result.text.replace(/[\s,;.]+$/, '');
    const read = isMeant(words, rest.slice(0, at), rest.slice(at + words.length)) ? dayOf(result, today) : undefined;
    return read === undefined ? [] : [{ at, end: at + words.length, ...read }];
  });
  return withoutOverlaps([...own, ...found]);
}

/** The day of what chrono found, today for a time of day; undefined when it is none. */
function dayOf({ start, end, text }: ParsedResult, today: CalendarDate): MentionedDay | undefined {
  const has = (part: 'year' | 'month' | 'day' | 'weekday') => start.isCertain(part);
  const weekday = start.get('weekday');
  if (has('day') && has('month')) {
    const named = has('year')
      ? certainDay(calendarIn(start), today)
      : dayInAnyYear(start.get('month') ?? 0, start.get('day') ?? 0, today);
    if (named === undefined) return undefined;
    const last = end === null || end === undefined ? undefined : calendarIn(end);
    if (last !== undefined && named.ahead !== null && last > named.ahead) return { ...named, vagueTo: last };
    return checkedByWeekday(named, has('weekday') ? (weekday ?? undefined) : undefined, today);
  }
  if (has('weekday') && weekday !== null) {
    const named = weekdayInAnyWeek(weekday === 0 ? 7 : weekday, today);
    const lastWeekday = end?.isCertain('weekday') ? end.get('weekday') : null;
    if (typeof lastWeekday !== 'number' || named.ahead === null) return named;
    const last = weekdayInAnyWeek(lastWeekday === 0 ? 7 : lastWeekday, named.ahead).ahead;
    return last === null || last === named.ahead ? named : { ...named, vagueTo: last };
  }
  if (has('month')) {
    const { year, month } = dateParts(today);
    const wanted = start.get('month') ?? month;
    const inYear = has('year') ? (start.get('year') ?? year) : year + (wanted < month ? 1 : 0);
    return someDay(calendarDate(inYear, wanted, 1), lastOfMonth(inYear, wanted), today);
  }
  if (has('year') || /quarter|year/.test(text)) return UNREAD_DAY;
  return /\d ?[ap]\.?m|\d:\d\d/.test(text) ? certainDay(today, today) : undefined;
}

function calendarIn(parts: ParsedComponents): CalendarDate | undefined {
  return calendarDate(parts.get('year') ?? 0, parts.get('month') ?? 0, parts.get('day') ?? 0);
}

/** Words that are a date only with others around: "sat down", "the march", "may call", "used for 3 years", "6 weeks". */
function isMeant(words: string, before: string, after: string): boolean {
  if (/^(?:sat|sun|mon|wed|mar|march|may|second)$/.test(words)) {
    return /(?:\b(?:on|by|before|until|till|next|this|last|since|from|or|and|in|back|again|due|for|of)|[,;:.(~-])\s*$/.test(
      before,
    )
      ? !/^ (?:down|with)\b/.test(after)
      : /^\s*(?:$|[,;.!?)~])/.test(after);
  }
  if (words === 'now' || words.startsWith('for ')) return false;
  // A length of time is a day only with "in", "ago" and the like, which are read above or stand in the words.
  if (
    /^(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|half)\b.*\b(?:day|week|month|year|hour|minute|min)s?$/.test(
      words,
    )
  ) {
    return /\b(?:again|back|call|follow[- ]?up|next)\s*$/.test(before);
  }
  return true;
}
