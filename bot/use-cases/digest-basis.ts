import type { CalendarDate } from '../../core/calendar-date.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
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
  const reach = reachOf(workspaceId, scope, await findHistoryFrom(db, workspaceId));
  const runs = await findRunsAt(db, workspaceId, reach);
  const members = await findMemberRecords(db, workspaceId);
  const inForce = fittedBy(runs.filter(({ moment }) => moment === 'asOf'));
  return { ...basisOf(scope, reach, { inForce, members }), schemesBefore: schemesBefore(runs) };
}

/**
 * The reach of a scope in a book that is known from `historyFrom` on (null: not yet); of a moment before from before that, none.
 *
 * Throws {@link UseCaseError} `before-history` with the first day (`YYYY-MM-DD`) that can be told of.
 */
export function reachOf(workspaceId: string, scope: DigestScope, historyFrom: Date | null): DigestReach {
  const { repIds, asOf, timeZone } = scope;
  if (historyFrom === null || asOf < historyFrom) {
    throw new UseCaseError('before-history', historyFrom === null ? '' : localDay(historyFrom, timeZone));
  }
  return { workspaceId, repIds, asOf, since: scope.since === null || scope.since < historyFrom ? null : scope.since };
}

/** What is read of a workspace for a digest. */
export interface DigestSources {
  /** The schemes in force at the digest's moment, as they were fitted, by stage. */
  readonly inForce: { readonly [Stage in CustomerStage]?: FittedScheme };
  readonly members: readonly MemberRecord[];
}

/** Puts together what every part is made from, but for the schemes that were in force before. */
export function basisOf(
  { date, timeZone }: DigestScope,
  reach: DigestReach,
  { inForce: { customer, prospect }, members }: DigestSources,
): DigestBasis {
  const schemes = { prospects: prospect?.scheme, customers: customer?.scheme };
  return {
    reach,
    date,
    timeZone,
    schemes,
    schemesBefore: { prospects: undefined, customers: undefined },
    currencies: { sales: customer?.currency ?? null, expected: prospect?.currency ?? null },
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
export function intervalsOf({ levels }: Pick<DigestBasis, 'levels'>): PlaceInterval[] {
  // those without a tier are asked for last, since any tier would do for them
  const intervals = levels.map(({ stage, tier, everyDays }) => ({ stage, tier, everyDays }));
  return intervals.toSorted((one, other) => Number(one.tier === null) - Number(other.tier === null));
}

/** Of runs at one moment, their schemes as they were fitted, by stage. */
export function fittedBy(runs: readonly Pick<RunAt, 'stage' | 'fitted'>[]): DigestSources['inForce'] {
  return Object.fromEntries(runs.map(({ fitted, stage }) => [stage, fitted]));
}

/** Of runs at both moments, the schemes at the one before. */
export function schemesBefore(runs: readonly RunAt[]): SchemesInUse {
  const { customer, prospect } = fittedBy(runs.filter(({ moment }) => moment === 'since'));
  return { prospects: prospect?.scheme, customers: customer?.scheme };
}
