import { ANSWERS, LEVELS } from '../../core/grading/check-labels.ts';
import type { SchemeProblem, SchemeProblemCode } from '../../core/grading/scheme-problem.ts';
import { forEachCode } from './for-each-code.ts';
import { knockOutProblem } from './knock-out-problem.ts';
import type { PartPlace, ReadScheme } from './read-scheme.ts';
import { cellWords } from './scheme-blocks.ts';
import type { SchemePosition } from './scheme-cells.ts';
import { criterionIn, percentText } from './scheme-criterion.ts';
import { cellAt, filledCell, type TableRow } from './scheme-rows.ts';
import type { SchemeColumn } from './scheme-tables.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { isAnswer, isLevelWord, numberOf, wordOf } from './typed-cells.ts';

/** What is wrong with how a scheme grades, at the cell of the sheet where it is to be mended. */
export function methodProblem(problem: SchemeProblem, read: ReadScheme): SheetProblem {
  const { path, code, detail = '', other = '' } = problem;
  if (path.startsWith('knockOuts')) return knockOutProblem(problem, read);
  const place = read.placeOf(path);
  const at: SchemePosition = { row: place.row, column: place.column };
  const row = rowOf(path, read);
  const limit = row === undefined ? undefined : limitCell(row, code === 'band-start-wrong-way' ? '' : detail);
  return (
    METHOD_PROBLEMS[code]?.({ problem, read, path, detail, other, place, at, row, limit }) ?? {
      code: 'more-meaning',
      ...at,
    }
  );
}

/** A problem with what its place says of it. */
interface Told {
  readonly problem: SchemeProblem;
  readonly read: ReadScheme;
  readonly path: string;
  readonly detail: string;
  readonly other: string;
  readonly place: PartPlace;
  readonly at: SchemePosition;
  readonly row: TableRow | undefined;
  readonly limit: SchemePosition | undefined;
}

