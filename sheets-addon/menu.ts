import { languageOf } from '../core/text/language.ts';
import { SHEETS_SCRIPT_TEXT, scriptSentence } from '../core/text/sheets-script-text.ts';
import { gradeFromSidebar } from './grading/grade-from-sidebar.ts';
import type { Refusal, Screen } from './protocol.ts';
import { addMenu, ask, openSidebar, tell, toast, userLocale } from './spreadsheet.ts';
import { undoLastGrading } from './undo/undo-last-grading.ts';

/** Adds the menu in the person's language; what it calls are entry points of `main.ts`. */
export function addTierbookMenu(): void {
  const { menu } = SHEETS_SCRIPT_TEXT[languageOf(userLocale())];
  addMenu([
    [menu.grade, 'showSidebar'],
    [menu.again, 'gradeAgain'],
    [menu.undo, 'undoGradingNow'],
    [menu.summary, 'showSummary'],
    [menu.schemes, 'showSchemes'],
    [menu.help, 'showHelp'],
  ]);
}

/** Opens the sidebar on a screen, in the person's language. */
export function openScreen(screen: Screen): void {
  openSidebar({ screen, language: languageOf(userLocale()) });
}

/**
 * Grades without the sidebar as the table was graded last, and says what came of it; opens the sidebar where a person must
 * decide something, and for a table that was not graded yet.
 */
export function gradeAgainFromMenu(): void {
  const language = languageOf(userLocale());
  const outcome = gradeFromSidebar({}, true);
  if (outcome.kind === 'refused') {
    if (FOR_THE_SIDEBAR.has(outcome.code)) openScreen('table');
    else tell(outcome.text);
    return;
  }
  const { customers, cellsWritten: cells, upgrades, downgrades, forReview } = outcome;
  const counts = { customers, cells, upgrades, downgrades, forReview };
  toast(cells === 0 ? scriptSentence(language, 'unchanged') : scriptSentence(language, 'graded', counts));
}

const FOR_THE_SIDEBAR: ReadonlySet<string> = new Set<Refusal['code']>(['unusable', 'no-such-scheme', 'scheme-changed']);

/** Undoes without the sidebar; asks before it overwrites what somebody typed since. */
export function undoFromMenu(): void {
  const language = languageOf(userLocale());
  let outcome = undoLastGrading({ overwrite: false });
  if (outcome.kind === 'edited') {
    const data = { cells: outcome.count, example: exampleOf(outcome.cells) };
    if (!ask(scriptSentence(language, 'undo-loses', data))) return;
    outcome = undoLastGrading({ overwrite: true });
  }
  if (outcome.kind === 'refused') tell(outcome.text);
  if (outcome.kind === 'undone') toast(scriptSentence(language, 'undone', { cells: outcome.cells }));
}

function exampleOf([first]: readonly { readonly a1: string; readonly now: string; readonly former: string }[]): string {
  if (first === undefined) return '';
  const { a1, former, now } = first;
  return former === '' ? `${a1}: ${now}` : `${a1}: ${now} → ${former}`;
}
