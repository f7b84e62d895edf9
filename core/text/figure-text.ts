import type { ValueType } from '../customer.ts';
import type { FigureProblem } from '../grading/read-figure.ts';
import { pluralOf } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage, Language } from './language.ts';

/** What is wrong with a figure that somebody typed, and what to type: one sentence. */
export function figureProblemText(problem: FigureProblem, type: ValueType, language: Language): string {
  const words = PROBLEMS[language];
  switch (problem.code) {
    case 'unreadable':
      return words.unreadable(words.examples[type]);
    case 'ambiguous':
      return words.ambiguous;
    case 'out-of-range':
      return words.outOfRange(words.examples[type]);
    case 'other-currency':
      return words.otherCurrency(problem.currency, problem.onFile);
    default:
      return problem satisfies never;
  }
}

interface ProblemWords {
  /** What such a figure looks like. */
  readonly examples: Readonly<Record<ValueType, string>>;
  unreadable(example: string): string;
  readonly ambiguous: string;
  outOfRange(example: string): string;
  otherCurrency(typed: string, onFile: string): string;
}

const PROBLEMS: ByLanguage<ProblemWords> = {
  en: {
    examples: {
      money: '32,000 or 3.2万',
      number: '12.5',
      percent: '85%',
      count: '12',
      date: '2026-03-31',
      months: '18 months or 2024-09-01',
      level: 'high, medium, low or none',
      'yes-no': 'yes or no',
      text: 'a word or two',
    },
    unreadable: (example) => `This cannot be read. Type it like ${example}, or leave it empty.`,
    ambiguous: 'This reads two ways. Type 1,234.00 for the one or 1.23 for the other.',
    outOfRange: (example) => `This cannot be so large or small. Type it like ${example}.`,
    otherCurrency: (typed, onFile) => `This is in ${typed}, the others are in ${onFile}. Convert it first.`,
  },
  'zh-CN': {
    examples: {
      money: '32,000 或 3.2万',
      number: '12.5',
      percent: '85%',
      count: '12',
      date: '2026-03-31',
      months: '18个月 或 2024-09-01',
      level: '高、中、低、无',
      'yes-no': '是 或 否',
      text: '一两个词',
    },
    unreadable: (example) => `无法识别。请按此格式填写：${example}；不清楚可留空。`,
    ambiguous: '这个数有两种读法。请写成 1,234.00 或 1.23 的形式。',
    outOfRange: (example) => `数值超出范围。请按此格式填写：${example}。`,
    otherCurrency: (typed, onFile) => `币种是 ${typed}，其他客户用 ${onFile}，请先换算。`,
  },
  'zh-TW': {
    examples: {
      money: '32,000 或 3.2萬',
      number: '12.5',
      percent: '85%',
      count: '12',
      date: '2026-03-31',
      months: '18個月 或 2024-09-01',
      level: '高、中、低、無',
      'yes-no': '是 或 否',
      text: '一兩個詞',
    },
    unreadable: (example) => `無法辨識。請依此格式填寫：${example}；不清楚可留空。`,
    ambiguous: '這個數有兩種讀法。請寫成 1,234.00 或 1.23 的形式。',
    outOfRange: (example) => `數值超出範圍。請依此格式填寫：${example}。`,
    otherCurrency: (typed, onFile) => `幣別是 ${typed}，其他客戶用 ${onFile}，請先換算。`,
  },
};

/** The words around a customer's figures. Titles have at most 24 characters. */
export const FIGURE_TEXT: ByLanguage<{
  readonly edit: string;
  editLabel(name: string): string;
  readonly title: string;
  readonly save: string;
  edited(name: string): string;
  /** In a menu: nothing is known. */
  readonly unknown: string;
  /** A number of months as it can be typed. */
  months(count: number): string;
  /** Below a figure that the purchases on file say. */
  measured(value: string): string;
  /** Below a figure that could not be read. */
  doubtful(text: string): string;
  readonly noScheme: string;
  /** Which part of many figures this is. */
  page(from: number, to: number, of: number): string;
  readonly next: string;
  readonly previous: string;
}> = {
  en: {
    edit: 'Edit figures',
    editLabel: (name) => `Edit figures of ${name}`,
    title: 'Edit figures',
    save: 'Save and grade',
    edited: (name) => `The figures of ${name} are saved.`,
    unknown: 'not known',
    months: (count) => `${count} ${pluralOf(count, 'month', 'months')}`,
    measured: (value) => `Its purchases say ${value}; what you type counts instead.`,
    doubtful: (text) => `“${text}” could not be used.`,
    noScheme: 'No scheme is in use for such customers, so there are no figures to grade by.',
    page: (from, to, of) => `Figures ${from} to ${to} of ${of}. Save before you go on.`,
    next: 'Next figures',
    previous: 'Previous figures',
  },
  'zh-CN': {
    edit: '编辑指标',
    editLabel: (name) => `编辑指标：${name}`,
    title: '编辑指标',
    save: '保存并定级',
    edited: (name) => `${name}的指标已保存。`,
    unknown: '不清楚',
    months: (count) => `${formatDecimal(count, 0)} 个月`,
    measured: (value) => `按购买记录为 ${value}；填写后以填写的为准。`,
    doubtful: (text) => `“${text}”无法使用。`,
    noScheme: '这类客户还没有在用的分级标准，没有可编辑的指标。',
    page: (from, to, of) => `第 ${from}–${to} 项，共 ${formatDecimal(of, 0)} 项。翻页前请先保存。`,
    next: '下一组',
    previous: '上一组',
  },
  'zh-TW': {
    edit: '編輯指標',
    editLabel: (name) => `編輯指標：${name}`,
    title: '編輯指標',
    save: '儲存並定級',
    edited: (name) => `${name}的指標已儲存。`,
    unknown: '不清楚',
    months: (count) => `${formatDecimal(count, 0)} 個月`,
    measured: (value) => `依購買紀錄為 ${value}；填寫後以填寫的為準。`,
    doubtful: (text) => `「${text}」無法使用。`,
    noScheme: '這類客戶還沒有使用中的分級標準，沒有可編輯的指標。',
    page: (from, to, of) => `第 ${from}–${to} 項，共 ${formatDecimal(of, 0)} 項。翻頁前請先儲存。`,
    next: '下一組',
    previous: '上一組',
  },
};
