import { type Language, languageOf } from '../core/text/language.ts';
import type { UndoOutcome } from './protocol.ts';
import { orRefusal, Stop } from './refusal.ts';
import { userLocale } from './spreadsheet.ts';

/** How a person wants an undo. */
export interface UndoRequest {
  /** Whether edits since the grading may be lost. */
  readonly overwrite: boolean;
  readonly language?: Language;
}

/** Takes back the last grading of the table around the selection. */
export function undoLastGrading({ language }: UndoRequest): UndoOutcome {
  return orRefusal<UndoOutcome>(language ?? languageOf(userLocale()), () => {
    throw new Stop({ code: 'nothing-to-undo' });
  });
}
