import type { ByLanguage } from './language.ts';

/** What the Home tab says around its pages, and beside the reader's day. */
export const HOME_TEXT: ByLanguage<{
  /** The buttons on top, by page. */
  readonly tabs: {
    readonly day: string;
    readonly book: string;
    readonly team: string;
    readonly digest: string;
    readonly schemes: string;
    readonly members: string;
    readonly calendar: string;
    readonly sheets: string;
    readonly workspace: string;
  };
  /** What a screen reader says of the button of the page that is shown. */
  readonly isHere: (label: string) => string;
  /** A page of a list in several. */
  readonly pageOf: (page: number, pages: number) => string;
  readonly before: string;
  readonly next: string;
  readonly back: string;
  /** In place of a page that could not be put together. */
  readonly failed: string;
  /** For somebody who looks after no customers. */
  readonly noBook: string;
  /** Below the day: what else there is. */
  readonly hint: string;
}> = {
  en: {
    tabs: {
      day: 'My day',
      book: 'My book',
      team: 'Team',
      digest: 'Digest',
      schemes: 'Schemes',
      members: 'Members',
      calendar: 'Calendar',
      sheets: 'Google Sheets',
      workspace: 'Workspace',
    },
    isHere: (label) => `${label} (this page)`,
    pageOf: (page, pages) => `Page ${page} of ${pages}`,
    before: 'Previous',
    next: 'Next',
    back: 'Back',
    failed: 'This page could not be shown. Open it again in a moment.',
    noBook: 'No customers are in your name, so there is nobody to contact.',
    hint: 'Type /customer and a name for a customer’s card, or /followups tomorrow to look ahead.',
  },
  'zh-CN': {
    tabs: {
      day: '我的一天',
      book: '我的客户',
      team: '团队',
      digest: '简报',
      schemes: '分级标准',
      members: '成员',
      calendar: '工作日历',
      sheets: 'Google 表格',
      workspace: '工作区',
    },
    isHere: (label) => `${label}（当前页）`,
    pageOf: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    before: '上一页',
    next: '下一页',
    back: '返回',
    failed: '暂时无法显示此页，请稍后重新打开。',
    noBook: '您名下没有客户，因此没有需要联系的人。',
    hint: '在 /customer 后输入客户名称可查看客户卡片；输入 /followups 明天 可查看明天的安排。',
  },
  'zh-TW': {
    tabs: {
      day: '我的一天',
      book: '我的客戶',
      team: '團隊',
      digest: '簡報',
      schemes: '分級標準',
      members: '成員',
      calendar: '工作行事曆',
      sheets: 'Google 試算表',
      workspace: '工作區',
    },
    isHere: (label) => `${label}（目前頁面）`,
    pageOf: (page, pages) => `第 ${page} 頁，共 ${pages} 頁`,
    before: '上一頁',
    next: '下一頁',
    back: '返回',
    failed: '暫時無法顯示此頁，請稍後重新開啟。',
    noBook: '您名下沒有客戶，因此沒有需要聯絡的人。',
    hint: '在 /customer 後輸入客戶名稱可查看客戶卡片；輸入 /followups 明天 可查看明天的安排。',
  },
};
