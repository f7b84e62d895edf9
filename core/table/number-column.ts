import type { ValueType } from '../customer.ts';
import { type Amount, numberIn, splitAmount } from './amount.ts';
import type { Cell } from './cell.ts';
import {
  ambiguous,
  type CellReading,
  type ColumnReader,
  type ColumnSource,
  type Conventions,
  isNoFiniteNumber,
  outOfRange,
  times,
  unreadable,
} from './column-reader.ts';
import type { TableProblem } from './reading.ts';
import { type AmountUnit, unitIn } from './unit-column.ts';
import { currenciesOfSign, type Unit } from './units.ts';
import { foldAnswer, isMissing, levelOf, yesNoOf } from './words.ts';

/** What a column's texts show about how its numbers are written. */
export interface NumberEvidence {
  /** Cells whose decimal separator is beyond doubt, and cells that read two ways. */
  readonly dots: number;
  readonly commas: number;
  readonly dotOrGroup: number;
  readonly commaOrGroup: number;
  /** The first cell that reads two ways. */
  readonly unclear: { readonly row: number; readonly text: string } | undefined;
  /** Cells by the currency they name, in the order in which they come. */
  readonly currencies: ReadonlyMap<string, number>;
  /** Cells with a number, whether they name a currency or not. */
  readonly amounts: number;
}

/** How a text that reads two ways is taken: by its decimal separator, as a group, as a decimal, or not at all. */
export type SeparatorRule = '.' | ',' | 'group' | 'decimal' | 'undecided';

/** Goes through a column once and counts what its texts show. */
export function numberEvidence(source: ColumnSource): NumberEvidence {
  let dots = 0;
  let commas = 0;
  let dotOrGroup = 0;
  let commaOrGroup = 0;
  let unclear: NumberEvidence['unclear'];
  let amounts = 0;
  const currencies = new Map<string, number>();
  for (let at = 0; at < source.rows.length; at++) {
    const cell = source.rows[at]?.[source.index];
    const text = typeof cell === 'string' ? cell : '';
    const amount = text === '' ? undefined : splitAmount(text);
    if (amount === undefined && typeof cell !== 'number') continue;
    amounts++;
    const currency = amount?.unit.currency ?? unitIn(source.rows[at], source.units)?.currency;
    if (currency !== undefined) currencies.set(currency, (currencies.get(currency) ?? 0) + 1);
    if (amount === undefined || amount.shape === 'plain') continue;
    if (amount.shape === 'dot') dots++;
    else if (amount.shape === 'comma') commas++;
    else {
      if (amount.shape === 'dot-or-group') dotOrGroup++;
      else commaOrGroup++;
      unclear ??= { row: source.rowNumbers[at] ?? 0, text: text.trim() };
    }
  }
  return { dots, commas, dotOrGroup, commaOrGroup, unclear, currencies, amounts };
}

/** The decimal separator that the evidence shows beyond doubt; undefined when it shows none or both. */
export function decimalShown(evidence: Pick<NumberEvidence, 'dots' | 'commas'>): '.' | ',' | undefined {
  if (evidence.dots > 0 && evidence.commas > 0) return undefined;
  return evidence.dots > 0 ? '.' : evidence.commas > 0 ? ',' : undefined;
}

/**
 * Decides texts such as 1.234 for a column of money, numbers or counts: by its own other values, by the caller, by the table's other columns, by the
 * currency or the language; counts have no decimals. A comma before three digits groups unless something speaks
 * against it, and the assumption is noted; a dot is left undecided.
 */
export function decideSeparator(
  source: ColumnSource,
  type: ValueType,
  evidence: NumberEvidence,
  conventions: Conventions,
): { readonly rule: SeparatorRule; readonly problems: readonly TableProblem[] } {
  const { unclear } = evidence;
  if (unclear === undefined) return { rule: '.', problems: [] };
  const note = (decimal: '.' | ',', isAssumed: boolean): TableProblem => ({
    code: 'decimal',
    severity: 'note',
    column: source.index,
    decimal,
    isAssumed,
  });
  const isMixed = evidence.dots > 0 && evidence.commas > 0;
  const decided = decimalShown(evidence) ?? conventions.decimalHint;
  if (decided !== undefined)
    return { rule: decided, problems: decided === ',' || evidence.dotOrGroup > 0 ? [note(decided, false)] : [] };
  if (type === 'count') return { rule: 'group', problems: [] };
  if (!isMixed) {
    const shown = conventions.decimalSeen;
    if (shown !== undefined) return { rule: shown, problems: [note(shown, false)] };
    const hasDotCurrency = [...evidence.currencies.keys()].some((currency) => DOT_CURRENCIES.has(currency));
    if (hasDotCurrency || conventions.isChinese) return { rule: '.', problems: [] };
    if (evidence.dotOrGroup === 0) return { rule: '.', problems: [note('.', true)] };
  }
  const cells = evidence.dotOrGroup + evidence.commaOrGroup;
  return {
    rule: 'undecided',
    problems: [
      {
        code: 'decimal-undecided',
        severity: 'problem',
        column: source.index,
        row: unclear.row,
        text: unclear.text,
        cells,
      },
    ],
  };
}

/** The number of an amount under a rule; undefined when the rule leaves it open. */
export function numberUnder(rule: SeparatorRule, amount: Amount): number | undefined {
  const { shape } = amount;
  if (rule === '.' || rule === ',') return numberIn(amount, rule);
  if (shape !== 'dot-or-group' && shape !== 'comma-or-group') return numberIn(amount, '.');
  if (rule === 'undecided') return undefined;
  return numberIn(amount, (shape === 'dot-or-group') === (rule === 'decimal') ? '.' : ',');
}

