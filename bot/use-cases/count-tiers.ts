import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Facts, FactValue } from '../../core/customer.ts';
import { CUSTOMER_STAGE, type CustomerStage } from '../../core/customer-stage.ts';
import { compileScheme } from '../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../core/grading/fit-scheme.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import type { TableReading } from '../../core/table/reading.ts';
import type { Customer } from '../store/customers.ts';
import { findGrades, findGradingRun } from '../store/grades.ts';
import { onlyFacts, readGradingSubjects, withService } from '../store/grading-subjects.ts';
import { inChunks } from '../store/in-chunks.ts';
import { findPurchaseMeasures } from '../store/purchase-measures.ts';
import { findServiceMeasures } from '../store/service-measures.ts';
import type { UseCaseContext } from './context.ts';
import { tableCurrency } from './currency-clash.ts';
import type { ImportOutcome } from './import-table.ts';
import { schemeInUse } from './schemes-in-use.ts';

/** How many of a table's customers of one stage are in each tier. */
export interface StageTiers {
  readonly scheme: Scheme;
  /** By the tier's id, null for customers who could not be graded; tiers that nobody is in may be missing. */
  readonly customers: ReadonlyMap<string | null, number>;
}

/**
 * Counts the tiers of a table's customers, stage by stage: after an import as they are on file; after a dry run as the
 * import would leave them, graded together with everybody else on file. A stage without a scheme is left out.
 */
export async function countTiers(
  context: UseCaseContext,
  reading: TableReading,
  outcome: ImportOutcome,
  asOf: CalendarDate,
): Promise<StageTiers[]> {
  const { plan, report, stages } = outcome;
  const counts: StageTiers[] = [];
  for (const [stage, touched] of Map.groupBy(plan.touched, ({ customer }) => customer.stage)) {
    const scheme = await schemeInUse(context.db, context.actor.workspaceId, stage);
    if (scheme === undefined) continue;
    const ids = touched.map(({ customer }) => customer.id);
    const isChanging = report.dryRun && stages.has(stage);
    const currency = tableCurrency(reading);
    const tiers = isChanging
      ? await forecast(context, outcome, { stage, scheme, ids: new Set(ids), asOf, currency })
      : await tiersOnFile(context, ids);
    const customers = new Map<string | null, number>();
    for (const tier of tiers) customers.set(tier, (customers.get(tier) ?? 0) + 1);
    counts.push({ scheme, customers });
  }
  return counts;
}

async function tiersOnFile({ db, actor }: UseCaseContext, ids: readonly string[]): Promise<(string | null)[]> {
  const tiers: (string | null)[] = [];
  for (const part of inChunks(ids, IDS_PER_STATEMENT)) {
    for (const { tier } of (await findGrades(db, actor.workspaceId, { ids: part })).values()) tiers.push(tier);
  }
  return tiers;
}

const IDS_PER_STATEMENT = 5000;

/** The tiers that grading would give to the customers with these ids once the plan were carried out. */
async function forecast(
  { db, actor }: UseCaseContext,
  { plan }: ImportOutcome,
  options: {
    readonly stage: CustomerStage;
    readonly scheme: Scheme;
    readonly ids: ReadonlySet<string>;
    readonly asOf: CalendarDate;
    readonly currency: string | undefined;
  },
): Promise<(string | null)[]> {
  const { stage, scheme, ids, asOf } = options;
  const criteria = scheme.criteria.map(({ id }) => id);
  const planned = new Map([...plan.added, ...plan.updated].map((customer) => [customer.id, customer]));
  const population: Facts[] = [];
  const ofTable: Facts[] = [];
  const add = (id: string, facts: Facts): void => {
    population.push(facts);
    if (ids.has(id)) ofTable.push(facts);
  };
  for await (const part of readGradingSubjects(db, actor.workspaceId, stage, criteria)) {
    for (const { id, facts } of part) if (!planned.has(id)) add(id, facts);
  }
  const ofStage = [...planned.values()].filter((customer) => customer.stage === stage && customer.status === 'active');
  for (const part of inChunks(ofStage, IDS_PER_STATEMENT)) {
    const partIds = part.map(({ id }) => id);
    const bought = await findPurchaseMeasures(db, actor.workspaceId, partIds);
    const said = await findServiceMeasures(db, actor.workspaceId, partIds);
    for (const customer of part) {
      const facts = withService(customer.facts, said.get(customer.id));
      add(customer.id, gradedFacts({ ...customer, facts }, bought.get(customer.id) ?? {}, criteria));
    }
  }
  const currency =
    options.currency ?? (await findGradingRun(db, actor.workspaceId, { latestOf: stage }))?.fitted.currency;
  const compiled = compileScheme(fitScheme(scheme, population, { asOf, currency: currency ?? null }));
  return ofTable.map((facts) => compiled.code(facts).tier);
}

/** A customer's facts as grading will read them back, those of its purchases included. */
function gradedFacts(
  { facts, stage, industry, region, lastContactOn, nextContactOn }: Customer,
  bought: Facts['values'],
  criteria: readonly string[],
): Facts {
  const own: Record<string, FactValue> = {
    ...bought,
    [CUSTOMER_STAGE]: stage,
    ...(industry !== null && { industry }),
    ...(region !== null && { region }),
    ...(lastContactOn !== null && { lastContact: lastContactOn }),
    ...(nextContactOn !== null && { nextContact: nextContactOn }),
  };
  return onlyFacts(facts, own, criteria);
}
