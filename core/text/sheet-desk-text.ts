import type { ByLanguage } from './language.ts';

/** What the server of the page *Sheet* says by itself. */
export interface SheetDeskText {
  readonly workbookTitle: string;
  /** The kept workbook could not be read; `file` is where it lies now. */
  damaged(file: string): string;
  readonly noAddOn: string;
  readonly stopped: string;
}

/** The sentences of the server of the page *Sheet* by language. */
export const SHEET_DESK_TEXT: ByLanguage<SheetDeskText> = {
  en: {
    workbookTitle: 'Customers',
    damaged: (file) => `The kept workbook could not be read. It was set aside as ${file}, and a new one was begun.`,
    noAddOn:
      'The add-on is not built here, so there is no Tierbook menu. Run “npm run addon:build” and open the page again.',
    stopped: 'It took too long and was stopped.',
  },
  'zh-CN': {
    workbookTitle: '客户',
    damaged: (file) => `无法读取保存的工作簿。原文件已另存为 ${file}，并新建了一个工作簿。`,
    noAddOn: '这里没有构建插件，所以没有 Tierbook 菜单。请运行“npm run addon:build”，再重新打开页面。',
    stopped: '运行时间过长，已停止。',
  },
  'zh-TW': {
    workbookTitle: '客戶',
    damaged: (file) => `無法讀取已儲存的試算表。原檔案已另存為 ${file}，並新建了一份。`,
    noAddOn: '這裡沒有建置外掛程式，所以沒有 Tierbook 選單。請執行「npm run addon:build」，再重新開啟頁面。',
    stopped: '執行時間過長，已停止。',
  },
};
