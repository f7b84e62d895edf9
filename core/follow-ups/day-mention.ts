import { addDays, type CalendarDate, calendarDate, dateParts, dayNumber } from '../calendar-date.ts';

/** A day that a text speaks of, from `at` up to `end`. Whether it was or will be is for the words around it to say. */
export interface DayMention {
  readonly at: number;
  readonly end: number;
  /** The day if it was, today at the latest; null when it cannot have been. */
  readonly past: CalendarDate | null;
  /** The day if it will be, today at the earliest; null when it has passed. */
  readonly ahead: CalendarDate | null;
  /** Further days to come that may be meant, such as the other order of `3/12`. */
  readonly also: readonly CalendarDate[];
  readonly isOrderOpen: boolean;
  /** The last day of a span whose first is `ahead`; null when a day is named. */
  readonly vagueTo: CalendarDate | null;
  /** A time of which no day can be made. */
  readonly isUnread: boolean;
}

/** What a finder says of a mention, beside its place. */
export type MentionedDay = Omit<DayMention, 'at' | 'end'>;

const NOTHING: MentionedDay = {
  past: null,
  ahead: null,
  also: [],
  isOrderOpen: false,
  vagueTo: null,
  isUnread: false,
};

/** A time that has passed without a day being named ("last week"). */
export const SOME_PAST_DAY: MentionedDay = NOTHING;
/** A time that is understood to be one, and no more. */
export const UNREAD_DAY: MentionedDay = { ...NOTHING, isUnread: true };

/** One certain day, before or after today. */
export function certainDay(day: CalendarDate | undefined, today: CalendarDate): MentionedDay | undefined {
  if (day === undefined) return undefined;
  return { ...NOTHING, past: day <= today ? day : null, ahead: day >= today ? day : null };
}

/** A day in any year: the last one that was and the next one that comes. Undefined when there is no such day. */
export function dayInAnyYear(month: number, day: number, today: CalendarDate): MentionedDay | undefined {
  const { year } = dateParts(today);
  const days = YEARS_AROUND.flatMap((offset) => calendarDate(year + offset, month, day) ?? []);
  return lastAndNext(days, today);
}

// 29 February is eight years apart around a year such as 2100.
const YEARS_AROUND = [-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8];

/** A day in any month. */
export function dayInAnyMonth(day: number, today: CalendarDate): MentionedDay | undefined {
  const { year, month } = dateParts(today);
  const days = [-2, -1, 0, 1, 2].flatMap((offset) => dayInMonth(year, month + offset, day) ?? []);
  return lastAndNext(days, today);
}

/** A day of the week (1 Monday to 7 Sunday) in any week. */
export function weekdayInAnyWeek(weekday: number, today: CalendarDate): MentionedDay {
  const inThisWeek = weekdayInWeek(weekday, 0, today);
  const days = [addDays(inThisWeek, -7), inThisWeek, addDays(inThisWeek, 7)];
  return { ...NOTHING, ...lastAndNext(days, today) };
}

/**
 * A day that is named with its weekday ("Friday 3 Dec", 0 or 7 Sunday). Where the two differ, either word may be the slip, and the next
 * such weekday may be meant as well.
 */
export function checkedByWeekday(
  named: MentionedDay | undefined,
  weekday: number | undefined,
  today: CalendarDate,
): MentionedDay | undefined {
  if (named === undefined || weekday === undefined) return named;
  const number = weekday === 0 ? 7 : weekday;
  const fits = (day: CalendarDate | null) => day !== null && weekdayOf(day) === number;
  if (fits(named.past) || fits(named.ahead)) {
    return { ...named, past: fits(named.past) ? named.past : null, ahead: fits(named.ahead) ? named.ahead : null };
  }
  const { ahead } = weekdayInAnyWeek(number, today);
  return ahead === null ? named : { ...named, also: [ahead] };
}

/** The weekday `weeks` after this week, whose first day is Monday. */
export function weekdayInWeek(weekday: number, weeks: number, today: CalendarDate): CalendarDate {
  return addDays(today, weekday - weekdayOf(today) + 7 * weeks);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: CalendarDate): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** A span of days; what of it has passed is left out. Past altogether: {@link SOME_PAST_DAY}. */
export function someDay(
  from: CalendarDate | undefined,
  to: CalendarDate | undefined,
  today: CalendarDate,
): MentionedDay {
  if (from === undefined || to === undefined || to < today) return SOME_PAST_DAY;
  return { ...NOTHING, ahead: from < today ? today : from, vagueTo: to };
}

/** The day of a month counted from January of `year` on: month 13 is January of the next year. Undefined when there is none. */
export function dayInMonth(year: number, month: number, day: number): CalendarDate | undefined {
  return calendarDate(year + Math.floor((month - 1) / 12), ((((month - 1) % 12) + 12) % 12) + 1, day);
}

/** The last day of such a month. */
export function lastOfMonth(year: number, month: number): CalendarDate | undefined {
  return [31, 30, 29, 28].flatMap((day) => dayInMonth(year, month, day) ?? [])[0];
}

/** The same day of another month, or its last. Undefined outside the years 1 to 9999. */
export function addMonths(date: CalendarDate, months: number): CalendarDate | undefined {
  const { year, month, day } = dateParts(date);
  return dayInMonth(year, month + months, day) ?? lastOfMonth(year, month + months);
}

/** A rule for finding days: what it looks like, and what its groups say; undefined when that is no day. */
export type DayRule = readonly [RegExp, (groups: DayGroups, today: CalendarDate) => MentionedDay | undefined];
export type DayGroups = Readonly<Record<string, string | undefined>>;

/** The days that rules find in a text, in its order. Where two rules fit, the longer match is the right one. */
export function findDays(text: string, rules: readonly DayRule[], today: CalendarDate): DayMention[] {
  const mentions = rules.flatMap(([pattern, read]) =>
    Array.from(text.matchAll(pattern)).flatMap((match) => {
      const day = read(match.groups ?? {}, today);
      const at = match.index + match[0].length - match[0].trimStart().length;
      return day === undefined ? [] : [{ at, end: match.index + match[0].trimEnd().length, ...day }];
    }),
  );
  return withoutOverlaps(mentions);
}

/** The mentions without those that lie within others: of two that overlap, the one that begins first, then the longer. */
export function withoutOverlaps<T extends { readonly at: number; readonly end: number }>(mentions: readonly T[]): T[] {
  const kept: T[] = [];
  const sorted = [...mentions];
  sorted.sort((a, b) => a.at - b.at || b.end - a.end);
  for (const mention of sorted) {
    if (mention.at >= (kept[kept.length - 1]?.end ?? 0)) kept.push(mention);
  }
  return kept;
}

function lastAndNext(days: readonly CalendarDate[], today: CalendarDate): MentionedDay | undefined {
  if (days.length === 0) return undefined;
  return {
    ...NOTHING,
    past: days.reduce<CalendarDate | null>((last, day) => (day <= today ? day : last), null),
    ahead: days.find((day) => day >= today) ?? null,
  };
}
