import { sql } from 'kysely';
import type { CalendarDate } from '../../core/calendar-date.ts';
import { DIGEST_PARTS, type DigestPart } from '../../core/digest/digest.ts';
import type { Database } from './database.ts';

/** When a digest comes where nobody has said otherwise (HH:MM, the member's zone). */
export const DEFAULT_DIGEST_AT = '08:30';

/** The kind of delivery that a digest is. */
export const DIGEST = 'digest';

/** Why a digest was skipped whose reader has chosen another place since it was due. */
export const MOVED = 'moved';

/** Where, when and of what a member gets digests. */
export interface DigestSetting {
  /** HH:MM in the member's zone, or `off`. */
  readonly at: string;
  /** A Slack channel; null: a direct message. */
  readonly channel: string | null;
  readonly parts: readonly DigestPart[];
  /** The members whose customers it tells of; null: the whole team's. */
  readonly repIds: readonly string[] | null;
}

/** What managers get who have set nothing: everything about their team at half past eight, in a direct message. */
export const USUAL_DIGEST: DigestSetting = { at: DEFAULT_DIGEST_AT, channel: null, parts: DIGEST_PARTS, repIds: null };

/** What is set for a member; undefined where nothing is. */
export async function findDigestSetting(
  db: Database,
  workspaceId: string,
  memberId: string,
): Promise<DigestSetting | undefined> {
  const { rows } = await sql<DigestSetting>`
    select at, channel, parts, rep_ids as "repIds" from digest_setting
    where workspace_id = ${workspaceId} and member_id = ${memberId}::uuid`.execute(db);
  return rows[0];
}

/** Puts it down. */
export async function saveDigestSetting(
  db: Database,
  workspaceId: string,
  memberId: string,
  { at, channel, parts, repIds }: DigestSetting,
  now: Date,
): Promise<void> {
  const reps = repIds === null ? null : [...repIds];
  await sql`
    insert into digest_setting (workspace_id, member_id, at, channel, parts, rep_ids, updated_at)
    values (${workspaceId}, ${memberId}::uuid, ${at}, ${channel}, ${[...parts]}::text[], ${reps}::uuid[], ${now})
    on conflict (workspace_id, member_id) do update set at = excluded.at, channel = excluded.channel,
      parts = excluded.parts, rep_ids = excluded.rep_ids, updated_at = excluded.updated_at`.execute(db);
}

/** The hour of a member's digests (HH:MM, the member's zone); undefined where none is set, or none are wanted. */
export async function findDigestHour(db: Database, workspaceId: string, memberId: string): Promise<string | undefined> {
  const setting = await findDigestSetting(db, workspaceId, memberId);
  return setting === undefined || setting.at === 'off' ? undefined : setting.at;
}

/** Somebody who gets digests. */
export interface DigestReader extends DigestSetting {
  readonly memberId: string;
  readonly slackUserId: string;
  /** IANA name; null when unknown. */
  readonly timeZone: string | null;
  /** When the member was added, and when the setting was changed last; null where nothing is set. */
  readonly addedAt: Date;
  readonly setAt: Date | null;
  /** The day of the last digest that was posted, skipped or is to be posted; null when there was none. No later one counts than is due by now. */
  readonly lastOn: CalendarDate | null;
}

/** Everybody in the workspace who gets digests, by id: managers unless they turned it off, and admins who set it up. */
export async function findDigestReaders(db: Database, workspaceId: string, now: Date): Promise<DigestReader[]> {
  // one look into the index for each member; what could not be delivered, or not any more, is due again where the place has
  // changed; a clock that was ahead for a while has left days behind that are still to come
  const { rows } = await sql<DigestReader>`
    select m.id as "memberId", m.slack_user_id as "slackUserId", m.time_zone as "timeZone", m.created_at as "addedAt",
      coalesce(s.at, ${USUAL_DIGEST.at}) as at, s.channel, s.rep_ids as "repIds", s.updated_at as "setAt",
      coalesce(s.parts, ${[...USUAL_DIGEST.parts]}::text[]) as parts, last.day as "lastOn"
    from member m
    left join digest_setting s on s.workspace_id = m.workspace_id and s.member_id = m.id
    cross join lateral (
      select max(d.local_date) as day from delivery d
      where d.workspace_id = ${workspaceId} and d.member_id = m.id and d.kind = ${DIGEST} and d.state <> 'parked'
        and (d.state <> 'skipped' or d.problem <> ${MOVED}) and d.due_at <= ${now}::timestamptz
    ) as last
    where m.workspace_id = ${workspaceId} and m.deactivated_at is null and m.slack_user_id is not null
      and (m.role = 'manager' or (m.role = 'admin' and s.member_id is not null))
      and coalesce(s.at, ${USUAL_DIGEST.at}) <> 'off'
    order by m.id`.execute(db);
  return rows;
}

/** Why a member's last digest could not be posted to `target`, in Slack's word; undefined when it could, or none was due yet. */
export async function findDigestProblem(
  db: Database,
  workspaceId: string,
  memberId: string,
  target: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ state: string; problem: string | null }>`
    select state, problem from delivery
    where workspace_id = ${workspaceId} and member_id = ${memberId}::uuid and kind = ${DIGEST} and target = ${target}
      and state in ('sent', 'parked')
    order by local_date desc, due_at desc limit 1`.execute(db);
  const [last] = rows;
  return last?.state === 'parked' ? (last.problem ?? 'unknown') : undefined;
}

/** A digest that did not arrive, and was the member's last. */
export interface DigestTrouble {
  readonly memberId: string;
  /** The day that it was of. */
  readonly on: CalendarDate;
  /** Slack's word for why. */
  readonly problem: string;
}

/** Whose last digest did not arrive where digests are wanted now, by id; `memberId`: of that member alone. */
export async function findDigestTroubles(
  db: Database,
  workspaceId: string,
  memberId?: string,
): Promise<DigestTrouble[]> {
  const { rows } = await sql<DigestTrouble>`
    select m.id as "memberId", last.day as "on", last.problem
    from member m
    left join digest_setting s on s.workspace_id = m.workspace_id and s.member_id = m.id
    cross join lateral (
      select d.state, d.local_date as day, coalesce(d.problem, 'unknown') as problem from delivery d
      where d.workspace_id = ${workspaceId} and d.member_id = m.id and d.kind = ${DIGEST}
        and d.target = coalesce(s.channel, m.slack_user_id) and d.state in ('sent', 'parked')
      order by d.local_date desc, d.due_at desc limit 1
    ) as last
    where m.workspace_id = ${workspaceId} and m.deactivated_at is null and last.state = 'parked'
      and (m.role = 'manager' or (m.role = 'admin' and s.member_id is not null))
      and coalesce(s.at, ${USUAL_DIGEST.at}) <> 'off' ${memberId === undefined ? sql`` : sql`and m.id = ${memberId}::uuid`}
    order by m.id`.execute(db);
  return rows;
}
