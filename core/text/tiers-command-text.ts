import type { ByLanguage } from './language.ts';

/** What opens the settings of digests, in any language. */
export const SETTINGS_WORDS: readonly string[] = ['settings', '设置', '設定'];

/** What `/tiers` says around a digest. Names and words come in ready to be shown. */
export const TIERS_COMMAND_TEXT: ByLanguage<{
  readonly usageTitle: string;
  readonly usage: string;
  readonly examples: readonly { readonly typed: string; readonly gives: string }[];
  nobodyCalled(name: string): string;
  /** Two days or more were named, each in words. */
  severalDays(days: readonly string[]): string;
  future(day: string): string;
  /** Words for a time of which no day can be made. */
  unread(words: string): string;
  readonly notAMember: string;
}> = {
  en: {
    usageTitle: 'Your customers by tier',
    usage:
      'Type /tiers for who moved, what is overdue and what needs you, as of now; a day gives the digest of that morning.',
    examples: [
      { typed: '/tiers', gives: 'your team (for a rep: your own customers) as of now' },
      { typed: '/tiers yesterday', gives: 'the digest of that day; “last Friday” and 2026-11-20 work as well' },
      { typed: '/tiers week', gives: 'the change in a week; “month” in a month' },
      { typed: '/tiers last Friday week @anna', gives: 'of somebody else’s customers (for managers)' },
      { typed: '/tiers settings', gives: 'where and when your digest comes, and what it tells (for managers)' },
      { typed: '/tiers help', gives: 'this help' },
    ],
    nobodyCalled: (name) =>
      `“${name}” is neither a day I understand nor a colleague who uses Tierbook. Try /tiers yesterday, /tiers 2026-11-20 or /tiers @name.`,
    severalDays: (days) => `Please name one day, not ${days.join(' and ')}.`,
    future: (day) => `${day} is still to come. Please name today or a day before.`,
    unread: (words) => `“${words}” names no day. Please name one, such as “last Friday” or 2026-11-20.`,
    notAMember: 'Tierbook does not know you yet: Slack did not say who you are. Please try again in a minute.',
  },
  'zh-CN': {
    usageTitle: '客户等级简报',
    usage: '输入 /tiers 查看此刻的等级变动、逾期跟进和需要处理的事项；加上日期则查看当天早上的简报。',
    examples: [
      { typed: '/tiers', gives: '此刻的团队简报（客户经理看到的是自己的客户）' },
      { typed: '/tiers 昨天', gives: '当天的简报；也可以写“上周五”或 2026-11-20' },
      { typed: '/tiers 周报', gives: '一周的变化；“月报”为一个月的变化' },
      { typed: '/tiers 上周五 周报 @anna', gives: '同事的客户（主管可用）' },
      { typed: '/tiers 设置', gives: '简报发到哪里、几点、哪些内容（主管可用）' },
      { typed: '/tiers 帮助', gives: '本帮助' },
    ],
    nobodyCalled: (name) =>
      `“${name}”既不是能识别的日期，也不是使用 Tierbook 的同事。可以试试 /tiers 昨天、/tiers 2026-11-20 或 /tiers @姓名。`,
    severalDays: (days) => `请只写一个日期，而不是${days.join('和')}。`,
    future: (day) => `${day}还没有到，请写今天或之前的日期。`,
    unread: (words) => `“${words}”不是具体的日期，请写“上周五”或 2026-11-20 这样的日期。`,
    notAMember: 'Slack 没有返回您的身份信息，Tierbook 还不认识您。请稍后再试。',
  },
  'zh-TW': {
    usageTitle: '客戶等級簡報',
    usage: '輸入 /tiers 查看此刻的等級變動、逾期跟進和需要處理的事項；加上日期則查看當天早上的簡報。',
    examples: [
      { typed: '/tiers', gives: '此刻的團隊簡報（客戶經理看到的是自己的客戶）' },
      { typed: '/tiers 昨天', gives: '當天的簡報；也可以寫「上週五」或 2026-11-20' },
      { typed: '/tiers 週報', gives: '一週的變化；「月報」為一個月的變化' },
      { typed: '/tiers 上週五 週報 @anna', gives: '同事的客戶（主管可用）' },
      { typed: '/tiers 設定', gives: '簡報發到哪裡、幾點、哪些內容（主管可用）' },
      { typed: '/tiers 說明', gives: '本說明' },
    ],
    nobodyCalled: (name) =>
      `「${name}」既不是能辨識的日期，也不是使用 Tierbook 的同事。可以試試 /tiers 昨天、/tiers 2026-11-20 或 /tiers @姓名。`,
    severalDays: (days) => `請只寫一個日期，而不是${days.join('和')}。`,
    future: (day) => `${day}還沒有到，請寫今天或之前的日期。`,
    unread: (words) => `「${words}」不是具體的日期，請寫「上週五」或 2026-11-20 這樣的日期。`,
    notAMember: 'Slack 沒有傳回您的身分資訊，Tierbook 還不認識您。請稍後再試。',
  },
};
