import type { ByLanguage } from './language.ts';

/** What belongs into a cell of the sheet *Tierbook schemes*. */
export type ExpectedCell =
  | 'id'
  | 'title'
  | 'version'
  | 'method'
  | 'by'
  | 'score'
  | 'limit'
  | 'share'
  | 'days'
  | 'colour'
  | 'type'
  | 'direction'
  | 'headings'
  | 'weight'
  | 'missing'
  | 'points'
  | 'words'
  | 'tier'
  | 'months'
  | 'more';

/** What to write, as it stands behind “write”; `{list}` stands for the words that are allowed. */
export const EXPECTED_CELLS: Readonly<Record<ExpectedCell, ByLanguage>> = {
  id: {
    en: 'a short name of English letters, digits, - and _, with a letter first',
    'zh-CN': '简短的英文名称（以字母开头，只含字母、数字、- 和 _）',
    'zh-TW': '簡短的英文名稱（以字母開頭，只含字母、數字、- 和 _）',
  },
  title: {
    en: 'the title that people read, of at most 200 characters',
    'zh-CN': '供人阅读的标题，最多 200 个字符',
    'zh-TW': '供人閱讀的標題，最多 200 個字元',
  },
  version: { en: 'a whole number from 1', 'zh-CN': '从 1 起的整数', 'zh-TW': '從 1 起的整數' },
  method: { en: 'one of {list}', 'zh-CN': '以下之一：{list}', 'zh-TW': '以下之一：{list}' },
  by: {
    en: 'up to 10 names of criteria, with commas between them',
    'zh-CN': '最多 10 个指标的名称，以逗号分隔',
    'zh-TW': '最多 10 個指標的名稱，以逗號分隔',
  },
  score: { en: 'a score from 0 to 100', 'zh-CN': '0 到 100 之间的分数', 'zh-TW': '0 到 100 之間的分數' },
  limit: { en: 'a number, such as 30 or 5%', 'zh-CN': '数字，如 30 或 5%', 'zh-TW': '數字，例如 30 或 5%' },
  share: {
    en: 'a share of more than 0% and at most 100%, such as 20%',
    'zh-CN': '大于 0%、不超过 100% 的占比，如 20%',
    'zh-TW': '大於 0%、不超過 100% 的占比，例如 20%',
  },
  days: {
    en: 'a whole number of days from 1 to 730',
    'zh-CN': '1 到 730 之间的整数（天）',
    'zh-TW': '1 到 730 之間的整數（天）',
  },
  colour: {
    en: '# and six digits or letters from a to f, such as #1a7f37',
    'zh-CN': '# 加六位数字或字母 a 到 f，如 #1a7f37',
    'zh-TW': '# 加六位數字或字母 a 到 f，例如 #1a7f37',
  },
  type: { en: 'one of {list}', 'zh-CN': '以下之一：{list}', 'zh-TW': '以下之一：{list}' },
  direction: { en: 'one of {list}', 'zh-CN': '以下之一：{list}', 'zh-TW': '以下之一：{list}' },
  headings: {
    en: 'at most 100 headings of up to 200 characters, with commas between them',
    'zh-CN': '最多 100 个表头，每个不超过 200 个字符，以逗号分隔',
    'zh-TW': '最多 100 個標題，每個不超過 200 個字元，以逗號分隔',
  },
  weight: {
    en: 'a number of more than 0, such as 20',
    'zh-CN': '大于 0 的数字，如 20',
    'zh-TW': '大於 0 的數字，例如 20',
  },
  missing: {
    en: '{list} or points from 0 to 100',
    'zh-CN': '以下之一：{list}，或 0 到 100 之间的得分',
    'zh-TW': '以下之一：{list}，或 0 到 100 之間的得分',
  },
  points: { en: 'a number from 0 to 100', 'zh-CN': '0 到 100 之间的数字', 'zh-TW': '0 到 100 之間的數字' },
  words: {
    en: 'words with commas between them',
    'zh-CN': '以逗号分隔的文字',
    'zh-TW': '以逗號分隔的文字',
  },
  tier: { en: 'one of the tiers {list}', 'zh-CN': '以下等级之一：{list}', 'zh-TW': '以下等級之一：{list}' },
  months: {
    en: 'a number of months from 0 to 1,200',
    'zh-CN': '0 到 1,200 之间的月数',
    'zh-TW': '0 到 1,200 之間的月數',
  },
  more: {
    en: 'what stood there before',
    'zh-CN': '原来的内容',
    'zh-TW': '原來的內容',
  },
};
