import type { CalendarDate } from '../../core/calendar-date.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import { compileScheme } from '../../core/grading/compile-scheme.ts';
import { factsAt } from '../../core/grading/customer-columns.ts';
import { schemeFitter } from '../../core/grading/fit-scheme.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import { valuesRead } from '../../core/grading/stabilise.ts';
import { findOwnerIds } from '../store/customers.ts';
import {
  type CurrentGrade,
  findGrades,
  findGradingRun,
  type GradeChange,
  type GradingRun,
  insertGradeChanges,
  insertGradingRun,
  updateRunCounts,
  writeGrades,
} from '../store/grades.ts';
import { readGradingColumns, readRegradingColumns } from '../store/grading-columns.ts';
import type { GradeChangeCause, GradingCounts } from '../store/grading-tables.ts';
import { newId } from '../store/new-id.ts';
import { findOverrides, type TierOverride } from '../store/overrides.ts';
import type { UseCaseContext } from './context.ts';
import { KeptColumns } from './kept-columns.ts';
import { expireOverrides } from './override-tier.ts';
import { countGrade, placesToSettle } from './places-to-settle.ts';
import { gradeSettler, isHeldOtherwise, type SettledGrade } from './settle-grade.ts';

/** What grading one stage came to. */
export interface GradingSummary {
  readonly stage: CustomerStage;
  readonly runId: string;
  readonly schemeId: string;
  readonly schemeVersion: number;
  /** Customers by status, and the graded ones by tier. */
  readonly counts: GradingCounts;
  /** How many came into another tier or status, those graded for the first time aside. */
  readonly changed: number;
  /** Overrides that fell away because their last day is over. */
  readonly expired: readonly TierOverride[];
  /** All changes by what caused them. */
  readonly causes: Readonly<Partial<Record<GradeChangeCause, number>>>;
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
  /** Hears of grades that are about to be replaced. */
  readonly onReplace?: (before: readonly CurrentGrade[]) => Promise<void>;
}

/**
 * Grades all customers of one stage against each other, keeps the run and the history; within the caller's
 * transaction, which holds the workspace's lock, so that both passes see the same customers and readers see the old
 * grades until all of the new ones are there. Undefined when the stage has no customers.
 *
 * Customers stream through in columns, first to find the cut points and then to be graded. Memory holds eight bytes of
 * each for every relative criterion, and of the first pass what fits into a fixed room. Only grades that changed are
 * written.
 */
