import { parseValue } from 'numfmt';
import type { CellErrorText, CellValue } from './cell.ts';
import { decimalMark, defaultDatePattern, isDayFirst, languageTag, numberFormatKind } from './number-format.ts';

/** What a text becomes when it is entered into a cell. */
export interface TypedEntry {
  readonly value: CellValue;
  /** With its leading `=`; null: none. */
  readonly formula: string | null;
  /** The pattern that a cell without one gets; undefined: none. */
  readonly numberFormat: string | undefined;
}

/** Where a text is entered. */
export interface EntryPlace {
  /** The spreadsheet's locale, such as `en_US`. */
  readonly locale: string;
  /** Of a day without a year. */
  readonly year: number;
  /** The cell's pattern; undefined: automatic. */
  readonly numberFormat: string | undefined;
}

/**
 * A text as a spreadsheet takes it that a person types, or a script by setValue(s):
 * - `=…` is a formula (documented for both). `+…` and `-…` that are no numbers become formulas too: observed for typing (a
 *   telephone number `+86 138…` shows #ERROR!), assumed for setValue(s).
 * - A leading `'` makes a text of the rest (observed).
 * - In a cell whose pattern is `@` everything stays text, formulas too (observed).
 * - `31.12.2026` is a day where the locale writes days so (documented).
 * - Numbers, percentages, amounts, days, times, TRUE and FALSE, `#N/A` and its kind are what they look like (observed for
 *   both); how exactly each locale writes them is assumed to be as the package numfmt reads it.
 */
export function typedEntry(text: string, place: EntryPlace): TypedEntry {
  if (text === '') return asText(null);
  const first = text.charCodeAt(0);
  if (numberFormatKind(place.numberFormat) === 'text') return asText(first === APOSTROPHE ? text.slice(1) : text);
  if (first === APOSTROPHE) return asText(text.slice(1));
  if (first === EQUALS && text.length > 1) return { value: null, formula: text, numberFormat: undefined };
  if (first === HASH) return ERRORS.has(text) ? asText({ error: text as CellErrorText }) : asText(text);
  if (!mayBeNumber(text, first)) return asText(text);
  return remembered(text, place);
}

const entries = new Map<string, TypedEntry>();
const MOST_ENTRIES = 20_000;

/** Reading a number or a day costs some microseconds, and a column repeats its days and percentages. */
function remembered(text: string, place: EntryPlace): TypedEntry {
  const key = `${place.locale} ${place.year} ${text}`;
  let entry = entries.get(key);
  if (entry === undefined) {
    entry = parsed(text.trim(), place) ?? signedFormula(text) ?? asText(text);
    if (entries.size >= MOST_ENTRIES) entries.clear();
    entries.set(key, entry);
  }
  return entry;
}

/** Whether a text is nothing but itself wherever it is entered; false: it must be looked at. */
export function isPlainText(text: string): boolean {
  const first = text.charCodeAt(0);
  return first !== APOSTROPHE && first !== EQUALS && first !== HASH && !mayBeNumber(text, first);
}

const APOSTROPHE = 0x27;
const EQUALS = 0x3d;
const HASH = 0x23;
const ERRORS: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#ERROR!',
]);

/** Names of months and days, TRUE and FALSE: the only words that begin something else than a text. */
const WORDS = /^(?:true|false|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s-]*\d[\d\s,/-]*)$/i;

const LONGEST_NUMBER = 60;

/** A cheap look, since most cells are names and reading a number costs a hundred times as much. */
function mayBeNumber(text: string, first: number): boolean {
  if (text.length > LONGEST_NUMBER) return first === 0x2b || first === 0x2d;
  if (first >= 0x41 && first <= 0x7a) return WORDS.test(text);
  if (first >= 0x30 && first <= 0x39) return !/\p{L}{3}/u.test(text) || /\d\s*[-\s]\p{L}{3}|[ap]m$/iu.test(text);
  return first < 0x30 || /^\p{Sc}/u.test(text);
}

function parsed(text: string, { locale, year }: EntryPlace): TypedEntry | null {
  const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (chinese !== null) {
    const serial = serialOf(Number(chinese[1]), Number(chinese[2]), Number(chinese[3]));
    return serial === null ? null : { value: serial, formula: null, numberFormat: 'yyyy"年"m"月"d"日"' };
  }
  const hasDots = /^d+\./.test(defaultDatePattern(locale));
  const dotted = hasDots ? /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) : null;
  if (dotted !== null) {
    const serial = serialOf(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
    return serial === null ? null : { value: serial, formula: null, numberFormat: 'dd.mm.yyyy' };
  }
  if (hasDots && /^\d{1,2}\.\d{1,2}$/.test(text)) return withoutYear(text, locale, year);
  if (isBadlyGrouped(text, locale)) return null;
  const found = parseValue(text, { locale: languageTag(locale) });
  if (found === null) return null;
  const { v: read, z: numberFormat } = found;
  if (typeof read === 'boolean') return { value: read, formula: null, numberFormat: undefined };
  if (!Number.isFinite(read)) return null;
  // 94% is 0.94 and not 94 times a hundredth, which is more
  const value = numberFormat?.endsWith('%') === true ? Number(read.toPrecision(15)) : read;
  if (numberFormat !== undefined && /[dm]/.test(numberFormat) && !/[yh]/.test(numberFormat))
    return withoutYear(text, locale, year) ?? { value, formula: null, numberFormat };
  return { value, formula: null, numberFormat };
}

/** Whether marks between thousands stand elsewhere, as in `12,5` where commas group: another locale's number, which stays a text (observed). */
function isBadlyGrouped(text: string, locale: string): boolean {
  const decimal = decimalMark(locale);
  const [digits = ''] = /\d(?:[\d.,]*\d)?/.exec(text) ?? [];
  const [whole = '', ...parts] = digits.split(decimal);
  const mark = decimal === ',' ? '.' : ',';
  const groups = whole.split(mark);
  const isGrouped = locale.endsWith('_IN') ? /^\d{2,3}$/ : /^\d{3}$/;
  return groups.slice(1).some((group) => !isGrouped.test(group)) || parts.some((part) => part.includes(mark));
}

/** `1/2`, `1-2`: the day of this year, in the locale's order (observed). */
function withoutYear(text: string, locale: string, year: number): TypedEntry | null {
  const parts = /^(\d{1,2})([-/.])(\d{1,2})$/.exec(text);
  if (parts === null) return null;
  const [one, other] = [Number(parts[1]), Number(parts[3])];
  const dayFirst = isDayFirst(locale);
  const serial = dayFirst ? serialOf(year, other, one) : serialOf(year, one, other);
  if (serial === null) return null;
  const mark = parts[2] ?? '/';
  return { value: serial, formula: null, numberFormat: dayFirst ? `d${mark}m` : `m${mark}d` };
}

function serialOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.getTime() / 86_400_000 + 25_569;
}

function signedFormula(text: string): TypedEntry | null {
  if (/^[+-]\d[\d.,]*\s?[%\p{Sc}]?$/u.test(text)) return null;
  return /^[+-]+\s*[\p{L}\p{N}("'$#]/u.test(text)
    ? { value: null, formula: `=${text}`, numberFormat: undefined }
    : null;
}

function asText(value: CellValue): TypedEntry {
  return { value, formula: null, numberFormat: undefined };
}