const METHOD_PROBLEMS: Readonly<Partial<Record<SchemeProblemCode, (told: Told) => SheetProblem>>> = {
  missing: ({ problem, read, at }) => missingPart(problem, read, at),
  'unknown-property': ({ read, path, at }) =>
    path === 'method.criteria'
      ? { code: 'foreign-table', table: 'weights', ...headOf(read, 'weights', at) }
      : { code: 'foreign-cell', ...at },
  ...forEachCode(['too-few', 'too-many'], ({ problem, read, at }) => wrongNumber(problem, read, at)),
  'scored-twice': ({ detail, at }) => ({ code: 'twice', name: detail, ...at }),
  ...forEachCode(
    ['bands-missing', 'levels-missing', 'answers-missing', 'labels-missing', 'bands-without-number'],
    ({ problem, read, at }) => wrongPoints(problem, read, at),
  ),
  'not-numeric': ({ detail, at }) => ({ code: 'not-numeric', name: detail, ...at }),
  'directions-differ': ({ at }) => ({ code: 'directions-differ', ...at }),
  'label-missing': ({ detail, at }) => ({ code: 'word-gone', name: detail, heading: 'is', ...at }),
  'unknown-label': ({ read, path, detail, other, at }) => ({
    code: 'word-unknown',
    other,
    ...(wordCell(path, detail, read) ?? at),
  }),
  ...forEachCode(['label-taken', 'duplicate-label'], ({ read, path, detail, at }) => ({
    code: 'word-twice',
    name: detail,
    ...(wordCell(path, detail, read) ?? at),
  })),
  'last-band-open': ({ at, limit }) => ({ code: 'last-open', ...(limit ?? at) }),
  'band-without-start': ({ read, detail, at, row }) => withoutStart(row, detail, read, at),
  'band-start-wrong-way': ({ problem, read, at, row }) => wrongWay(problem, row, read, at),
  'band-out-of-range': ({ detail, at, limit }) => ({ code: 'out-of-range', other: detail, ...(limit ?? at) }),
  'months-out-of-range': ({ at, limit }) => ({ code: 'value', expected: 'months', ...(limit ?? at) }),
  'bands-mixed': ({ read, path, at }) => {
    const bare = pointsOf(path, read).find((one) => isBand(one) && filledCell(one, 'top') === undefined);
    return { code: 'shares-mixed', ...positionIn(bare, 'top', at) };
  },
  'bands-not-ordered': ({ problem, at, row }) => notOrdered(problem, row, at),
  'points-not-ordered': ({ other, place, at, row }) => ({
    code: 'points-order',
    other,
    ...(place.isExact && row === undefined ? at : positionIn(row, 'points', at)),
  }),
  'missing-above-best': ({ detail, at }) => ({ code: 'missing-above-best', other: detail, ...at }),
  'cut-offs-not-tiers': ({ read, at }) => {
    const { tiers } = read.rows.tables;
    const last = tiers[tiers.length - 1];
    const open = last === undefined ? undefined : filledCell(last, 'from');
    return open === undefined
      ? { code: 'no-limits', heading: 'from', expected: 'score', ...headOf(read, 'tiers', at) }
      : { code: 'last-open', row: open.row, column: open.column };
  },
  'cut-offs-not-descending': ({ other, at, row }) => ({ code: 'scores-fall', other, ...positionIn(row, 'from', at) }),
  'cut-off-unreachable': ({ detail, at, row }) => ({
    code: 'score-too-high',
    other: detail,
    ...positionIn(row, 'from', at),
  }),
  'last-tier-unreachable': ({ detail, at, row }) => ({
    code: 'score-too-low',
    other: detail,
    ...positionIn(row, 'from', at),
  }),
  'shares-not-whole': ({ read, detail, at }) => ({
    code: 'shares-sum',
    heading: 'share',
    other: percentText(Number(detail)),
    ...headOf(read, 'tiers', at, 'share'),
  }),
  'only-stand-ins': ({ read, at }) => ({ code: 'only-stand-ins', table: 'weights', ...headOf(read, 'weights', at) }),
  'instead-of-circle': ({ read, detail, at }) => {
    const first = read.rows.tables.weights.find(({ id }) => detail.startsWith(`${id} `));
    return { code: 'more-named', name: detail, ...positionIn(first, 'more', at) };
  },
};

/** The row of the sheet that a path leads to: of a band among points, or of a tier. */
function rowOf(path: string, read: ReadScheme): TableRow | undefined {
  const [, band] = /^method\.criteria\[\d+\]\.bands\[(\d+)\]/.exec(path) ?? [];
  if (band !== undefined) return pointsOf(path, read).filter(isBand)[Number(band)];
  const [, tier] = /^method\.(?:cutOffs|bands|shares)\[(\d+)\]/.exec(path) ?? [];
  return tier === undefined ? undefined : read.rows.tables.tiers[Number(tier)];
}

/** The rows of points of the criterion that a path leads to. */
function pointsOf(path: string, { rows }: ReadScheme): readonly TableRow[] {
  const weight = weightOf(path, rows.tables.weights);
  return weight === undefined ? [] : rows.tables.points.filter(({ id }) => id === weight.id);
}

function weightOf(path: string, weights: readonly TableRow[]): TableRow | undefined {
  return weights[Number(/^method\.criteria\[(\d+)\]/.exec(path)?.[1] ?? -1)];
}

function isBand(row: TableRow): boolean {
  return filledCell(row, 'is') === undefined;
}

/** The limit of a row: the one that says this number, else the first that there is. */
function limitCell(row: TableRow, number: string): SchemePosition | undefined {
  const cells = LIMITS.flatMap((column) => filledCell(row, column) ?? []);
  const found = cells.find(({ cell }) => String(numberOf(cell)) === number) ?? cells[0];
  return found === undefined ? undefined : { row: found.row, column: found.column };
}

const LIMITS = ['from', 'upTo', 'top'] as const satisfies readonly SchemeColumn[];

/** A share that says the same as the limit beside it is the one that is told. */
const SHARE_FIRST = ['top', 'from', 'upTo'] as const satisfies readonly SchemeColumn[];

