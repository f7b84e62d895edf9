import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What `schemes compare` says around its figures. */
export interface ComparisonText {
  /** One scheme is no comparison. */
  readonly atLeastTwo: string;
  /** Which schemes were taken where none was named. */
  chosen(titles: readonly string[]): string;
  readonly nobody: string;
  agreement(one: string, other: string, agree: number, customers: number): string;
  /** How tiers of different schemes are compared. */
  readonly how: string;
  readonly allAgree: string;
  /** Above the customers on whom the schemes differ. */
  readonly differ: string;
  readonly row: string;
  readonly name: string;
  more(count: number): string;
}

export const COMPARISON_TEXT: ByLanguage<ComparisonText> = {
  en: {
    atLeastTwo: 'Name at least two schemes to compare, such as --scheme account-value --scheme medal.',
    chosen: (titles) =>
      `Compared by the schemes that these columns fit best: ${titles.join(', ')}. Use --scheme to choose others.`,
    nobody: 'There are no customers to grade.',
    agreement: (one, other, agree, customers) =>
      `${one} and ${other} agree on ${formatDecimal(agree, 0)} of ${formatDecimal(customers, 0)} customers.`,
    how: 'Tiers are compared by their place from best to worst, within half a tier.',
    allAgree: 'There is nobody on whom they differ.',
    differ: 'Where they differ most',
    row: 'Row',
    name: 'Customer',
    more: (count) => `and ${formatDecimal(count, 0)} more`,
  },
  'zh-CN': {
    atLeastTwo: '请至少指定两套分级标准，例如 --scheme account-value --scheme medal。',
    chosen: (titles) => `按最符合这些列的分级标准比较：${titles.join('、')}。用 --scheme 可以另选。`,
    nobody: '没有可分级的客户。',
    agreement: (one, other, agree, customers) =>
      `${one}与${other}：${formatDecimal(customers, 0)} 个客户中有 ${formatDecimal(agree, 0)} 个结果一致。`,
    how: '各标准的等级按从高到低的位置比较，相差不超过半级视为一致。',
    allAgree: '所有客户的结果都一致。',
    differ: '分歧最大的客户',
    row: '行',
    name: '客户',
    more: (count) => `另有 ${formatDecimal(count, 0)} 个`,
  },
  'zh-TW': {
    atLeastTwo: '請至少指定兩套分級標準，例如 --scheme account-value --scheme medal。',
    chosen: (titles) => `依最符合這些欄位的分級標準比較：${titles.join('、')}。用 --scheme 可以另選。`,
    nobody: '沒有可分級的客戶。',
    agreement: (one, other, agree, customers) =>
      `${one}與${other}：${formatDecimal(customers, 0)} 位客戶中有 ${formatDecimal(agree, 0)} 位結果一致。`,
    how: '各標準的等級依由高到低的位置比較，相差不超過半級視為一致。',
    allAgree: '所有客戶的結果都一致。',
    differ: '分歧最大的客戶',
    row: '列',
    name: '客戶',
    more: (count) => `另有 ${formatDecimal(count, 0)} 位`,
  },
};
