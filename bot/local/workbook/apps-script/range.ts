import { cellValue, hostValues } from './cell-entries.ts';
import { type GuestParts, objectOf, type RangeState, stateIn } from './guest-parts.ts';
import { metadataAdders } from './metadata.ts';
import { rangeFormats } from './range-formats.ts';
import { a1OfRange, checkedBox } from './range-lookup.ts';
import { COPY_PASTE_TYPES } from './sheets-enums.ts';
import type { Box, ClearedPart, MetadataLocation, SortKey } from './spreadsheet-host.ts';
import {
  anything,
  exception,
  gridOf,
  type Signature,
  type StrictClass,
  settings,
  strictClass,
  takes,
  text,
  textOrNull,
  whole,
  yesNo,
} from './strict-service.ts';

type Methods = { readonly [method: string]: readonly Signature<RangeState>[] };

/** The class Range of the stand-in. A range is a place: it stays where it is when rows and columns move (observed). */
export function rangeClass(parts: GuestParts): StrictClass<RangeState> {
  return strictClass<RangeState>('SpreadsheetApp.Range', parts.entered, {
    ...placeMethods(parts),
    ...contentMethods(parts),
    ...clearingMethods(parts),
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

function contentMethods(parts: GuestParts): Methods {
  const { host } = parts;
  return {
    getValue: [takes([], ({ state }) => host.values(firstCell(state))[0]?.[0])],
    getValues: [takes([], ({ state }) => host.values(state))],
    getDisplayValue: [takes([], ({ state }) => host.displayValues(firstCell(state))[0]?.[0])],
    getDisplayValues: [takes([], ({ state }) => host.displayValues(state))],
    getFormula: [takes([], ({ state }) => host.formulas(firstCell(state))[0]?.[0])],
    getFormulas: [takes([], ({ state }) => host.formulas(state))],
    getNote: [takes([], ({ state }) => host.notes(firstCell(state))[0]?.[0])],
    getNotes: [takes([], ({ state }) => host.notes(state))],
    isBlank: [takes([], ({ state }) => host.values(state).every((line) => line.every((value) => value === '')))],
    // documented: one value for every cell of the range
    setValue: [
      takes([cellValue], ({ state, self }, value) => {
        host.setValues(state, hostValues(filled(state, value)));
        return self;
      }),
    ],
    setValues: [
      takes([gridOf(cellValue)], ({ state, self }, values) => {
        host.setValues(state, hostValues(values));
        return self;
      }),
    ],
    setFormula: [
      takes([text], ({ state, self }, formula) => {
        host.setFormulas(state, filled(state, formula));
        return self;
      }),
    ],
    setFormulas: [
      takes([gridOf(text)], ({ state, self }, formulas) => {
        host.setFormulas(state, formulas);
        return self;
      }),
    ],
    setNote: [
      takes([textOrNull], ({ state, self }, note) => {
        host.setNotes(state, filled(state, note ?? ''));
        return self;
      }),
    ],
    setNotes: [
      takes([gridOf(textOrNull)], ({ state, self }, notes) => {
        host.setNotes(
          state,
          notes.map((line) => line.map((note) => note ?? '')),
        );
        return self;
      }),
    ],
    getDataValidation: [takes([], ({ state }) => asRule(parts, host.validations(firstCell(state))[0]?.[0] ?? null))],
    getDataValidations: [
      takes([], ({ state }) => host.validations(state).map((line) => line.map((rule) => asRule(parts, rule)))),
    ],
    setDataValidation: [
      takes([objectOf(parts, 'dataValidation')], ({ state, self }, rule) => {
        host.setValidations(state, filled(state, stateIn(parts.dataValidation, rule)));
        return self;
      }),
    ],
  };
}

function clearingMethods(parts: GuestParts): Methods {
  const cleared = (state: RangeState, self: object, what: readonly ClearedPart[]) => {
    parts.host.clear(state, what);
    return self;
  };
  return {
    // documented: contents and formats; notes and validation stay
    clear: [
      takes([], ({ state, self }) => cleared(state, self, ['contents', 'formats'])),
      takes([settings], ({ state, self }, options) => cleared(state, self, clearedBy(options))),
    ],
    clearContent: [takes([], ({ state, self }) => cleared(state, self, ['contents']))],
    clearFormat: [takes([], ({ state, self }) => cleared(state, self, ['formats']))],
    clearNote: [takes([], ({ state, self }) => cleared(state, self, ['notes']))],
    clearDataValidations: [takes([], ({ state, self }) => cleared(state, self, ['validations']))],
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
        state.whole === null
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

const CLEARED_BY: Readonly<Record<string, ClearedPart>> = {
  contentsOnly: 'contents',
  formatOnly: 'formats',
  commentsOnly: 'notes',
  validationsOnly: 'validations',
};

/** Several options together clear each of their parts (assumed). */
function clearedBy(options: Record<string, unknown>): ClearedPart[] {
  const wanted: ClearedPart[] = [];
  for (const option of Object.keys(options)) {
    const part = CLEARED_BY[option];
    if (part === undefined || !yesNo.fits(options[option]))
      throw exception(`clear has no option ${option} that this stand-in knows.`);
    if (options[option]) wanted.push(part);
  }
  return wanted.length > 0 ? wanted : ['contents', 'formats'];
}

function asRule(parts: GuestParts, json: string | null): object | null {
  return json === null ? null : parts.dataValidation.of(json);
}

function firstCell(state: RangeState): Box {
  return { sheetId: state.sheetId, row: state.row, column: state.column, rows: 1, columns: 1 };
}

/** One thing for each cell. */
export function filled<Item>({ rows, columns }: Box, item: Item): Item[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => item));
}

function shareCells(one: Box, other: Box): boolean {
  return (
    one.row < other.row + other.rows &&
    other.row < one.row + one.rows &&
    one.column < other.column + other.columns &&
    other.column < one.column + one.columns
  );
}
