import { sql } from 'kysely';
import type { Facts } from '../../core/customer.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { FittedScheme } from '../../core/grading/fit-scheme.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { Database } from './database.ts';
import type { GradeChangeCause, GradingCounts, GradingRunTable, Held } from './grading-tables.ts';
import { idList } from './id-list.ts';
import { inChunks } from './in-chunks.ts';
import { refreshImportance } from './index-customer-names.ts';
import { json } from './json-column.ts';
import { keepGrader, tierScheme } from './schemes.ts';

/** A customer's current grade. */
export interface CurrentGrade {
  readonly customerId: string;
  readonly ownerId: string | null;
  readonly runId: string;
  readonly status: GradeStatus;
  readonly tier: string | null;
  readonly score: number | null;
  readonly tierSince: Date;
  /** The tier that the values alone give; `tier` unless something holds it. */
  readonly computedTier: string | null;
  readonly held: Held | null;
  readonly worseRuns: number;
}

/** A change of tier or status. */
export interface GradeChange {
  readonly id: string;
  readonly customerId: string;
  readonly from: Pick<CurrentGrade, 'status' | 'tier' | 'score'> | null;
  readonly to: Pick<CurrentGrade, 'status' | 'tier' | 'score' | 'held'>;
  readonly cause: GradeChangeCause;
  /** What the customer was graded by, to replay it; null where nothing was graded. */
  readonly inputs: Facts | null;
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

/** A row of `grade` as a {@link CurrentGrade}. */
export const GRADE_COLUMNS =
  sql.raw(`grade.customer_id as "customerId", grade.owner_id as "ownerId", grade.run_id as "runId",
  grade.status, grade.tier, grade.score, grade.tier_since as "tierSince", grade.computed_tier as "computedTier",
  grade.held, grade.worse_runs as "worseRuns"`);

/** The current grades of all customers of a stage, or of those with the ids given, by customer. */
export async function findGrades(
  db: Database,
  workspaceId: string,
  which: { readonly ids: readonly string[] } | 'all' = 'all',
): Promise<Map<string, CurrentGrade>> {
  const only = which === 'all' ? sql`true` : sql`customer_id = any(${idList(which.ids)})`;
  const { rows } = await sql<CurrentGrade>`
    select ${GRADE_COLUMNS} from grade where workspace_id = ${workspaceId} and ${only}`.execute(db);
  return new Map(rows.map((row) => [row.customerId, row]));
}

/** What of a grade is told beside its customer. */
export type ToldGrade = Pick<CurrentGrade, 'runId' | 'tier' | 'score' | 'held'>;

/** The current grades of customers, as far as they are told, by customer. */
export async function findToldGrades(
  db: Database,
  workspaceId: string,
  customerIds: readonly string[],
): Promise<Map<string, ToldGrade>> {
  const { rows } = await sql<ToldGrade & { id: string }>`
    select customer_id as id, run_id as "runId", tier, score, held from grade
    where workspace_id = ${workspaceId} and customer_id = any(${idList(customerIds)})`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
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
  const digest = await keepGrader(db, workspaceId, 'run', scheme, run.gradedAt);
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
      is_search_ordered: false,
      is_planned: false,
    })
    .execute();
}

