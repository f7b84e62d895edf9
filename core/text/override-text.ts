import type { ByLanguage } from './language.ts';

/** Why a tier could not be set or withdrawn. */
export type OverrideRefusal =
  | 'ungraded'
  | 'no-such-tier'
  | 'override-reason'
  | 'override-expiry'
  | 'no-override'
  | 'not-yours';

/** The sentence for each refusal; `detail` as in the use case's error. */
export const refusals: ByLanguage<(detail: string) => Readonly<Record<OverrideRefusal, string>>> = {
  en: (detail) => ({
    ungraded: `${detail} has not been graded yet, so there are no tiers to choose from.`,
    'no-such-tier': `The scheme has no such tier. It has: ${detail}.`,
    'override-reason': `Please give a reason of 3 to ${detail} characters.`,
    'override-expiry': `The last day must be today or later, and ${detail} at the latest.`,
    'no-override': `No tier is set by hand for ${detail}.`,
    'not-yours': `${detail} is looked after by somebody else. Ask its owner or a manager.`,
  }),
  'zh-CN': (detail) => ({
    ungraded: `${detail}尚未分级，没有可选的等级。`,
    'no-such-tier': `分级标准中没有这个等级。可选：${detail}。`,
    'override-reason': `请填写 3 到 ${detail} 个字的原因。`,
    'override-expiry': `截止日必须是今天或以后，最晚为 ${detail}。`,
    'no-override': `${detail}没有人工设定的等级。`,
    'not-yours': `${detail}由其他同事负责，请联系其客户经理或主管。`,
  }),
  'zh-TW': (detail) => ({
    ungraded: `${detail}尚未分級，沒有可選的等級。`,
    'no-such-tier': `分級標準中沒有這個等級。可選：${detail}。`,
    'override-reason': `請填寫 3 到 ${detail} 個字的原因。`,
    'override-expiry': `截止日必須是今天或以後，最晚為 ${detail}。`,
    'no-override': `${detail}沒有人工設定的等級。`,
    'not-yours': `${detail}由其他同事負責，請聯絡其客戶經理或主管。`,
  }),
};

/** The words of the override's modal, buttons, card line and command. */
export const OVERRIDE_TEXT: ByLanguage<{
  readonly setTier: string;
  setTierLabel(name: string): string;
  readonly withdraw: string;
  withdrawLabel(name: string): string;
  /** The modal's title, at most 24 characters. */
  readonly title: string;
  readonly save: string;
  readonly cancel: string;
  readonly close: string;
  readonly tier: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly until: string;
  /** On the card: why and until when. */
  line(reason: string, until: string): string;
  readonly setBy: string;
  set(name: string, tier: string, until: string): string;
  withdrawn(name: string): string;
  listed(name: string, tier: string, until: string, reason: string): string;
  readonly none: string;
  readonly noneExpired: string;
  readonly failed: string;
}> = {
  en: {
    setTier: 'Set tier',
    setTierLabel: (name) => `Set tier of ${name} by hand`,
    withdraw: 'Withdraw set tier',
    withdrawLabel: (name) => `Withdraw set tier of ${name}`,
    title: 'Set the tier by hand',
    save: 'Set',
    cancel: 'Cancel',
    close: 'Close',
    tier: 'Tier',
    reason: 'Reason',
    reasonHint: 'Everybody who looks at the customer sees it.',
    until: 'Holds until',
    line: (reason, until) => `Set by hand until ${until}: ${reason}`,
    setBy: 'Set by',
    set: (name, tier, until) => `${name} is ${tier} until ${until}.`,
    withdrawn: (name) => `${name} has its computed tier again.`,
    listed: (name, tier, until, reason) => `${name}\t${tier}\t${until}\t${reason}`,
    none: 'No tier is set by hand.',
    noneExpired: 'No tier that was set by hand has expired in the last 30 days.',
    failed: 'That did not work. Please try again in a moment.',
  },
  'zh-CN': {
    setTier: '设定等级',
    setTierLabel: (name) => `设定等级：人工设定${name}的等级`,
    withdraw: '撤销设定',
    withdrawLabel: (name) => `撤销设定：${name}恢复按数据计算的等级`,
    title: '人工设定等级',
    save: '设定',
    cancel: '取消',
    close: '关闭',
    tier: '等级',
    reason: '原因',
    reasonHint: '查看该客户的同事都能看到。',
    until: '有效期至',
    line: (reason, until) => `人工设定，有效期至${until}：${reason}`,
    setBy: '设定人',
    set: (name, tier, until) => `${name}的等级已设为${tier}，有效期至${until}。`,
    withdrawn: (name) => `${name}已恢复按数据计算的等级。`,
    listed: (name, tier, until, reason) => `${name}\t${tier}\t${until}\t${reason}`,
    none: '没有人工设定的等级。',
    noneExpired: '最近 30 天没有到期的人工设定。',
    failed: '操作没有成功，请稍后再试。',
  },
  'zh-TW': {
    setTier: '設定等級',
    setTierLabel: (name) => `設定等級：人工設定${name}的等級`,
    withdraw: '撤銷設定',
    withdrawLabel: (name) => `撤銷設定：${name}恢復依資料計算的等級`,
    title: '人工設定等級',
    save: '設定',
    cancel: '取消',
    close: '關閉',
    tier: '等級',
    reason: '原因',
    reasonHint: '查看該客戶的同事都能看到。',
    until: '有效期至',
    line: (reason, until) => `人工設定，有效期至${until}：${reason}`,
    setBy: '設定人',
    set: (name, tier, until) => `${name}的等級已設為${tier}，有效期至${until}。`,
    withdrawn: (name) => `${name}已恢復依資料計算的等級。`,
    listed: (name, tier, until, reason) => `${name}\t${tier}\t${until}\t${reason}`,
    none: '沒有人工設定的等級。',
    noneExpired: '最近 30 天沒有到期的人工設定。',
    failed: '操作沒有成功，請稍後再試。',
  },
};
