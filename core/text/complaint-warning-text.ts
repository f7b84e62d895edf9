import type { ByLanguage } from './language.ts';

/** What the owner, and later the manager, is told of a complaint that has no answer yet. A moment follows each first line. */
export const COMPLAINT_WARNING_TEXT: ByLanguage<{
  /** @param name the customer's */
  ownerTold(name: string): string;
  /** @param owner whose customer it is; null when nobody's */
  managerTold(name: string, owner: string | null): string;
  readonly answerBy: string;
  readonly show: string;
  /** Begins with {@link show}. */
  showLabel(name: string): string;
}> = {
  en: {
    ownerTold: (name) => `The complaint of ${name} still has no answer.`,
    managerTold: (name, owner) =>
      owner === null
        ? `The complaint of ${name}, who has no owner, still has no answer.`
        : `The complaint of ${name} still has no answer. ${owner} looks after this customer.`,
    answerBy: 'Answer by',
    show: 'Show customer',
    showLabel: (name) => `Show customer ${name}`,
  },
  'zh-CN': {
    ownerTold: (name) => `${name}的投诉还没有答复。`,
    managerTold: (name, owner) =>
      owner === null ? `${name}的投诉还没有答复，该客户没有客户经理。` : `${name}的投诉还没有答复，负责人是${owner}。`,
    answerBy: '答复期限',
    show: '查看客户',
    showLabel: (name) => `查看客户${name}`,
  },
  'zh-TW': {
    ownerTold: (name) => `${name}的客訴還沒有答覆。`,
    managerTold: (name, owner) =>
      owner === null ? `${name}的客訴還沒有答覆，該客戶沒有客戶經理。` : `${name}的客訴還沒有答覆，負責人是${owner}。`,
    answerBy: '答覆期限',
    show: '查看客戶',
    showLabel: (name) => `查看客戶${name}`,
  },
};
