import { type RawBuilder, sql } from 'kysely';
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
  /** What Slack's profile does not change any more. */
  readonly setByHand: readonly ('time_zone' | 'locale')[];
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

/** Language and time zone of the member with this Slack id, and which of them were set by hand; undefined for nobody. */
export async function findLocaleOnFile(
  db: Database,
  workspaceId: string,
  slackUserId: string,
): Promise<Pick<MemberRecord, 'locale' | 'timeZone' | 'setByHand'> | undefined> {
  const { rows } = await sql<Pick<MemberRecord, 'locale' | 'timeZone' | 'setByHand'>>`
    select locale, time_zone as "timeZone", set_by_hand as "setByHand" from member
    where workspace_id = ${workspaceId} and slack_user_id = ${slackUserId}`.execute(db);
  return rows[0];
}

/**
 * The member whom {@link saveMember} would leave as it is but for the time of the change; undefined where that would add or
 * change something.
 */
export async function findUnchangedMember(
  db: Database,
  workspaceId: string,
  profile: MemberProfile,
  isAdmin: boolean,
): Promise<(Member & Pick<MemberRecord, 'deactivatedAt'>) | undefined> {
  const { rows } = await sql<Member & Pick<MemberRecord, 'deactivatedAt'>>`
    select ${MEMBER}, deactivated_at as "deactivatedAt" from member
    where workspace_id = ${workspaceId} and slack_user_id = ${profile.slackUserId}
      and display_name is not distinct from coalesce(${profile.displayName ?? null}, display_name)
      and real_name is not distinct from coalesce(${profile.realName ?? null}, real_name)
      and email is not distinct from coalesce(${profile.email ?? null}, email)
      and ('time_zone' = any(set_by_hand)
        or time_zone is not distinct from coalesce(${profile.timeZone ?? null}, time_zone))
      and ('locale' = any(set_by_hand) or locale is not distinct from coalesce(${profile.locale ?? null}, locale))
      and (role = 'admin' or not ${isAdmin}::boolean or ${roleWasGiven(workspaceId, sql`member.id`)})`.execute(db);
  return rows[0];
}

/**
 * Adds the member, as a rep or an admin, or brings the profile up to date; a role that exists is only ever raised, one that a
 * person gave is left alone, and a time zone or locale that was set by hand stays.
 */
export async function saveMember(
  db: Database,
  workspaceId: string,
  profile: MemberProfile,
  isAdmin: boolean,
  now: Date,
): Promise<Member & Pick<MemberRecord, 'deactivatedAt'>> {
  const { rows } = await sql<Member & Pick<MemberRecord, 'deactivatedAt'>>`
    insert into member as m (workspace_id, id, slack_user_id, display_name, real_name, email, role, time_zone, locale,
      created_at, updated_at)
    values (${workspaceId}, ${newId(now)}, ${profile.slackUserId}, ${profile.displayName ?? null},
      ${profile.realName ?? null}, ${profile.email ?? null}, ${isAdmin ? 'admin' : 'rep'}, ${profile.timeZone ?? null},
      ${profile.locale ?? null}, ${now}, ${now})
    on conflict (workspace_id, slack_user_id) do update set
      display_name = coalesce(excluded.display_name, m.display_name),
      real_name = coalesce(excluded.real_name, m.real_name),
      email = coalesce(excluded.email, m.email),
      time_zone = case when 'time_zone' = any(m.set_by_hand) then m.time_zone
        else coalesce(excluded.time_zone, m.time_zone) end,
      locale = case when 'locale' = any(m.set_by_hand) then m.locale else coalesce(excluded.locale, m.locale) end,
      role = case when m.role <> 'admin' and ${isAdmin}::boolean and not ${roleWasGiven(workspaceId, sql`m.id`)} then 'admin'
        else m.role end,
      updated_at = excluded.updated_at
    returning ${MEMBER}, deactivated_at as "deactivatedAt"`.execute(db);
  const [member] = rows;
  if (member === undefined) throw new Error('The member was not returned.');
  return member;
}

/**
 * Brings the profile of somebody who is a member up to date, as {@link saveMember} does; false when nobody has that Slack
 * id.
 */
