import { BUILT_IN_SCHEMES, BUILT_IN_SEGMENT_SCHEMES } from '../../core/schemes/built-in-schemes.ts';
import { readScheme } from './read-scheme.ts';
import { cellWords, type SchemeBlock, schemeBlocks, schemeCellsHash } from './scheme-blocks.ts';
import type { SchemeCells, SchemePosition } from './scheme-cells.ts';
import type { SchemeSheetProblem } from './scheme-rows.ts';

/** A scheme that was read from the sheet; whether it is sound, `checkDocument` says. */
export interface SheetScheme {
  readonly id: string;
  readonly document: unknown;
  /** What its cells were when it was read (`schemeCellsHash`). */
  readonly cellsHash: string;
  /** Where something in the document (`method.criteria[2].weight`) stands; the nearest cell around it where it has none of its own. */
  readonly cellOf: (path: string) => SchemePosition;
  /** What cannot be read in its rows; the document is then not to be used. */
  readonly problems: readonly SchemeSheetProblem[];
}

/** Reads the schemes of the sheet *Tierbook schemes*. Text above the first one is for people and is passed over. */
export function cellsToSchemes(cells: SchemeCells): SheetScheme[] {
  const blocks = schemeBlocks(cells);
  return blocks.map((block, index) => {
    const { document, cellOf, problems } = readScheme(block);
    return {
      id: block.id,
      document,
      cellsHash: schemeCellsHash(block.rows),
      cellOf,
      problems: [...idProblems(block, blocks.slice(0, index)), ...problems],
    };
  });
}

function idProblems(block: SchemeBlock, before: readonly SchemeBlock[]): SchemeSheetProblem[] {
  const at = { row: block.firstRow, column: 1 };
  if (block.id === '') return [{ code: 'no-id', ...at }];
  if (before.some(({ id }) => id === block.id)) return [{ code: 'scheme-twice', text: cellWords(block.id), ...at }];
  return BUILT_IN_IDS.has(block.id) ? [{ code: 'built-in-id', text: block.id, ...at }] : [];
}

const BUILT_IN_IDS = new Set([...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES].map(({ id }) => id));
