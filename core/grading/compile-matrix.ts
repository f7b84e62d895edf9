import type { Facts, FactValue } from '../customer.ts';
import { foldAnswer } from '../table/words.ts';
import type { FittedScheme } from './fit-scheme.ts';
import type { GradeRemark } from './grade.ts';
import type { Grader } from './grader.ts';
import { MISSING, UNUSABLE } from './plan-criterion.ts';
import type { Matrix } from './scheme-methods.ts';
import { UncheckedSchemeError } from './unchecked-scheme.ts';
import { valueRemark } from './value-remark.ts';

/**
 * The grader of a matrix: two labels, one outcome. A label that is not known does not matter where the whole row or
 * column has one outcome.
 */
export function compileMatrix(_fitted: FittedScheme, matrix: Matrix): Grader {
  const { rows, columns, cells } = matrix;
  const rowLabels = Object.keys(cells);
  const columnLabels = [...new Set(Object.values(cells).flatMap((row) => Object.keys(row)))];
  for (const label of rowLabels) {
    const missing = columnLabels.find((other) => cells[label]?.[other] === undefined);
    if (missing !== undefined) throw new UncheckedSchemeError(`The matrix has no cell for ${label} and ${missing}`);
  }
  const outcomeOf = (row: string | undefined, column: string | undefined): string | null => {
    if (row !== undefined && column !== undefined) return cells[row]?.[column] ?? null;
    const possible = new Set<string | undefined>();
    for (const one of row === undefined ? rowLabels : [row]) {
      for (const other of column === undefined ? columnLabels : [column]) possible.add(cells[one]?.[other]);
    }
    const [outcome] = possible;
    return possible.size === 1 ? (outcome ?? null) : null;
  };
  return {
    counted: [rows, columns],
    grade(facts) {
      const row = labelOf(facts.values[rows], rowLabels);
      const column = labelOf(facts.values[columns], columnLabels);
      const tier = outcomeOf(row, column);
      const reasons = [
        { criterion: rows, label: row },
        { criterion: columns, label: column },
      ].map(({ criterion, label }) => ({
        criterion,
        value: facts.values[criterion] ?? null,
        band: label ?? null,
        points: 0,
        max: 0,
        decides: true as const,
      }));
      const unknown: GradeRemark[] = [];
      if (row === undefined) unknown.push(remark(rows, facts));
      if (column === undefined) unknown.push(remark(columns, facts));
      if (tier === null) return { status: 'review', tier, score: null, reasons, review: unknown, warnings: [] };
      // what is not known does not matter then, but what cannot be right is told
      const warnings = unknown.filter(({ code }) => code !== 'missing');
      return { status: 'graded', tier, score: null, reasons, review: [], warnings };
    },
    code({ values }) {
      const row = labelOf(values[rows], rowLabels);
      const column = labelOf(values[columns], columnLabels);
      const tier = outcomeOf(row, column);
      return { status: tier === null ? 'review' : 'graded', tier, score: null, bands: [row ?? null, column ?? null] };
    },
  };
}

function remark(criterion: string, facts: Facts): GradeRemark {
  return valueRemark({ id: criterion }, facts.values[criterion] === undefined ? MISSING : UNUSABLE, facts);
}

function labelOf(value: FactValue | undefined, labels: readonly string[]): string | undefined {
  if (value === undefined) return undefined;
  const label = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  return labels.includes(label) ? label : labels.find((candidate) => foldAnswer(candidate) === foldAnswer(label));
}
