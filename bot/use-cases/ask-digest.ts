import type { CalendarDate } from '../../core/calendar-date.ts';
import { DIGEST_PARTS, type Digest, type DigestEdition, type DigestPart } from '../../core/digest/digest.ts';
import { findMembersById } from '../store/members.ts';
import { buildDigest } from './build-digest.ts';
import type { UseCaseContext } from './context.ts';
import { digestMoments } from './digest-moments.ts';
import { digestTeam } from './digest-team.ts';
import { UseCaseError } from './use-case-error.ts';

/** A digest that somebody asks for. */
export interface DigestRequest {
  /** Whose: a manager's of the team, a rep's of the own book. Null: everybody's, for the command line. */
  readonly memberId: string | null;
  /** Of these only; default all of them. Those of whom it is not told anyway are left out. */
  readonly repIds?: readonly string[] | undefined;
  /** Undefined: as of now. */
  readonly date?: CalendarDate | undefined;
  readonly edition: DigestEdition;
  /** Default all. */
  readonly parts?: readonly DigestPart[] | undefined;
  /** How many customers each part names; default 5. */
  readonly most?: number | undefined;
}

/**
 * A digest on demand, with everything as it stands: as of now, or as of the moment at which that day's was due. Throws
 * UseCaseError `others-digest`, `digest-day`, `before-history` and `no-such-member`.
 */
export async function askDigest(context: UseCaseContext, request: DigestRequest): Promise<Digest> {
  const { date, edition, most, parts = DIGEST_PARTS } = request;
  const scope = await digestScopeOf(context, request);
  const moments = await digestMoments(context, { member: scope.member, date, edition });
  return buildDigest(context, { ...moments, repIds: scope.repIds, edition, parts, isFull: true, most });
}

/** Whose customers a request is about, and by whose days. Throws UseCaseError `others-digest` and `no-such-member`. */
export async function digestScopeOf(
  context: UseCaseContext,
  { memberId, repIds }: Pick<DigestRequest, 'memberId' | 'repIds'>,
) {
  const { actor, db } = context;
  if (memberId === null) {
    if (actor.role !== 'admin') throw new UseCaseError('others-digest', '');
    return { member: null, repIds: repIds ?? null };
  }
  const team = await digestTeam(context, memberId);
  const member = (await findMembersById(db, actor.workspaceId, [memberId])).get(memberId);
  if (member === undefined) throw new UseCaseError('no-such-member', memberId);
  if (repIds === undefined) return { member, repIds: team.repIds };
  return { member, repIds: repIds.filter((id) => team.repIds === null || team.repIds.includes(id)) };
}
