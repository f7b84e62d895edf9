import type { ByLanguage } from './language.ts';

/** What the commands about contacts and follow-ups say beside what Slack's windows say too. */
export const CONTACT_COMMAND_TEXT: ByLanguage<{
  /** Follows what was done. */
  toUndo(actionId: string): string;
  /** Follows the questions that a text leaves open. */
  answerBy(options: string): string;
  readonly saySomething: string;
  readonly nothingToUndo: string;
  readonly undoneAlready: string;
  /** Where what was undone is about no single customer. */
  readonly undone: string;
}> = {
  en: {
    toUndo: (actionId) => `To undo within ten minutes: undo ${actionId}`,
    answerBy: (options) => `Say it with ${options}.`,
    saySomething: 'Say what happened, such as “called, wants a quote by Friday”, or give --method.',
    nothingToUndo: 'Nothing was done in the last ten minutes that could be undone.',
    undoneAlready: 'This was undone before.',
    undone: 'Undone.',
  },
  'zh-CN': {
    toUndo: (actionId) => `十分钟内可撤销：undo ${actionId}`,
    answerBy: (options) => `请用 ${options} 说明。`,
    saySomething: '请写明联系情况，例如“打电话，周五前要报价”，或用 --method 指定联系方式。',
    nothingToUndo: '最近十分钟内没有可以撤销的操作。',
    undoneAlready: '此前已经撤销。',
    undone: '已撤销。',
  },
  'zh-TW': {
    toUndo: (actionId) => `十分鐘內可復原：undo ${actionId}`,
    answerBy: (options) => `請用 ${options} 說明。`,
    saySomething: '請寫明聯絡情況，例如「打電話，週五前要報價」，或用 --method 指定聯絡方式。',
    nothingToUndo: '最近十分鐘內沒有可以復原的操作。',
    undoneAlready: '先前已經復原。',
    undone: '已復原。',
  },
};
