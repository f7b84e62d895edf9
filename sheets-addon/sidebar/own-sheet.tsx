import type { VNode } from 'preact';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { SheetView } from '../protocol.ts';
import { JumpButton } from './jump-button.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { useSidebarContext } from './sidebar-context.ts';

/** Says that the sheet in front is one of Tierbook's own, and where to go. */
export function OwnSheetNote({
  view: { sheetName, is, table },
  onReadSelected,
}: {
  readonly view: Extract<SheetView, { kind: 'own-sheet' }>;
  readonly onReadSelected: () => void;
}): VNode {
  const text = SHEETS_TABLE_TEXT[useSidebarContext().language];
  return (
    <>
      <ScreenHeading>{text.ownSheet}</ScreenHeading>
      <p>{text.ownSheetIs[is](sheetName)}</p>
      <p>{text.ownSheetHint}</p>
      <div class="actions">
        {table !== null && <JumpButton place={table.place} label={table.sheetName} />}
        <button type="button" onClick={onReadSelected}>
          {text.readSelected}
        </button>
      </div>
    </>
  );
}
