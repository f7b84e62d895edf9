import { type PointerEvent, useRef } from 'react';
import { columnLetter } from '../../../../core/table/column-letter.ts';
import { type GridLayout, NARROWEST, type PlacedColumn, ROW_HEADER_WIDTH, ROW_HEIGHT, WIDEST } from './grid-layout.ts';

export interface ColumnHeadersProps {
  readonly layout: GridLayout;
  readonly columns: readonly PlacedColumn[];
  readonly selected: readonly [first: number, end: number];
  readonly selectAllLabel: string;
  readonly onSelectAll: () => void;
  /** While one draws at an edge, and when it is let go. */
  readonly onWidth: (column: number, pixels: number, isDone: boolean) => void;
}

/** The letters above the columns, with edges to draw at. */
export function ColumnHeaders(props: ColumnHeadersProps) {
  const { columns, layout, onSelectAll, onWidth, selected, selectAllLabel } = props;
  const header = ({ column, left, width }: PlacedColumn) => (
    <div
      key={column}
      className={column >= selected[0] && column < selected[1] ? 'column-header is-selected' : 'column-header'}
      role="columnheader"
      aria-colindex={column + 2}
      data-column-header={column}
      style={{ left, width }}
    >
      {columnLetter(column)}
      <Grip width={width} onWidth={(pixels, isDone) => onWidth(column, pixels, isDone)} />
    </div>
  );
  return (
    <div className="grid-row" role="row" aria-rowindex={1} style={{ width: layout.width, height: ROW_HEIGHT }}>
      <div className="grid-row-start" style={{ width: layout.frozenWidth, height: ROW_HEIGHT }}>
        <div className="row-header" role="columnheader" aria-colindex={1} style={{ width: ROW_HEADER_WIDTH }}>
          <button
            type="button"
            className="select-all"
            aria-label={selectAllLabel}
            onPointerDown={(event) => event.stopPropagation()}
            onClick={onSelectAll}
          />
        </div>
        {layout.frozenColumns.map(header)}
      </div>
      {columns.map(header)}
    </div>
  );
}

interface GripProps {
  readonly width: number;
  readonly onWidth: (pixels: number, isDone: boolean) => void;
}

/** The right edge of a column. With the keyboard, its menu makes it as wide as its content. */
function Grip({ onWidth, width }: GripProps) {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const widthAt = ({ clientX }: PointerEvent) =>
    start.current === null
      ? width
      : Math.max(NARROWEST, Math.min(WIDEST, Math.round(start.current.width + clientX - start.current.x)));
  return (
    <span
      className="column-grip"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (start.current !== null) onWidth(widthAt(event), false);
      }}
      onPointerUp={(event) => {
        if (start.current !== null) onWidth(widthAt(event), true);
        start.current = null;
      }}
    />
  );
}
