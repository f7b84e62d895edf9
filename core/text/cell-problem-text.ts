import type { ValueType } from '../customer.ts';
import type { TableProblem } from '../table/reading.ts';
import type { ByLanguage, Language } from './language.ts';

/** What is wrong with the value of one cell. */
export type CellProblem = Extract<
  TableProblem,
  { readonly code: 'unreadable' | 'out-of-range' | 'future-date' | 'other-currency' }
>;

/** Whether a problem is one of a single cell's value. */
export function isCellProblem(problem: TableProblem): problem is CellProblem {
  return problem.code in SENTENCES;
}

/** What is wrong with a cell and what to do, without its place: for a note on the cell itself, and behind the place elsewhere. */
export function cellProblemText(problem: CellProblem, language: Language): string {
  const data: Readonly<Record<string, string>> =
    problem.code === 'other-currency'
      ? { currency: problem.currency, expected: problem.expected }
      : {
          text: quoted(problem.text, language),
          type: problem.code === 'unreadable' ? VALUE_TYPES[problem.type][language] : '',
        };
  return SENTENCES[problem.code][language].replace(/\{(\w+)\}/g, (_, name: string) => data[name] ?? '');
}

/** A person's own words in a sentence, cut where they are long. */
export function quoted(text: string, language: Language): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const short = flat.length > LONGEST_QUOTE ? `${flat.slice(0, LONGEST_QUOTE)}…` : flat;
  return language === 'zh-TW' ? `「${short}」` : `“${short}”`;
}

const LONGEST_QUOTE = 60;

/** What a column's cells should be, as sentences name it. */
export const VALUE_TYPES: Readonly<Record<ValueType, ByLanguage>> = {
  money: { en: 'an amount', 'zh-CN': '金额', 'zh-TW': '金額' },
  number: { en: 'a number', 'zh-CN': '数字', 'zh-TW': '數字' },
  percent: { en: 'a rate', 'zh-CN': '比率', 'zh-TW': '比率' },
  count: { en: 'a count', 'zh-CN': '次数', 'zh-TW': '次數' },
  date: { en: 'a date', 'zh-CN': '日期', 'zh-TW': '日期' },
  months: { en: 'a length of time or a date', 'zh-CN': '时长或日期', 'zh-TW': '時間長度或日期' },
  level: { en: 'high, medium, low or none', 'zh-CN': '高、中、低或无', 'zh-TW': '高、中、低或無' },
  'yes-no': { en: 'yes or no', 'zh-CN': '是或否', 'zh-TW': '是或否' },
  text: { en: 'text', 'zh-CN': '文字', 'zh-TW': '文字' },
};

const SENTENCES: Readonly<Record<CellProblem['code'], ByLanguage>> = {
  unreadable: {
    en: '{text} cannot be read as {type}. Correct the cell or empty it.',
    'zh-CN': '{text}无法识别为{type}，请更正或清空。',
    'zh-TW': '{text}無法辨識為{type}，請更正或清空。',
  },
  'out-of-range': {
    en: '{text} is not possible there. Correct the cell or empty it.',
    'zh-CN': '{text}超出可能的范围，请更正或清空。',
    'zh-TW': '{text}超出可能的範圍，請更正或清空。',
  },
  'future-date': {
    en: '{text} lies in the future. Correct the cell or empty it.',
    'zh-CN': '{text}晚于今天，请更正或清空。',
    'zh-TW': '{text}晚於今天，請更正或清空。',
  },
  'other-currency': {
    en: 'the amount is in {currency}, the rest of the column in {expected}. Convert it, or give each currency a column of its own.',
    'zh-CN': '金额币种是 {currency}，而该列是 {expected}，请换算，或按币种分列。',
    'zh-TW': '金額幣別是 {currency}，而該欄是 {expected}，請換算，或依幣別分欄。',
  },
};
