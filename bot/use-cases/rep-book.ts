import type { Digest, DigestMoves, TierCount } from '../../core/digest/digest.ts';
import { tierCounts } from '../../core/digest/tier-counts.ts';
import { type BookLoad, bookLoad } from '../../core/follow-ups/book-load.ts';
import { levelOf, type ServiceLevels } from '../../core/follow-ups/service-levels.ts';
import { countRepBook } from '../store/count-rep-book.ts';
import type { Database } from '../store/database.ts';
import type { BookChanges } from '../store/digest-moves.ts';
import { findRunsAt } from '../store/digest-runs.ts';
import type { MemberRecord } from '../store/members.ts';
import { readSnapshot } from '../store/read-snapshot.ts';
import { findRepBookBasis, type RepBookBasis } from '../store/rep-book-basis.ts';
import type { UseCaseContext } from './context.ts';
import {
  basisOf,
  DEBT_DAYS,
  type DigestBasis,
  digestFrame,
  fittedBy,
  intervalsOf,
  reachOf,
  reachSince,
  schemesBefore,
} from './digest-basis.ts';
import { digestMoves } from './digest-moves.ts';
import { digestTeam } from './digest-team.ts';
import { scopeAsOf } from './home-scope.ts';
import { memberName } from './member-name.ts';
import { catchUpFollowUps } from './refresh-follow-ups.ts';
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
  if (context.actor.memberId !== memberId) await digestTeam(context, memberId);
  return bookOf(context, memberId, false);
}

/** Follow-ups are first brought in line with gradings that they do not know of, unless that was done already. */
async function bookOf(context: UseCaseContext, memberId: string, isCaughtUp: boolean): Promise<RepBook> {
  const { actor, clock } = context;
  const book = await readSnapshot(context.db, async (db) => {
    const asOf = clock.now();
    const found = await findRepBookBasis(db, actor.workspaceId, memberId, asOf);
    if (found === undefined) throw new UseCaseError('no-such-member', memberId);
    return found.isBehind && !isCaughtUp ? undefined : countedBook(db, actor.workspaceId, asOf, found);
  });
  if (book !== undefined) return book;
  await catchUpFollowUps(context);
  return bookOf(context, memberId, true);
}

async function countedBook(db: Database, workspaceId: string, asOf: Date, found: RepBookBasis): Promise<RepBook> {
  const { historyFrom, member, runs, workdayMinutes } = found;
  const scope = scopeAsOf(asOf, historyFrom, member, [member.id]);
  const reach = reachOf(workspaceId, scope, historyFrom);
  const basis = basisOf(scope, reach, { inForce: fittedBy(runs), members: [member] });
  const { date, levels, schemes } = basis;
  const { changes, counts } = await countRepBook(db, reach, { date, intervals: intervalsOf(basis), days: DEBT_DAYS });
  const places = tierCounts(counts, schemes, false);
  return {
    ...digestFrame(basis, [member.id]),
    memberId: member.id,
    name: memberName(member),
    customers: sum(places.map(({ customers }) => customers)),
    places,
    load: loadOf(places, levels, member, workdayMinutes),
    overdue: {
      customers: sum(counts.map(({ overdue }) => overdue)),
      owed: sum(counts.map(({ owed }) => owed)),
    },
    moves: changes === null ? null : await movesOfBook(db, basis, changes),
  };
}

async function movesOfBook(db: Database, basis: DigestBasis, changes: BookChanges): Promise<RepBook['moves']> {
  const since = reachSince(basis);
  if (since === undefined) return null;
  // asked only where somebody may have moved
  const runs = changes.transitions.length === 0 ? [] : await findRunsAt(db, since.workspaceId, since);
  return digestMoves(db, { ...basis, schemesBefore: schemesBefore(runs) }, since, changes, MOST_MOVES);
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
