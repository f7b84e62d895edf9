import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type PointerEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Area } from '../../sheet-protocol.ts';
import { ColumnHeaders } from './column-headers.tsx';
import { type GridLayout, type PlacedColumn, placeOfRow, ROW_HEIGHT } from './grid-layout.ts';
import { type DrawnMerge, GridRow } from './grid-row.tsx';
import { type CellPlace, only, type Selection } from './selection.ts';
import type { SheetState } from './sheet-store.ts';

export interface GridProps {
  readonly label: string;
  readonly keys: string;
  readonly selectAllLabel: string;
  readonly state: SheetState;
  readonly layout: GridLayout;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly selection: Selection;
  /** The selected block with the merged cells that it meets. */
  readonly area: Area;
  /** By the pointer. */
  readonly onSelect: (selection: Selection) => void;
  readonly onEdit: () => void;
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void;
  readonly onShow: (from: number, to: number) => void;
  readonly onWidth: (column: number, pixels: number, isDone: boolean) => void;
  /** Told how many rows a page has. */
  readonly onPage: (rows: number) => void;
  readonly input: ReactNode;
  /** What lies over the cells and moves with them, placed from the upper left corner of the headings. */
  readonly over: ReactNode;
}

const OVERSCAN = 6;

/** The cells of a sheet, of which only those in sight are drawn. */
export function Grid(props: GridProps) {
  const { area, columnCount, layout, rowCount, selection, state } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const dragFrom = useRef<CellPlace | null>(null);
  const activePlace = placeOfRow(layout.rows, selection.active.row);
  const { columns, frozenHeight, frozenWidth, rows } = layout;

  const rowsInSight = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    paddingStart: frozenHeight,
    scrollPaddingStart: frozenHeight,
    rangeExtractor: (range) => withPlaces(range, [activePlace, ...mergeStarts(range, layout)]),
  });
  const columnsInSight = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (place) => columns[place]?.width ?? 0,
    overscan: 2,
    paddingStart: frozenWidth,
    scrollPaddingStart: frozenWidth,
    rangeExtractor: (range) =>
      withPlaces(range, [columns.findIndex(({ column }) => column === selection.active.column)]),
  });
  const measure = columnsInSight.measure;
  // widths are all that measuring depends on
  useEffect(() => measure(), [columns, measure]);

  const columnPlaces = columnsInSight
    .getVirtualItems()
    .map(({ index }) => index)
    .join();
  const shownColumns = useMemo(
    () => columnPlaces.split(',').flatMap((place) => (place === '' ? [] : (columns[Number(place)] ?? []))),
    [columnPlaces, columns],
  );
  const items = rowsInSight.getVirtualItems();
  const firstRow = rows[rowsInSight.range?.startIndex ?? 0] ?? 0;
  const lastRow = rows[rowsInSight.range?.endIndex ?? 0] ?? 0;
  const { onPage, onShow } = props;
  useEffect(() => onShow(firstRow, lastRow + 1), [onShow, firstRow, lastRow]);
  const pageRows = (rowsInSight.range?.endIndex ?? 0) - (rowsInSight.range?.startIndex ?? 0) - 1;
  useEffect(() => onPage(Math.max(1, pageRows)), [onPage, pageRows]);

  const { active, end } = selection;
  const lastActive = useRef(active);
  const hasWholeRows = area.columns === columnCount && columnCount > 1;
  const hasWholeColumns = area.rows === rowCount && rowCount > 1;
  const scrollToRow = rowsInSight.scrollToIndex;
  const scrollToColumn = columnsInSight.scrollToIndex;
  const latest = useRef(layout);
  latest.current = layout;
  useEffect(() => {
    const { columns: places, frozenRows: stay, rows: moving } = latest.current;
    // A block is looked at from its beginning, one's own extending at its end.
    const goal = lastActive.current === active ? end : active;
    lastActive.current = active;
    // Whole rows and columns are selected where one is.
    if (!hasWholeColumns && !stay.includes(goal.row) && moving.length > 0) scrollToRow(placeOfRow(moving, goal.row));
    const place = places.findIndex(({ column }) => column === goal.column);
    if (!hasWholeRows && place >= 0) scrollToColumn(place);
  }, [active, end, hasWholeRows, hasWholeColumns, scrollToRow, scrollToColumn]);

  const placeAt = (event: MouseEvent): CellPlace | null => {
    const box = scroller.current?.getBoundingClientRect();
    if (!box || !scroller.current) return null;
    const { scrollLeft, scrollTop } = scroller.current;
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const isFrozenRow = y < frozenHeight && layout.frozenRows.length > 0;
    const row = isFrozenRow
      ? layout.frozenRows[Math.max(0, Math.floor(y / ROW_HEIGHT) - 1)]
      : rows[clamp(Math.floor((y + scrollTop - frozenHeight) / ROW_HEIGHT), rows.length)];
    const isFrozenColumn = x < frozenWidth && layout.frozenColumns.length > 0;
    const column = isFrozenColumn ? columnAt(layout.frozenColumns, x) : columnAt(columns, x + scrollLeft);
    return row === undefined || column === undefined ? null : { row, column };
  };
  const onPointerDown = (event: PointerEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('.is-editing, .column-grip')) return;
    const place = placeAt(event);
    if (place === null) return;
    const rowHeader = event.target.closest('[data-row-header]');
    const columnHeader = event.target.closest('[data-column-header]');
    const isMenu = event.button === 2;
    // What is selected stays so while its menu is open.
    if (isMenu && inArea(area, rowHeader ? null : place.column, columnHeader ? null : place.row)) return;
    if (rowHeader) {
      const start = event.shiftKey ? selection.active.row : place.row;
      props.onSelect({ active: { row: start, column: 0 }, end: { row: place.row, column: columnCount - 1 } });
    } else if (columnHeader) {
      const start = event.shiftKey ? selection.active.column : place.column;
      props.onSelect({ active: { row: 0, column: start }, end: { row: rowCount - 1, column: place.column } });
    } else {
      props.onSelect(event.shiftKey ? { active: selection.active, end: place } : only(place));
      if (event.pointerType === 'touch' || isMenu) return;
      dragFrom.current = event.shiftKey ? selection.active : place;
      scroller.current?.setPointerCapture(event.pointerId);
    }
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent) => {
    const place = dragFrom.current === null ? null : placeAt(event);
    if (place === null || dragFrom.current === null) return;
    if (place.row !== end.row || place.column !== end.column) props.onSelect({ active: dragFrom.current, end: place });
  };

  const selectedColumns = useMemo<readonly [number, number]>(
    () => [area.column, area.column + area.columns],
    [area.column, area.columns],
  );
  const drawRow = (row: number, top: number | null) => (
    <GridRow
      key={row}
      row={row}
      top={top}
      cells={state.rowAt(row)}
      frozenColumns={layout.frozenColumns}
      columns={shownColumns}
      frozenWidth={frozenWidth}
      width={layout.width}
      merges={layout.mergesByRow.has(row) ? drawnMerges(row, layout) : NONE}
      covered={coveredIn(row, state.layout?.merges ?? NONE)}
      selected={row >= area.row && row < area.row + area.rows ? selectedColumns : null}
      active={row === selection.active.row ? selection.active.column : null}
      input={row === selection.active.row ? props.input : null}
    />
  );
  return (
    <div
      ref={scroller}
      className="grid-scroller"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        dragFrom.current = null;
      }}
      onPointerCancel={() => {
        dragFrom.current = null;
      }}
      onDoubleClick={(event) => {
        if (event.target instanceof Element && event.target.closest('[role="gridcell"]')) props.onEdit();
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        props.onMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      <div
        className={area.rows * area.columns === 1 ? 'grid is-one-cell' : 'grid'}
        role="grid"
        aria-label={props.label}
        aria-description={props.keys}
        aria-multiselectable
        aria-rowcount={rowCount + 1}
        aria-colcount={columnCount + 1}
        style={{ width: layout.width, height: rowsInSight.getTotalSize() }}
      >
        <div className="grid-frozen" role="rowgroup">
          <ColumnHeaders
            layout={layout}
            columns={shownColumns}
            selected={selectedColumns}
            selectAllLabel={props.selectAllLabel}
            onSelectAll={() =>
              props.onSelect({ active: { row: 0, column: 0 }, end: { row: rowCount - 1, column: columnCount - 1 } })
            }
            onWidth={props.onWidth}
          />
          {layout.frozenRows.map((row) => drawRow(row, null))}
        </div>
        <div role="rowgroup">
          {items.map(({ index, start }) => {
            const row = rows[index];
            return row === undefined ? null : drawRow(row, start);
          })}
        </div>
      </div>
      {props.over}
    </div>
  );
}

