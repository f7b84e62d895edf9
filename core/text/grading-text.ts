import { type FactValue, isLevel } from '../customer.ts';
import type { FittedScheme } from '../grading/fit-scheme.ts';
import type { GradeRemark, GradeStatus, NextTier, Reason } from '../grading/grade.ts';
import type { Criterion, Scheme, ScoredCriterion, Titles } from '../grading/scheme.ts';
import { type FormatOptions, formatDecimal, formatPercent, formatValue, type Rounding } from './format.ts';
import type { ByLanguage, Language } from './language.ts';

/** The title in the language, else in the other Chinese, else in English, else in whatever there is. */
export function textIn(titles: Titles, language: Language): string {
  const other = language === 'zh-CN' ? titles['zh-TW'] : language === 'zh-TW' ? titles['zh-CN'] : undefined;
  return titles[language] ?? other ?? titles.en ?? titles['zh-CN'] ?? titles['zh-TW'] ?? '';
}

/** A criterion's title; its id when the scheme does not know it. */
export function criterionText(criterion: string, scheme: Scheme, language: Language): string {
  const titles = scheme.criteria.find((candidate) => candidate.id === criterion)?.titles;
  return titles === undefined ? criterion : textIn(titles, language);
}

/** The tier with the word before it, so that a letter never stands alone: Tier A, 等级 A. */
export function tierText(tier: string, scheme: Scheme, language: Language): string {
  return `${TIER[language]} ${tierTitle(tier, scheme, language)}`;
}

/** The tier's own title (A, Gold); its id when the scheme does not know it. For columns that are headed Tier. */
export function tierTitle(tier: string, scheme: Scheme, language: Language): string {
  const titles = scheme.tiers.find((candidate) => candidate.id === tier)?.titles;
  return titles === undefined ? tier : textIn(titles, language);
}

/** How grading ended, in words. */
export function statusText(status: GradeStatus, language: Language): string {
  return STATUSES[status][language];
}

/**
 * Why one criterion counted as it did: "Payment collection 91 %: 13 of 20 points (top band starts at 98 %)". `short`
 * leaves out where the top band starts.
 */
export function reasonText(reason: Reason, fitted: FittedScheme, language: Language, short = false): string {
  const { scheme } = fitted;
  const criterion = scheme.criteria.find((candidate) => candidate.id === reason.criterion);
  const title = criterionText(reason.criterion, scheme, language);
  const value = reason.value === null ? undefined : valueText(reason.value, criterion, fitted, language);
  const words = SENTENCES[language];
  if (reason.knockOut !== undefined) return words.knockOut(title, value, tierText(reason.knockOut, scheme, language));
  const points = words.points(formatDecimal(reason.points, 1), formatDecimal(reason.max, 1));
  if (reason.band !== null) {
    return words.counted(title, value, points, short ? '' : topBandText(reason, fitted, language));
  }
  const outcome = reason.max > 0 ? points : words.leftOut;
  return value === undefined ? words.missing(title, outcome) : words.unusable(title, value, outcome);
}

/** What would lift the customer: "Payment collection 91 % → 95 %: B → A". `tier` is the customer's tier now. */
export function nextTierText(next: NextTier, tier: string, fitted: FittedScheme, language: Language): string {
  const { scheme } = fitted;
  const criterion = scheme.criteria.find((candidate) => candidate.id === next.criterion);
  const { from, to } = changeText(next, criterion, fitted, language);
  const title = criterionText(next.criterion, scheme, language);
  const tiers = `${tierTitle(tier, scheme, language)} → ${tierTitle(next.tier, scheme, language)}`;
  return `${title} ${from} → ${to}${COLON[language]}${tiers}`;
}

/** A reason for review, a warning, or a remark on a whole run (`fitRemarks`). A code without words comes back bare. */
export function remarkText(remark: GradeRemark, fitted: FittedScheme, language: Language): string {
  const sentence = REMARKS[remark.code]?.[language];
  if (sentence === undefined) return remark.code;
  const about = remark.criterion === undefined ? '' : criterionText(remark.criterion, fitted.scheme, language);
  return about === '' ? sentence : `${about}${COLON[language]}${sentence}`;
}

function changeText(
  next: NextTier,
  criterion: Criterion | undefined,
  fitted: FittedScheme,
  language: Language,
): { from: string; to: string } {
  const rounding: Rounding = criterion?.direction === 'lower-is-better' ? 'down' : 'up';
  const { from } = next;
  if (from === null) {
    return { from: UNKNOWN[language], to: valueText(next.to, criterion, fitted, language, { rounding }) };
  }
  let change = { from: '', to: '' };
  // close values get more digits until they differ
  for (let extraDigits = 0; extraDigits <= 6 && change.from === change.to; extraDigits += 1) {
    change = {
      from: valueText(from, criterion, fitted, language, { extraDigits }),
      to: valueText(next.to, criterion, fitted, language, { extraDigits, rounding }),
    };
  }
  return change;
}

