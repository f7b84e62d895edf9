import { pluralOf } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** The words around the purchases of one customer. Titles have at most 24 characters. */
export const PURCHASE_FILE_TEXT: ByLanguage<{
  readonly purchases: string;
  purchasesLabel(name: string): string;
  readonly title: string;
  readonly none: string;
  /** Heads the latest ones. */
  latest(count: number): string;
  readonly add: string;
  addLabel(name: string): string;
  readonly addTitle: string;
  readonly save: string;
  readonly day: string;
  amount(currency: string | null): string;
  readonly amountHint: string;
  readonly product: string;
  readonly channel: string;
  readonly order: string;
  readonly remove: string;
  removeLabel(purchase: string): string;
  confirmRemove(purchase: string): string;
  readonly keep: string;
  added(name: string): string;
  removed(name: string): string;
  /** The day lies after the latest grading. */
  readonly countsLater: string;
}> = {
  en: {
    purchases: 'Purchases',
    purchasesLabel: (name) => `Purchases of ${name}`,
    title: 'Purchases',
    none: 'No purchases on file.',
    latest: (count) => pluralOf(count, 'The latest purchase', `The latest ${count} purchases`),
    add: 'Add a purchase',
    addLabel: (name) => `Add a purchase of ${name}`,
    addTitle: 'Add a purchase',
    save: 'Save',
    day: 'Day',
    amount: (currency) => (currency === null ? 'Amount' : `Amount in ${currency}`),
    amountHint: 'Such as 1,200 or 3.2万; below zero for a refund.',
    product: 'Product',
    channel: 'Channel',
    order: 'Order number',
    remove: 'Remove',
    removeLabel: (purchase) => `Remove ${purchase}`,
    confirmRemove: (purchase) => `${purchase} goes off file. You can undo it for ten minutes.`,
    keep: 'Keep',
    added: (name) => `The purchase of ${name} is on file.`,
    removed: (name) => `The purchase of ${name} is off file.`,
    countsLater: 'It counts from the next grading on.',
  },
  'zh-CN': {
    purchases: '购买记录',
    purchasesLabel: (name) => `购买记录：${name}`,
    title: '购买记录',
    none: '还没有购买记录。',
    latest: (count) => `最近 ${formatDecimal(count, 0)} 笔`,
    add: '新增购买记录',
    addLabel: (name) => `新增购买记录：${name}`,
    addTitle: '新增购买记录',
    save: '保存',
    day: '日期',
    amount: (currency) => (currency === null ? '金额' : `金额（${currency}）`),
    amountHint: '例如 1,200 或 3.2万；退款填负数。',
    product: '产品',
    channel: '渠道',
    order: '订单号',
    remove: '删除',
    removeLabel: (purchase) => `删除${purchase}`,
    confirmRemove: (purchase) => `将删除${purchase}，十分钟内可以撤销。`,
    keep: '保留',
    added: (name) => `已记录${name}的购买。`,
    removed: (name) => `已删除${name}的这笔购买记录。`,
    countsLater: '从下一次定级起计入。',
  },
  'zh-TW': {
    purchases: '購買紀錄',
    purchasesLabel: (name) => `購買紀錄：${name}`,
    title: '購買紀錄',
    none: '還沒有購買紀錄。',
    latest: (count) => `最近 ${formatDecimal(count, 0)} 筆`,
    add: '新增購買紀錄',
    addLabel: (name) => `新增購買紀錄：${name}`,
    addTitle: '新增購買紀錄',
    save: '儲存',
    day: '日期',
    amount: (currency) => (currency === null ? '金額' : `金額（${currency}）`),
    amountHint: '例如 1,200 或 3.2萬；退款填負數。',
    product: '產品',
    channel: '通路',
    order: '訂單編號',
    remove: '刪除',
    removeLabel: (purchase) => `刪除${purchase}`,
    confirmRemove: (purchase) => `將刪除${purchase}，十分鐘內可以復原。`,
    keep: '保留',
    added: (name) => `已記錄${name}的購買。`,
    removed: (name) => `已刪除${name}的這筆購買紀錄。`,
    countsLater: '從下一次定級起計入。',
  },
};
