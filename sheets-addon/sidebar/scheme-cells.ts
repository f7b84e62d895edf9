import { checkDocument } from '../../core/grading/check-scheme.ts';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import type { Language } from '../../core/text/language.ts';
import { schemeProblemText } from '../../core/text/scheme-problem-text.ts';
import { schemeSheetProblemText } from '../../core/text/sheets-scheme-problem-text.ts';
import { cellsToSchemes } from '../schemes/cells-to-schemes.ts';
import { cellWords, schemeBlocks } from '../schemes/scheme-blocks.ts';
import { SCHEME_SHEET_WIDTH, type SchemeCells } from '../schemes/scheme-cells.ts';
import { schemeToCells } from '../schemes/scheme-to-cells.ts';

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
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Reads and checks every scheme of the sheet. */
export function schemesInCells(cells: SchemeCells, language: Language): SheetSchemes {
  const schemes: SheetScheme[] = [];
  const problems: SheetSchemeProblem[] = [];
  const read = cellsToSchemes(cells);
  for (const { document, cellsHash, cellOf, problems: unread } of read) {
    for (const problem of unread)
      problems.push({
        row: problem.row + 1,
        column: problem.column + 1,
        text: schemeSheetProblemText(problem, language),
      });
    // what the check says of a document with holes would only be what follows from them
    if (unread.length > 0) continue;
    const checked = checkDocument(document);
    if ('problems' in checked)
      for (const problem of checked.problems) {
        const { row, column } = cellOf(problem.path);
        problems.push({ row: row + 1, column: column + 1, text: schemeProblemText(problem, language) });
      }
    else schemes.push({ document: checked.scheme, cellsHash });
  }
  return { schemes, ids: read.map(({ id }) => id), problems };
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
