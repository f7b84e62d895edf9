import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What the local workspace's page says around messages: sidebar, channels, writing, and what went wrong. */
export interface PageText {
  readonly workspace: string;
  readonly loading: string;
  readonly connectionLost: string;
  readonly openSidebar: string;
  readonly closeSidebar: string;
  readonly sidebar: string;
  readonly close: string;
  readonly roles: Readonly<Record<'rep' | 'manager' | 'admin', string>>;
  /** Follows who one is, on the button whose menu has the others. */
  readonly become: string;
  readonly people: string;
  readonly language: string;
  readonly channels: string;
  readonly directMessages: string;
  readonly uploadTable: string;
  /** Follows a channel's or person's name, for those who do not see the badge. */
  unread(count: number): string;
  readonly privateChannel: string;
  readonly archived: string;
  /** Under the name of an archived channel, in the place of the composer. */
  readonly archivedNotice: string;
  readonly notInvited: string;
  readonly botDescription: string;
  readonly messagesTab: string;
  readonly homeTab: string;
  readonly homeEmpty: string;
  messagesIn(place: string): string;
  readonly today: string;
  readonly yesterday: string;
  readonly newMessages: string;
  readonly jumpToNew: string;
  readonly earlier: string;
  readonly onlyYou: string;
  readonly edited: string;
  readonly app: string;
  readonly emptyTitle: string;
  /** What to do in an empty channel in which the bot answers. */
  readonly emptyHint: string;
  readonly tryCustomer: string;
  replies(count: number): string;
  readonly replyInThread: string;
  readonly thread: string;
  readonly composer: string;
  writeTo(place: string): string;
  readonly replyPlaceholder: string;
  readonly send: string;
  readonly sending: string;
  readonly attach: string;
  /** While the suggestions are open. */
  readonly commandsFound: string;
  readonly peopleFound: string;
  readonly keys: string;
  noCommand(command: string): string;
  readonly noCommandInThread: string;
  readonly timedOut: string;
  readonly botAway: string;
  readonly serverAway: string;
  readonly notThere: string;
  readonly badRequest: string;
  /** The server made a mistake. */
  readonly broken: string;
  readonly tableGone: string;
  readonly tooLarge: string;
  readonly brokenMessage: string;
  fileSize(bytes: number): string;
}

const en: PageText = {
  workspace: 'Local workspace',
  loading: 'Opening the workspace…',
  connectionLost: 'The connection to Tierbook is lost. Trying again by itself…',
  openSidebar: 'Open channels and people',
  closeSidebar: 'Close channels and people',
  sidebar: 'Channels and people',
  close: 'Close',
  roles: { rep: 'Rep', manager: 'Manager', admin: 'Admin' },
  become: 'Be someone else',
  people: 'You are',
  language: 'Language',
  channels: 'Channels',
  directMessages: 'Direct messages',
  uploadTable: 'Upload a table',
  unread: (count) => counted(count, 'unread message', 'unread messages'),
  privateChannel: 'private channel',
  archived: 'archived',
  archivedNotice: 'This channel is archived, so nothing can be written here.',
  notInvited: 'Tierbook is not in this channel. Its commands work here all the same, but it cannot post here.',
  botDescription: 'Direct message with Tierbook',
  messagesTab: 'Messages',
  homeTab: 'Home',
  homeEmpty: 'Tierbook shows nothing here yet.',
  messagesIn: (place) => `Messages in ${place}`,
  today: 'Today',
  yesterday: 'Yesterday',
  newMessages: 'New',
  jumpToNew: 'New messages',
  earlier: 'Show earlier messages',
  onlyYou: 'Only visible to you',
  edited: '(edited)',
  app: 'APP',
  emptyTitle: 'Nothing here yet',
  emptyHint: 'Type /customer and a name to see a customer’s tier, the reasons, and what would lift it.',
  tryCustomer: 'Try /customer ACME',
  replies: (count) => counted(count, 'reply', 'replies'),
  replyInThread: 'Reply in thread',
  thread: 'Thread',
  composer: 'Write a message',
  writeTo: (place) => `Message ${place} – type / for commands`,
  replyPlaceholder: 'Reply…',
  send: 'Send',
  sending: 'Waiting for Tierbook…',
  attach: 'Attach a file',
  commandsFound: 'Commands',
  peopleFound: 'People',
  keys: '↑↓ choose · Tab or Enter take · Esc close',
  noCommand: (command) => `${command} is not a command here. Type / to see the commands there are.`,
  noCommandInThread: 'Slack takes no commands inside a thread. Type it in the channel instead.',
  timedOut: 'Tierbook did not answer within three seconds. Please try again.',
  botAway: 'Tierbook could not be reached or gave an answer that Slack refuses. The traffic view says more.',
  serverAway: 'The local workspace does not answer. Is “npm start” still running? Nothing that you typed is lost.',
  notThere: 'That is no longer there. It was changed or removed in the meantime.',
  badRequest: 'The local workspace did not accept this. Please check what you entered.',
  broken: 'Something went wrong on the server. Its log says more; please try again.',
  tableGone: 'The table was not kept any longer. Please choose the file again.',
  tooLarge: 'This file is too large for the local workspace.',
  brokenMessage: 'This message cannot be shown:',
  fileSize: size,
};

