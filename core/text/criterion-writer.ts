import { type FactValue, isLevel } from '../customer.ts';
import type { FittedScheme } from '../grading/fit-scheme.ts';
import type { NextTier, Reason } from '../grading/grade.ts';
import { cutUses } from '../grading/scheme-inputs.ts';
import { type FormatOptions, formatDecimal, formatPercent, formatValue, type Rounding } from './format.ts';
import type { ByLanguage, Language } from './language.ts';

/** Puts one criterion's part in grades into words; `GradeWriter` in `grading-text.ts` says how they read. */
export interface CriterionWriter {
  readonly reason: (reason: Reason, short: boolean) => string;
  /** The title and both values: "Payment collection 91 % → 95 %". */
  readonly change: (next: Omit<NextTier, 'tier'>) => string;
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
  const words = SENTENCES[language];
  const criterion = fitted.scheme.criteria.find((candidate) => candidate.id === id);
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
  const pointsText = pointsWriter(words);
  const topBand = topBandText(id, fitted, language, goalText);
  /** A value that decided without points: by itself, as a band or an axis; or with others, as a condition of a rule. */
  const decided = ({ of, band, rule }: Reason, value: string | undefined, short: boolean): string => {
    const known = value ?? UNKNOWN[language];
    if (rule !== undefined || band === null || criterion === undefined) return words.answer(title, known);
    const { tiers } = fitted.scheme;
    const outcome =
      of === undefined ? (tiers.some((tier) => tier.id === band) ? tierNamed(band) : '') : labelNamed(of, band);
    if (outcome === '') return words.answer(title, known);
    return words.decided(
      title,
      known,
      outcome,
      short ? '' : ownBandText({ id, of, outcome: band }, fitted, language, goalText),
    );
  };

