import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

type BySince<T> = Readonly<Record<'today' | 'yesterday' | 'week', T>>;

/** What the bot answers to who asks what he or she has logged. */
export const LOGGED_TEXT: ByLanguage<{
  readonly title: BySince<(count: number) => string>;
  readonly nothing: BySince<string>;
  /** @param customer a name to make an example of */
  howTo(customer: string): string;
  more(count: number): string;
  /** Where a contact is changed. */
  readonly change: string;
}> = {
  en: {
    title: {
      today: (count) => `You logged ${counted(count, 'contact', 'contacts')} today:`,
      yesterday: (count) => `You logged ${counted(count, 'contact', 'contacts')} yesterday:`,
      week: (count) => `You logged ${counted(count, 'contact', 'contacts')} in the last seven days:`,
    },
    nothing: {
      today: 'You have logged nothing today.',
      yesterday: 'You logged nothing yesterday.',
      week: 'You have logged nothing in the last seven days.',
    },
    howTo: (customer) => `To log a contact, write for instance “log called ${customer}, wants a quote by Friday”.`,
    more: (count) => `And ${formatDecimal(count, 0)} more.`,
    change: 'The customer’s card has the latest contacts. Write “who should I call today” for what is left.',
  },
  'zh-CN': {
    title: {
      today: (count) => `您今天记录了 ${formatDecimal(count, 0)} 次联系：`,
      yesterday: (count) => `您昨天记录了 ${formatDecimal(count, 0)} 次联系：`,
      week: (count) => `您最近七天记录了 ${formatDecimal(count, 0)} 次联系：`,
    },
    nothing: {
      today: '您今天还没有记录联系。',
      yesterday: '您昨天没有记录联系。',
      week: '您最近七天没有记录联系。',
    },
    howTo: (customer) => `要记录联系，可以这样写：“给${customer}打了电话，周五前要报价”。`,
    more: (count) => `另有 ${formatDecimal(count, 0)} 次。`,
    change: '最近的联系都在客户卡片上。想知道还要联系谁，请写“今天该联系谁”。',
  },
  'zh-TW': {
    title: {
      today: (count) => `您今天記錄了 ${formatDecimal(count, 0)} 次聯絡：`,
      yesterday: (count) => `您昨天記錄了 ${formatDecimal(count, 0)} 次聯絡：`,
      week: (count) => `您最近七天記錄了 ${formatDecimal(count, 0)} 次聯絡：`,
    },
    nothing: {
      today: '您今天還沒有記錄聯絡。',
      yesterday: '您昨天沒有記錄聯絡。',
      week: '您最近七天沒有記錄聯絡。',
    },
    howTo: (customer) => `要記錄聯絡，可以這樣寫：「打電話給${customer}了，週五前要報價」。`,
    more: (count) => `另有 ${formatDecimal(count, 0)} 次。`,
    change: '最近的聯絡都在客戶卡片上。想知道還要聯絡誰，請寫「今天該聯絡誰」。',
  },
};
