import type { DateOrder } from '../table/reading.ts';
import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What the bot says about a table that was posted to it. Names come in ready to be shown: cleaned and cut. */
export interface PostedTableText {
  /** While a large file is being read. */
  reading(name: string): string;
  notATable(name: string): string;
  tooLarge(name: string, mostMegabytes: number): string;
  readonly gone: string;
  /** The file lies with another service, or at an address that is not Slack's. */
  elsewhere(name: string): string;
  notReady(name: string): string;
  /** The scope files:read is missing. */
  readonly noRight: string;
  notFetched(name: string): string;
  readonly switchedOff: string;
  /** The file's name with the sheet that was read. */
  ofSheet(name: string, sheet: string): string;
  /** Above the list of columns. */
  readonly columns: string;
  /** Columns that no field took; `more` is how many are not named. */
  kept(headings: readonly string[], more: number): string;
  /** Above the remarks on the reading. */
  readonly remarks: string;
  /** Above what would change, or did. */
  readonly changes: string;
  /** @param tiers each with its word and number: `Tier A 34` */
  tiers(tiers: readonly string[]): string;
  samplesOnFile(count: number): string;
  /** Above the buttons that settle what the values leave open. */
  readonly decide: string;
  decimal(mark: '.' | ','): string;
  dateOrder(order: DateOrder): string;
  readonly import: string;
  /** Imports once the sample customers are taken away. */
  readonly importWithoutSamples: string;
  readonly cancel: string;
  readonly importing: string;
  /** After an import that did not end well; the button stands below. */
  readonly notFinished: string;
  /** A second press. */
  readonly already: string;
  readonly cancelled: string;
  /** Below rejected rows. */
  readonly mend: string;
  tryOut(command: string): string;
}

