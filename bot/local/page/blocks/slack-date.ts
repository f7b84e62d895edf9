import { formatMoment, isoDay, type Reader, timeOfDay } from '../zoned-time.ts';

/**
 * A date as Slack writes it from a format with `{date_short}`, `{time}` and the like, in the reader's language and time zone.
 *
 * @param nowMs today, for the tokens that say "yesterday"
 */
export function slackDate(format: string, timestampSeconds: number, reader: Reader, nowMs: number): string {
  const atMs = timestampSeconds * 1000;
  return format.replace(/\{(\w+)\}/g, (token, name: string) => {
    const pretty = name.endsWith('_pretty') ? nearDay(atMs, nowMs, reader) : undefined;
    if (pretty !== undefined) return pretty;
    if (name === 'time') return timeOfDay(atMs, reader);
    if (name === 'ago') return ago(atMs, nowMs, reader);
    const options = FORMATS[name.replace(/_pretty$/, '')];
    return options === undefined ? token : formatMoment(atMs, reader, options);
  });
}

const FORMATS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  day_divider: { weekday: 'long', month: 'long', day: 'numeric' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

function nearDay(atMs: number, nowMs: number, { locale, timeZone }: Reader): string | undefined {
  const days = (Date.parse(isoDay(atMs, timeZone)) - Date.parse(isoDay(nowMs, timeZone))) / 86_400_000;
  if (Math.abs(days) > 1) return undefined;
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
}

function ago(atMs: number, nowMs: number, { locale }: Reader): string {
  const seconds = (atMs - nowMs) / 1000;
  const [unit, length] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / length), unit);
}

const UNITS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];
