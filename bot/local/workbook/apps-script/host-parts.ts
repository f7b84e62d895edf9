import { contains } from '../grid-range.ts';
import { mayEdit, requireEditable, requireEditableSheet } from '../protected-cells.ts';
import type { Sheet } from '../sheet.ts';
import type { Workbook } from '../workbook.ts';
import { WorkbookError } from '../workbook-error.ts';
import type { Chart, ChartOptions, ConditionalRule, Metadata, MetadataPlace } from '../workbook-parts.ts';
import { boxOf, rangeOf } from './host-boxes.ts';
import { colourOf } from './host-cells.ts';
import type {
  ChartFacts,
  ConditionalRuleFacts,
  MetadataFacts,
  MetadataFilter,
  MetadataLocation,
  MetadataScope,
  SpreadsheetHost,
} from './spreadsheet-host.ts';

type PartFunctions = Pick<
  SpreadsheetHost,
  | 'protections'
  | 'conditionalRules'
  | 'setConditionalRules'
  | 'metadata'
  | 'addMetadata'
  | 'changeMetadata'
  | 'removeMetadata'
  | 'namedRanges'
  | 'setNamedRange'
  | 'removeNamedRange'
  | 'charts'
  | 'insertChart'
  | 'updateChart'
  | 'removeChart'
>;

/**
 * What belongs to sheets beside their cells, for a script that runs for `user`. Metadata can be written whatever is protected
 * (assumed); rules for colours and charts cannot on a protected sheet (assumed).
 */
export function hostParts(workbook: Workbook, user: string): PartFunctions {
  const editable = (sheetId: number): Sheet => {
    const sheet = workbook.sheet(sheetId);
    requireEditableSheet(workbook, user, sheet);
    return sheet;
  };
  return {
    protections(sheetId, type) {
      const sheets = sheetId === null ? workbook.sheets : [workbook.sheet(sheetId)];
      return sheets.flatMap((sheet) =>
        sheet.protections
          .filter(({ range }) => (range === null) === (type === 'SHEET'))
          .map((protection) => ({
            id: protection.id,
            box: boxOf(protection.range ?? sheet.all, sheet.id),
            type,
            description: protection.description,
            canEdit: mayEdit(workbook, protection, user),
            isWarningOnly: protection.isWarningOnly,
            unprotected: protection.unprotected.map((range) => boxOf(range, sheet.id)),
          })),
      );
    },
    conditionalRules: (sheetId) => workbook.sheet(sheetId).conditionalRules.map((rule) => ruleFacts(rule, sheetId)),
    setConditionalRules(sheetId, rules) {
      const sheet = editable(sheetId);
      const next = rules.map((rule) => ruleOf(rule, sheet));
      const before = new Set(sheet.conditionalRules.map((rule) => JSON.stringify(rule)));
      for (const rule of next)
        if (!before.has(JSON.stringify(rule)))
          for (const range of rule.ranges) requireEditable(workbook, user, sheet, range);
      sheet.conditionalRules = next;
      workbook.touch();
    },
    metadata: (filter) => workbook.metadata.all.filter((one) => isWanted(workbook, one, filter)).map(metadataFacts),
    addMetadata({ key, value, visibility, location }) {
      const place = placeOf(workbook, location);
      return workbook.metadata.add({ key, value, visibility: VISIBILITIES[visibility], place });
    },
    changeMetadata(id, { key, value, visibility, location }) {
      workbook.metadata.change(id, {
        ...(key === undefined ? {} : { key }),
        ...(value === undefined ? {} : { value }),
        ...(visibility === undefined ? {} : { visibility: VISIBILITIES[visibility] }),
        ...(location === undefined ? {} : { place: placeOf(workbook, location) }),
      });
    },
    removeMetadata: (id) => workbook.metadata.remove(id),
    namedRanges: () => workbook.namedRanges.map(({ name, range }) => ({ name, box: boxOf(range, range.sheetId) })),
    setNamedRange(name, box) {
      const range = rangeOf(box);
      workbook.sheet(box.sheetId).requireWithin(range);
      workbook.namedRanges = [...workbook.namedRanges.filter((one) => one.name !== name), { name, range }];
      workbook.touch();
    },
    removeNamedRange(name) {
      workbook.namedRanges = workbook.namedRanges.filter((one) => one.name !== name);
      workbook.touch();
    },
    charts: (sheetId) => workbook.sheet(sheetId).charts.map(chartFacts),
    insertChart(sheetId, chart) {
      const sheet = editable(sheetId);
      const id = 1 + Math.max(0, ...workbook.sheets.flatMap(({ charts }) => charts.map((one) => one.id)));
      sheet.charts = [...sheet.charts, chartOf({ ...chart, id }, workbook)];
      workbook.touch();
      return id;
    },
    updateChart(sheetId, chart) {
      const sheet = editable(sheetId);
      requireChart(sheet, chart.id);
      sheet.charts = sheet.charts.map((one) => (one.id === chart.id ? chartOf(chart, workbook) : one));
      workbook.touch();
    },
    removeChart(sheetId, id) {
      const sheet = editable(sheetId);
      requireChart(sheet, id);
      sheet.charts = sheet.charts.filter((one) => one.id !== id);
      workbook.touch();
    },
  };
}

const VISIBILITIES = { DOCUMENT: 'document', PROJECT: 'project' } as const;