const zhCn: PageText = {
  workspace: '本地工作区',
  loading: '正在打开工作区…',
  connectionLost: '与 Tierbook 的连接已断开，正在自动重新连接…',
  openSidebar: '打开频道和成员',
  closeSidebar: '收起频道和成员',
  sidebar: '频道和成员',
  close: '关闭',
  roles: { rep: '客户经理', manager: '主管', admin: '管理员' },
  become: '换成别人',
  people: '您现在是',
  language: '语言',
  channels: '频道',
  directMessages: '私信',
  uploadTable: '上传表格',
  unread: (count) => `${formatDecimal(count, 0)} 条未读消息`,
  privateChannel: '私有频道',
  archived: '已归档',
  archivedNotice: '此频道已归档，不能再发消息。',
  notInvited: 'Tierbook 不在此频道里。命令照常可用，但它无法在这里发消息。',
  botDescription: '与 Tierbook 的私信',
  messagesTab: '消息',
  homeTab: '主页',
  homeEmpty: 'Tierbook 在这里还没有内容。',
  messagesIn: (place) => `${place} 的消息`,
  today: '今天',
  yesterday: '昨天',
  newMessages: '新消息',
  jumpToNew: '有新消息',
  earlier: '显示更早的消息',
  onlyYou: '仅您可见',
  edited: '（已编辑）',
  app: '应用',
  emptyTitle: '这里还没有消息',
  emptyHint: '输入 /customer 和客户名称，就能看到客户等级、原因以及怎样升级。',
  tryCustomer: '试试 /customer ACME',
  replies: (count) => `${formatDecimal(count, 0)} 条回复`,
  replyInThread: '在消息列中回复',
  thread: '消息列',
  composer: '写消息',
  writeTo: (place) => `发消息到 ${place}，输入 / 查看命令`,
  replyPlaceholder: '回复…',
  send: '发送',
  sending: '正在等待 Tierbook…',
  attach: '添加文件',
  commandsFound: '命令',
  peopleFound: '成员',
  keys: '↑↓ 选择 · Tab 或 Enter 采用 · Esc 关闭',
  noCommand: (command) => `这里没有 ${command} 这个命令。输入 / 可以查看所有命令。`,
  noCommandInThread: 'Slack 的消息列里不能使用命令，请在频道里输入。',
  timedOut: 'Tierbook 三秒内没有响应，请重试。',
  botAway: '无法连接 Tierbook，或它的应答不被 Slack 接受。详情见“通信记录”。',
  serverAway: '本地工作区没有响应。“npm start” 还在运行吗？您输入的内容都还在。',
  notThere: '它已经不在了，可能刚刚被修改或删除。',
  badRequest: '本地工作区未接受此操作，请检查输入的内容。',
  broken: '服务器出错了，请重试；详情见运行日志。',
  tableGone: '这张表格已不再保留，请重新选择文件。',
  tooLarge: '文件太大，本地工作区无法接收。',
  brokenMessage: '这条消息无法显示：',
  fileSize: size,
};