export async function gradeStage(
  context: UseCaseContext,
  options: GradeStageOptions,
): Promise<GradingSummary | undefined> {
  const { db, actor } = context;
  const { workspaceId } = actor;
  const { stage, scheme, asOf } = options;
  const now = context.clock.now();
  const last = await findGradingRun(db, workspaceId, { latestOf: stage });
  const currency = options.currency === undefined ? (last?.fitted.currency ?? null) : options.currency;
  const read = valuesRead(scheme);
  const fitter = schemeFitter(scheme, { asOf, currency });
  const kept = new KeptColumns();
  const seen = new Set<string>();
  for await (const batch of readGradingColumns(db, workspaceId, stage, read)) {
    const { columns } = batch;
    fitter.addColumns(columns);
    kept.add(batch);
    for (const id of Object.keys(columns.values)) seen.add(id);
    for (const doubts of columns.doubts?.values() ?? []) for (const id of Object.keys(doubts)) seen.add(id);
  }
  const fitted = fitter.finish();
  if (fitted.population === 0) return undefined;
  const run: GradingRun = { id: newId(now), stage, cause: options.cause, fitted, gradedAt: now };
  const counts = { statuses: {}, tiers: {} };
  await insertGradingRun(db, workspaceId, run, counts, actor.memberId);
  const compiled = compileScheme(fitted);
  const present = read.filter((id) => seen.has(id));
  let batches = 0;
  const settle = gradeSettler(compiled, last !== undefined && isSameScheme(last.fitted.scheme, scheme));
  const expired = await expireOverrides(context);
  const overrides = new Map((await findOverrides(db, workspaceId)).map(({ customerId, tier }) => [customerId, tier]));
  const stageOfRun = stagesOfRuns(context, last);
  const causes: Partial<Record<GradeChangeCause, number>> = {};
  // what is kept, and what nobody has, need not be read again
  for await (const found of readRegradingColumns(db, workspaceId, stage, kept.isWhole ? [] : present)) {
    const batch = kept.restore(found, batches);
    batches += 1;
    const places = placesToSettle(batch, compiled, [...overrides.keys()], counts);
    if (places.length === 0) continue;
    const subjects = places.map((place) => ({ id: batch.idAt(place), facts: factsAt(batch.columns, place, present) }));
    const ids = subjects.map(({ id }) => id);
    const previous = await findGrades(db, workspaceId, { ids });
    // of all others the owner is the one that stands with the grade
    const oddIds = places.flatMap((place, index) => (batch.oddPlaces.has(place) ? (ids[index] ?? []) : []));
    const owners = await findOwnerIds(db, workspaceId, oddIds);
    const odd = new Set(oddIds);
    const grades: CurrentGrade[] = [];
    const changes: GradeChange[] = [];
    for (const { id: customerId, facts } of subjects) {
      const before = previous.get(customerId);
      const ownerId = (odd.has(customerId) ? owners.get(customerId) : before?.ownerId) ?? null;
      const hasMoved = before !== undefined && (await stageOfRun(before.runId)) !== stage;
      const settled = settle(facts, hasMoved ? undefined : before, overrides.get(customerId));
      const { status, tier, score } = settled;
      countGrade(counts, status, tier, 1);
      const isSame = before?.tier === tier && before.status === status;
      if (isSame && !hasMoved && before.ownerId === ownerId && isUnchanged(before, settled)) continue;
      grades.push({ customerId, ownerId, runId: run.id, ...settled, tierSince: isSame ? before.tierSince : now });
      if (isSame && (hasMoved || !isHeldOtherwise(before, settled))) continue;
      const hasEnded = before?.held === 'override' && settled.held !== 'override';
      const cause = isSame ? 'hold' : hasEnded ? 'override-ended' : await causeOf(before, customerId);
      if (!isSame) causes[cause] = (causes[cause] ?? 0) + 1;
      const to = { status, tier, score, held: settled.held };
      changes.push({ id: newId(now), customerId, from: before ?? null, to, cause, inputs: facts });
    }
    await options.onReplace?.(grades.flatMap(({ customerId }) => previous.get(customerId) ?? []));
    await writeGrades(db, workspaceId, grades, previous);
    await insertGradeChanges(db, workspaceId, run.id, changes, now);
  }
  await updateRunCounts(db, workspaceId, run.id, counts);
  const { first = 0, ...moved } = causes;
  return {
    stage,
    runId: run.id,
    schemeId: scheme.id,
    schemeVersion: scheme.version,
    counts,
    expired,
    changed: Object.values(moved).reduce((sum, count) => sum + count, 0),
    causes: first > 0 ? { first, ...moved } : moved,
  };

  async function causeOf(before: CurrentGrade | undefined, customerId: string): Promise<GradeChangeCause> {
    if (before === undefined) return 'first';
    if ((await stageOfRun(before.runId)) !== stage) return 'stage';
    if (options.changedIds?.has(customerId) === true) return options.cause === 'merge' ? 'merge' : 'facts';
    return last !== undefined && !isSameScheme(last.fitted.scheme, scheme) ? 'scheme' : 'population';
  }
}

/** Whether nothing of the grade is different, so that its row need not be written. */
function isUnchanged(before: CurrentGrade, settled: SettledGrade): boolean {
  return (
    before.score === settled.score &&
    before.computedTier === settled.computedTier &&
    before.held === settled.held &&
    before.worseRuns === settled.worseRuns
  );
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
