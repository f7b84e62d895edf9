import { checkDocument } from '../../core/grading/check-scheme.ts';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import { sorted } from '../../core/sorted.ts';
import type { Language } from '../../core/text/language.ts';
import type { CheckCode } from '../../core/text/sheets-check-text.ts';
import { cellsToSchemes, orphanProblem } from '../schemes/cells-to-schemes.ts';
import { checkSentence, schemeName } from '../schemes/check-sentence.ts';
import { documentProblem } from '../schemes/document-problem.ts';
import { cellWords, schemeBlocks } from '../schemes/scheme-blocks.ts';
import { SCHEME_SHEET_WIDTH, type SchemeCells } from '../schemes/scheme-cells.ts';
import type { SchemeRows } from '../schemes/scheme-rows.ts';
import { schemeToCells } from '../schemes/scheme-to-cells.ts';
import type { SheetProblem } from '../schemes/sheet-problem.ts';

/** What stands in the sheet: sound schemes, and what keeps others from being some. */
export interface SheetSchemes {
  readonly schemes: readonly SheetScheme[];
  /** Of all schemes in the sheet, sound or not. */
  readonly ids: readonly string[];
  readonly problems: readonly SheetSchemeProblem[];
}

/** One sound scheme of the sheet. */
export interface SheetScheme {
  readonly document: AnyScheme;
  /** Names the cells it was read from. */
  readonly cellsHash: string;
}

/** Something to mend in the sheet; `row` and `column` are the cell's, 1-based. */
export interface SheetSchemeProblem {
  /** What the scheme is called in the sheet; empty for what belongs to none. */
  readonly scheme: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Reads and checks every scheme of the sheet. Problems stand in the order of the cells in which they are to be mended. */
export function schemesInCells(cells: SchemeCells, language: Language): SheetSchemes {
  const schemes: SheetScheme[] = [];
  const read = cellsToSchemes(cells);
  const orphan = orphanProblem(cells);
  const problems = orphan === undefined ? [] : [told([orphan], null, language)];
  for (const one of read) {
    // what the check says of a document that lacks whole rows would only be what follows from that
    const checked = one.problems.some(({ code }) => TORN.has(code)) ? { problems: [] } : checkDocument(one.document);
    if ('problems' in checked || one.problems.length > 0) {
      const found = 'problems' in checked ? checked.problems.map((problem) => documentProblem(problem, one)) : [];
      problems.push(told([...one.problems, ...found.filter(isNew(one.problems))], one.rows, language));
    } else schemes.push({ document: checked.scheme, cellsHash: one.cellsHash });
  }
  return { schemes, ids: read.map(({ id }) => id), problems: problems.flat() };
}

/** Whether nothing is told in the row of a problem yet: a cell that cannot be read is missing in the document, too. */
function isNew(before: readonly SheetProblem[]): (problem: SheetProblem) => boolean {
  const rows = new Set(before.map(({ row }) => row));
  return ({ row }) => !rows.has(row);
}

/** Problems for which rows, columns or tables are not where the document looks for them. */
const TORN: ReadonlySet<CheckCode> = new Set([
  'outside',
  'outside-rows',
  'line-twice',
  'not-json',
  'unknown-column',
  'column-twice',
  'no-heading',
  'no-row-name',
  'table-gone',
  'foreign-table',
]);

/** Each sentence once at each cell, from the top. */
function told(problems: readonly SheetProblem[], rows: SchemeRows | null, language: Language): SheetSchemeProblem[] {
  const scheme = rows === null ? '' : schemeName(rows);
  const sentences = new Map<string, SheetSchemeProblem>();
  for (const problem of problems) {
    const { row, column } = problem;
    const text = checkSentence(problem, rows, language);
    sentences.set(`${row} ${column} ${text}`, { scheme, row: row + 1, column: column + 1, text });
  }
  return sorted(sentences.values(), (one, other) => one.row - other.row || one.column - other.column);
}

/** The cells with this scheme in them: in place of the one with the same id, else behind all others. */
export function cellsWithScheme(cells: SchemeCells | null, document: AnyScheme, language: Language): SchemeCells {
  const before = withoutEmptyEnd(cells ?? []);
  const own = schemeToCells(document, language);
  const there = schemeBlocks(before).find(({ id }) => id === document.id);
  if (there === undefined) return before.length === 0 ? own : [...before, NO_CELLS, ...own];
  const behind = before.slice(there.firstRow + there.rows.length);
  return [...before.slice(0, there.firstRow), ...own, ...(behind.length === 0 ? [] : [NO_CELLS, ...behind])];
}

function withoutEmptyEnd(cells: SchemeCells): SchemeCells {
  let end = cells.length;
  while (end > 0 && (cells[end - 1] ?? []).every((cell) => cellWords(cell) === '')) end -= 1;
  return cells.slice(0, end);
}

const NO_CELLS = Array.from({ length: SCHEME_SHEET_WIDTH }, () => '');
