import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Digest } from '../../core/digest/digest.ts';
import { type SchemesInUse, type ServiceLevels, serviceLevels } from '../../core/follow-ups/service-levels.ts';
import type { FittedScheme } from '../../core/grading/fit-scheme.ts';
import { localDay } from '../clock.ts';
import { findHistoryFrom } from '../store/book-at.ts';
import type { DigestReach, PlaceInterval } from '../store/digest-book.ts';
import type { ReachSince } from '../store/digest-moves.ts';
import { findRunsAt, type RunAt } from '../store/digest-runs.ts';
import { findMemberRecords, type MemberRecord } from '../store/members.ts';
import type { UseCaseContext } from './context.ts';
import type { DigestScope } from './digest-asked.ts';
import { memberName } from './member-name.ts';
import { UseCaseError } from './use-case-error.ts';

/** For how many days contacts are counted, those owed as those made. */
export const DEBT_DAYS = 30;

/** What every part of a digest, and the list behind each of its numbers, is made from. */
export interface DigestBasis {
  readonly reach: DigestReach;
  readonly date: CalendarDate;
  readonly timeZone: string;
  /** By stage; of the runs in force at the digest's moment, and at the one before. */
  readonly schemes: SchemesInUse;
  readonly schemesBefore: SchemesInUse;
  readonly currencies: Digest['currencies'];
  readonly levels: ServiceLevels;
  readonly members: ReadonlyMap<string, MemberRecord>;
}

/**
 * Finds what every part is made from. A digest before from before the book's history counts as none.
 *
 * Throws {@link UseCaseError} `before-history` with the first day (`YYYY-MM-DD`) that can be told of.
 */
export async function digestBasis({ db, actor }: UseCaseContext, scope: DigestScope): Promise<DigestBasis> {
  const { workspaceId } = actor;
  const { repIds, asOf, date, timeZone } = scope;
  const historyFrom = await findHistoryFrom(db, workspaceId);
  if (historyFrom === null || asOf < historyFrom) {
    throw new UseCaseError('before-history', historyFrom === null ? '' : localDay(historyFrom, timeZone));
  }
  const since = scope.since === null || scope.since < historyFrom ? null : scope.since;
  const reach: DigestReach = { workspaceId, repIds, asOf, since };
  const runs = await findRunsAt(db, workspaceId, reach);
  const [prospects, customers] = [fittedOf(runs, 'prospect', 'asOf'), fittedOf(runs, 'customer', 'asOf')];
  const schemes = { prospects: prospects?.scheme, customers: customers?.scheme };
  const members = await findMemberRecords(db, workspaceId);
  return {
    reach,
    date,
    timeZone,
    schemes,
    schemesBefore: {
      prospects: fittedOf(runs, 'prospect', 'since')?.scheme,
      customers: fittedOf(runs, 'customer', 'since')?.scheme,
    },
    currencies: { sales: customers?.currency ?? null, expected: prospects?.currency ?? null },
    levels: serviceLevels(schemes),
    members: new Map(members.map((member) => [member.id, member])),
  };
}

/** What a digest and its lists say of themselves, with the names of these members. */
export function digestFrame(
  { reach, date, timeZone, schemes, currencies, members }: DigestBasis,
  memberIds: Iterable<string | null>,
): Pick<Digest, 'date' | 'asOf' | 'since' | 'timeZone' | 'schemes' | 'currencies' | 'members'> {
  const named = [...new Set(memberIds)].flatMap((id) => (id === null ? [] : (members.get(id) ?? [])));
  return {
    date,
    asOf: reach.asOf.toISOString(),
    since: reach.since?.toISOString() ?? null,
    timeZone,
    schemes,
    currencies,
    members: Object.fromEntries(named.map((member) => [member.id, memberName(member)])),
  };
}

/** The reach where a digest before is known; undefined where none is, so that no changes are told. */
export function reachSince({ reach }: DigestBasis): ReachSince | undefined {
  const { since } = reach;
  return since === null ? undefined : { ...reach, since };
}

/** Days from one contact to the next by place. */
export function intervalsOf({ levels }: DigestBasis): PlaceInterval[] {
  // those without a tier are asked for last, since any tier would do for them
  const intervals = levels.map(({ stage, tier, everyDays }) => ({ stage, tier, everyDays }));
  return intervals.toSorted((one, other) => Number(one.tier === null) - Number(other.tier === null));
}

function fittedOf(runs: readonly RunAt[], stage: RunAt['stage'], moment: RunAt['moment']): FittedScheme | undefined {
  return runs.find((run) => run.stage === stage && run.moment === moment)?.fitted;
}
