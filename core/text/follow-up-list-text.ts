import type { ByLanguage } from './language.ts';

/** What a rep's day says, as a list in Slack and on the command line. */
export interface FollowUpListText {
  othersList(name: string): string;
}

export const FOLLOW_UP_LIST_TEXT: ByLanguage<FollowUpListText> = {
  en: {
    othersList: (name) => `Only managers and admins see the list of ${name}.`,
  },
  'zh-CN': {
    othersList: (name) => `只有经理和管理员可以查看${name}的清单。`,
  },
  'zh-TW': {
    othersList: (name) => `只有主管和管理員可以查看${name}的清單。`,
  },
};
