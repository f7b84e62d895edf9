import { pluralOf } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What the page *Google Sheets* of the Home tab and its windows say. */
export const HOME_SHEETS_TEXT: ByLanguage<{
  /** Of the page and its windows; at most 24 characters. */
  readonly title: string;
  /** What connecting a sheet means. */
  readonly about: string;
  readonly none: string;
  readonly connect: string;
  readonly pull: string;
  readonly details: string;
  readonly disconnect: string;
  readonly disconnectText: string;
  readonly cancel: string;
  readonly close: string;
  readonly readAt: (time: string, rows: number) => string;
  readonly notRead: string;
  readonly minutesAgo: (minutes: number) => string;
  readonly justNow: string;
  readonly writtenAt: (time: string) => string;
  readonly conflicts: (count: number) => string;
  readonly problems: (count: number) => string;
  readonly vanished: (count: number) => string;
  readonly removed: (count: number) => string;
  readonly address: string;
  readonly addressHint: string;
  readonly tab: string;
  readonly tabHint: string;
  /** Sends the address: shows how the sheet is read. */
  readonly preview: string;
  readonly columns: string;
  readonly changes: string;
  readonly remarks: string;
  /** A column that no field took, as it is kept. */
  readonly kept: string;
  /** While Google is asked. */
  readonly wait: string;
  readonly nothingToTell: string;
  readonly failed: string;
  readonly managersOnly: string;
  readonly more: (count: number) => string;
}> = {
  en: {
    title: 'Google Sheets',
    about:
      'A connected sheet and Tierbook share one book: what is changed in the sheet arrives here every few minutes, and Tierbook writes tiers and next contacts into columns of its own.',
    none: 'No sheet is connected yet.',
    connect: 'Connect a sheet…',
    pull: 'Read now',
    details: 'What to look at…',
    disconnect: 'Disconnect',
    disconnectText: 'Its customers stay in Tierbook, and everything in the sheet stays as it is.',
    cancel: 'Cancel',
    close: 'Close',
    readAt: (time, rows) => `Read ${time}, ${rows} ${pluralOf(rows, 'customer', 'customers')}`,
    notRead: 'Not read yet',
    minutesAgo: (minutes) => `${minutes} min ago`,
    justNow: 'just now',
    writtenAt: (time) => `Written ${time}`,
    conflicts: (count) =>
      `${count} ${pluralOf(count, 'cell', 'cells')} differed from Tierbook; the sheet’s ${pluralOf(count, 'value stands', 'values stand')}`,
    problems: (count) => `${count} ${pluralOf(count, 'thing', 'things')} in the sheet to correct`,
    vanished: (count) => `${count} ${pluralOf(count, 'customer is', 'customers are')} no longer in the sheet`,
    removed: (count) =>
      `${count} ${pluralOf(count, 'customer was', 'customers were')} removed from Tierbook and ${pluralOf(count, 'is', 'are')} still in the sheet`,
    address: 'Address of the spreadsheet',
    addressHint: 'Open the sheet in the browser and copy the whole address.',
    tab: 'Tab',
    tabHint: 'Only where the address does not name it.',
    preview: 'Preview',
    columns: 'How it is read',
    changes: 'What would change',
    remarks: 'Worth knowing',
    kept: 'kept as text',
    wait: 'Google is being asked …',
    nothingToTell: 'There is nothing to look at.',
    failed: 'That did not work. Try again in a moment.',
    managersOnly: 'Only managers and admins can connect sheets.',
    more: (count) => `… and ${count} more`,
  },
  'zh-CN': {
    title: 'Google 表格',
    about:
      '连接后，表格与 Tierbook 共用一份客户名单：表格中的改动每隔几分钟同步到这里，Tierbook 把等级和下次联系写入自己的列。',
    none: '尚未连接表格。',
    connect: '连接表格…',
    pull: '立即读取',
    details: '查看待处理…',
    disconnect: '断开连接',
    disconnectText: '客户保留在 Tierbook 中，表格内容保持不变。',
    cancel: '取消',
    close: '关闭',
    readAt: (time, rows) => `${time}读取，${formatDecimal(rows, 0)} 个客户`,
    notRead: '尚未读取',
    minutesAgo: (minutes) => `${minutes} 分钟前`,
    justNow: '刚刚',
    writtenAt: (time) => `${time}写入`,
    conflicts: (count) => `${formatDecimal(count, 0)} 个单元格与 Tierbook 不一致，已以表格为准`,
    problems: (count) => `表格中有 ${formatDecimal(count, 0)} 处需要更正`,
    vanished: (count) => `${formatDecimal(count, 0)} 个客户已不在表格中`,
    removed: (count) => `${formatDecimal(count, 0)} 行的客户已从 Tierbook 移除`,
    address: '表格网址',
    addressHint: '请在浏览器中打开表格，复制完整网址。',
    tab: '工作表',
    tabHint: '仅在网址没有指明工作表时填写。',
    preview: '预览',
    columns: '读取方式',
    changes: '将有的变化',
    remarks: '注意事项',
    kept: '按文字保留',
    wait: '正在向 Google 读取……',
    nothingToTell: '没有需要查看的内容。',
    failed: '操作没有成功，请稍后再试。',
    managersOnly: '只有主管和管理员可以连接表格。',
    more: (count) => `……另有 ${formatDecimal(count, 0)} 条`,
  },
  'zh-TW': {
    title: 'Google 試算表',
    about:
      '連接後，試算表與 Tierbook 共用一份客戶名單：試算表的變動每隔幾分鐘同步到這裡，Tierbook 把等級和下次聯絡寫入自己的欄。',
    none: '尚未連接試算表。',
    connect: '連接試算表…',
    pull: '立即讀取',
    details: '查看待處理…',
    disconnect: '中斷連接',
    disconnectText: '客戶保留在 Tierbook，試算表內容維持不變。',
    cancel: '取消',
    close: '關閉',
    readAt: (time, rows) => `${time}讀取，${formatDecimal(rows, 0)} 位客戶`,
    notRead: '尚未讀取',
    minutesAgo: (minutes) => `${minutes} 分鐘前`,
    justNow: '剛剛',
    writtenAt: (time) => `${time}寫入`,
    conflicts: (count) => `${formatDecimal(count, 0)} 個儲存格與 Tierbook 不一致，已以試算表為準`,
    problems: (count) => `試算表裡有 ${formatDecimal(count, 0)} 處需要更正`,
    vanished: (count) => `${formatDecimal(count, 0)} 位客戶已不在試算表裡`,
    removed: (count) => `${formatDecimal(count, 0)} 列的客戶已從 Tierbook 移除`,
    address: '試算表網址',
    addressHint: '請在瀏覽器中開啟試算表，複製完整網址。',
    tab: '工作表',
    tabHint: '僅在網址沒有指明工作表時填寫。',
    preview: '預覽',
    columns: '讀取方式',
    changes: '將有的變動',
    remarks: '注意事項',
    kept: '以文字保留',
    wait: '正在向 Google 讀取……',
    nothingToTell: '沒有需要查看的內容。',
    failed: '操作沒有成功，請稍後再試。',
    managersOnly: '只有主管和管理員可以連接試算表。',
    more: (count) => `……另有 ${formatDecimal(count, 0)} 項`,
  },
};
