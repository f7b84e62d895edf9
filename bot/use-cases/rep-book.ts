import type { Digest, DigestMoves, TierCount } from '../../core/digest/digest.ts';
import { tierCounts } from '../../core/digest/tier-counts.ts';
import { type BookLoad, bookLoad } from '../../core/follow-ups/book-load.ts';
import { levelOf, type ServiceLevels } from '../../core/follow-ups/service-levels.ts';
import { countBook } from '../store/digest-book.ts';
import { countBookChanges } from '../store/digest-moves.ts';
import { findMembersById, type MemberRecord } from '../store/members.ts';
import { readSnapshot } from '../store/read-snapshot.ts';
import { findDayMinutes } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { DEBT_DAYS, digestBasis, digestFrame, intervalsOf, reachSince } from './digest-basis.ts';
import { digestMoves } from './digest-moves.ts';
import { digestTeam } from './digest-team.ts';
import { homeScope } from './home-scope.ts';
import { memberName } from './member-name.ts';
import { UseCaseError } from './use-case-error.ts';

/** A rep's book as the Home tab shows it. */
export interface RepBook
  extends Pick<Digest, 'date' | 'asOf' | 'since' | 'timeZone' | 'schemes' | 'currencies' | 'members'> {
  readonly memberId: string;
  readonly name: string;
  readonly customers: number;
  /** Customers by place; tiers of a stage without anybody too, where the stage has somebody. */
  readonly places: readonly TierCount[];
  readonly load: BookLoad;
  readonly overdue: { readonly customers: number; readonly owed: number };
  /** Since {@link RepBook.since}; null where nothing is known of before. */
  readonly moves: { readonly up: DigestMoves; readonly down: DigestMoves } | null;
}

/** Moves of each direction that are told. */
const MOST_MOVES = 5;

/**
 * A rep's book by tier, what it takes against what one rep can do, and whose grades have changed lately and why. As many queries
 * whatever the book's size.
 *
 * Throws {@link UseCaseError} `others-digest` where the actor may not see it (a rep sees their own, a manager the team's),
 * `no-such-member`, and `before-history` where the book is not known yet.
 */
export async function repBook(context: UseCaseContext, memberId: string): Promise<RepBook> {
  const { actor } = context;
  if (actor.memberId !== memberId) await digestTeam(context, memberId);
  const member = (await findMembersById(context.db, actor.workspaceId, [memberId])).get(memberId);
  if (member === undefined) throw new UseCaseError('no-such-member', memberId);
  const scope = await homeScope(context, member, [memberId]);
  return readSnapshot(context.db, async (db) => {
    const basis = await digestBasis({ ...context, db }, scope);
    const { date, levels, reach, schemes } = basis;
    const counts = await countBook(
      db,
      { ...reach, since: null },
      { date, intervals: intervalsOf(basis), days: DEBT_DAYS, withMade: false },
    );
    const places = tierCounts(counts, schemes, false);
    const since = reachSince(basis);
    return {
      ...digestFrame(basis, [memberId]),
      memberId,
      name: memberName(member),
      customers: sum(places.map(({ customers }) => customers)),
      places,
      load: loadOf(places, levels, member, await findDayMinutes(db, reach.workspaceId)),
      overdue: {
        customers: sum(counts.map(({ overdue }) => overdue)),
        owed: sum(counts.map(({ owed }) => owed)),
      },
      moves:
        since === undefined ? null : await digestMoves(db, basis, since, await countBookChanges(db, since), MOST_MOVES),
    };
  });
}

function loadOf(
  places: readonly TierCount[],
  levels: ServiceLevels,
  { dayMinutes }: MemberRecord,
  workdayMinutes: number,
): BookLoad {
  const served = Map.groupBy(places, (place) => levelOf(levels, place));
  const customersOf = (level: ServiceLevels[number]) =>
    sum((served.get(level) ?? []).map(({ customers }) => customers));
  return bookLoad(levels, customersOf, dayMinutes ?? workdayMinutes);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
