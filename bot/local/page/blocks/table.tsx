import { useId, useState } from 'react';
import { Icon } from '../icon.tsx';
import { isObject, type JsonObject, numberIn, objectsIn, textIn } from '../json-value.ts';
import { useFormText, usePage } from '../page-context.ts';
import { RichText } from './rich-text.tsx';
import { cellText, type Sorting, sortedRows } from './table-rows.ts';

/** A `table` or `data_table` block. The latter has a caption, is sorted by its headings and comes in pages. */
export function Table({ block }: { readonly block: JsonObject }) {
  const { me } = usePage();
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [page, setPage] = useState(0);
  const captionId = useId();
  const all = Array.isArray(block['rows']) ? block['rows'].map((row: unknown) => objectsIn(row)) : [];
  const isData = block['type'] === 'data_table';
  const [header = [], ...rows] = all;
  const pageSize = (isData ? numberIn(block['page_size']) : undefined) ?? Math.max(rows.length, 1);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const settings = Array.isArray(block['column_settings']) ? block['column_settings'] : [];
  const align = (column: number) => {
    const own: unknown = settings[column];
    if (isObject(own) && typeof own['align'] === 'string') return own['align'];
    return rows.length > 0 && rows.every((row) => row[column]?.['type'] === 'raw_number') ? 'right' : 'left';
  };
  const shown = sortedRows(rows, sorting, me.locale).slice(page * pageSize, (page + 1) * pageSize);
  const headerColumn = numberIn(block['row_header_column_index']);
  const sortBy = (column: number) => {
    const isDescending = sorting?.column === column && !sorting.isDescending;
    setSorting({ column, isDescending });
    setPage(0);
  };
  const sorted = (column: number) =>
    sorting?.column !== column ? undefined : sorting.isDescending ? 'descending' : 'ascending';

  return (
    <div className="table-block">
      <div className="table-scroll" role="group" aria-labelledby={captionId} tabIndex={0}>
        <table>
          <caption id={captionId} className={isData ? '' : 'for-screen-readers'}>
            {textIn(block['caption']) || header.map(cellText).join(', ')}
          </caption>
          <thead>
            <tr>
              {header.map((cell, column) => (
                <th
                  key={column}
                  scope="col"
                  className={`is-${align(column)}`}
                  aria-sort={isData ? (sorted(column) ?? 'none') : undefined}
                >
                  {isData ? (
                    <SortButton cell={cell} direction={sorted(column)} onSort={() => sortBy(column)} />
                  ) : (
                    <Cell cell={cell} />
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) =>
                  column === headerColumn ? (
                    <th key={column} scope="row" className={`is-${align(column)}`}>
                      <Cell cell={cell} />
                    </th>
                  ) : (
                    <td key={column} className={`is-${align(column)}`}>
                      <Cell cell={cell} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && <Pages page={page} pages={pages} onPage={setPage} />}
    </div>
  );
}

function Cell({ cell }: { readonly cell: JsonObject }) {
  return cell['type'] === 'rich_text' ? <RichText elements={objectsIn(cell['elements'])} /> : textIn(cell['text']);
}

interface SortButtonProps {
  readonly cell: JsonObject;
  readonly direction: 'ascending' | 'descending' | undefined;
  readonly onSort: () => void;
}

function SortButton({ cell, direction, onSort }: SortButtonProps) {
  const text = useFormText();
  return (
    <button type="button" className="sort" aria-label={text.sortBy(cellText(cell))} onClick={onSort}>
      <Cell cell={cell} />
      <span aria-hidden="true">{direction === undefined ? '↕' : direction === 'ascending' ? '↑' : '↓'}</span>
    </button>
  );
}

interface PagesProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

function Pages({ page, pages, onPage }: PagesProps) {
  const text = useFormText();
  return (
    <div className="pages">
      <button
        type="button"
        className="icon-button"
        aria-label={text.previousPage}
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      >
        <Icon name="back" />
      </button>
      <span aria-live="polite">{text.page(page + 1, pages)}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={text.nextPage}
        disabled={page + 1 >= pages}
        onClick={() => onPage(page + 1)}
      >
        <Icon name="next" />
      </button>
    </div>
  );
}
