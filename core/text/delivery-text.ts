import type { CalendarDate } from '../calendar-date.ts';
import { formatDate } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What an admin is told of a person or channel that messages do not reach. */
export interface DeliveryText {
  /** @param where a person's or channel's name; @param problem Slack's word for what is wrong */
  cannotReach(where: string, problem: string): string;
  /** What to do, by Slack's word. */
  remedy(problem: string): string;
  readonly triedAgain: string;
  /** Under the list that comes after a stop. */
  missed(days: readonly CalendarDate[]): string;
}

const GONE = new Set(['channel_not_found', 'user_not_found', 'user_not_visible', 'cannot_dm_bot']);
const LEFT = new Set(['account_inactive', 'user_disabled']);
const FORBIDDEN = new Set(['missing_scope', 'no_permission', 'not_allowed_token_type', 'messages_tab_disabled']);

type Trouble = 'left' | 'gone' | 'archived' | 'outside' | 'forbidden' | 'other';

function troubleOf(problem: string): Trouble {
  if (LEFT.has(problem)) return 'left';
  if (GONE.has(problem)) return 'gone';
  if (problem === 'is_archived') return 'archived';
  if (problem === 'not_in_channel') return 'outside';
  return FORBIDDEN.has(problem) ? 'forbidden' : 'other';
}

const REMEDIES: ByLanguage<Readonly<Record<Trouble, string>>> = {
  en: {
    left: 'If the person has left, hand the customers over to somebody else.',
    gone: 'Check that the person or channel still exists and that Tierbook may see it.',
    archived: 'Bring the channel back from the archive, or choose another.',
    outside: 'Invite Tierbook to the channel with /invite.',
    forbidden: 'Install the Slack app again from its current manifest.',
    other: 'Look the word up in Slack’s documentation of chat.postMessage.',
  },
  'zh-CN': {
    left: '如果此人已离职，请把客户交接给其他同事。',
    gone: '请确认该成员或频道仍然存在，并且 Tierbook 可以看到。',
    archived: '请取消归档该频道，或换一个频道。',
    outside: '请用 /invite 把 Tierbook 邀请进该频道。',
    forbidden: '请按最新的应用清单重新安装 Slack 应用。',
    other: '请在 Slack 的 chat.postMessage 文档中查找这个错误代码。',
  },
  'zh-TW': {
    left: '如果此人已離職，請把客戶交接給其他同事。',
    gone: '請確認該成員或頻道仍然存在，而且 Tierbook 看得到。',
    archived: '請取消封存該頻道，或改用其他頻道。',
    outside: '請用 /invite 邀請 Tierbook 加入該頻道。',
    forbidden: '請依最新的應用程式資訊清單重新安裝 Slack 應用程式。',
    other: '請在 Slack 的 chat.postMessage 文件中查詢這個錯誤代碼。',
  },
};

/** In every language. */
export const DELIVERY_TEXT: ByLanguage<DeliveryText> = {
  en: {
    cannotReach: (where, problem) => `Tierbook cannot post to ${where}: Slack answers “${problem}”.`,
    remedy: (problem) => REMEDIES.en[troubleOf(problem)],
    triedAgain: 'The message was not posted. The next one will be tried again.',
    missed: (days) =>
      `No list came on ${days.map((day) => formatDate(day, 'en')).join(', ')}: Tierbook or Slack was away at the time.`,
  },
  'zh-CN': {
    cannotReach: (where, problem) => `Tierbook 无法向 ${where} 发送消息：Slack 返回“${problem}”。`,
    remedy: (problem) => REMEDIES['zh-CN'][troubleOf(problem)],
    triedAgain: '这条消息没有发出，下一条会再次尝试。',
    missed: (days) =>
      `${days.map((day) => formatDate(day, 'zh-CN')).join('、')}没有发送清单：当时 Tierbook 或 Slack 无法使用。`,
  },
  'zh-TW': {
    cannotReach: (where, problem) => `Tierbook 無法傳送訊息給 ${where}：Slack 傳回「${problem}」。`,
    remedy: (problem) => REMEDIES['zh-TW'][troubleOf(problem)],
    triedAgain: '這則訊息沒有送出，下一則會再試一次。',
    missed: (days) =>
      `${days.map((day) => formatDate(day, 'zh-TW')).join('、')}沒有傳送清單：當時 Tierbook 或 Slack 無法使用。`,
  },
};
