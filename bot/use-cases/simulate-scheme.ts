import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Facts } from '../../core/customer.ts';
import type { CustomerStage } from '../../core/customer-stage.ts';
import { type CompiledScheme, compileScheme } from '../../core/grading/compile-scheme.ts';
import { factsAt } from '../../core/grading/customer-columns.ts';
import { type FittedScheme, schemeFitter } from '../../core/grading/fit-scheme.ts';
import { type ColumnGrades, STATUS_CODES } from '../../core/grading/grade-columns.ts';
import type { Move } from '../../core/grading/migration-matrix.ts';
import { type MoveReason, strongestReason } from '../../core/grading/move-reason.ts';
import { importanceFields, importanceOf } from '../../core/grading/mover-importance.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import { type Simulation, simulator } from '../../core/grading/simulation.ts';
import { valuesRead } from '../../core/grading/stabilise.ts';
import { type CustomerLabel, findCustomerLabels, type OwnerLabel } from '../store/customer-labels.ts';
import type { Database } from '../store/database.ts';
import { findGrades, findGradingRun, type GradingRun } from '../store/grades.ts';
import { type RegradingBatch, readGradingColumns, readRegradingColumns } from '../store/grading-columns.ts';
import { findOverrides } from '../store/overrides.ts';
import { readSnapshot } from '../store/read-snapshot.ts';
import type { UseCaseContext } from './context.ts';
import { gradeSettler, type SettledGrade, type SettleGrade } from './settle-grade.ts';

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
  /** The field by which movers are ordered; null when nobody has an amount. */
  readonly importance: string | null;
  readonly simulation: Simulation<CustomerLabel, OwnerLabel>;
}

/**
 * What would change if the customers of a stage were graded by another scheme: both sides are what grading everybody today
 * would come to, with overrides in force, and with the stability of a scheme by which the customers were graded last (another
 * one has nothing to hold on to). So nothing but the scheme makes a difference, and a scheme against itself moves nobody. What purchases
 * say of a customer is what they said at the last grading.
 *
 * Writes nothing, and cannot: it reads one snapshot in a transaction that is read-only. Customers stream through twice; memory holds
 * what fitting holds, counts, and the movers that are wanted.
 */
export async function simulateScheme(context: UseCaseContext, options: SimulateOptions): Promise<SchemeSimulation> {
  return readSnapshot(context.db, (db) => simulateWithin({ ...context, db }, options));
}

async function simulateWithin(context: UseCaseContext, options: SimulateOptions): Promise<SchemeSimulation> {
  const { db, actor } = context;
  const { workspaceId } = actor;
  const { stage, before, after, asOf, mostMovers } = options;
  const last = await findGradingRun(db, workspaceId, { latestOf: stage });
  const fields = importanceFields([after, before]);
  const read = [...new Set([...valuesRead(before), ...valuesRead(after), ...fields])];
  const fitting = { asOf, currency: last?.fitted.currency ?? null };
  const [one, other, amounts] = await fittedSides(context, options, { read, fitting, last });
  const importance = fields.find((id) => amounts.has(id)) ?? null;
  const overrides = new Map(
    (await findOverrides(db, workspaceId))
      .filter(({ expiresOn }) => expiresOn >= asOf)
      .map(({ customerId, tier }) => [customerId, tier]),
  );
  const counting = simulator<CustomerLabel, OwnerLabel>(before, after, {
    ...(mostMovers === undefined ? {} : { mostMovers }),
    ownerKey: ({ memberId, name }) => memberId ?? ` ${name}`,
  });
  for await (const batch of readRegradingColumns(db, workspaceId, stage, read)) {
    const { columns, idAt } = batch;
    const ids = Array.from({ length: columns.size }, (_, place) => idAt(place));
    const labels = await findCustomerLabels(db, workspaceId, ids);
    const from = await standings(db, workspaceId, one, { batch, ids, overrides, read });
    const to = await standings(db, workspaceId, other, { batch, ids, overrides, read });
    for (const [place, id] of ids.entries()) {
      const label = labels.get(id) ?? { id, key: null, name: id, owner: null };
      const settled = to(place);
      const simulated = {
        before: from(place),
        after: settled,
        owner: label.owner,
        importance: importanceOf(columns.values[importance ?? '']?.[place]),
      };
      counting.add(simulated, (move) => ({
        customer: label,
        reason: reasonOf(one, other, factsAt(columns, place, read), settled, move),
      }));
    }
  }
  return {
    before: one.compiled.fitted,
    after: other.compiled.fitted,
    importance,
    simulation: counting.finish(),
  };
}

