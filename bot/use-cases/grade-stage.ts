import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Facts } from '../../core/customer.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import { compileScheme } from '../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../core/grading/fit-scheme.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import {
  type CurrentGrade,
  findGrades,
  findGradingRun,
  type GradeChange,
  type GradingRun,
  insertGradeChanges,
  insertGradingRun,
  readGradingSubjects,
  saveGrades,
} from '../store/grades.ts';
import type { GradeChangeCause, GradingCounts } from '../store/grading-tables.ts';
import { newId } from '../store/new-id.ts';
import type { UseCaseContext } from './context.ts';

/** What grading one stage came to. */
export interface GradingSummary {
  readonly stage: CustomerStage;
  readonly runId: string;
  readonly schemeId: string;
  readonly schemeVersion: number;
  /** Customers by status, and the graded ones by tier. */
  readonly counts: GradingCounts;
  /** How many came into another tier or status. */
  readonly changed: number;
}

/** How to grade one stage. */
export interface GradeStageOptions {
  readonly stage: CustomerStage;
  readonly scheme: Scheme;
  readonly cause: GradingRun['cause'];
  readonly asOf: CalendarDate;
  /** ISO 4217; undefined for that of the last run. */
  readonly currency?: string | null | undefined;
  /** Customers whose own data changed: a change of theirs is put down to that. */
  readonly changedIds?: ReadonlySet<string>;
}

/**
 * Grades all customers of one stage against each other, keeps the run and the history; within the caller's
 * transaction, which holds the workspace's lock. Undefined when the stage has no customers.
 */
export async function gradeStage(
  context: UseCaseContext,
  options: GradeStageOptions,
): Promise<GradingSummary | undefined> {
  const { db, actor } = context;
  const { workspaceId } = actor;
  const { stage, scheme } = options;
  const now = context.clock.now();
  const ids: string[] = [];
  const ownerIds: (string | null)[] = [];
  const population: Facts[] = [];
  const criteria = scheme.criteria.map((criterion) => criterion.id);
  for await (const part of readGradingSubjects(db, workspaceId, stage, criteria)) {
    for (const { id, ownerId, facts } of part) {
      ids.push(id);
      ownerIds.push(ownerId);
      population.push(facts);
    }
  }
  if (ids.length === 0) return undefined;
  const last = await findGradingRun(db, workspaceId, { latestOf: stage });
  const currency = options.currency === undefined ? (last?.fitted.currency ?? null) : options.currency;
  const fitted = fitScheme(scheme, population, { asOf: options.asOf, currency });
  const run: GradingRun = { id: newId(now), stage, cause: options.cause, fitted, gradedAt: now };
  const compiled = compileScheme(fitted);
  const previous = await findGrades(db, workspaceId);
  const stageOfRun = stagesOfRuns(context, last);
  const grades: CurrentGrade[] = [];
  const changes: GradeChange[] = [];
  const statuses: Record<string, number> = {};
  const tiers: Record<string, number> = {};
  for (const [index, customerId] of ids.entries()) {
    const { status, tier, score } = compiled.code(population[index] ?? { values: {} });
    const before = previous.get(customerId);
    const isSame = before?.tier === tier && before.status === status;
    const tierSince = isSame ? before.tierSince : now;
    grades.push({ customerId, ownerId: ownerIds[index] ?? null, runId: run.id, status, tier, score, tierSince });
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (tier !== null) tiers[tier] = (tiers[tier] ?? 0) + 1;
    if (isSame) continue;
    const to = { status, tier, score };
    const cause = await causeOf(before, customerId);
    changes.push({ id: newId(now), customerId, from: before ?? null, to, cause });
  }
  const counts = { statuses, tiers };
  await insertGradingRun(db, workspaceId, run, counts, actor.memberId);
  await saveGrades(db, workspaceId, grades);
  await insertGradeChanges(db, workspaceId, run.id, changes, now);
  return {
    stage,
    runId: run.id,
    schemeId: scheme.id,
    schemeVersion: scheme.version,
    counts,
    changed: changes.filter((change) => change.from !== null).length,
  };

  async function causeOf(before: CurrentGrade | undefined, customerId: string): Promise<GradeChangeCause> {
    if (before === undefined) return 'first';
    if ((await stageOfRun(before.runId)) !== stage) return 'stage';
    if (options.changedIds?.has(customerId) === true) return options.cause === 'merge' ? 'merge' : 'facts';
    return last !== undefined && !isSameScheme(last.fitted.scheme, scheme) ? 'scheme' : 'population';
  }
}

/** The stage that a run graded, asked of the database once a run. */
function stagesOfRuns(context: UseCaseContext, last: GradingRun | undefined) {
  const known = new Map<string, CustomerStage | undefined>();
  if (last !== undefined) known.set(last.id, last.stage);
  return async (runId: string): Promise<CustomerStage | undefined> => {
    if (!known.has(runId)) {
      const run = await findGradingRun(context.db, context.actor.workspaceId, { id: runId });
      known.set(runId, run?.stage);
    }
    return known.get(runId);
  };
}

function isSameScheme(one: Scheme, other: Scheme): boolean {
  return one.id === other.id && one.version === other.version;
}
