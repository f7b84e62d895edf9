import type Holidays from 'date-holidays';
import type { HolidaysTypes } from 'date-holidays';
import { addDays, type CalendarDate, dateParts, parseIsoDate } from '../../core/calendar-date.ts';

/** The days on which a whole country, or a part of one, does not work. */
export interface PublicHolidays {
  /** What the day is called in the country's own language; undefined when it is no public holiday. */
  titleOn(day: CalendarDate): string | undefined;
}

/**
 * The public holidays of a country (`DE`) or a part of it (`DE-BY`, `DE-BY-A`), by date-holidays; undefined when it knows
 * none such. Only days that everybody has off as a whole: type `public`, from 9 to 17 o'clock, and not for women, soldiers
 * or children alone.
 *
 * China's days off in lieu and make-up working Saturdays (调休) are decreed anew each autumn and are in no such rules: they
 * are days of the workspace's own.
 *
 * The package takes 120 ms and 37 MB to load, and a year of the Chinese calendar 60 ms (others 3 to 6): it is loaded when
 * first asked, and each year is found once.
 */
export async function publicHolidays(code: string): Promise<PublicHolidays | undefined> {
  const known = countries.get(code);
  if (known !== undefined) return known;
  const { default: Rules } = await loadHolidays();
  const parts = code.split('-');
  if (partOf(new Rules(), parts) === undefined) return undefined;
  const holidays = new CountryHolidays(new Rules(...(parts as [string])));
  countries.set(code, holidays);
  return holidays;
}

/** The code as it is kept (`DE-BY`), however it was typed; undefined when nothing is known of that country or part. */
export async function countryCode(text: string): Promise<string | undefined> {
  const parts = text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .split(/[-_\s]+/);
  const { default: Rules } = await loadHolidays();
  return partOf(new Rules(), parts) === undefined ? undefined : parts.join('-');
}

/** The country that a time zone lies in; undefined for UTC and for zones of countries whose holidays are not known. */
export async function countryOfZone(timeZone: string): Promise<string | undefined> {
  if (zones === undefined) {
    const { default: Rules } = await loadHolidays();
    zones = new Map(
      Object.keys(new Rules().getCountries()).flatMap((country) => zonesOf(country).map((zone) => [zone, country])),
    );
  }
  return zones.get(canonicalZone(timeZone));
}

let zones: Map<string, string> | undefined;
const countries = new Map<string, PublicHolidays>();

function loadHolidays(): Promise<{ readonly default: typeof Holidays }> {
  return import('date-holidays');
}

/** The name of a country, or of a part of it that the parts of its code lead to; undefined when there is none. */
function partOf(rules: Holidays, [country = '', state, region, ...more]: readonly string[]): string | undefined {
  if (more.length > 0) return undefined;
  // The package says undefined where it knows no such country, which its types do not.
  const own = (found: Readonly<Record<string, string>> | undefined, code: string) =>
    found !== undefined && Object.hasOwn(found, code) ? found[code] : undefined;
  const name = own(rules.getCountries(), country);
  if (name === undefined || state === undefined) return name;
  const stateName = own(rules.getStates(country), state);
  if (stateName === undefined || region === undefined) return stateName;
  return own(rules.getRegions(country, state), region);
}

/** Unicode's zones of a country: unlike the package's own, each is one country's and none is left out. */
function zonesOf(country: string): string[] {
  const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & { getTimeZones(): string[] | undefined };
  return (locale.getTimeZones() ?? []).map(canonicalZone);
}

/** One name for zones of several, such as Asia/Kolkata and Asia/Calcutta; the text itself when Node knows no such zone. */
function canonicalZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return timeZone;
  }
}

class CountryHolidays implements PublicHolidays {
  private readonly rules: Holidays;
  private readonly years = new Map<number, ReadonlyMap<CalendarDate, string>>();

  constructor(rules: Holidays) {
    this.rules = rules;
  }

  titleOn(day: CalendarDate): string | undefined {
    const { year } = dateParts(day);
    const known = this.years.get(year) ?? daysOff(this.rules.getHolidays(year));
    this.years.set(year, known);
    return known.get(day);
  }
}

function daysOff(holidays: readonly HolidaysTypes.Holiday[]): Map<CalendarDate, string> {
  const days = new Map<CalendarDate, string>();
  for (const holiday of holidays) {
    if (holiday.type !== 'public' || isForSome(holiday)) continue;
    for (const day of wholeDays(holiday)) days.set(day, days.get(day) ?? holiday.name);
  }
  return days;
}

/** Of holidays that not everybody has, only a note tells: "only for women", "Children below the age of 14". */
function isForSome(holiday: HolidaysTypes.Holiday & { readonly note?: string }): boolean {
  return /^(only )?for |below the age/i.test(holiday.note ?? '');
}

const MS_PER_HOUR = 3_600_000;
/** A day counts when it is off from the one hour to the other. */
const WORK_BEGINS = 9;
const WORK_ENDS = 17;

/** The days that a holiday takes as a whole: some begin at noon, those of lunar calendars at six in the evening before. */
function wholeDays({ date, start, end }: HolidaysTypes.Holiday): CalendarDate[] {
  const [, text = '', hour = '0', isEveningBefore] = /^(\S+) (\d\d)\S*( -0600)?/.exec(date) ?? [];
  const first = parseIsoDate(text);
  if (first === undefined) return [];
  const beginsAt = Number(hour) - (isEveningBefore === undefined ? 0 : 6);
  const endsAt = beginsAt + Math.round((end.getTime() - start.getTime()) / MS_PER_HOUR);
  const days: CalendarDate[] = [];
  for (let after = 0; after * 24 + WORK_ENDS <= endsAt; after += 1) {
    if (beginsAt <= after * 24 + WORK_BEGINS) days.push(addDays(first, after));
  }
  return days;
}