/** One of the schemes, ready to say where everybody stands under it. */
interface Side {
  readonly compiled: CompiledScheme;
  /** Whether the grades on file are by this scheme, so that they can be held on to. */
  readonly isOnFile: boolean;
  readonly settle: SettleGrade;
}

/** The first pass: both schemes fitted, and the fields in which anybody has a number. */
async function fittedSides(
  { db, actor }: UseCaseContext,
  { stage, before, after }: SimulateOptions,
  options: {
    readonly read: readonly string[];
    readonly fitting: { readonly asOf: CalendarDate; readonly currency: string | null };
    readonly last: GradingRun | undefined;
  },
): Promise<[Side, Side, ReadonlySet<string>]> {
  const fitters = [before, after].map((scheme) => schemeFitter(scheme, options.fitting));
  const amounts = new Set<string>();
  for await (const { columns } of readGradingColumns(db, actor.workspaceId, stage, options.read)) {
    for (const fitter of fitters) fitter.addColumns(columns);
    for (const [id, column] of Object.entries(columns.values)) {
      if (column instanceof Float64Array || column.some((value) => typeof value === 'number')) amounts.add(id);
    }
  }
  const graded = options.last?.fitted.scheme;
  const [one, other] = fitters.map((fitter): Side => {
    const compiled = compileScheme(fitter.finish());
    const { id, version } = compiled.fitted.scheme;
    const isOnFile = graded?.id === id && graded.version === version;
    return { compiled, isOnFile, settle: gradeSettler(compiled, isOnFile) };
  });
  if (one === undefined || other === undefined) throw new Error('There are two schemes.');
  return [one, other, amounts];
}

/** Where the customers of a batch would stand under a scheme, by their places. */
async function standings(
  db: Database,
  workspaceId: string,
  { compiled, isOnFile, settle }: Side,
  options: {
    readonly batch: RegradingBatch;
    readonly ids: readonly string[];
    readonly overrides: ReadonlyMap<string, string>;
    readonly read: readonly string[];
  },
): Promise<(place: number) => Standing> {
  const { batch, ids, overrides, read } = options;
  const grades = compiled.gradeColumns(batch.columns);
  const tiers = compiled.fitted.scheme.tiers.map(({ id }) => id);
  const computed = (place: number): Standing => standingAt(grades, tiers, place);
  // all others stand where their values put them
  const isPlain = (place: number, id: string): boolean =>
    !overrides.has(id) &&
    (!isOnFile || (!batch.oddPlaces.has(place) && computed(place).tier === (batch.tiers[place] ?? null)));
  const special = ids.flatMap((id, place) => (isPlain(place, id) ? [] : [{ id, place }]));
  const previous =
    special.length === 0 ? new Map() : await findGrades(db, workspaceId, { ids: special.map(({ id }) => id) });
  const settled = new Map(
    special.map(({ id, place }): [number, SettledGrade] => [
      place,
      settle(factsAt(batch.columns, place, read), previous.get(id), overrides.get(id)),
    ]),
  );
  return (place) => settled.get(place) ?? computed(place);
}

type Standing = Pick<SettledGrade, 'status' | 'tier' | 'held'>;

function standingAt({ statuses, tiers: places }: ColumnGrades, tiers: readonly string[], place: number): Standing {
  return {
    status: STATUS_CODES[statuses[place] ?? 0] ?? 'graded',
    tier: tiers[places[place] ?? -1] ?? null,
    held: null,
  };
}

function reasonOf(one: Side, other: Side, facts: Facts, { held }: Standing, { direction }: Move): MoveReason | null {
  const grade = other.compiled.grade(facts);
  if (held !== null) return { kind: 'held', by: held, computed: grade.tier };
  const isSameScheme = one.compiled.fitted.scheme.id === other.compiled.fitted.scheme.id;
  const before = isSameScheme ? one.compiled.grade(facts) : undefined;
  return strongestReason(other.compiled, facts, grade, { direction, before });
}
