import { type FactValue, isLevel } from '../customer.ts';
import type { FittedScheme } from '../grading/fit-scheme.ts';
import type { NextTier, Reason } from '../grading/grade.ts';
import { type FormatOptions, formatDecimal, formatPercent, formatValue, type Rounding } from './format.ts';
import type { ByLanguage, Language } from './language.ts';

/** Puts one criterion's part in grades into words; `GradeWriter` in `grading-text.ts` says how they read. */
export interface CriterionWriter {
  readonly reason: (reason: Reason, short: boolean) => string;
  /** The title and both values: "Payment collection 91 % → 95 %". */
  readonly change: (next: NextTier) => string;
}

/** What a writer needs to know beside its criterion. */
export interface CriterionWriterOptions {
  readonly fitted: FittedScheme;
  readonly language: Language;
  readonly title: string;
  readonly tierNamed: (tier: string) => string;
}

/** A writer that remembers what it has put into words, up to {@link MOST_REMEMBERED} values. */
export function criterionWriter(id: string, options: CriterionWriterOptions): CriterionWriter {
  const { fitted, language, title, tierNamed } = options;
  const words = SENTENCES[language];
  const criterion = fitted.scheme.criteria.find((candidate) => candidate.id === id);
  const formatting = { currency: fitted.currency, asOf: fitted.asOf, unit: criterion?.unit };
  const rounding: Rounding = criterion?.direction === 'lower-is-better' ? 'down' : 'up';
  const worded = (value: FactValue, how: FormatOptions = {}): string =>
    formatValue(value, criterion?.type ?? 'text', language, { ...formatting, ...how });
  const valueText = remembered((value) => worded(value));
  const goalText = remembered((value) => worded(value, { rounding }));
  const pointsText = pointsWriter(words);
  const topBand = topBandText(id, fitted, language, goalText);

  return {
    reason(reason, short) {
      const value = reason.value === null ? undefined : valueText(reason.value);
      if (reason.knockOut !== undefined) return words.knockOut(title, value, tierNamed(reason.knockOut));
      const { band } = reason;
      if (band !== null) {
        const isBelow = band !== '1' && !isLevel(reason.value) && typeof reason.value !== 'boolean';
        return words.counted(title, value, pointsText(reason), isBelow && !short ? topBand : '');
      }
      const outcome = reason.max > 0 ? pointsText(reason) : words.leftOut;
      return value === undefined ? words.missing(title, outcome) : words.unusable(title, value, outcome);
    },
    change({ from, to }) {
      if (from === null) return `${title} ${UNKNOWN[language]} → ${goalText(to)}`;
      let before = valueText(from);
      let after = goalText(to);
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
  const scored = fitted.scheme.method.criteria.find((candidate) => candidate.criterion === id);
  const cut = fitted.cuts[id]?.[0];
  if (cut === undefined || criterion === undefined) return '';
  const top = scored?.bands?.[0]?.top;
  const share = top === undefined ? undefined : formatPercent(top, language);
  return SENTENCES[language].topBand(goalText(cut), share, criterion.direction === 'lower-is-better');
}

interface Sentences {
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
    counted: (title, value, points, topBand) => `${title} ${value ?? ''}: ${points}${topBand}`,
    points: (points, max) => `${points} of ${max} points`,
    topBand: (start, share, isLowerBetter) => {
      if (share !== undefined) return ` (top ${share} of customers: ${start} or ${isLowerBetter ? 'less' : 'more'})`;
      return isLowerBetter ? ` (top band: ${start} or less)` : ` (top band starts at ${start})`;
    },
    missing: (title, outcome) => `${title} not known: ${outcome}`,
    unusable: (title, value, outcome) => `${title} “${value}” cannot be graded: ${outcome}`,
    leftOut: 'left out, the others weigh more',
    knockOut: (title, value, tier) => `${title} ${value ?? ''}: ${tier} at best, whatever the score`,
  },
  'zh-CN': {
    counted: (title, value, points, topBand) => `${title} ${value ?? ''}：${points}${topBand}`,
    points: (points, max) => `得 ${points} 分，满分 ${max} 分`,
    topBand: (start, share, isLowerBetter) => {
      const side = isLowerBetter ? '及以下' : '及以上';
      return share === undefined ? `（最高档为 ${start}${side}）` : `（前 ${share} 的客户为 ${start}${side}）`;
    },
    missing: (title, outcome) => `${title}未知：${outcome}`,
    unusable: (title, value, outcome) => `${title}“${value}”无法评分：${outcome}`,
    leftOut: '不计入，其余指标权重相应提高',
    knockOut: (title, value, tier) => `${title} ${value ?? ''}：一票否决，不论得分，最高只能为${tier}`,
  },
  'zh-TW': {
    counted: (title, value, points, topBand) => `${title} ${value ?? ''}：${points}${topBand}`,
    points: (points, max) => `得 ${points} 分，滿分 ${max} 分`,
    topBand: (start, share, isLowerBetter) => {
      const side = isLowerBetter ? '以下' : '以上';
      return share === undefined ? `（最高級距為 ${start}${side}）` : `（前 ${share} 的客戶為 ${start}${side}）`;
    },
    missing: (title, outcome) => `${title}未知：${outcome}`,
    unusable: (title, value, outcome) => `${title}「${value}」無法評分：${outcome}`,
    leftOut: '不列入計算，其餘指標權重相應提高',
    knockOut: (title, value, tier) => `${title} ${value ?? ''}：一票否決，不論得分，最高只能為${tier}`,
  },
};

const UNKNOWN: ByLanguage = { en: 'not known', 'zh-CN': '未知', 'zh-TW': '未知' };
