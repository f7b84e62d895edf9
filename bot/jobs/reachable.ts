import type { MemberRecord } from '../store/members.ts';

/** A member who can be told something. */
export type Reachable = MemberRecord & { readonly slackUserId: string };

/** Whether a member uses Slack and has not left. */
export function isReachable(member: MemberRecord): member is Reachable {
  return member.slackUserId !== null && member.deactivatedAt === null;
}

/** Who is told of an owner's customers as the manager: the owner's own, else the first manager or admin there is; never the owner. */
export function managerOver(
  ownerId: string | null,
  managerId: string | null | undefined,
  members: readonly Reachable[],
): Reachable | undefined {
  const others = members.filter(({ id }) => id !== ownerId);
  return (
    others.find(({ id }) => id === managerId) ??
    others.find(({ role }) => role === 'manager') ??
    others.find(({ role }) => role === 'admin')
  );
}
