import { type CalendarDate, dayNumber } from '../calendar-date.ts';
import type { DayMention } from './day-mention.ts';
import { type Clause, tenseOf } from './log-clauses.ts';
import { methodsIn } from './log-methods.ts';
import type { LogDoubt } from './log-reading.ts';
import {
  ABOUT,
  DEADLINE_AFTER,
  DEADLINE_BEFORE,
  END_AFTER,
  END_BEFORE,
  MOVED_FROM,
  MOVED_TO,
  ONLY_WHEN,
  TALK_WORDS,
} from './log-words.ts';

/** What a day is in its clause. */
export type DayRole = 'next' | 'past' | 'open' | 'end' | 'none';

/** Which of a log's days is the next contact, and which that of the contact itself. */
export interface ReadDays {
  readonly nextOn: CalendarDate | null;
  readonly happenedOn: CalendarDate | null;
  readonly unsure: readonly LogDoubt[];
  readonly roles: ReadonlyMap<DayMention, DayRole>;
}

/** Tells what is to come from what was, by the words around each day. */
export function readDays(
  days: readonly DayMention[],
  clauses: readonly Clause[],
  text: string,
  today: CalendarDate,
): ReadDays {
  const roles = new Map<DayMention, DayRole>();
  const ofContact = new Set<DayMention>();
  const withMethod = clauses.filter((clause) => methodsIn(clause).length > 0);
  const isUntold = withMethod.length === 0;
  let hasMethod = false;
  for (const [index, clause] of clauses.entries()) {
    const ownMethod = withMethod.includes(clause);
    const isOnlyWhen = ONLY_WHEN.test(clause.words);
    const dates = isUntold || ownMethod || isOnlyWhen || TALK_WORDS.test(clause.words);
    // "On Tuesday: called": what comes next says whether it was.
    const told = (isOnlyWhen && !hasMethod ? clauses[index + 1] : undefined) ?? clause;
    for (const day of clause.days) {
      // One contact is logged: where an earlier clause has it, a further one is to come.
      const role = roleOf(day, clause, told.words, withMethod.includes(told) && !hasMethod, today);
      // What was in an aside, as when an order came, was no contact.
      const isAside = !dates && role === 'past' && day.past !== null && day.past !== today;
      roles.set(day, isAside ? 'none' : role);
      if (dates) ofContact.add(day);
    }
    hasMethod ||= ownMethod;
  }
  const unsure: LogDoubt[] = [];
  const next: CalendarDate[] = [];
  const past: DayMention[] = [];
  const ends: CalendarDate[] = [];
  for (const day of days) {
    const role = roles.get(day);
    if (day.isUnread && role !== 'past') unsure.push({ code: 'unread-date', text: text.slice(day.at, day.end).trim() });
    if (role === 'open' && day.past !== null && day.ahead !== null) {
      unsure.push({ code: 'past-or-next', past: day.past, next: day.ahead });
    }
    if (role === 'past') past.push(day);
    if (role === 'end' && day.ahead !== null) ends.push(day.ahead);
    if (role !== 'next') continue;
    if (day.ahead === null || isLikelySlip(day, today)) {
      if (day.past !== null) unsure.push({ code: 'past-date', day: day.past });
      continue;
    }
    next.push(day.ahead, ...day.also);
    if (day.isOrderOpen && day.also.length > 0) unsure.push({ code: 'day-order', days: [day.ahead, ...day.also] });
    if (day.vagueTo !== null && day.vagueTo > day.ahead) {
      unsure.push({ code: 'vague-date', from: day.ahead, to: day.vagueTo });
    }
  }
  const distinct = [...new Set(next)];
  distinct.sort();
  const [end] = ends;
  if (end !== undefined && distinct.length === 0) unsure.push({ code: 'end-date', day: end });
  const isOrderAll = unsure.some((doubt) => doubt.code === 'day-order' && doubt.days.length === distinct.length);
  if (distinct.length > 1 && !isOrderAll) unsure.push({ code: 'two-dates', days: distinct });
  return {
    nextOn: distinct[0] ?? null,
    happenedOn: lastOf(past.filter((day) => ofContact.has(day))) ?? lastOf(past),
    unsure,
    roles,
  };
}

function lastOf(days: readonly DayMention[]): CalendarDate | null {
  const past = days.flatMap((day) => day.past ?? []);
  past.sort();
  return past[past.length - 1] ?? null;
}

/** The same day was within the last two months, and is to come only in most of a year: as one to come it is rather a slip. */
function isLikelySlip({ past, ahead }: DayMention, today: CalendarDate): boolean {
  if (past === null || ahead === null || past === today) return false;
  return dayNumber(today) - dayNumber(past) <= SOON_DAYS && dayNumber(ahead) - dayNumber(today) > FAR_DAYS;
}

/** The other way round: as one that was it is rather a slip. */
function isLikelyAhead({ past, ahead }: DayMention, today: CalendarDate): boolean {
  if (past === null || ahead === null || past === today) return false;
  return dayNumber(ahead) - dayNumber(today) <= SOON_DAYS && dayNumber(today) - dayNumber(past) > FAR_DAYS;
}

const SOON_DAYS = 62;
const FAR_DAYS = 300;

function roleOf(day: DayMention, clause: Clause, told: string, isOpen: boolean, today: CalendarDate): DayRole {
  const at = day.at - clause.at;
  const before = clause.words.slice(0, at);
  const after = clause.words.slice(day.end - day.at + at);
  if (ABOUT.test(before) || MOVED_FROM.test(after)) return 'none';
  if (day.ahead !== null && day.ahead !== today && (END_BEFORE.test(before) || END_AFTER.test(after))) return 'end';
  const isDeadline = DEADLINE_BEFORE.test(before) || DEADLINE_AFTER.test(after) || MOVED_TO.test(before);
  const { isPlan, isPast } = tenseOf(told);
  if (day.ahead === null && day.past === null) return isPast && !isPlan ? 'past' : day.isUnread ? 'next' : 'none';
  if (day.ahead === null) return isPlan || isDeadline ? 'next' : 'past';
  if (day.past === null) return day.vagueTo !== null && isPast && !isPlan && !isDeadline ? 'none' : 'next';
  if (isPlan || isDeadline) return 'next';
  const isLikely = isLikelyAhead(day, today);
  if (isPast || day.past === day.ahead) return isLikely ? 'open' : 'past';
  if (!isOpen || isLikely) return 'next';
  return isLikelySlip(day, today) ? 'past' : 'open';
}
