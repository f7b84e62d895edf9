import type { Criterion, Labelled, Scheme, SegmentAsScheme, SegmentScheme } from './scheme.ts';
import type { BandStart, Condition, Method, Quantiles } from './scheme-methods.ts';

/** A document with tiers or with segments only. */
export type AnyScheme = Scheme | SegmentScheme;

/** One method of a document: the tier's (`prefix` empty), a derived result's or a segment's. */
export interface Part {
  /** What its cut points are kept under, before the criterion's id: empty, or its id and a dot. */
  readonly prefix: string;
  readonly method: Method;
}

/** All methods of a document: the tier's first, then the derived results, then the segments. */
export function partsOf(scheme: AnyScheme): Part[] {
  const named = (labelled: Labelled): Part => ({ prefix: `${labelled.id}.`, method: labelled.method });
  return [
    ...('method' in scheme ? [{ prefix: '', method: scheme.method }] : []),
    ...(scheme.derived ?? []).map(named),
    ...(scheme.segments ?? []).map(named),
  ];
}

/** A derived result or a segment as a scheme of its own, whose tiers are the labels; derived results stand among its criteria. */
export function subScheme(scheme: AnyScheme, labelled: Labelled): Scheme {
  return {
    id: scheme.id,
    version: scheme.version,
    titles: labelled.titles,
    criteria: criteriaWithDerived(scheme),
    ...(scheme.derived && { derived: scheme.derived }),
    tiers: labelled.labels,
    method: labelled.method,
  };
}

/**
 * Each segment of a document as a scheme to be fitted and compiled by itself, with what it goes by and nothing else; its
 * tiers are the labels.
 */
export function segmentsOf(document: AnyScheme): SegmentAsScheme[] {
  return (document.segments ?? []).map(({ id, titles, labels, method, details }) => {
    const read = readBy([...inputsOf(method), ...(details ?? [])], document);
    const derived = (document.derived ?? []).filter((one) => read.has(one.id));
    return {
      id,
      version: document.version,
      titles,
      criteria: document.criteria.filter((criterion) => read.has(criterion.id)),
      ...(derived.length > 0 && { derived }),
      tiers: labels,
      method,
      ...(details && { details }),
    };
  });
}

/** These inputs and all that they are found from, through derived results. */
function readBy(inputs: readonly string[], { derived = [] }: Pick<AnyScheme, 'derived'>): Set<string> {
  const read = new Set<string>();
  const waiting = [...inputs];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (read.has(id)) continue;
    read.add(id);
    const feeder = derived.find((one) => one.id === id);
    if (feeder !== undefined) waiting.push(...inputsOf(feeder.method));
  }
  return read;
}

/** Ids of the criteria that the tier's method reads, itself or through derived results, in the scheme's order. */
export function criteriaRead({ criteria, derived, method }: Scheme): string[] {
  const read = readBy(inputsOf(method), { derived });
  return criteria.map(({ id }) => id).filter((id) => read.has(id));
}

/** The criteria, and behind them the {@link derivedCriteria}: all that a method or a knock-out may ask for. */
export function criteriaWithDerived(scheme: AnyScheme): Criterion[] {
  return [...scheme.criteria, ...derivedCriteria(scheme)];
}

/** Derived results as criteria, whose values are their labels. */
export function derivedCriteria(scheme: AnyScheme): Criterion[] {
  return (scheme.derived ?? []).map(({ id, titles }) => ({ id, type: 'text', titles }));
}

/** Ids of criteria and derived results that a method reads, each once. */
export function inputsOf(method: Method): string[] {
  switch (method.kind) {
    case 'scorecard':
      return method.criteria.map((scored) => scored.criterion);
    case 'decision-table': {
      const conditions = method.rules.flatMap((rule) => Object.keys(rule.when));
      return [...new Set([...conditions, ...(method.statedBy?.criteria ?? [])])];
    }
    case 'bands':
    case 'quantiles':
      return method.by;
    case 'matrix':
      return [method.rows, method.columns];
    default:
      return method satisfies never;
  }
}

/**
 * The derived results in an order in which each comes after those that it reads; undefined when they go round in a
 * circle.
 */
