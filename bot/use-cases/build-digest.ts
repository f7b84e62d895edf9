import { addDays, type CalendarDate } from '../../core/calendar-date.ts';
import type { BookCount } from '../../core/digest/book-count.ts';
import type { Digest, DigestPart } from '../../core/digest/digest.ts';
import { overdueCounts } from '../../core/digest/overdue-counts.ts';
import { tierCounts } from '../../core/digest/tier-counts.ts';
import { type SchemesInUse, type ServiceLevels, serviceLevels } from '../../core/follow-ups/service-levels.ts';
import type { FittedScheme } from '../../core/grading/fit-scheme.ts';
import { localDay } from '../clock.ts';
import { countBook, type DigestReach, type PlaceInterval } from '../store/digest-book.ts';
import { countContactsMade } from '../store/digest-contacts.ts';
import { findRunsAt } from '../store/digest-runs.ts';
import { findMemberRecords, type MemberRecord } from '../store/members.ts';
import { readSnapshot } from '../store/read-snapshot.ts';
import { findHistoryStart } from '../store/workspaces.ts';
import type { UseCaseContext } from './context.ts';
import type { DigestAsked, DigestScope } from './digest-asked.ts';
import { memberName } from './member-name.ts';
import { UseCaseError } from './use-case-error.ts';

/** For how many days contacts are counted, those owed as those made. */
export const DEBT_DAYS = 30;

/**
 * A digest as of a moment: the same for the same moment, whenever it is made. As many queries whatever the number of
 * reps and customers, in one snapshot. Whose digest it is, and whether they may have it, the caller has found out.
 *
 * Throws {@link UseCaseError} `before-history` with the first day (`YYYY-MM-DD`) that can be told of.
 */
export async function buildDigest(context: UseCaseContext, asked: DigestAsked): Promise<Digest> {
  return readSnapshot(context.db, async (db) => digestOf({ ...context, db }, asked));
}

/** What every part of a digest is made from. */
export interface DigestBasis {
  readonly reach: DigestReach;
  readonly date: CalendarDate;
  readonly timeZone: string;
  /** By stage; of the runs in force at the digest's moment and at the one before. */
  readonly schemes: SchemesInUse;
  readonly schemesBefore: SchemesInUse;
  readonly currencies: Digest['currencies'];
  readonly levels: ServiceLevels;
  readonly members: ReadonlyMap<string, MemberRecord>;
}

/**
 * Finds what every part is made from. Throws {@link UseCaseError} `before-history`; a digest before that is before history is none.
 */
export async function digestBasis({ db, actor }: UseCaseContext, scope: DigestScope): Promise<DigestBasis> {
  const { workspaceId } = actor;
  const { repIds, asOf, date, timeZone } = scope;
  const historyFrom = await findHistoryStart(db, workspaceId);
  if (historyFrom === undefined || asOf < historyFrom) {
    throw new UseCaseError('before-history', historyFrom === undefined ? '' : localDay(historyFrom, timeZone));
  }
  const since = scope.since === null || scope.since < historyFrom ? null : scope.since;
  const reach: DigestReach = { workspaceId, repIds, asOf, since };
  const runs = await findRunsAt(db, workspaceId, reach);
  const fittedOf = (stage: 'prospect' | 'customer', moment: 'asOf' | 'since'): FittedScheme | undefined =>
    runs.find((run) => run.stage === stage && run.moment === moment)?.fitted;
  const [prospects, customers] = [fittedOf('prospect', 'asOf'), fittedOf('customer', 'asOf')];
  const schemes = { prospects: prospects?.scheme, customers: customers?.scheme };
  const members = await findMemberRecords(db, workspaceId);
  return {
    reach,
    date,
    timeZone,
    schemes,
    schemesBefore: {
      prospects: fittedOf('prospect', 'since')?.scheme,
      customers: fittedOf('customer', 'since')?.scheme,
    },
    currencies: { sales: customers?.currency ?? null, expected: prospects?.currency ?? null },
    levels: serviceLevels(schemes),
    members: new Map(members.map((member) => [member.id, member])),
  };
}

async function digestOf(context: UseCaseContext, asked: DigestAsked): Promise<Digest> {
  const basis = await digestBasis(context, asked);
  const { reach, date, schemes, members } = basis;
  const wants = (part: DigestPart): boolean => asked.parts.includes(part);
  const counts = await countBook(context.db, reach, {
    date,
    intervals: intervalsOf(basis.levels),
    mostDays: DEBT_DAYS,
  });
  const parts = {
    tiers: wants('tiers') ? tierCounts(counts, schemes, reach.since !== null) : undefined,
    overdue: wants('overdue') ? overdueCounts(counts, await contactsMade(context, basis), schemes) : undefined,
  };
  return {
    edition: asked.edition,
    date,
    asOf: reach.asOf.toISOString(),
    since: reach.since?.toISOString() ?? null,
    timeZone: asked.timeZone,
    schemes,
    currencies: basis.currencies,
    members: Object.fromEntries([...members.values()].map((member) => [member.id, memberName(member)])),
    customers: counts.reduce((sum: number, count: BookCount) => sum + count.customers, 0),
    ...parts,
  };
}

function contactsMade({ db }: UseCaseContext, { reach, date }: DigestBasis) {
  return countContactsMade(db, reach, { after: addDays(date, -DEBT_DAYS), to: date });
}

/** Days from one contact to the next by place. */
export function intervalsOf(levels: ServiceLevels): PlaceInterval[] {
  // those without a tier are asked for last, since any tier would do for them
  const intervals = levels.map(({ stage, tier, everyDays }) => ({ stage, tier, everyDays }));
  return intervals.toSorted((one, other) => Number(one.tier === null) - Number(other.tier === null));
}
