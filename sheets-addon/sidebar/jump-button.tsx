import type { VNode } from 'preact';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { Place } from '../protocol.ts';
import { placeName } from './place-name.ts';
import { useSidebarContext } from './sidebar-context.ts';

/** Selects a cell in the sheet. `label`: what it is called; default the cell's own name. */
export function JumpButton({ place, label }: { readonly place: Place; readonly label?: string }): VNode {
  const { language, jump } = useSidebarContext();
  const name = placeName(place);
  const goTo = SHEETS_TABLE_TEXT[language].goTo(name);
  return (
    <button
      class="jump"
      type="button"
      title={goTo}
      aria-label={label === undefined ? goTo : `${label}, ${goTo}`}
      onClick={() => {
        jump(place);
      }}
    >
      {label ?? name}
    </button>
  );
}
