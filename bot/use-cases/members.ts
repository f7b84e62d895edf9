import type { Clock } from '../clock.ts';
import type { Database } from '../store/database.ts';
import {
  findLocaleOnFile,
  findMemberBySlackId,
  findMembers,
  findUnchangedMember,
  type MemberProfile,
  saveMember,
  saveRole,
} from '../store/members.ts';
import { addWorkspace } from '../store/workspaces.ts';
import type { Actor, Role } from './context.ts';

/** A Slack user as `users.info` describes one. */
export interface SlackProfile extends MemberProfile {
  /** Slack's own admin or owner of the workspace. */
  readonly isSlackAdmin?: boolean;
}

/**
 * The member behind a Slack user, with the profile brought up to date: a rep on first use, an admin when Slack or
 * `TIERBOOK_ADMINS` (Slack ids) says so. That is where a role begins: once a person has given one in Tierbook, neither changes it
 * any more. A role is never lowered here, but whoever has left acts as a rep, if at all. Nothing is written while nothing changes.
 */
export async function ensureMember(
  context: { readonly db: Database; readonly clock: Clock },
  workspaceId: string,
  profile: SlackProfile,
  adminSlackIds: readonly string[],
): Promise<Actor> {
  const now = context.clock.now();
  const isAdmin = profile.isSlackAdmin === true || adminSlackIds.includes(profile.slackUserId);
  const unchanged = await findUnchangedMember(context.db, workspaceId, profile, isAdmin);
  const { deactivatedAt, id, role } = unchanged ?? (await writeMember());
  const hasLeft = deactivatedAt !== null && !isAdmin;
  return { workspaceId, memberId: id, role: hasLeft ? 'rep' : role };

  async function writeMember(): ReturnType<typeof saveMember> {
    await addWorkspace(context.db, workspaceId, now);
    return saveMember(context.db, workspaceId, profile, isAdmin, now);
  }
}

/** The member behind a Slack id, as far as it is known; undefined for somebody who has not used Tierbook yet. */
export async function findActor(db: Database, workspaceId: string, slackUserId: string): Promise<Actor | undefined> {
  const member = await findMemberBySlackId(db, workspaceId, slackUserId);
  return member && { workspaceId, memberId: member.id, role: member.role };
}

/** Gives a member another role; false when there is no such member. */
export async function assignRole(
  { clock, db }: { readonly db: Database; readonly clock: Clock },
  workspaceId: string,
  slackUserId: string,
  role: Role,
): Promise<boolean> {
  return saveRole(db, workspaceId, slackUserId, role, clock.now());
}

/** The role of every member, by Slack user id. */
export async function findRoles(db: Database, workspaceId: string): Promise<ReadonlyMap<string, Role>> {
  const members = await findMembers(db, workspaceId);
  return new Map(members.flatMap(({ role, slackUserId }) => (slackUserId === null ? [] : [[slackUserId, role]])));
}

/** Language and time zone on file of the member behind a Slack id, and which of them were set by hand; undefined for nobody. */
export async function localeOnFile(
  db: Database,
  workspaceId: string,
  slackUserId: string,
): ReturnType<typeof findLocaleOnFile> {
  return findLocaleOnFile(db, workspaceId, slackUserId);
}
