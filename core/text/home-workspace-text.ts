import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What the page of the Home tab about the workspace says, and its windows. */
export interface HomeWorkspaceText {
  readonly title: string;
  /** @param language its name in itself */
  language(language: string): string;
  readonly languageButton: string;
  readonly languageTitle: string;
  readonly languageField: string;
  languageSaved(language: string): string;
  customers(count: number): string;
  // Health.
  readonly health: string;
  readonly parts: Readonly<Record<'database' | 'slack' | 'queue', string>>;
  readonly works: string;
  readonly worksNot: string;
  graded(when: string): string;
  readonly neverGraded: string;
  version(version: string): string;
  // Messages that do not get through.
  parked(count: number): string;
  readonly noParked: string;
  /** @param kind such as `daily-list` */
  parkedLine(where: string, day: string, problem: string): string;
  readonly tryAgain: string;
  tryAgainLabel(where: string): string;
  readonly triesAgain: string;
  readonly notParked: string;
  // Where digests go.
  readonly digests: string;
  readonly noDigests: string;
  digestLine(name: string, time: string, isDirect: boolean): string;
  // The last import.
  readonly lastImport: string;
  readonly noImport: string;
  /** How a table is imported; `inSlack` says that files are taken there. */
  howToImport(inSlack: boolean): string;
  importLine(when: string, added: number): string;
  readonly undoImportTitle: string;
  readonly undoImportText: string;
  // Samples.
  readonly samples: string;
  samplesLine(count: number): string;
  readonly noSamples: string;
  readonly removeSamples: string;
  removeSamplesText(count: number): string;
  removed(count: number): string;
  readonly removing: string;
  readonly save: string;
  readonly cancel: string;
  readonly failed: string;
  readonly adminsOnly: string;
}

