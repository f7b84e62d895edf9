import type { FactValue } from '../customer.ts';
import { countedCriteria, type FittedScheme } from '../grading/fit-scheme.ts';
import type { GradeRemark, GradeStatus, NextTier, Reason } from '../grading/grade.ts';
import type { SparedKnockOut } from '../grading/receipt.ts';
import type { Scheme, Titles } from '../grading/scheme.ts';
import type { AnyScheme } from '../grading/scheme-inputs.ts';
import { type CriterionWriter, criterionWriter, type Detail } from './criterion-writer.ts';
import { formatValue } from './format.ts';
import type { ByLanguage, Language } from './language.ts';

/** The title in the language, else in the other Chinese, else in English, else in whatever there is. */
export function textIn(titles: Titles, language: Language): string {
  const other = language === 'zh-CN' ? titles['zh-TW'] : language === 'zh-TW' ? titles['zh-CN'] : undefined;
  return titles[language] ?? other ?? titles.en ?? titles['zh-CN'] ?? titles['zh-TW'] ?? '';
}

/** A criterion's title; its id when the document does not know it. */
export function criterionText(
  criterion: string,
  scheme: Pick<AnyScheme, 'criteria' | 'derived'>,
  language: Language,
): string {
  const isNamed = (candidate: { readonly id: string }): boolean => candidate.id === criterion;
  const titles = (scheme.criteria.find(isNamed) ?? scheme.derived?.find(isNamed))?.titles;
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

/** The title of a derived result's or segment's label; the label itself when the scheme does not know it. */
export function labelText(part: string, label: string, scheme: Scheme, language: Language): string {
  const named = [...(scheme.derived ?? []), ...(scheme.segments ?? [])].find(({ id }) => id === part);
  const titles = named?.labels.find(({ id }) => id === label)?.titles;
  return titles === undefined ? label : textIn(titles, language);
}

/** How one value changed, without the day of any grading: "Payment collection 91 % → 96 %". `currency`: of amounts; default none. */
export function valueChangeText(
  change: { readonly criterion: string; readonly from: FactValue | null; readonly to: FactValue | null },
  scheme: Scheme,
  language: Language,
  currency: string | null = null,
): string {
  const criterion = scheme.criteria.find(({ id }) => id === change.criterion);
  const worded = (value: FactValue | null): string =>
    value === null
      ? NOT_KNOWN[language]
      : formatValue(value, criterion?.type ?? 'text', language, { unit: criterion?.unit, currency });
  return `${criterionText(change.criterion, scheme, language)} ${worded(change.from)} → ${worded(change.to)}`;
}

/** How grading ended, in words. */
export function statusText(status: GradeStatus, language: Language): string {
  return STATUSES[status][language];
}

/** What a criterion's full points take: "Payment collection", "98 % or more". */
export interface FullPoints {
  readonly criterion: string;
  readonly range: string;
}

/** Puts the grades of one fitted scheme into words of one language. */
export interface GradeWriter {
  /**
   * Why one criterion counted as it did: "Payment collection 91 %: 13 of 20 points (top band starts at 98 %)". `short` and
   * `row` leave out where the top band starts; `full` tells the points lost and the own band too.
   */
  readonly reason: (reason: Reason, detail?: Detail) => string;
  /** A change alone: "Payment collection 91 % → 95 %". */
  readonly change: (change: Omit<NextTier, 'tier'>) => string;
  /** What would lift the customer: "Payment collection 91 % → 95 %: B → A". `tier` is the customer's tier now. */
  readonly nextTier: (next: NextTier, tier: string) => string;
  /** What full points take, of each criterion that any of the customers has, in the document's order; none where points do not decide. */
  readonly fullPoints: () => FullPoints[];
  /** A knock-out that did not apply. */
  readonly spared: (spared: SparedKnockOut) => string;
}

/**
 * A writer for many customers: what repeats from one to the next (rates, points, where the top band starts) is put into
 * words once. It remembers a bounded number of values, so a table may be as long as it likes. `outcomes`: whether those
 * of the scheme are a segment's labels, which go without the word for a tier.
 */
export function gradeWriter(
  fitted: FittedScheme,
  language: Language,
  outcomes: 'tiers' | 'labels' = 'tiers',
): GradeWriter {
  const { scheme } = fitted;
  const writers = new Map<string, CriterionWriter>();
  const writerOf = (id: string): CriterionWriter => {
    let writer = writers.get(id);
    if (writer === undefined) {
      const title = criterionText(id, scheme, language);
      const named = outcomes === 'tiers' ? tierText : tierTitle;
      const tierNamed = (tier: string): string => named(tier, scheme, language);
      const labelNamed = (part: string, label: string): string => labelText(part, label, scheme, language);
      writer = criterionWriter(id, { fitted, language, title, tierNamed, labelNamed });
      writers.set(id, writer);
    }
    return writer;
  };
  const titles = new Map(scheme.tiers.map(({ id }) => [id, tierTitle(id, scheme, language)]));
  return {
    reason: (reason, detail = 'usual') => writerOf(reason.criterion).reason(reason, detail),
    change: (change) => writerOf(change.criterion).change(change),
    nextTier: (next, tier) => {
      const tiers = `${titles.get(tier) ?? tier} → ${titles.get(next.tier) ?? next.tier}`;
      return `${writerOf(next.criterion).goal(next)}${COLON[language]}${tiers}`;
    },
    fullPoints() {
      const { method } = scheme;
      if (method.kind !== 'scorecard') return [];
      return countedCriteria(method.criteria, fitted.known).flatMap((scored): FullPoints[] => {
        const { criterion } = scored;
        if ((fitted.known[criterion] ?? 0) === 0) return [];
        const range = writerOf(criterion).fullPoints(scored);
        return range === '' ? [] : [{ criterion: criterionText(criterion, scheme, language), range }];
      });
    },
    spared: ({ knockOut, value }) => writerOf(knockOut.criterion).spared(knockOut, value),
  };
}

/** One reason in words; for many customers use {@link gradeWriter}. */
export function reasonText(reason: Reason, fitted: FittedScheme, language: Language, detail?: Detail): string {
  return gradeWriter(fitted, language).reason(reason, detail);
}

/** What would lift one customer, in words; for many customers use {@link gradeWriter}. */
export function nextTierText(next: NextTier, tier: string, fitted: FittedScheme, language: Language): string {
  return gradeWriter(fitted, language).nextTier(next, tier);
}

/** A reason for review, a warning, or a remark on a whole run (`fitRemarks`). A code without words comes back bare. */
export function remarkText(remark: GradeRemark, fitted: FittedScheme, language: Language): string {
  const { scheme } = fitted;
  const isText = scheme.criteria.some(({ id, type }) => id === remark.criterion && type === 'text');
  // any text can be read, but a scheme only knows some words
  const code = remark.code === 'unreadable' && isText ? 'unknown-word' : remark.code;
  const sentence = REMARKS[code]?.[language];
  if (sentence === undefined) return remark.code;
  const named = [remark.criterion, ...(remark.criteria ?? [])].filter((id) => id !== undefined);
  const about = named.map((id) => criterionText(id, scheme, language)).join(COMMA[language]);
  const worded =
    remark.outcome === undefined ? sentence : sentence.replace('{}', outcomeText(remark.outcome, scheme, language));
  return about === '' ? worded : `${about}${COLON[language]}${worded}`;
}

/** An outcome that a remark names: a tier with its word, a rule by its number. */
function outcomeText(outcome: string, scheme: Scheme, language: Language): string {
  return scheme.tiers.some(({ id }) => id === outcome) ? tierText(outcome, scheme, language) : outcome;
}

const NOT_KNOWN: ByLanguage = { en: 'not known', 'zh-CN': '未知', 'zh-TW': '未知' };
const TIER: ByLanguage = { en: 'Tier', 'zh-CN': '等级', 'zh-TW': '等級' };
const COMMA: ByLanguage = { en: ', ', 'zh-CN': '、', 'zh-TW': '、' };
const COLON: ByLanguage = { en: ': ', 'zh-CN': '：', 'zh-TW': '：' };

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
  'unknown-word': {
    en: 'not one of the words that the scheme knows',
    'zh-CN': '分级标准中没有这个词',
    'zh-TW': '分級標準中沒有這個詞',
  },
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
  'past-date': {
    en: 'left out, since the date lies in the past',
    'zh-CN': '日期早于今天，未计入',
    'zh-TW': '日期早於今天，未列入計算',
  },
  'out-of-range': {
    en: 'the number is not possible there',
    'zh-CN': '数值超出可能的范围',
    'zh-TW': '數值超出可能的範圍',
  },
  contradiction: {
    en: 'these answers contradict each other',
    'zh-CN': '这些回答互相矛盾',
    'zh-TW': '這些回答互相矛盾',
  },
  'no-rule-fits': {
    en: 'No rule of the scheme fits this customer',
    'zh-CN': '分级标准中没有适用于该客户的规则',
    'zh-TW': '分級標準中沒有適用於該客戶的規則',
  },
  'no-rule-takes': {
    en: 'no rule of the scheme takes this answer',
    'zh-CN': '分级标准中没有针对此回答的规则',
    'zh-TW': '分級標準中沒有針對此回答的規則',
  },
  'rule-wants-review': {
    en: 'Rule {} asks for a person’s decision',
    'zh-CN': '规则 {} 要求人工判断',
    'zh-TW': '規則 {} 要求人工判斷',
  },
  'find-out-first': {
    en: 'find this out first, it decides most',
    'zh-CN': '请先了解这一项，它最能决定等级',
    'zh-TW': '請先了解這一項，它最能決定等級',
  },
  'fits-too': {
    en: '{} fits too; the better one was taken',
    'zh-CN': '也符合{}，已取较高的一级',
    'zh-TW': '也符合{}，已取較高的一級',
  },
  'stated-otherwise': {
    en: 'says {}, which the other answers do not bear out',
    'zh-CN': '对应{}，与其他回答不符',
    'zh-TW': '對應{}，與其他回答不符',
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
