import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What `tierbook deliver` says. */
export const DELIVER_COMMAND_TEXT: ByLanguage<{
  readonly nothingDue: string;
  due(count: number): string;
  /** Stands behind a message that is due but will be skipped. */
  readonly late: string;
  done(counts: { readonly sent: number; readonly skipped: number }): string;
  parked(count: number): string;
  open(count: number): string;
  handedOver(count: number): string;
  readonly noSlack: string;
  /** The Slack tokens belong to another workspace. */
  otherWorkspace(wanted: string, connected: string): string;
}> = {
  en: {
    nothingDue: 'Nothing is due.',
    due: (count) => counted(count, 'message is due:', 'messages are due:'),
    late: 'too late, would be skipped',
    done: ({ sent, skipped }) => `${counted(sent, 'message', 'messages')} posted, ${skipped} skipped.`,
    parked: (count) =>
      `${counted(count, 'message', 'messages')} cannot be delivered: Slack does not take them. An admin is told.`,
    open: (count) =>
      `${counted(count, 'message is', 'messages are')} still to be posted: the running service goes on, or call this again later.`,
    handedOver: (count) =>
      `${counted(count, 'message is', 'messages are')} written down: the Tierbook that is running posts within a minute.`,
    noSlack:
      'There is no Slack to post to: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, keep `npm start` running for the local workspace, or look without posting by --dry-run.',
    otherWorkspace: (wanted, connected) =>
      `SLACK_BOT_TOKEN belongs to ${connected} and cannot post in ${wanted}: set the token of ${wanted}, or leave --workspace out.`,
  },
  'zh-CN': {
    nothingDue: '现在没有要发送的消息。',
    due: (count) => `有 ${formatDecimal(count, 0)} 条消息到了发送时间：`,
    late: '已过时效，将跳过',
    done: ({ sent, skipped }) => `已发送 ${sent} 条消息，跳过 ${formatDecimal(skipped, 0)} 条。`,
    parked: (count) => `有 ${formatDecimal(count, 0)} 条消息无法送达：Slack 不接收。已通知管理员。`,
    open: (count) => `还有 ${formatDecimal(count, 0)} 条消息待发送：正在运行的服务会继续，也可以稍后再执行本命令。`,
    handedOver: (count) => `已登记 ${formatDecimal(count, 0)} 条消息，正在运行的 Tierbook 会在一分钟内发送。`,
    noSlack:
      '没有可用的 Slack：请设置 SLACK_BOT_TOKEN 和 SLACK_APP_TOKEN；如用本地工作区，请保持 `npm start` 运行；或加上 --dry-run 只查看不发送。',
    otherWorkspace: (wanted, connected) =>
      `SLACK_BOT_TOKEN 属于 ${connected}，无法在 ${wanted} 发送消息：请设置 ${wanted} 的令牌，或去掉 --workspace。`,
  },
  'zh-TW': {
    nothingDue: '現在沒有要傳送的訊息。',
    due: (count) => `有 ${formatDecimal(count, 0)} 則訊息到了傳送時間：`,
    late: '已過時效，將略過',
    done: ({ sent, skipped }) => `已傳送 ${sent} 則訊息，略過 ${formatDecimal(skipped, 0)} 則。`,
    parked: (count) => `有 ${formatDecimal(count, 0)} 則訊息無法送達：Slack 不接受。已通知管理員。`,
    open: (count) => `還有 ${formatDecimal(count, 0)} 則訊息待傳送：執行中的服務會繼續，也可以稍後再執行本命令。`,
    handedOver: (count) => `已登記 ${formatDecimal(count, 0)} 則訊息，執行中的 Tierbook 會在一分鐘內傳送。`,
    noSlack:
      '沒有可用的 Slack：請設定 SLACK_BOT_TOKEN 和 SLACK_APP_TOKEN；若用本機工作區，請讓 `npm start` 保持執行；或加上 --dry-run 只查看不傳送。',
    otherWorkspace: (wanted, connected) =>
      `SLACK_BOT_TOKEN 屬於 ${connected}，無法在 ${wanted} 傳送訊息：請設定 ${wanted} 的權杖，或移除 --workspace。`,
  },
};
