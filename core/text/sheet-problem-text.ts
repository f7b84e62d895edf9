import { type ConnectedSheetRefusal, connectedSheetRefusals } from './connected-sheet-refusals.ts';
import type { Language } from './language.ts';
import { SHEETS_ERROR_TEXT, type SheetsErrorCode, type SheetsErrorParts } from './sheets-error-text.ts';

/** Why a connected sheet could not be read or written: what Google or we refused. */
export type SheetProblemCode = SheetsErrorCode | ConnectedSheetRefusal;

/** A code as it was put down; undefined for one that is none of these. */
export function sheetProblemCode(code: string): SheetProblemCode | undefined {
  return code in SHEETS_ERROR_TEXT.en || code in connectedSheetRefusals('', 'en')
    ? (code as SheetProblemCode)
    : undefined;
}

/** The sentence for a problem that was put down. */
export function sheetProblemText(
  {
    code,
    detail,
    parts,
  }: { readonly code: string; readonly detail: string; readonly parts?: Partial<SheetsErrorParts> },
  language: Language,
): string {
  const errors = SHEETS_ERROR_TEXT[language];
  if (isGoogles(code)) return errors[code]({ ...NOTHING_KNOWN, detail, ...parts });
  const refusals: Readonly<Record<string, string>> = connectedSheetRefusals(detail, language);
  return refusals[code] ?? errors.refused({ ...NOTHING_KNOWN, detail });
}

function isGoogles(code: string): code is SheetsErrorCode {
  return code in SHEETS_ERROR_TEXT.en;
}

const NOTHING_KNOWN: SheetsErrorParts = {
  account: '',
  spreadsheetId: '',
  tab: '',
  range: '',
  description: '',
  detail: '',
};
