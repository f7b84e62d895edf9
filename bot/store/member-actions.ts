import { sql } from 'kysely';
import type { Database } from './database.ts';
import { json } from './json-column.ts';

/** What a member did to a customer. */
export interface MemberAction {
  readonly id: string;
  /** Null for the command line. */
  readonly memberId: string | null;
  readonly customerId: string | null;
  readonly kind: string;
  /** What is the same when the same request comes again; null where it cannot. */
  readonly requestId: string | null;
  /** What is needed to take it back; never more than that. */
  readonly detail: Readonly<Record<string, unknown>>;
  readonly doneAt: Date;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
}

/**
 * Writes an action down within the transaction that does it; false when its request was written down before, and nothing
 * more must be done then.
 */
export async function insertMemberAction(
  db: Database,
  workspaceId: string,
  action: Omit<MemberAction, 'undoneAt' | 'undoneBy'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into member_action (workspace_id, id, member_id, customer_id, kind, request_id, detail, done_at)
    values (${workspaceId}, ${action.id}, ${action.memberId}, ${action.customerId}, ${action.kind}, ${action.requestId},
      ${json(action.detail)}, ${action.doneAt})
    on conflict (workspace_id, request_id) where request_id is not null do nothing`.execute(db);
  return numAffectedRows === 1n;
}

/** The action with this id, or that answered this request; undefined when there is none. */
export async function findMemberAction(
  db: Database,
  workspaceId: string,
  by: { readonly id: string } | { readonly requestId: string },
): Promise<MemberAction | undefined> {
  const isAsked = 'id' in by ? sql`id = ${by.id}` : sql`request_id = ${by.requestId}`;
  const { rows } = await sql<MemberAction>`
    select ${MEMBER_ACTION} from member_action where workspace_id = ${workspaceId} and ${isAsked}`.execute(db);
  return rows[0];
}

/** What was done to a customer since a moment and not taken back, latest first. */
export async function findActionsSince(
  db: Database,
  workspaceId: string,
  customerId: string,
  since: Date,
): Promise<MemberAction[]> {
  const { rows } = await sql<MemberAction>`
    select ${MEMBER_ACTION} from member_action
    where workspace_id = ${workspaceId} and customer_id = ${customerId} and done_at > ${since}::timestamptz
      and undone_at is null
    order by done_at desc, id desc`.execute(db);
  return rows;
}

/** The latest thing that a member (null: the command line) has done since a moment and that was not taken back. */
export async function findLatestActionOf(
  db: Database,
  workspaceId: string,
  memberId: string | null,
  since: Date,
): Promise<MemberAction | undefined> {
  const { rows } = await sql<MemberAction>`
    select ${MEMBER_ACTION} from member_action
    where workspace_id = ${workspaceId} and member_id is not distinct from ${memberId}::uuid
      and done_at >= ${since}::timestamptz and undone_at is null
    order by done_at desc, id desc limit 1`.execute(db);
  return rows[0];
}

/** Adds to what taking an action back needs, within the transaction that does more for it. */
export async function addToAction(
  db: Database,
  workspaceId: string,
  id: string,
  part: Readonly<Record<string, unknown>>,
): Promise<void> {
  await sql`
    update member_action set detail = detail || ${json(part)}::jsonb
    where workspace_id = ${workspaceId} and id = ${id}`.execute(db);
}

/** Writes down that an action was taken back; false when it had been before. */
export async function markUndone(
  db: Database,
  workspaceId: string,
  id: string,
  by: { readonly memberId: string | null; readonly at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update member_action set undone_at = ${by.at}, undone_by = ${by.memberId}
    where workspace_id = ${workspaceId} and id = ${id} and undone_at is null`.execute(db);
  return numAffectedRows === 1n;
}

const MEMBER_ACTION = sql.raw(`id, member_id as "memberId", customer_id as "customerId", kind,
  request_id as "requestId", detail, done_at as "doneAt", undone_at as "undoneAt", undone_by as "undoneBy"`);
