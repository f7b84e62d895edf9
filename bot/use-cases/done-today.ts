import { localDay } from '../clock.ts';
import { type DoneAction, findDoneActions } from '../store/due-follow-ups.ts';
import type { UseCaseContext } from './context.ts';
import type { PlannedRep } from './planned-reps.ts';

/** What settles a customer's next contact when somebody does it. */
const SETTLING = ['contact', 'snooze', 'skip', 'pause'];

/** What was done to their customers, and by them, on the days that are today for these reps and are planned; latest first. */
export async function doneToday(
  { db, actor }: UseCaseContext,
  reps: readonly PlannedRep[],
): Promise<readonly DoneAction[]> {
  const current = reps.filter((rep) => rep.on === rep.today);
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
  return latestOfEach(done.filter((action) => rep.ownerIds.includes(action.ownerId ?? '') && isOfDay(rep, action)));
}

/** The latest contact of each customer whom the rep has contacted on the planned day; nobody where that is not today. */
export function contactedBy(rep: PlannedRep, done: readonly DoneAction[]): DoneAction[] {
  const { member, on, today } = rep;
  if (on !== today) return [];
  return latestOfEach(
    done.filter((action) => action.memberId === member.id && action.kind === 'contact' && isOfDay(rep, action)),
  );
}

/** A contact of a day before that is told only now is none of the planned day. */
function isOfDay({ on, timeZone }: PlannedRep, { doneAt, happenedOn }: DoneAction): boolean {
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