export const HOME_WORKSPACE_TEXT: ByLanguage<HomeWorkspaceText> = {
  en: {
    title: 'Workspace',
    language: (language) =>
      `Messages to channels are in ${language}. Messages to one person are in that person’s language.`,
    languageButton: 'Language…',
    languageTitle: 'Language of channels',
    languageField: 'Messages to channels are in',
    languageSaved: (language) => `Messages to channels are in ${language} from now on.`,
    customers: (count) => counted(count, 'customer on file.', 'customers on file.'),
    health: 'Health',
    parts: { database: 'Database', slack: 'Slack connection', queue: 'Job queue' },
    works: 'works',
    worksNot: 'does not work',
    graded: (when) => `All customers were last graded on ${when}.`,
    neverGraded: 'The nightly grading has not run yet.',
    version: (version) => `Tierbook ${version}`,
    parked: (count) => counted(count, 'message did not get through', 'messages did not get through'),
    noParked: 'All messages got through.',
    parkedLine: (where, day, problem) => `${where} · ${day} · Slack answers “${problem}”.`,
    tryAgain: 'Try again',
    tryAgainLabel: (where) => `Try again: ${where}`,
    triesAgain: 'It is being sent again. If it still does not get through, it will be listed here again.',
    notParked: 'This message is no longer waiting.',
    digests: 'Where digests go',
    noDigests: 'Nobody gets a digest yet: managers do, and admins who set one up.',
    digestLine: (name, time, isDirect) => `${name} at ${time}, ${isDirect ? 'as a direct message' : 'to a channel'}`,
    lastImport: 'Last import',
    noImport: 'There is no import that could be undone.',
    howToImport: (inSlack) =>
      inSlack
        ? 'To import, send Tierbook a table (.csv, .tsv or .xlsx) as a message.'
        : 'To import a table, use “import” on the command line.',
    importLine: (when, added) => `On ${when}, with ${counted(added, 'new customer', 'new customers')}.`,
    undoImportTitle: 'Undo the import?',
    undoImportText:
      'Customers that it added are removed, those that it changed are restored, and everybody is graded again.',
    samples: 'Sample customers',
    samplesLine: (count) => counted(count, 'sample customer is on file.', 'sample customers are on file.'),
    noSamples: 'No sample customers are on file.',
    removeSamples: 'Remove samples',
    removeSamplesText: (count) =>
      `${counted(count, 'sample customer goes', 'sample customers go')} for good, with contacts, purchases and history. Your own customers stay and are graded again.`,
    removed: (count) => counted(count, 'sample customer removed.', 'sample customers removed.'),
    removing: 'Removing them and grading the others again.',
    save: 'Save',
    cancel: 'Cancel',
    failed: 'That did not work. Check this page before you try again.',
    adminsOnly: 'Only admins may do this.',
  },
  'zh-CN': {
    title: '工作区',
    language: (language) => `频道中的消息使用${language}；发给个人的消息使用各自的语言。`,
    languageButton: '语言…',
    languageTitle: '频道消息的语言',
    languageField: '频道中的消息使用',
    languageSaved: (language) => `今后频道中的消息使用${language}。`,
    customers: (count) => `在册客户 ${formatDecimal(count, 0)} 个。`,
    health: '运行状况',
    parts: { database: '数据库', slack: 'Slack 连接', queue: '任务队列' },
    works: '正常',
    worksNot: '异常',
    graded: (when) => `上次为所有客户定级：${when}。`,
    neverGraded: '尚未进行过夜间定级。',
    version: (version) => `Tierbook ${version}`,
    parked: (count) => `${formatDecimal(count, 0)} 条消息没有送达`,
    noParked: '所有消息都已送达。',
    parkedLine: (where, day, problem) => `${where} · ${day} · Slack 返回“${problem}”。`,
    tryAgain: '再试一次',
    tryAgainLabel: (where) => `再试一次：${where}`,
    triesAgain: '正在重新发送；如果仍未送达，会再次列在这里。',
    notParked: '这条消息已不在等待发送。',
    digests: '简报发往何处',
    noDigests: '目前没有人收到简报：主管会收到，管理员设置后也会收到。',
    digestLine: (name, time, isDirect) => `${name}：${time}，${isDirect ? '私信' : '发到频道'}`,
    lastImport: '上次导入',
    noImport: '没有可以撤销的导入。',
    howToImport: (inSlack) =>
      inSlack ? '导入：把表格（.csv、.tsv 或 .xlsx）作为消息发给 Tierbook。' : '导入表格：请在命令行使用 import。',
    importLine: (when, added) => `${when}，新增 ${formatDecimal(added, 0)} 个客户。`,
    undoImportTitle: '撤销这次导入？',
    undoImportText: '新增的客户会移除，改动过的客户会还原，并重新为所有客户定级。',
    samples: '示例客户',
    samplesLine: (count) => `目前有 ${formatDecimal(count, 0)} 个示例客户。`,
    noSamples: '没有示例客户。',
    removeSamples: '删除示例',
    removeSamplesText: (count) =>
      `将永久删除 ${formatDecimal(count, 0)} 个示例客户及其联系记录、购买记录和历史。您自己的客户会保留，并重新定级。`,
    removed: (count) => `已删除 ${formatDecimal(count, 0)} 个示例客户。`,
    removing: '正在删除示例客户，并为其他客户重新定级。',
    save: '保存',
    cancel: '取消',
    failed: '没有成功。请先查看此页，再重试。',
    adminsOnly: '只有管理员可以这样做。',
  },
  'zh-TW': {
    title: '工作區',
    language: (language) => `頻道中的訊息使用${language}；傳給個人的訊息使用各自的語言。`,
    languageButton: '語言…',
    languageTitle: '頻道訊息的語言',
    languageField: '頻道中的訊息使用',
    languageSaved: (language) => `今後頻道中的訊息使用${language}。`,
    customers: (count) => `在冊客戶 ${formatDecimal(count, 0)} 位。`,
    health: '運作狀況',
    parts: { database: '資料庫', slack: 'Slack 連線', queue: '工作佇列' },
    works: '正常',
    worksNot: '異常',
    graded: (when) => `上次為所有客戶定級：${when}。`,
    neverGraded: '尚未進行過夜間定級。',
    version: (version) => `Tierbook ${version}`,
    parked: (count) => `${formatDecimal(count, 0)} 則訊息沒有送達`,
    noParked: '所有訊息都已送達。',
    parkedLine: (where, day, problem) => `${where} · ${day} · Slack 傳回「${problem}」。`,
    tryAgain: '再試一次',
    tryAgainLabel: (where) => `再試一次：${where}`,
    triesAgain: '正在重新傳送；若仍未送達，會再次列在這裡。',
    notParked: '這則訊息已不在等待傳送。',
    digests: '簡報發往何處',
    noDigests: '目前沒有人收到簡報：主管會收到，管理員設定後也會收到。',
    digestLine: (name, time, isDirect) => `${name}：${time}，${isDirect ? '私訊' : '傳到頻道'}`,
    lastImport: '上次匯入',
    noImport: '沒有可以復原的匯入。',
    howToImport: (inSlack) =>
      inSlack ? '匯入：把表格（.csv、.tsv 或 .xlsx）以訊息傳給 Tierbook。' : '匯入表格：請在命令列使用 import。',
    importLine: (when, added) => `${when}，新增 ${formatDecimal(added, 0)} 位客戶。`,
    undoImportTitle: '復原這次匯入？',
    undoImportText: '新增的客戶會移除，變更過的客戶會還原，並重新為所有客戶定級。',
    samples: '範例客戶',
    samplesLine: (count) => `目前有 ${formatDecimal(count, 0)} 位範例客戶。`,
    noSamples: '沒有範例客戶。',
    removeSamples: '刪除範例',
    removeSamplesText: (count) =>
      `將永久刪除 ${formatDecimal(count, 0)} 位範例客戶及其聯絡紀錄、購買紀錄和歷史。您自己的客戶會保留，並重新定級。`,
    removed: (count) => `已刪除 ${formatDecimal(count, 0)} 位範例客戶。`,
    removing: '正在刪除範例客戶，並為其他客戶重新定級。',
    save: '儲存',
    cancel: '取消',
    failed: '沒有成功。請先查看此頁，再重試。',
    adminsOnly: '只有管理員可以這樣做。',
  },
};
