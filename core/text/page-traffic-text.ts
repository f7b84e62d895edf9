import type { ByLanguage } from './language.ts';

/** What the local workspace's page says around the traffic between Slack and the bot. */
export interface PageTrafficText {
  readonly title: string;
  readonly open: string;
  readonly close: string;
  readonly empty: string;
  readonly noMatch: string;
  readonly errorsOnly: string;
  readonly filter: string;
  readonly pause: string;
  readonly resume: string;
  paused(waiting: number): string;
  readonly clear: string;
  readonly copy: string;
  readonly copied: string;
  readonly toBot: string;
  readonly toSlack: string;
  readonly acknowledged: string;
  readonly notAcknowledged: string;
  readonly connection: string;
  ms(ms: number): string;
}

/** The sentences around the traffic by language. */
export const PAGE_TRAFFIC_TEXT: ByLanguage<PageTrafficText> = {
  en: {
    title: 'Traffic',
    open: 'Show the traffic between Slack and the bot',
    close: 'Close the traffic',
    empty: 'Nothing has passed between Slack and the bot yet.',
    noMatch: 'No line fits the filter.',
    errorsOnly: 'Errors only',
    filter: 'Filter',
    pause: 'Pause',
    resume: 'Go on',
    paused: (waiting) => (waiting === 0 ? 'Paused' : `Paused, ${waiting} new`),
    clear: 'Clear',
    copy: 'Copy',
    copied: 'Copied',
    toBot: 'Slack → bot',
    toSlack: 'bot → Slack',
    acknowledged: 'acknowledged',
    notAcknowledged: 'not acknowledged',
    connection: 'connection',
    ms: (ms) => `${ms} ms`,
  },
  'zh-CN': {
    title: '通信记录',
    open: '显示 Slack 与机器人之间的通信记录',
    close: '关闭通信记录',
    empty: 'Slack 与机器人之间还没有通信。',
    noMatch: '没有符合筛选条件的记录。',
    errorsOnly: '仅看错误',
    filter: '筛选',
    pause: '暂停',
    resume: '继续',
    paused: (waiting) => (waiting === 0 ? '已暂停' : `已暂停，新增 ${waiting} 条`),
    clear: '清空',
    copy: '复制',
    copied: '已复制',
    toBot: 'Slack → 机器人',
    toSlack: '机器人 → Slack',
    acknowledged: '已确认',
    notAcknowledged: '未确认',
    connection: '连接',
    ms: (ms) => `${ms} 毫秒`,
  },
  'zh-TW': {
    title: '通訊紀錄',
    open: '顯示 Slack 與機器人之間的通訊紀錄',
    close: '關閉通訊紀錄',
    empty: 'Slack 與機器人之間還沒有通訊。',
    noMatch: '沒有符合篩選條件的紀錄。',
    errorsOnly: '只看錯誤',
    filter: '篩選',
    pause: '暫停',
    resume: '繼續',
    paused: (waiting) => (waiting === 0 ? '已暫停' : `已暫停，新增 ${waiting} 筆`),
    clear: '清空',
    copy: '複製',
    copied: '已複製',
    toBot: 'Slack → 機器人',
    toSlack: '機器人 → Slack',
    acknowledged: '已確認',
    notAcknowledged: '未確認',
    connection: '連線',
    ms: (ms) => `${ms} 毫秒`,
  },
};
