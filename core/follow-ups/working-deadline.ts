import { addDays, type CalendarDate, dateOfDayNumber, dayNumber } from '../calendar-date.ts';
import { nextWorkingDay, type WorkCalendar } from './work-calendar.ts';

/** Between which hours of a working day work is done, in minutes after midnight by the clocks of the place. */
export interface WorkingHours {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/** 09:00–17:00: the eight hours of a working day. */
export const WORKING_HOURS: WorkingHours = { fromMinutes: 540, toMinutes: 1020 };

/** Whose working time counts. */
export interface WorkingTime {
  readonly calendar: WorkCalendar;
  /** How far ahead of UTC the clocks of the place are at a moment, in ms; negative west of Greenwich. */
  readonly zoneOffsetMs: (atMs: number) => number;
  /** Default: {@link WORKING_HOURS}. */
  readonly hours?: WorkingHours;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * The moment by which `hours` working hours have passed since `fromMs`, both in ms since 1970: the answer to a complaint
 * of Friday 16:00 that may take four hours is due on Monday at 12:00. Working time is what really passes between the hours of
 * a working day, so a change of clocks in the night costs and gives nothing.
 *
 * A calendar without any working day for a year counts every day, since a complaint cannot wait for ever.
 */
export function workingDeadline(fromMs: number, hours: number, time: WorkingTime): number {
  let leftMs = hours * HOUR_MS;
  let day = localDay(fromMs, time);
  if (!time.calendar.isWorkingDay(day)) day = nextWorkingDay(time.calendar, day) ?? day;
  for (;;) {
    const { startMs, endMs } = workOf(day, time);
    const beginMs = Math.max(startMs, fromMs);
    const lengthMs = Math.max(0, endMs - beginMs);
    if (lengthMs > 0 && leftMs <= lengthMs) return beginMs + leftMs;
    leftMs -= lengthMs;
    day = nextWorkingDay(time.calendar, day) ?? addDays(day, 1);
  }
}

function workOf(day: CalendarDate, time: WorkingTime): { startMs: number; endMs: number } {
  const { fromMinutes, toMinutes } = time.hours ?? WORKING_HOURS;
  return { startMs: momentOf(day, fromMinutes, time), endMs: momentOf(day, toMinutes, time) };
}

function localDay(atMs: number, { zoneOffsetMs }: WorkingTime): CalendarDate {
  return dateOfDayNumber(Math.floor((atMs + zoneOffsetMs(atMs)) / DAY_MS));
}

/** When clocks show `minutes` after midnight on `day`: the first time where they do twice, as much later where they never do. */
function momentOf(day: CalendarDate, minutes: number, { zoneOffsetMs }: WorkingTime): number {
  const shownMs = dayNumber(day) * DAY_MS + minutes * MINUTE_MS;
  const before = shownMs - zoneOffsetMs(shownMs - DAY_MS);
  const after = shownMs - zoneOffsetMs(shownMs + DAY_MS);
  const fitting = [before, after].filter((ms) => ms + zoneOffsetMs(ms) === shownMs);
  return Math.min(...(fitting.length > 0 ? fitting : [before]));
}
