import { ANSWERS, LEVELS } from '../../core/grading/check-labels.ts';
import type { SchemeProblem, SchemeProblemCode } from '../../core/grading/scheme-problem.ts';
import { forEachCode } from './for-each-code.ts';
import type { ReadScheme } from './read-scheme.ts';
import type { SchemePosition } from './scheme-cells.ts';
import { criterionIn, type ValueKind } from './scheme-criterion.ts';
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
  return (
    KNOCK_OUT_PROBLEMS[code]?.({ path, code, row, kind, direction, side, wrong }) ?? {
      code: place.isExact ? 'value' : 'more-meaning',
      ...at,
    }
  );
}

/** A problem with what its place says of it. */
interface Told {
  readonly path: string;
  readonly code: SchemeProblemCode;
  readonly row: TableRow;
  readonly kind: ValueKind;
  readonly direction: 'higher-is-better' | 'lower-is-better';
  readonly side: 'above' | 'below';
  readonly wrong: 'above' | 'below';
}

const KNOCK_OUT_PROBLEMS: Readonly<Partial<Record<SchemeProblemCode, (told: Told) => SheetProblem>>> = {
  ...forEachCode(['knock-out-when', 'missing'], ({ path, code, row, kind, direction, side, wrong }) => {
    if (code === 'missing' && !path.endsWith('.when') && !path.endsWith('.is'))
      return { code: 'column-gone', table: 'knockOuts', heading: 'tier', row: row.head.row, column: 0 };
    if (kind !== 'limits')
      return { code: 'knock-out-words', heading: 'is', words: wordsOf(kind), ...cellOf(row, 'is') };
    if (filledCell(row, wrong) !== undefined)
      return { code: 'knock-out-side', heading: side, direction, ...cellOf(row, wrong) };
    return filledCell(row, side) === undefined
      ? { code: 'knock-out-bound', heading: side, ...cellOf(row, side) }
      : { code: 'word-unknown', words: [...LEVELS, ...ANSWERS], ...cellOf(row, 'is') };
  }),
  'knock-out-wrong-way': ({ row, direction, side, wrong }) => ({
    code: 'knock-out-side',
    heading: side,
    direction,
    ...cellOf(row, wrong),
  }),
  'knock-out-not-worst': ({ row }) => ({ code: 'knock-out-not-worst', ...cellOf(row, 'is') }),
  'knock-out-always': ({ row, side }) => ({ code: 'knock-out-always', ...cellOf(row, side) }),
  'months-out-of-range': ({ row, side }) => ({ code: 'value', expected: 'months', ...cellOf(row, side) }),
  'knock-out-best-tier': ({ row }) => ({ code: 'knock-out-best-tier', ...cellOf(row, 'tier') }),
};

function wordsOf(kind: 'levels' | 'answers' | 'words'): readonly string[] {
  return kind === 'levels' ? LEVELS : kind === 'answers' ? ANSWERS : [];
}

function cellOf(row: TableRow, column: SchemeColumn): SchemePosition {
  return { row: row.row, column: cellAt(row, column)?.column ?? 0 };
}
