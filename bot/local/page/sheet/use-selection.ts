import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Area } from '../../sheet-protocol.ts';
import type { GridLayout } from './grid-layout.ts';
import {
  type Direction,
  only,
  type Selection,
  type SheetShape,
  type Step,
  selectedArea,
  stepped,
} from './selection.ts';
import type { SheetLayout, SheetState } from './sheet-store.ts';

/** What is selected on the sheet that is shown, and the ways to select something else. */
export interface SelectionHold {
  readonly selection: Selection;
  readonly area: Area;
  readonly select: (selection: Selection) => void;
  readonly selectArea: (area: Area) => void;
  readonly step: (direction: Direction, step: Step, extend: boolean) => void;
}

const FIRST = only({ row: 0, column: 0 });

/** Keeps a selection for each sheet. What lies outside of the sheet, since it has shrunk, is brought back in. */
export function useSelection(state: SheetState, layout: GridLayout | null): SelectionHold {
  const [selections, setSelections] = useState<ReadonlyMap<number, Selection>>(new Map());
  const sheet = state.layout;
  const sheetId = sheet?.sheetId ?? -1;
  const shape = useRef<SheetShape | null>(null);
  shape.current = sheet &&
    layout && {
      rowCount: sheet.rowCount,
      columnCount: sheet.columnCount,
      merges: sheet.merges,
      isRowHidden: layout.isRowHidden,
      isColumnHidden: layout.isColumnHidden,
      isFilled: (row, column) => (state.rowAt(row)?.[column]?.text ?? '') !== '',
    };
  const isNew = sheet !== null && !selections.has(sheetId);
  useEffect(() => {
    // One begins where the workbook is, and from then on goes by oneself.
    if (isNew) setSelections((before) => new Map(before).set(sheetId, firstOn(sheet)));
  }, [isNew, sheet, sheetId]);
  const kept = selections.get(sheetId) ?? FIRST;
  const selection = useMemo(
    () => within(kept, sheet?.rowCount ?? 1, sheet?.columnCount ?? 1),
    [kept, sheet?.rowCount, sheet?.columnCount],
  );
  const select = useCallback(
    (next: Selection) => setSelections((before) => new Map(before).set(sheetId, next)),
    [sheetId],
  );
  const step = useCallback(
    (direction: Direction, size: Step, extend: boolean) =>
      setSelections((before) => {
        if (shape.current === null) return before;
        const { columnCount, rowCount } = shape.current;
        const now = within(before.get(sheetId) ?? FIRST, rowCount, columnCount);
        return new Map(before).set(sheetId, stepped(now, direction, size, extend, shape.current));
      }),
    [sheetId],
  );
  const selectArea = useCallback(
    ({ column, columns, row, rows }: Area) =>
      select({ active: { row, column }, end: { row: row + rows - 1, column: column + columns - 1 } }),
    [select],
  );
  const merges = sheet?.merges;
  const area = useMemo(() => selectedArea(selection, merges ?? []), [selection, merges]);
  return { selection, area, select, selectArea, step };
}

function firstOn({ selected }: SheetLayout): Selection {
  return selected === null ? FIRST : only({ row: selected.row, column: selected.column });
}

function within({ active, end }: Selection, rowCount: number, columnCount: number): Selection {
  const isIn = (place: { row: number; column: number }) => place.row < rowCount && place.column < columnCount;
  const brought = ({ column, row }: { row: number; column: number }) => ({
    row: Math.min(row, rowCount - 1),
    column: Math.min(column, columnCount - 1),
  });
  return isIn(active) && isIn(end) ? { active, end } : { active: brought(active), end: brought(end) };
}
