import { sql } from 'kysely';
import type { Database } from './database.ts';
import { newId } from './new-id.ts';

/** A member as owners are found by and roles are checked with. */
export interface Member {
  readonly id: string;
  readonly slackUserId: string | null;
  readonly displayName: string | null;
  readonly realName: string | null;
  readonly email: string | null;
  readonly role: 'rep' | 'manager' | 'admin';
}

/** What Slack tells of a person; what it does not tell is left out and kept as it was. */
export interface MemberProfile {
  readonly slackUserId: string;
  readonly displayName?: string | null;
  readonly realName?: string | null;
  readonly email?: string | null;
  /** IANA name. */
  readonly timeZone?: string | null;
  readonly locale?: string | null;
}

/** A member with all that is set for one. */
export interface MemberRecord extends Member {
  readonly managerId: string | null;
  /** IANA name. */
  readonly timeZone: string | null;
  readonly locale: string | null;
  /** When the daily list comes (HH:MM, the member's zone), or `off`. */
  readonly listAt: string;
  /** Null: the workspace's. */
  readonly dayMinutes: number | null;
  /** As the workspace's; null: the workspace's, else that of the time zone. */
  readonly country: string | null;
  /** When the person left; null: still here. */
  readonly deactivatedAt: Date | null;
}

/** These members, by id; ids that the workspace does not have are left out. */
export async function findMembersById(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, MemberRecord>> {
  const { rows } = await sql<MemberRecord>`
    select ${MEMBER_RECORD} from member where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map((member) => [member.id, member]));
}

/** All members of the workspace, those who left included, with all that is set for them. */
export async function findMemberRecords(db: Database, workspaceId: string): Promise<MemberRecord[]> {
  const { rows } = await sql<MemberRecord>`
    select ${MEMBER_RECORD} from member where workspace_id = ${workspaceId} order by id`.execute(db);
  return rows;
}

/** All members of the workspace. */
export async function findMembers(db: Database, workspaceId: string): Promise<Member[]> {
  const { rows } =
    await sql<Member>`select ${MEMBER} from member where workspace_id = ${workspaceId} order by id`.execute(db);
  return rows;
}

/** The member with this Slack id; undefined when there is none. */
export async function findMemberBySlackId(
  db: Database,
  workspaceId: string,
  slackUserId: string,
): Promise<Member | undefined> {
  const { rows } = await sql<Member>`
    select ${MEMBER} from member where workspace_id = ${workspaceId} and slack_user_id = ${slackUserId}`.execute(db);
  return rows[0];
}

/** Adds the member, as a rep or an admin, or brings the profile up to date; a role that exists is only ever raised. */
export async function saveMember(
  db: Database,
  workspaceId: string,
  profile: MemberProfile,
  isAdmin: boolean,
  now: Date,
): Promise<Member> {
  const { rows } = await sql<Member>`
    insert into member as m (workspace_id, id, slack_user_id, display_name, real_name, email, role, time_zone, locale,
      created_at, updated_at)
    values (${workspaceId}, ${newId(now)}, ${profile.slackUserId}, ${profile.displayName ?? null},
      ${profile.realName ?? null}, ${profile.email ?? null}, ${isAdmin ? 'admin' : 'rep'}, ${profile.timeZone ?? null},
      ${profile.locale ?? null}, ${now}, ${now})
    on conflict (workspace_id, slack_user_id) do update set
      display_name = coalesce(excluded.display_name, m.display_name),
      real_name = coalesce(excluded.real_name, m.real_name),
      email = coalesce(excluded.email, m.email),
      time_zone = coalesce(excluded.time_zone, m.time_zone),
      locale = coalesce(excluded.locale, m.locale),
      role = case when ${isAdmin} then 'admin' else m.role end,
      updated_at = excluded.updated_at
    returning ${MEMBER}`.execute(db);
  const [member] = rows;
  if (member === undefined) throw new Error('The member was not returned.');
  return member;
}

/** Gives the member with this Slack id another role; false when there is none. */
export async function saveRole(
  db: Database,
  workspaceId: string,
  slackUserId: string,
  role: Member['role'],
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update member set role = ${role}, updated_at = ${now}
    where workspace_id = ${workspaceId} and slack_user_id = ${slackUserId}`.execute(db);
  return numAffectedRows === 1n;
}

const MEMBER = sql.raw(
  `id, slack_user_id as "slackUserId", display_name as "displayName", real_name as "realName", email, role`,
);
const MEMBER_RECORD =
  sql.raw(`id, slack_user_id as "slackUserId", display_name as "displayName", real_name as "realName",
  email, role, manager_id as "managerId", time_zone as "timeZone", locale, list_at as "listAt",
  day_minutes as "dayMinutes", country, deactivated_at as "deactivatedAt"`);
