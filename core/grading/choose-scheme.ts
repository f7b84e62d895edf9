import { holdsProspects } from '../table/stage-of-table.ts';
import type { Scheme } from './scheme.ts';
import { schemeColumns } from './scheme-columns.ts';
import { schemePurpose } from './scheme-purpose.ts';

/** A scheme that may grade a table, with the table's columns as the scheme understands them. */
export interface SchemeCandidate {
  readonly scheme: Scheme;
  /** The field or criterion of each recognised column that has values, by the column's place in the sheet. */
  readonly columns: ReadonlyMap<number, string>;
}

/** The scheme that a table's columns fit best, and why. */
export interface SchemeChoice {
  readonly scheme: Scheme;
  /** `prospects`: the columns are the pipeline's. `nothing`: no scheme can grade by any of them, and the first was taken. */
  readonly reason: 'best' | 'prospects' | 'nothing';
  /** Ids of the scheme's criteria that the table has, in the scheme's order. */
  readonly criteria: readonly string[];
  /** Columns of the table by which some scheme could grade. */
  readonly gradable: number;
}

/**
 * Chooses the scheme that a table's columns fit best. A table with the pipeline's columns holds prospects, and only their
 * schemes are asked.
 *
 * The fit is the share of what the scheme goes by that the table has, by weight, times the square of the share of the
 * table's columns that the scheme uses: a scheme of one criterion, which every table with sales would satisfy, must not
 * win over one that looks at all of the table. A column that only stands in for another counts less, and one that is
 * passed over because its better is there counts half as used. Of equal fits the earlier candidate is taken, which is
 * why `account-value` stands first.
 *
 * @param candidates at least one, in the order in which equal ones are preferred
 */
export function chooseScheme(candidates: readonly SchemeCandidate[]): SchemeChoice {
  const [first] = candidates;
  if (first === undefined) throw new Error('There is no scheme.');
  const { asked, gradable, isProspects } = askedFrom(candidates);
  let best = first;
  let most = 0;
  for (const candidate of asked) {
    const fit = fitOf(candidate, gradable);
    // equal but for the dust of binary fractions
    if (fit <= most + 1e-9) continue;
    best = candidate;
    most = fit;
  }
  const present = new Set(best.columns.values());
  return {
    scheme: best.scheme,
    reason: most === 0 ? 'nothing' : isProspects ? 'prospects' : 'best',
    criteria: most === 0 ? [] : best.scheme.criteria.map(({ id }) => id).filter((id) => present.has(id)),
    gradable,
  };
}

/** The schemes that can grade by a table's columns, the best fitting first, at most so many. */
export function fittingSchemes(candidates: readonly SchemeCandidate[], most: number): Scheme[] {
  const { asked, gradable } = askedFrom(candidates);
  const fits = asked.map((candidate) => ({ scheme: candidate.scheme, fit: fitOf(candidate, gradable) }));
  const fitting = fits.filter(({ fit }) => fit > 0);
  fitting.sort((a, b) => b.fit - a.fit);
  return fitting.slice(0, most).map(({ scheme }) => scheme);
}

/** The candidates that the table is for, and how many of its columns any of them could grade by. */
function askedFrom(candidates: readonly SchemeCandidate[]) {
  const isProspects = candidates.some(({ columns }) => holdsProspects([...columns.values()]));
  const asked = isProspects ? candidates.filter(({ scheme }) => schemePurpose(scheme) === 'prospects') : candidates;
  const uses = candidates.map((candidate) => usedColumns(candidate));
  const gradable = new Set(uses.flatMap((used) => [...used.keys()])).size;
  return { asked, gradable, isProspects };
}

/** A stand-in is worth this much of what it stands in for, and the next one this much of that. */
const STAND_IN = 0.75;

/** How much a column counts as used that is read but passed over for a better one. */
const PASSED_OVER = 0.5;

/** 0 where the table lacks what nobody gets a tier without, up to 1. */
function fitOf(candidate: SchemeCandidate, gradable: number): number {
  const { scheme, columns } = candidate;
  const present = new Set(columns.values());
  const [tier] = schemeColumns(scheme);
  const asked = tier?.columns ?? [];
  const isWeighted = asked.some(({ weight }) => weight !== null);
  const counted = asked.filter(({ weight, isNeeded }) => (isWeighted ? weight !== null : isNeeded));
  let known = 0;
  let whole = 0;
  for (const { criteria, weight, isNeeded } of counted) {
    const place = criteria.findIndex((id) => present.has(id));
    const isIndispensable = isNeeded && scheme.method.kind !== 'decision-table';
    if (place < 0 && isIndispensable) return 0;
    whole += weight ?? 1;
    if (place >= 0) known += (weight ?? 1) * STAND_IN ** place;
  }
  if (known === 0 || gradable === 0) return 0;
  const used = [...usedColumns(candidate).values()].reduce((sum, use) => sum + use, 0) / gradable;
  return (known / whole) * used ** 2;
}

/** How far the scheme uses each column of the table that it knows, by the column's place. */
function usedColumns({ scheme, columns }: SchemeCandidate): Map<number, number> {
  const placeOf = new Map([...columns].map(([place, id]) => [id, place]));
  const used = new Map<number, number>();
  for (const { criteria } of schemeColumns(scheme).flatMap((part) => part.columns)) {
    const places = criteria.flatMap((id) => placeOf.get(id) ?? []);
    for (const [index, place] of places.entries()) {
      used.set(place, Math.max(used.get(place) ?? 0, index === 0 ? 1 : PASSED_OVER));
    }
  }
  return used;
}
