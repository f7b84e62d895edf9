import type { CellFormat, CellValue } from '../cell.ts';
import { isCellError } from '../cell.ts';
import { displayedValue, isDateFormat } from '../number-format.ts';
import { protectionAgainst, requireEditable } from '../protected-cells.ts';
import { copyCells, mergeCells, sortRange, unmergeCells } from '../rearrange-cells.ts';
import type { Workbook } from '../workbook.ts';
import { WorkbookError } from '../workbook-error.ts';
import {
  clearCells,
  type Entry,
  enterFormulas,
  enterValues,
  type FormatChange,
  setFormats,
  setNotes,
  setValidations,
} from '../write-cells.ts';
import { boxOf, rangeOf } from './host-boxes.ts';
import type { Box, FormatName, HostValue, SpreadsheetHost } from './spreadsheet-host.ts';

/** What a cell without a format has, as getBackgrounds and the like tell it (documented or observed). */
const DEFAULT_LOOKS: Readonly<Record<FormatName, string>> = {
  background: '#ffffff',
  fontColor: '#000000',
  fontWeight: 'normal',
  fontStyle: 'normal',
  // observed: numbers lean right and texts left all the same
  horizontalAlignment: 'general',
  verticalAlignment: 'bottom',
  wrap: 'OVERFLOW',
  // observed: an automatic format reads as the pattern General
  numberFormat: 'General',
};

type CellFunctions = Pick<
  SpreadsheetHost,
  | 'values'
  | 'displayValues'
  | 'formulas'
  | 'notes'
  | 'formats'
  | 'validations'
  | 'canEdit'
  | 'mergedRanges'
  | 'setValues'
  | 'setFormulas'
  | 'setNotes'
  | 'setFormats'
  | 'setValidations'
  | 'clear'
  | 'copy'
  | 'merge'
  | 'breakApart'
  | 'sortRange'
>;

