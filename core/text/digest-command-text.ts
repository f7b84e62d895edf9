import type { ByLanguage } from './language.ts';

/** What `tierbook digest` says around a digest. */
export const DIGEST_COMMAND_TEXT: ByLanguage<{
  /** Heads the columns of a digest as a table: its section, what a line is about, and what it says. */
  readonly columns: readonly [section: string, about: string, text: string];
  /** Those of a list. */
  readonly listColumns: readonly [id: string, name: string, text: string];
  /** `--list` has a word that names no number; `known` is what may be typed. */
  noSuchNumber(typed: string, known: string): string;
  readonly repAndManager: string;
}> = {
  en: {
    columns: ['section', 'about', 'text'],
    listColumns: ['customer id', 'customer', 'text'],
    noSuchNumber: (typed, known) => `There is no number ${typed}. Type one of: ${known}.`,
    repAndManager: 'Name reps by --rep or a manager by --manager, not both.',
  },
  'zh-CN': {
    columns: ['部分', '对象', '内容'],
    listColumns: ['客户 ID', '客户', '内容'],
    noSuchNumber: (typed, known) => `没有 ${typed} 这一项，可以输入：${known}。`,
    repAndManager: '请用 --rep 指定客户经理，或用 --manager 指定主管，不要同时使用。',
  },
  'zh-TW': {
    columns: ['部分', '對象', '內容'],
    listColumns: ['客戶 ID', '客戶', '內容'],
    noSuchNumber: (typed, known) => `沒有 ${typed} 這一項，可以輸入：${known}。`,
    repAndManager: '請用 --rep 指定業務，或用 --manager 指定主管，不要同時使用。',
  },
};
