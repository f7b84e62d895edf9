import { sql } from 'kysely';
import type { Database } from './database.ts';
import { storableText } from './json-column.ts';

/** A complaint of a customer: open until it is closed, to be answered by a moment. */
export interface Complaint {
  readonly id: string;
  /** The customer that it was logged for, which may have been merged into another. */
  readonly customerId: string;
  readonly channel: string | null;
  readonly cause: string | null;
  readonly description: string | null;
  readonly openedBy: string | null;
  readonly openedAt: Date;
  readonly answerBy: Date;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
  readonly resolution: string | null;
  readonly undoneAt: Date | null;
}

/** A complaint with whom it concerns. */
export interface ComplaintOnFile extends Complaint {
  /** The customer as it is now: where it was merged, the one that was kept. */
  readonly keptId: string;
  readonly name: string;
  readonly ownerId: string | null;
  /** Null when the owner has none. */
  readonly managerId: string | null;
}

/** How long before its time somebody is warned that a complaint has no answer yet: the owner, then the owner's manager. */
export const WARN_OWNER_MINUTES = 60;
export const WARN_MANAGER_MINUTES = 30;

/** Puts a complaint down. */
export async function insertComplaint(db: Database, workspaceId: string, complaint: Complaint): Promise<void> {
  await sql`
    insert into complaint (workspace_id, id, customer_id, channel, cause, description, opened_by, opened_at, answer_by,
      answered_by, answered_at, closed_by, closed_at, resolution, undone_at)
    values (${workspaceId}, ${complaint.id}, ${complaint.customerId}, ${complaint.channel}, ${complaint.cause},
      ${storable(complaint.description)}, ${complaint.openedBy}, ${complaint.openedAt}, ${complaint.answerBy},
      ${complaint.answeredBy}, ${complaint.answeredAt}, ${complaint.closedBy}, ${complaint.closedAt},
      ${storable(complaint.resolution)}, ${complaint.undoneAt})`.execute(db);
}

/** What happens to a complaint after it was opened. */
export type ComplaintProgress = Pick<
  Complaint,
  'answeredBy' | 'answeredAt' | 'closedBy' | 'closedAt' | 'resolution' | 'undoneAt'
>;

/** Puts down how far a complaint has come. */
export async function saveComplaint(
  db: Database,
  workspaceId: string,
  id: string,
  to: ComplaintProgress,
): Promise<void> {
  await sql`
    update complaint set answered_by = ${to.answeredBy}, answered_at = ${to.answeredAt}::timestamptz,
      closed_by = ${to.closedBy}, closed_at = ${to.closedAt}::timestamptz, resolution = ${storable(to.resolution)},
      undone_at = ${to.undoneAt}::timestamptz
    where workspace_id = ${workspaceId} and id = ${id}`.execute(db);
}

/** The complaint with this id, taken back or not; undefined when there is none. */
export async function findComplaint(
  db: Database,
  workspaceId: string,
  id: string,
): Promise<ComplaintOnFile | undefined> {
  const { rows } = await sql<ComplaintOnFile>`
    select ${COMPLAINT} from ${ON_FILE} where x.workspace_id = ${workspaceId} and x.id = ${id}`.execute(db);
  return rows[0];
}

/** Which complaints are wanted; those that were taken back never are. */
export interface ComplaintFilter {
  /** `open`: not closed; `unanswered`: neither answered nor closed. */
  readonly state: 'open' | 'unanswered' | 'all';
  /** Those of this customer, and of customers that were merged into it. */
  readonly customerId?: string;
  readonly ownerId?: string;
  /** Those that must be answered by then. */
  readonly answerBy?: Date;
}

