import { sql } from 'kysely';
import type { Facts } from '../../core/customer.ts';
import type { FittedScheme } from '../../core/grading/fit-scheme.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import type { Database } from './database.ts';
import type { GradeChangeCause, Held } from './grading-tables.ts';
import { tierScheme } from './schemes.ts';

/** A change of tier as it is kept, with the run that made it. */
export interface StoredChange {
  readonly id: string;
  readonly customerId: string;
  readonly runId: string;
  readonly changedAt: Date;
  readonly fromTier: string | null;
  readonly toTier: string | null;
  readonly toStatus: GradeStatus;
  readonly toScore: number | null;
  readonly cause: GradeChangeCause;
  /** What held the tier from then on; null when it was what the values gave. */
  readonly held: Held | null;
  /** Null for changes that were made before inputs were kept. */
  readonly inputs: Facts | null;
  readonly fitted: FittedScheme;
}

/** Which changes of a customer. */
export interface ChangesWanted {
  readonly customerId: string;
  readonly limit: number;
  /** How many of the latest are passed over; default none. */
  readonly skip?: number;
  /** Those before this moment only. */
  readonly before?: Date;
  /** Whether moments count too at which a tier began or ceased to be held without moving. */
  readonly withHolds: boolean;
}

/** A customer's latest changes, latest first; or one change by its id. Those that were undone are left out. */
export async function findChanges(
  db: Database,
  workspaceId: string,
  which: ChangesWanted | { readonly id: string },
): Promise<StoredChange[]> {
  const only =
    'id' in which
      ? sql`c.id = ${which.id}::uuid`
      : sql`c.customer_id = ${which.customerId}::uuid
          and (${which.withHolds} or c.cause <> 'hold')
          and (${which.before ?? null}::timestamptz is null or c.changed_at < ${which.before ?? null}::timestamptz)`;
  const [limit, skip] = 'id' in which ? [1, 0] : [which.limit, which.skip ?? 0];
  const { rows } = await sql<
    Omit<StoredChange, 'fitted'> & { cutPoints: Omit<FittedScheme, 'scheme'>; document: Scheme }
  >`
    select c.id, c.customer_id as "customerId", c.run_id as "runId", c.changed_at as "changedAt",
      c.from_tier as "fromTier", c.to_tier as "toTier", c.to_status as "toStatus", c.to_score as "toScore", c.cause,
      c.held, c.inputs, r.cut_points as "cutPoints", s.document
    from grade_change c
    join grading_run r on r.workspace_id = c.workspace_id and r.id = c.run_id
    join scheme s on s.workspace_id = r.workspace_id and s.digest = r.scheme_digest
    where c.workspace_id = ${workspaceId} and c.undone_at is null and ${only}
    order by c.changed_at desc, c.id desc limit ${limit} offset ${skip}`.execute(db);
  return rows.map(({ cutPoints, document, ...change }) => ({
    ...change,
    fitted: { ...cutPoints, scheme: tierScheme(document) },
  }));
}

/** The ids of a customer's changes since a moment, that moment included, without those that were undone. */
export async function findChangeIdsSince(
  db: Database,
  workspaceId: string,
  customerId: string,
  since: Date,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from grade_change
    where workspace_id = ${workspaceId} and customer_id = ${customerId}::uuid and changed_at >= ${since}::timestamptz
      and undone_at is null`.execute(db);
  return rows.map(({ id }) => id);
}

/** From `now` on these changes are none, since what had made them was undone; digests of the time before still tell of them. */
export async function undoGradeChanges(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update grade_change set undone_at = ${now}::timestamptz
    where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[]) and undone_at is null`.execute(db);
}
