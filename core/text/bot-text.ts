import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What the bot answers besides a card. Names and queries come in ready to be shown: cleaned and cut. */
export interface BotText {
  readonly usageTitle: string;
  /** One line each; what is typed stands on its own in `example`. */
  readonly usage: readonly string[];
  readonly examples: readonly { readonly typed: string; readonly gives: string }[];
  found(query: string): string;
  readonly choose: string;
  /** Follows a menu that could not hold all matches. */
  more(count: number): string;
  nothingFound(query: string): string;
  readonly nearest: string;
  readonly tryAnother: string;
  /** Above the card of the only customer whose name fits. */
  onlyMatch(query: string): string;
  readonly otherMatches: string;
  /** The accessible name of a button that shows a customer's card. */
  showLabel(name: string): string;
  tooLong(length: number, limit: number): string;
  /** Above what was typed, where a command came to nothing. */
  readonly typed: string;
  readonly isAPerson: string;
  readonly customerGone: string;
  unknownCommand(command: string): string;
  readonly unknownAction: string;
  readonly otherWorkspace: string;
  /** `id` is what the log entry is found by. */
  failed(id: string): string;
  readonly databaseAway: string;
  readonly slackBusy: string;
  readonly pressedTooLate: string;
  readonly shortcutTooLate: string;
  /** In a window, when what was sent has taken effect after all. */
  readonly done: string;
  /** In a window, while what was sent takes its time. */
  readonly oneMoment: string;
  /** In a modal that was opened before its content was there. */
  readonly reasonsFailed: string;
  readonly shareNotInChannel: string;
  readonly shareArchived: string;
  readonly shareRestricted: string;
  readonly shareUnclear: string;
}

const en: BotText = {
  usageTitle: 'Look up a customer',
  usage: ['Type /customer and a name: a part of it, its initials or the customer number will do.'],
  examples: [
    { typed: '/customer ACME', gives: 'tier, reasons, what would lift it, last and next contact' },
    { typed: '/customer ACME what if payment=95%', gives: 'the tier it would have then' },
    { typed: '/customer ACME log called, wants a quote by Friday', gives: 'logs the contact' },
    { typed: '/customer add ACME', gives: 'puts a new customer on file' },
    { typed: '/customer help', gives: 'this help' },
  ],
  found: (query) => `Several customers match “${query}”, the best match first:`,
  choose: 'Choose a customer',
  more: (count) => `${count} more match. Add a few letters to narrow them down.`,
  nothingFound: (query) => `No customer is called “${query}”.`,
  nearest: 'Did you mean:',
  tryAnother: 'Try a shorter part of the name, or the customer number.',
  onlyMatch: (query) => `The only match for “${query}”`,
  otherMatches: 'Other matches',
  showLabel: (name) => `Show the card of ${name}`,
  tooLong: (length, limit) =>
    `That is too long for a name: ${formatDecimal(length, 0)} characters. Please type at most ${limit}. To log a contact, type “log” after the name.`,
  typed: 'This is what you typed:',
  isAPerson: 'That is a person. Please type the name of a customer.',
  customerGone: 'This customer is no longer on file. It may have been merged with another or removed.',
  unknownCommand: (command) => `I do not know ${command}. Try /customer help.`,
  unknownAction: 'This button or menu is out of date. Please ask again with /customer and the name.',
  otherWorkspace: 'Customers are shown only to members of the workspace they belong to.',
  failed: (id) =>
    `Sorry, something went wrong. Please try again. If it happens again, give this number to your Tierbook admin: ${id}`,
  databaseAway: 'Sorry, I cannot reach the customer data right now. Please try again in a minute.',
  slackBusy: 'Slack is busy right now. Please try again in a minute.',
  oneMoment: 'One moment…',
  done: 'Done.',
  pressedTooLate: 'That took too long to open. Please press the button again.',
  shortcutTooLate: 'That took too long to open. Please choose it in the message’s menu again.',
  reasonsFailed: 'Sorry, the reasons could not be fetched. Please close this window and press “Why?” again.',
  shareNotInChannel: 'I am not in this channel. Invite me with /invite @Tierbook, then press “Share to channel” again.',
  shareArchived: 'This channel is archived, so nothing can be posted here.',
  shareRestricted: 'I am not allowed to post in this channel. Ask an admin of your Slack workspace.',
  shareUnclear:
    'Slack did not answer, so it may or may not have been posted. Look at the channel before you try again.',
};

