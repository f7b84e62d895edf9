import type { ByLanguage } from './language.ts';

/** What a person is told when a connected Google sheet can no longer be brought up to date. */
export const SHEET_TROUBLE_TEXT: ByLanguage<{ cannotSync(title: string): string; readonly triedAgain: string }> = {
  en: {
    cannotSync: (title) => `The Google sheet “${title}” is no longer kept up to date.`,
    triedAgain: 'Tierbook tries again by itself, less and less often. Your customers in Tierbook stay as they are.',
  },
  'zh-CN': {
    cannotSync: (title) => `Google 表格“${title}”已停止同步。`,
    triedAgain: 'Tierbook 会自动重试，间隔逐渐拉长。Tierbook 中的客户不受影响。',
  },
  'zh-TW': {
    cannotSync: (title) => `Google 試算表「${title}」已停止同步。`,
    triedAgain: 'Tierbook 會自動重試，間隔逐漸拉長。Tierbook 裡的客戶不受影響。',
  },
};
