import type { CalendarDate } from '../../core/calendar-date.ts';
import type { Facts, FactValue } from '../../core/customer.ts';
import { type FigureProblem, readFigure } from '../../core/grading/read-figure.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import type { Customer } from '../store/customers.ts';
import { FACT_COLUMNS } from '../store/fact-columns.ts';
import { storableText } from '../store/json-column.ts';
import { findPurchaseMeasures } from '../store/purchase-measures.ts';
import {
  type ChangeRequest,
  type CustomerChanged,
  changeCustomer,
  keptCustomer,
  writeChange,
} from './change-customer.ts';
import type { UseCaseContext } from './context.ts';
import { dayOfGrading } from './grade-customers.ts';
import { runInForce } from './run-in-force.ts';
import { schemeInUse } from './schemes-in-use.ts';
import { UseCaseError } from './use-case-error.ts';

/** The figures by which a customer is graded, as a person may change them. */
export interface CustomerFigures {
  readonly customerId: string;
  readonly name: string;
  /** That grades the customer. */
  readonly scheme: Scheme;
  /** ISO 4217; null when none is known. */
  readonly currency: string | null;
  readonly asOf: CalendarDate;
  /** In the scheme's order; those that stand in a field of their own are left out. */
  readonly figures: readonly CustomerFigure[];
}

/** One figure of a customer. */
export interface CustomerFigure {
  readonly criterion: Scheme['criteria'][number];
  /** What was imported or typed; null when nothing was. */
  readonly value: FactValue | null;
  /** What stands in the table and could not be used; null when nothing does. */
  readonly doubtful: string | null;
  /** What the purchases on file say, which counts while `value` is null. */
  readonly measured: FactValue | null;
}

/** The figures are changed, or some of them could not be used: then nothing was done. */
export type FiguresEdited =
  | ({ readonly kind: 'edited'; readonly scheme: Scheme } & CustomerChanged)
  | { readonly kind: 'problems'; readonly scheme: Scheme; readonly problems: Readonly<Record<string, FigureProblem>> };

/**
 * The figures of a customer by the scheme that grades it. Undefined when no scheme is in use for its stage.
 * Throws UseCaseError `no-such-customer`.
 */
export async function findFigures(context: UseCaseContext, customerId: string): Promise<CustomerFigures | undefined> {
  const customer = await keptCustomer(context, customerId);
  const yardstick = await yardstickOf(context, customer);
  if (yardstick === undefined) return undefined;
  const { scheme } = yardstick;
  const measures = (await findPurchaseMeasures(context.db, context.actor.workspaceId, [customer.id])).get(customer.id);
  const { values, doubts = {} } = customer.facts;
  const figures = scheme.criteria
    .filter(({ id }) => FACT_COLUMNS[id] === undefined)
    .map((criterion) => ({
      criterion,
      value: values[criterion.id] ?? null,
      doubtful: doubtText(doubts[criterion.id]),
      measured: measures?.[criterion.id] ?? null,
    }));
  return { customerId: customer.id, name: customer.name, ...yardstick, figures };
}

/**
 * Changes figures of a customer, each as a person typed it and read as a table's cell is; an empty one is taken away. The
 * customer is graded again at once. If one of them cannot be used, none is changed.
 *
 * Throws UseCaseError `no-such-customer`, `not-yours`, or `ungraded` when no scheme is in use for its stage.
 */
export async function editFigures(
  context: UseCaseContext,
  request: ChangeRequest & { readonly texts: Readonly<Record<string, string>> },
): Promise<FiguresEdited> {
  const found = await findFigures(context, request.customerId);
  if (found === undefined) throw new UseCaseError('ungraded', (await keptCustomer(context, request.customerId)).name);
  const { scheme } = found;
  const known = new Set(found.figures.map(({ criterion }) => criterion.id));
  const read = new Map<string, FactValue | null>();
  const problems: Record<string, FigureProblem> = {};
  for (const [id, text] of Object.entries(request.texts)) {
    if (!known.has(id)) continue;
    const reading = readFigure(storableText(text), id, scheme, found);
    if (reading.kind === 'problem') problems[id] = reading.problem;
    else read.set(id, reading.kind === 'value' ? reading.value : null);
  }
  if (Object.keys(problems).length > 0) return { kind: 'problems', scheme, problems };
  const changed = await changeCustomer(context, request, {
    kind: 'figures-edited',
    audit: 'figures-edited',
    make: (within, before) => writeChange(within, before, { ...before, facts: withFigures(before.facts, read) }),
  });
  return { kind: 'edited', scheme, ...changed };
}

/** By what a customer is graded: the run in force, or the scheme that will grade it first. */
async function yardstickOf(
  context: UseCaseContext,
  { stage }: Customer,
): Promise<Pick<CustomerFigures, 'scheme' | 'currency' | 'asOf'> | undefined> {
  const { db, actor } = context;
  const run = await runInForce(db, actor.workspaceId, stage);
  if (run !== undefined) {
    const { scheme, currency } = run.compiled.fitted;
    return { scheme, currency, asOf: dayOfGrading(context) };
  }
  const scheme = await schemeInUse(db, actor.workspaceId, stage);
  return scheme && { scheme, currency: null, asOf: dayOfGrading(context) };
}

function withFigures(facts: Facts, read: ReadonlyMap<string, FactValue | null>): Facts {
  const values = { ...facts.values };
  const doubts = { ...facts.doubts };
  for (const [id, value] of read) {
    delete doubts[id];
    if (value === null) delete values[id];
    else values[id] = value;
  }
  return Object.keys(doubts).length > 0 ? { values, doubts } : { values };
}

function doubtText(doubt: NonNullable<Facts['doubts']>[string] | undefined): string | null {
  if (doubt === undefined) return null;
  return 'text' in doubt ? doubt.text : `${doubt.currency} ${doubt.amount}`;
}
