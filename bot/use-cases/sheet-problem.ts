import type { ConnectedSheetRefusal } from '../../core/text/connected-sheet-refusals.ts';
import { type SheetProblemCode, sheetProblemCode } from '../../core/text/sheet-problem-text.ts';
import type { SheetProblem } from '../store/connected-sheets.ts';
import { SheetsError } from './spreadsheets.ts';
import { UseCaseError } from './use-case-error.ts';

/** Why a sheet could not be read or written, to be put down; undefined for every other error. */
export function sheetProblemOf(error: unknown): SheetProblem | undefined {
  if (error instanceof SheetsError) return { code: error.code, detail: error.parts.detail, parts: { ...error.parts } };
  if (!(error instanceof UseCaseError)) return undefined;
  const { code, detail } = error;
  return isOfSheet(code) ? { code, detail } : undefined;
}

function isOfSheet(code: string): code is SheetProblemCode & ConnectedSheetRefusal {
  return sheetProblemCode(code) !== undefined;
}
