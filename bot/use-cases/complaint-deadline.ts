import { addDays } from '../../core/calendar-date.ts';
import { levelOf } from '../../core/follow-ups/service-levels.ts';
import { workingDeadline } from '../../core/follow-ups/working-deadline.ts';
import { localDay, zoneOffsetMs } from '../clock.ts';
import type { Customer } from '../store/customers.ts';
import { findGrades } from '../store/grades.ts';
import { findMembersById } from '../store/members.ts';
import type { UseCaseContext } from './context.ts';
import { levelsInUse } from './refresh-follow-ups.ts';
import { workCalendarsOf, workspaceCalendar } from './work-calendars.ts';

/** No tier has longer than a few weeks for an answer. */
const HORIZON_DAYS = 120;

/**
 * The moment by which a complaint of a customer that came in at `from` is to be answered: as many working hours later as the
 * playbook of its tier allows, in the zone and on the working days of its owner, else of the workspace.
 *
 * The owner's absences do not put it off: the customer waits for an answer, and somebody covers.
 */
export async function complaintDeadline(context: UseCaseContext, customer: Customer, from: Date): Promise<Date> {
  const { db, actor } = context;
  const { ownerId, id, stage } = customer;
  const grade = (await findGrades(db, actor.workspaceId, { ids: [id] })).get(id);
  const levels = await levelsInUse(db, actor.workspaceId);
  const { complaintHours } = levelOf(levels, { stage, status: grade?.status ?? null, tier: grade?.tier ?? null });
  const owner = ownerId === null ? undefined : (await findMembersById(db, actor.workspaceId, [ownerId])).get(ownerId);
  const timeZone = owner?.timeZone ?? 'UTC';
  const today = localDay(from, timeZone);
  const until = addDays(today, HORIZON_DAYS);
  const ofOwner = owner && (await workCalendarsOf(context, [owner.id], today, until)).get(owner.id);
  const calendar = ofOwner ?? (await workspaceCalendar(context, today, until));
  const deadlineMs = workingDeadline(from.getTime(), complaintHours, {
    calendar: { isWorkingDay: (day) => ['working', 'extra', 'away'].includes(calendar.kindOf(day).kind) },
    zoneOffsetMs: (atMs) => zoneOffsetMs(timeZone, atMs),
  });
  return new Date(deadlineMs);
}