function positionIn(row: TableRow | undefined, column: SchemeColumn, otherwise: SchemePosition): SchemePosition {
  if (row === undefined) return otherwise;
  const cell = cellAt(row, column);
  return { row: row.row, column: cell?.column ?? 0 };
}

/** The heading of a table or of one of its columns; where the table is not, `otherwise`. */
function headOf(
  { rows }: ReadScheme,
  table: 'tiers' | 'weights',
  otherwise: SchemePosition,
  column?: SchemeColumn,
): SchemePosition {
  const head = rows.heads.get(table);
  if (head === undefined) return otherwise;
  return { row: head.row, column: (column === undefined ? undefined : head.columns.get(column)?.column) ?? 0 };
}

function missingPart({ path }: SchemeProblem, read: ReadScheme, at: SchemePosition): SheetProblem {
  const hasTiers = read.rows.tables.tiers.length > 0;
  if (!hasTiers && /^method\.(cutOffs|shares)$/.test(path))
    return { code: 'table-gone', table: 'tiers', ...headOf(read, 'tiers', at) };
  if (path === 'method.cutOffs')
    return { code: 'no-limits', heading: 'from', expected: 'score', ...headOf(read, 'tiers', at, 'from') };
  if (path === 'method.shares') return { code: 'no-shares', heading: 'share', ...headOf(read, 'tiers', at, 'share') };
  const [, kind, word] = /\.(levels|answers|labels)\.(.+)$/.exec(path) ?? [];
  const misspelt = word === undefined || kind === 'labels' ? undefined : strangeWord(path, read);
  if (misspelt !== undefined) return { code: 'word-unknown', words: kind === 'levels' ? LEVELS : ANSWERS, ...misspelt };
  if (word !== undefined)
    return { code: 'word-gone', ...(kind === 'labels' ? { name: word } : { words: [word] }), heading: 'is', ...at };
  const column = COLUMNS_BY_KEY[/[^.[\]]+$/.exec(path)?.[0] ?? ''];
  const table = [...read.rows.heads.values()].find((head) => {
    const rows = read.rows.tables[head.kind];
    return rows.some(({ row }) => row === at.row) && column !== undefined && !head.columns.has(column);
  });
  if (table !== undefined && column !== undefined)
    return { code: 'column-gone', table: table.kind, heading: column, row: table.row, column: 0 };
  return path.startsWith('method.') ? { code: 'method-needs-more', ...at } : { code: 'more-meaning', ...at };
}

const COLUMNS_BY_KEY: Readonly<Record<string, SchemeColumn>> = {
  titles: 'title',
  type: 'type',
  weight: 'weight',
  points: 'points',
  share: 'share',
  from: 'from',
};

function wrongNumber({ path, code, detail = '' }: SchemeProblem, read: ReadScheme, at: SchemePosition): SheetProblem {
  if (/^method\.criteria\[\d+\]\.bands$/.test(path))
    return code === 'too-few' ? { code: 'few-bands', ...at } : { code: 'many-bands', other: detail, ...at };
  if (/^method\.(cutOffs|bands|shares)$/.test(path)) {
    const head = headOf(read, 'tiers', at);
    return { code: code === 'too-few' ? 'few-rows' : 'many-rows', table: 'tiers', other: detail, ...head };
  }
  return { code: 'value', ...at };
}

