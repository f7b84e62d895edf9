import type { CustomerColumns } from './customer-columns.ts';
import { factsAt } from './customer-columns.ts';
import type { FittedScheme } from './fit-scheme.ts';
import type { GradeStatus } from './grade.ts';
import type { Grader } from './grader.ts';

/** Statuses by the numbers that stand for them in {@link ColumnGrades}. */
export const STATUS_CODES: readonly GradeStatus[] = ['graded', 'review', 'out-of-market', 'unreadable'];

/** The grades of many customers, one place a customer, in the order of their columns. */
export interface ColumnGrades {
  /** Places in {@link STATUS_CODES}. */
  readonly statuses: Uint8Array;
  /** Places among the scheme's tiers, best first; -1 for none. */
  readonly tiers: Int8Array;
  /** 0–100 in tenths; NaN for none. */
  readonly scores: Float64Array;
  /** For each of the grader's counted criteria, the place of the band in `bandIds`; negative for none. */
  readonly bands: readonly Int16Array[];
  /** For each of the counted criteria. */
  readonly bandIds: readonly (readonly string[])[];
}

/** Grades columns of customers; answers as `code` does for each of them. */
export type GradeColumns = (columns: CustomerColumns) => ColumnGrades;

/** Room for the grades of so many customers by so many criteria. */
export function blankGrades(size: number, bandIds: readonly (readonly string[])[]): ColumnGrades {
  return {
    statuses: new Uint8Array(size),
    tiers: new Int8Array(size),
    scores: new Float64Array(size),
    bands: bandIds.map(() => new Int16Array(size)),
    bandIds,
  };
}

/** Grades columns one customer after the other, for methods that have no quicker way. */
export function columnsByRow({ scheme }: FittedScheme, grader: Grader): GradeColumns {
  const criteria = scheme.criteria.map(({ id }) => id);
  const tiers = scheme.tiers.map(({ id }) => id);
  // ids of bands as they come up
  const known = grader.counted.map(() => new Map<string, number>());
  const bandIds = grader.counted.map((): string[] => []);
  return (columns) => {
    const grades = blankGrades(columns.size, bandIds);
    for (let place = 0; place < columns.size; place += 1) {
      const { status, tier, score, bands } = grader.code(factsAt(columns, place, criteria));
      grades.statuses[place] = STATUS_CODES.indexOf(status);
      grades.tiers[place] = tier === null ? -1 : tiers.indexOf(tier);
      grades.scores[place] = score ?? Number.NaN;
      for (const [index, band] of bands.entries()) {
        const codes = grades.bands[index];
        if (codes !== undefined) codes[place] = band === null ? -1 : codeOf(band, known[index], bandIds[index]);
      }
    }
    return grades;
  };
}

function codeOf(band: string, known: Map<string, number> | undefined, ids: string[] | undefined): number {
  const code = known?.get(band) ?? known?.size ?? 0;
  if (known?.has(band) === false) {
    known.set(band, code);
    ids?.push(band);
  }
  return code;
}
