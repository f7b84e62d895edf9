import { languageOf } from '../core/text/language.ts';
import { SHEETS_SCRIPT_TEXT } from '../core/text/sheets-script-text.ts';
import { gradeFromSidebar } from './grade-from-sidebar.ts';
import type { Screen } from './protocol.ts';
import { addMenu, ask, openSidebar, tell, toast, userLocale } from './spreadsheet.ts';
import { undoLastGrading } from './undo-last-grading.ts';

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

/** Grades without the sidebar and says what came of it; opens the sidebar where a person must decide something. */
export function gradeAgainFromMenu(): void {
  const text = SHEETS_SCRIPT_TEXT[languageOf(userLocale())];
  const outcome = gradeFromSidebar({});
  switch (outcome.kind) {
    case 'graded':
      toast(outcome.cellsWritten === 0 ? text.unchanged : text.graded(outcome));
      return;
    case 'refused':
      if (outcome.code === 'unusable' || outcome.code === 'no-such-scheme' || outcome.code === 'scheme-changed')
        openScreen('table');
      else tell(outcome.text);
      return;
    default:
      outcome satisfies never;
  }
}

/** Undoes without the sidebar; asks before it overwrites what somebody typed since. */
export function undoFromMenu(): void {
  const text = SHEETS_SCRIPT_TEXT[languageOf(userLocale())];
  const first = undoLastGrading({ overwrite: false });
  const outcome =
    first.kind === 'edited' && ask(text.undoLoses(first.count, exampleOf(first.cells)))
      ? undoLastGrading({ overwrite: true })
      : first;
  switch (outcome.kind) {
    case 'undone':
      toast(text.undone(outcome.cells));
      return;
    case 'edited':
      return;
    case 'refused':
      tell(outcome.text);
      return;
    default:
      outcome satisfies never;
  }
}

function exampleOf([first]: readonly { readonly a1: string; readonly now: string; readonly former: string }[]): string {
  return first === undefined ? '' : `${first.a1}: ${first.now} → ${first.former}`;
}
