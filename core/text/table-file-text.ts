import type { ByLanguage, Language } from './language.ts';

/** Why a file cannot be read as a table, by code with what the sentence needs. */
export type TableFileProblem =
  | { readonly code: 'not-found'; readonly file: string }
  | { readonly code: 'not-readable'; readonly file: string }
  | { readonly code: 'empty-file'; readonly file: string }
  | { readonly code: 'too-large'; readonly file: string; readonly mostMegabytes: number }
  /** The file unpacks to more than a table can hold. */
  | { readonly code: 'too-many-cells'; readonly file: string }
  /** The old binary .xls, also under another name. */
  | { readonly code: 'old-excel'; readonly file: string }
  | { readonly code: 'protected'; readonly file: string }
  /** A file of another program; `kind` is its usual name (PDF, Numbers, OpenDocument, Word, ZIP, PNG). */
  | { readonly code: 'other-format'; readonly file: string; readonly kind: string }
  | { readonly code: 'binary'; readonly file: string }
  | { readonly code: 'damaged-workbook'; readonly file: string }
  | { readonly code: 'no-table-sheet'; readonly file: string }
  /** `sheets`: the names of those that it has. */
  | { readonly code: 'no-such-sheet'; readonly file: string; readonly sheet: string; readonly sheets: string }
  /** A sheet was asked for of a file of text. */
  | { readonly code: 'text-has-no-sheets'; readonly file: string }
  /** Reading it takes more time or memory than it may. */
  | { readonly code: 'too-heavy'; readonly file: string }
  /** Reading it ended without a result. */
  | { readonly code: 'reading-failed'; readonly file: string }
  /** A quotation mark is opened and never closed; `line` is the line of the file where reading stopped. */
  | { readonly code: 'open-quote'; readonly file: string; readonly line: number };

/** The sentence for a person: what is wrong with the file and what to do. */
export function tableFileProblemText(problem: TableFileProblem, language: Language): string {
  const sentence = SENTENCES[problem.code][language];
  const data: Readonly<Record<string, string | number>> = problem;
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => shortened(String(data[key] ?? '')));
}

function shortened(text: string): string {
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text;
}

const LONGEST_NAME = 200;

const SENTENCES: Readonly<Record<TableFileProblem['code'], ByLanguage>> = {
  'not-found': {
    en: 'There is no file {file}. Check the path.',
    'zh-CN': '找不到文件 {file}，请检查路径。',
    'zh-TW': '找不到檔案 {file}，請檢查路徑。',
  },
  'not-readable': {
    en: '{file} cannot be opened. Check that it is a file and that you may read it.',
    'zh-CN': '无法打开 {file}，请确认它是文件且您有读取权限。',
    'zh-TW': '無法開啟 {file}，請確認它是檔案且您有讀取權限。',
  },
  'empty-file': {
    en: '{file} is empty. Export the table again and check that it has rows.',
    'zh-CN': '{file} 是空文件，请重新导出表格并确认其中有数据。',
    'zh-TW': '{file} 是空檔案，請重新匯出表格並確認其中有資料。',
  },
  'too-large': {
    en: '{file} is larger than {mostMegabytes} MB. Split the table into several files.',
    'zh-CN': '{file} 超过 {mostMegabytes} MB，请把表格拆成几个文件。',
    'zh-TW': '{file} 超過 {mostMegabytes} MB，請把表格拆成幾個檔案。',
  },
  'too-many-cells': {
    en: '{file} unpacks to more than a table can hold. Copy only the customer table into a new workbook.',
    'zh-CN': '{file} 解压后的内容超出表格上限，请只把客户表复制到新的工作簿。',
    'zh-TW': '{file} 解壓縮後的內容超出表格上限，請只把客戶表複製到新的活頁簿。',
  },
  'old-excel': {
    en: '{file} is in the old Excel format (.xls). Open it in Excel and save it as .xlsx or CSV.',
    'zh-CN': '{file} 是旧版 Excel 格式（.xls），请用 Excel 打开后另存为 .xlsx 或 CSV。',
    'zh-TW': '{file} 是舊版 Excel 格式（.xls），請用 Excel 開啟後另存為 .xlsx 或 CSV。',
  },
  protected: {
    en: '{file} is protected by a password. Save a copy without the password.',
    'zh-CN': '{file} 设有密码，请另存一份不带密码的副本。',
    'zh-TW': '{file} 設有密碼，請另存一份不含密碼的副本。',
  },
  'other-format': {
    en: '{file} is a {kind} file, not a table. Export the table as .xlsx or CSV.',
    'zh-CN': '{file} 是 {kind} 文件，不是表格，请把表格导出为 .xlsx 或 CSV。',
    'zh-TW': '{file} 是 {kind} 檔案，不是表格，請把表格匯出為 .xlsx 或 CSV。',
  },
  binary: {
    en: '{file} holds no text that can be read as a table. Export the table as .xlsx or CSV.',
    'zh-CN': '{file} 里没有可读的表格文字，请把表格导出为 .xlsx 或 CSV。',
    'zh-TW': '{file} 裡沒有可讀的表格文字，請把表格匯出為 .xlsx 或 CSV。',
  },
  'damaged-workbook': {
    en: '{file} is a damaged workbook. Open it in Excel, let Excel repair it and save it again.',
    'zh-CN': '{file} 已损坏，请用 Excel 打开并修复后重新保存。',
    'zh-TW': '{file} 已損毀，請用 Excel 開啟並修復後重新儲存。',
  },
  'no-table-sheet': {
    en: 'No sheet of {file} holds any rows. Check that the table is in a visible sheet.',
    'zh-CN': '{file} 的工作表里没有数据，请确认表格在可见的工作表中。',
    'zh-TW': '{file} 的工作表裡沒有資料，請確認表格在可見的工作表中。',
  },
  'no-such-sheet': {
    en: '{file} has no visible sheet “{sheet}”. It has these: {sheets}.',
    'zh-CN': '{file} 中没有可见的工作表“{sheet}”。现有工作表：{sheets}。',
    'zh-TW': '{file} 中沒有可見的工作表「{sheet}」。現有工作表：{sheets}。',
  },
  'text-has-no-sheets': {
    en: '{file} is a text file, which has no sheets. Ask for no sheet.',
    'zh-CN': '{file} 是文本文件，没有工作表，请不要指定工作表。',
    'zh-TW': '{file} 是文字檔，沒有工作表，請不要指定工作表。',
  },
  'too-heavy': {
    en: '{file} takes too much time or memory to read. Save the customer table alone as CSV, or split it into several files.',
    'zh-CN': '读取 {file} 需要的时间或内存太多，请只把客户表另存为 CSV，或拆成几个文件。',
    'zh-TW': '讀取 {file} 需要的時間或記憶體太多，請只把客戶表另存為 CSV，或拆成幾個檔案。',
  },
  'reading-failed': {
    en: '{file} could not be read to its end. Save the table as CSV and try again.',
    'zh-CN': '{file} 未能读取完毕，请把表格另存为 CSV 后再试一次。',
    'zh-TW': '{file} 未能讀取完畢，請把表格另存為 CSV 後再試一次。',
  },
  'open-quote': {
    en: '{file} has a quotation mark in or before line {line} that is never closed. Close or remove it, or save the table as .xlsx.',
    'zh-CN': '{file} 第 {line} 行或之前有一个没有配对的引号，请补上或删除它，或把表格另存为 .xlsx。',
    'zh-TW': '{file} 第 {line} 行或之前有一個沒有成對的引號，請補上或刪除它，或把表格另存為 .xlsx。',
  },
};
