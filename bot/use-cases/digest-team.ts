import { findMemberRecords, type MemberRecord } from '../store/members.ts';
import type { UseCaseContext } from './context.ts';
import { memberName } from './member-name.ts';
import { UseCaseError } from './use-case-error.ts';

/** Whose customers are in somebody's digest. */
export interface DigestTeam {
  /** By id in order, those who have left included; null: everybody's, customers without an owner included. */
  readonly repIds: readonly string[] | null;
}

/**
 * Whose customers a member's digest tells of: an admin's of everybody's; a manager's of those who report to the manager and the
 * manager's own, or of everybody's where nobody does; a rep's of their own, and of those who report to them.
 *
 * Throws {@link UseCaseError} `others-digest` where the actor may not see it: a rep sees their own, a manager also those of their
 * team (everybody's where nobody reports to them); admins and the command line see anybody's. `no-such-member` for an id that
 * the workspace does not have.
 */
export async function digestTeam({ db, actor }: UseCaseContext, memberId: string): Promise<DigestTeam> {
  const members = await findMemberRecords(db, actor.workspaceId);
  const team = teamOf(members, memberId);
  const whose = members.find(({ id }) => id === memberId);
  if (team === undefined || whose === undefined) throw new UseCaseError('no-such-member', memberId);
  if (actor.role === 'admin' || actor.memberId === memberId) return team;
  const own = actor.memberId === null ? undefined : teamOf(members, actor.memberId)?.repIds;
  // whoever sees somebody's customers anyway may see them in that one's digest
  const isWithin = own === null || (own !== undefined && (team.repIds?.every((id) => own.includes(id)) ?? false));
  if (!isWithin) throw new UseCaseError('others-digest', memberName(whose));
  return team;
}

/** Whose customers a member's digest tells of, among all members of the workspace; undefined for an id that it does not have. */
export function teamOf(members: readonly MemberRecord[], id: string): DigestTeam | undefined {
  const member = members.find((each) => each.id === id);
  if (member === undefined) return undefined;
  const reports = members.filter(({ managerId }) => managerId === id).map((report) => report.id);
  const isForAll = member.role === 'admin' || (member.role === 'manager' && reports.length === 0);
  return { repIds: isForAll ? null : [...new Set([id, ...reports])].toSorted() };
}
