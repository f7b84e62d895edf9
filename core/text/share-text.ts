import type { ByLanguage } from './language.ts';

/** The window in which a channel is chosen that a customer is shared to. */
export const SHARE_TEXT: ByLanguage<{
  /** At most 24 characters. */
  readonly submit: string;
  /** What others in the channel see of the customer. */
  readonly whatIsShown: string;
  readonly field: string;
  readonly hint: string;
  readonly chooseOne: string;
  shared(name: string): string;
  readonly failed: string;
}> = {
  en: {
    submit: 'Share',
    whatIsShown: 'Everybody in the channel sees the tier and the owner, and nothing else.',
    field: 'Channel',
    hint: 'A channel that Tierbook is in.',
    chooseOne: 'Choose a channel.',
    shared: (name) => `${name} is shared to the channel.`,
    failed: 'That did not work. Look at the channel before you try again.',
  },
  'zh-CN': {
    submit: '分享',
    whatIsShown: '频道里的人只会看到等级和客户经理。',
    field: '频道',
    hint: 'Tierbook 所在的频道。',
    chooseOne: '请选择频道。',
    shared: (name) => `已把${name}分享到频道。`,
    failed: '没有成功。请先查看频道，再决定是否重试。',
  },
  'zh-TW': {
    submit: '分享',
    whatIsShown: '頻道裡的人只會看到等級和客戶經理。',
    field: '頻道',
    hint: 'Tierbook 所在的頻道。',
    chooseOne: '請選擇頻道。',
    shared: (name) => `已把${name}分享到頻道。`,
    failed: '沒有成功。請先查看頻道，再決定是否重試。',
  },
};
