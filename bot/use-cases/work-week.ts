import { addDays, type CalendarDate, dayNumber } from '../../core/calendar-date.ts';
import { recordAuditEvent } from '../store/audit-events.ts';
import { deleteOwnDays, type OwnDay, saveOwnDay, saveWorkWeek } from '../store/work-days.ts';
import type { UseCaseContext } from './context.ts';
import { mayReassign } from './may-act-for.ts';
import { countryCode } from './public-holidays.ts';
import { UseCaseError } from './use-case-error.ts';

/** Days from one to another, both included. */
export interface DayRange {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** How many days can be put down at once. */
export const MOST_DAYS = 62;
const LONGEST_TITLE = 100;

/** What is set of a workspace's week; what is undefined stays. */
export interface WorkWeekChange {
  /** As it was typed (`DE-BY`); null: those of each member's time zone. */
  readonly country?: string | null | undefined;
  /** Days of the week that nobody works, Monday 1 to Sunday 7. */
  readonly weekend?: readonly number[] | undefined;
  /** Minutes that a day has for contacts, where a member's are not set. */
  readonly dayMinutes?: number | undefined;
}

/**
 * Says whose public holidays the workspace keeps (`DE-BY`), or null: those of each member's time zone. Returns the code as
 * it is kept. Throws {@link UseCaseError} `not-allowed` or `unknown-country`.
 */
export async function setCountry(context: UseCaseContext, country: string | null): Promise<string | null> {
  return (await setWorkWeek(context, { country })).country ?? null;
}

/** Says which days of the week nobody works, Monday 1 to Sunday 7. Throws {@link UseCaseError} `not-allowed` or `weekend`. */
export async function setWeekend(context: UseCaseContext, weekdays: readonly number[]): Promise<readonly number[]> {
  return (await setWorkWeek(context, { weekend: weekdays })).weekend ?? [];
}

/**
 * Sets all of a week that is given, or, where one thing is refused, nothing; returns it as it is kept. Throws
 * {@link UseCaseError} `not-allowed`, `unknown-country`, `weekend` or `day-minutes`.
 */
export async function setWorkWeek(
  context: UseCaseContext,
  { country, dayMinutes, weekend }: WorkWeekChange,
): Promise<WorkWeekChange> {
  const set = {
    ...(country !== undefined && { country: await checkedCountry(country) }),
    ...(weekend !== undefined && { weekend: checkedWeekend(weekend) }),
    ...(dayMinutes !== undefined && { dayMinutes: checkedMinutes(dayMinutes) }),
  };
  await changed(context, Object.keys(set).join(' '), (db, workspaceId) => saveWorkWeek(db, workspaceId, set));
  return set;
}

async function checkedCountry(country: string | null): Promise<string | null> {
  const code = country === null ? null : await countryCode(country);
  if (code === undefined) throw new UseCaseError('unknown-country', country ?? '');
  return code;
}

function checkedWeekend(weekdays: readonly number[]): number[] {
  const weekend = [...new Set(weekdays)].toSorted((a, b) => a - b);
  const isPossible = weekend.every((weekday) => Number.isInteger(weekday) && weekday >= 1 && weekday <= 7);
  if (!isPossible || weekend.length > 6) throw new UseCaseError('weekend', weekdays.join(','));
  return weekend;
}

function checkedMinutes(dayMinutes: number): number {
  const isPossible = Number.isInteger(dayMinutes) && dayMinutes >= 30 && dayMinutes <= 960;
  if (!isPossible) throw new UseCaseError('day-minutes', String(dayMinutes));
  return dayMinutes;
}

/**
 * Says that the workspace has these days off, or works them, whatever weekday and public holidays say. Returns how many they
 * are. Throws {@link UseCaseError} `not-allowed`, `day-order` or `too-many-days`.
 */
export async function setOwnDays(
  context: UseCaseContext,
  days: DayRange,
  kind: OwnDay['kind'],
  title: string | null,
): Promise<number> {
  const count = lengthOf(days);
  const text = title?.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE) ?? '';
  await changed(context, kind, async (db, workspaceId) => {
    for (let after = 0; after < count; after += 1) {
      await saveOwnDay(db, workspaceId, { day: addDays(days.from, after), kind, title: text === '' ? null : text });
    }
  });
  return count;
}

/** Weekday and public holidays decide again on these days; how many were the workspace's own. Throws as {@link setOwnDays}. */
export async function clearOwnDays(context: UseCaseContext, days: DayRange): Promise<number> {
  lengthOf(days);
  return changed(context, 'clear', (db, workspaceId) => deleteOwnDays(db, workspaceId, days.from, days.to));
}

function lengthOf({ from, to }: DayRange): number {
  if (to < from) throw new UseCaseError('day-order', to);
  const count = dayNumber(to) - dayNumber(from) + 1;
  if (count > MOST_DAYS) throw new UseCaseError('too-many-days', String(MOST_DAYS));
  return count;
}

async function changed<T>(
  { db, actor, clock }: UseCaseContext,
  what: string,
  save: (db: UseCaseContext['db'], workspaceId: string) => Promise<T>,
): Promise<T> {
  const { workspaceId, memberId } = actor;
  if (!mayReassign(actor)) throw new UseCaseError('not-allowed', what);
  return db.transaction().execute(async (within) => {
    const result = await save(within, workspaceId);
    const event = { workspaceId, memberId, action: 'calendar-changed', detail: { what } } as const;
    await recordAuditEvent(within, event, clock.now());
    return result;
  });
}
