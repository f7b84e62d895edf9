import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Facts } from '../../core/customer.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { FittedScheme } from '../../core/grading/fit-scheme.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { Database } from './database.ts';
import type { GradeChangeCause, GradingCounts, GradingRunTable } from './grading-tables.ts';
import { inChunks } from './in-chunks.ts';
import { refreshImportance } from './index-customer-names.ts';
import { json } from './json-column.ts';

/** What a run needs to know of a customer to grade it. */
export interface GradingSubject {
  readonly id: string;
  readonly ownerId: string | null;
  readonly facts: Facts;
}

/** A customer's current grade. */
export interface CurrentGrade {
  readonly customerId: string;
  readonly ownerId: string | null;
  readonly runId: string;
  readonly status: GradeStatus;
  readonly tier: string | null;
  readonly score: number | null;
  readonly tierSince: Date;
}

/** A change of tier or status. */
export interface GradeChange {
  readonly id: string;
  readonly customerId: string;
  readonly from: Pick<CurrentGrade, 'status' | 'tier' | 'score'> | null;
  readonly to: Pick<CurrentGrade, 'status' | 'tier' | 'score'>;
  readonly cause: GradeChangeCause;
}

/** A grading run as it is kept. */
export interface GradingRun {
  readonly id: string;
  readonly stage: CustomerStage;
  readonly cause: GradingRunTable['cause'];
  readonly fitted: FittedScheme;
  readonly gradedAt: Date;
}

const ROWS_PER_STATEMENT = 5000;

/** Facts that stand in columns of their own, so that a scheme may grade by them too. */
const FACTS_OF_COLUMNS = sql.raw(`jsonb_strip_nulls(jsonb_build_object('industry', industry, 'region', region,
  'lastContact', last_contact_on, 'nextContact', next_contact_on))`);

/**
 * All customers of a stage, gone ones aside, in parts, with the values and doubts of `criteria` only: a million
 * customers then fit into memory at once.
 */
export async function* readGradingSubjects(
  db: Database,
  workspaceId: string,
  stage: CustomerStage,
  criteria: readonly string[],
): AsyncGenerator<GradingSubject[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<{ id: string; ownerId: string | null; facts: Facts; own: Facts['values'] }>`
      select id, owner_id as "ownerId", facts, ${FACTS_OF_COLUMNS} as own from customer
      where workspace_id = ${workspaceId} and id > ${after}::uuid and stage = ${stage} and merged_into is null
      order by id limit ${ROWS_PER_STATEMENT}`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ id, ownerId, facts, own }) => ({ id, ownerId, facts: onlyFacts(facts, own, criteria) }));
    after = last.id;
  }
}

/** A customer's facts as the grader takes them; `criteria` undefined for all. */
export function onlyFacts(facts: Facts, own: Facts['values'], criteria?: readonly string[]): Facts {
  if (criteria === undefined) return { ...facts, values: { ...facts.values, ...own } };
  const values: Record<string, Facts['values'][string]> = {};
  let doubts: Record<string, NonNullable<Facts['doubts']>[string]> | undefined;
  for (const id of criteria) {
    const value = facts.values[id] ?? own[id];
    if (value !== undefined) values[id] = value;
    const doubt = facts.doubts?.[id];
    if (doubt !== undefined) (doubts ??= {})[id] = doubt;
  }
  return doubts === undefined ? { values } : { values, doubts };
}

/** The current grades of all customers of a stage, or of those with the ids given, by customer. */
export async function findGrades(
  db: Database,
  workspaceId: string,
  which: { readonly ids: readonly string[] } | 'all' = 'all',
): Promise<Map<string, CurrentGrade>> {
  const only = which === 'all' ? sql`true` : sql`customer_id = any(${which.ids}::uuid[])`;
  const { rows } = await sql<CurrentGrade>`
    select customer_id as "customerId", owner_id as "ownerId", run_id as "runId", status, tier, score,
      tier_since as "tierSince"
    from grade where workspace_id = ${workspaceId} and ${only}`.execute(db);
  return new Map(rows.map((row) => [row.customerId, row]));
}