const en: PostedTableText = {
  reading: (name) => `One moment, I am reading ${name} …`,
  notATable: (name) => `I can only read tables, and ${name} is none. Post a .csv, .tsv, .txt or .xlsx file.`,
  tooLarge: (name, most) => `${name} is larger than ${most} MB. Split the table into several files and post them.`,
  gone: 'The file is no longer there. Please post it again.',
  elsewhere: (name) =>
    `${name} is kept outside of Slack, where I cannot fetch it. Download it and post the file itself.`,
  notReady: (name) => `Slack is not done with ${name} yet. Please post it again in a minute.`,
  noRight:
    'I am not allowed to read files here. Ask your Slack admin to add the scope files:read to the Tierbook app and to install it again.',
  notFetched: (name) => `${name} could not be fetched from Slack. Please try again in a minute.`,
  switchedOff: 'Tables that are posted here are not taken at the moment. Ask your Tierbook admin about it.',
  ofSheet: (name, sheet) => `${name}, sheet “${sheet}”`,
  columns: 'How the columns were read',
  kept: (headings, more) =>
    `Kept as text beside the customer: ${headings.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  remarks: 'What to know about the reading',
  changes: 'What to know about the rows',
  tiers: (tiers) => `The customers of this table by tier: ${tiers.join(' · ')}`,
  samplesOnFile: (count) =>
    `${counted(count, 'sample customer is', 'sample customers are')} still on file and counted in the ranking.`,
  decide: 'Decide this first, so that all values count:',
  decimal: (mark) => (mark === '.' ? '1.234 is one and a bit' : '1.234 is over a thousand'),
  dateOrder: (order) => ({ dmy: 'Day first', mdy: 'Month first', ymd: 'Year first' })[order],
  import: 'Import',
  importWithoutSamples: 'Import, remove samples',
  cancel: 'Cancel',
  importing: 'Importing the table …',
  notFinished: 'The import did not finish. You can try again: rows that are already on file simply stay unchanged.',
  already: 'This table is being dealt with already, or it was. Look at the message above.',
  cancelled: 'Nothing was imported.',
  mend: 'Mend rejected rows in your table and post it again: what is already on file stays as it is.',
  tryOut: (command) => `Try it: ${command}`,
};

const zhCn: PostedTableText = {
  reading: (name) => `请稍候，正在读取 ${name}……`,
  notATable: (name) => `我只能读取表格，${name} 不是表格。请发送 .csv、.tsv、.txt 或 .xlsx 文件。`,
  tooLarge: (name, most) => `${name} 超过 ${most} MB，请把表格拆成几个文件再发送。`,
  gone: '文件已经不在了，请重新发送。',
  elsewhere: (name) => `${name} 存放在 Slack 之外，我无法读取。请下载后直接发送文件。`,
  notReady: (name) => `Slack 还没处理完 ${name}，请过一分钟再发一次。`,
  noRight: '我没有在这里读取文件的权限。请联系 Slack 管理员，为 Tierbook 应用添加 files:read 权限并重新安装。',
  notFetched: (name) => `未能从 Slack 取得 ${name}，请过一分钟再试。`,
  switchedOff: '目前不接收发到这里的表格，请联系 Tierbook 管理员。',
  ofSheet: (name, sheet) => `${name}，工作表“${sheet}”`,
  columns: '各列的识别结果',
  kept: (headings, more) =>
    `原样保留为文字的列：${headings.join('、')}${more > 0 ? `，另有 ${formatDecimal(more, 0)} 列` : ''}`,
  remarks: '读取时的提示',
  changes: '数据行的提示',
  tiers: (tiers) => `表中客户的等级分布：${tiers.join(' · ')}`,
  samplesOnFile: (count) => `系统中还有 ${formatDecimal(count, 0)} 个示例客户，会一起参与排名。`,
  decide: '请先确认，这样所有数值都能计入：',
  decimal: (mark) => (mark === '.' ? '1.234 是一点几' : '1.234 是一千多'),
  dateOrder: (order) => ({ dmy: '日在前', mdy: '月在前', ymd: '年在前' })[order],
  import: '导入',
  importWithoutSamples: '删除示例并导入',
  cancel: '取消',
  importing: '正在导入表格……',
  notFinished: '导入没有完成。可以再试一次：已经入库的行不会重复。',
  already: '这份表格正在处理或已经处理过，请看上面的消息。',
  cancelled: '没有导入任何数据。',
  mend: '请在表格中改好未接收的行，再发送一次：已入库的内容保持不变。',
  tryOut: (command) => `试一试：${command}`,
};

const zhTw: PostedTableText = {
  reading: (name) => `請稍候，正在讀取 ${name}……`,
  notATable: (name) => `我只能讀取表格，${name} 不是表格。請傳送 .csv、.tsv、.txt 或 .xlsx 檔案。`,
  tooLarge: (name, most) => `${name} 超過 ${most} MB，請把表格拆成幾個檔案再傳送。`,
  gone: '檔案已經不在了，請重新傳送。',
  elsewhere: (name) => `${name} 存放在 Slack 以外的地方，我無法讀取。請下載後直接傳送檔案。`,
  notReady: (name) => `Slack 還沒處理完 ${name}，請過一分鐘再傳一次。`,
  noRight: '我沒有在這裡讀取檔案的權限。請聯絡 Slack 管理員，為 Tierbook 應用程式加上 files:read 權限並重新安裝。',
  notFetched: (name) => `無法從 Slack 取得 ${name}，請過一分鐘再試。`,
  switchedOff: '目前不接收傳到這裡的表格，請聯絡 Tierbook 管理員。',
  ofSheet: (name, sheet) => `${name}，工作表「${sheet}」`,
  columns: '各欄的辨識結果',
  kept: (headings, more) =>
    `原樣保留為文字的欄位：${headings.join('、')}${more > 0 ? `，另有 ${formatDecimal(more, 0)} 欄` : ''}`,
  remarks: '讀取時的提示',
  changes: '資料列的提示',
  tiers: (tiers) => `表中客戶的等級分布：${tiers.join(' · ')}`,
  samplesOnFile: (count) => `系統中還有 ${formatDecimal(count, 0)} 位範例客戶，會一起列入排名。`,
  decide: '請先確認，這樣所有數值都能計入：',
  decimal: (mark) => (mark === '.' ? '1.234 是一點多' : '1.234 是一千多'),
  dateOrder: (order) => ({ dmy: '日在前', mdy: '月在前', ymd: '年在前' })[order],
  import: '匯入',
  importWithoutSamples: '移除範例並匯入',
  cancel: '取消',
  importing: '正在匯入表格……',
  notFinished: '匯入沒有完成。可以再試一次：已經存入的列不會重複。',
  already: '這份表格正在處理或已經處理過，請看上面的訊息。',
  cancelled: '沒有匯入任何資料。',
  mend: '請在表格中改好未收錄的列，再傳送一次：已存入的內容維持不變。',
  tryOut: (command) => `試試看：${command}`,
};

/** The bot's sentences about posted tables in every language. */
export const POSTED_TABLE_TEXT: ByLanguage<PostedTableText> = { en, 'zh-CN': zhCn, 'zh-TW': zhTw };
