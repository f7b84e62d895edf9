import type { CalendarDate } from '../../core/calendar-date.ts';
import { lengthAsDay } from '../../core/follow-ups/length-as-day.ts';
import { findDaysIn, foldedText } from './find-days.ts';

/**
 * The day that words such as "Friday", "a week", "the 3rd of December", 三天 or 下周一 name as the end of a wait: the earlier where
 * two may be meant, the first day of a span. `today` is the writer's day. Undefined when they do not begin with one to come.
 */
export async function readUntil(text: string, today: CalendarDate): Promise<CalendarDate | undefined> {
  const folded = lengthAsDay(
    foldedText(text.slice(0, LONGEST)).replace(/^(?:(?:the|about|around|on|by|at) |[到至])/, ''),
  );
  const [first] = await findDaysIn(folded, today, true);
  if (first === undefined || first.at > 0 || first.isUnread) return undefined;
  return first.ahead ?? undefined;
}

const LONGEST = 60;
