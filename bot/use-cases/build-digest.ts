import type { BookCount } from '../../core/digest/book-count.ts';
import { dataProblems } from '../../core/digest/data-problems.ts';
import type { Digest, DigestPart } from '../../core/digest/digest.ts';
import { migrationMatrices } from '../../core/digest/move-kinds.ts';
import { type DigestParts, onlyNews } from '../../core/digest/only-news.ts';
import { overBooks } from '../../core/digest/over-books.ts';
import { overdueCounts } from '../../core/digest/overdue-counts.ts';
import { signingCounts } from '../../core/digest/signing-forecast.ts';
import { tierCounts } from '../../core/digest/tier-counts.ts';
import type { Database } from '../store/database.ts';
import { countBook } from '../store/digest-book.ts';
import { countCauses } from '../store/digest-complaints.ts';
import { countBookChanges } from '../store/digest-moves.ts';
import { findExpiredOverrides } from '../store/digest-results.ts';
import { countSignings } from '../store/digest-signings.ts';
import { readSnapshot } from '../store/read-snapshot.ts';
import { findDayMinutes } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import type { DigestAsked } from './digest-asked.ts';
import { DEBT_DAYS, type DigestBasis, digestBasis, digestFrame, intervalsOf, reachSince } from './digest-basis.ts';
import {
  digestComplaints,
  digestDormant,
  digestEnds,
  digestSatisfaction,
  firstSignings,
  signingsWanted,
} from './digest-events.ts';
import { digestMoves } from './digest-moves.ts';

/** How many customers each part names. */
const MOST_NAMED = 5;

/**
 * A digest as of a moment: the same for the same moment, whenever it is made. As many queries whatever the number of
 * reps and customers, in one snapshot. Whose digest it is, and whether they may have it, the caller has found out.
 *
 * Throws UseCaseError `before-history` with the first day (`YYYY-MM-DD`) that can be told of.
 */
export async function buildDigest(context: UseCaseContext, asked: DigestAsked): Promise<Digest> {
  return readSnapshot(context.db, async (db) => digestOf({ ...context, db }, asked));
}

async function digestOf(context: UseCaseContext, asked: DigestAsked): Promise<Digest> {
  const { db } = context;
  const basis = await digestBasis(context, asked);
  const counts = await countBook(db, basis.reach, {
    date: basis.date,
    intervals: intervalsOf(basis),
    days: DEBT_DAYS,
    withMade: asked.parts.includes('overdue'),
  });
  const { parts, haveSigningsChanged } = await partsOf(db, basis, counts, asked);
  const told = asked.isFull ? parts : onlyNews(parts, haveSigningsChanged);
  return {
    edition: asked.edition,
    ...digestFrame(basis, memberIdsOf(told)),
    customers: counts.reduce((sum, { customers }) => sum + customers, 0),
    ...told,
  };
}

/** Every part that was asked for, with all that can be told of it. */
async function partsOf(
  db: Database,
  basis: DigestBasis,
  counts: readonly BookCount[],
  { parts: asked, most = MOST_NAMED, edition }: DigestAsked,
): Promise<{ readonly parts: DigestParts; readonly haveSigningsChanged: boolean }> {
  const { reach, schemes, schemesBefore } = basis;
  const page = { skip: 0, limit: most };
  const since = reachSince(basis);
  const made = async <T>(part: DigestPart, make: () => T | Promise<T>): Promise<T | undefined> =>
    asked.includes(part) ? make() : undefined;
  const madeSince = async <T>(
    part: DigestPart,
    make: (of: NonNullable<typeof since>) => Promise<T>,
  ): Promise<T | undefined> => (since === undefined ? undefined : made(part, async () => make(since)));

  const changes = await madeSince('moves', async (of) => countBookChanges(db, of));
  const forecast = await made('signings', async () => {
    const wanted = signingsWanted(basis, undefined);
    if (wanted === undefined) return { months: [], first: [], hasChanged: false };
    const { months, hasChanged } = signingCounts(await countSignings(db, reach, wanted));
    return { months, hasChanged, first: await firstSignings(db, basis, wanted, page) };
  });
  const parts: DigestParts = {
    tiers: await made('tiers', () => tierCounts(counts, schemes, since !== undefined)),
    moves:
      changes === undefined
        ? undefined
        : await madeSince('moves', async (of) => digestMoves(db, basis, of, changes, most)),
    matrices:
      changes === undefined || edition === 'daily'
        ? undefined
        : migrationMatrices(counts, changes.transitions, changes.arrivals, schemes, schemesBefore),
    overdue: await made('overdue', () => overdueCounts(counts, schemes)),
    complaints: await made('complaints', async () => digestComplaints(db, basis, page)),
    capacity: await made('capacity', async () => booksOver(db, basis, counts)),
    dormant: await made('dormant', async () => digestDormant(db, basis, page)),
    signings: forecast && { months: forecast.months, first: forecast.first },
    ends: await madeSince('ends', async (of) => digestEnds(db, of, page)),
    causes: await madeSince('causes', async (of) => countCauses(db, of)),
    satisfaction: await madeSince('satisfaction', async (of) => digestSatisfaction(db, of)),
    data: await made('data', async () => {
      const expired = since === undefined ? 0 : (await findExpiredOverrides(db, since, { skip: 0, limit: 0 })).total;
      return dataProblems(counts, expired, since !== undefined);
    }),
  };
  return { parts, haveSigningsChanged: forecast?.hasChanged ?? false };
}

/** Books of members who are here and work. */
async function booksOver(db: Database, { reach, levels, members }: DigestBasis, counts: readonly BookCount[]) {
  const workdayMinutes = await findDayMinutes(db, reach.workspaceId);
  return overBooks(counts, levels, (memberId) => {
    const member = members.get(memberId);
    const isHere = member !== undefined && (member.deactivatedAt === null || member.deactivatedAt > reach.asOf);
    return isHere ? (member.dayMinutes ?? workdayMinutes) : undefined;
  });
}

function memberIdsOf(parts: DigestParts): (string | null)[] {
  const { moves, overdue = [], complaints, capacity = [], dormant, signings, ends } = parts;
  const customers = [
    ...(moves === undefined ? [] : [...moves.up.first, ...moves.down.first]),
    ...overdue,
    ...(complaints?.first ?? []),
    ...(dormant?.first ?? []),
    ...(signings === undefined ? [] : [...signings.months, ...signings.first]),
    ...(ends === undefined ? [] : [...ends.won.first, ...ends.lost.first]),
  ];
  return [...customers.map(({ ownerId }) => ownerId), ...capacity.map(({ memberId }) => memberId)];
}
