import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { columnLetter } from '../../core/table/column-letter.ts';
import type { TableHints } from '../../core/table/read-table.ts';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { Place, SheetView } from '../protocol.ts';
import { useSidebarContext } from './sidebar-context.ts';

/**
 * Asks which row holds the headings and which column names the customer, where no row was recognised. The answer is the
 * table from that row on, with that column as a decision.
 */
export function HeaderQuestion({
  place,
  firstRows,
  onAnswer,
}: {
  readonly place: Place;
  readonly firstRows: Extract<SheetView, { kind: 'unusable' }>['firstRows'];
  readonly onAnswer: (place: Place, hints: TableHints) => void;
}): VNode {
  const text = SHEETS_TABLE_TEXT[useSidebarContext().language];
  const [row, setRow] = useState<number | null>(likelyHeader(firstRows));
  const [column, setColumn] = useState<number | null>(null);
  const [isIncomplete, setIncomplete] = useState(false);
  const headings = firstRows.find((one) => one.row === row)?.texts ?? [];
  const width = Math.max(0, ...firstRows.map(({ texts }) => texts.length));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setIncomplete(row === null || column === null);
        if (row === null || column === null) return;
        const above = row - place.row;
        onAnswer({ ...place, row, rows: place.rows - above }, { columns: [{ column, field: 'name' }] });
      }}
    >
      <fieldset>
        <legend>{text.whichRow}</legend>
        {firstRows.map((one) => (
          <label class="row-choice" key={one.row}>
            <input
              type="radio"
              name="header-row"
              checked={one.row === row}
              onChange={() => {
                setRow(one.row);
              }}
            />
            <span>
              <strong>{text.rowNumber(one.row)}</strong>{' '}
              <span class="row-texts">{one.texts.filter((each) => each !== '').join(' · ')}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="name-column">{text.whichColumn}</label>
        <select
          id="name-column"
          value={column === null ? '' : String(column)}
          aria-invalid={isIncomplete}
          aria-describedby={isIncomplete ? 'incomplete' : undefined}
          onChange={({ currentTarget }) => {
            setColumn(currentTarget.value === '' ? null : Number(currentTarget.value));
          }}
        >
          <option value="">{text.chooseColumn}</option>
          {Array.from({ length: width }, (_, index) => (
            <option key={index} value={String(index)}>
              {[columnLetter(place.column - 1 + index), headings[index] ?? '']
                .filter((each) => each !== '')
                .join(' · ')}
            </option>
          ))}
        </select>
      </div>
      {isIncomplete && (
        <p class="warning" id="incomplete" role="alert">
          {text.chooseBoth}
        </p>
      )}
      <div class="bar-below">
        <button type="submit" class="primary wide">
          {text.useRow}
        </button>
      </div>
    </form>
  );
}

/** A title has one cell, headings have several. */
function likelyHeader(rows: Extract<SheetView, { kind: 'unusable' }>['firstRows']): number | null {
  const wide = rows.find(({ texts }) => texts.filter((text) => text !== '').length > 1);
  return wide?.row ?? rows[0]?.row ?? null;
}