function valueText(
  value: FactValue,
  criterion: Criterion | undefined,
  fitted: FittedScheme,
  language: Language,
  options: FormatOptions = {},
): string {
  const { currency, asOf } = fitted;
  return formatValue(value, criterion?.type ?? 'text', language, { currency, asOf, unit: criterion?.unit, ...options });
}

/** Where the best band begins, when it is numbers that are graded and the customer is not in it; else empty. */
function topBandText(reason: Reason, fitted: FittedScheme, language: Language): string {
  const criterion = fitted.scheme.criteria.find((candidate) => candidate.id === reason.criterion);
  const scored = fitted.scheme.method.criteria.find((candidate) => candidate.criterion === reason.criterion);
  const cut = fitted.cuts[reason.criterion]?.[0];
  const isWord = isLevel(reason.value) || typeof reason.value === 'boolean';
  if (reason.band === '1' || isWord || cut === undefined || criterion === undefined) return '';
  const isLowerBetter = criterion.direction === 'lower-is-better';
  const rounding: Rounding = isLowerBetter ? 'down' : 'up';
  const start = valueText(cut, criterion, fitted, language, { rounding });
  const share = topShare(scored, language);
  return SENTENCES[language].topBand(start, share, isLowerBetter);
}

function topShare(scored: ScoredCriterion | undefined, language: Language): string | undefined {
  const top = scored?.bands?.[0]?.top;
  return top === undefined ? undefined : formatPercent(top, language);
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

const TIER: ByLanguage = { en: 'Tier', 'zh-CN': '等级', 'zh-TW': '等級' };
const COLON: ByLanguage = { en: ': ', 'zh-CN': '：', 'zh-TW': '：' };
const UNKNOWN: ByLanguage = { en: 'not known', 'zh-CN': '未知', 'zh-TW': '未知' };

const STATUSES: Readonly<Record<GradeStatus, ByLanguage>> = {
  graded: { en: 'graded', 'zh-CN': '已分级', 'zh-TW': '已分級' },
  review: { en: 'needs review', 'zh-CN': '待复核', 'zh-TW': '待複核' },
  'out-of-market': { en: 'outside the target market', 'zh-CN': '不属于目标市场', 'zh-TW': '不屬於目標市場' },
  unreadable: { en: 'could not be read', 'zh-CN': '无法读取', 'zh-TW': '無法讀取' },
};

const REMARKS: Readonly<Record<string, ByLanguage>> = {
  'other-currency': {
    en: 'the amount is in another currency than the rest of the column',
    'zh-CN': '金额的币种与该列其他数据不同',
    'zh-TW': '金額的幣別與該欄其他資料不同',
  },
  ambiguous: {
    en: 'the value can be read in two ways',
    'zh-CN': '数值有两种读法，无法确定',
    'zh-TW': '數值有兩種讀法，無法確定',
  },
  unreadable: { en: 'the value could not be read', 'zh-CN': '无法识别该值', 'zh-TW': '無法辨識該值' },
  missing: {
    en: 'not known, and the scheme does not grade without it',
    'zh-CN': '数据缺失，而分级标准要求必填',
    'zh-TW': '資料缺漏，而分級標準要求必填',
  },
  'too-little-known': {
    en: 'Too little is known of this customer for a grade',
    'zh-CN': '该客户的已知数据太少，无法分级',
    'zh-TW': '該客戶的已知資料太少，無法分級',
  },
  'no-data': {
    en: 'Nothing is known of this customer that could be graded',
    'zh-CN': '该客户没有任何可用于分级的数据',
    'zh-TW': '該客戶沒有任何可用於分級的資料',
  },
  'nothing-to-compare': {
    en: 'left out, since no other customer has a value to compare it with',
    'zh-CN': '没有其他客户的数据可供比较，未计入',
    'zh-TW': '沒有其他客戶的資料可供比較，未列入計算',
  },
  'future-date': {
    en: 'left out, since the date lies in the future',
    'zh-CN': '日期晚于今天，未计入',
    'zh-TW': '日期晚於今天，未列入計算',
  },
  absent: {
    en: 'no customer has it, so it does not count',
    'zh-CN': '所有客户均无此数据，不计入评分',
    'zh-TW': '所有客戶皆無此資料，不列入評分',
  },
  'stands-in': {
    en: 'counts in place of a criterion that no customer has',
    'zh-CN': '代替所有客户都缺失的指标计分',
    'zh-TW': '代替所有客戶都缺漏的指標計分',
  },
  'few-to-compare': {
    en: 'only a few customers can be compared, so a place among them says little',
    'zh-CN': '可比较的客户很少，排名仅供参考',
    'zh-TW': '可比較的客戶很少，排名僅供參考',
  },
};
