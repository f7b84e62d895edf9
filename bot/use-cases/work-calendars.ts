import { type CalendarDate, dayNumber } from '../../core/calendar-date.ts';
import type { WorkCalendar } from '../../core/follow-ups/work-calendar.ts';
import { type Absence, findAbsences } from '../store/absences.ts';
import {
  findOwnDays,
  findWhereabouts,
  findWorkWeek,
  type OwnDay,
  type Whereabouts,
  type WorkWeek,
} from '../store/work-days.ts';
import type { UseCaseContext } from './context.ts';
import { countryOfZone, type PublicHolidays, publicHolidays } from './public-holidays.ts';

/** What a day is to somebody; an absence is told only on days that would be worked otherwise. */
export type DayKind =
  | { readonly kind: 'working' }
  /** A weekend or public holiday that the workspace works. */
  | { readonly kind: 'extra'; readonly title: string | null }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'holiday'; readonly title: string }
  /** A day that only the workspace has off. */
  | { readonly kind: 'off'; readonly title: string | null }
  | { readonly kind: 'away'; readonly coverId: string | null };

/** When somebody works. */
export interface MemberCalendar extends WorkCalendar {
  /** Whose public holidays are in it (`DE-BY`); null: no country is known, so that only weekends are off. */
  readonly country: string | null;
  /** Whether anything is known of that country's holidays. */
  readonly hasHolidays: boolean;
  /** Days of the week that nobody works, Monday 1 to Sunday 7. */
  readonly weekend: readonly number[];
  kindOf(day: CalendarDate): DayKind;
  /** The absence on that day, working day or not; undefined when there is none. */
  absenceOn(day: CalendarDate): Absence | undefined;
}

type Reader = Pick<UseCaseContext, 'db' | 'actor'>;

/**
 * When each of these members works: not at the workspace's weekend, nor on public holidays of the member's country (else the
 * workspace's, else that of the member's time zone), but for the days that the workspace works or has off on its own, nor
 * while away. Ids that the workspace does not have are left out.
 *
 * Absences and the workspace's own days are known from `from` to `to`, both included; weekends and public holidays on every
 * day. Four queries, however many members.
 */
export async function workCalendarsOf(
  { db, actor: { workspaceId } }: Reader,
  memberIds: readonly string[],
  from: CalendarDate,
  to: CalendarDate,
): Promise<ReadonlyMap<string, MemberCalendar>> {
  const [week, ownDays, members, absences] = await Promise.all([
    weekOf(db, workspaceId),
    findOwnDays(db, workspaceId, from, to),
    findWhereabouts(db, workspaceId, memberIds),
    findAbsences(db, workspaceId, { memberIds, from, to }),
  ]);
  return memberCalendars({ week, ownDays, members, absences });
}

/** What calendars are made from; absences of others than these members do not matter. */
export interface CalendarParts {
  readonly week: WorkWeek;
  readonly ownDays: readonly OwnDay[];
  readonly members: readonly Whereabouts[];
  readonly absences: readonly Absence[];
}

/** Like {@link workCalendarsOf}, from what is read already. */
export async function memberCalendars({
  week,
  ownDays,
  members,
  absences,
}: CalendarParts): Promise<ReadonlyMap<string, MemberCalendar>> {
  const absencesOf = Map.groupBy(absences, ({ memberId }) => memberId);
  const countries = await countriesOf(members.map(({ timeZone }) => timeZone));
  const calendars = new Map<string, MemberCalendar>();
  for (const { id, country, timeZone } of members) {
    const code = country ?? week.country ?? countries.get(timeZone) ?? null;
    calendars.set(id, await calendarOf(code, week, ownDays, absencesOf.get(id) ?? []));
  }
  return calendars;
}

/** The countries of these zones, each found once: a whole workspace has a few. */
async function countriesOf(timeZones: readonly (string | null)[]): Promise<ReadonlyMap<string | null, string>> {
  const countries = new Map<string | null, string>();
  for (const timeZone of new Set(timeZones)) {
    const country = timeZone === null ? undefined : await countryOfZone(timeZone);
    if (country !== undefined) countries.set(timeZone, country);
  }
  return countries;
}

/** When the workspace works where it concerns nobody in particular: weekends, its country's holidays, its own days. */
export async function workspaceCalendar(
  { db, actor: { workspaceId } }: Reader,
  from: CalendarDate,
  to: CalendarDate,
): Promise<MemberCalendar> {
  const week = await weekOf(db, workspaceId);
  return calendarOf(week.country, week, await findOwnDays(db, workspaceId, from, to), []);
}

async function weekOf(db: UseCaseContext['db'], workspaceId: string): Promise<WorkWeek> {
  return (await findWorkWeek(db, workspaceId)) ?? { country: null, weekend: [6, 7] };
}

async function calendarOf(
  country: string | null,
  { weekend }: WorkWeek,
  ownDays: readonly OwnDay[],
  absences: readonly Absence[],
): Promise<MemberCalendar> {
  const holidays = country === null ? undefined : await publicHolidays(country);
  return new DayByDay(country, holidays, weekend, ownDays, absences);
}

class DayByDay implements MemberCalendar {
  readonly country: string | null;
  readonly hasHolidays: boolean;
  private readonly holidays: PublicHolidays | undefined;
  readonly weekend: readonly number[];
  private readonly ownDays: ReadonlyMap<CalendarDate, OwnDay>;
  private readonly absences: readonly Absence[];

  constructor(
    country: string | null,
    holidays: PublicHolidays | undefined,
    weekend: readonly number[],
    ownDays: readonly OwnDay[],
    absences: readonly Absence[],
  ) {
    this.country = country;
    this.hasHolidays = holidays !== undefined;
    this.holidays = holidays;
    this.weekend = weekend;
    this.ownDays = new Map(ownDays.map((own) => [own.day, own]));
    this.absences = absences;
  }

  isWorkingDay(day: CalendarDate): boolean {
    const { kind } = this.kindOf(day);
    return kind === 'working' || kind === 'extra';
  }

  kindOf(day: CalendarDate): DayKind {
    const kind = this.dayForAll(day);
    if (kind.kind !== 'working' && kind.kind !== 'extra') return kind;
    const absence = this.absenceOn(day);
    return absence === undefined ? kind : { kind: 'away', coverId: absence.coverId };
  }

  absenceOn(day: CalendarDate): Absence | undefined {
    return this.absences.find(({ fromOn, toOn }) => fromOn <= day && day <= toOn);
  }

  private dayForAll(day: CalendarDate): DayKind {
    const own = this.ownDays.get(day);
    if (own?.kind === 'off') return { kind: 'off', title: own.title };
    const title = this.holidays?.titleOn(day);
    const isWeekend = this.weekend.includes(weekdayOf(day));
    if (own?.kind === 'working' && (isWeekend || title !== undefined)) return { kind: 'extra', title: own.title };
    if (own?.kind === 'working') return { kind: 'working' };
    if (title !== undefined) return { kind: 'holiday', title };
    return { kind: isWeekend ? 'weekend' : 'working' };
  }
}

/** The day of the week, Monday 1 to Sunday 7; 1970-01-01 was a Thursday. */
export function weekdayOf(day: CalendarDate): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}