const zhCn: BotText = {
  usageTitle: '查询客户',
  usage: ['输入 /customer 和客户名称即可；名称的一部分、拼音首字母或客户编号也可以。'],
  examples: [
    { typed: '/customer 春晖', gives: '等级、原因、怎样升级、上次和下次联系' },
    { typed: '/customer 春晖 如果 回款率=95%', gives: '假设数值变化后的等级' },
    { typed: '/customer 春晖 记录 打电话，周五前要报价', gives: '记录一次联系' },
    { typed: '/customer 新增 春晖', gives: '新增一个客户' },
    { typed: '/customer 帮助', gives: '显示本说明' },
  ],
  found: (query) => `有多个客户与“${query}”相符，最接近的排在最前：`,
  choose: '请选择客户',
  more: (count) => `另有 ${formatDecimal(count, 0)} 个客户相符，多输入几个字可以缩小范围。`,
  nothingFound: (query) => `没有找到名为“${query}”的客户。`,
  nearest: '您要找的是：',
  tryAnother: '请换短一点的名称，或输入客户编号。',
  onlyMatch: (query) => `与“${query}”相符的只有这一个客户`,
  otherMatches: '其他相符的客户',
  showLabel: (name) => `查看${name}的客户卡片`,
  tooLong: (length, limit) =>
    `作为客户名称太长了（${length} 个字符），请不要超过 ${limit} 个字符。如需记录联系，请在名称后面写“记录”。`,
  typed: '您输入的内容：',
  isAPerson: '这是一位同事，请输入客户名称。',
  customerGone: '这个客户已不在名单中，可能已与其他客户合并，或已被删除。',
  unknownCommand: (command) => `我不认识 ${command}。请试试 /customer 帮助。`,
  unknownAction: '这个按钮或菜单已经失效，请重新输入 /customer 和客户名称。',
  otherWorkspace: '客户信息只向所属工作区的成员显示。',
  failed: (id) => `抱歉，出了点问题，请再试一次。如果仍然不行，请把这个编号告诉 Tierbook 管理员：${id}`,
  databaseAway: '抱歉，暂时读取不到客户数据，请过一分钟再试。',
  slackBusy: 'Slack 暂时繁忙，请过一分钟再试。',
  oneMoment: '请稍候……',
  done: '已完成。',
  pressedTooLate: '打开超时，请再按一次按钮。',
  shortcutTooLate: '打开超时，请在消息菜单中再选一次。',
  reasonsFailed: '抱歉，未能读取原因。请关闭此窗口，再按一次“为什么？”。',
  shareNotInChannel: '我不在这个频道里。请先用 /invite @Tierbook 邀请我，再按“分享到频道”。',
  shareArchived: '这个频道已归档，无法发布消息。',
  shareRestricted: '我没有在这个频道发布消息的权限，请联系 Slack 工作区管理员。',
  shareUnclear: 'Slack 没有回应，消息可能已经发布。请先查看频道，再决定是否重试。',
};

const zhTw: BotText = {
  usageTitle: '查詢客戶',
  usage: ['輸入 /customer 和客戶名稱即可；名稱的一部分、拼音首字母或客戶編號也可以。'],
  examples: [
    { typed: '/customer 春暉', gives: '等級、原因、怎樣升級、上次和下次聯絡' },
    { typed: '/customer 春暉 如果 回款率=95%', gives: '假設數值改變後的等級' },
    { typed: '/customer 春暉 記錄 打電話，週五前要報價', gives: '記錄一次聯絡' },
    { typed: '/customer 新增 春暉', gives: '新增一位客戶' },
    { typed: '/customer 說明', gives: '顯示本說明' },
  ],
  found: (query) => `有多個客戶符合「${query}」，最接近的排在最前：`,
  choose: '請選擇客戶',
  more: (count) => `另有 ${formatDecimal(count, 0)} 個客戶符合，多輸入幾個字可以縮小範圍。`,
  nothingFound: (query) => `沒有找到名為「${query}」的客戶。`,
  nearest: '您要找的是：',
  tryAnother: '請換短一點的名稱，或輸入客戶編號。',
  onlyMatch: (query) => `符合「${query}」的只有這一個客戶`,
  otherMatches: '其他符合的客戶',
  showLabel: (name) => `查看${name}的客戶卡片`,
  tooLong: (length, limit) =>
    `作為客戶名稱太長了（${length} 個字元），請不要超過 ${limit} 個字元。如需記錄聯絡，請在名稱後面寫「記錄」。`,
  typed: '您輸入的內容：',
  isAPerson: '這是一位同事，請輸入客戶名稱。',
  customerGone: '這個客戶已不在名單中，可能已與其他客戶合併，或已被刪除。',
  unknownCommand: (command) => `我不認得 ${command}。請試試 /customer 說明。`,
  unknownAction: '這個按鈕或選單已經失效，請重新輸入 /customer 和客戶名稱。',
  otherWorkspace: '客戶資料只向所屬工作區的成員顯示。',
  failed: (id) => `抱歉，出了點問題，請再試一次。如果還是不行，請把這個編號告訴 Tierbook 管理員：${id}`,
  databaseAway: '抱歉，暫時讀取不到客戶資料，請過一分鐘再試。',
  slackBusy: 'Slack 暫時忙碌，請過一分鐘再試。',
  oneMoment: '請稍候……',
  done: '已完成。',
  pressedTooLate: '開啟逾時，請再按一次按鈕。',
  shortcutTooLate: '開啟逾時，請在訊息選單中再選一次。',
  reasonsFailed: '抱歉，未能讀取原因。請關閉此視窗，再按一次「為什麼？」。',
  shareNotInChannel: '我不在這個頻道裡。請先用 /invite @Tierbook 邀請我，再按「分享到頻道」。',
  shareArchived: '這個頻道已封存，無法發布訊息。',
  shareRestricted: '我沒有在這個頻道發布訊息的權限，請聯絡 Slack 工作區管理員。',
  shareUnclear: 'Slack 沒有回應，訊息可能已經發布。請先查看頻道，再決定是否重試。',
};

/** The bot's answers in every language. */
export const BOT_TEXT: ByLanguage<BotText> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw };

/** Words after `/customer` that ask how to use it, in lower case. */
export const HELP_WORDS: readonly string[] = ['', 'help', '?', '？', '-h', '--help', '帮助', '幫助', '说明', '說明'];