  return {
    reason(reason, short) {
      const value = reason.value === null ? undefined : valueText(reason.value);
      if (reason.knockOut !== undefined) return words.knockOut(title, value, tierNamed(reason.knockOut));
      const { band } = reason;
      if (reason.decides === true) return decided(reason, value, short);
      if (band !== null) {
        const isBelow = band !== '1' && !isLevel(reason.value) && typeof reason.value !== 'boolean';
        return words.counted(title, value, pointsText(reason), isBelow && !short ? topBand : '');
      }
      const outcome = reason.max > 0 ? pointsText(reason) : words.leftOut;
      return value === undefined ? words.missing(title, outcome) : words.unusable(title, value, outcome);
    },
    change({ from, to, beyond }) {
      // a bound that must be passed is rounded so that passing what is shown is enough
      const passed: Rounding = beyond === 'above' ? 'up' : 'down';
      const goal =
        beyond === undefined ? goalText : (value: FactValue) => words[beyond](worded(value, { rounding: passed }));
      if (from === null) return `${title} ${UNKNOWN[language]} → ${goal(to)}`;
      let before = valueText(from);
      let after = goal(to);
      // close values get more digits until they differ
      for (let extraDigits = 1; extraDigits <= 6 && before === after; extraDigits += 1) {
        before = worded(from, { extraDigits });
        after = worded(to, { extraDigits, rounding });
      }
      return `${title} ${before} → ${after}`;
    },
  };
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

/** Points of a band are the same for most customers, so that the last wording of each band usually serves again. */
function pointsWriter(words: Sentences): (reason: Reason) => string {
  const last = new Map<string | null, { readonly points: number; readonly max: number; readonly text: string }>();
  return ({ band, points, max }) => {
    const known = last.get(band);
    if (known !== undefined && known.points === points && known.max === max) return known.text;
    const text = words.points(formatDecimal(points, 1), formatDecimal(max, 1));
    last.set(band, { points, max, text });
    return text;
  };
}

/** Where the best band begins, when it is numbers that are graded; else empty. */
function topBandText(
  id: string,
  fitted: FittedScheme,
  language: Language,
  goalText: (value: FactValue) => string,
): string {
  const criterion = fitted.scheme.criteria.find((candidate) => candidate.id === id);
  const { method } = fitted.scheme;
  const scored =
    method.kind === 'scorecard' ? method.criteria.find((candidate) => candidate.criterion === id) : undefined;
  const cut = fitted.cuts[id]?.[0];
  if (cut === undefined || criterion === undefined) return '';
  const top = scored?.bands?.[0]?.top;
  const share = top === undefined ? undefined : formatPercent(top, language);
  return SENTENCES[language].topBand(goalText(cut), share, criterion.direction === 'lower-is-better');
}

/** Where the band of an outcome begins, when it is numbers that were put into bands; else empty. */
function ownBandText(
  place: { readonly id: string; readonly of: string | undefined; readonly outcome: string },
  fitted: FittedScheme,
  language: Language,
  goalText: (value: FactValue) => string,
): string {
  const { scheme, cuts } = fitted;
  const { id, of, outcome } = place;
  const method = of === undefined ? scheme.method : scheme.derived?.find((derived) => derived.id === of)?.method;
  if (method?.kind !== 'bands' && method?.kind !== 'quantiles') return '';
  const starts = cutUses(scheme).find((use) => use.place === (of === undefined ? id : `${of}.${id}`))?.starts ?? [];
  const outcomes: readonly { readonly outcome: string }[] =
    method.kind === 'bands' ? (method.bands ?? []) : method.shares;
  const index = outcomes.findIndex((band) => band.outcome === outcome);
  const cut = cuts[of === undefined ? id : `${of}.${id}`]?.[index];
  if (cut === undefined || Math.abs(cut) >= Number.MAX_VALUE) return '';
  const top = starts[index]?.top;
  const isLower = scheme.criteria.find((criterion) => criterion.id === id)?.direction === 'lower-is-better';
  const share = top === undefined ? undefined : formatPercent(top, language);
  return SENTENCES[language].ownBand(goalText(cut), share, isLower);
}

interface Sentences {
  /** A value that decided together with others. */
  readonly answer: (title: string, value: string) => string;
  /** A value that decided by itself what the outcome is. */
  readonly decided: (title: string, value: string, outcome: string, ownBand: string) => string;
  readonly ownBand: (start: string, share: string | undefined, isLowerBetter: boolean) => string;
  readonly above: (value: string) => string;
  readonly below: (value: string) => string;
  readonly other: (word: string) => string;
  readonly counted: (title: string, value: string | undefined, points: string, topBand: string) => string;
  readonly points: (points: string, max: string) => string;
  readonly topBand: (start: string, share: string | undefined, isLowerBetter: boolean) => string;
  readonly missing: (title: string, outcome: string) => string;
  readonly unusable: (title: string, value: string, outcome: string) => string;
  readonly leftOut: string;
  readonly knockOut: (title: string, value: string | undefined, tier: string) => string;
}

const SENTENCES: ByLanguage<Sentences> = {
  en: {
    answer: (title, value) => `${title}: ${value}`,
    decided: (title, value, outcome, ownBand) => `${title} ${value}: ${outcome}${ownBand}`,
    ownBand: (start, share, isLowerBetter) => {
      const side = isLowerBetter ? 'or less' : 'or more';
      return share === undefined ? ` (${start} ${side})` : ` (top ${share} of customers: ${start} ${side})`;
    },
    above: (value) => `more than ${value}`,
    below: (value) => `less than ${value}`,
    other: (word) => `anything but ${word}`,
    counted: (title, value, points, topBand) => `${title} ${value ?? ''}: ${points}${topBand}`,
    points: (points, max) => `${points} of ${max} points`,
    topBand: (start, share, isLowerBetter) => {
      if (share !== undefined) return ` (top ${share} of customers: ${start} or ${isLowerBetter ? 'less' : 'more'})`;
      return isLowerBetter ? ` (top band: ${start} or less)` : ` (top band starts at ${start})`;
    },
    missing: (title, outcome) => `${title} not known: ${outcome}`,
    unusable: (title, value, outcome) => `${title} “${value}” cannot be graded: ${outcome}`,
    leftOut: 'left out, the others weigh more',
    knockOut: (title, value, tier) => `${title} ${value ?? ''}: ${tier} at best, whatever else speaks for it`,
  },
  'zh-CN': {
    answer: (title, value) => `${title}：${value}`,
    decided: (title, value, outcome, ownBand) => `${title} ${value}：${outcome}${ownBand}`,
    ownBand: (start, share, isLowerBetter) => {
      const side = isLowerBetter ? '及以下' : '及以上';
      return share === undefined ? `（${start}${side}）` : `（前 ${share} 的客户为 ${start}${side}）`;
    },
    above: (value) => `高于 ${value}`,
    below: (value) => `低于 ${value}`,
    other: (word) => `改为“${word}”以外的其他内容`,
    counted: (title, value, points, topBand) => `${title} ${value ?? ''}：${points}${topBand}`,
    points: (points, max) => `得 ${points} 分，满分 ${max} 分`,
    topBand: (start, share, isLowerBetter) => {
      const side = isLowerBetter ? '及以下' : '及以上';
      return share === undefined ? `（最高档为 ${start}${side}）` : `（前 ${share} 的客户为 ${start}${side}）`;
    },
    missing: (title, outcome) => `${title}未知：${outcome}`,
    unusable: (title, value, outcome) => `${title}“${value}”无法评分：${outcome}`,
    leftOut: '不计入，其余指标权重相应提高',
    knockOut: (title, value, tier) => `${title} ${value ?? ''}：一票否决，不论其他指标，最高只能为${tier}`,
  },
  'zh-TW': {
    answer: (title, value) => `${title}：${value}`,
    decided: (title, value, outcome, ownBand) => `${title} ${value}：${outcome}${ownBand}`,
    ownBand: (start, share, isLowerBetter) => {
      const side = isLowerBetter ? '以下' : '以上';
      return share === undefined ? `（${start}${side}）` : `（前 ${share} 的客戶為 ${start}${side}）`;
    },
    above: (value) => `高於 ${value}`,
    below: (value) => `低於 ${value}`,
    other: (word) => `改為「${word}」以外的其他內容`,
    counted: (title, value, points, topBand) => `${title} ${value ?? ''}：${points}${topBand}`,
    points: (points, max) => `得 ${points} 分，滿分 ${max} 分`,
    topBand: (start, share, isLowerBetter) => {
      const side = isLowerBetter ? '以下' : '以上';
      return share === undefined ? `（最高級距為 ${start}${side}）` : `（前 ${share} 的客戶為 ${start}${side}）`;
    },
    missing: (title, outcome) => `${title}未知：${outcome}`,
    unusable: (title, value, outcome) => `${title}「${value}」無法評分：${outcome}`,
    leftOut: '不列入計算，其餘指標權重相應提高',
    knockOut: (title, value, tier) => `${title} ${value ?? ''}：一票否決，不論其他指標，最高只能為${tier}`,
  },
};

const UNKNOWN: ByLanguage = { en: 'not known', 'zh-CN': '未知', 'zh-TW': '未知' };
