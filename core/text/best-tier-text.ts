import type { ByLanguage } from './language.ts';

/** What is told at once of customers of the best tier. Names and tiers come in ready to be shown. */
export const BEST_TIER_TEXT: ByLanguage<{
  /** After the first five. */
  more(count: number): string;
  /** Begins with the customer's name, which is on the button. */
  cardLabel(name: string): string;
  complains(name: string, tier: string): string;
  /** Who looks after the customer. */
  owner(name: string): string;
}> = {
  en: {
    more: (count) => `and ${count} more`,
    cardLabel: (name) => `${name}: show the customer`,
    complains: (name, tier) => `${name} (${tier}) has complained.`,
    owner: (name) => `${name} looks after this customer.`,
  },
  'zh-CN': {
    more: (count) => `另有 ${count} 个`,
    cardLabel: (name) => `${name}：查看客户`,
    complains: (name, tier) => `${name}（${tier}）提出了投诉。`,
    owner: (name) => `负责人是${name}。`,
  },
  'zh-TW': {
    more: (count) => `另有 ${count} 個`,
    cardLabel: (name) => `${name}：查看客戶`,
    complains: (name, tier) => `${name}（${tier}）提出了客訴。`,
    owner: (name) => `負責人是${name}。`,
  },
};
