import type { ByLanguage } from './language.ts';

/** Why Google did not do what it was asked. */
export type SheetsErrorCode =
  /** Nobody has signed in, or what was signed in with no longer holds. */
  | 'signed-out'
  /** The Google Cloud project behind the sign-in has the Sheets API switched off. */
  | 'api-off'
  /** The spreadsheet is not shared with the account. */
  | 'not-shared'
  /** The account may read the spreadsheet, and not change it. */
  | 'read-only'
  | 'no-such-spreadsheet'
  /** A file of Excel's, which the Sheets API does not read. */
  | 'not-a-sheet'
  /** `tab`: which; '' when it is not known. */
  | 'no-such-tab'
  /** `tab`, `range` and `description`: which protected range; '' when Google does not say. */
  | 'protected'
  /** Too many requests, and waiting did not help. */
  | 'quota'
  /** Google cannot be reached, or has been failing for minutes. */
  | 'unreachable'
  /** Somebody is changing the sheet just now: what is read does not fit together, or what was to be written has moved. */
  | 'busy'
  /** It is not known whether a change was made: read first. */
  | 'timed-out'
  /** A cell, a request or the whole spreadsheet would become larger than Google allows. */
  | 'too-large'
  /** Anything else; `detail` holds Google's words. */
  | 'refused';

/** What is known about a failure besides its code; '' where something is not. */
export interface SheetsErrorParts {
  /** The account that acted, an e-mail address. */
  readonly account: string;
  readonly spreadsheetId: string;
  /** A title. */
  readonly tab: string;
  /** As `B2:D9`; '' means the whole tab where `tab` is known. */
  readonly range: string;
  /** What its owner calls a protected range. */
  readonly description: string;
  /** Google's own words, without tokens or cells. */
  readonly detail: string;
}

const LOGIN = 'npm run -s tierbook -- sheets login';

