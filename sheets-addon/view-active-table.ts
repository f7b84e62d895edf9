import { languageOf } from '../core/text/language.ts';
import type { Refusal, SheetView, TableRequest } from './protocol.ts';
import { orRefusal, Stop } from './refusal.ts';
import { userLocale } from './spreadsheet.ts';

/** Says how a table is understood and what grading it would give; nothing is written. */
export function viewActiveTable(request: TableRequest): SheetView | Refusal {
  return orRefusal<SheetView>(request.language ?? languageOf(userLocale()), () => {
    throw new Stop({ code: 'unusable' });
  });
}
