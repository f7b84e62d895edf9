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
  /** `--post` goes to where a manager gets digests. */
  readonly whoseToPost: string;
  /** Nobody gets digests there, or the member wants none. */
  noDigests(name: string): string;
  /** The day's digest comes later; `time` is HH:MM. */
  notYet(time: string): string;
  readonly postedBefore: string;
}> = {
  en: {
    columns: ['section', 'about', 'text'],
    listColumns: ['customer id', 'customer', 'text'],
    noSuchNumber: (typed, known) => `There is no number ${typed}. Type one of: ${known}.`,
    repAndManager: 'Name reps by --rep or a manager by --manager, not both.',
    whoseToPost:
      'Name by --manager whose digest is to be posted; it has the edition, parts and reps that are set for them.',
    noDigests: (name) => `${name} gets no digests: only managers do, and admins who set theirs up.`,
    notYet: (time) => `The digest of that day comes at ${time}.`,
    postedBefore: 'The digest of that day was posted before.',
  },
  'zh-CN': {
    columns: ['部分', '对象', '内容'],
    listColumns: ['客户 ID', '客户', '内容'],
    noSuchNumber: (typed, known) => `没有 ${typed} 这一项，可以输入：${known}。`,
    repAndManager: '请用 --rep 指定客户经理，或用 --manager 指定主管，不要同时使用。',
    whoseToPost: '请用 --manager 指定要发送谁的简报；版本、内容和人员按其设置。',
    noDigests: (name) => `${name}没有简报：只有主管以及设置过简报的管理员会收到。`,
    notYet: (time) => `当天的简报 ${time} 才发送。`,
    postedBefore: '当天的简报已经发送过。',
  },
  'zh-TW': {
    columns: ['部分', '對象', '內容'],
    listColumns: ['客戶 ID', '客戶', '內容'],
    noSuchNumber: (typed, known) => `沒有 ${typed} 這一項，可以輸入：${known}。`,
    repAndManager: '請用 --rep 指定客戶經理，或用 --manager 指定主管，不要同時使用。',
    whoseToPost: '請用 --manager 指定要傳送誰的簡報；版本、內容和人員依其設定。',
    noDigests: (name) => `${name}沒有簡報：只有主管以及設定過簡報的管理員會收到。`,
    notYet: (time) => `當天的簡報 ${time} 才傳送。`,
    postedBefore: '當天的簡報已經傳送過。',
  },
};
