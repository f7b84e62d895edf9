import { addDays } from '../../core/calendar-date.ts';
import type { BookCount } from '../../core/digest/book-count.ts';
import type { Digest, SigningCount, TierCount } from '../../core/digest/digest.ts';
import { overdueCounts } from '../../core/digest/overdue-counts.ts';
import { serviceDebt } from '../../core/digest/service-debt.ts';
import { signingCounts } from '../../core/digest/signing-forecast.ts';
import { tierCounts } from '../../core/digest/tier-counts.ts';
import { type BookLoad, bookLoad } from '../../core/follow-ups/book-load.ts';
import { levelOf, type ServiceLevels } from '../../core/follow-ups/service-levels.ts';
import { momentIn } from '../clock.ts';
import { countBook } from '../store/digest-book.ts';
import { countUnanswered } from '../store/digest-complaints.ts';
import { countSignings } from '../store/digest-signings.ts';
import type { MemberRecord } from '../store/members.ts';
import { findMembersById } from '../store/members.ts';
import { readSnapshot } from '../store/read-snapshot.ts';
import { findOverridesToReview, type OverrideToReview } from '../store/review-overrides.ts';
import { findDayMinutes } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import { DEBT_DAYS, digestBasis, digestFrame, intervalsOf } from './digest-basis.ts';
import { signingsWanted } from './digest-events.ts';
import { digestTeam } from './digest-team.ts';
import { homeScope } from './home-scope.ts';
import { memberName } from './member-name.ts';
import { UseCaseError } from './use-case-error.ts';

/** One rep of a team, or the customers without an owner. */
export interface TeamRep {
  /** Null: nobody's customers. */
  readonly memberId: string | null;
  readonly name: string;
  readonly hasLeft: boolean;
  readonly customers: number;
  readonly places: readonly TierCount[];
  /** Contacts owed to overdue customers, against those made in 30 days with customers of their tiers. */
  readonly debt: { readonly customers: number; readonly owed: number; readonly made: number };
  /** What the book takes of a month; null where nobody works on it. */
  readonly load: Pick<BookLoad, 'days' | 'ofDays' | 'overDays'> | null;
  /** Complaints past their time, and those to be answered before the day is over. */
  readonly complaints: { readonly late: number; readonly near: number };
}

/** A manager's team at one glance. */
export interface TeamBoard
  extends Pick<Digest, 'date' | 'asOf' | 'since' | 'timeZone' | 'schemes' | 'currencies' | 'members'> {
  /** Whose team it is. */
  readonly memberId: string;
  /** Who needs attention first: late complaints, then days over, then contacts owed. */
  readonly reps: readonly TeamRep[];
  readonly overrides: readonly OverrideToReview[];
  /** This month's and the next two months', by month; those of one month by amount. */
  readonly signings: readonly SigningCount[];
}

/** An override that ends within so many days is told, and one that has ended since as many. */
const REVIEW_DAYS = 14;

/**
 * The board of the actor's team: every rep's tiers, service debt, capacity and complaints, overrides to review and expected
 * signings. As many queries however many reps and customers, in one snapshot.
 *
 * Throws {@link UseCaseError} `not-allowed` for who is no manager or admin, and `before-history` where the book is not known yet.
 */
export async function teamBoard(context: UseCaseContext): Promise<TeamBoard> {
  const { actor } = context;
  const { memberId } = actor;
  if (actor.role === 'rep' || memberId === null) throw new UseCaseError('not-allowed', '');
  const { repIds } = await digestTeam(context, memberId);
  const own = (await findMembersById(context.db, actor.workspaceId, [memberId])).get(memberId);
  const scope = await homeScope(context, own ?? { timeZone: null }, repIds);
  return readSnapshot(context.db, async (db) => {
    const basis = await digestBasis({ ...context, db }, { ...scope, since: null });
    const { date, levels, members, reach, schemes, timeZone } = basis;
    const counts = await countBook(db, reach, {
      date,
      intervals: intervalsOf(basis),
      days: DEBT_DAYS,
      withMade: true,
    });
    const complaints = await countUnanswered(db, reach, momentIn(timeZone, addDays(date, 1), '00:00'));
    const review = { endsBy: addDays(date, REVIEW_DAYS), endedSince: addDays(date, -REVIEW_DAYS) };
    const overrides = await findOverridesToReview(db, reach.workspaceId, repIds, review);
    const wanted = signingsWanted(basis, undefined);
    const signings = wanted === undefined ? [] : signingCounts(await countSignings(db, reach, wanted)).months;
    const workdayMinutes = await findDayMinutes(db, reach.workspaceId);

    const books = Map.groupBy(counts, ({ ownerId }) => ownerId);
    const debts = new Map(serviceDebt(overdueCounts(counts, schemes)).map((debt) => [debt.ownerId, debt]));
    const complaintsOf = new Map(complaints.map(({ ownerId, ...count }) => [ownerId, count]));
    const rows = [...teamOf(members, repIds, books), ...(books.has(null) ? [null] : [])];
    const reps = rows.map((member): TeamRep => {
      const id = member?.id ?? null;
      const { customers = 0, made: contacts = 0, owed = 0 } = debts.get(id) ?? {};
      const book = books.get(id) ?? [];
      const places = tierCounts(book, schemes, false);
      const worksOnIt = member !== null && member.deactivatedAt === null;
      return {
        memberId: id,
        name: member === null ? '' : memberName(member),
        hasLeft: member !== null && !worksOnIt,
        customers: sum(places.map((place) => place.customers)),
        places,
        debt: { customers, owed, made: contacts },
        load: worksOnIt ? loadOf(places, levels, member.dayMinutes ?? workdayMinutes) : null,
        complaints: complaintsOf.get(id) ?? { late: 0, near: 0 },
      };
    });
    return {
      ...digestFrame(
        basis,
        [...overrides, ...signings].map(({ ownerId }) => ownerId),
      ),
      memberId,
      reps: reps.toSorted(byAttention),
      overrides,
      signings,
    };
  });
}

/** The reps of the team who are here, and whoever else has customers. */
function teamOf(
  members: ReadonlyMap<string, MemberRecord>,
  repIds: readonly string[] | null,
  books: ReadonlyMap<string | null, readonly BookCount[]>,
): MemberRecord[] {
  return [...members.values()].filter(({ deactivatedAt, id, role }) => {
    if (repIds !== null && !repIds.includes(id)) return false;
    return books.has(id) || (role === 'rep' && deactivatedAt === null);
  });
}

function loadOf(places: readonly TierCount[], levels: ServiceLevels, dayMinutes: number): TeamRep['load'] {
  const served = Map.groupBy(places, (place) => levelOf(levels, place));
  const { days, ofDays, overDays } = bookLoad(
    levels,
    (level) => sum((served.get(level) ?? []).map(({ customers }) => customers)),
    dayMinutes,
  );
  return { days, ofDays, overDays };
}

function byAttention(one: TeamRep, other: TeamRep): number {
  const over = ({ load }: TeamRep) => Math.max(0, load?.overDays ?? 0);
  return (
    other.complaints.late - one.complaints.late ||
    over(other) - over(one) ||
    other.debt.owed - one.debt.owed ||
    one.name.localeCompare(other.name, 'en') ||
    (one.memberId ?? '').localeCompare(other.memberId ?? '', 'en')
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
