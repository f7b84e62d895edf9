import { ANSWERS, LEVELS } from '../../core/grading/check-labels.ts';
import type { SchemeProblem } from '../../core/grading/scheme-problem.ts';
import type { ReadScheme } from './read-scheme.ts';
import type { SchemePosition } from './scheme-cells.ts';
import { criterionIn } from './scheme-criterion.ts';
import { cellAt, filledCell, type TableRow } from './scheme-rows.ts';
import type { SchemeColumn } from './scheme-tables.ts';
import type { SheetProblem } from './sheet-problem.ts';

/** What is wrong with a knock-out, at the cell of its row where it is to be mended. */
export function knockOutProblem({ path, code }: SchemeProblem, read: ReadScheme): SheetProblem {
  const place = read.placeOf(path);
  const at: SchemePosition = { row: place.row, column: place.column };
  const row = read.rows.tables.knockOuts[Number(/\[(\d+)\]/.exec(path)?.[1] ?? -1)];
  if (row === undefined) return { code: 'more-meaning', ...at };
  const { kind, direction } = criterionIn(read.document, row.id);
  const [side, wrong] = direction === 'lower-is-better' ? (['above', 'below'] as const) : (['below', 'above'] as const);
  switch (code) {
    case 'knock-out-when':
    case 'missing':
      if (code === 'missing' && !path.endsWith('.when') && !path.endsWith('.is'))
        return { code: 'column-gone', table: 'knockOuts', heading: 'tier', row: row.head.row, column: 0 };
      if (kind !== 'limits')
        return { code: 'knock-out-words', heading: 'is', words: wordsOf(kind), ...cellOf(row, 'is') };
      if (filledCell(row, wrong) !== undefined)
        return { code: 'knock-out-side', heading: side, direction, ...cellOf(row, wrong) };
      return filledCell(row, side) === undefined
        ? { code: 'knock-out-bound', heading: side, ...cellOf(row, side) }
        : { code: 'word-unknown', words: [...LEVELS, ...ANSWERS], ...cellOf(row, 'is') };
    case 'knock-out-wrong-way':
      return { code: 'knock-out-side', heading: side, direction, ...cellOf(row, wrong) };
    case 'knock-out-not-worst':
      return { code: 'knock-out-not-worst', ...cellOf(row, 'is') };
    case 'knock-out-always':
      return { code: 'knock-out-always', ...cellOf(row, side) };
    case 'months-out-of-range':
      return { code: 'value', expected: 'months', ...cellOf(row, side) };
    case 'knock-out-best-tier':
      return { code: 'knock-out-best-tier', ...cellOf(row, 'tier') };
    default:
      return { code: place.isExact ? 'value' : 'more-meaning', ...at };
  }
}

function wordsOf(kind: 'levels' | 'answers' | 'words'): readonly string[] {
  return kind === 'levels' ? LEVELS : kind === 'answers' ? ANSWERS : [];
}

function cellOf(row: TableRow, column: SchemeColumn): SchemePosition {
  return { row: row.row, column: cellAt(row, column)?.column ?? 0 };
}
