import type { ByLanguage } from './language.ts';

/** Why what was pasted is not the address of a spreadsheet. */
export type SheetsAddressProblem =
  /** Nothing in it is an address or an id. */
  | 'no-address'
  /** More than one spreadsheet. */
  | 'several'
  /** What *Publish to web* gives: a picture of the sheet that nobody can write to. */
  | 'published'
  /** A file of Excel's in Google Drive. */
  | 'excel-file'
  /** A form, whose answers may stand in a spreadsheet. */
  | 'form'
  /** A document, slides, a folder. */
  | 'other-document';

/** The sentence for each. */
export const SHEETS_ADDRESS_TEXT: ByLanguage<Readonly<Record<SheetsAddressProblem, string>>> = {
  en: {
    'no-address':
      'This is no address of a Google spreadsheet. Open the sheet in the browser and copy the whole address: https://docs.google.com/spreadsheets/d/…',
    several: 'There are several spreadsheets in this. Give the address of one.',
    published:
      'This is the address of a published copy, which nobody can write to. Open the spreadsheet itself and copy its address.',
    'excel-file':
      'This is an Excel file in Google Drive. Open it in Google Sheets, choose File → Save as Google Sheets, and use the address of what opens.',
    form: 'This is the address of a form. Open the spreadsheet with its answers (Responses → Link to Sheets) and use that address.',
    'other-document': 'This is a Google document, but not a spreadsheet. Use the address of a spreadsheet.',
  },
  'zh-CN': {
    'no-address':
      '这不是 Google 表格的网址。请在浏览器中打开表格，复制完整网址：https://docs.google.com/spreadsheets/d/…',
    several: '这里有多个表格。请只给出一个网址。',
    published: '这是“发布到网络”的副本，无法写入。请打开表格本身，复制它的网址。',
    'excel-file':
      '这是 Google 云端硬盘中的 Excel 文件。请用 Google 表格打开，选择“文件 → 另存为 Google 表格”，再使用新表格的网址。',
    form: '这是表单的网址。请打开存放回复的表格（回复 → 关联到表格），使用那个网址。',
    'other-document': '这是 Google 文件，但不是表格。请使用表格的网址。',
  },
  'zh-TW': {
    'no-address':
      '這不是 Google 試算表的網址。請在瀏覽器中開啟試算表，複製完整網址：https://docs.google.com/spreadsheets/d/…',
    several: '這裡有好幾份試算表。請只給一個網址。',
    published: '這是「發布到網路」的副本，無法寫入。請開啟試算表本身，複製它的網址。',
    'excel-file':
      '這是 Google 雲端硬碟裡的 Excel 檔案。請用 Google 試算表開啟，選擇「檔案 → 另存為 Google 試算表」，再使用新試算表的網址。',
    form: '這是表單的網址。請開啟存放回覆的試算表（回覆 → 連結至試算表），使用那個網址。',
    'other-document': '這是 Google 文件，但不是試算表。請使用試算表的網址。',
  },
};
