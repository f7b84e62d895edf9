import type { GradeOutcome, TableRequest } from '../protocol.ts';
import { orRefusal, Stop } from '../refusal.ts';
import { alone, tellProgress } from '../spreadsheet.ts';
import { languageFor } from '../table/open-table.ts';
import { gradeAlone } from './grade-alone.ts';

/** How long a grading waits for another one in the same document. */
export const WAIT_MS = 2_000;

/**
 * Grades a table and writes what came of it into columns of our own, and nothing else. Refuses while somebody else grades in the
 * document.
 *
 * @param isAgain whether only a table that was graded before may be graded
 */
export function gradeFromSidebar(request: TableRequest, isAgain = false): GradeOutcome {
  return orRefusal<GradeOutcome>(languageFor(request), () => {
    try {
      const outcome = alone(WAIT_MS, () => gradeAlone(request, isAgain));
      if (outcome === null) throw new Stop({ code: 'busy' });
      return outcome;
    } finally {
      tellProgress(null);
    }
  });
}
