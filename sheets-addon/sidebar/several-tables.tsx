import type { VNode } from 'preact';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { Place, SheetView } from '../protocol.ts';
import { alikeTables } from './alike-tables.ts';
import { placeName } from './place-name.ts';
import { ScreenHeading } from './screen-heading.tsx';
import { areSideBySide } from './side-by-side.ts';
import { useSidebarContext } from './sidebar-context.ts';

/** Asks which of a sheet's tables is meant. */
export function SeveralTables({
  view: { sheetName, tables },
  onChoose,
  onReadSelected,
}: {
  readonly view: Extract<SheetView, { kind: 'several' }>;
  /** `together`: with all tables that have the same headings. */
  readonly onChoose: (place: Place, together: boolean) => void;
  readonly onReadSelected: () => void;
}): VNode {
  const text = SHEETS_TABLE_TEXT[useSidebarContext().language];
  return (
    <>
      <ScreenHeading>{text.several}</ScreenHeading>
      <p>{text.severalHint}</p>
      {areSideBySide(tables.map(({ place }) => place)) && <p>{text.tornHint}</p>}
      <ul class="choices">
        {tables.map(({ place, headings }) => (
          <li key={placeName(place)}>
            <button
              type="button"
              class="choice"
              onClick={() => {
                onChoose(place, false);
              }}
            >
              <strong>{text.where(sheetName, placeName(place))}</strong>
              {headings.length > 0 && <span class="quiet">{text.headings(headings.slice(0, 6).join(' · '))}</span>}
            </button>
          </li>
        ))}
        {alikeTables(tables).map((group) => {
          const places = group.map(({ place }) => place);
          const ranges = places.map(placeName).join(', ');
          return (
            <li key={ranges}>
              <button
                type="button"
                class="choice"
                onClick={() => {
                  for (const place of places.slice(0, 1)) onChoose(place, true);
                }}
              >
                <strong>{text.together}</strong>
                <span class="quiet">{ranges}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <div class="actions">
        <button type="button" onClick={onReadSelected}>
          {text.readSelected}
        </button>
      </div>
    </>
  );
}
