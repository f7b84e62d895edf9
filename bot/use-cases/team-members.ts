import { findMemberRecords } from '../store/members.ts';
import type { UseCaseContext } from './context.ts';
import { memberName } from './member-name.ts';

/** A member as one is chosen from a list. */
export interface TeamMember {
  readonly id: string;
  readonly slackUserId: string | null;
  readonly name: string;
}

/** Everybody who has not left, by name. */
export async function teamMembers({ db, actor }: UseCaseContext): Promise<TeamMember[]> {
  const members = await findMemberRecords(db, actor.workspaceId);
  return members
    .filter(({ deactivatedAt }) => deactivatedAt === null)
    .map((member) => ({ id: member.id, slackUserId: member.slackUserId, name: memberName(member) }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}