const zhTw: PageText = {
  workspace: '本機工作區',
  loading: '正在開啟工作區…',
  connectionLost: '與 Tierbook 的連線中斷，正在自動重新連線…',
  openSidebar: '開啟頻道與成員',
  closeSidebar: '收合頻道與成員',
  sidebar: '頻道與成員',
  close: '關閉',
  roles: { rep: '客戶經理', manager: '主管', admin: '管理員' },
  become: '換成別人',
  people: '您現在是',
  language: '語言',
  channels: '頻道',
  directMessages: '私訊',
  uploadTable: '上傳表格',
  unread: (count) => `${formatDecimal(count, 0)} 則未讀訊息`,
  privateChannel: '私人頻道',
  archived: '已封存',
  archivedNotice: '此頻道已封存，無法再發布訊息。',
  notInvited: 'Tierbook 不在此頻道裡。指令照常可用，但它無法在這裡發布訊息。',
  botDescription: '與 Tierbook 的私訊',
  messagesTab: '訊息',
  homeTab: '首頁',
  homeEmpty: 'Tierbook 在這裡還沒有內容。',
  messagesIn: (place) => `${place} 的訊息`,
  today: '今天',
  yesterday: '昨天',
  newMessages: '新訊息',
  jumpToNew: '有新訊息',
  earlier: '顯示更早的訊息',
  onlyYou: '只有您看得到',
  edited: '（已編輯）',
  app: '應用程式',
  emptyTitle: '這裡還沒有訊息',
  emptyHint: '輸入 /customer 和客戶名稱，就能看到客戶等級、原因以及怎樣升級。',
  tryCustomer: '試試 /customer ACME',
  replies: (count) => `${formatDecimal(count, 0)} 則回覆`,
  replyInThread: '在討論串中回覆',
  thread: '討論串',
  composer: '撰寫訊息',
  writeTo: (place) => `傳訊息到 ${place}，輸入 / 查看指令`,
  replyPlaceholder: '回覆…',
  send: '傳送',
  sending: '正在等待 Tierbook…',
  attach: '附加檔案',
  commandsFound: '指令',
  peopleFound: '成員',
  keys: '↑↓ 選擇 · Tab 或 Enter 採用 · Esc 關閉',
  noCommand: (command) => `這裡沒有 ${command} 這個指令。輸入 / 可以查看所有指令。`,
  noCommandInThread: 'Slack 的討論串裡不能使用指令，請在頻道裡輸入。',
  timedOut: 'Tierbook 三秒內沒有回應，請再試一次。',
  botAway: '無法連上 Tierbook，或它的回應不被 Slack 接受。詳情請看「通訊紀錄」。',
  serverAway: '本機工作區沒有回應。「npm start」還在執行嗎？您輸入的內容都還在。',
  notThere: '它已經不在了，可能剛剛被修改或刪除。',
  badRequest: '本機工作區未接受這個動作，請檢查輸入的內容。',
  broken: '伺服器發生錯誤，請再試一次；詳情請看執行記錄。',
  tableGone: '這份表格已不再保留，請重新選擇檔案。',
  tooLarge: '檔案太大，本機工作區無法接收。',
  brokenMessage: '這則訊息無法顯示：',
  fileSize: size,
};

/** The page's sentences by language. */
export const PAGE_TEXT: ByLanguage<PageText> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw };

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024
    ? `${formatDecimal(kilobytes, kilobytes < 10 ? 1 : 0)} kB`
    : `${formatDecimal(kilobytes / 1024, 1)} MB`;
}
