import type { ByLanguage } from './language.ts';

/** What the Home tab says beside the reader's day. */
export const HOME_TEXT: ByLanguage<{
  /** For somebody who looks after no customers. */
  readonly noBook: string;
  /** Below the day: what else there is. */
  readonly hint: string;
  readonly failed: string;
}> = {
  en: {
    noBook: 'No customers are in your name, so there is nobody to contact.',
    hint: 'Type /customer and a name for a customer’s card, or /followups tomorrow to look ahead.',
    failed: 'Your day could not be shown. Open this tab again in a moment.',
  },
  'zh-CN': {
    noBook: '您名下没有客户，因此没有需要联系的人。',
    hint: '在 /customer 后输入客户名称可查看客户卡片；输入 /followups 明天 可查看明天的安排。',
    failed: '暂时无法显示您的日程，请稍后重新打开此页。',
  },
  'zh-TW': {
    noBook: '您名下沒有客戶，因此沒有需要聯絡的人。',
    hint: '在 /customer 後輸入客戶名稱可查看客戶卡片；輸入 /followups 明天 可查看明天的安排。',
    failed: '暫時無法顯示您的行程，請稍後重新開啟此頁。',
  },
};
