import { OUT_OF_MARKET } from '../grading/fixed-outcomes.ts';
import { forAndAgainst } from '../grading/for-and-against.ts';
import type { CutPoint, Receipt } from '../grading/receipt.ts';
import { CARD_TEXT } from './card-text.ts';
import { formatDate, formatDecimal, formatValue } from './format.ts';
import {
  criterionText,
  type GradeWriter,
  gradeWriter,
  labelText,
  remarkText,
  textIn,
  tierText,
} from './grading-text.ts';
import type { Language } from './language.ts';
import { RECEIPT_WORDS, type ReceiptWords } from './receipt-words.ts';

/** One part of a receipt: a heading and its lines, at least one. */
export interface ReceiptSection {
  readonly part: ReceiptPart;
  readonly heading: string;
  readonly lines: readonly string[];
}

/** What a section is about. */
export type ReceiptPart =
  | 'review'
  | 'warnings'
  | 'deciding'
  | 'favour'
  | 'against'
  | 'left-out'
  | 'missing'
  | 'spared-by'
  | 'cut-points'
  | 'next-tier'
  | 'drop';

/** The receipt in words, in the order in which a person asks: what to check, why, what is missing, what would move it. */
export function receiptSections(receipt: Receipt, language: Language): ReceiptSection[] {
  const { fitted, grade, missing, sparedBy } = receipt;
  const { scheme } = fitted;
  const writer = gradeWriter(fitted, language);
  const words = RECEIPT_WORDS[language];
  const reasons = forAndAgainst(grade.reasons, grade.reasons.length);
  const reasonsIn = (list: typeof grade.reasons): string[] => list.map((reason) => writer.reason(reason, 'full'));
  const remarksIn = (list: typeof grade.review): string[] => list.map((remark) => remarkText(remark, fitted, language));
  const isOpen = grade.status === 'review' || grade.status === 'unreadable';
  const sections: ReceiptSection[] = [
    section('review', words.review, remarksIn(grade.review)),
    section('warnings', words.warnings, remarksIn(grade.warnings)),
    section('deciding', isOpen ? words.answers : words.deciding, [
      ...decision(receipt, language),
      ...reasonsIn(reasons.deciding),
    ]),
    section('favour', words.favour, reasonsIn(reasons.favour)),
    section('against', words.against, reasonsIn(reasons.against)),
    section(
      'left-out',
      words.leftOut,
      reasonsIn(reasons.leftOut.filter(({ criterion }) => !missing.includes(criterion))),
    ),
    section(
      'missing',
      words.missing,
      missing.map((id) => criterionText(id, scheme, language)),
    ),
    section('spared-by', words.sparedBy, sparedBy.map(writer.spared)),
    section('cut-points', words.cutPoints, cutPointLines(receipt, language)),
    ...movingSections(receipt, writer, language),
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** By what the grade was made: the scheme, its version, the day and how many customers were compared. */
export function receiptSource({ fitted }: Receipt, language: Language): string {
  const { scheme, asOf, population } = fitted;
  return RECEIPT_WORDS[language].source(
    textIn(scheme.titles, language),
    scheme.version,
    formatDate(asOf, language),
    population,
  );
}

function section(part: ReceiptPart, heading: string, lines: readonly string[]): ReceiptSection {
  return { part, heading, lines };
}

/** The sentence that rules and cells need before their answers: what they make together. */
function decision({ fitted: { scheme }, grade }: Receipt, language: Language): string[] {
  const words = RECEIPT_WORDS[language];
  const { method } = scheme;
  const own = grade.reasons.filter((reason) => reason.of === undefined && reason.knockOut === undefined);
  if (method.kind === 'decision-table') {
    const rule = own.find((reason) => reason.rule !== undefined)?.rule ?? 0;
    const outcome = method.rules[rule - 1]?.outcome ?? method.otherwise;
    if (outcome === undefined || grade.status === 'review') return [];
    if (outcome === OUT_OF_MARKET) return [words.outOfMarket];
    const tier = tierText(outcome, scheme, language);
    return [rule > 0 ? words.ruleFits(tier) : words.noRuleFits(tier)];
  }
  if (method.kind !== 'matrix') return [];
  const [row, column] = [method.rows, method.columns].map((id) => own.find(({ criterion }) => criterion === id)?.band);
  const outcome = typeof row === 'string' && typeof column === 'string' ? method.cells[row]?.[column] : undefined;
  if (typeof row !== 'string' || typeof column !== 'string' || outcome === undefined) return [];
  const axis = (id: string, label: string): string =>
    words.axis(criterionText(id, scheme, language), axisText(id, label, scheme, language));
  return [words.cell(axis(method.rows, row), axis(method.columns, column), tierText(outcome, scheme, language))];
}

/** A label of an axis: a derived result's own, else a level or an answer. */
function axisText(id: string, label: string, scheme: Receipt['fitted']['scheme'], language: Language): string {
  if (scheme.derived?.some((derived) => derived.id === id) === true) return labelText(id, label, scheme, language);
  return formatValue(label === 'yes' ? true : label === 'no' ? false : label, 'level', language);
}

/** What would lift the customer, and how close it is to falling. */
function movingSections(
  { fitted, grade, nextTier, drop }: Receipt,
  writer: GradeWriter,
  language: Language,
): ReceiptSection[] {
  const { tier } = grade;
  if (tier === null) return [];
  const words = RECEIPT_WORDS[language];
  const { scheme } = fitted;
  const named = (id: string): string => tierText(id, scheme, language);
  const place = scheme.tiers.findIndex(({ id }) => id === tier);
  const { bestTier, noSingleChange } = CARD_TEXT[language];
  return [
    nextTier === null
      ? section('next-tier', words.lift, [place === 0 ? bestTier : noSingleChange])
      : section('next-tier', words.nextTier(named(nextTier.tier)), [writer.nextTier(nextTier, tier)]),
    section(
      'drop',
      words.drop(named(tier)),
      drop === null ? (place === scheme.tiers.length - 1 ? [] : [words.noSingleDrop]) : [writer.nextTier(drop, tier)],
    ),
  ];
}

function cutPointLines(receipt: Receipt, language: Language): string[] {
  const { fitted, cutPoints } = receipt;
  const { scheme } = fitted;
  const words = RECEIPT_WORDS[language];
  const own = cutPoints.filter(({ of }) => of === undefined);
  const last = scheme.tiers[scheme.tiers.length - 1]?.id ?? '';
  const named = (id: string): string => tierText(id, scheme, language);
  const derived = (scheme.derived ?? []).flatMap(({ id, labels }) => {
    const starts = cutPoints.filter(({ of }) => of === id);
    const label = (one: string): string => labelText(id, one, scheme, language);
    if (starts.length === 0) return [];
    const rest = labels[starts.length]?.id;
    return [words.labels(criterionText(id, scheme, language), startsText(starts, label, rest, fitted, language))];
  });
  const shares = Object.entries(fitted.brings ?? {}).map(([tier, share]) =>
    words.brings(named(tier), formatValue(Math.round(share * 1000) / 1000, 'percent', language)),
  );
  return [
    ...(own.length === 0 ? [] : [startsText(own, named, last, fitted, language)]),
    ...scoreLine(receipt, own, words, named),
    ...derived,
    ...(shares.length > 0 ? [shares.join(words.comma)] : []),
  ];
}

/** Where tiers or labels begin, in one line; `rest` takes what they leave. */
function startsText(
  starts: readonly CutPoint[],
  named: (id: string) => string,
  rest: string | undefined,
  fitted: Receipt['fitted'],
  language: Language,
): string {
  const words = RECEIPT_WORDS[language];
  const parts = starts.map(({ tier, criterion: id, from }) => {
    const criterion = fitted.scheme.criteria.find((candidate) => candidate.id === id);
    if (criterion === undefined) return words.from(named(tier), formatDecimal(from, 1));
    const isLower = criterion.direction === 'lower-is-better';
    const value = formatValue(from, criterion.type, language, {
      currency: fitted.currency,
      unit: criterion.unit,
      rounding: isLower ? 'down' : 'up',
    });
    return isLower ? words.upTo(named(tier), value) : words.from(named(tier), value);
  });
  return [...parts, ...(rest === undefined ? [] : [words.rest(named(rest))])].join(words.comma);
}

/** How far the score is from the tiers above and below. */
function scoreLine(
  { grade }: Receipt,
  cutPoints: readonly CutPoint[],
  words: ReceiptWords,
  named: (id: string) => string,
): string[] {
  const { score } = grade;
  if (score === null) return [];
  const above = cutPoints.find(({ from }) => from <= score);
  const better = cutPoints.filter(({ from }) => from > score);
  const short = better[better.length - 1];
  const distance = (cut: CutPoint | undefined) =>
    cut && { points: formatDecimal(Math.abs(cut.from - score), 1), tier: named(cut.tier) };
  return [words.score(formatDecimal(score, 1), distance(short), distance(above))];
}
