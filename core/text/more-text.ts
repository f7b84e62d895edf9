import type { ByLanguage } from './language.ts';

/** The words of the card's *More…* and of the window behind it. Headings and titles are short: they are read on a phone. */
export const MORE_TEXT: ByLanguage<{
  readonly more: string;
  /** Begins with {@link more}. */
  moreLabel(name: string): string;
  /** The window's title, at most 24 characters. */
  readonly title: string;
  /** Heads what concerns complaints and satisfaction. */
  readonly service: string;
  /** Heads how a prospect goes on and ends. */
  readonly prospect: string;
  /** Heads what is on file of the customer. */
  readonly file: string;
  readonly failed: string;
}> = {
  en: {
    more: 'More…',
    moreLabel: (name) => `More… for ${name}: complaints, results, file`,
    title: 'More',
    service: 'Service',
    prospect: 'Prospect',
    file: 'Customer file',
    failed: 'That did not work. Please try again in a moment.',
  },
  'zh-CN': {
    more: '更多…',
    moreLabel: (name) => `更多… ${name}：投诉、结果、档案`,
    title: '更多操作',
    service: '客户服务',
    prospect: '潜在客户',
    file: '客户档案',
    failed: '操作没有成功，请稍后再试。',
  },
  'zh-TW': {
    more: '更多…',
    moreLabel: (name) => `更多… ${name}：客訴、結果、檔案`,
    title: '更多操作',
    service: '客戶服務',
    prospect: '潛在客戶',
    file: '客戶檔案',
    failed: '操作沒有成功，請稍後再試。',
  },
};
