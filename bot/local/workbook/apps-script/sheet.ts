import { cellValue } from './cell-entries.ts';
import { newChart } from './charts.ts';
import { bounded, type GuestParts, objectOf, stateIn } from './guest-parts.ts';
import { metadataAdders } from './metadata.ts';
import { checkedBox, rangeByText, wholeSheet } from './range-lookup.ts';
import { sheetLines } from './sheet-lines.ts';
import { PROTECTION_TYPES } from './sheets-enums.ts';
import type { ClearedPart, SheetChange } from './spreadsheet-host.ts';
import {
  exception,
  listOf,
  type Signature,
  type StrictClass,
  settings,
  strictClass,
  takes,
  text,
  whole,
  yesNo,
} from './strict-service.ts';

type Methods = { readonly [method: string]: readonly Signature<number>[] };

/** The class Sheet of the stand-in; it holds the sheet's id. */
export function sheetClass(parts: GuestParts): StrictClass<number> {
  return strictClass<number>('SpreadsheetApp.Sheet', parts.entered, {
    ...factMethods(parts),
    ...rangeMethods(parts),
    ...contentMethods(parts),
    ...sheetLines(parts),
    ...belongingMethods(parts),
    ...metadataMethods(parts),
  });
}

function factMethods(parts: GuestParts): Methods {
  const { host } = parts;
  const change = (state: number, self: object, changed: SheetChange) => {
    host.setSheet(state, changed);
    return self;
  };
  return {
    getSheetId: [takes([], ({ state }) => state)],
    getName: [takes([], ({ state }) => host.sheet(state).name)],
    getSheetName: [takes([], ({ state }) => host.sheet(state).name)],
    getIndex: [takes([], ({ state }) => host.sheet(state).index)],
    getParent: [takes([], () => parts.spreadsheet.of(null))],
    getMaxRows: [takes([], ({ state }) => host.sheet(state).maxRows)],
    getMaxColumns: [takes([], ({ state }) => host.sheet(state).maxColumns)],
    // documented: the last that has content
    getLastRow: [takes([], ({ state }) => host.sheet(state).lastRow)],
    getLastColumn: [takes([], ({ state }) => host.sheet(state).lastColumn)],
    getFrozenRows: [takes([], ({ state }) => host.sheet(state).frozenRows)],
    getFrozenColumns: [takes([], ({ state }) => host.sheet(state).frozenColumns)],
    setFrozenRows: [takes([whole], ({ state }, frozenRows) => host.setSheet(state, { frozenRows }))],
    setFrozenColumns: [takes([whole], ({ state }, frozenColumns) => host.setSheet(state, { frozenColumns }))],
    setName: [takes([text], ({ state, self }, name) => change(state, self, { name }))],
    isSheetHidden: [takes([], ({ state }) => host.sheet(state).hidden)],
    hideSheet: [takes([], ({ state, self }) => change(state, self, { hidden: true }))],
    showSheet: [takes([], ({ state, self }) => change(state, self, { hidden: false }))],
    activate: [
      takes([], ({ state, self }) => {
        host.select({ sheetId: state, row: 1, column: 1, rows: 1, columns: 1 });
        return self;
      }),
    ],
  };
}

function rangeMethods(parts: GuestParts): Methods {
  const { host } = parts;
  const block = (sheetId: number, row: number, column: number, rows: number, columns: number) =>
    parts.range.of(bounded(checkedBox(parts, { sheetId, row, column, rows, columns })));
  const used = (sheetId: number) => {
    const { lastRow, lastColumn } = host.sheet(sheetId);
    // documented: A1 of an empty sheet
    return bounded({ sheetId, row: 1, column: 1, rows: Math.max(1, lastRow), columns: Math.max(1, lastColumn) });
  };
  const select = (range: object) => {
    host.select(stateIn(parts.range, range));
    return range;
  };
  const aRange = objectOf(parts, 'range');
  return {
    getRange: [
      takes([text], ({ state }, a1) => parts.range.of(rangeByText(parts, state, a1))),
      takes([whole, whole], ({ state }, row, column) => block(state, row, column, 1, 1)),
      takes([whole, whole, whole], ({ state }, row, column, rows) => block(state, row, column, rows, 1)),
      takes([whole, whole, whole, whole], ({ state }, row, column, rows, columns) =>
        block(state, row, column, rows, columns),
      ),
    ],
    getRangeList: [
      takes([listOf(text)], ({ state }, all) => parts.rangeList.of(all.map((a1) => rangeByText(parts, state, a1)))),
    ],
    getDataRange: [takes([], ({ state }) => parts.range.of(used(state)))],
    getSheetValues: [
      takes([whole, whole, whole, whole], ({ state: sheetId }, row, column, rows, columns) => {
        const { lastRow, lastColumn } = host.sheet(sheetId);
        // documented: -1 for all there are
        const box = {
          sheetId,
          row,
          column,
          rows: rows === -1 ? lastRow - row + 1 : rows,
          columns: columns === -1 ? lastColumn - column + 1 : columns,
        };
        return host.values(checkedBox(parts, box));
      }),
    ],
    getSelection: [takes([], () => parts.selection.of(null))],
    getActiveRange: [takes([], ({ state }) => activeRange(parts, state))],
    getActiveCell: [takes([], ({ state }) => activeCell(parts, state))],
    getCurrentCell: [takes([], ({ state }) => activeCell(parts, state))],
    setActiveRange: [takes([aRange], (_, range) => select(range))],
    setActiveSelection: [
      takes([aRange], (_, range) => select(range)),
      takes([text], ({ state }, a1) => select(parts.range.of(rangeByText(parts, state, a1)))),
    ],
    setCurrentCell: [takes([aRange], (_, range) => select(range))],
  };
}

