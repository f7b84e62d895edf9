import type { VNode } from 'preact';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { Place, TableView } from '../protocol.ts';
import { alikeTables } from './alike-tables.ts';
import { placeName } from './place-name.ts';
import { areSideBySide } from './side-by-side.ts';
import { useSidebarContext } from './sidebar-context.ts';

/** Says which other tables the sheet holds, so that nobody takes one for all; nothing when there are none. */
export function OtherTables({
  table: { others, place, columns },
  onChoose,
}: {
  readonly table: TableView;
  readonly onChoose: (place: Place, together: boolean) => void;
}): VNode | null {
  const text = SHEETS_TABLE_TEXT[useSidebarContext().language];
  if (others.length === 0) return null;
  const headings = columns.flatMap(({ heading }) => (heading === '' ? [] : [heading]));
  const isAlike = alikeTables([{ place, headings }, ...others]).some((group) => group[0]?.place === place);
  return (
    <section>
      <p>{text.otherTables(others.length)}</p>
      {areSideBySide([place, ...others.map((other) => other.place)]) && <p class="quiet">{text.tornHint}</p>}
      <div class="actions">
        {others.slice(0, MOST_NAMED).map((other) => (
          <button
            key={placeName(other.place)}
            type="button"
            class="small"
            onClick={() => {
              onChoose(other.place, false);
            }}
          >
            {placeName(other.place)}
          </button>
        ))}
        {isAlike && (
          <button
            type="button"
            class="small"
            onClick={() => {
              onChoose(place, true);
            }}
          >
            {text.together}
          </button>
        )}
      </div>
    </section>
  );
}

const MOST_NAMED = 6;
