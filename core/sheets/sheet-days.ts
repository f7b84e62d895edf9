import { type CalendarDate, calendarDate, dateParts } from '../calendar-date.ts';

/** The day of a Date in the document's time zone; null before our era. */
export type DayOf = (date: Date) => CalendarDate | null;

/** Reads Dates as the days that they are in a time zone; what is asked again is remembered. */
export function dayReader(zone: string): DayOf {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    era: 'short',
  });
  const known = new Map<number, CalendarDate | null>();
  return (date) => {
    const ms = date.getTime();
    // since 1970 offsets are whole quarters of an hour, so that a day begins with one
    const key = ms >= 0 ? Math.floor(ms / 900_000) : ms;
    let day = known.get(key);
    if (day === undefined) {
      const parts = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
      const isOurs = parts['era'] === 'AD';
      day = isOurs ? (calendarDate(Number(parts['year']), Number(parts['month']), Number(parts['day'])) ?? null) : null;
      known.set(key, day);
    }
    return day;
  };
}

/** Makes of days the moments at which they begin in a time zone, as a sheet keeps days: one Date for each day. */
export function dayWriter(zone: string): (day: CalendarDate) => Date {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  const known = new Map<CalendarDate, Date>();
  const offsetAt = (ms: number): number => {
    const parts = Object.fromEntries(
      format.formatToParts(new Date(ms)).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute) - ms;
  };
  return (date) => {
    let moment = known.get(date);
    if (moment === undefined) {
      const { year, month, day } = dateParts(date);
      const midnight = Date.UTC(year, month - 1, day);
      const begins = [midnight - DAY_MS / 2, midnight + DAY_MS / 2].map((near) => midnight - offsetAt(near));
      // where the clock is put forward at midnight, only one of the two is on the day; asking Intl is dear, and mostly both are the same
      const onDay = begins[0] === begins[1] ? begins : begins.filter((begin) => begin + offsetAt(begin) >= midnight);
      moment = new Date(Math.min(...onDay));
      known.set(date, moment);
    }
    return moment;
  };
}

const DAY_MS = 86_400_000;
