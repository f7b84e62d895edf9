import { localDay } from '../clock.ts';
import { type DoneAction, findDoneActions } from '../store/due-follow-ups.ts';
import type { UseCaseContext } from './context.ts';
import type { PlannedRep } from './planned-reps.ts';

/** What settles a customer's next contact when somebody does it. */
const SETTLING = ['contact', 'snooze', 'skip', 'pause'];

/**
 * What was done to their customers, and by them, on the days that are today for these reps and are planned: the latest of
 * each customer, latest first.
 */
export async function doneToday(
  { db, actor }: UseCaseContext,
  reps: readonly PlannedRep[],
): Promise<readonly DoneAction[]> {
  const current = reps.filter((rep) => rep.on === rep.today);
  if (current.length === 0) return [];
  const starts = current.map(({ startsAt }) => startsAt.getTime());
  const ends = current.map(({ endsAt }) => endsAt.getTime());
  const actions = await findDoneActions(
    db,
    actor.workspaceId,
    [...new Set(current.flatMap((rep) => [rep.member.id, ...rep.ownerIds]))],
    { from: new Date(Math.min(...starts)), until: new Date(Math.max(...ends)), kinds: SETTLING },
  );
  const seen = new Set<string>();
  return actions.filter(({ customerId }) => {
    const isLatest = !seen.has(customerId);
    seen.add(customerId);
    return isLatest;
  });
}

/** Those that were done to the rep's customers on the planned day where the rep is. */
export function doneInBook({ on, ownerIds, timeZone }: PlannedRep, done: readonly DoneAction[]): DoneAction[] {
  return done.filter(({ doneAt, ownerId }) => ownerIds.includes(ownerId ?? '') && localDay(doneAt, timeZone) === on);
}

/** Whom the rep has contacted on the planned day; nobody where that is not today. */
export function contactedBy({ member, on, timeZone, today }: PlannedRep, done: readonly DoneAction[]): DoneAction[] {
  if (on !== today) return [];
  return done.filter(
    ({ doneAt, kind, memberId }) => memberId === member.id && kind === 'contact' && localDay(doneAt, timeZone) === on,
  );
}