/** Reading and writing cells for a script that runs for `user`. */
export function hostCells(workbook: Workbook, user: string): CellFunctions {
  const readable = (box: Box) => {
    const range = rangeOf(box);
    const sheet = workbook.sheet(box.sheetId);
    sheet.requireWithin(range);
    return { range, sheet };
  };
  const writable = (box: Box) => {
    const { range, sheet } = readable(box);
    requireEditable(workbook, user, sheet, range);
    return range;
  };
  return {
    values(box) {
      workbook.calculate();
      const { range, sheet } = readable(box);
      const values = sheet.grid.read('values', range) as (CellValue | HostValue)[][];
      values.forEach((line, at) => {
        const formats = sheet.grid.row(range.startRow + at)?.formats;
        for (let index = 0; index < line.length; index++) {
          const value = line[index] as CellValue;
          if (typeof value === 'string') continue;
          if (value === null) line[index] = '';
          else if (isCellError(value)) line[index] = value.error;
          else if (typeof value === 'number' && isDateFormat(formats?.[range.startColumn + index]?.numberFormat))
            line[index] = { dateMs: workbook.clock.momentOf(value) };
        }
      });
      return values as HostValue[][];
    },
    displayValues(box) {
      workbook.calculate();
      const { range, sheet } = readable(box);
      const formats = sheet.grid.read('formats', range);
      return sheet.grid
        .read('values', range)
        .map((line, row) =>
          line.map((value, column) => displayedValue(value, formats[row]?.[column]?.numberFormat, workbook.locale)),
        );
    },
    formulas(box) {
      const { range, sheet } = readable(box);
      return sheet.grid.read('formulas', range).map((line) => line.map((formula) => formula ?? ''));
    },
    notes(box) {
      const { range, sheet } = readable(box);
      return sheet.grid.read('notes', range);
    },
    formats(box, what) {
      const { range, sheet } = readable(box);
      return sheet.grid.read('formats', range).map((line) => line.map((format) => lookOf(format, what)));
    },
    validations(box) {
      const { range, sheet } = readable(box);
      return sheet.grid
        .read('validations', range)
        .map((line) => line.map((rule) => (rule === null || rule === undefined ? null : JSON.stringify(rule))));
    },
    canEdit(box) {
      const { range, sheet } = readable(box);
      return protectionAgainst(workbook, user, sheet, range) === undefined;
    },
    mergedRanges(box) {
      const { range, sheet } = readable(box);
      return sheet.mergesWithin(range).map((merge) => boxOf(merge, box.sheetId));
    },
    // Dates have become moments on the way
    setValues: (box, values) => enterValues(workbook, writable(box), values as readonly (readonly Entry[])[]),
    setFormulas: (box, formulas) => enterFormulas(workbook, writable(box), formulas),
    setNotes: (box, notes) => setNotes(workbook, writable(box), notes),
    setFormats(box, what, formats) {
      const known = new Map<string | null, FormatChange>();
      const change = (look: string | null): FormatChange => {
        let one = known.get(look);
        if (one === undefined) known.set(look, (one = { [what]: lookFor(what, look) }));
        return one;
      };
      const changes = formats.map((line) => line.map(change));
      setFormats(workbook, writable(box), changes);
    },
    setValidations(box, rules) {
      const parsed = rules.map((line) => line.map((rule): unknown => (rule === null ? null : JSON.parse(rule))));
      setValidations(workbook, writable(box), parsed);
    },
    clear: (box, parts) => clearCells(workbook, writable(box), parts),
    copy(from, to, what) {
      const filled = { ...to, rows: Math.max(from.rows, to.rows), columns: Math.max(from.columns, to.columns) };
      writable(filled);
      copyCells(workbook, readable(from).range, rangeOf(to), what);
    },
    merge: (box) => mergeCells(workbook, writable(box)),
    breakApart: (box) => unmergeCells(workbook, writable(box)),
    sortRange(box, by) {
      const keys = by.map(({ column, ascending }) => ({ column: column - 1, isAscending: ascending }));
      sortRange(workbook, writable(box), keys);
    },
  };
}

function lookOf(format: CellFormat, what: FormatName): string {
  const look = format[what];
  if (look === undefined) return DEFAULT_LOOKS[what];
  return what === 'wrap' ? look.toUpperCase() : look;
}

const COLOURS: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  gray: '#808080',
  grey: '#808080',
};

const WORDS: Readonly<Partial<Record<FormatName, readonly string[]>>> = {
  fontWeight: ['bold', 'normal'],
  fontStyle: ['italic', 'normal'],
  horizontalAlignment: ['left', 'center', 'right', 'normal', 'general'],
  verticalAlignment: ['top', 'middle', 'bottom'],
  wrap: ['overflow', 'wrap', 'clip'],
};

/** Words that stand for the sheet's default. */
const DEFAULT_WORDS = new Set(['normal', 'general', 'General', '']);

function lookFor(what: FormatName, look: string | null): string | undefined {
  return look === null || DEFAULT_WORDS.has(look) ? undefined : checked(what, look);
}

function checked(what: FormatName, look: string): string {
  if (what === 'background' || what === 'fontColor') return colourOf(look);
  const word = what === 'numberFormat' ? look : look.toLowerCase();
  const words = WORDS[what];
  if (words !== undefined && !words.includes(word)) throw new WorkbookError('not-understood', look);
  return word;
}

/** A colour as `#rrggbb`. Throws `not-understood`: only hexadecimal colours and a few names are known here. */
export function colourOf(look: string): string {
  const named = COLOURS[look.toLowerCase()];
  if (named !== undefined) return named;
  if (/^#[\da-f]{6}$/i.test(look)) return look.toLowerCase();
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(look);
  if (short === null) throw new WorkbookError('not-understood', look);
  return `#${short
    .slice(1)
    .map((digit) => digit + digit)
    .join('')
    .toLowerCase()}`;
}
