import type { SchemeProblem } from '../../core/grading/scheme-problem.ts';
import type { ReadScheme } from './read-scheme.ts';
import type { SchemePosition } from './scheme-cells.ts';
import { filledCell } from './scheme-rows.ts';
import type { SheetProblem } from './sheet-problem.ts';

/** What is wrong with a part of the document that stands in a cell *More*, or with a cell that no longer fits it. */
export function moreProblem(problem: SchemeProblem, read: ReadScheme, at: SchemePosition): SheetProblem {
  const { path, code, detail = '' } = problem;
  // rules are counted from 1, as a person would
  const rule = Number(/rules\[(\d+)\]$/.exec(path)?.[1] ?? -1) + 1;
  switch (code) {
    case 'unknown-criterion':
      return {
        code: 'more-unknown',
        name: detail,
        table: path.includes('.insteadOf[') ? 'weights' : 'criteria',
        ...at,
      };
    case 'unknown-outcome':
    case 'unknown-tier':
      // the labels of segments and derived results stand in the text itself
      return /^(derived|segments)/.test(path)
        ? { code: 'more-named', name: detail, ...at }
        : { code: 'more-unknown', name: detail, table: 'tiers', ...at };
    case 'rules-overlap':
    case 'rule-unreachable':
    case 'rule-twice':
      return { code, rule, other: detail, ...at };
    case 'condition-wants-bounds':
    case 'condition-wants-words':
    case 'condition-never-holds':
    case 'unknown-label':
    case 'not-numeric':
    case 'axis-without-labels':
    case 'bands-missing':
    case 'bands-without-number':
    case 'levels-missing':
    case 'answers-missing':
    case 'labels-missing':
    case 'band-start-wrong-way':
    case 'band-out-of-range':
    case 'months-out-of-range':
      return changedCriterion(problem, read) ?? namedProblem(detail, at);
    case 'duplicate-id':
    case 'duplicate-label':
    case 'duplicate-heading':
    case 'derived-like-criterion':
    case 'instead-of-itself':
    case 'cell-missing':
    case 'label-missing':
      return namedProblem(detail, at);
    default:
      return { code: SHAPES.has(code) ? 'more-shape' : 'more-meaning', ...at };
  }
}

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
