import type { ByLanguage, Language } from './language.ts';
import { SHEETS_ADDRESS_TEXT, type SheetsAddressProblem } from './sheets-address-text.ts';

/** Why a Google sheet cannot be connected, read or written. */
export type ConnectedSheetRefusal =
  /** What was given is no spreadsheet's address; `detail`: which {@link SheetsAddressProblem} it is. */
  | 'sheet-address'
  /** The spreadsheet has no tab of the name that was given; `detail`: the names that it has, one a line. */
  | 'sheet-no-such-tab'
  /** Nothing says which tab is meant; `detail`: their names, one a line. */
  | 'sheet-which-tab'
  /** The tab that was connected was deleted; `detail`: its name. */
  | 'sheet-tab-gone'
  /** Another workspace has connected the tab; `detail`: its name. */
  | 'sheet-elsewhere'
  /** The tab is one that Tierbook has made; `detail`: its name. */
  | 'sheet-own-tab'
  /** Nothing stands on the tab. */
  | 'sheet-empty'
  /** The tab holds several tables; `detail`: where they are. */
  | 'sheet-several-tables'
  /** The table cannot be read; `detail`: why, as a sentence. */
  | 'sheet-unusable'
  /** Columns were moved each time that it was read. */
  | 'sheet-restless'
  /** Another process works on it. */
  | 'sheet-busy'
  /** No such sheet is connected. */
  | 'no-such-sheet'
  /** Several connected sheets could be meant; `detail`: which, one a line. */
  | 'which-sheet'
  /** Nothing says into which spreadsheet the book is to be exported, since no sheet is connected. */
  | 'export-where'
  /** The spreadsheet has a tab of the name that was given; `detail`: the name. */
  | 'export-tab-taken'
  /** A tab's name has 1 to `detail` characters. */
  | 'export-tab-name'
  /** There is nobody to export. */
  | 'export-nobody';

/** The sentence for each refusal; `detail` as in the use case's error. */
export function connectedSheetRefusals(
  detail: string,
  language: Language,
): Readonly<Record<ConnectedSheetRefusal, string>> {
  const names = detail
    .split('\n')
    .map((name) => (language === 'zh-TW' ? `「${name}」` : `“${name}”`))
    .join(language === 'en' ? ', ' : '、');
  return {
    ...SENTENCES[language](names, detail),
    'sheet-unusable': detail,
    'sheet-address': SHEETS_ADDRESS_TEXT[language][addressProblem(detail)],
  };
}

function addressProblem(detail: string): SheetsAddressProblem {
  return detail in SHEETS_ADDRESS_TEXT.en ? (detail as SheetsAddressProblem) : 'no-address';
}

type Worded = Exclude<ConnectedSheetRefusal, 'sheet-unusable' | 'sheet-address'>;