/** A criterion of one type whose points, or the bounds of whose tiers, are those of another. */
function wrongPoints({ path, code, detail = '' }: SchemeProblem, read: ReadScheme, at: SchemePosition): SheetProblem {
  const { rows } = read;
  const weight = weightOf(path, rows.tables.weights);
  const criterion = rows.tables.criteria.find(({ id }) => id === (weight?.id ?? detail));
  const type = criterion === undefined ? undefined : filledCell(criterion, 'type');
  const { kind, direction } = criterionIn(read.document, weight?.id ?? detail);
  if (weight === undefined) {
    if (code === 'bands-without-number') return { code: 'not-numeric', name: detail, ...positionOf(read, 'method.by') };
    if (code !== 'bands-missing')
      return type === undefined
        ? { code: 'more-meaning', ...at }
        : { code: 'type-more', row: type.row, column: type.column };
    const column = direction === 'lower-is-better' ? 'upTo' : 'from';
    return { code: 'no-limits', heading: column, expected: 'limit', ...headOf(read, 'tiers', at, column) };
  }
  if (type === undefined || pointsOf(path, read).length === 0)
    return { code: 'points-gone', how: kind, row: weight.row, column: 0 };
  return { code: 'type-points', how: kind, row: type.row, column: type.column };
}

function positionOf(read: ReadScheme, path: string): SchemePosition {
  const { row, column } = read.placeOf(path);
  return { row, column };
}

/** The last row of points with this word. */
function wordCell(path: string, word: string, read: ReadScheme): SchemePosition | undefined {
  const rows = pointsOf(path, read).filter((one) => cellWords(filledCell(one, 'is')?.cell) === word);
  const row = rows[rows.length - 1];
  return row === undefined ? undefined : positionIn(row, 'is', { row: row.row, column: 0 });
}

/** A word among the points of a criterion that is neither a level nor an answer; none where words are what it has. */
function strangeWord(path: string, read: ReadScheme): SchemePosition | undefined {
  const rows = pointsOf(path, read);
  if (criterionIn(read.document, rows[0]?.id ?? '').kind === 'words') return undefined;
  const strange = rows.flatMap((row) => filledCell(row, 'is') ?? []).find(({ cell }) => !isKnown(cellWords(cell)));
  return strange === undefined ? undefined : { row: strange.row, column: strange.column };
}

function isKnown(text: string): boolean {
  const word = wordOf(text);
  return isLevelWord(word) || isAnswer(word);
}

function withoutStart(row: TableRow | undefined, side: string, read: ReadScheme, at: SchemePosition): SheetProblem {
  const others = row?.head.kind === 'points' ? read.rows.tables.points.filter(({ id }) => id === row.id) : [];
  if (others.some((other) => filledCell(other, 'top') !== undefined))
    return { code: 'no-start', expected: 'share', ...positionIn(row, 'top', at) };
  return { code: 'no-start', expected: 'limit', ...positionIn(row, side === 'upTo' ? 'upTo' : 'from', at) };
}

/** A bound on the side that the criterion's direction has no use for; where all are there, the direction is what is wrong. */
function wrongWay(
  { detail }: SchemeProblem,
  row: TableRow | undefined,
  read: ReadScheme,
  at: SchemePosition,
): SheetProblem {
  const [side, wrong] = detail === 'upTo' ? (['upTo', 'from'] as const) : (['from', 'upTo'] as const);
  const direction = side === 'upTo' ? 'lower-is-better' : 'higher-is-better';
  const bands = read.rows.tables.points.filter(
    (one) => row?.head.kind === 'points' && one.id === row.id && isBand(one),
  );
  const isAll = bands.length > 1 && bands.every((band) => filledCell(band, side) === undefined);
  const criterion = isAll ? read.rows.tables.criteria.find(({ id }) => id === row?.id) : undefined;
  if (criterion === undefined) return { code: 'wrong-side', heading: side, direction, ...positionIn(row, wrong, at) };
  const name = row?.head.columns.get(wrong)?.word ?? '';
  return { code: 'direction-misfit', name, heading: side, direction, ...positionIn(criterion, 'direction', at) };
}

function notOrdered(
  { detail = '', other = '' }: SchemeProblem,
  row: TableRow | undefined,
  at: SchemePosition,
): SheetProblem {
  const column = SHARE_FIRST.find((one) => String(numberOf((row && filledCell(row, one)?.cell) ?? '')) === detail);
  return {
    code: column === 'from' ? 'limits-fall' : 'limits-rise',
    other: column === 'top' ? percentText(Number(other)) : other,
    ...(column === undefined ? at : positionIn(row, column, at)),
  };
}
