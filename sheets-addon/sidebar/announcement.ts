import { formatPercent } from '../../core/text/format.ts';
import { SHEETS_OUTCOME_TEXT } from '../../core/text/sheets-outcome-text.ts';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import { placeName } from './place-name.ts';
import type { SidebarState } from './sidebar-state.ts';

/**
 * What a screen reader is told of what changes without a new screen: reading, the cell that was selected, and progress, a
 * quarter at a time. Empty for nothing.
 */
export function announcement({ language, isReading, jumpedTo, shown, view }: SidebarState): string {
  const text = SHEETS_TABLE_TEXT[language];
  if (shown.kind === 'grading') {
    if (shown.progress === null) return '';
    const outcome = SHEETS_OUTCOME_TEXT[language];
    return outcome.announced(
      outcome.steps[shown.progress.step],
      formatPercent(Math.floor(shown.progress.done * 4) / 4, language),
    );
  }
  if (isReading) return view === null ? text.reading : text.readingAgain;
  if (jumpedTo !== null) return text.wentTo(placeName(jumpedTo));
  return shown.kind === 'view' && view?.kind === 'table' ? text.found(view.table.customers) : '';
}
