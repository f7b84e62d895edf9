import { languageOf } from '../core/text/language.ts';
import type { GradeOutcome, TableRequest } from './protocol.ts';
import { orRefusal, Stop } from './refusal.ts';
import { userLocale } from './spreadsheet.ts';

/** Grades a table and writes what came of it into columns of our own. */
export function gradeFromSidebar(request: TableRequest): GradeOutcome {
  return orRefusal<GradeOutcome>(request.language ?? languageOf(userLocale()), () => {
    throw new Stop({ code: 'unusable' });
  });
}