/** Complaints: those that must be answered first come first, answered ones after them, closed ones last. At most 500. */
export async function findComplaints(
  db: Database,
  workspaceId: string,
  filter: ComplaintFilter,
): Promise<ComplaintOnFile[]> {
  const { state, customerId, ownerId, answerBy } = filter;
  const conditions = [
    sql`x.workspace_id = ${workspaceId} and x.undone_at is null`,
    ...(state === 'all' ? [] : [sql`x.closed_at is null`]),
    ...(state === 'unanswered' ? [sql`x.answered_at is null`] : []),
    ...(customerId === undefined
      ? []
      : [
          sql`x.customer_id in (select id from customer where workspace_id = ${workspaceId}
            and (id = ${customerId}::uuid or merged_into = ${customerId}::uuid))`,
        ]),
    ...(ownerId === undefined ? [] : [sql`k.owner_id = ${ownerId}::uuid`]),
    ...(answerBy === undefined ? [] : [sql`x.answer_by <= ${answerBy}::timestamptz`]),
  ];
  const { rows } = await sql<ComplaintOnFile>`
    select ${COMPLAINT} from ${ON_FILE} where ${sql.join(conditions, sql` and `)}
    order by x.closed_at is not null, x.answered_at is not null, x.answer_by, x.id limit 500`.execute(db);
  return rows;
}

/** After so many days without an answer a complaint is no news to anybody. */
const NEWS_FOR_DAYS = 14;

/**
 * Complaints without an answer of which the owner or the manager is to be warned now ({@link WARN_OWNER_MINUTES} and
 * {@link WARN_MANAGER_MINUTES} before their time) and neither was by a delivery of `kind`, whose subject is the complaint's id
 * with `:owner` or `:manager`. Customers nobody works with any more are left out.
 */
export async function findComplaintsRunningLate(
  db: Database,
  workspaceId: string,
  kind: string,
  now: Date,
): Promise<(ComplaintOnFile & { readonly tellsOwner: boolean; readonly tellsManager: boolean })[]> {
  const [ownerBy, managerBy] = [WARN_OWNER_MINUTES, WARN_MANAGER_MINUTES].map(
    (minutes) => new Date(now.getTime() + minutes * 60_000),
  );
  const since = new Date(now.getTime() - NEWS_FOR_DAYS * 86_400_000);
  const { rows } = await sql<ComplaintOnFile & { tellsOwner: boolean; tellsManager: boolean }>`
    select * from (
      select ${COMPLAINT},
        o.slack_user_id is not null and o.deactivated_at is null
          and not exists (${toldAs('owner', workspaceId, kind)}) as "tellsOwner",
        x.answer_by <= ${managerBy}::timestamptz
          and not exists (${toldAs('manager', workspaceId, kind)}) as "tellsManager"
      from ${ON_FILE}
      where x.workspace_id = ${workspaceId} and x.undone_at is null and x.closed_at is null and x.answered_at is null
        and x.answer_by between ${since}::timestamptz and ${ownerBy}::timestamptz and k.status = 'active'
    ) as late
    where "tellsOwner" or "tellsManager"
    order by "answerBy", id`.execute(db);
  return rows;
}

/** Of these customers' complaints without an answer the one whose time comes first, its id by customer. */
export async function findFirstUnanswered(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<Map<string, string>> {
  if (customerIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; keptId: string }>`
    select distinct on (k.id) k.id as "keptId", x.id from ${ON_FILE}
    where x.workspace_id = ${workspaceId} and x.undone_at is null and x.closed_at is null and x.answered_at is null
      and k.id = any(${[...customerIds]}::uuid[])
    order by k.id, x.answer_by, x.id`.execute(db);
  return new Map(rows.map(({ id, keptId }) => [keptId, id]));
}

function toldAs(role: 'owner' | 'manager', workspaceId: string, kind: string) {
  return sql`
    select from delivery d
    where d.workspace_id = ${workspaceId} and d.kind = ${kind} and d.subject = x.id || ${`:${role}`}`;
}

const ON_FILE = sql`complaint x
  join customer c on c.workspace_id = x.workspace_id and c.id = x.customer_id
  join customer k on k.workspace_id = c.workspace_id and k.id = coalesce(c.merged_into, c.id)
  left join member o on o.workspace_id = k.workspace_id and o.id = k.owner_id`;

const COMPLAINT = sql.raw(`x.id, x.customer_id as "customerId", x.channel, x.cause, x.description,
  x.opened_by as "openedBy", x.opened_at as "openedAt", x.answer_by as "answerBy", x.answered_by as "answeredBy",
  x.answered_at as "answeredAt", x.closed_by as "closedBy", x.closed_at as "closedAt", x.resolution,
  x.undone_at as "undoneAt", k.id as "keptId", k.name, k.owner_id as "ownerId", o.manager_id as "managerId"`);

function storable(text: string | null): string | null {
  return text === null ? null : storableText(text);
}
