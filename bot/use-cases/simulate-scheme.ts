import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Facts } from '../../core/customer.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import { type CompiledScheme, compileScheme } from '../../core/grading/compile-scheme.ts';
import { type FittedScheme, schemeFitter } from '../../core/grading/fit-scheme.ts';
import type { Move } from '../../core/grading/migration-matrix.ts';
import { type MoveReason, strongestReason } from '../../core/grading/move-reason.ts';
import { importanceOf } from '../../core/grading/mover-importance.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import { type Simulation, simulator } from '../../core/grading/simulation.ts';
import { valuesRead } from '../../core/grading/stabilise.ts';
import { type CustomerLabel, findCustomerLabels, type OwnerLabel } from '../store/customer-labels.ts';
import { findGrades, findGradingRun } from '../store/grades.ts';
import { readGradingSubjects } from '../store/grading-subjects.ts';
import { findOverrides } from '../store/overrides.ts';
import type { UseCaseContext } from './context.ts';
import { gradeSettler, type SettledGrade } from './settle-grade.ts';

/** What is simulated. */
export interface SimulateOptions {
  readonly stage: CustomerStage;
  readonly before: Scheme;
  readonly after: Scheme;
  /** The day from which months count, and on which overrides are still in force. */
  readonly asOf: CalendarDate;
  /** Movers that are kept; default all. */
  readonly mostMovers?: number;
}

/** What would come of it, with both schemes as they were fitted. */
export interface SchemeSimulation {
  readonly before: FittedScheme;
  readonly after: FittedScheme;
  /** The criterion by which movers are ordered; null when nobody has an amount. */
  readonly importance: string | null;
  readonly simulation: Simulation<CustomerLabel, OwnerLabel>;
}

/**
 * What would change if the customers of a stage were graded by another scheme: both sides are what grading everybody today
 * would come to, with overrides in force, and with the stability of a scheme by which the customers were graded last (another
 * one has nothing to hold on to). So nothing but the scheme makes a difference, and a scheme against itself moves nobody.
 *
 * Writes nothing, and cannot: it reads one snapshot in a transaction that is read-only. Customers stream through twice; memory holds
 * what fitting holds, counts, and the movers that are wanted.
 */
export async function simulateScheme(context: UseCaseContext, options: SimulateOptions): Promise<SchemeSimulation> {
  return context.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((db) => simulateWithin({ ...context, db }, options));
}

async function simulateWithin(context: UseCaseContext, options: SimulateOptions): Promise<SchemeSimulation> {
  const { db, actor } = context;
  const { workspaceId } = actor;
  const { stage, before, after, asOf, mostMovers } = options;
  const last = await findGradingRun(db, workspaceId, { latestOf: stage });
  const fitting = { asOf, currency: last?.fitted.currency ?? null };
  const ranking = importanceOf([after, before]);
  const read = [...new Set([...valuesRead(before), ...valuesRead(after), ...ranking.fields])];
  const fitters = [schemeFitter(before, fitting), schemeFitter(after, fitting)] as const;
  for await (const part of readGradingSubjects(db, workspaceId, stage, read)) {
    for (const { facts } of part) {
      ranking.see(facts);
      for (const fitter of fitters) fitter.add(facts);
    }
  }
  const [one, other] = fitters.map((fitter): Side => {
    const compiled = compileScheme(fitter.finish());
    const { id, version } = compiled.fitted.scheme;
    const graded = last?.fitted.scheme;
    return { compiled, settle: gradeSettler(compiled, graded?.id === id && graded.version === version) };
  });
  if (one === undefined || other === undefined) throw new Error('There are two sides.');
  const overrides = new Map(
    (await findOverrides(db, workspaceId))
      .filter(({ expiresOn }) => expiresOn >= asOf)
      .map(({ customerId, tier }) => [customerId, tier]),
  );
  const counting = simulator<CustomerLabel, OwnerLabel>(before, after, {
    ...(mostMovers === undefined ? {} : { mostMovers }),
    ownerKey: ({ memberId, name }) => memberId ?? ` ${name}`,
  });
  for await (const part of readGradingSubjects(db, workspaceId, stage, read)) {
    const ids = part.map(({ id }) => id);
    const previous = await findGrades(db, workspaceId, { ids });
    const labels = await findCustomerLabels(db, workspaceId, ids);
    for (const { id, facts } of part) {
      const [standing, override] = [previous.get(id), overrides.get(id)];
      const from = one.settle(facts, standing, override);
      const to = other.settle(facts, standing, override);
      const label = labels.get(id) ?? { id, key: null, name: id, owner: null };
      const simulated = { before: from, after: to, owner: label.owner, importance: ranking.importance(facts) };
      counting.add(simulated, (move) => ({ customer: label, reason: reasonOf(one, other, facts, to, move) }));
    }
  }
  return {
    before: one.compiled.fitted,
    after: other.compiled.fitted,
    importance: ranking.field(),
    simulation: counting.finish(),
  };
}

interface Side {
  readonly compiled: CompiledScheme;
  readonly settle: ReturnType<typeof gradeSettler>;
}

function reasonOf(one: Side, other: Side, facts: Facts, to: SettledGrade, { direction }: Move): MoveReason | null {
  const grade = other.compiled.grade(facts);
  if (to.held !== null) return { kind: 'held', by: to.held, computed: grade.tier };
  return strongestReason(other.compiled, facts, grade, { before: one.compiled.grade(facts), direction });
}