function ruleFacts({ ranges, condition, format }: ConditionalRule, sheetId: number): ConditionalRuleFacts {
  return {
    boxes: ranges.map((range) => boxOf(range, sheetId)),
    type: condition.type === 'custom-formula' ? 'CUSTOM_FORMULA' : condition.name,
    values: condition.type === 'custom-formula' ? [condition.formula] : condition.values,
    background: format.background ?? null,
    fontColor: format.fontColor ?? null,
    bold: format.bold ?? null,
    italic: format.italic ?? null,
  };
}

function ruleOf(
  { boxes, type, values, background, fontColor, bold, italic }: ConditionalRuleFacts,
  sheet: Sheet,
): ConditionalRule {
  // documented: a rule's ranges are on the sheet that it is set on
  if (boxes.length === 0 || boxes.some(({ sheetId }) => sheetId !== sheet.id))
    throw new WorkbookError('out-of-bounds', sheet.title);
  const ranges = boxes.map((box) => {
    const { sheetId: _, ...range } = rangeOf(box);
    sheet.requireWithin(range);
    return range;
  });
  return {
    ranges,
    condition:
      type === 'CUSTOM_FORMULA'
        ? { type: 'custom-formula', formula: values[0] ?? '' }
        : { type: 'other', name: type, values },
    format: {
      ...(background === null ? {} : { background: colourOf(background) }),
      ...(fontColor === null ? {} : { fontColor: colourOf(fontColor) }),
      ...(bold === null ? {} : { bold }),
      ...(italic === null ? {} : { italic }),
    },
  };
}

function isWanted(workbook: Workbook, one: Metadata, filter: MetadataFilter): boolean {
  const { scope, id, key, value, visibility, locationType } = filter;
  if (id !== null && one.id !== id) return false;
  if (key !== null && one.key !== key) return false;
  if (value !== null && one.value !== value) return false;
  if (visibility !== null && one.visibility !== VISIBILITIES[visibility]) return false;
  if (locationType !== null && one.place.on.toUpperCase() !== locationType) return false;
  return isInScope(workbook, one.place, scope);
}

function isInScope(workbook: Workbook, place: MetadataPlace, scope: MetadataScope): boolean {
  switch (scope.kind) {
    case 'at':
      return JSON.stringify(locationOf(place)) === JSON.stringify(locationOf(placeOf(workbook, scope.location)));
    case 'within-spreadsheet':
      return true;
    case 'within-sheet':
      return place.on !== 'spreadsheet' && place.sheetId === scope.sheetId;
    case 'within-box': {
      if (place.on === 'spreadsheet' || place.on === 'sheet' || place.sheetId !== scope.box.sheetId) return false;
      const { all } = workbook.sheet(place.sheetId);
      const { index } = place;
      const line =
        place.on === 'row'
          ? { ...all, startRow: index, endRow: index + 1 }
          : { ...all, startColumn: index, endColumn: index + 1 };
      return contains(rangeOf(scope.box), line);
    }
    default:
      return scope satisfies never;
  }
}

function metadataFacts({ id, key, value, visibility, place }: Metadata): MetadataFacts {
  return {
    id,
    key,
    value,
    visibility: visibility === 'document' ? 'DOCUMENT' : 'PROJECT',
    location: locationOf(place),
  };
}

function locationOf(place: MetadataPlace): MetadataLocation {
  switch (place.on) {
    case 'spreadsheet':
      return { type: 'SPREADSHEET' };
    case 'sheet':
      return { type: 'SHEET', sheetId: place.sheetId };
    case 'row':
    case 'column':
      return { type: place.on === 'row' ? 'ROW' : 'COLUMN', sheetId: place.sheetId, index: place.index + 1 };
    default:
      return place satisfies never;
  }
}

function placeOf(workbook: Workbook, location: MetadataLocation): MetadataPlace {
  if (location.type === 'SPREADSHEET') return { on: 'spreadsheet' };
  const sheet = workbook.sheet(location.sheetId);
  if (location.type === 'SHEET') return { on: 'sheet', sheetId: sheet.id };
  const index = location.index - 1;
  const lines = location.type === 'ROW' ? sheet.rowCount : sheet.columnCount;
  if (index < 0 || index >= lines) throw new WorkbookError('out-of-bounds', sheet.title);
  return { on: location.type === 'ROW' ? 'row' : 'column', sheetId: sheet.id, index };
}

function chartFacts({ id, type, ranges, title, headers, position, options }: Chart): ChartFacts {
  return {
    id,
    type,
    boxes: ranges.map((range) => boxOf(range, range.sheetId)),
    headers,
    row: position.row + 1,
    column: position.column + 1,
    offsetX: position.offsetX,
    offsetY: position.offsetY,
    options: JSON.stringify({ ...options, title }),
  };
}

function chartOf(facts: ChartFacts, workbook: Workbook): Chart {
  const { title, ...options } = JSON.parse(facts.options) as ChartOptions;
  const ranges = facts.boxes.map(rangeOf);
  for (const range of ranges) workbook.sheet(range.sheetId).requireWithin(range);
  return {
    id: facts.id,
    type: facts.type,
    ranges,
    title: typeof title === 'string' ? title : '',
    headers: facts.headers,
    position: { row: facts.row - 1, column: facts.column - 1, offsetX: facts.offsetX, offsetY: facts.offsetY },
    options,
  };
}

function requireChart(sheet: Sheet, id: number): void {
  if (!sheet.charts.some((chart) => chart.id === id)) throw new WorkbookError('no-such-chart', String(id));
}
