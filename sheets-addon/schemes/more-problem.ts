import type { SchemeProblem, SchemeProblemCode } from '../../core/grading/scheme-problem.ts';
import { forEachCode } from './for-each-code.ts';
import type { ReadScheme } from './read-scheme.ts';
import type { SchemePosition } from './scheme-cells.ts';
import { filledCell } from './scheme-rows.ts';
import type { SheetProblem } from './sheet-problem.ts';

/** What is wrong with a part of the document that stands in a cell *More*, or with a cell that no longer fits it. */
export function moreProblem(problem: SchemeProblem, read: ReadScheme, at: SchemePosition): SheetProblem {
  const { path, code, detail = '' } = problem;
  // rules are counted from 1, as a person would
  const rule = Number(/rules\[(\d+)\]$/.exec(path)?.[1] ?? -1) + 1;
  return (
    MORE_PROBLEMS[code]?.({ problem, read, path, detail, at, rule }) ?? {
      code: SHAPES.has(code) ? 'more-shape' : 'more-meaning',
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
  readonly at: SchemePosition;
  readonly rule: number;
}

const MORE_PROBLEMS: Readonly<Partial<Record<SchemeProblemCode, (told: Told) => SheetProblem>>> = {
  'unknown-criterion': ({ path, detail, at }) => ({
    code: 'more-unknown',
    name: detail,
    table: path.includes('.insteadOf[') ? 'weights' : 'criteria',
    ...at,
  }),
  ...forEachCode(['unknown-outcome', 'unknown-tier'], ({ path, detail, at }) => {
    // the labels of segments and derived results stand in the text itself
    return /^(derived|segments)/.test(path)
      ? { code: 'more-named', name: detail, ...at }
      : { code: 'more-unknown', name: detail, table: 'tiers', ...at };
  }),
  'rules-overlap': ({ detail, rule, at }) => ({ code: 'rules-overlap', rule, other: detail, ...at }),
  'rule-unreachable': ({ rule, at }) => ({ code: 'rule-unreachable', rule, ...at }),
  'rule-twice': ({ detail, rule, at }) => ({ code: 'rule-twice', rule, other: detail, ...at }),
  ...forEachCode(
    [
      'condition-wants-bounds',
      'condition-wants-words',
      'condition-never-holds',
      'unknown-label',
      'not-numeric',
      'axis-without-labels',
      'bands-missing',
      'bands-without-number',
      'levels-missing',
      'answers-missing',
      'labels-missing',
      'band-start-wrong-way',
      'band-out-of-range',
      'months-out-of-range',
    ],
    ({ problem, read, detail, at }) => changedCriterion(problem, read) ?? namedProblem(detail, at),
  ),
  ...forEachCode(
    [
      'duplicate-id',
      'duplicate-label',
      'duplicate-heading',
      'derived-like-criterion',
      'instead-of-itself',
      'cell-missing',
      'label-missing',
    ],
    ({ detail, at }) => namedProblem(detail, at),
  ),
};

function namedProblem(name: string, at: SchemePosition): SheetProblem {
  return name === '' ? { code: 'more-meaning', ...at } : { code: 'more-named', name, ...at };
}

/** The text in *More* was written for a criterion of another type or direction: told at the criterion's type. */
function changedCriterion({ path, detail = '' }: SchemeProblem, { rows }: ReadScheme): SheetProblem | undefined {
  const named = /\.when\.([^.[\]]+)/.exec(path)?.[1] ?? detail;
  const criterion = rows.tables.criteria.find(({ id }) => id === named);
  const type = criterion === undefined ? undefined : filledCell(criterion, 'type');
  return type === undefined ? undefined : { code: 'type-more', row: type.row, column: type.column };
}

const SHAPES: ReadonlySet<string> = new Set([
  'missing',
  'wrong-type',
  'not-finite',
  'too-small',
  'not-above',
  'too-large',
  'text-empty',
  'text-too-long',
  'too-few',
  'too-many',
  'not-allowed',
  'bad-format',
  'unknown-property',
  'no-title',
  'reserved-id',
]);
