import type { SchemeProblem } from '../../core/grading/scheme-problem.ts';
import { isObject, type Json, textOf } from './json-parts.ts';
import { methodProblem } from './method-problem.ts';
import { moreProblem } from './more-problem.ts';
import type { ReadScheme } from './read-scheme.ts';
import { cellWords } from './scheme-blocks.ts';
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
  switch (code) {
    case 'missing':
    case 'no-title':
      return missingProblem(problem, read);
    case 'too-large':
      if (path.endsWith('.weight')) return { code: 'too-much', other: Number(detail).toLocaleString('en'), ...at };
      return { code: 'value', ...at };
    case 'wrong-type':
    case 'not-finite':
    case 'too-small':
    case 'not-above':
    case 'text-empty':
    case 'text-too-long':
    case 'not-allowed':
    case 'bad-format':
    case 'unknown-tier':
      return { code: isEmptyAt(read, at) ? 'empty' : 'value', ...at };
    case 'document-too-large':
      return { code: 'too-large', other: detail ?? '', ...at };
    case 'too-few':
    case 'too-many':
      if (wholeTable === undefined) return methodProblem(problem, read);
      return {
        code: code === 'too-few' ? 'few-rows' : 'many-rows',
        table: wholeTable,
        other: detail ?? '',
        ...headOf(read, wholeTable),
      };
    case 'duplicate-id':
      return { code: 'twice', name: detail ?? '', ...at };
    case 'duplicate-label':
      return path.startsWith('method.') ? methodProblem(problem, read) : { code: 'alike', name: detail ?? '', ...at };
    case 'reserved-id':
      return { code: 'reserved', name: detail ?? '', ...at };
    case 'duplicate-heading':
      return { code: 'heading-twice', name: detail ?? '', ...at };
    case 'unknown-criterion':
      return { code: 'unknown-criterion', name: detail ?? '', ...at };
    case 'listed-twice':
      return { code: 'listed-twice', name: detail ?? '', ...at };
    default:
      return methodProblem(problem, read);
  }
}

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
