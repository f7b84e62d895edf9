import type { VNode } from 'preact';
import { SHEETS_OUTCOME_TEXT } from '../../core/text/sheets-outcome-text.ts';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { UndoOutcome } from '../protocol.ts';
import { ScreenHeading } from './screen-heading.tsx';
import { useSidebarContext } from './sidebar-context.ts';

/** Says what undoing would overwrite and asks whether it may. */
export function UndoQuestion({
  outcome: { cells, count },
  onOverwrite,
  onKeep,
}: {
  readonly outcome: Extract<UndoOutcome, { kind: 'edited' }>;
  readonly onOverwrite: () => void;
  readonly onKeep: () => void;
}): VNode {
  const { language } = useSidebarContext();
  const text = SHEETS_OUTCOME_TEXT[language];
  return (
    <>
      <ScreenHeading>{text.editedTitle}</ScreenHeading>
      <p>{text.editedHint(count)}</p>
      <ul class="sentences">
        {cells.map(({ a1, now, former }) => (
          <li key={a1}>
            <strong>{a1}</strong> {text.editedCell(now, former)}
          </li>
        ))}
      </ul>
      {count > cells.length && <p class="quiet">{SHEETS_TABLE_TEXT[language].more(count - cells.length)}</p>}
      <div class="bar-below">
        <button type="button" onClick={onOverwrite}>
          {text.overwrite}
        </button>
        <button type="button" class="primary" onClick={onKeep}>
          {text.keep}
        </button>
      </div>
    </>
  );
}