/** The sentence for each code: what is wrong, and what to do. */
export const SHEETS_ERROR_TEXT: ByLanguage<Readonly<Record<SheetsErrorCode, (parts: SheetsErrorParts) => string>>> = {
  en: {
    'signed-out': () =>
      `Tierbook is not signed in to Google. On the machine it runs on: ${LOGIN}, or set GOOGLE_APPLICATION_CREDENTIALS to the key file of a service account.`,
    'api-off': () =>
      'The Google Sheets API is switched off for your Google Cloud project. Switch it on under APIs & Services → Library, wait a minute and try again.',
    'not-shared': ({ account }) =>
      `This spreadsheet is not shared with ${account || 'Tierbook’s account'}. Open it, choose Share, and add ${account || 'the account'} as an editor.`,
    'read-only': ({ account }) =>
      `${account || 'Tierbook’s account'} may only read this spreadsheet. Open it, choose Share, and make the account an editor.`,
    'no-such-spreadsheet': () =>
      'There is no such spreadsheet, or no longer. Check its address, or take it out of the bin in Google Drive.',
    'not-a-sheet': () =>
      'This is an Excel file in Google Drive. Open it in Google Sheets, choose File → Save as Google Sheets, and connect what opens.',
    'no-such-tab': ({ tab }) =>
      `The spreadsheet has no tab ${tab === '' ? 'like this' : `“${tab}”`}, or no longer. Name one that it has with --tab.`,
    protected: ({ account, tab, range, description }) =>
      `${placeEn(tab, range, description)} is protected, so nothing was written. Its owner can let ${account || 'Tierbook’s account'} edit it under Data → Protect sheets and ranges.`,
    quota: () =>
      'Google takes 60 reads and 60 writes a minute from an account, and these are used up. Try again in a minute.',
    unreachable: () =>
      'Google Sheets cannot be reached at the moment. Check the connection to the internet, and try again in a few minutes.',
    busy: () => 'Somebody is changing the sheet just now. Try again in a moment.',
    'timed-out': () =>
      'Google did not answer, so nobody knows whether it has written. Try again: the sheet is read first, and nothing is written twice.',
    'too-large': () =>
      'This is more than Google Sheets takes: 50,000 characters a cell, ten million cells a spreadsheet. Make room and try again.',
    refused: ({ detail }) =>
      detail === ''
        ? 'Google refused this, and does not say why. Try again later.'
        : `Google refused this. It says: ${detail}`,
  },
  'zh-CN': {
    'signed-out': () =>
      `Tierbook 尚未登录 Google。请在运行它的机器上执行 ${LOGIN}，或用 GOOGLE_APPLICATION_CREDENTIALS 指定服务账号的密钥文件。`,
    'api-off': () => '您的 Google Cloud 项目没有启用 Google Sheets API。请在“API 和服务 → 库”中启用，等一分钟再试。',
    'not-shared': ({ account }) =>
      `这个表格没有共享给 ${account || 'Tierbook 的账号'}。请打开表格，点击“共享”，将它添加为编辑者。`,
    'read-only': ({ account }) =>
      `${account || 'Tierbook 的账号'} 只能查看这个表格。请打开表格，点击“共享”，将它改为编辑者。`,
    'no-such-spreadsheet': () => '这个表格不存在或已删除。请检查网址，或在 Google 云端硬盘的回收站中恢复。',
    'not-a-sheet': () =>
      '这是 Google 云端硬盘中的 Excel 文件。请用 Google 表格打开，选择“文件 → 另存为 Google 表格”，再连接新表格。',
    'no-such-tab': ({ tab }) =>
      `表格中没有${tab === '' ? '这个工作表' : `工作表“${tab}”`}，或已删除。请用 --tab 指定现有的工作表。`,
    protected: ({ account, tab, range, description }) =>
      `${placeCn(tab, range, description)}受保护，未写入任何内容。所有者可在“数据 → 保护工作表和范围”中允许 ${account || 'Tierbook 的账号'} 编辑。`,
    quota: () => 'Google 每分钟只接受每个账号 60 次读取和 60 次写入，现已用完。请一分钟后再试。',
    unreachable: () => '目前无法连接 Google 表格。请检查网络，几分钟后再试。',
    busy: () => '有人正在修改这个表格。请稍候再试。',
    'timed-out': () => 'Google 没有回应，不确定是否已写入。请再试一次：会先读取表格，不会重复写入。',
    'too-large': () => '超出了 Google 表格的上限：每个单元格 50,000 个字符，每个表格一千万个单元格。请腾出空间后再试。',
    refused: ({ detail }) =>
      detail === '' ? 'Google 拒绝了这个请求，没有说明原因。请稍后再试。' : `Google 拒绝了这个请求，原文为：${detail}`,
  },
  'zh-TW': {
    'signed-out': () =>
      `Tierbook 尚未登入 Google。請在執行它的機器上執行 ${LOGIN}，或用 GOOGLE_APPLICATION_CREDENTIALS 指定服務帳戶的金鑰檔案。`,
    'api-off': () =>
      '您的 Google Cloud 專案沒有啟用 Google Sheets API。請在「API 和服務 → 程式庫」中啟用，等一分鐘再試。',
    'not-shared': ({ account }) =>
      `這份試算表沒有與 ${account || 'Tierbook 的帳戶'} 共用。請開啟試算表，按「共用」，將它新增為編輯者。`,
    'read-only': ({ account }) =>
      `${account || 'Tierbook 的帳戶'} 只能檢視這份試算表。請開啟試算表，按「共用」，將它改為編輯者。`,
    'no-such-spreadsheet': () => '這份試算表不存在或已刪除。請檢查網址，或從 Google 雲端硬碟的垃圾桶還原。',
    'not-a-sheet': () =>
      '這是 Google 雲端硬碟裡的 Excel 檔案。請用 Google 試算表開啟，選擇「檔案 → 另存為 Google 試算表」，再連接新的試算表。',
    'no-such-tab': ({ tab }) =>
      `試算表裡沒有${tab === '' ? '這個工作表' : `工作表「${tab}」`}，或已刪除。請用 --tab 指定現有的工作表。`,
    protected: ({ account, tab, range, description }) =>
      `${placeTw(tab, range, description)}受保護，沒有寫入任何內容。擁有者可在「資料 → 保護工作表和範圍」中允許 ${account || 'Tierbook 的帳戶'} 編輯。`,
    quota: () => 'Google 每分鐘只接受每個帳戶 60 次讀取和 60 次寫入，目前已用完。請一分鐘後再試。',
    unreachable: () => '目前無法連線到 Google 試算表。請檢查網路，幾分鐘後再試。',
    busy: () => '有人正在修改這份試算表。請稍候再試。',
    'timed-out': () => 'Google 沒有回應，不確定是否已寫入。請再試一次：會先讀取試算表，不會重複寫入。',
    'too-large': () =>
      '超出了 Google 試算表的上限：每個儲存格 50,000 個字元，每份試算表一千萬個儲存格。請騰出空間後再試。',
    refused: ({ detail }) =>
      detail === '' ? 'Google 拒絕了這個要求，沒有說明原因。請稍後再試。' : `Google 拒絕了這個要求，原文為：${detail}`,
  },
};

/** As a sentence begins with it. */
function placeEn(tab: string, range: string, description: string): string {
  const name = description === '' ? '' : ` (“${description}”)`;
  if (tab === '') return `A range that Tierbook writes to${name}`;
  return range === '' ? `The tab “${tab}”${name}` : `${range}${name} in the tab “${tab}”`;
}

function placeCn(tab: string, range: string, description: string): string {
  const name = description === '' ? '' : `（${description}）`;
  if (tab === '') return `Tierbook 要写入的范围${name}`;
  return range === '' ? `工作表“${tab}”${name}` : `工作表“${tab}”中的 ${range}${name}`;
}

function placeTw(tab: string, range: string, description: string): string {
  const name = description === '' ? '' : `（${description}）`;
  if (tab === '') return `Tierbook 要寫入的範圍${name}`;
  return range === '' ? `工作表「${tab}」${name}` : `工作表「${tab}」中的 ${range}${name}`;
}
