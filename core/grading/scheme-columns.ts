import type { Labelled } from './scheme.ts';
import type { AnyScheme } from './scheme-inputs.ts';
import type { Method, ScoredCriterion } from './scheme-methods.ts';

/** A column that a document can use, with those that may stand in for it. */
export interface SchemeColumn {
  /** Ids of criteria, the best first: one of them is enough. */
  readonly criteria: readonly string[];
  /** Whether nothing, or hardly anything, comes of the document without it. */
  readonly isNeeded: boolean;
  /** Its share of the whole weight, 0 to 1, where a scorecard counts it; else null. */
  readonly weight: number | null;
}

/** What the tier or one segment of a document goes by. */
export interface PartColumns {
  /** The segment's id; null for the tier. */
  readonly segment: string | null;
  readonly columns: readonly SchemeColumn[];
  /** By a scorecard: the least share of the weight that must be known of a customer; else null. */
  readonly leastKnown: number | null;
}

/**
 * Which columns a document needs and which help, read off its methods: the tier first, then its segments. What feeds a
 * method through derived results counts as the method's own.
 */
export function schemeColumns(document: AnyScheme): PartColumns[] {
  const derived = new Map((document.derived ?? []).map((one) => [one.id, one]));
  const part = (segment: string | null, method: Method, more: readonly SchemeColumn[] = []): PartColumns => ({
    segment,
    columns: merged([...columnsOf(method, derived), ...more]),
    leastKnown: method.kind === 'scorecard' ? (method.leastKnown ?? LEAST_KNOWN) : null,
  });
  const segments = (document.segments ?? []).map(({ id, method }) => part(id, method));
  if (!('method' in document)) return segments;
  const knockOuts = (document.knockOuts ?? []).map(({ criterion }) => helping([criterion]));
  return [part(null, document.method, knockOuts), ...segments];
}

/** As scheme-methods.ts says of `leastKnown`. */
const LEAST_KNOWN = 0.5;

type DerivedById = ReadonlyMap<string, Labelled>;

function helping(criteria: readonly string[]): SchemeColumn {
  return { criteria, isNeeded: false, weight: null };
}

function columnsOf(method: Method, derived: DerivedById): SchemeColumn[] {
  switch (method.kind) {
    case 'scorecard':
      return scoredColumns(method.criteria, derived);
    case 'decision-table': {
      const asked = new Set(method.rules.flatMap(({ when }) => Object.keys(when)));
      const stated = method.statedBy === undefined ? [] : [helping(method.statedBy.criteria)];
      return [...[...asked].flatMap((id) => inputColumns([id], true, derived)), ...stated];
    }
    case 'bands':
    case 'quantiles':
      return inputColumns(method.by, method.missing === undefined, derived);
    case 'matrix':
      return [...inputColumns([method.rows], true, derived), ...inputColumns([method.columns], true, derived)];
    default:
      return method satisfies never;
  }
}

/** One input with its alternatives; in place of a derived result the columns that feed it. */
function inputColumns(ids: readonly string[], isNeeded: boolean, derived: DerivedById): SchemeColumn[] {
  const own = ids.filter((id) => !derived.has(id));
  const fed = ids.flatMap((id) => {
    const feeder = derived.get(id);
    const columns = feeder === undefined ? [] : columnsOf(feeder.method, derived);
    return columns.map((column) => ({ ...column, isNeeded: isNeeded && column.isNeeded }));
  });
  return own.length === 0 ? fed : [{ criteria: own, isNeeded, weight: null }, ...fed];
}

/** Criteria that count in place of others stand behind those. */
function scoredColumns(scored: readonly ScoredCriterion[], derived: DerivedById): SchemeColumn[] {
  const groups: { readonly ids: string[]; readonly head: ScoredCriterion }[] = [];
  for (const entry of scored) {
    const group = groups.find(({ ids }) => entry.insteadOf?.some((id) => ids.includes(id)) === true);
    if (group === undefined) groups.push({ ids: [entry.criterion], head: entry });
    else group.ids.push(entry.criterion);
  }
  const whole = groups.reduce((sum, { head }) => sum + head.weight, 0);
  return groups.flatMap(({ ids, head }) => {
    const columns = inputColumns(ids, head.missing?.do === 'review', derived);
    return columns.map((column) => ({ ...column, weight: head.weight / whole / columns.length }));
  });
}

/** A column that several methods read is told once, as needed where one of them needs it. */
function merged(columns: readonly SchemeColumn[]): SchemeColumn[] {
  const kept: SchemeColumn[] = [];
  for (const column of columns) {
    const at = kept.findIndex(({ criteria }) => column.criteria.every((id) => criteria.includes(id)));
    const same = kept[at];
    if (same === undefined) kept.push(column);
    else {
      const isNeeded = same.isNeeded || column.isNeeded;
      kept[at] = { ...same, isNeeded, weight: same.weight ?? column.weight };
    }
  }
  return kept;
}
