import type { CalendarDate } from '../calendar-date.ts';
import { formatDate } from './format.ts';
import type { ByLanguage } from './language.ts';

/** The small lines below a digest that is sent. */
export interface DigestDeliveryText {
  /** In a channel: whose team it is about; null: everybody. */
  team(manager: string | null): string;
  /** In a channel: which reps it is about, and of how many more. */
  reps(names: readonly string[], more: number): string;
  /** Under the digest that comes after a stop. */
  missed(days: readonly CalendarDate[]): string;
}

export const DIGEST_DELIVERY_TEXT: ByLanguage<DigestDeliveryText> = {
  en: {
    team: (manager) =>
      manager === null ? 'About everybody’s customers.' : `About the customers of ${manager}’s team.`,
    reps: (names, more) => `About the customers of ${names.join(', ')}${more === 0 ? '' : ` and ${more} more`}.`,
    missed: (days) =>
      `No digest came on ${days.map((day) => formatDate(day, 'en')).join(', ')}: Tierbook or Slack was away at the time.`,
  },
  'zh-CN': {
    team: (manager) => (manager === null ? '统计范围：全部客户。' : `统计范围：${manager} 团队的客户。`),
    reps: (names, more) =>
      `统计范围：${names.join('、')}${more === 0 ? '' : `等 ${names.length + more} 位客户经理`}的客户。`,
    missed: (days) =>
      `${days.map((day) => formatDate(day, 'zh-CN')).join('、')}没有发送简报：当时 Tierbook 或 Slack 无法使用。`,
  },
  'zh-TW': {
    team: (manager) => (manager === null ? '統計範圍：全部客戶。' : `統計範圍：${manager} 團隊的客戶。`),
    reps: (names, more) =>
      `統計範圍：${names.join('、')}${more === 0 ? '' : `等 ${names.length + more} 位客戶經理`}的客戶。`,
    missed: (days) =>
      `${days.map((day) => formatDate(day, 'zh-TW')).join('、')}沒有傳送簡報：當時 Tierbook 或 Slack 無法使用。`,
  },
};
