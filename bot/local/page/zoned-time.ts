/** Where and how a person reads the time. */
export interface Reader {
  /** As Slack gives it: `en-GB`, `zh-CN`. */
  readonly locale: string;
  /** IANA name. */
  readonly timeZone: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment in a person's language and time zone. */
export function formatMoment(atMs: number, reader: Reader, options: Intl.DateTimeFormatOptions): string {
  const key = `${reader.locale} ${reader.timeZone} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(reader.locale, { ...options, timeZone: reader.timeZone });
  formats.set(key, format);
  return format.format(atMs);
}

/** `08:30`, `8:30 AM` */
export function timeOfDay(atMs: number, reader: Reader): string {
  return formatMoment(atMs, reader, { hour: 'numeric', minute: '2-digit' });
}

/** The day in a person's time zone as `YYYY-MM-DD`. */
export function isoDay(atMs: number, timeZone: string): string {
  return formatMoment(atMs, { locale: 'sv-SE', timeZone }, { year: 'numeric', month: '2-digit', day: '2-digit' });
}

/** The time of day in a person's time zone as `HH:MM`. */
export function isoTime(atMs: number, timeZone: string): string {
  return formatMoment(atMs, { locale: 'sv-SE', timeZone }, { hour: '2-digit', minute: '2-digit' });
}

/** Slack's timestamp (`1700000000.000100`) in ms since 1970. */
export function tsMs(ts: string): number {
  return Number(ts) * 1000;
}

/** The moment at which clocks in a time zone show this day (YYYY-MM-DD) and time (HH:MM), in ms; NaN when it is none. */
export function zonedMoment(day: string, time: string, timeZone: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return Number.NaN;
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const shown = (atMs: number) => Date.parse(`${isoDay(atMs, timeZone)}T${isoTime(atMs, timeZone)}:00Z`);
  // Twice, since the first guess may lie on the other side of a change of the clocks.
  const guess = asUtc - (shown(asUtc) - asUtc);
  return guess - (shown(guess) - asUtc);
}
