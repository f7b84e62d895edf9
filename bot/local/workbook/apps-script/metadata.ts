import { type FinderState, type GuestParts, objectOf, stateIn } from './guest-parts.ts';
import { METADATA_LOCATION_TYPES, METADATA_VISIBILITIES } from './sheets-enums.ts';
import type { MetadataChange, MetadataFacts, MetadataLocation } from './spreadsheet-host.ts';
import { exception, type Signature, type StrictClass, strictClass, takes, text, whole } from './strict-service.ts';

/** addDeveloperMetadata of a spreadsheet, a sheet or a range. Without a visibility it is DOCUMENT (assumed). */
export function metadataAdders<State>(
  parts: GuestParts,
  place: (state: State) => MetadataLocation,
): { readonly addDeveloperMetadata: readonly Signature<State>[] } {
  const visibility = METADATA_VISIBILITIES.argument;
  const add = (
    { state, self }: { readonly state: State; readonly self: object },
    key: string,
    value: string | null,
    seen: 'DOCUMENT' | 'PROJECT',
  ) => {
    parts.host.addMetadata({ key, value, visibility: seen, location: place(state) });
    return self;
  };
  return {
    addDeveloperMetadata: [
      takes([text], (me, key) => add(me, key, null, 'DOCUMENT')),
      takes([text, visibility], (me, key, seen) => add(me, key, null, seen.name())),
      takes([text, text], (me, key, value) => add(me, key, value, 'DOCUMENT')),
      takes([text, text, visibility], (me, key, value, seen) => add(me, key, value, seen.name())),
    ],
  };
}

/** The class DeveloperMetadata: it asks anew each time, so that what was removed throws. */
export function metadataClass(parts: GuestParts): StrictClass<number> {
  const aRange = objectOf(parts, 'range');
  const change = (id: number, self: object, changed: MetadataChange) => {
    parts.host.changeMetadata(id, changed);
    return self;
  };
  const line = (type: 'ROW' | 'COLUMN', range: object): MetadataLocation => {
    const { sheetId, row, column, rows, columns } = stateIn(parts.range, range);
    if ((type === 'ROW' ? rows : columns) !== 1) throw exception('Range must be a single row or column.');
    return { type, sheetId, index: type === 'ROW' ? row : column };
  };
  const location = locationClass(parts);
  return strictClass<number>('SpreadsheetApp.DeveloperMetadata', parts.entered, {
    getId: [takes([], ({ state }) => state)],
    getKey: [takes([], ({ state }) => factsOf(parts, state).key)],
    getValue: [takes([], ({ state }) => factsOf(parts, state).value)],
    getVisibility: [takes([], ({ state }) => METADATA_VISIBILITIES.of(factsOf(parts, state).visibility))],
    getLocation: [takes([], ({ state }) => location.of(factsOf(parts, state).location))],
    setKey: [takes([text], ({ state, self }, key) => change(state, self, { key }))],
    setValue: [takes([text], ({ state, self }, value) => change(state, self, { value }))],
    setVisibility: [
      takes([METADATA_VISIBILITIES.argument], ({ state, self }, seen) =>
        change(state, self, { visibility: seen.name() }),
      ),
    ],
    moveToRow: [takes([aRange], ({ state, self }, range) => change(state, self, { location: line('ROW', range) }))],
    moveToColumn: [
      takes([aRange], ({ state, self }, range) => change(state, self, { location: line('COLUMN', range) })),
    ],
    remove: [takes([], ({ state }) => parts.host.removeMetadata(state))],
  });
}

/** The class DeveloperMetadataFinder. */
export function metadataFinderClass(parts: GuestParts): StrictClass<FinderState> {
  const refine = (me: { readonly state: FinderState; readonly self: object }, wanted: Partial<FinderState>) => {
    Object.assign(me.state, wanted);
    return me.self;
  };
  return strictClass<FinderState>('SpreadsheetApp.DeveloperMetadataFinder', parts.entered, {
    find: [takes([], ({ state }) => parts.host.metadata(state).map(({ id }) => parts.metadata.of(id)))],
    withId: [takes([whole], (me, id) => refine(me, { id }))],
    withKey: [takes([text], (me, key) => refine(me, { key }))],
    withValue: [takes([text], (me, value) => refine(me, { value }))],
    withVisibility: [takes([METADATA_VISIBILITIES.argument], (me, seen) => refine(me, { visibility: seen.name() }))],
    withLocationType: [
      takes([METADATA_LOCATION_TYPES.argument], (me, type) => refine(me, { locationType: type.name() })),
    ],
  });
}

function locationClass(parts: GuestParts): StrictClass<MetadataLocation> {
  const range = (location: MetadataLocation, type: 'ROW' | 'COLUMN') => {
    if (location.type !== type) return null;
    const { sheetId, index } = location;
    const { maxRows, maxColumns } = parts.host.sheet(sheetId);
    return type === 'ROW'
      ? parts.range.of({ sheetId, row: index, column: 1, rows: 1, columns: maxColumns, whole: 'rows' })
      : parts.range.of({ sheetId, row: 1, column: index, rows: maxRows, columns: 1, whole: 'columns' });
  };
  return strictClass<MetadataLocation>('SpreadsheetApp.DeveloperMetadataLocation', parts.entered, {
    getLocationType: [takes([], ({ state }) => METADATA_LOCATION_TYPES.of(state.type))],
    getRow: [takes([], ({ state }) => range(state, 'ROW'))],
    getColumn: [takes([], ({ state }) => range(state, 'COLUMN'))],
    // documented: the sheet of sheet metadata, null of all other
    getSheet: [takes([], ({ state }) => (state.type === 'SHEET' ? parts.sheet.of(state.sheetId) : null))],
    getSpreadsheet: [takes([], ({ state }) => (state.type === 'SPREADSHEET' ? parts.spreadsheet.of(null) : null))],
  });
}

function factsOf(parts: GuestParts, id: number): MetadataFacts {
  const any = { key: null, value: null, visibility: null, locationType: null };
  const [found] = parts.host.metadata({ ...any, id, scope: { kind: 'within-spreadsheet' } });
  if (found === undefined) throw exception('The developer metadata no longer exists.');
  return found;
}
