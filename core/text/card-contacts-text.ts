import type { ByLanguage } from './language.ts';

/** What the card says of contacts, beside what `CARD_TEXT` does. Days come ready to be shown. */
export interface CardContactsText {
  readonly heading: string;
  paused(until: string | null): string;
  readonly commandLine: string;
}

export const CARD_CONTACTS_TEXT: ByLanguage<CardContactsText> = {
  en: {
    heading: 'Latest contacts',
    paused: (until) => (until === null ? 'paused' : `paused until ${until}`),
    commandLine: 'command line',
  },
  'zh-CN': {
    heading: '最近联系记录',
    paused: (until) => (until === null ? '已暂停跟进' : `暂停跟进至${until}`),
    commandLine: '命令行',
  },
  'zh-TW': {
    heading: '最近聯絡紀錄',
    paused: (until) => (until === null ? '已暫停跟進' : `暫停跟進至${until}`),
    commandLine: '命令列',
  },
};
