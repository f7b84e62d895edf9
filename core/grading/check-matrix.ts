import { ANSWERS, LEVELS } from './check-labels.ts';
import { type CheckedPart, checkOutcome } from './checked-part.ts';
import type { Matrix } from './scheme-methods.ts';
import type { SchemeProblem } from './scheme-problem.ts';

/** What is wrong with a matrix beyond its shape: axes with labels, every cell filled, none too many. */
export function checkMatrix(part: CheckedPart, matrix: Matrix): SchemeProblem[] {
  const { path } = part;
  const { cells } = matrix;
  const rows = axisOf(part, 'rows', matrix.rows);
  const columns = axisOf(part, 'columns', matrix.columns);
  if ('problem' in rows || 'problem' in columns) {
    return [rows, columns].flatMap((axis) => ('problem' in axis ? [axis.problem] : []));
  }
  const problems: SchemeProblem[] =
    matrix.rows === matrix.columns ? [{ path: `${path}.columns`, code: 'axes-alike', detail: matrix.rows }] : [];
  const unknown = (at: string, label: string, labels: readonly string[]): void => {
    if (!labels.includes(label)) {
      problems.push({ path: at, code: 'unknown-label', detail: label, other: labels.join(', ') });
    }
  };
  for (const row of rows.labels) {
    const filled = Object.keys(cells).includes(row) ? cells[row] : undefined;
    if (filled === undefined) {
      problems.push({ path: `${path}.cells`, code: 'cell-missing', detail: row });
      continue;
    }
    for (const column of columns.labels) {
      if (Object.keys(filled).includes(column)) {
        problems.push(...checkOutcome(part, filled[column], `${path}.cells.${row}.${column}`));
      } else problems.push({ path: `${path}.cells.${row}`, code: 'cell-missing', detail: column });
    }
    for (const column of Object.keys(filled)) unknown(`${path}.cells.${row}`, column, columns.labels);
  }
  for (const row of Object.keys(cells)) unknown(`${path}.cells`, row, rows.labels);
  return problems;
}

function axisOf(
  part: CheckedPart,
  axis: 'rows' | 'columns',
  id: string,
): { readonly labels: readonly string[] } | { readonly problem: SchemeProblem } {
  const path = `${part.path}.${axis}`;
  const input = part.inputs.get(id);
  if (input === undefined) return { problem: { path, code: 'unknown-criterion', detail: id } };
  if (input.labels !== undefined) return { labels: input.labels };
  const { type } = input.criterion;
  if (type === 'level') return { labels: LEVELS };
  if (type === 'yes-no') return { labels: ANSWERS };
  return { problem: { path, code: 'axis-without-labels', detail: id } };
}
