import type { TableFileProblem } from '../../core/text/table-file-text.ts';
import { tableFileProblemText } from '../../core/text/table-file-text.ts';

/** A file that cannot be read as a table. `problem` says why by code; `core/text` has the sentence for a person. */
export class TableFileError extends Error {
  override readonly name = 'TableFileError';
  readonly problem: TableFileProblem;

  constructor(problem: TableFileProblem, options?: ErrorOptions) {
    super(tableFileProblemText(problem, 'en'), options);
    this.problem = problem;
  }
}
