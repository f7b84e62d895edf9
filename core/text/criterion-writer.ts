import { parseIsoDate } from '../calendar-date.ts';
import type { FactValue } from '../customer.ts';
import type { FittedScheme } from '../grading/fit-scheme.ts';
import type { NextTier, Reason } from '../grading/grade.ts';
import { knocksOut, planKnockOuts } from '../grading/plan-knock-out.ts';
import type { Criterion, KnockOut } from '../grading/scheme.ts';
import type { Condition, Method, ScoredCriterion } from '../grading/scheme-methods.ts';
import { pointsOf } from '../grading/scored-points.ts';
import { type BandWriter, bandWriter, isWord } from './band-text.ts';
import { CRITERION_SENTENCES, type CriterionSentences } from './criterion-sentences.ts';
import { type FormatOptions, formatDecimal, formatPercent, formatValue, type Rounding } from './format.ts';
import type { Language } from './language.ts';

/**
 * How much a reason tells beside value and points: `usual` where bands begin; the card's lists (`short`) nothing; a table's cell (`row`) all but
 * where the top band begins, which is the same in every row, and its points in fewer words; the receipt (`full`) leaves out nothing.
 */
export type Detail = 'short' | 'row' | 'usual' | 'full';

/** Puts one criterion's part in grades into words; `GradeWriter` in `grading-text.ts` says how they read. */
export interface CriterionWriter {
  readonly reason: (reason: Reason, detail: Detail) => string;
  /** The title and both values: "Payment collection 91 % → 95 %". */
  readonly change: (next: Omit<NextTier, 'tier'>) => string;
  /** The same for a value that suffices, of which there are better ones: "Profit ¥80,000 → ¥122,000 (¥42,000 more)". */
  readonly goal: (next: Omit<NextTier, 'tier'>) => string;
  /**
   * What full points take: "98 % or more", where words alone count "high"; empty where every number has them, where only a word beside numbers
   * does, and where the scheme was fitted to nobody.
   */
  readonly fullPoints: (scored: ScoredCriterion) => string;
  /** A knock-out that did not apply, with the customer's value; null when it is not known. */
  readonly spared: (knockOut: KnockOut, value: FactValue | null) => string;
}

/** What a writer needs to know beside its criterion. */
export interface CriterionWriterOptions {
  readonly fitted: FittedScheme;
  readonly language: Language;
  readonly title: string;
  readonly tierNamed: (tier: string) => string;
  /** The title of a derived result's label; the label itself for anything else. */
  readonly labelNamed: (part: string, label: string) => string;
}

