import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import { localDay, momentIn } from '../clock.ts';
import { type Absence, findAbsences } from '../store/absences.ts';
import type { MemberRecord } from '../store/members.ts';
import { findOwnDays } from '../store/work-days.ts';
import type { WorkspaceSettings } from '../store/workspace-settings.ts';
import type { UseCaseContext } from './context.ts';
import { type MemberCalendar, memberCalendars } from './work-calendars.ts';

/** A rep whose day is planned. */
export interface PlannedRep {
  readonly member: MemberRecord;
  readonly timeZone: string;
  readonly today: CalendarDate;
  readonly on: CalendarDate;
  /** When `today` begins where the rep is, and when it ends. */
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly calendar: MemberCalendar;
  readonly budgetMinutes: number;
  readonly isAway: boolean;
  /** Whose customers are in the day: the rep's own unless somebody else has them, and those of whom the rep covers. */
  readonly ownerIds: readonly string[];
}

/**
 * These members as their day is planned with, in their order; `on` default: today where each is. `dayMinutes` is the budget
 * of those without one of their own. Two queries, as many queries however many members.
 */
export async function plannedReps(
  context: UseCaseContext,
  { dayMinutes, week }: Pick<WorkspaceSettings, 'dayMinutes' | 'week'>,
  members: readonly MemberRecord[],
  on: CalendarDate | undefined,
): Promise<PlannedRep[]> {
  const { db, actor, clock } = context;
  const now = clock.now();
  const zones = new Set(members.map(({ timeZone }) => timeZone ?? 'UTC'));
  const todayIn = new Map([...zones].map((timeZone) => [timeZone, todayOf(now, timeZone)]));
  const days = [...Array.from(todayIn.values(), ({ today }) => today), ...(on === undefined ? [] : [on])].toSorted();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return [];
  const known = addDays(to, 366);
  const memberIds = members.map(({ id }) => id);
  const [ownDays, absences] = await Promise.all([
    findOwnDays(db, actor.workspaceId, from, known),
    findAbsences(db, actor.workspaceId, { memberIds, from, to: known, orOfOthersTo: to }),
  ]);
  const calendars = await memberCalendars({ week, ownDays, members, absences });
  return members.flatMap((member): PlannedRep[] => {
    const timeZone = member.timeZone ?? 'UTC';
    const calendar = calendars.get(member.id);
    const its = todayIn.get(timeZone);
    if (calendar === undefined || its === undefined) return [];
    const day = on ?? its.today;
    const absence = calendar.absenceOn(day);
    const isCovered = absence !== undefined && absence.coverId !== null;
    const others = absence === undefined ? coveredOn(absences, member.id, day) : [];
    return [
      {
        member,
        timeZone,
        ...its,
        on: day,
        calendar,
        budgetMinutes: member.dayMinutes ?? dayMinutes,
        isAway: absence !== undefined,
        ownerIds: isCovered ? [] : [member.id, ...others],
      },
    ];
  });
}

function todayOf(now: Date, timeZone: string): Pick<PlannedRep, 'today' | 'startsAt' | 'endsAt'> {
  const today = localDay(now, timeZone);
  const [startsAt, endsAt] = [momentIn(timeZone, today, '00:00'), momentIn(timeZone, addDays(today, 1), '00:00')];
  return { today, startsAt, endsAt };
}

function coveredOn(absences: readonly Absence[], memberId: string, day: CalendarDate): string[] {
  const absent = absences.filter(({ coverId, fromOn, toOn }) => coverId === memberId && fromOn <= day && day <= toOn);
  return [...new Set(absent.map((absence) => absence.memberId))].toSorted();
}
