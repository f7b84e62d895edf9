import { type CalendarDate, parseIsoDate } from '../core/calendar-date.ts';

/** Where the time comes from. A parameter everywhere, so that tests and the local workspace can set it. */
export interface Clock {
  now(): Date;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };

/** The day it is at `moment` in an IANA time zone (`Asia/Shanghai`). Throws a RangeError for a zone that Node does not know. */
export function localDay(moment: Date, timeZone: string): CalendarDate {
  const day = parseIsoDate(formatsOf(timeZone).day.format(moment));
  if (day === undefined) throw new RangeError(`No calendar day for ${moment.toISOString()} in ${timeZone}.`);
  return day;
}

/** The time that clocks in an IANA time zone show at `moment`, as HH:MM. Throws a RangeError for a zone that Node does not know. */
export function localTime(moment: Date, timeZone: string): string {
  const shown = new Date(moment.getTime() + zoneOffsetMs(timeZone, moment.getTime()));
  return shown.toISOString().slice(11, 16);
}

/** What clocks in an IANA time zone show. */
export interface ZoneClocks {
  /** The day it is or was at a moment. */
  readonly dayOf: (moment: Date) => CalendarDate;
  /** The time at a moment, as HH:MM. */
  readonly timeOf: (moment: Date) => string;
}

/** {@link localDay} and {@link localTime} of one zone. */
export function clocksIn(timeZone: string): ZoneClocks {
  return { dayOf: (moment) => localDay(moment, timeZone), timeOf: (moment) => localTime(moment, timeZone) };
}

/**
 * The moment at which clocks in an IANA time zone show `time` (HH:MM) on `day`. A time that is left out when clocks go forward
 * is as many minutes later; one that comes twice when they go back is the first. Throws a RangeError for a zone that Node
 * does not know.
 */
export function momentIn(timeZone: string, day: CalendarDate, time: string): Date {
  const shownMs = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(shownMs)) throw new RangeError(`${time} is no time of day such as 08:30.`);
  // The offset a day before and a day after: clocks change at most once in between.
  const [before, after] = [shownMs - DAY_MS, shownMs + DAY_MS].map((ms) => zoneOffsetMs(timeZone, ms));
  const candidates = [before, after].map((offset) => shownMs - (offset ?? 0));
  const fitting = candidates.filter((ms) => ms + zoneOffsetMs(timeZone, ms) === shownMs);
  return new Date(Math.min(...(fitting.length > 0 ? fitting : candidates.slice(0, 1))));
}

const DAY_MS = 86_400_000;

/** How far ahead of UTC clocks in an IANA time zone are at a moment, in ms; negative west of Greenwich. */
export function zoneOffsetMs(timeZone: string, atMs: number): number {
  const parts = formatsOf(timeZone).offset.formatToParts(atMs);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

interface ZoneFormats {
  readonly day: Intl.DateTimeFormat;
  readonly offset: Intl.DateTimeFormat;
}

/** Making a format takes a thousand times as long as using it, and leaves much to collect. */
const formatsByZone = new Map<string, ZoneFormats>();
/** A team lives in few zones. */
const MOST_ZONES = 100;

function formatsOf(timeZone: string): ZoneFormats {
  const known = formatsByZone.get(timeZone);
  if (known !== undefined) return known;
  const formats = {
    day: new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }),
    offset: new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }),
  };
  if (formatsByZone.size >= MOST_ZONES) formatsByZone.clear();
  formatsByZone.set(timeZone, formats);
  return formats;
}
