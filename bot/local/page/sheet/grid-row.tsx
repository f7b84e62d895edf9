import { type CSSProperties, memo, type ReactNode, useRef } from 'react';
import type { Area, PageCell, PageRow } from '../../sheet-protocol.ts';
import { type PlacedColumn, ROW_HEADER_WIDTH, ROW_HEIGHT } from './grid-layout.ts';
import { spilledTexts } from './spilled-texts.ts';
import { useKeptInSight } from './use-kept-in-sight.ts';

export interface GridRowProps {
  readonly row: number;
  /** Distance from the top of the sheet; null where rows simply follow each other. */
  readonly top: number | null;
  readonly cells: PageRow | undefined;
  readonly frozenColumns: readonly PlacedColumn[];
  readonly columns: readonly PlacedColumn[];
  readonly frozenWidth: number;
  readonly width: number;
  /** Merged cells that begin in this row, with the size they are drawn in. */
  readonly merges: readonly DrawnMerge[];
  /** Columns of this row that merged cells cover, as ranges. */
  readonly covered: readonly (readonly [first: number, end: number])[];
  /** The selected columns of this row, the end not included; null: none. */
  readonly selected: readonly [first: number, end: number] | null;
  /** The column of the cell one is in, if it is in this row. */
  readonly active: number | null;
  /** What stands in that cell beside its content: where one types. */
  readonly input: ReactNode;
}

/** Merged cells in pixels. */
export interface DrawnMerge {
  readonly merge: Area;
  readonly width: number;
  readonly height: number;
}

/** One row of the grid. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { cells, columns, frozenColumns, frozenWidth, row, selected, top, width } = props;
  const style: CSSProperties = { width, height: ROW_HEIGHT, ...(top === null ? {} : { top }) };
  return (
    <div
      className={top === null ? 'grid-row' : 'grid-row is-placed'}
      role="row"
      aria-rowindex={row + 2}
      aria-busy={cells === undefined || undefined}
      style={style}
    >
      <div className="grid-row-start" style={{ width: frozenWidth, height: ROW_HEIGHT }}>
        <div
          className={selected === null ? 'row-header' : 'row-header is-selected'}
          role="rowheader"
          aria-colindex={1}
          data-row-header={row}
          style={{ width: ROW_HEADER_WIDTH }}
        >
          {row + 1}
        </div>
        {cellsOf(props, frozenColumns)}
      </div>
      {cellsOf(props, columns)}
    </div>
  );
});

function cellsOf(props: GridRowProps, columns: readonly PlacedColumn[]): ReactNode[] {
  const { cells, covered, merges } = props;
  const isTaken = (column: number) =>
    covered.some(([first, end]) => column >= first && column < end) ||
    merges.some(({ merge }) => merge.column === column);
  const spilled = spilledTexts(cells, columns, isTaken);
  let under = 0;
  return columns.map((placed) => {
    const text = spilled.get(placed.column);
    if (text !== undefined) under = text.columns;
    under -= 1;
    return <Cell key={placed.column} {...props} placed={placed} room={text?.room} isUnder={under > 0} />;
  });
}

interface CellProps extends GridRowProps {
  readonly placed: PlacedColumn;
  /** Pixels that its text takes where it goes on over empty cells. */
  readonly room: number | undefined;
  /** Whether such a text goes on over its right edge. */
  readonly isUnder: boolean;
}

function Cell(props: CellProps) {
  const { active, cells, covered, input, isUnder, merges, placed, room, selected } = props;
  const { column, left } = placed;
  if (covered.some(([first, end]) => column >= first && column < end)) return null;
  const cell = cells?.[column];
  const merge = merges.find((each) => each.merge.column === column);
  const isActive = active === column;
  const isSelected = selected !== null && column >= selected[0] && column < selected[1];
  return (
    <div
      className={`${classesOf(cell, isActive, merge !== undefined)}${room === undefined ? '' : ' is-spilled'}${isUnder ? ' is-under' : ''}`}
      role="gridcell"
      aria-colindex={column + 2}
      aria-rowspan={merge?.merge.rows}
      aria-colspan={merge?.merge.columns}
      aria-selected={isSelected}
      title={cell?.note}
      style={{ left, width: merge?.width ?? placed.width, height: merge?.height ?? ROW_HEIGHT, ...lookOf(cell) }}
    >
      {cell !== undefined && <CellText text={cell.text} room={room} isActive={isActive} />}
      {isActive && input}
    </div>
  );
}

function CellText({ text, room, isActive }: { text: string; room: number | undefined; isActive: boolean }) {
  const shown = useRef<HTMLSpanElement>(null);
  useKeptInSight(shown, isActive ? text : null);
  return (
    <span ref={shown} style={room === undefined ? undefined : { width: room - 1 }}>
      {text}
    </span>
  );
}

function classesOf(cell: PageCell | undefined, isActive: boolean, isMerged: boolean): string {
  const classes = ['cell'];
  if (cell?.kind === 'number') classes.push('is-number');
  if (cell?.kind === 'boolean' || cell?.kind === 'error') classes.push('is-centred');
  if (cell?.note !== undefined) classes.push('has-note');
  if (isActive) classes.push('is-active');
  if (isMerged) classes.push('is-merged');
  return classes.join(' ');
}

function lookOf(cell: PageCell | undefined): CSSProperties {
  const look = cell?.look;
  if (!look) return {};
  const lines = [look.isUnderlined === true ? 'underline' : '', look.isStruck === true ? 'line-through' : ''];
  return {
    ...(look.isBold === true ? { fontWeight: 700 } : {}),
    ...(look.isItalic === true ? { fontStyle: 'italic' } : {}),
    ...(look.colour === undefined ? {} : { color: look.colour }),
    ...(look.background === undefined ? {} : { backgroundColor: look.background }),
    ...(look.align === undefined ? {} : { textAlign: look.align }),
    ...(lines.join('') === '' ? {} : { textDecoration: lines.join(' ').trim() }),
  };
}
