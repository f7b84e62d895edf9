import { type ByLanguage, LANGUAGES, type Language } from './language.ts';

/** A word of the sheet *Tierbook schemes* that means something, by what it means. */
export type SchemeWords<Meaning extends string> = Readonly<Record<Meaning, ByLanguage>>;

/** Lines that say one thing of a scheme: the word in the first column, the value in the second. */
export const SCHEME_LINES = {
  scheme: { en: 'Scheme', 'zh-CN': '标准', 'zh-TW': '標準' },
  title: { en: 'Title', 'zh-CN': '标题', 'zh-TW': '標題' },
  version: { en: 'Version', 'zh-CN': '版本', 'zh-TW': '版本' },
  method: { en: 'Method', 'zh-CN': '方法', 'zh-TW': '方法' },
  by: { en: 'Goes by', 'zh-CN': '依据', 'zh-TW': '依據' },
  more: { en: 'More', 'zh-CN': '其他', 'zh-TW': '其他' },
} as const satisfies SchemeWords<string>;

/** The tables of a scheme: the first word of their heading row. */
export const SCHEME_TABLES = {
  tiers: { en: 'Tier', 'zh-CN': '等级', 'zh-TW': '等級' },
  criteria: { en: 'Criterion', 'zh-CN': '指标', 'zh-TW': '指標' },
  weights: { en: 'Counts', 'zh-CN': '计分', 'zh-TW': '計分' },
  points: { en: 'Points for', 'zh-CN': '得分规则', 'zh-TW': '得分規則' },
  knockOuts: { en: 'Knock-out', 'zh-CN': '一票否决', 'zh-TW': '一票否決' },
} as const satisfies SchemeWords<string>;

/** The further columns of those tables. */
export const SCHEME_COLUMNS = {
  title: { en: 'Title', 'zh-CN': '标题', 'zh-TW': '標題' },
  from: { en: 'From', 'zh-CN': '不低于', 'zh-TW': '不低於' },
  upTo: { en: 'Up to', 'zh-CN': '不高于', 'zh-TW': '不高於' },
  top: { en: 'Best share', 'zh-CN': '前列占比', 'zh-TW': '前段占比' },
  share: { en: 'Share', 'zh-CN': '占比', 'zh-TW': '占比' },
  everyDays: { en: 'Days between contacts', 'zh-CN': '联系周期（天）', 'zh-TW': '聯絡週期（天）' },
  colour: { en: 'Colour', 'zh-CN': '颜色', 'zh-TW': '顏色' },
  type: { en: 'Type', 'zh-CN': '类型', 'zh-TW': '類型' },
  direction: { en: 'Better', 'zh-CN': '方向', 'zh-TW': '方向' },
  headings: { en: 'Column headings', 'zh-CN': '表头', 'zh-TW': '欄位標題' },
  weight: { en: 'Weight', 'zh-CN': '权重', 'zh-TW': '權重' },
  missing: { en: 'If missing', 'zh-CN': '缺失时', 'zh-TW': '缺漏時' },
  is: { en: 'Is', 'zh-CN': '为', 'zh-TW': '為' },
  points: { en: 'Points', 'zh-CN': '得分', 'zh-TW': '得分' },
  above: { en: 'Above', 'zh-CN': '高于', 'zh-TW': '高於' },
  below: { en: 'Below', 'zh-CN': '低于', 'zh-TW': '低於' },
  tier: { en: 'Tier at best', 'zh-CN': '最高等级', 'zh-TW': '最高等級' },
  more: SCHEME_LINES.more,
} as const satisfies SchemeWords<string>;

/** What stands in cells, by the word of the scheme document. */
export const SCHEME_VALUES = {
  scorecard: { en: 'scorecard', 'zh-CN': '评分卡', 'zh-TW': '評分卡' },
  'decision-table': { en: 'decision table', 'zh-CN': '决策表', 'zh-TW': '決策表' },
  bands: { en: 'bands', 'zh-CN': '分段', 'zh-TW': '分段' },
  quantiles: { en: 'quantiles', 'zh-CN': '按占比', 'zh-TW': '按占比' },
  matrix: { en: 'matrix', 'zh-CN': '矩阵', 'zh-TW': '矩陣' },
  money: { en: 'money', 'zh-CN': '金额', 'zh-TW': '金額' },
  number: { en: 'number', 'zh-CN': '数值', 'zh-TW': '數值' },
  percent: { en: 'percent', 'zh-CN': '百分比', 'zh-TW': '百分比' },
  count: { en: 'count', 'zh-CN': '次数', 'zh-TW': '次數' },
  date: { en: 'date', 'zh-CN': '日期', 'zh-TW': '日期' },
  months: { en: 'months', 'zh-CN': '月数', 'zh-TW': '月數' },
  level: { en: 'level', 'zh-CN': '高中低', 'zh-TW': '高中低' },
  'yes-no': { en: 'yes or no', 'zh-CN': '是或否', 'zh-TW': '是或否' },
  text: { en: 'text', 'zh-CN': '文本', 'zh-TW': '文字' },
  'higher-is-better': { en: 'higher', 'zh-CN': '越高越好', 'zh-TW': '越高越好' },
  'lower-is-better': { en: 'lower', 'zh-CN': '越低越好', 'zh-TW': '越低越好' },
  'leave-out': { en: 'leave out', 'zh-CN': '不计入', 'zh-TW': '不計入' },
  review: { en: 'review', 'zh-CN': '人工复核', 'zh-TW': '人工複核' },
  yes: { en: 'yes', 'zh-CN': '是', 'zh-TW': '是' },
  no: { en: 'no', 'zh-CN': '否', 'zh-TW': '否' },
  high: { en: 'high', 'zh-CN': '高', 'zh-TW': '高' },
  medium: { en: 'medium', 'zh-CN': '中', 'zh-TW': '中' },
  low: { en: 'low', 'zh-CN': '低', 'zh-TW': '低' },
  none: { en: 'none', 'zh-CN': '无', 'zh-TW': '無' },
} as const satisfies SchemeWords<string>;

/** The words by what people type for them, in any language, case and spaces aside. */
export function meaningsOf<Meaning extends string>(
  words: SchemeWords<Meaning>,
): ReadonlyMap<string, { readonly meaning: Meaning; readonly language: Language }> {
  const meanings = new Map<string, { meaning: Meaning; language: Language }>();
  for (const meaning of Object.keys(words) as Meaning[]) {
    const texts = words[meaning];
    for (const language of LANGUAGES) {
      const key = wordKey(texts[language]);
      if (!meanings.has(key)) meanings.set(key, { meaning, language });
    }
    if (!meanings.has(wordKey(meaning))) meanings.set(wordKey(meaning), { meaning, language: 'en' });
  }
  return meanings;
}

/** What two spellings of one word share. */
export function wordKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_()-]/g, '');
}
