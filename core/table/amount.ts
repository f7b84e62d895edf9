import { foldScript } from './fold-script.ts';
import { parseUnit, type Unit } from './units.ts';

/** A text with a number in it, taken apart. */
export interface Amount {
  /** The digits with their separators, ASCII, without sign. */
  readonly digits: string;
  readonly shape: NumberShape;
  readonly unit: Unit;
  /** The value when a compound (1亿2000万) was read, which leaves nothing to decide. */
  readonly value?: number;
}

/**
 * How separators in a number read: `plain` has none that matters, `dot` and `comma` name the decimal separator beyond doubt,
 * `dot-or-group` (1.234) and `comma-or-group` (1,234) read two ways.
 */
export type NumberShape = 'plain' | 'dot' | 'comma' | 'dot-or-group' | 'comma-or-group';

/** Takes a text apart into sign, number and units; undefined when it is anything else. Linear in the text's length. */
export function splitAmount(text: string): Amount | undefined {
  if (text.length > LONGEST_AMOUNT) return undefined;
  const plain = WIDE.test(text) ? text.normalize('NFKC') : text;
  let start = 0;
  let end = plain.length;
  while (start < end && !isDigit(plain.charCodeAt(start))) start++;
  while (end > start && !isDigit(plain.charCodeAt(end - 1))) end--;
  if (start === end) return undefined;
  if (start > 0 && plain.charCodeAt(start - 1) === DOT) start--;
  let before = plain.slice(0, start).trim();
  let after = plain.slice(end).trim();
  let isNegative = false;
  if (before.startsWith("'")) before = before.slice(1).trim();
  if (before.includes('(') && after.endsWith(')')) {
    before = before.replace('(', '');
    after = after.slice(0, -1);
    isNegative = true;
  }
  const digits = plain.slice(start, end);
  const unit = affixes(before, after);
  if (unit === undefined) return undefined;
  if (isNegative && unit.negative === true) return undefined;
  const signed = isNegative ? { ...unit, negative: true } : unit;
  const shape = shapeOf(digits);
  if (shape !== undefined) return { digits, shape, unit: signed };
  if (SCIENTIFIC.test(digits)) return { digits, shape: 'dot', unit: signed };
  const value = compound(foldScript(plain.slice(start)));
  return value === undefined ? undefined : { digits, shape: 'plain', unit: { ...signed, factor: 1 }, value };
}

/** The amount's number with the given decimal separator, sign and percent and multiplier not applied. */
export function numberIn(amount: Amount, decimal: '.' | ','): number {
  if (amount.value !== undefined) return amount.value;
  const { digits, shape } = amount;
  const separator =
    shape === 'dot' ? DOT : shape === 'comma' ? COMMA : shape === 'plain' ? 0 : decimal === '.' ? DOT : COMMA;
  let mantissa = 0;
  let decimals = -1;
  let length = 0;
  for (let at = 0; at < digits.length; at++) {
    const code = digits.charCodeAt(at);
    if (isDigit(code)) {
      mantissa = mantissa * 10 + (code - 0x30);
      if (decimals >= 0) decimals++;
      if (mantissa > 0) length++;
    } else if (code === separator) decimals = 0;
    else if (code === 0x45 || code === 0x65) return Number(digits);
  }
  // Up to 15 digits both numbers are exact, so that dividing them rounds as reading the text would.
  if (length <= 15 && decimals <= 22) return decimals > 0 ? mantissa / 10 ** decimals : mantissa;
  const plain = digits.replace(
    separator === COMMA ? NOT_COMMA_DECIMAL : separator === DOT ? NOT_DOT_DECIMAL : GROUP_MARKS,
    '',
  );
  return Number(plain.replace(',', '.'));
}

