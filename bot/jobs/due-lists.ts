import type { CalendarDate } from '../../core/calendar-date.ts';
import { momentIn } from '../clock.ts';
import { knownZone } from '../known-zone.ts';
import type { Database } from '../store/database.ts';
import type { DueDelivery } from '../store/deliveries.ts';
import {
  findListTimes,
  findMembersWithoutList,
  type LatestList,
  type ListTime,
  type MemberWithoutList,
} from '../store/due-lists.ts';
import { type MemberCalendar, workCalendarsOf } from '../use-cases/work-calendars.ts';
import { daysSinceLast, freshStarts } from './days-since-last.ts';
import { CATCH_UP_MS } from './delivery-kind.ts';
import { lastDue } from './last-due.ts';

/**
 * Whose daily list is due: for each member with customers, by zone and hour, on each working day of theirs. After a stop the
 * days since the last list are among them, which are then too late; a member who never had one begins with the next.
 */
export async function findDueLists(db: Database, workspaceId: string, kind: string, now: Date): Promise<DueDelivery[]> {
  const times = await findListTimes(db, workspaceId);
  const members = await findMembersWithoutList(
    db,
    workspaceId,
    kind,
    times.map((time) => latestOf(time, now)),
  );
  const days = members.flatMap((member) => daysSinceLast(member)).toSorted();
  const [from, to] = [days.at(0), days.at(-1)];
  if (from === undefined || to === undefined) return [];
  const actor = { workspaceId, memberId: null, role: 'admin' } as const;
  const ids = members.map(({ memberId }) => memberId);
  const calendars = await workCalendarsOf({ db, actor }, ids, from, to);
  const startsOf = await freshStarts(db, workspaceId, 'listAt', members);
  const momentOf = rememberedMoments();
  return members.flatMap((member) => {
    const since = startsOf.get(member.memberId);
    const due = dueOf(member, calendars.get(member.memberId), workspaceId, kind, now, momentOf);
    return since === undefined ? due : due.filter(({ dueAt }) => dueAt >= since || !isLate(dueAt, now));
  });
}

type MomentOf = (time: ListTime, day: CalendarDate) => Date;

/** When lists are due: thousands of members share a few zones and times, and each moment takes a while to find. */
function rememberedMoments(): MomentOf {
  const moments = new Map<string, Date>();
  return ({ listAt, timeZone }, day) => {
    const key = `${timeZone} ${day} ${listAt}`;
    const moment = moments.get(key) ?? momentIn(knownZone(timeZone), day, listAt);
    moments.set(key, moment);
    return moment;
  };
}

function latestOf(time: ListTime, now: Date): LatestList {
  return { ...time, ...lastDue(now, time.listAt, knownZone(time.timeZone)) };
}

function dueOf(
  member: MemberWithoutList,
  calendar: MemberCalendar | undefined,
  workspaceId: string,
  kind: string,
  now: Date,
  momentOf: MomentOf,
): DueDelivery[] {
  const { lastOn, memberId, slackUserId: target } = member;
  return daysSinceLast(member).flatMap((localDate) => {
    const dueAt = momentOf(member, localDate);
    if (calendar?.isWorkingDay(localDate) === false || (lastOn === null && isLate(dueAt, now))) return [];
    return [{ workspaceId, kind, target, localDate, subject: '', memberId, dueAt }];
  });
}

function isLate(dueAt: Date, now: Date): boolean {
  return now.getTime() - dueAt.getTime() > CATCH_UP_MS;
}
