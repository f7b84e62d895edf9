import type { OpenChoice } from '../../../use-cases/table-preview.ts';
import type { TableChoices, TablePreview } from '../../page-protocol.ts';

/** The choices with one column given a field, or none. A column that had the field before gives it up. */
export function withField(
  choices: TableChoices,
  preview: TablePreview,
  column: string,
  field: string | null,
): TableChoices {
  const before = preview.columns.filter((each) => field !== null && each.field === field && each.letter !== column);
  const changed = [...before.map((each) => ({ column: each.letter, field: null })), { column, field }];
  const untouched = (choices.columns ?? []).filter((each) => changed.every((other) => other.column !== each.column));
  return { ...choices, columns: [...untouched, ...changed] };
}

/** The questions so far and those of a new preview: one that was answered stays, so that the answer can be changed. */
export function questionsSoFar(before: readonly OpenChoice[], now: readonly OpenChoice[]): readonly OpenChoice[] {
  return [...before, ...now.filter((each) => before.every((other) => other.kind !== each.kind))];
}

/** The name of the file with the rejected rows: `customers-rejected.csv`. */
export function rejectedFileName(fileName: string): string {
  return `${fileName.replace(/\.[^.]*$/, '')}-rejected.csv`;
}
