import { type GuestParts, objectOf, type RangeState, stateIn } from './guest-parts.ts';
import { metadataAdders } from './metadata.ts';
import { rangeContents } from './range-contents.ts';
import { rangeFormats } from './range-formats.ts';
import { a1OfRange, checkedBox } from './range-lookup.ts';
import { COPY_PASTE_TYPES } from './sheets-enums.ts';
import type { Box, MetadataLocation, SortKey } from './spreadsheet-host.ts';
import {
  anything,
  exception,
  type Signature,
  type StrictClass,
  settings,
  strictClass,
  takes,
  whole,
  yesNo,
} from './strict-service.ts';

type Methods = { readonly [method: string]: readonly Signature<RangeState>[] };

/** The class Range of the stand-in. A range is a place: it stays where it is when rows and columns move (observed). */
export function rangeClass(parts: GuestParts): StrictClass<RangeState> {
  return strictClass<RangeState>('SpreadsheetApp.Range', parts.entered, {
    ...placeMethods(parts),
    ...rangeContents(parts),
    ...movingMethods(parts),
    ...rangeFormats(parts),
    ...metadataMethods(parts),
  });
}

function placeMethods(parts: GuestParts): Methods {
  const { host } = parts;
  const near = (state: RangeState, rows: number, columns: number, height = state.rows, width = state.columns) => {
    const { sheetId } = state;
    const box = { sheetId, row: state.row + rows, column: state.column + columns, rows: height, columns: width };
    return parts.range.of({ ...checkedBox(parts, box), whole: null });
  };
  return {
    getA1Notation: [takes([], ({ state }) => a1OfRange(state))],
    getRow: [takes([], ({ state }) => state.row)],
    getRowIndex: [takes([], ({ state }) => state.row)],
    getColumn: [takes([], ({ state }) => state.column)],
    getLastRow: [takes([], ({ state }) => state.row + state.rows - 1)],
    getLastColumn: [takes([], ({ state }) => state.column + state.columns - 1)],
    getNumRows: [takes([], ({ state }) => state.rows)],
    getNumColumns: [takes([], ({ state }) => state.columns)],
    getHeight: [takes([], ({ state }) => state.rows)],
    getWidth: [takes([], ({ state }) => state.columns)],
    getGridId: [takes([], ({ state }) => state.sheetId)],
    getSheet: [takes([], ({ state }) => parts.sheet.of(state.sheetId))],
    getCell: [
      takes([whole, whole], ({ state }, row, column) => {
        if (row < 1 || column < 1 || row > state.rows || column > state.columns)
          throw exception('Cell reference out of range');
        return near(state, row - 1, column - 1, 1, 1);
      }),
    ],
    offset: [
      takes([whole, whole], ({ state }, rows, columns) => near(state, rows, columns)),
      takes([whole, whole, whole], ({ state }, rows, columns, height) => near(state, rows, columns, height)),
      takes([whole, whole, whole, whole], ({ state }, rows, columns, height, width) =>
        near(state, rows, columns, height, width),
      ),
    ],
    activate: [
      takes([], ({ state, self }) => {
        host.select(state);
        return self;
      }),
    ],
    activateAsCurrentCell: [
      takes([], ({ state, self }) => {
        if (state.rows !== 1 || state.columns !== 1) throw exception('Range must be a single cell.');
        host.select(state);
        return self;
      }),
    ],
    canEdit: [takes([], ({ state }) => host.canEdit(state))],
    getFilter: [
      takes([], ({ state }) => {
        const filter = host.filter(state.sheetId);
        return filter !== null && shareCells(filter, state) ? parts.filter.of(state.sheetId) : null;
      }),
    ],
    getMergedRanges: [
      takes([], ({ state }) => host.mergedRanges(state).map((box) => parts.range.of({ ...box, whole: null }))),
    ],
    isPartOfMerge: [takes([], ({ state }) => host.mergedRanges(state).length > 0)],
  };
}

function movingMethods(parts: GuestParts): Methods {
  const { host } = parts;
  const aRange = objectOf(parts, 'range');
  return {
    copyTo: [
      takes([aRange], ({ state }, to) => host.copy(state, stateIn(parts.range, to), 'all')),
      takes([aRange, settings], ({ state }, to, options) => {
        const known = Object.keys(options);
        const isOne = known.length === 1 && options[known[0] ?? ''] === true;
        if (!isOne || (known[0] !== 'contentsOnly' && known[0] !== 'formatOnly'))
          throw exception(
            `copyTo takes {contentsOnly: true} or {formatOnly: true} in this stand-in, not ${known.join()}.`,
          );
        host.copy(state, stateIn(parts.range, to), known[0] === 'contentsOnly' ? 'values' : 'formats');
      }),
      takes([aRange, COPY_PASTE_TYPES.argument, yesNo], ({ state }, to, type, isTransposed) => {
        if (isTransposed) throw exception('copyTo cannot transpose in this stand-in.');
        const what = { PASTE_NORMAL: 'all', PASTE_VALUES: 'values', PASTE_FORMAT: 'formats' } as const;
        host.copy(state, stateIn(parts.range, to), what[type.name()]);
      }),
    ],
    merge: [
      takes([], ({ state, self }) => {
        host.merge(state);
        return self;
      }),
    ],
    breakApart: [
      takes([], ({ state, self }) => {
        host.breakApart(state);
        return self;
      }),
    ],
    sort: [
      takes([anything], ({ state, self }, by) => {
        host.sortRange(state, (Array.isArray(by) ? by : [by]).map(sortKey));
        return self;
      }),
    ],
  };
}

function metadataMethods(parts: GuestParts): Methods {
  const place = (state: RangeState): MetadataLocation => {
    const { sheetId, whole: kind, rows, columns } = state;
    // documented: one row or column; assumed: only a range that says so (`A:A`) is one, and one at a time
    if (kind === 'columns' && columns === 1) return { type: 'COLUMN', sheetId, index: state.column };
    if (kind === 'rows' && rows === 1) return { type: 'ROW', sheetId, index: state.row };
    throw exception(
      'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
    );
  };
  return {
    ...metadataAdders<RangeState>(parts, place),
    getDeveloperMetadata: [
      takes([], ({ state }) =>
        state.whole === null || (state.whole === 'rows' ? state.rows : state.columns) > 1
          ? []
          : parts.host
              .metadata({ ...ANY, scope: { kind: 'at', location: place(state) } })
              .map(({ id }) => parts.metadata.of(id)),
      ),
    ],
    createDeveloperMetadataFinder: [
      takes([], ({ state }) => parts.metadataFinder.of({ ...ANY, scope: { kind: 'within-box', box: state } })),
    ],
  };
}

const ANY = { id: null, key: null, value: null, visibility: null, locationType: null };

function sortKey(by: unknown): SortKey {
  if (typeof by === 'number' && Number.isInteger(by)) return { column: by, ascending: true };
  if (settings.fits(by)) {
    const { column, ascending = true, ...others } = by;
    if (whole.fits(column) && yesNo.fits(ascending) && Object.keys(others).length === 0) return { column, ascending };
  }
  throw exception("The parameters don't match the method signature for SpreadsheetApp.Range.sort.");
}

function shareCells(one: Box, other: Box): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}