/** A writer that remembers what it has put into words, up to {@link MOST_REMEMBERED} values. */
export function criterionWriter(id: string, options: CriterionWriterOptions): CriterionWriter {
  const { fitted, language, title, tierNamed, labelNamed } = options;
  const words = CRITERION_SENTENCES[language];
  const { scheme } = fitted;
  const criterion = scheme.criteria.find((candidate) => candidate.id === id);
  const formatting = {
    currency: fitted.currency,
    asOf: fitted.asOf,
    unit: criterion?.unit,
    isAhead: criterion?.isAhead,
  };
  const rounding: Rounding = criterion?.direction === 'lower-is-better' ? 'down' : 'up';
  const worded = (value: FactValue, how: FormatOptions = {}): string =>
    criterion === undefined
      ? labelNamed(id, String(value))
      : formatValue(value, criterion.type, language, { ...formatting, ...how });
  const valueText = remembered((value) => worded(value));
  const goalText = remembered((value) => worded(value, { rounding }));
  const usualPoints = pointsWriter(words.points);
  const pointsInRow = pointsWriter(words.pointsInRow);
  const pointsText = (reason: Reason, detail: Detail): string =>
    detail === 'row' ? pointsInRow(reason) : usualPoints(reason);
  const topBand = criterion === undefined ? '' : topBandText(criterion, fitted, language, goalText);
  let bandsOf: BandWriter | undefined;
  const bands = (): BandWriter =>
    (bandsOf ??= bandWriter(criterion ?? { id, type: 'text', titles: {} }, fitted, language, goalText));
  /** A value that decided without points: by itself, as a band or an axis; or with others, as a condition of a rule. */
  const decided = (reason: Reason, value: string | undefined, detail: Detail): string => {
    const { of, band, rule } = reason;
    const known = value ?? words.unknown;
    if (rule !== undefined) {
      const asked = detail === 'full' ? askedFor(methodOf(fitted, of), reason) : undefined;
      const asking = asked === undefined ? '' : bands().condition(asked, reason.value);
      return words.answer(title, known, asking === known ? '' : asking);
    }
    const method = methodOf(fitted, of);
    // an axis and a feeder's points decide nothing by themselves
    const isPart = method?.kind === 'matrix' || method?.kind === 'scorecard';
    if (band === null || criterion === undefined || isPart) return words.answer(title, known, '');
    const outcome =
      of === undefined ? (scheme.tiers.some((tier) => tier.id === band) ? tierNamed(band) : '') : labelNamed(of, band);
    if (outcome === '') return words.answer(title, known, '');
    if (method?.kind === 'decision-table') return words.stated(title, known, outcome);
    const place = detail === 'short' || isWord(reason.value) ? -1 : placeOfOutcome(method, band);
    return words.decided(title, known, outcome, place < 0 ? '' : bands().band(place, of));
  };
  /** Points, and the bands where the value is a number that was put into one. */
  const counted = (reason: Reason, value: string | undefined, detail: Detail): string => {
    const { band, points, max } = reason;
    const isNumber = !isWord(reason.value);
    if (detail !== 'full')
      return words.counted(
        title,
        value,
        pointsText(reason, detail),
        band !== '1' && isNumber && detail === 'usual' ? topBand : '',
      );
    // what is lost of what is shown, so that both add up
    const lost = (Math.round(max * 10) - Math.round(points * 10)) / 10;
    const won = words.pointsLost(
      formatDecimal(points, 1),
      formatDecimal(max, 1),
      lost > 0 ? formatDecimal(lost, 1) : undefined,
    );
    const place = Number(band) - 1;
    const count = bands().bandCount(undefined);
    const own = isNumber && place >= 0 && place < count ? bands().band(place, undefined) : '';
    const best = place === 0 ? '' : bands().band(0, undefined);
    const where = own === '' ? '' : words.bands(place + 1, count, own, best === '' ? undefined : best);
    return words.counted(title, value, won, where);
  };

  const sentence = (reason: Reason, detail: Detail): string => {
    const value = reason.value === null ? undefined : valueText(reason.value);
    if (reason.knockOut !== undefined) {
      const rule = detail === 'short' ? undefined : knockOutOf(fitted, reason);
      return words.knockOut(
        title,
        value,
        tierNamed(reason.knockOut),
        rule === undefined ? '' : bands().condition(rule.when, reason.value),
      );
    }
    if (reason.decides === true) return decided(reason, value, detail);
    if (reason.band !== null) return counted(reason, value, detail);
    const outcome = reason.max > 0 ? pointsText(reason, detail) : words.leftOut;
    return value === undefined ? words.missing(title, outcome) : words.unusable(title, value, outcome);
  };
  const told = new Map<FactValue | null, { readonly of: Reason; readonly detail: Detail; readonly text: string }>();

  return {
    reason(reason, detail) {
      const { value, band, points, max } = reason;
      if (detail === 'full' || reason.knockOut !== undefined || reason.decides === true)
        return sentence(reason, detail);
      const known = told.get(value);
      if (
        known !== undefined &&
        known.of.points === points &&
        known.of.band === band &&
        known.of.max === max &&
        known.detail === detail
      )
        return known.text;
      const text = inOnePiece(sentence(reason, detail));
      if (known !== undefined || told.size < MOST_REMEMBERED) told.set(value, { of: reason, detail, text });
      return text;
    },
    change: (next) => changeText(next, false),
    goal: (next) => changeText(next, true),
    fullPoints(scored) {
      const most = pointsOf(scored, Math.max);
      const { bands: numbers = [], levels = {}, answers, labels = {} } = scored;
      if (numbers.length > 0) {
        const fewer = numbers.findIndex(({ points }) => points < most);
        return fewer > 0 ? bands().band(fewer - 1, undefined) : '';
      }
      const best = [...Object.entries(labels), ...Object.entries(levels)].flatMap(([word, points]) =>
        points === most ? [valueText(word)] : [],
      );
      if (answers?.yes === most) best.push(valueText(true));
      if (answers?.no === most) best.push(valueText(false));
      return best.join(words.or);
    },
    spared: ({ when, tier }, value) =>
      words.spared(
        title,
        bands().condition(when, value),
        tierNamed(tier),
        value === null ? undefined : valueText(value),
      ),
  };

  function changeText({ from, to, beyond }: Omit<NextTier, 'tier'>, isGoal: boolean): string {
    // a bound that must be passed is rounded so that passing what is shown is enough
    const passed: Rounding = beyond === 'above' ? 'up' : 'down';
    const written = (value: FactValue, how?: FormatOptions): string => {
      if (beyond === 'other') return words.other(worded(value));
      if (beyond !== undefined) return words.bound(beyond, worded(value, { ...how, rounding: passed }));
      const text = how === undefined ? goalText(value) : worded(value, how);
      if (!isGoal || criterion?.type !== 'date' || typeof value !== 'string') return text;
      return words.dayGoal(text, isLaterGoal(criterion, from, value) ? 'later' : 'earlier');
    };
    if (from === null) return `${title} ${words.unknown} → ${written(to)}`;
    let before = valueText(from);
    let after = written(to);
    // close values get more digits until they differ
    for (let extraDigits = 1; extraDigits <= 6 && before === after; extraDigits += 1) {
      before = worded(from, { extraDigits });
      after = written(to, beyond === undefined ? { rounding, extraDigits } : { extraDigits });
    }
    return `${title} ${before} → ${after}${isGoal ? differenceText(from, to, beyond !== undefined) : ''}`;
  }

  /** How much more or less of an amount or a number; empty for shares and times, whose two values say it. */
  function differenceText(from: FactValue, to: FactValue, isBeyond: boolean): string {
    if (typeof from !== 'number' || typeof to !== 'number' || from === to) return '';
    if (criterion?.type !== 'money' && criterion?.type !== 'count' && criterion?.type !== 'number') return '';
    const amount = formatValue(Math.abs(to - from), criterion.type, language, { ...formatting, rounding: 'up' });
    return words.difference(to > from ? 'more' : 'less', amount, isBeyond);
  }
}

