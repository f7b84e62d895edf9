import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What asking for one customer's receipt may be answered with instead. */
export const EXPLAIN_TEXT: ByLanguage<{
  /** No customer of the table is meant. */
  none(text: string): string;
  /** @param customers some of them, row and name */
  several(text: string, customers: readonly string[], more: number): string;
  readonly noCsv: string;
}> = {
  en: {
    none: (text) => `The table has no customer “${text}”. Give its row, its number or its name.`,
    several: (text, customers, more) =>
      `Several customers fit “${text}”; give the row of the one you mean: ${customers.join(', ')}${more > 0 ? `, and ${more} more` : ''}.`,
    noCsv: 'A receipt is text or JSON: leave --format out, or use --format json.',
  },
  'zh-CN': {
    none: (text) => `表中没有客户“${text}”。请给出行号、客户编号或名称。`,
    several: (text, customers, more) =>
      `有多个客户符合“${text}”，请改用行号：${customers.join('、')}${more > 0 ? `，另有 ${formatDecimal(more, 0)} 个` : ''}。`,
    noCsv: '单个客户的说明只有文本和 JSON 两种格式：不加 --format，或使用 --format json。',
  },
  'zh-TW': {
    none: (text) => `表中沒有客戶「${text}」。請提供列號、客戶編號或名稱。`,
    several: (text, customers, more) =>
      `有多位客戶符合「${text}」，請改用列號：${customers.join('、')}${more > 0 ? `，另有 ${formatDecimal(more, 0)} 位` : ''}。`,
    noCsv: '單一客戶的說明只有文字和 JSON 兩種格式：不加 --format，或使用 --format json。',
  },
};