const SENTENCES: ByLanguage<(names: string, places: string) => Readonly<Record<Worded, string>>> = {
  en: (names, places) => ({
    'sheet-no-such-tab': `The spreadsheet has no such tab. It has ${names}.`,
    'sheet-which-tab': `The spreadsheet has several tabs: ${names}. Name the one with the customers, or open it and copy the address then.`,
    'sheet-tab-gone': `The tab ${names} that was connected has been deleted. Connect the spreadsheet again to go on: a new tab of the same name takes its place.`,
    'sheet-elsewhere': `Another Slack workspace has connected the tab ${names} already, and both would write into the same columns. Disconnect it there first, or connect a copy of the tab.`,
    'sheet-own-tab': `The tab ${names} was made by Tierbook. Choose the one with your customers.`,
    'sheet-empty': 'The tab is empty. Put a table with headings such as Customer and Sales there first.',
    'sheet-several-tables': `The tab holds several tables (${places}). Move the customers to a tab of their own, so that it is clear which table is meant.`,
    'sheet-restless': 'Somebody is moving columns in the sheet right now. Try again in a minute.',
    'sheet-busy': 'The sheet is being brought up to date right now. Try again in a minute.',
    'no-such-sheet': 'This sheet is not connected, or no longer. Choose one that is.',
    'which-sheet': `Several sheets are connected: ${names}. Say which one, by its address or the name of its tab.`,
    'export-where':
      'No Google sheet is connected, so say where to: export ADDRESS, with the address of a spreadsheet that is shared with Tierbook’s account.',
    'export-tab-taken': `The spreadsheet has a tab ${names} already, and nothing was written. Choose another name, or leave out --tab.`,
    'export-tab-name': `A tab’s name has 1 to ${places} characters. Choose another one, or leave out --tab.`,
    'export-nobody': 'The book has no customers, so there is nothing to export. Import some first: import TABLE.',
  }),
  'zh-CN': (names, places) => ({
    'sheet-no-such-tab': `表格中没有这个工作表。现有工作表：${names}。`,
    'sheet-which-tab': `表格中有多个工作表：${names}。请指明客户所在的工作表，或打开该工作表后再复制网址。`,
    'sheet-tab-gone': `已连接的工作表${names}已被删除。如需继续，请重新连接这个表格：同名的新工作表会接替它。`,
    'sheet-elsewhere': `工作表${names}已由另一个 Slack 工作区连接，两边会写入相同的列。请先在那边断开，或改为连接工作表的副本。`,
    'sheet-own-tab': `工作表${names}是 Tierbook 生成的，请选择存放客户的工作表。`,
    'sheet-empty': '这个工作表是空的。请先放入带表头的客户表，例如：客户名称、销售额。',
    'sheet-several-tables': `这个工作表里有多个表格（${places}）。请把客户表单独放在一个工作表中，以免混淆。`,
    'sheet-restless': '有人正在移动表格的列，请一分钟后再试。',
    'sheet-busy': '这个表格正在同步，请一分钟后再试。',
    'no-such-sheet': '这个表格没有连接，或已断开。请选择已连接的表格。',
    'which-sheet': `已连接多个表格：${names}。请用网址或工作表名称指明是哪一个。`,
    'export-where': '尚未连接任何 Google 表格。请指明导出到哪个表格：export 网址，该表格须已共享给 Tierbook 的账号。',
    'export-tab-taken': `表格中已有工作表${names}，未写入任何内容。请换一个名称，或省略 --tab。`,
    'export-tab-name': `工作表名称应为 1 到 ${places} 个字符。请换一个名称，或省略 --tab。`,
    'export-nobody': '目前没有任何客户，无内容可导出。请先导入客户：import 表格文件。',
  }),
  'zh-TW': (names, places) => ({
    'sheet-no-such-tab': `試算表裡沒有這個工作表。現有工作表：${names}。`,
    'sheet-which-tab': `試算表裡有好幾個工作表：${names}。請指明客戶所在的工作表，或開啟該工作表後再複製網址。`,
    'sheet-tab-gone': `已連接的工作表${names}已被刪除。如要繼續，請重新連接這份試算表：同名的新工作表會接替它。`,
    'sheet-elsewhere': `工作表${names}已由另一個 Slack 工作區連接，兩邊會寫入相同的欄。請先在那邊中斷連接，或改為連接工作表的副本。`,
    'sheet-own-tab': `工作表${names}是 Tierbook 產生的，請選擇存放客戶的工作表。`,
    'sheet-empty': '這個工作表是空的。請先放入含標題列的客戶表，例如：客戶名稱、銷售額。',
    'sheet-several-tables': `這個工作表裡有好幾個表格（${places}）。請把客戶表單獨放在一個工作表，以免混淆。`,
    'sheet-restless': '有人正在移動試算表的欄，請一分鐘後再試。',
    'sheet-busy': '這份試算表正在同步，請一分鐘後再試。',
    'no-such-sheet': '這份試算表沒有連接，或已中斷。請選擇已連接的試算表。',
    'which-sheet': `已連接好幾份試算表：${names}。請用網址或工作表名稱指明是哪一份。`,
    'export-where':
      '尚未連接任何 Google 試算表。請指明匯出到哪一份試算表：export 網址，該試算表須已與 Tierbook 的帳戶共用。',
    'export-tab-taken': `試算表裡已有工作表${names}，沒有寫入任何內容。請換一個名稱，或省略 --tab。`,
    'export-tab-name': `工作表名稱應為 1 到 ${places} 個字元。請換一個名稱，或省略 --tab。`,
    'export-nobody': '目前沒有任何客戶，沒有內容可匯出。請先匯入客戶：import 表格檔案。',
  }),
};
