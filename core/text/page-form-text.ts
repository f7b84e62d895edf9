import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What the local workspace's page says in blocks, their elements and modals. */
export interface PageFormText {
  cannotShow(type: string): string;
  readonly optional: string;
  readonly loading: string;
  readonly noResults: string;
  /** While an external menu waits for more letters; `missing` is 1 or more. */
  typeMore(missing: number): string;
  readonly choose: string;
  readonly chosen: string;
  remove(label: string): string;
  readonly more: string;
  readonly show: string;
  readonly confirmTitle: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly back: string;
  readonly close: string;
  readonly submitting: string;
  readonly required: string;
  tooShort(min: number): string;
  tooLong(max: number): string;
  readonly notANumber: string;
  readonly notWhole: string;
  atLeast(min: string): string;
  atMost(max: string): string;
  readonly notAnEmail: string;
  readonly notAUrl: string;
  readonly noFiles: string;
  /** The accessible name of a carousel. */
  readonly cards: string;
  sortBy(column: string): string;
  page(page: number, pages: number): string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly watch: string;
}

/** The sentences of blocks, elements and modals by language. */
export const PAGE_FORM_TEXT: ByLanguage<PageFormText> = {
  en: {
    cannotShow: (type) => `“${type}” cannot be shown here.`,
    optional: '(optional)',
    loading: 'Loading…',
    noResults: 'Nothing found',
    typeMore: (missing) => `Type ${counted(missing, 'more letter', 'more letters')}`,
    choose: 'Choose',
    chosen: 'Chosen',
    remove: (label) => `Remove ${label}`,
    more: 'More actions',
    show: 'Show the choices',
    confirmTitle: 'Are you sure?',
    confirm: 'Yes',
    cancel: 'Cancel',
    back: 'Back',
    close: 'Close',
    submitting: 'Sending…',
    required: 'Please fill in this field.',
    tooShort: (min) => `Please enter at least ${min} characters.`,
    tooLong: (max) => `Please enter at most ${max} characters.`,
    notANumber: 'Please enter a number, such as 1200 or 3.5.',
    notWhole: 'Please enter a whole number.',
    atLeast: (min) => `Please enter ${min} or more.`,
    atMost: (max) => `Please enter ${max} or less.`,
    notAnEmail: 'Please enter an e-mail address, such as anna@example.com.',
    notAUrl: 'Please enter an address that begins with http:// or https://.',
    noFiles: 'Files cannot be chosen here. Attach them in the direct message with Tierbook.',
    cards: 'Cards',
    sortBy: (column) => `Sort by ${column}`,
    page: (page, pages) => `Page ${page} of ${pages}`,
    previousPage: 'Previous page',
    nextPage: 'Next page',
    watch: 'Watch',
  },
  'zh-CN': {
    cannotShow: (type) => `这里无法显示“${type}”。`,
    optional: '（选填）',
    loading: '正在加载…',
    noResults: '没有找到',
    typeMore: (missing) => `请再输入 ${formatDecimal(missing, 0)} 个字`,
    choose: '请选择',
    chosen: '已选择',
    remove: (label) => `移除${label}`,
    more: '更多操作',
    show: '显示选项',
    confirmTitle: '确定吗？',
    confirm: '确定',
    cancel: '取消',
    back: '返回',
    close: '关闭',
    submitting: '正在提交…',
    required: '请填写此项。',
    tooShort: (min) => `请至少输入 ${min} 个字符。`,
    tooLong: (max) => `最多可输入 ${max} 个字符。`,
    notANumber: '请输入数字，例如 1200 或 3.5。',
    notWhole: '请输入整数。',
    atLeast: (min) => `请输入不小于 ${min} 的数。`,
    atMost: (max) => `请输入不大于 ${max} 的数。`,
    notAnEmail: '请输入邮箱地址，例如 anna@example.com。',
    notAUrl: '请输入以 http:// 或 https:// 开头的网址。',
    noFiles: '这里不能选择文件，请在与 Tierbook 的私信中添加。',
    cards: '卡片',
    sortBy: (column) => `按${column}排序`,
    page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    previousPage: '上一页',
    nextPage: '下一页',
    watch: '观看',
  },
  'zh-TW': {
    cannotShow: (type) => `這裡無法顯示「${type}」。`,
    optional: '（選填）',
    loading: '載入中…',
    noResults: '沒有找到',
    typeMore: (missing) => `請再輸入 ${formatDecimal(missing, 0)} 個字`,
    choose: '請選擇',
    chosen: '已選擇',
    remove: (label) => `移除${label}`,
    more: '更多動作',
    show: '顯示選項',
    confirmTitle: '確定嗎？',
    confirm: '確定',
    cancel: '取消',
    back: '返回',
    close: '關閉',
    submitting: '送出中…',
    required: '請填寫這個欄位。',
    tooShort: (min) => `請至少輸入 ${min} 個字元。`,
    tooLong: (max) => `最多可輸入 ${max} 個字元。`,
    notANumber: '請輸入數字，例如 1200 或 3.5。',
    notWhole: '請輸入整數。',
    atLeast: (min) => `請輸入不小於 ${min} 的數字。`,
    atMost: (max) => `請輸入不大於 ${max} 的數字。`,
    notAnEmail: '請輸入電子郵件地址，例如 anna@example.com。',
    notAUrl: '請輸入以 http:// 或 https:// 開頭的網址。',
    noFiles: '這裡不能選擇檔案，請在與 Tierbook 的私訊中附加。',
    cards: '卡片',
    sortBy: (column) => `依${column}排序`,
    page: (page, pages) => `第 ${page} 頁，共 ${pages} 頁`,
    previousPage: '上一頁',
    nextPage: '下一頁',
    watch: '觀看',
  },
};
