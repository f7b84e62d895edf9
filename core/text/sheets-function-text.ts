import type { ByLanguage } from './language.ts';

/** What the custom functions `TIER`, `TIER_SCORE` and `TIER_WHY` say in a cell when they cannot grade. */
export interface SheetsFunctionText {
  /** @param name the function's name, for the example */
  noTable(name: string): string;
  noHeader(name: string): string;
  readonly noName: string;
  severalNames(first: string, second: string): string;
  readonly noRecords: string;
  noSuchScheme(id: string, known: string): string;
  schemeChanged(id: string): string;
  /** @param title the scheme's */
  needsAll(name: string, title: string): string;
}

/** The custom functions' words in every language. */
export const SHEETS_FUNCTION_TEXT: ByLanguage<SheetsFunctionText> = {
  en: {
    noTable: (name) => `Give the whole table with its headings, for example =${name}(A1:F).`,
    noHeader: (name) =>
      `No row of headings was recognised. Give the whole table with its headings, for example =${name}(A1:F).`,
    noName: 'No column says who the customer is. Add one with the heading “Customer” or “Customer ID”.',
    severalNames: (first, second) =>
      `Both “${first}” and “${second}” could name the customer. Give one of them another heading.`,
    noRecords: 'There are headings, but no customer stands below them.',
    noSuchScheme: (id, known) => `There is no scheme “${id}”. There are: ${known}.`,
    schemeChanged: (id) =>
      `The scheme “${id}” has been edited since it was checked. Press Check in the sidebar’s Schemes.`,
    needsAll: (name, title) =>
      `“${title}” compares customers with each other. Give the whole table, for example =${name}(A1:F).`,
  },
  'zh-CN': {
    noTable: (name) => `请给出含表头的整张表，例如 =${name}(A1:F)。`,
    noHeader: (name) => `没有认出表头行。请给出含表头的整张表，例如 =${name}(A1:F)。`,
    noName: '没有哪一列标明是哪个客户。请加一列，表头为“客户名称”或“客户编号”。',
    severalNames: (first, second) => `“${first}”和“${second}”都可能是客户名称，请给其中一列换个表头。`,
    noRecords: '只有表头，下面没有客户。',
    noSuchScheme: (id, known) => `没有名为“${id}”的标准。可用的标准：${known}。`,
    schemeChanged: (id) => `标准“${id}”检查之后又改过。请在侧边栏的“标准”中点“检查”。`,
    needsAll: (name, title) => `“${title}”要在客户之间作比较，请给出整张表，例如 =${name}(A1:F)。`,
  },
  'zh-TW': {
    noTable: (name) => `請給出含標題列的整張表，例如 =${name}(A1:F)。`,
    noHeader: (name) => `沒有認出標題列。請給出含標題列的整張表，例如 =${name}(A1:F)。`,
    noName: '沒有哪一欄標明是哪位客戶。請加一欄，標題為「客戶名稱」或「客戶編號」。',
    severalNames: (first, second) => `「${first}」和「${second}」都可能是客戶名稱，請為其中一欄換個標題。`,
    noRecords: '只有標題列，下面沒有客戶。',
    noSuchScheme: (id, known) => `沒有名為「${id}」的標準。可用的標準：${known}。`,
    schemeChanged: (id) => `標準「${id}」檢查之後又改過。請在側邊欄的「標準」中按「檢查」。`,
    needsAll: (name, title) => `「${title}」要在客戶之間作比較，請給出整張表，例如 =${name}(A1:F)。`,
  },
};
