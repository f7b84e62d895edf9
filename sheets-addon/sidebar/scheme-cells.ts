import { checkDocument } from '../../core/grading/check-scheme.ts';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import type { Language } from '../../core/text/language.ts';
import { schemeProblemText } from '../../core/text/scheme-problem-text.ts';

/** Cells of the sheet *Tierbook schemes*. */
export type SchemeCells = readonly (readonly (string | number | boolean)[])[];

/** What stands in the sheet: sound schemes, and what keeps others from being some. */
export interface SheetSchemes {
  readonly schemes: readonly SheetScheme[];
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
  for (const [index, [id, ...parts]] of cells.entries()) {
    if (id === undefined || id === '') continue;
    const text = parts.join('');
    const checked = checkDocument(parsed(text));
    if ('problems' in checked)
      for (const problem of checked.problems)
        problems.push({ row: index + 1, column: 2, text: schemeProblemText(problem, language) });
    else schemes.push({ document: checked.scheme, cellsHash: text });
  }
  return { schemes, problems };
}

/** The cells with this scheme in them: in place of the one with the same id, else behind all others. */
export function cellsWithScheme(cells: SchemeCells | null, document: AnyScheme): SchemeCells {
  const row = [document.id, ...(JSON.stringify(document).match(/[^]{1,45000}/g) ?? [])];
  const before = cells ?? [];
  const at = before.findIndex(([id]) => id === document.id);
  return at < 0 ? [...before, row] : before.map((each, index) => (index === at ? row : each));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