export async function updateProfile(
  db: Database,
  workspaceId: string,
  profile: MemberProfile,
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update member set
      display_name = coalesce(${profile.displayName ?? null}, display_name),
      real_name = coalesce(${profile.realName ?? null}, real_name),
      email = coalesce(${profile.email ?? null}, email),
      time_zone = case when 'time_zone' = any(set_by_hand) then time_zone
        else coalesce(${profile.timeZone ?? null}, time_zone) end,
      locale = case when 'locale' = any(set_by_hand) then locale else coalesce(${profile.locale ?? null}, locale) end,
      updated_at = ${now}
    where workspace_id = ${workspaceId} and slack_user_id = ${profile.slackUserId}`.execute(db);
  return numAffectedRows === 1n;
}

/** What is set for a member by people; what is undefined stays as it is. */
export interface MemberSettings {
  readonly role?: Member['role'] | undefined;
  readonly managerId?: string | null | undefined;
  /** Null: Slack's again, from its next word on. */
  readonly timeZone?: string | null | undefined;
  readonly locale?: string | null | undefined;
  readonly country?: string | null | undefined;
  readonly listAt?: string | undefined;
  readonly dayMinutes?: number | null | undefined;
  readonly deactivatedAt?: Date | null | undefined;
}

/** Puts settings of a member down. */
export async function saveSettings(
  db: Database,
  workspaceId: string,
  id: string,
  settings: MemberSettings,
  now: Date,
): Promise<void> {
  const { role, managerId, timeZone, locale, country, listAt, dayMinutes, deactivatedAt } = settings;
  const slackFields = { time_zone: timeZone, locale };
  const byHand = Object.entries(slackFields).flatMap(([field, value]) => (typeof value === 'string' ? [field] : []));
  const asked = Object.entries(slackFields).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  await db
    .updateTable('member')
    .set({
      updated_at: now,
      ...(role !== undefined && { role }),
      ...(managerId !== undefined && { manager_id: managerId }),
      ...(typeof timeZone === 'string' && { time_zone: timeZone }),
      ...(typeof locale === 'string' && { locale }),
      ...(country !== undefined && { country }),
      ...(listAt !== undefined && { list_at: listAt }),
      ...(dayMinutes !== undefined && { day_minutes: dayMinutes }),
      ...(deactivatedAt !== undefined && { deactivated_at: deactivatedAt }),
      set_by_hand: sql`array(
        select field from unnest(set_by_hand) field where field <> all(${asked}::text[])
        union select unnest(${byHand}::text[]))`,
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Lets one transaction at a time change these members' settings and absences; without ids those of the whole workspace. */
export async function lockMembers(db: Database, workspaceId: string, ids?: readonly string[]): Promise<void> {
  const which = ids === undefined ? sql`` : sql`and id = any(${[...ids]}::uuid[])`;
  await sql`select id from member where workspace_id = ${workspaceId} ${which} order by id for no key update`.execute(
    db,
  );
}

/** Whoever had the one manager has the other; how many they are. */
export async function replaceManager(
  db: Database,
  workspaceId: string,
  managerId: string,
  by: string | null,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update member set manager_id = ${by}
    where workspace_id = ${workspaceId} and manager_id = ${managerId}::uuid`.execute(db);
  return Number(numAffectedRows ?? 0);
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

/** Whether a person has given the member a role at any time, as the audit trail says. */
function roleWasGiven(workspaceId: string, id: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from audit_event e
    where e.workspace_id = ${workspaceId} and e.action = 'member-changed' and e.subject_id = ${id}
      and jsonb_exists(e.detail, 'role'))`;
}

const MEMBER = sql.raw(
  `id, slack_user_id as "slackUserId", display_name as "displayName", real_name as "realName", email, role`,
);
/** The columns of a {@link MemberRecord}. */
export const MEMBER_RECORD =
  sql.raw(`id, slack_user_id as "slackUserId", display_name as "displayName", real_name as "realName",
  email, role, manager_id as "managerId", time_zone as "timeZone", locale, list_at as "listAt",
  day_minutes as "dayMinutes", country, set_by_hand as "setByHand", deactivated_at as "deactivatedAt"`);
