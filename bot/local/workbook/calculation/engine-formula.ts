import { a1Of, quotedTitle } from '../a1-notation.ts';
import { type Corner, eachReference } from '../formula-references.ts';
import type { SheetRange } from '../grid-range.ts';
import { decimalMark } from '../number-format.ts';
import type { Sheet } from '../sheet.ts';
import type { Workbook } from '../workbook.ts';

/** A formula as the engine takes it, and what it reads. */
export interface EngineFormula {
  readonly text: string;
  readonly reads: readonly SheetRange[];
  /** Comes to something else without any cell having changed: TODAY, RAND. */
  readonly isVolatile: boolean;
  /** Reads cells that only its own calculation names: INDIRECT, OFFSET. */
  readonly readsAnything: boolean;
}

/** The title by which formulas for the engine name a sheet: people's own may hold what it takes for something else, as `!` and `<`. */
export function engineTitle(sheetId: number): string {
  return `sheet ${sheetId}`;
}

/**
 * A formula as Google Sheets takes it, written for the engine: arguments between commas and decimals with a point whatever the
 * locale, named ranges by their cells, and references that end nowhere (`A2:F`, `A:C`) at the end of their sheet. References to
 * sheets that are not there become #REF!. Functions go by their English names, which Google Sheets takes in every language (documented: *Always use
 * English function names*); names in another language, which it shows where a person has chosen so, are #NAME? here.
 */
export function engineFormula(workbook: Workbook, own: Sheet, formula: string): EngineFormula {
  const reads: SheetRange[] = [];
  const text = eachReference(
    withNames(workbook, withCommas(formula, decimalMark(workbook.locale) === ',')),
    (title, first, last) => {
      const sheet = title === null ? own : workbook.sheets.find((one) => sameTitle(one.title, title));
      if (sheet === undefined) return null;
      const start = { ...first, row: first.row ?? 0, column: first.column ?? 0 };
      const end = { ...last, row: last.row ?? sheet.rowCount - 1, column: last.column ?? sheet.columnCount - 1 };
      reads.push(rangeOf(sheet, start, end));
      if (title !== null) return [start, end, engineTitle(sheet.id)];
      return isWhole(first) && isWhole(last) ? undefined : [start, end];
    },
  );
  return {
    text,
    reads,
    isVolatile: /\b(TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY)\s*\(/i.test(text),
    readsAnything: /\b(INDIRECT|OFFSET)\s*\(/i.test(text),
  };
}

function isWhole({ row, column }: Corner): boolean {
  return row !== null && column !== null;
}

interface End {
  readonly row: number;
  readonly column: number;
}

function rangeOf(sheet: Sheet, one: End, other: End): SheetRange {
  return {
    sheetId: sheet.id,
    startRow: Math.min(one.row, other.row),
    endRow: Math.max(one.row, other.row) + 1,
    startColumn: Math.min(one.column, other.column),
    endColumn: Math.max(one.column, other.column) + 1,
  };
}

function sameTitle(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Text, sheets in quotes, and what stands between arguments. */
const PARTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[{};\\]|\d,(?=\d)/g;

/** Arguments between commas; within `{…}` a semicolon begins a row and, where commas are decimal, `\` a column. */
function withCommas(formula: string, hasDecimals: boolean): string {
  let depth = 0;
  return formula.replace(PARTS, (part) => {
    if (part === '{') depth++;
    else if (part === '}') depth--;
    else if (part === ';' && depth === 0) return ',';
    else if (part === '\\' && depth > 0) return ',';
    else if (hasDecimals && part.endsWith(',')) return part.replace(',', '.');
    return part;
  });
}

const WORDS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.$!])[\p{L}_][\p{L}\p{N}_.]*(?![\p{L}\p{N}_.(!])/gu;

/** Names of ranges by the cells that they stand for; capitals make no difference (documented). */
function withNames({ namedRanges, sheets }: Workbook, formula: string): string {
  if (namedRanges.length === 0) return formula;
  return formula.replace(WORDS, (word) => {
    const named = namedRanges.find(({ name }) => sameTitle(name, word));
    if (named === undefined) return word;
    const sheet = sheets.find(({ id }) => id === named.range.sheetId);
    return sheet === undefined ? '#REF!' : `${quotedTitle(sheet.title)}!${a1Of(named.range)}`;
  });
}
