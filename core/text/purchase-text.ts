import type { CalendarDate } from '../calendar-date.ts';
import type { ColumnReading } from '../table/reading.ts';
import { counted } from './counted.ts';
import { fieldTitle } from './field-titles.ts';
import { formatDate, formatDecimal } from './format.ts';
import { rejectionText } from './import-text.ts';
import type { ByLanguage, Language } from './language.ts';
import { columnName } from './table-text.ts';

/** Why a row of a table of purchases was not taken over; `column` is the 0-based place in the table. */
export type PurchaseRejection =
  | { readonly code: 'nameless' | 'too-long' }
  | { readonly code: 'long-order' }
  | { readonly code: 'several-match'; readonly candidates: readonly string[] }
  /** Nobody on file has this number or name. */
  | { readonly code: 'unknown-customer'; readonly customer: string }
  | { readonly code: 'no-date' | 'no-amount'; readonly column: number }
  | {
      readonly code: 'bad-date' | 'bad-amount' | 'date-two-ways' | 'amount-two-ways';
      readonly text: string;
      readonly column: number;
    }
  | { readonly code: 'future-date'; readonly date: CalendarDate; readonly column: number }
  | { readonly code: 'other-currency'; readonly currency: string; readonly column: number };

/** What came of the rows of a table of purchases. */
export interface PurchaseCounts {
  readonly new: number;
  /** Rows that were on file before. */
  readonly known: number;
  /** Orders that came to nothing, by their own status. */
  readonly cancelled: number;
  readonly rejected: number;
}

/** "Purchases imported: 120 new, 30 already there, 2 rejected.", or what would be imported. */
export function purchaseSummary(counts: PurchaseCounts, isDryRun: boolean, language: Language): string {
  const { new: added, known, rejected, cancelled } = counts;
  const summary = SUMMARY[language](isDryRun, added, known, rejected);
  return cancelled === 0 ? summary : `${summary}${language === 'en' ? ' ' : ''}${CANCELLED[language](cancelled)}`;
}

/** What is wrong with a rejected row and how to mend it; one sentence, for the report and the file of rejected rows. */
export function purchaseRejectionText(
  reason: PurchaseRejection,
  columns: readonly ColumnReading[],
  language: Language,
): string {
  switch (reason.code) {
    case 'nameless':
    case 'too-long':
    case 'several-match':
      return rejectionText(reason, language);
    case 'long-order':
      return LONG_ORDER[language];
    case 'unknown-customer':
      return UNKNOWN[language](reason.customer);
    case 'no-date':
    case 'no-amount':
      return SENTENCES[reason.code][language](columnName(reason.column, columns, language), '');
    case 'bad-date':
    case 'bad-amount':
    case 'date-two-ways':
    case 'amount-two-ways':
      return SENTENCES[reason.code][language](columnName(reason.column, columns, language), reason.text);
    case 'future-date':
      return SENTENCES[reason.code][language](
        columnName(reason.column, columns, language),
        formatDate(reason.date, language),
      );
    case 'other-currency':
      return SENTENCES[reason.code][language](columnName(reason.column, columns, language), reason.currency);
    default:
      return reason satisfies never;
  }
}

/** The table lacks a column without which there is no purchase. `field` is what `--column` takes. */
export function noPurchaseColumnText(field: string, language: Language): string {
  return NO_COLUMN[language](fieldTitle(field, language), field);
}

/** Follows an import into a workspace that does not show what purchases are good for. */
export const LIFECYCLE_HINT: ByLanguage = {
  en: 'To see each customer’s lifecycle stage and RFM scores on its card: schemes use lifecycle',
  'zh-CN': '如需在客户卡片上显示生命周期和 RFM 得分：schemes use lifecycle',
  'zh-TW': '如需在客戶卡片上顯示生命週期和 RFM 得分：schemes use lifecycle',
};

const SUMMARY: ByLanguage<(isDryRun: boolean, added: number, known: number, rejected: number) => string> = {
  en: (isDryRun, added, known, rejected) =>
    `${isDryRun ? 'Nothing written yet. This import would bring' : 'Purchases imported'}: ${added} new, ${known} already there, ${rejected} rejected.`,
  'zh-CN': (isDryRun, added, known, rejected) =>
    `${isDryRun ? '试运行，未写入任何数据。将会' : '购买记录导入完成：'}新增 ${formatDecimal(added, 0)} 条，已有 ${known} 条，未接收 ${rejected} 行。`,
  'zh-TW': (isDryRun, added, known, rejected) =>
    `${isDryRun ? '試跑，未寫入任何資料。將會' : '購買紀錄匯入完成：'}新增 ${formatDecimal(added, 0)} 筆，已有 ${known} 筆，未收錄 ${rejected} 列。`,
};