const LONGEST_AMOUNT = 60;
const DOT = 0x2e;
const COMMA = 0x2c;
/** Full-width digits and signs, and the spaces that are no plain space. */
const WIDE = /[\uff01-\uff5e\u00a0\u2000-\u200a\u202f\u205f\u3000]/;
const SCIENTIFIC = /^\d(?:\.\d+)?[eE][+-]?\d{1,3}$/;
const GROUP_MARKS = /[., '’]/g;
const NOT_DOT_DECIMAL = /[, '’]/g;
const NOT_COMMA_DECIMAL = /[. '’]/g;
const IN_GROUPS = /^\d{1,3}([., '’])\d{3}(?:\1\d{3})*$/;
/** 12,34,567 as in India. */
const IN_LAKHS = /^\d{1,2}(?:,\d{2})+,\d{3}$/;

const NO_UNIT: Unit = {};
/** Texts around numbers repeat down a column: each is parsed once. Bounded, so that hostile tables cannot fill it. */
const knownAffixes = new Map<string, Unit | undefined>();
const MOST_AFFIXES = 500;
const last: { before: string; after: string; unit: Unit | undefined } = { before: '', after: '', unit: NO_UNIT };

function affixes(before: string, after: string): Unit | undefined {
  if (before === '' && after === '') return NO_UNIT;
  if (before === last.before && after === last.after) return last.unit;
  const key = `${before}\n${after}`;
  let unit = knownAffixes.get(key);
  if (unit === undefined && !knownAffixes.has(key)) {
    // A minus sign may stand behind the number (SAP), a plus sign there means "or more".
    unit = after.endsWith('+') ? undefined : parseUnit(`${before}${after}`);
    if (knownAffixes.size >= MOST_AFFIXES) knownAffixes.clear();
    knownAffixes.set(key, unit);
  }
  Object.assign(last, { before, after, unit });
  return unit;
}

function shapeOf(digits: string): NumberShape | undefined {
  let dots = 0;
  let commas = 0;
  let others = 0;
  for (let index = 0; index < digits.length; index++) {
    const code = digits.charCodeAt(index);
    if (isDigit(code)) continue;
    if (code === DOT) dots++;
    else if (code === COMMA) commas++;
    else if (code === 0x20 || code === 0x27 || code === 0x2019) others++;
    else return undefined;
  }
  if (dots + commas + others === 0) return 'plain';
  if (dots === 0 && commas === 0) return IN_GROUPS.test(digits) ? 'plain' : undefined;
  const lastDot = digits.lastIndexOf('.');
  const lastComma = digits.lastIndexOf(',');
  if (dots > 0 && commas > 0) {
    const decimalAt = Math.max(lastDot, lastComma);
    const isDot = lastDot > lastComma;
    if ((isDot ? dots : commas) > 1 || others > 0) return undefined;
    return isGrouped(digits.slice(0, decimalAt)) ? (isDot ? 'dot' : 'comma') : undefined;
  }
  const certain = dots > 0 ? 'dot' : 'comma';
  if (dots + commas > 1) {
    // Several of the same sign group, so the other one is the decimal separator.
    if (others > 0 || !isGrouped(digits)) return undefined;
    return dots > 0 ? 'comma' : 'dot';
  }
  const at = Math.max(lastDot, lastComma);
  const whole = digits.slice(0, at);
  if (others > 0) return IN_GROUPS.test(whole) && /^\d*$/.test(digits.slice(at + 1)) ? certain : undefined;
  const canGroup = digits.length - at === 4 && whole.length >= 1 && whole.length <= 3 && !whole.startsWith('0');
  return canGroup ? `${certain}-or-group` : certain;
}

function isGrouped(digits: string): boolean {
  return /^\d*$/.test(digits) || IN_GROUPS.test(digits) || IN_LAKHS.test(digits);
}

/** Chinese compounds such as 1亿2000万 or 3万5千: parts with falling units. */
function compound(text: string): number | undefined {
  const parts = /^(\d+(?:\.\d+)?)([万亿千])(\d+(?:\.\d+)?)([万千百])?元?$/.exec(text);
  if (parts === null) return undefined;
  const first = COMPOUND_UNITS[parts[2] ?? ''] ?? 1;
  const second = COMPOUND_UNITS[parts[4] ?? ''] ?? 1;
  const rest = Number(parts[3]);
  // 3万5 is said for 35,000 and written for 30,005: neither is taken.
  if (second >= first || rest * second >= first || (parts[4] === undefined && String(parts[3]).length < 4))
    return undefined;
  return Number(parts[1]) * first + rest * second;
}

const COMPOUND_UNITS: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