function contentMethods(parts: GuestParts): Methods {
  const { host } = parts;
  const cleared = (state: number, self: object, what: readonly ClearedPart[]) => {
    host.clear(wholeSheet(parts, state), what);
    return self;
  };
  return {
    // documented: below the last row that has content
    appendRow: [
      takes([listOf(cellValue)], ({ state: sheetId, self }, values) => {
        const { lastRow, maxRows, maxColumns } = host.sheet(sheetId);
        if (lastRow === maxRows) host.insertLines(sheetId, 'row', maxRows + 1, 1, null);
        if (values.length > maxColumns)
          host.insertLines(sheetId, 'column', maxColumns + 1, values.length - maxColumns, null);
        host.setValues({ sheetId, row: lastRow + 1, column: 1, rows: 1, columns: values.length }, [values]);
        return self;
      }),
    ],
    clear: [
      takes([], ({ state, self }) => cleared(state, self, ['contents', 'formats'])),
      takes([settings], ({ state, self }, { formatOnly = false, contentsOnly = false, ...others }) => {
        if (!yesNo.fits(formatOnly) || !yesNo.fits(contentsOnly) || Object.keys(others).length > 0)
          throw exception('clear takes formatOnly and contentsOnly, yes or no each.');
        const what: ClearedPart[] = [];
        if (contentsOnly || !formatOnly) what.push('contents');
        if (formatOnly || !contentsOnly) what.push('formats');
        return cleared(state, self, what);
      }),
    ],
    clearContents: [takes([], ({ state, self }) => cleared(state, self, ['contents']))],
    clearFormats: [takes([], ({ state, self }) => cleared(state, self, ['formats']))],
    clearNotes: [takes([], ({ state, self }) => cleared(state, self, ['notes']))],
  };
}

function belongingMethods(parts: GuestParts): Methods {
  const { host } = parts;
  const aChart = objectOf(parts, 'chart');
  return {
    getConditionalFormatRules: [
      takes([], ({ state }) => host.conditionalRules(state).map((rule) => parts.conditionalRule.of(rule))),
    ],
    setConditionalFormatRules: [
      takes([listOf(objectOf(parts, 'conditionalRule'))], ({ state }, rules) => {
        host.setConditionalRules(
          state,
          rules.map((rule) => stateIn(parts.conditionalRule, rule)),
        );
      }),
    ],
    clearConditionalFormatRules: [takes([], ({ state }) => host.setConditionalRules(state, []))],
    getFilter: [takes([], ({ state }) => (host.filter(state) === null ? null : parts.filter.of(state)))],
    getProtections: [
      takes([PROTECTION_TYPES.argument], ({ state }, type) =>
        host
          .protections(state, type.name())
          .map(({ id }) => parts.protection.of({ sheetId: state, type: type.name(), id })),
      ),
    ],
    getNamedRanges: [
      takes([], ({ state }) =>
        host
          .namedRanges()
          .filter(({ box }) => box.sheetId === state)
          .map(({ name }) => parts.namedRange.of(name)),
      ),
    ],
    getCharts: [
      takes([], ({ state }) => host.charts(state).map((chart) => parts.chart.of({ ...chart, sheetId: state }))),
    ],
    newChart: [takes([], ({ state }) => parts.chartBuilder.of({ chart: newChart(state) }))],
    insertChart: [
      takes([aChart], ({ state }, chart) => {
        host.insertChart(state, stateIn(parts.chart, chart));
      }),
    ],
    updateChart: [takes([aChart], ({ state }, chart) => host.updateChart(state, stateIn(parts.chart, chart)))],
    removeChart: [takes([aChart], ({ state }, chart) => host.removeChart(state, stateIn(parts.chart, chart).id))],
  };
}

function metadataMethods(parts: GuestParts): Methods {
  const any = { id: null, key: null, value: null, visibility: null, locationType: null };
  return {
    ...metadataAdders<number>(parts, (sheetId) => ({ type: 'SHEET', sheetId })),
    // documented: what stands on the sheet itself; the finder also finds what stands on its rows and columns
    getDeveloperMetadata: [
      takes([], ({ state: sheetId }) =>
        parts.host
          .metadata({ ...any, scope: { kind: 'at', location: { type: 'SHEET', sheetId } } })
          .map(({ id }) => parts.metadata.of(id)),
      ),
    ],
    createDeveloperMetadataFinder: [
      takes([], ({ state: sheetId }) => parts.metadataFinder.of({ ...any, scope: { kind: 'within-sheet', sheetId } })),
    ],
  };
}

/** What is chosen; of a sheet that is not in front its first cell (assumed). */
export function activeRange(parts: GuestParts, sheetId: number): object {
  const selected = parts.host.selection();
  const first = { sheetId, row: 1, column: 1, rows: 1, columns: 1 };
  return parts.range.of(bounded(selected.sheetId === sheetId ? selected : first));
}

/** The cell where what is chosen begins. */
export function activeCell(parts: GuestParts, sheetId: number): object {
  const selected = parts.host.selection();
  const { row, column } = selected.sheetId === sheetId ? selected : { row: 1, column: 1 };
  return parts.range.of(bounded({ sheetId, row, column, rows: 1, columns: 1 }));
}
