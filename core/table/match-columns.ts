import { columnIndex, columnLetter } from './column-letter.ts';
import { columnNames } from './column-names.ts';
import { headingKey, readHeading } from './heading.ts';
import type { TableProblem } from './reading.ts';
import { closeMatch, exactMatch, fieldsNear, type HeadingMatch, type Vocabulary } from './vocabulary.ts';

/** A caller's decision about one column; `field` null keeps the column as text. */
export interface GivenColumn {
  /** A letter (`C`), the heading as it stands, a name of {@link columnNames}, or the 0-based place. */
  readonly column: string | number;
  readonly field: string | null;
  /** Of a remembered one, where other columns have the heading: fingerprints of its first values, which mean nothing to reading. */
  readonly sample?: readonly string[];
}

/** What one column was matched to. */
export interface ColumnMatch {
  readonly field: string | null;
  readonly match: 'exact' | 'close' | 'given' | 'none';
}

/**
 * Matches each heading to a field: what the caller gave, then exact headings, then near spellings for fields that no column has yet. A field that
 * several columns claim (unless it ranks its headings) and a heading that fits several fields are problems and match nothing. A column without values claims nothing.
 */
export function matchColumns(
  headings: readonly string[],
  isFilled: readonly boolean[],
  words: Vocabulary,
  given: readonly GivenColumn[],
): { readonly matches: readonly ColumnMatch[]; readonly problems: readonly TableProblem[] } {
  const problems: TableProblem[] = [];
  const matches: ColumnMatch[] = headings.map(() => ({ field: null, match: 'none' }));
  const taken = new Set<string>();
  const decided = new Set<number>();
  for (const one of given) {
    const column = placeOfColumn(one.column, headings);
    if (column === undefined) {
      problems.push({ code: 'no-such-column', severity: 'error', wanted: nameOf(one.column) });
      continue;
    }
    if (one.field !== null && !words.fieldById.has(one.field)) {
      const known = [...words.fieldById.keys()];
      const near = fieldsNear(words, one.field);
      problems.push({ code: 'no-such-field', severity: 'error', wanted: one.field, near, known });
      continue;
    }
    decided.add(column);
    matches[column] = { field: one.field, match: one.field === null ? 'none' : 'given' };
    if (one.field !== null) taken.add(one.field);
  }
  problems.push(...withdrawRepeated(matches));
  const found = headings.map((heading, column) =>
    decided.has(column) || heading === '' ? undefined : exactMatch(words, heading),
  );
  for (const match of ['exact', 'close'] as const) {
    const matched = found.map((one) => (one?.match === match ? one : undefined));
    claim(matched, headings, words, taken, isFilled, matches, problems);
  }
  const near = headings.map((heading, column) => {
    const isOpen =
      column < MOST_SPELLED && found[column] === undefined && !decided.has(column) && isFilled[column] === true;
    return isOpen && heading !== '' ? closeMatch(words, heading) : undefined;
  });
  claim(near, headings, words, taken, isFilled, matches, problems);
  return { matches, problems };
}

/** A field that was given to several columns is nobody's: which of them was meant cannot be known. */
function withdrawRepeated(matches: ColumnMatch[]): TableProblem[] {
  const columnsByField = new Map<string, number[]>();
  for (const [column, { field }] of matches.entries()) {
    if (field !== null) columnsByField.set(field, [...(columnsByField.get(field) ?? []), column]);
  }
  const problems: TableProblem[] = [];
  for (const [field, columns] of columnsByField) {
    const [column] = columns;
    if (column === undefined || columns.length === 1) continue;
    problems.push({ code: 'several-columns', severity: 'problem', column, columns, field });
    for (const each of columns) matches[each] = { field: null, match: 'none' };
  }
  return problems;
}

/** Looking for near spellings compares with every heading we know; a wider table is no list of customers. */
const MOST_SPELLED = 300;

function claim(
  found: readonly (HeadingMatch | undefined)[],
  headings: readonly string[],
  words: Vocabulary,
  taken: Set<string>,
  isFilled: readonly boolean[],
  matches: ColumnMatch[],
  problems: TableProblem[],
): void {
  const columnsByField = new Map<string, number[]>();
  for (const [column, match] of found.entries()) {
    if (match === undefined) continue;
    const free = match.ids.filter((id) => !taken.has(id));
    const [field] = free;
    if (field === undefined) continue;
    if (free.length > 1) {
      if (isFilled[column] === true)
        problems.push({ code: 'several-fields', severity: 'problem', column, fields: free });
      continue;
    }
    const columns = columnsByField.get(field);
    if (columns === undefined) columnsByField.set(field, [column]);
    else columns.push(column);
  }
  for (const [field, all] of columnsByField) {
    const withValues = all.filter((column) => isFilled[column] === true);
    const filled = mostWanted(field, amountsFirst(field, withValues, headings, words), headings, words);
    const columns = filled.length === 0 ? all.slice(0, 1) : filled;
    taken.add(field);
    const [column] = columns;
    if (column === undefined) continue;
    if (columns.length > 1) {
      problems.push({ code: 'several-columns', severity: 'problem', column, columns, field });
      continue;
    }
    const match = found[column]?.match ?? 'close';
    matches[column] = { field, match };
    if (match === 'close') problems.push({ code: 'close-heading', severity: 'note', column, field });
  }
}

/** Beside the amount of profit its rate (毛利 and 毛利率) is another figure, and the amount is what the field is about. */
function amountsFirst(field: string, columns: number[], headings: readonly string[], words: Vocabulary): number[] {
  if (columns.length < 2 || words.fieldById.get(field)?.type !== 'money') return columns;
  const amounts = columns.filter((column) => !/率|%|％|\brate\b|margin/i.test(headings[column] ?? ''));
  return amounts.length > 0 ? amounts : columns;
}

/** Of the columns of a field that ranks its headings those with the foremost heading; of any other field all of them. */
function mostWanted(field: string, columns: number[], headings: readonly string[], words: Vocabulary): number[] {
  const definition = words.fieldById.get(field);
  if (columns.length < 2 || definition?.ranked !== true) return columns;
  const places = new Map(definition.headings.map((heading, place) => [headingKey(heading), place]));
  const ranks = columns.map((column) => {
    const keys = readHeading(headings[column] ?? '')?.keys ?? [];
    return Math.min(...keys.map((key) => places.get(key) ?? Number.POSITIVE_INFINITY));
  });
  const best = Math.min(...ranks);
  return columns.filter((_, index) => ranks[index] === best);
}

/** What a person calls a column. */
function nameOf(column: string | number): string {
  return typeof column === 'number' && Number.isInteger(column) && column >= 0 ? columnLetter(column) : String(column);
}

/** The 0-based place of the column that a decision is about; undefined when there is no such column. */
export function placeOfColumn(column: GivenColumn['column'], headings: readonly string[]): number | undefined {
  if (typeof column === 'number')
    return Number.isInteger(column) && column >= 0 && column < headings.length ? column : undefined;
  const wanted = column.trim();
  const same = headings.findIndex((heading) => heading.trim() === wanted);
  if (same >= 0) return same;
  const index = columnIndex(wanted) ?? columnNames(headings).indexOf(wanted);
  return index >= 0 && index < headings.length ? index : undefined;
}