const NONE: readonly never[] = [];

/** The places in a range and some others, in order. */
function withPlaces(range: Range, others: readonly number[]): number[] {
  const places = new Set(defaultRangeExtractor(range));
  for (const other of others) if (other >= 0 && other < range.count) places.add(other);
  return [...places].toSorted((left, right) => left - right);
}

/** Rows above a range whose merged cells reach into it. */
function mergeStarts({ startIndex }: Range, { mergesByRow, rows }: GridLayout): number[] {
  const first = rows[startIndex] ?? 0;
  return [...mergesByRow.values()]
    .flat()
    .filter((merge) => merge.row < first && merge.row + merge.rows > first)
    .map((merge) => placeOfRow(rows, merge.row));
}

function drawnMerges(row: number, { columns, frozenColumns, isRowHidden, mergesByRow }: GridLayout): DrawnMerge[] {
  return (mergesByRow.get(row) ?? []).map((merge) => {
    const isIn = ({ column }: PlacedColumn) => column >= merge.column && column < merge.column + merge.columns;
    const width = [...frozenColumns, ...columns].filter(isIn).reduce((sum, each) => sum + each.width, 0);
    let height = 0;
    for (let each = merge.row; each < merge.row + merge.rows; each += 1) if (!isRowHidden(each)) height += ROW_HEIGHT;
    return { merge, width, height };
  });
}

/** The columns of a row that merged cells cover, other than each one's upper left cell. */
function coveredIn(row: number, merges: readonly Area[]): readonly (readonly [number, number])[] {
  const found = merges.filter((merge) => row >= merge.row && row < merge.row + merge.rows);
  if (found.length === 0) return NONE;
  return found.map(({ column, columns, row: first }) => [first === row ? column + 1 : column, column + columns]);
}

function columnAt(columns: readonly PlacedColumn[], x: number): number | undefined {
  return (columns.findLast(({ left }) => left <= x) ?? columns[0])?.column;
}

/** Whether a row and a column (null: any) are selected. */
function inArea(area: Area, column: number | null, row: number | null): boolean {
  return (
    (column === null ? true : column >= area.column && column < area.column + area.columns) &&
    (row === null ? true : row >= area.row && row < area.row + area.rows)
  );
}

function clamp(place: number, count: number): number {
  return Math.max(0, Math.min(count - 1, place));
}
