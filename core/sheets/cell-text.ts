import type { CalendarDate } from '../calendar-date.ts';
import { withoutFormula } from '../text/without-formula.ts';
import type { DayOf } from './sheet-days.ts';
import type { SheetValue } from './sheet-value.ts';

/** A value of ours for a cell; '' empties it. */
export type OwnValue = string | number | boolean | { readonly date: CalendarDate };

/** The most that a cell holds. */
const MOST_CHARACTERS = 50_000;

/**
 * Text as it is written into a cell, so that it stays the text that it is: neither a formula nor a number, a day or an answer, and no
 * longer than a cell holds. An apostrophe in front does that, which the sheet takes away again.
 */
export function asText(text: string): string {
  if (text === '' || isPlain(text)) return text;
  const safe = withoutFormula(text);
  const whole = safe === text && READ_AS_SOMETHING.test(text) ? `'${text}` : safe;
  return whole.length <= MOST_CHARACTERS ? whole : `${whole.slice(0, MOST_CHARACTERS - 1)}…`;
}

/** Whether a text begins with a letter with which nothing does that a sheet would read as something else: most texts, told fast. */
function isPlain(text: string): boolean {
  const first = text.charCodeAt(0);
  const isLetter =
    (first >= 0x4e00 && first <= 0x9fff) || (first >= 65 && first <= 90) || (first >= 97 && first <= 122);
  // TRUE and FALSE begin with F, T, f, t; a regular expression would cost more than all the rest
  const isAnswer = text.length < 6 && (first === 70 || first === 84 || first === 102 || first === 116);
  return isLetter && text.length <= MOST_CHARACTERS && !isAnswer;
}

/** Numbers, days, times, amounts and answers: what a sheet makes something else of. An apostrophe of the text's own goes lost too. */
const READ_AS_SOMETHING = /^(?:'.*|[\p{Sc}\s]*[\d.,][\d\s.,:/%年月日\p{Sc}-]*(?:[ap]m|e[+-]?\d+)?|true|false)$/isu;

/** Whether a cell shows what we would write into it. */
export function isShown(cell: SheetValue | undefined, value: OwnValue, dayOf: DayOf): boolean {
  if (cell === undefined) return value === '';
  if (typeof value === 'string') {
    if (cell === value) return true;
    if (typeof cell === 'string') return value.charCodeAt(0) === APOSTROPHE && value.slice(1) === cell;
    return value !== '' && !(cell instanceof Date) && String(cell) === value;
  }
  if (typeof value === 'object') return cell instanceof Date ? dayOf(cell) === value.date : cell === value.date;
  return cell === value;
}

/** A cell as text: what a person reads as the tier or its reasons, a day as `YYYY-MM-DD`. */
export function shownText(cell: SheetValue | undefined, dayOf: DayOf): string {
  if (cell === undefined) return '';
  return cell instanceof Date ? (dayOf(cell) ?? '') : String(cell);
}

/** A value of ours as {@link shownText} reads it from the cell that we wrote it into. */
export function textOf(value: OwnValue): string {
  if (typeof value === 'object') return value.date;
  const text = typeof value === 'string' ? value : String(value);
  return text.charCodeAt(0) === APOSTROPHE ? text.slice(1) : text;
}

/** A value as {@link shownText} reads it from a cell into which it was written as it is, as the bot does: an apostrophe in front stays. */
export function writtenText(value: OwnValue): string {
  return typeof value === 'object' ? value.date : String(value);
}

const APOSTROPHE = 39;
