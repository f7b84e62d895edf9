import type { CalendarDate } from '../../core/calendar-date.ts';
import { localDay } from '../clock.ts';
import { type DoneAction, findDoneActions } from '../store/due-follow-ups.ts';
import type { UseCaseContext } from './context.ts';
import type { PlannedRep } from './planned-reps.ts';

/** What settles a customer's next contact when somebody does it. */
const SETTLING = ['contact', 'snooze', 'skip', 'pause'];

/**
 * What was done to their customers, and by them, on the days that are today for these reps: where those are planned, or days
 * after them; latest first.
 */
export async function doneToday(
  { db, actor }: UseCaseContext,
  reps: readonly PlannedRep[],
): Promise<readonly DoneAction[]> {
  const current = reps.filter((rep) => rep.on >= rep.today);
  if (current.length === 0) return [];
  const starts = current.map(({ startsAt }) => startsAt.getTime());
  const ends = current.map(({ endsAt }) => endsAt.getTime());
  return findDoneActions(
    db,
    actor.workspaceId,
    [...new Set(current.flatMap((rep) => [rep.member.id, ...rep.ownerIds]))],
    { from: new Date(Math.min(...starts)), until: new Date(Math.max(...ends)), kinds: SETTLING },
  );
}

/** The latest that was done to each of the rep's customers on the planned day where the rep is, latest first. */
export function doneInBook(rep: PlannedRep, done: readonly DoneAction[]): DoneAction[] {
  const { on, ownerIds } = rep;
  return latestOfEach(done.filter((action) => ownerIds.includes(action.ownerId ?? '') && isOfDay(on, rep, action)));
}

/** The latest contact of each customer whom the rep has contacted on a day; nobody where that is not today. */
export function contactedBy(rep: PlannedRep, on: CalendarDate, done: readonly DoneAction[]): DoneAction[] {
  if (on !== rep.today) return [];
  return latestOfEach(
    done.filter((action) => action.memberId === rep.member.id && action.kind === 'contact' && isOfDay(on, rep, action)),
  );
}

/** A contact of a day before that is told only now is none of the day on which it is told. */
function isOfDay(on: CalendarDate, { timeZone }: PlannedRep, { doneAt, happenedOn }: DoneAction): boolean {
  return localDay(doneAt, timeZone) === on && (happenedOn === null || happenedOn >= on);
}

function latestOfEach(done: readonly DoneAction[]): DoneAction[] {
  const seen = new Set<string>();
  return done.filter(({ customerId }) => {
    const isLatest = !seen.has(customerId);
    seen.add(customerId);
    return isLatest;
  });
}
