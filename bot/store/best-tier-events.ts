import { sql } from 'kysely';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import type { Database } from './database.ts';
import { tierScheme } from './schemes.ts';

/** Customers of one owner that one grading took out of the best tier. */
export interface FallOfOwner {
  readonly runId: string;
  readonly changedAt: Date;
  /** Null: nobody's. */
  readonly ownerId: string | null;
}

/** A customer that fell out of the best tier. */
export interface FallenCustomer {
  readonly customerId: string;
  readonly name: string;
  readonly ownerId: string | null;
  readonly stage: CustomerStage;
  readonly fromTier: string;
  readonly toTier: string | null;
  readonly toStatus: GradeStatus;
  readonly scheme: Scheme;
}

/**
 * Whose customers have fallen out of the best tier after `after`, by a grading: not by another scheme or stage, not those that were taken
 * back or have risen again, and not those nobody works with any more.
 */
export async function findFalls(db: Database, workspaceId: string, after: Date, now: Date): Promise<FallOfOwner[]> {
  const { rows } = await sql<FallOfOwner>`
    select distinct c.run_id as "runId", c.changed_at as "changedAt", k.owner_id as "ownerId" from ${FALLS}
    where ${isFall(workspaceId)} and c.changed_at > ${sinceBeginning(workspaceId, after)} and c.changed_at <= ${now}::timestamptz
    order by c.changed_at, c.run_id, k.owner_id`.execute(db);
  return rows;
}

/** The customers of one such grading, those that stood best first. */
export async function findFallen(
  db: Database,
  workspaceId: string,
  { runId, changedAt }: Pick<FallOfOwner, 'runId' | 'changedAt'>,
): Promise<FallenCustomer[]> {
  const { rows } = await sql<Omit<FallenCustomer, 'scheme'> & { document: Scheme }>`
    select k.id as "customerId", k.name, k.owner_id as "ownerId", r.stage, c.from_tier as "fromTier",
      g.tier as "toTier", g.status as "toStatus", s.document
    from ${FALLS}
    where ${isFall(workspaceId)} and c.run_id = ${runId}::uuid
      and date_trunc('milliseconds', c.changed_at) = ${changedAt}::timestamptz
    order by c.from_score desc nulls last, k.name, k.id`.execute(db);
  return rows.map(({ document, ...fallen }) => ({ ...fallen, scheme: tierScheme(document) }));
}

const FALLS = sql`grade_change c
  join customer k on k.workspace_id = c.workspace_id and k.id = c.customer_id
  join grade g on g.workspace_id = c.workspace_id and g.customer_id = c.customer_id
  join grading_run r on r.workspace_id = c.workspace_id and r.id = c.run_id
  join scheme s on s.workspace_id = r.workspace_id and s.digest = r.scheme_digest`;

function isFall(workspaceId: string) {
  return sql`c.workspace_id = ${workspaceId} and c.undone_at is null
    and c.cause in ('facts', 'population', 'merge', 'override', 'override-ended')
    and c.from_status = 'graded' and c.from_tier = ${BEST} and c.to_tier is distinct from c.from_tier
    and g.tier is distinct from c.from_tier and k.merged_into is null and k.status = 'active'`;
}

/** A moment, or the workspace's beginning where that is later: a past that came with the samples is no news. */
function sinceBeginning(workspaceId: string, moment: Date) {
  return sql`greatest(${moment}::timestamptz, (select created_at from workspace where id = ${workspaceId}))`;
}

/** The id of the scheme's best tier. */
const BEST = sql`s.document -> 'tiers' -> 0 ->> 'id'`;

/** A complaint of a customer of the best tier that still has no answer. */
export interface BestTierComplaint {
  readonly complaintId: string;
  readonly customerId: string;
  readonly name: string;
  readonly ownerId: string | null;
  readonly openedBy: string | null;
  readonly openedAt: Date;
  readonly answerBy: Date;
  readonly description: string | null;
  readonly tier: string;
  readonly scheme: Scheme;
}

/** Those that were opened after `after`, or the one with that id; oldest first. */
export async function findBestTierComplaints(
  db: Database,
  workspaceId: string,
  which: { readonly after: Date; readonly now: Date } | { readonly id: string },
): Promise<BestTierComplaint[]> {
  const only =
    'id' in which
      ? sql`x.id = ${which.id}::uuid`
      : sql`x.opened_at > ${sinceBeginning(workspaceId, which.after)} and x.opened_at <= ${which.now}::timestamptz`;
  const { rows } = await sql<Omit<BestTierComplaint, 'scheme'> & { document: Scheme }>`
    select x.id as "complaintId", k.id as "customerId", k.name, k.owner_id as "ownerId", x.opened_by as "openedBy",
      x.opened_at as "openedAt", x.answer_by as "answerBy", x.description, g.tier, s.document
    from complaint x
    join customer c on c.workspace_id = x.workspace_id and c.id = x.customer_id
    join customer k on k.workspace_id = c.workspace_id and k.id = coalesce(c.merged_into, c.id)
    join grade g on g.workspace_id = k.workspace_id and g.customer_id = k.id
    join grading_run r on r.workspace_id = g.workspace_id and r.id = g.run_id
    join scheme s on s.workspace_id = r.workspace_id and s.digest = r.scheme_digest
    where x.workspace_id = ${workspaceId} and x.undone_at is null and x.answered_at is null and x.closed_at is null
      and g.status = 'graded' and g.tier = ${BEST} and k.status = 'active' and ${only}
    order by x.opened_at, x.id`.execute(db);
  return rows.map(({ document, ...complaint }) => ({ ...complaint, scheme: tierScheme(document) }));
}

/** Of these subjects of a kind those that were told to whom: `subject member`. */
export async function findTold(
  db: Database,
  workspaceId: string,
  kind: string,
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set();
  const { rows } = await sql<{ subject: string; memberId: string }>`
    select subject, member_id as "memberId" from delivery
    where workspace_id = ${workspaceId} and kind = ${kind} and subject = any(${[...subjects]}::text[])`.execute(db);
  return new Set(rows.map(({ memberId, subject }) => `${subject} ${memberId}`));
}