/** A reader for a column of money, numbers or counts. */
export function numberColumn(
  source: ColumnSource,
  type: 'money' | 'number' | 'count',
  evidence: NumberEvidence,
  conventions: Conventions,
): ColumnReader {
  const { rule, problems } = decideSeparator(source, type, evidence, conventions);
  const unit: Unit =
    type === 'money' ? { ...conventions.titleUnit, ...source.heading?.unit } : (source.heading?.unit ?? {});
  const headingFactor = unit.factor ?? 1;
  // a heading in dollars says that amounts are in dollars, whatever they were in before; 元 says it of any currency
  const units = type === 'money' && (unit.currency ?? '元') === '元' ? source.units : undefined;
  const hasFactors = units !== undefined && (unit.currency ?? unit.factor) === undefined;
  const currency =
    type === 'money'
      ? currencyOf(units === undefined ? unit.currency : undefined, evidence, conventions.isChinese)
      : null;
  const hasAnswers = source.field.also?.includes('yes-no') === true;
  const least = type === 'count' ? 0 : Number.NEGATIVE_INFINITY;

  const inCurrency = (value: number, own: string | undefined): CellReading => {
    if (own === undefined || isSameCurrency(own, currency)) return value === 0 ? 0 : value;
    return { code: 'other-currency', currency: likeliest(own), amount: value };
  };

  const readText = (text: string, ofRow: AmountUnit | undefined, rowFactor: number): CellReading => {
    // complaints may be none, and what is overdue a yes among amounts
    const folded = hasAnswers ? foldAnswer(text) : '';
    if (type === 'count' && levelOf(folded) === 'none') return 0;
    if (isMissing(text, 'other')) return null;
    const amount = splitAmount(text);
    const answer = amount === undefined && type === 'money' ? yesNoOf(folded) : undefined;
    if (typeof answer === 'boolean') return answer;
    if (isNoFiniteNumber(text)) return outOfRange(text);
    if (amount === undefined || !fits(amount.unit, type)) return unreadable(text);
    const number = numberUnder(rule, amount);
    if (number === undefined) return ambiguous(text);
    const factor = amount.unit.factor ?? (amount.unit.currency === '元' ? 1 : rowFactor);
    const value = times(amount.unit.negative === true ? -number : number, factor);
    if (!Number.isFinite(value) || value < least) return outOfRange(text);
    return inCurrency(value, amount.unit.currency ?? ofRow?.currency);
  };

  const read = (cell: Cell, named?: AmountUnit): CellReading => {
    const ofRow = units === undefined ? undefined : named;
    const rowFactor = hasFactors ? (ofRow?.factor ?? 1) : headingFactor;
    if (typeof cell === 'string') return readText(cell, ofRow, rowFactor);
    if (typeof cell !== 'number') return cell === null ? null : unreadable(cell);
    const value = times(cell, rowFactor);
    return Number.isFinite(value) && value >= least ? inCurrency(value, ofRow?.currency) : outOfRange(cell);
  };
  // days late are no amount, and days between orders no number of them
  const isMisfit = type !== 'number' && unit.months !== undefined && unit.months < 0.1;
  const told: TableProblem[] =
    units === undefined
      ? []
      : [{ code: 'unit-from-column', severity: 'note', column: source.index, units: units.index }];
  return {
    type,
    currency: currency === '元' ? null : currency,
    multiplier: headingFactor,
    read,
    problems: [...problems, ...told],
    isMisfit,
  };
}

/** Currencies in whose countries the decimal separator is a dot. */
const DOT_CURRENCIES = new Set('$ ¥ 元 USD CNY TWD HKD MOP GBP JPY KRW INR AUD CAD SGD NZD MXN THB MYR PHP'.split(' '));

function fits(unit: Unit, type: 'money' | 'number' | 'count'): boolean {
  if (unit.percent !== undefined || unit.months !== undefined) return false;
  return type === 'money' ? unit.counting !== true : unit.currency === undefined;
}

/**
 * The heading's currency, else the one that most cells name. A sign that several currencies share becomes the one that the
 * column's other signs allow (元 with ¥ is CNY, with $ it is TWD), else the likeliest; 元 alone stays, since it names none. A
 * few amounts abroad in a Chinese column of amounts that name no currency are not what that column is in.
 */
function currencyOf(named: string | undefined, evidence: NumberEvidence, isChinese: boolean): string | null {
  if (named !== undefined) {
    const shared = currenciesOfSign(named)?.find((code) =>
      [...evidence.currencies.keys()].some((other) => other !== named && choicesOf(other).includes(code)),
    );
    return shared ?? likeliest(named);
  }
  let best: string | null = null;
  let most = 0;
  for (const [code, cells] of evidence.currencies) {
    let total = cells;
    for (const [sign, count] of evidence.currencies) {
      if (sign !== code && currenciesOfSign(code) === undefined && choicesOf(sign).includes(code)) total += count;
    }
    if (total > most) {
      best = likeliest(code);
      most = total;
    }
  }
  const isAbroad = isChinese && best !== null && !isSameCurrency('元', best);
  return isAbroad && most * 2 < evidence.amounts ? '元' : best;
}

function choicesOf(code: string): readonly string[] {
  return currenciesOfSign(code) ?? [code];
}

function likeliest(code: string): string {
  return code === '元' ? code : (choicesOf(code)[0] ?? code);
}

function isSameCurrency(own: string, expected: string | null): boolean {
  if (expected === null || own === expected) return true;
  if (own === '$' && expected === '元') return false;
  const allowed = choicesOf(expected);
  return choicesOf(own).some((code) => allowed.includes(code));
}