/** Keeps a run with its scheme, so that its grades can be explained later. */
export async function insertGradingRun(
  db: Database,
  workspaceId: string,
  run: GradingRun,
  counts: GradingCounts,
  memberId: string | null,
): Promise<void> {
  const { scheme, ...cutPoints } = run.fitted;
  const document = json(scheme);
  const digest = createHash('sha256').update(document).digest('hex');
  await db
    .insertInto('scheme')
    .values({
      workspace_id: workspaceId,
      digest,
      id: scheme.id,
      version: scheme.version,
      document,
      created_at: run.gradedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto('grading_run')
    .values({
      workspace_id: workspaceId,
      id: run.id,
      scheme_digest: digest,
      scheme_id: scheme.id,
      scheme_version: scheme.version,
      stage: run.stage,
      cause: run.cause,
      cut_points: json(cutPoints),
      as_of: run.fitted.asOf,
      counts: json(counts),
      member_id: memberId,
      graded_at: run.gradedAt,
    })
    .execute();
}

/** The run with this id, or a stage's latest one; undefined when there is none. */
export async function findGradingRun(
  db: Database,
  workspaceId: string,
  which: { readonly id: string } | { readonly latestOf: CustomerStage },
): Promise<GradingRun | undefined> {
  const query = db
    .selectFrom('grading_run as r')
    .innerJoin('scheme as s', (join) =>
      join.onRef('s.workspace_id', '=', 'r.workspace_id').onRef('s.digest', '=', 'r.scheme_digest'),
    )
    .select(['r.id', 'r.stage', 'r.cause', 'r.cut_points', 'r.graded_at', 's.document'])
    .where('r.workspace_id', '=', workspaceId);
  const row = await ('id' in which
    ? query.where('r.id', '=', which.id)
    : query.where('r.stage', '=', which.latestOf).orderBy('r.graded_at', 'desc').orderBy('r.id', 'desc').limit(1)
  ).executeTakeFirst();
  if (row === undefined) return undefined;
  const { id, stage, cause, graded_at: gradedAt } = row;
  return { id, stage, cause, gradedAt, fitted: { ...row.cut_points, scheme: row.document } };
}

/** Writes current grades, replacing those that the customers had; search then orders the customers by them. */
export async function saveGrades(db: Database, workspaceId: string, grades: readonly CurrentGrade[]): Promise<void> {
  for (const chunk of inChunks(grades, ROWS_PER_STATEMENT)) {
    await sql`
      insert into grade (workspace_id, customer_id, owner_id, run_id, status, tier, score, tier_since)
      select ${workspaceId}, * from unnest(
        ${chunk.map((grade) => grade.customerId)}::uuid[], ${chunk.map((grade) => grade.ownerId)}::uuid[],
        ${chunk.map((grade) => grade.runId)}::uuid[], ${chunk.map((grade) => grade.status)}::text[],
        ${chunk.map((grade) => grade.tier)}::text[], ${chunk.map((grade) => grade.score)}::float8[],
        ${chunk.map((grade) => grade.tierSince.toISOString())}::timestamptz[])
      on conflict (workspace_id, customer_id) do update set owner_id = excluded.owner_id, run_id = excluded.run_id,
        status = excluded.status, tier = excluded.tier, score = excluded.score, tier_since = excluded.tier_since
    `.execute(db);
    await refreshImportance(
      db,
      workspaceId,
      chunk.map((grade) => grade.customerId),
    );
  }
}

/** Adds changes to the history. */
export async function insertGradeChanges(
  db: Database,
  workspaceId: string,
  runId: string,
  changes: readonly GradeChange[],
  now: Date,
): Promise<void> {
  for (const chunk of inChunks(changes, ROWS_PER_STATEMENT)) {
    await sql`
      insert into grade_change (workspace_id, run_id, changed_at, id, customer_id, from_status, from_tier, from_score,
        to_status, to_tier, to_score, cause)
      select ${workspaceId}, ${runId}::uuid, ${now}::timestamptz, * from unnest(
        ${chunk.map((change) => change.id)}::uuid[], ${chunk.map((change) => change.customerId)}::uuid[],
        ${chunk.map((change) => change.from?.status ?? null)}::text[],
        ${chunk.map((change) => change.from?.tier ?? null)}::text[],
        ${chunk.map((change) => change.from?.score ?? null)}::float8[],
        ${chunk.map((change) => change.to.status)}::text[], ${chunk.map((change) => change.to.tier)}::text[],
        ${chunk.map((change) => change.to.score)}::float8[], ${chunk.map((change) => change.cause)}::text[])
    `.execute(db);
  }
}

/** All facts of one customer, those in columns of their own included; undefined when there is no such customer. */
export async function findFacts(db: Database, workspaceId: string, customerId: string): Promise<Facts | undefined> {
  const { rows } = await sql<{ facts: Facts; own: Facts['values'] }>`
    select facts, ${FACTS_OF_COLUMNS} as own from customer
    where workspace_id = ${workspaceId} and id = ${customerId}::uuid`.execute(db);
  return rows[0] && onlyFacts(rows[0].facts, rows[0].own);
}

/** Takes a customer's grade away. */
export async function deleteGrade(db: Database, workspaceId: string, customerId: string): Promise<void> {
  await db.deleteFrom('grade').where('workspace_id', '=', workspaceId).where('customer_id', '=', customerId).execute();
}