export function derivedInOrder(scheme: AnyScheme): Labelled[] | undefined {
  const waiting = new Map((scheme.derived ?? []).map((derived) => [derived.id, derived]));
  const ordered: Labelled[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].find(({ method }) => !inputsOf(method).some((id) => waiting.has(id)));
    if (ready === undefined) return undefined;
    waiting.delete(ready.id);
    ordered.push(ready);
  }
  return ordered;
}

/** What a method does with one criterion's numbers: where its bands begin, best first, without the last band. */
export interface CutUse {
  /** Under which the cut points are kept. */
  readonly place: string;
  readonly criterion: string;
  readonly starts: readonly BandStart[];
  readonly ties: 'better' | 'worse';
}

/** Every place in a document where numbers are put into bands. */
export function cutUses(scheme: AnyScheme): CutUse[] {
  return partsOf(scheme).flatMap(({ prefix, method }) => {
    const use = (criterion: string, starts: readonly BandStart[], ties: CutUse['ties'] = 'better'): CutUse => ({
      place: `${prefix}${criterion}`,
      criterion,
      starts,
      ties,
    });
    switch (method.kind) {
      case 'scorecard':
        return method.criteria.flatMap(({ criterion, bands }) =>
          bands === undefined ? [] : [use(criterion, bands.slice(0, -1))],
        );
      case 'bands': {
        const starts = method.bands?.slice(0, -1);
        return starts === undefined ? [] : method.by.map((criterion) => use(criterion, starts));
      }
      case 'quantiles': {
        const starts = cumulativeShares(method.shares);
        return method.by.map((criterion) => use(criterion, starts, method.ties));
      }
      case 'decision-table':
      case 'matrix':
        return [];
      default:
        return method satisfies never;
    }
  });
}

/** Which kinds of value the methods of a document can use of one criterion. */
export interface AcceptedValues {
  readonly numbers: boolean;
  readonly levels: boolean;
  readonly answers: boolean;
  readonly words: boolean;
}

/** What the document's methods accept of a criterion; undefined when none reads it. */
export function acceptedValues(scheme: AnyScheme, criterion: Criterion): AcceptedValues | undefined {
  const accepted = { numbers: false, levels: false, answers: false, words: false };
  let isRead = false;
  const { id, type } = criterion;
  const accept = (places: { bands?: unknown; levels?: unknown; answers?: unknown; labels?: unknown }): void => {
    isRead = true;
    accepted.numbers ||= places.bands !== undefined;
    accepted.levels ||= places.levels !== undefined;
    accepted.answers ||= places.answers !== undefined;
    accepted.words ||= places.labels !== undefined;
  };
  const ofType = {
    ...(type === 'level' ? { levels: true } : {}),
    ...(type === 'yes-no' ? { answers: true } : {}),
    ...(type === 'text' ? { labels: true } : {}),
    ...(isNumeric(criterion) ? { bands: true } : {}),
  };
  for (const { method } of partsOf(scheme)) {
    if (method.kind === 'scorecard') {
      for (const scored of method.criteria) if (scored.criterion === id) accept(scored);
    } else if (method.kind === 'bands') {
      if (method.by.includes(id)) accept(method);
    } else if (inputsOf(method).includes(id)) accept(ofType);
  }
  return isRead ? accepted : undefined;
}

/** Whether the criterion's values are numbers, days included. */
export function isNumeric({ type }: Criterion): boolean {
  return type !== 'level' && type !== 'yes-no' && type !== 'text';
}

/** The least and the most that a number of the criterion can be; beyond, a person must look. */
export function rangeOf(criterion: Criterion): { readonly least: number; readonly most: number } {
  const { range, type } = criterion;
  if (range !== undefined) return { least: range.from ?? -Number.MAX_VALUE, most: range.upTo ?? Number.MAX_VALUE };
  const least = type === 'number' ? -Number.MAX_VALUE : 0;
  return { least, most: type === 'percent' ? 1 : Number.MAX_VALUE };
}

/** The bounds that a condition names. */
export function boundsOf({ from, upTo, above, below }: Condition): number[] {
  return [from, upTo, above, below].filter((bound) => bound !== undefined);
}

function cumulativeShares(shares: Quantiles['shares']): BandStart[] {
  let sum = 0;
  return shares.slice(0, -1).map(({ share, from, upTo }) => {
    sum += share;
    return { top: Math.min(1, sum), ...(from === undefined ? {} : { from }), ...(upTo === undefined ? {} : { upTo }) };
  });
}
