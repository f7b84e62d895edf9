import { BUILT_IN_SCHEMES, BUILT_IN_SEGMENT_SCHEMES } from '../../core/schemes/built-in-schemes.ts';
import { type ReadScheme, readScheme } from './read-scheme.ts';
import { cellWords, type SchemeBlock, schemeBlocks, schemeCellsHash } from './scheme-blocks.ts';
import type { SchemeCells } from './scheme-cells.ts';
import { isHeadingOfTable, isLine } from './scheme-rows.ts';
import type { SheetProblem } from './sheet-problem.ts';

/** A scheme that was read from the sheet; whether it is sound, `checkDocument` says. */
export interface SheetScheme extends ReadScheme {
  readonly id: string;
  /** What its cells were when it was read (`schemeCellsHash`). */
  readonly cellsHash: string;
  /** What cannot be read in its rows; the document is then not to be used. */
  readonly problems: readonly SheetProblem[];
}

/** Reads the schemes of the sheet *Tierbook schemes*. Text above the first one is for people and is passed over. */
export function cellsToSchemes(cells: SchemeCells): SheetScheme[] {
  const blocks = schemeBlocks(cells);
  return blocks.map((block, index) => {
    const read = readScheme(block);
    return {
      ...read,
      id: block.id,
      cellsHash: schemeCellsHash(block.rows),
      problems: [...idProblems(block, blocks.slice(0, index)), ...read.problems],
    };
  });
}

/**
 * A problem where above the first scheme there stands one whose own first row is gone, or where all of them stand further to the right;
 * none for text that is for people.
 */
export function orphanProblem(cells: SchemeCells): SheetProblem | undefined {
  const [first] = schemeBlocks(cells);
  const above = cells.slice(0, first?.firstRow);
  const heading = above.findIndex((row) => isHeadingOfTable(row));
  if (heading < 0) return first === undefined ? movedProblem(cells) : undefined;
  const line = above.findIndex((row) => isLine(row) && cellWords(row[1]) !== '');
  return { code: 'no-scheme-line', row: line >= 0 && line < heading ? line : heading, column: 0 };
}

/** Somebody put columns in before the first one. */
function movedProblem(cells: SchemeCells): SheetProblem | undefined {
  for (const [row, words] of cells.entries()) {
    const column = words.findIndex((_, at) => isHeadingOfTable(words.slice(at)));
    if (column > 0) return { code: 'not-first-column', name: cellWords(words[column]), row, column };
  }
  return undefined;
}

function idProblems(block: SchemeBlock, before: readonly SchemeBlock[]): SheetProblem[] {
  const at = { row: block.firstRow, column: 1, name: block.id };
  if (block.id === '') return [{ code: 'no-scheme-name', ...at }];
  if (before.some(({ id }) => id === block.id)) return [{ code: 'scheme-twice', ...at }];
  return BUILT_IN_IDS.has(block.id) ? [{ code: 'built-in-id', ...at }] : [];
}

const BUILT_IN_IDS = new Set([...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES].map(({ id }) => id));
