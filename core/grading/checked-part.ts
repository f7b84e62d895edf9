import { OUT_OF_MARKET, REVIEW } from './fixed-outcomes.ts';
import type { Criterion, Labelled } from './scheme.ts';
import { type AnyScheme, derivedCriteria } from './scheme-inputs.ts';
import type { Method } from './scheme-methods.ts';
import type { SchemeProblem } from './scheme-problem.ts';

/** One method of a document with what it may read and what it may give. */
export interface CheckedPart {
  /** Where the method stands: `method`, `derived[2].method`, `segments[0].method`. */
  readonly path: string;
  /** Where its outcomes stand: `tiers`, `derived[2].labels`. */
  readonly outcomesPath: string;
  readonly method: Method;
  /** The ids of the tiers or labels, best first. */
  readonly outcomes: readonly string[];
  /** Whether it gives the tier, whose outcomes are ordered and which a rule may withhold. */
  readonly isTier: boolean;
  /** What it may read, by id. */
  readonly inputs: ReadonlyMap<string, PartInput>;
}

/** A criterion or a derived result as an input of a method. */
export interface PartInput {
  /** A derived result counts as a text. */
  readonly criterion: Criterion;
  /** The labels of a derived result; undefined for a criterion. */
  readonly labels: readonly string[] | undefined;
}

/** Every method of a document, the tier's first. */
export function checkedParts(scheme: AnyScheme): CheckedPart[] {
  const inputs = partInputs(scheme);
  const labelled = (list: 'derived' | 'segments') => (part: Labelled, index: number) => ({
    path: `${list}[${index}].method`,
    outcomesPath: `${list}[${index}].labels`,
    method: part.method,
    outcomes: part.labels.map(({ id }) => id),
    isTier: false,
    inputs,
  });
  const tier =
    'method' in scheme
      ? [
          {
            path: 'method',
            outcomesPath: 'tiers',
            method: scheme.method,
            outcomes: scheme.tiers.map(({ id }) => id),
            isTier: true,
            inputs,
          },
        ]
      : [];
  return [
    ...tier,
    ...(scheme.derived ?? []).map(labelled('derived')),
    ...(scheme.segments ?? []).map(labelled('segments')),
  ];
}

/** The criteria and derived results of a document by id; of equal ids the first. */
export function partInputs(scheme: AnyScheme): ReadonlyMap<string, PartInput> {
  const inputs = new Map<string, PartInput>();
  const labels = (scheme.derived ?? []).map((derived) => derived.labels.map(({ id }) => id));
  const derived = derivedCriteria(scheme).map((criterion, index) => ({ criterion, labels: labels[index] }));
  const own = scheme.criteria.map((criterion) => ({ criterion, labels: undefined }));
  for (const input of [...own, ...derived]) {
    if (!inputs.has(input.criterion.id)) inputs.set(input.criterion.id, input);
  }
  return inputs;
}

/** A problem where the outcome is none of the part; `mayWithhold`: a rule of the tier's own method. */
export function checkOutcome(
  part: CheckedPart,
  outcome: string | undefined,
  path: string,
  how: 'must-be-given' | 'may-withhold' = 'must-be-given',
): SchemeProblem[] {
  if (outcome === undefined) return [];
  const withheld = part.isTier && how === 'may-withhold' ? [OUT_OF_MARKET, REVIEW] : [];
  const known = [...part.outcomes, ...withheld];
  return known.includes(outcome) ? [] : [{ path, code: 'unknown-outcome', detail: outcome, other: known.join(', ') }];
}

/**
 * A problem where outcomes that should go from best to worst (or `worst-first`, the other way) do not; only tiers have such
 * an order.
 */
export function checkOrder(
  part: CheckedPart,
  outcomes: readonly string[],
  path: string,
  order: 'best-first' | 'worst-first' = 'best-first',
): SchemeProblem[] {
  if (!part.isTier) return [];
  const sign = order === 'best-first' ? 1 : -1;
  const places = outcomes.map((outcome) => part.outcomes.indexOf(outcome));
  const isOrdered = places.every((place, index) => place < 0 || sign * (place - (places[index - 1] ?? place)) >= 0);
  return isOrdered ? [] : [{ path, code: 'outcomes-not-ordered' }];
}

/** The inputs of a list of ids, with a problem for each that is unknown or stands there twice. */
export function listedInputs(
  part: CheckedPart,
  ids: readonly string[],
  path: string,
): { readonly found: readonly PartInput[]; readonly problems: readonly SchemeProblem[] } {
  const found: PartInput[] = [];
  const problems: SchemeProblem[] = [];
  for (const [index, id] of ids.entries()) {
    const input = part.inputs.get(id);
    if (ids.indexOf(id) < index) problems.push({ path: `${path}[${index}]`, code: 'listed-twice', detail: id });
    else if (input !== undefined) found.push(input);
    else problems.push({ path: `${path}[${index}]`, code: 'unknown-criterion', detail: id });
  }
  return { found, problems };
}

/** A problem where the inputs do not agree on whether higher or lower is better; texts have no direction. */
export function checkOneDirection(inputs: readonly PartInput[], path: string): SchemeProblem[] {
  const directed = inputs.filter(({ criterion }) => criterion.type !== 'text');
  const directions = new Set(directed.map(({ criterion }) => criterion.direction === 'lower-is-better'));
  return directions.size > 1 ? [{ path, code: 'directions-differ' }] : [];
}
