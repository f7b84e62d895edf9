import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import { localDay, momentIn } from '../clock.ts';

/**
 * When something that is due every day at `time` (HH:MM) was due last, and on which day, in an IANA time zone. Each
 * local day has exactly one such moment, also where clocks change: see {@link momentIn}.
 */
export function lastDue(now: Date, time: string, timeZone: string): { readonly at: Date; readonly on: CalendarDate } {
  const today = localDay(now, timeZone);
  const at = momentIn(timeZone, today, time);
  if (at <= now) return { at, on: today };
  const yesterday = addDays(today, -1);
  return { at: momentIn(timeZone, yesterday, time), on: yesterday };
}
