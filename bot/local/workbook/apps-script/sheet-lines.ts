import { type GuestParts, objectOf, stateIn } from './guest-parts.ts';
import type { LineKind } from './spreadsheet-host.ts';
import { type Signature, takes, whole, yesNo } from './strict-service.ts';

type Methods = { [method: string]: readonly Signature<number>[] };

/** The methods of Sheet for its rows and columns. */
export function sheetLines(parts: GuestParts): Methods {
  return { ...lineMethods(parts, 'row'), ...lineMethods(parts, 'column'), ...otherMethods(parts) };
}

function lineMethods(parts: GuestParts, kind: LineKind): Methods {
  const { host } = parts;
  const Line = kind === 'row' ? 'Row' : 'Column';
  const aRange = objectOf(parts, 'range');
  const insert = (sheetId: number, self: object, first: number, count: number, like: 'before' | 'after') => {
    host.insertLines(sheetId, kind, first, count, like);
    return self;
  };
  const hide = (sheetId: number, first: number, count: number, hidden: boolean) =>
    host.hideLines(sheetId, kind, first, count, hidden);
  const hideRange = (range: object, hidden: boolean) => {
    const { sheetId, row, column, rows, columns } = stateIn(parts.range, range);
    if (kind === 'row') hide(sheetId, row, rows, hidden);
    else hide(sheetId, column, columns, hidden);
  };
  return {
    [`insert${Line}After`]: [takes([whole], ({ state, self }, line) => insert(state, self, line + 1, 1, 'before'))],
    [`insert${Line}Before`]: [takes([whole], ({ state, self }, line) => insert(state, self, line, 1, 'after'))],
    [`insert${Line}sAfter`]: [
      takes([whole, whole], ({ state, self }, line, count) => insert(state, self, line + 1, count, 'before')),
    ],
    [`insert${Line}sBefore`]: [
      takes([whole, whole], ({ state, self }, line, count) => insert(state, self, line, count, 'after')),
    ],
    [`insert${Line}s`]: [
      takes([whole], ({ state }, line) => host.insertLines(state, kind, line, 1, 'after')),
      takes([whole, whole], ({ state }, line, count) => host.insertLines(state, kind, line, count, 'after')),
    ],
    [`delete${Line}`]: [
      takes([whole], ({ state, self }, line) => {
        host.deleteLines(state, kind, line, 1);
        return self;
      }),
    ],
    [`delete${Line}s`]: [takes([whole, whole], ({ state }, line, count) => host.deleteLines(state, kind, line, count))],
    [`move${Line}s`]: [
      takes([aRange, whole], ({ state }, range, before) => {
        const { row, column, rows, columns } = stateIn(parts.range, range);
        host.moveLines(state, kind, kind === 'row' ? row : column, kind === 'row' ? rows : columns, before);
      }),
    ],
    [`hide${Line}`]: [takes([aRange], (_, range) => hideRange(range, true))],
    [`unhide${Line}`]: [takes([aRange], (_, range) => hideRange(range, false))],
    [`hide${Line}s`]: [
      takes([whole], ({ state }, line) => hide(state, line, 1, true)),
      takes([whole, whole], ({ state }, line, count) => hide(state, line, count, true)),
    ],
    [`show${Line}s`]: [
      takes([whole], ({ state }, line) => hide(state, line, 1, false)),
      takes([whole, whole], ({ state }, line, count) => hide(state, line, count, false)),
    ],
    [`is${Line}HiddenByUser`]: [takes([whole], ({ state }, line) => host.lineHidden(state, kind, line, 'user'))],
  };
}

function otherMethods(parts: GuestParts): Methods {
  const { host } = parts;
  const resize = (sheetId: number, self: object, first: number, count: number) => {
    host.autoResizeColumns(sheetId, first, count);
    return self;
  };
  const widen = (sheetId: number, self: object, first: number, count: number, width: number) => {
    host.setColumnWidths(sheetId, first, count, width);
    return self;
  };
  // documented: all rows; assumed: the frozen ones stay
  const sort = (sheetId: number, self: object, column: number, ascending: boolean) => {
    const { frozenRows, lastRow, maxColumns } = host.sheet(sheetId);
    const rows = lastRow - frozenRows;
    if (rows > 0)
      host.sortRange({ sheetId, row: frozenRows + 1, column: 1, rows, columns: maxColumns }, [{ column, ascending }]);
    return self;
  };
  return {
    isRowHiddenByFilter: [takes([whole], ({ state }, row) => host.lineHidden(state, 'row', row, 'filter'))],
    getColumnWidth: [takes([whole], ({ state }, column) => host.columnWidth(state, column))],
    setColumnWidth: [takes([whole, whole], ({ state, self }, column, width) => widen(state, self, column, 1, width))],
    setColumnWidths: [
      takes([whole, whole, whole], ({ state, self }, first, count, width) => widen(state, self, first, count, width)),
    ],
    autoResizeColumn: [takes([whole], ({ state, self }, column) => resize(state, self, column, 1))],
    autoResizeColumns: [takes([whole, whole], ({ state, self }, first, count) => resize(state, self, first, count))],
    sort: [
      takes([whole], ({ state, self }, column) => sort(state, self, column, true)),
      takes([whole, yesNo], ({ state, self }, column, ascending) => sort(state, self, column, ascending)),
    ],
  };
}