/** Puts down how many customers a run graded, which is known only at its end. */
export async function updateRunCounts(
  db: Database,
  workspaceId: string,
  runId: string,
  counts: GradingCounts,
): Promise<void> {
  await db
    .updateTable('grading_run')
    .set({ counts: json(counts) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', runId)
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
  return { id, stage, cause, gradedAt, fitted: { ...row.cut_points, scheme: tierScheme(row.document) } };
}

/** The id of the run whose cut points are in force for a stage: its latest; undefined when it was never graded. */
export async function findRunInForce(
  db: Database,
  workspaceId: string,
  stage: CustomerStage,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('grading_run')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('stage', '=', stage)
    .orderBy('graded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** {@link writeGrades}, and search orders the customers by them at once. */
export async function saveGrades(db: Database, workspaceId: string, grades: readonly CurrentGrade[]): Promise<void> {
  await writeGrades(db, workspaceId, grades);
  const ids = grades.map(({ customerId }) => customerId);
  for (const chunk of inChunks(ids, ROWS_PER_STATEMENT)) await refreshImportance(db, workspaceId, chunk);
}

/**
 * Writes current grades, replacing those that the customers had; of a run, whose search order follows later. `known`:
 * whose grades are there already, since changing a row costs half of finding out whether there is one.
 */
export async function writeGrades(
  db: Database,
  workspaceId: string,
  grades: readonly CurrentGrade[],
  known: ReadonlyMap<string, unknown> = new Map(),
): Promise<void> {
  const changed = grades.filter(({ customerId }) => known.has(customerId));
  for (const chunk of inChunks(changed, ROWS_PER_STATEMENT)) {
    await sql`
      update grade set owner_id = given.owner_id, run_id = given.run_id, status = given.status, tier = given.tier,
        score = given.score, tier_since = given.tier_since, computed_tier = given.computed_tier, held = given.held,
        worse_runs = given.worse_runs
      from ${listed(chunk)} as given (customer_id, owner_id, run_id, status, tier, score, tier_since, computed_tier, held, worse_runs)
      where grade.workspace_id = ${workspaceId} and grade.customer_id = given.customer_id`.execute(db);
  }
  const others = grades.filter(({ customerId }) => !known.has(customerId));
  for (const chunk of inChunks(others, ROWS_PER_STATEMENT)) {
    await sql`
      insert into grade (workspace_id, customer_id, owner_id, run_id, status, tier, score, tier_since, computed_tier,
        held, worse_runs)
      select ${workspaceId}, * from ${listed(chunk)} as given
      on conflict (workspace_id, customer_id) do update set owner_id = excluded.owner_id, run_id = excluded.run_id,
        status = excluded.status, tier = excluded.tier, score = excluded.score, tier_since = excluded.tier_since,
        computed_tier = excluded.computed_tier, held = excluded.held, worse_runs = excluded.worse_runs
    `.execute(db);
  }
}

/** Grades as rows of a statement. */
function listed(grades: readonly CurrentGrade[]) {
  return sql`unnest(
    ${idList(grades.map((grade) => grade.customerId))}, ${grades.map((grade) => grade.ownerId)}::uuid[],
    ${idList(grades.map((grade) => grade.runId))}, ${grades.map((grade) => grade.status)}::text[],
    ${grades.map((grade) => grade.tier)}::text[], ${grades.map((grade) => grade.score)}::float8[],
    ${grades.map((grade) => grade.tierSince.toISOString())}::timestamptz[],
    ${grades.map((grade) => grade.computedTier)}::text[], ${grades.map((grade) => grade.held)}::text[],
    ${grades.map((grade) => grade.worseRuns)}::smallint[])`;
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
        to_status, to_tier, to_score, cause, held, inputs)
      select ${workspaceId}, ${runId}::uuid, ${now}::timestamptz, id, customer_id, from_status, from_tier, from_score,
        to_status, to_tier, to_score, cause, held, nullif(inputs, 'null')
      from rows from (
        unnest(${idList(chunk.map((change) => change.id))}), unnest(${idList(chunk.map((change) => change.customerId))}),
        unnest(${chunk.map((change) => change.from?.status ?? null)}::text[]),
        unnest(${chunk.map((change) => change.from?.tier ?? null)}::text[]),
        unnest(${chunk.map((change) => change.from?.score ?? null)}::float8[]),
        unnest(${chunk.map((change) => change.to.status)}::text[]), unnest(${chunk.map((change) => change.to.tier)}::text[]),
        unnest(${chunk.map((change) => change.to.score)}::float8[]), unnest(${chunk.map((change) => change.cause)}::text[]),
        unnest(${chunk.map((change) => change.to.held)}::text[]),
        jsonb_array_elements(${json(chunk.map((change) => change.inputs))}::jsonb)
      ) as given (id, customer_id, from_status, from_tier, from_score, to_status, to_tier, to_score, cause, held, inputs)
    `.execute(db);
  }
}

/** Takes a customer's grade away. */
export async function deleteGrade(db: Database, workspaceId: string, customerId: string): Promise<void> {
  await db.deleteFrom('grade').where('workspace_id', '=', workspaceId).where('customer_id', '=', customerId).execute();
}
