import type { VNode } from 'preact';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { Place, SheetView } from '../protocol.ts';
import { placeName } from './place-name.ts';
import { ScreenHeading } from './screen-heading.tsx';
import { useSidebarContext } from './sidebar-context.ts';

/** Asks which of a sheet's tables is meant. */
export function SeveralTables({
  view: { sheetName, tables },
  onChoose,
  onReadSelected,
}: {
  readonly view: Extract<SheetView, { kind: 'several' }>;
  readonly onChoose: (place: Place) => void;
  readonly onReadSelected: () => void;
}): VNode {
  const text = SHEETS_TABLE_TEXT[useSidebarContext().language];
  return (
    <>
      <ScreenHeading>{text.several}</ScreenHeading>
      <p>{text.severalHint}</p>
      <ul class="choices">
        {tables.map(({ place, headings }) => (
          <li key={placeName(place)}>
            <button
              type="button"
              class="choice"
              onClick={() => {
                onChoose(place);
              }}
            >
              <strong>{text.where(sheetName, placeName(place))}</strong>
              {headings.length > 0 && <span class="quiet">{text.headings(headings.slice(0, 6).join(' · '))}</span>}
            </button>
          </li>
        ))}
      </ul>
      <div class="actions">
        <button type="button" onClick={onReadSelected}>
          {text.readSelected}
        </button>
      </div>
    </>
  );
}
