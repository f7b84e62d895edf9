import type { Digest } from '../digest/digest.ts';
import type { MigrationMatrix, Place } from '../grading/migration-matrix.ts';
import type { Scheme } from '../grading/scheme.ts';
import { DIGEST_MESSAGE_TEXT } from './digest-message-text.ts';
import { statusText, tierText, tierTitle } from './grading-text.ts';
import type { Language } from './language.ts';
import { SIMULATION_TEXT } from './simulation-text.ts';

/** From where to where customers moved, as a table: the first row is its heading. */
export interface MatrixTable {
  readonly caption: string;
  readonly rows: readonly (readonly (string | number)[])[];
  /** What the table could not hold; null when it has all. */
  readonly more: string | null;
}

/** A table that a phone shows without much scrolling; one with more tiers names its moves instead. */
const MOST_COLUMNS = 9;
const MOST_MOVES = 15;

/**
 * The migration matrices of a digest, one for each stage in which somebody moved: a row for each tier before, a column for each
 * one now; with many tiers a line for each move, the greatest first. None where the digest has none.
 */
export function digestMatrices(digest: Digest, language: Language): MatrixTable[] {
  const moved = (digest.matrices ?? []).filter(({ matrix }) => flowsOf(matrix).length > 0);
  const hasBoth = (digest.matrices ?? []).length > 1;
  return moved.map(({ matrix, stage }) => {
    const caption = DIGEST_MESSAGE_TEXT[language].matrix(hasBoth ? stage : null);
    const scheme = stage === 'prospect' ? digest.schemes.prospects : digest.schemes.customers;
    const named = (place: Place) => placeName(place, scheme, language);
    // the caption says that they are tiers: with the word in each heading a phone would have to break the lines
    const headed = (place: Place) =>
      'tier' in place && scheme !== undefined ? tierTitle(place.tier, scheme, language) : named(place);
    return {
      caption,
      ...(matrix.columns.length <= MOST_COLUMNS
        ? square(matrix, { named, headed }, language)
        : list(matrix, named, language)),
    };
  });
}

function square(
  matrix: MigrationMatrix,
  { headed, named }: Readonly<Record<'headed' | 'named', (place: Place) => string>>,
  language: Language,
): Omit<MatrixTable, 'caption'> {
  const { columns, counts, rows } = matrix;
  const text = SIMULATION_TEXT[language];
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
  return {
    rows: [
      [DIGEST_MESSAGE_TEXT[language].matrixCorner, ...columns.map(headed), text.total],
      ...rows.map((place, row) => [named(place), ...(counts[row] ?? []), sum(counts[row] ?? [])]),
      [text.total, ...columns.map((_, column) => sum(counts.map((row) => row[column] ?? 0))), sum(counts.map(sum))],
    ],
    more: null,
  };
}

function list(
  matrix: MigrationMatrix,
  named: (place: Place) => string,
  language: Language,
): Omit<MatrixTable, 'caption'> {
  const text = DIGEST_MESSAGE_TEXT[language];
  const flows = flowsOf(matrix);
  const left = flows.length - MOST_MOVES;
  return {
    rows: [
      [text.from, text.to, text.customers],
      ...flows.slice(0, MOST_MOVES).map(({ customers, from, to }) => [named(from), named(to), customers]),
    ],
    more: left > 0 ? text.moreMoves(left) : null,
  };
}

/** The moves from one place to another, the greatest first. */
function flowsOf({ columns, counts, rows }: MigrationMatrix) {
  const flows = rows.flatMap((from, row) =>
    columns.map((to, column) => ({ from, to, customers: counts[row]?.[column] ?? 0 })),
  );
  const moved = flows.filter(({ customers, from, to }) => customers > 0 && keyOf(from) !== keyOf(to));
  moved.sort((a, b) => b.customers - a.customers);
  return moved;
}

function keyOf(place: Place): string {
  return 'tier' in place ? `tier ${place.tier}` : place.status;
}

function placeName(place: Place, scheme: Scheme | undefined, language: Language): string {
  if (!('tier' in place)) return statusText(place.status, language);
  return scheme === undefined ? place.tier : tierText(place.tier, scheme, language);
}