/** More than there are percentages with a decimal, and few enough that amounts, which seldom repeat, cost no room. */
const MOST_REMEMBERED = 2000;

function remembered(write: (value: FactValue) => string): (value: FactValue) => string {
  const texts = new Map<FactValue, string>();
  return (value) => {
    const known = texts.get(value);
    if (known !== undefined) return known;
    const text = write(value);
    if (texts.size < MOST_REMEMBERED) texts.set(value, text);
    return text;
  };
}

/** V8 leaves texts that were added up in pieces, and puts them together each time that they are used: trimming does it once. */
function inOnePiece(text: string): string {
  return text.trim();
}

/** Points of a band are the same for most customers, so that the last wording of each band usually serves again. */
function pointsWriter(write: CriterionSentences['points']): (reason: Reason) => string {
  const last = new Map<string | null, { readonly points: number; readonly max: number; readonly text: string }>();
  return ({ band, points, max }) => {
    const known = last.get(band);
    if (known !== undefined && known.points === points && known.max === max) return known.text;
    const text = write(formatDecimal(points, 1), formatDecimal(max, 1));
    last.set(band, { points, max, text });
    return text;
  };
}

/** Where the best band starts, which tells what the lost points would take; empty when there is none. */
function topBandText(
  { id, direction }: Criterion,
  fitted: FittedScheme,
  language: Language,
  goalText: (value: FactValue) => string,
): string {
  const { method } = fitted.scheme;
  const scored =
    method.kind === 'scorecard' ? method.criteria.find((candidate) => candidate.criterion === id) : undefined;
  const cut = fitted.cuts[id]?.[0];
  if (cut === undefined) return '';
  const top = scored?.bands?.[0]?.top;
  const share = top === undefined ? undefined : formatPercent(top, language);
  return CRITERION_SENTENCES[language].topBand(goalText(cut), share, direction === 'lower-is-better');
}

function methodOf({ scheme }: FittedScheme, of: string | undefined): Method | undefined {
  return of === undefined ? scheme.method : scheme.derived?.find((derived) => derived.id === of)?.method;
}

/** What the rule that decided asks of the criterion; undefined where no rule did. */
function askedFor(method: Method | undefined, { criterion, rule }: Reason): Condition | undefined {
  return method?.kind === 'decision-table' ? method.rules[(rule ?? 0) - 1]?.when[criterion] : undefined;
}

/** The place of the band with that outcome; -1 where outcomes are no bands of numbers. */
function placeOfOutcome(method: Method | undefined, outcome: string): number {
  if (method?.kind === 'bands') return (method.bands ?? []).findIndex((band) => band.outcome === outcome);
  return method?.kind === 'quantiles' ? method.shares.findIndex((share) => share.outcome === outcome) : -1;
}

function knockOutOf({ scheme, asOf }: FittedScheme, { criterion, value, knockOut }: Reason): KnockOut | undefined {
  const [applying] = planKnockOuts(scheme, asOf).flatMap((plan, index) => {
    const rule = scheme.knockOuts?.[index];
    const isMeant = rule?.criterion === criterion && rule.tier === knockOut;
    return isMeant && value !== null && knocksOut(plan, value) === true ? [rule] : [];
  });
  return applying;
}

/** Whether the days that suffice lie after the one named: for the better where recent is better, as seen from `from`. */
function isLaterGoal(criterion: Criterion, from: FactValue | null, to: string): boolean {
  if (typeof from === 'string' && parseIsoDate(from) !== undefined) return to > from;
  const isLowerBetter = criterion.direction === 'lower-is-better';
  return criterion.isAhead === true ? !isLowerBetter : isLowerBetter;
}