const CANCELLED: ByLanguage<(count: number) => string> = {
  en: (count) => `${counted(count, 'cancelled order was', 'cancelled orders were')} left out.`,
  'zh-CN': (count) => `已取消的订单 ${formatDecimal(count, 0)} 条未计入。`,
  'zh-TW': (count) => `已取消的訂單 ${formatDecimal(count, 0)} 筆未計入。`,
};

const UNKNOWN: ByLanguage<(customer: string) => string> = {
  en: (customer) => `There is no customer “${customer}” on file: import the customer first, or correct the row.`,
  'zh-CN': (customer) => `系统里没有客户“${customer}”，请先导入该客户，或更正这一行。`,
  'zh-TW': (customer) => `系統裡沒有客戶「${customer}」，請先匯入該客戶，或更正這一列。`,
};

const LONG_ORDER: ByLanguage = {
  en: 'The order number is longer than 300 characters: shorten it.',
  'zh-CN': '订单号超过 300 个字符，请缩短。',
  'zh-TW': '訂單編號超過 300 個字元，請縮短。',
};

const NO_COLUMN: ByLanguage<(title: string, field: string) => string> = {
  en: (title, field) =>
    `The table has no column for this: ${title.toLowerCase()}. Head one so, or say which it is: --column C=${field}`,
  'zh-CN': (title, field) => `表格里没有“${title}”列，请把其中一列命名为“${title}”，或用 --column C=${field} 指明。`,
  'zh-TW': (title, field) =>
    `表格裡沒有「${title}」欄，請把其中一欄命名為「${title}」，或用 --column C=${field} 指明。`,
};

/** With the column and what stands in the cell. */
const SENTENCES: Readonly<
  Record<
    Exclude<PurchaseRejection['code'], 'nameless' | 'too-long' | 'long-order' | 'several-match' | 'unknown-customer'>,
    ByLanguage<(column: string, text: string) => string>
  >
> = {
  'no-date': {
    en: (column) => `There is no date in ${column}: fill it in.`,
    'zh-CN': (column) => `${column}没有日期，请补填。`,
    'zh-TW': (column) => `${column}沒有日期，請補填。`,
  },
  'bad-date': {
    en: (column, text) => `“${text}” in ${column} is no date: write it as 2026-03-31.`,
    'zh-CN': (column, text) => `${column}的“${text}”不是日期，请写成 2026-03-31 的形式。`,
    'zh-TW': (column, text) => `${column}的「${text}」不是日期，請寫成 2026-03-31 的形式。`,
  },
  'date-two-ways': {
    en: (column, text) => `“${text}” in ${column} can be two days: write it as 2026-03-31, or give --date-order.`,
    'zh-CN': (column, text) =>
      `${column}的“${text}”分不清年月日的顺序，请写成 2026-03-31 的形式，或用 --date-order 指明。`,
    'zh-TW': (column, text) =>
      `${column}的「${text}」分不清年月日的順序，請寫成 2026-03-31 的形式，或用 --date-order 指明。`,
  },
  'future-date': {
    en: (column, day) => `${day} in ${column} is still to come: correct the date, or import the row when it is over.`,
    'zh-CN': (column, day) => `${column}的${day}晚于今天，请更正日期，或到期后再导入。`,
    'zh-TW': (column, day) => `${column}的${day}晚於今天，請更正日期，或到期後再匯入。`,
  },
  'no-amount': {
    en: (column) => `There is no amount in ${column}: fill it in.`,
    'zh-CN': (column) => `${column}没有金额，请补填。`,
    'zh-TW': (column) => `${column}沒有金額，請補填。`,
  },
  'bad-amount': {
    en: (column, text) => `“${text}” in ${column} is no amount: correct it.`,
    'zh-CN': (column, text) => `${column}的“${text}”不是金额，请更正。`,
    'zh-TW': (column, text) => `${column}的「${text}」不是金額，請更正。`,
  },
  'amount-two-ways': {
    en: (column, text) => `“${text}” in ${column} can be two amounts: give --decimal.`,
    'zh-CN': (column, text) => `${column}的“${text}”分不清是千位分隔还是小数点，请用 --decimal 指明。`,
    'zh-TW': (column, text) => `${column}的「${text}」分不清是千分位還是小數點，請用 --decimal 指明。`,
  },
  'other-currency': {
    en: (column, currency) => `The amount in ${column} is in ${currency}, unlike the rest of the column: convert it.`,
    'zh-CN': (column, currency) => `${column}的金额币种是 ${currency}，与该列其他数据不同，请先换算。`,
    'zh-TW': (column, currency) => `${column}的金額幣別是 ${currency}，與該欄其他資料不同，請先換算。`,
  },
};
