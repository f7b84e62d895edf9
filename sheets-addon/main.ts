/**
 * What Google Sheets calls: menu, sidebar and custom functions. Every exported function becomes a top-level function of the
 * script with this very comment, and nothing else happens at the top level.
 */

import { customFunction, type FunctionResult } from './custom-functions.ts';
import { gradeFromSidebar } from './grading/grade-from-sidebar.ts';
import { addTierbookMenu, gradeAgainFromMenu, openScreen, undoFromMenu } from './menu.ts';
import type {
  CheckedScheme,
  GradeOutcome,
  Place,
  Progress,
  Refusal,
  SchemeSheet,
  Script,
  SheetView,
  SummaryOutcome,
  SummaryPlan,
  TableRequest,
  UndoOutcome,
} from './protocol.ts';
import { readOwnSchemes, saveOwnSchemes, writeOwnSchemes } from './schemes/own-schemes.ts';
import { select, toldProgress } from './spreadsheet.ts';
import { type Basis, readBasis } from './summary/read-basis.ts';
import { writeSummarySheet } from './summary/write-summary-sheet.ts';
import { viewActiveTable } from './table/view-active-table.ts';
import { type UndoRequest, undoLastGrading } from './undo/undo-last-grading.ts';

/** Adds the menu when a document is opened. Runs without any authorisation, so it may do nothing else. */
export function onOpen(): void {
  addTierbookMenu();
}

/** Adds the menu to the document in which somebody has just installed the add-on. */
export function onInstall(): void {
  addTierbookMenu();
}

/** Opens the sidebar on the table around the selection. */
export function showSidebar(): void {
  openScreen('table');
}

/** Opens the sidebar, which makes the summary sheet. */
export function showSummary(): void {
  openScreen('summary');
}

/** Opens the sidebar on the schemes. */
export function showSchemes(): void {
  openScreen('schemes');
}

/** Opens the sidebar on the help. */
export function showHelp(): void {
  openScreen('help');
}

/** Grades the table around the selection as it was graded last, and says in one sentence what came of it. */
export function gradeAgain(): void {
  gradeAgainFromMenu();
}

/** Undoes the last grading of the table around the selection; asks first where that would lose somebody's edits. */
export function undoGradingNow(): void {
  undoFromMenu();
}

/** For the sidebar: how a table is understood and what grading it would give. */
export function viewTable(request: TableRequest): SheetView | Refusal {
  return viewActiveTable(request);
}

/** For the sidebar: grades a table. */
export function gradeTable(request: TableRequest): GradeOutcome {
  return gradeFromSidebar(request);
}

/** For the sidebar: how far a run has come. */
export function readProgress(): Progress | null {
  return toldProgress();
}

/** For the sidebar: undoes the last grading. */
export function undoGrading(request: UndoRequest): UndoOutcome {
  return undoLastGrading(request);
}

/** For the sidebar: what the summary of a graded table is planned from. */
export function readSummaryBasis(request: TableRequest): Basis {
  return readBasis(request);
}

/** For the sidebar: writes the summary sheet. */
export function writeSummary(plan: SummaryPlan): SummaryOutcome {
  return writeSummarySheet(plan);
}

/** For the sidebar: selects a place. */
export function jumpTo(place: Place): void {
  select(place);
}

/** For the sidebar: the workbook's own schemes as they stand in their sheet. */
export function readSchemeSheet(): SchemeSheet {
  return readOwnSchemes();
}

/** For the sidebar: writes the sheet of the workbook's own schemes. */
export function writeSchemeSheet(request: Parameters<Script['writeSchemeSheet']>[0]): SchemeSheet | Refusal {
  return writeOwnSchemes(request);
}

/** For the sidebar: remembers the schemes of the sheet that it has checked. */
export function saveCheckedSchemes(schemes: readonly CheckedScheme[]): void {
  saveOwnSchemes(schemes);
}

/**
 * The tier of each customer of a table.
 *
 * @param {A1:F} range The table with its headings, for example A1:F.
 * @param {"account-value"} scheme Optional: the scheme's name. Left out: the best fitting one.
 * @return A column of tiers beside the table.
 * @customfunction
 */
export function TIER(range: unknown, scheme: unknown): FunctionResult {
  return customFunction('TIER', range, scheme);
}

/**
 * The score of each customer of a table, from 0 to 100.
 *
 * @param {A1:F} range The table with its headings, for example A1:F.
 * @param {"account-value"} scheme Optional: the scheme's name. Left out: the best fitting one.
 * @return A column of scores beside the table.
 * @customfunction
 */
export function TIER_SCORE(range: unknown, scheme: unknown): FunctionResult {
  return customFunction('TIER_SCORE', range, scheme);
}

/**
 * Why each customer of a table is in its tier.
 *
 * @param {A1:F} range The table with its headings, for example A1:F.
 * @param {"account-value"} scheme Optional: the scheme's name. Left out: the best fitting one.
 * @return A column of reasons beside the table.
 * @customfunction
 */
export function TIER_WHY(range: unknown, scheme: unknown): FunctionResult {
  return customFunction('TIER_WHY', range, scheme);
}
