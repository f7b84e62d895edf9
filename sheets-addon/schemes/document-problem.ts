import type { SchemeProblem, SchemeProblemCode } from '../../core/grading/scheme-problem.ts';
import { forEachCode } from './for-each-code.ts';
import { isObject, type Json, textOf } from './json-parts.ts';
import { methodProblem } from './method-problem.ts';
import { moreProblem } from './more-problem.ts';
import type { ReadScheme } from './read-scheme.ts';
import { cellWords } from './scheme-blocks.ts';
import type { SchemePosition } from './scheme-cells.ts';
import { filledCell } from './scheme-rows.ts';
import type { SchemeTable } from './scheme-tables.ts';
import type { SheetProblem } from './sheet-problem.ts';

/** What the check of a document found, as something to mend in the cells that the document was read from. */
export function documentProblem(problem: SchemeProblem, read: ReadScheme): SheetProblem {
  const { path, code, detail } = problem;
  const place = read.placeOf(path);
  const at = { row: place.row, column: place.column };
  if ((path === 'method' || path === 'method.kind') && !read.rows.lines.has('method'))
    return missingProblem(problem, read);
  if (code === 'contacts-too-far') return contactsProblem(problem, read);
  if (place.isMore) return moreProblem(problem, read, at);
  const wholeTable = TABLES_BY_PATH[path];
  return (
    DOCUMENT_PROBLEMS[code]?.({ problem, read, path, code, detail, at, wholeTable }) ?? methodProblem(problem, read)
  );
}

/** A problem with what its place says of it. */
interface Told {
  readonly problem: SchemeProblem;
  readonly read: ReadScheme;
  readonly path: string;
  readonly code: SchemeProblemCode;
  readonly detail: string | undefined;
  readonly at: SchemePosition;
  readonly wholeTable: SchemeTable | undefined;
}

const DOCUMENT_PROBLEMS: Readonly<Partial<Record<SchemeProblemCode, (told: Told) => SheetProblem>>> = {
  ...forEachCode(['missing', 'no-title'], ({ problem, read }) => missingProblem(problem, read)),
  'too-large': ({ path, detail, at }) => {
    if (path.endsWith('.weight')) return { code: 'too-much', other: Number(detail).toLocaleString('en'), ...at };
    return { code: 'value', ...at };
  },
  ...forEachCode(
    [
      'wrong-type',
      'not-finite',
      'too-small',
      'not-above',
      'text-empty',
      'text-too-long',
      'not-allowed',
      'bad-format',
      'unknown-tier',
    ],
    ({ read, at }) => ({ code: isEmptyAt(read, at) ? 'empty' : 'value', ...at }),
  ),
  'document-too-large': ({ detail, at }) => ({ code: 'too-large', other: detail ?? '', ...at }),
  ...forEachCode(['too-few', 'too-many'], ({ problem, read, code, detail, wholeTable }) => {
    if (wholeTable === undefined) return methodProblem(problem, read);
    return {
      code: code === 'too-few' ? 'few-rows' : 'many-rows',
      table: wholeTable,
      other: detail ?? '',
      ...headOf(read, wholeTable),
    };
  }),
  'duplicate-id': ({ detail, at }) => ({ code: 'twice', name: detail ?? '', ...at }),
  'duplicate-label': ({ problem, read, path, detail, at }) =>
    path.startsWith('method.') ? methodProblem(problem, read) : { code: 'alike', name: detail ?? '', ...at },
  'reserved-id': ({ detail, at }) => ({ code: 'reserved', name: detail ?? '', ...at }),
  'duplicate-heading': ({ detail, at }) => ({ code: 'heading-twice', name: detail ?? '', ...at }),
  'unknown-criterion': ({ detail, at }) => ({ code: 'unknown-criterion', name: detail ?? '', ...at }),
  'listed-twice': ({ detail, at }) => ({ code: 'listed-twice', name: detail ?? '', ...at }),
};

const TABLES_BY_PATH: Readonly<Record<string, SchemeTable>> = {
  tiers: 'tiers',
  criteria: 'criteria',
  knockOuts: 'knockOuts',
  'method.criteria': 'weights',
};

/** Where a table's heading row stands; where the scheme begins when the table is gone. */
function headOf({ rows }: ReadScheme, table: SchemeTable): { row: number; column: number } {
  return { row: rows.heads.get(table)?.row ?? rows.block.firstRow, column: 0 };
}

function isEmptyAt({ rows: { block } }: ReadScheme, { row, column }: { row: number; column: number }): boolean {
  return cellWords(block.rows[row - block.firstRow]?.[column]) === '';
}

/** A line, a table or a column that is gone, or a cell that is empty. */
function missingProblem(problem: SchemeProblem, read: ReadScheme): SheetProblem {
  const { path } = problem;
  const { row, column, isExact } = read.placeOf(path);
  const at = { row, column };
  const begin = { row: read.rows.block.firstRow, column: 0 };
  const table = TABLES_BY_PATH[path];
  if (table !== undefined) return { code: 'table-gone', table, ...headOf(read, table) };
  if (path === 'version') return isExact ? { code: 'empty', ...at } : { code: 'line-gone', line: 'version', ...begin };
  if (path === 'titles') return isExact ? { code: 'empty', ...at } : { code: 'line-gone', line: 'title', ...begin };
  if (path === 'method' || path === 'method.kind')
    return read.rows.lines.has('method') ? { code: 'empty', ...at } : { code: 'line-gone', line: 'method', ...begin };
  if (path === 'method.by')
    return read.rows.lines.has('by') ? { code: 'empty', ...at } : { code: 'line-gone', line: 'by', ...begin };
  if (isExact) return { code: 'empty', ...at };
  return methodProblem(problem, read);
}

/** A tier is contacted less often than its longest time allows: told at the cell that a person would change. */
function contactsProblem({ path, detail }: SchemeProblem, read: ReadScheme): SheetProblem {
  const tier = read.rows.tables.tiers[Number(/\[(\d+)\]/.exec(path)?.[1] ?? -1)];
  const cell = tier === undefined ? undefined : filledCell(tier, 'everyDays');
  const { row, column } = cell ?? read.placeOf(path);
  const longest = partOf(read.document, path);
  return { code: 'contacts-too-far', other: longest === '' ? (detail ?? '') : longest, row, column };
}

/** A word or number of the document by its path; empty for none. */
function partOf(document: Json, path: string): string {
  let part: Json | undefined = document;
  for (const key of path.split(/[.[\]]+/).filter((one) => one !== '')) {
    if (Array.isArray(part)) part = (part as readonly Json[])[Number(key)];
    else part = isObject(part) ? part[key] : undefined;
  }
  return textOf(part);
}
