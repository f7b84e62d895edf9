import type { DateOrder } from '../table/reading.ts';
import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What the local workspace's page says while someone brings a table of their own. */
export interface PageTableText {
  readonly title: string;
  readonly dropHere: string;
  readonly dropHint: string;
  reading(file: string): string;
  readonly onlyFirst: string;
  readonly chooseFile: string;
  readonly chooseOther: string;
  readonly cannotUse: string;
  /** File and sheet that were read. */
  source(file: string, sheet: string | null): string;
  readonly columns: string;
  fieldOf(letter: string, heading: string): string;
  example(value: string): string;
  readonly noField: string;
  readonly matches: Readonly<Record<'exact' | 'close' | 'given' | 'none', string>>;
  readonly openTitle: string;
  readonly decimalQuestion: string;
  readonly decimals: Readonly<Record<'.' | ',', string>>;
  readonly dateQuestion: string;
  readonly dateOrders: Readonly<Record<DateOrder, string>>;
  readonly remarks: string;
  readonly severities: Readonly<Record<'error' | 'problem' | 'note', string>>;
  more(count: number): string;
  removeSamples(count: number): string;
  readonly changes: string;
  readonly tiers: string;
  customers(count: number): string;
  readonly working: string;
  readonly import: string;
  readonly importing: string;
  readonly imported: string;
  readonly tryOne: string;
  downloadRejected(count: number): string;
  readonly finish: string;
  readonly cancel: string;
}

/** The sentences around a table of one's own by language. */
export const PAGE_TABLE_TEXT: ByLanguage<PageTableText> = {
  en: {
    title: 'Your own table',
    dropHere: 'Drop your table here',
    dropHint: 'CSV or Excel. Nothing is written before you say so, and it stays on this computer.',
    reading: (file) => `Reading ${file}…`,
    onlyFirst: 'One table at a time: only the first file was taken.',
    chooseFile: 'Choose a file',
    chooseOther: 'Choose another file',
    cannotUse: 'This table cannot be used yet',
    source: (file, sheet) => (sheet === null ? file : `${file}, sheet “${sheet}”`),
    columns: 'How it was read',
    fieldOf: (letter, heading) => `Meaning of column ${letter} “${heading}”`,
    example: (value) => `for example ${value}`,
    noField: 'no meaning for grading',
    matches: { exact: 'recognised', close: 'similar – please check', given: 'your choice', none: 'kept as text' },
    openTitle: 'Please decide',
    decimalQuestion: 'How are numbers written?',
    decimals: { '.': '1,234.56 – a point before the decimals', ',': '1.234,56 – a comma before the decimals' },
    dateQuestion: 'How are dates written?',
    dateOrders: {
      dmy: '31/12/2026 – the day first',
      mdy: '12/31/2026 – the month first',
      ymd: '2026/12/31 – the year first',
    },
    remarks: 'Good to know',
    severities: { error: 'Error', problem: 'Please check', note: 'Note' },
    more: (count) => `and ${count} more`,
    removeSamples: (count) =>
      count === 1
        ? 'Take the sample customer away first, so that yours are ranked among themselves'
        : `Take the ${count} sample customers away first, so that yours are ranked among themselves`,
    changes: 'What would change',
    tiers: 'Customers by tier',
    customers: (count) => counted(count, 'customer', 'customers'),
    working: 'Working it out again…',
    import: 'Import',
    importing: 'Importing…',
    imported: 'Imported',
    tryOne: 'Try one of your customers:',
    downloadRejected: (count) => `Download ${counted(count, 'rejected row', 'rejected rows')}`,
    finish: 'Done',
    cancel: 'Cancel',
  },
  'zh-CN': {
    title: '您自己的表格',
    dropHere: '把表格拖到这里',
    dropHint: '支持 CSV 和 Excel。确认之前不会写入任何数据，文件也不会离开这台电脑。',
    reading: (file) => `正在读取 ${file}…`,
    onlyFirst: '一次只能处理一张表格，已采用第一个文件。',
    chooseFile: '选择文件',
    chooseOther: '选择其他文件',
    cannotUse: '这张表格暂时无法使用',
    source: (file, sheet) => (sheet === null ? file : `${file}，工作表“${sheet}”`),
    columns: '读取结果',
    fieldOf: (letter, heading) => `${letter} 列“${heading}”的含义`,
    example: (value) => `例如 ${value}`,
    noField: '不参与分级',
    matches: { exact: '已识别', close: '名称相近，请核对', given: '由您指定', none: '作为文本保留' },
    openTitle: '请您决定',
    decimalQuestion: '数字是怎么写的？',
    decimals: { '.': '1,234.56 – 小数点用点', ',': '1.234,56 – 小数点用逗号' },
    dateQuestion: '日期是怎么写的？',
    dateOrders: {
      dmy: '31/12/2026 – 日在前',
      mdy: '12/31/2026 – 月在前',
      ymd: '2026/12/31 – 年在前',
    },
    remarks: '请留意',
    severities: { error: '错误', problem: '请核对', note: '说明' },
    more: (count) => `另有 ${formatDecimal(count, 0)} 条`,
    removeSamples: (count) => `先移除 ${formatDecimal(count, 0)} 个示例客户，这样排名只在您自己的客户之间进行`,
    changes: '导入后的变化',
    tiers: '各等级客户数',
    customers: (count) => `${formatDecimal(count, 0)} 个客户`,
    working: '正在重新计算…',
    import: '导入',
    importing: '正在导入…',
    imported: '导入完成',
    tryOne: '试着查一个您的客户：',
    downloadRejected: (count) => `下载未接收的 ${formatDecimal(count, 0)} 行`,
    finish: '完成',
    cancel: '取消',
  },
  'zh-TW': {
    title: '您自己的表格',
    dropHere: '把表格拖曳到這裡',
    dropHint: '支援 CSV 與 Excel。確認之前不會寫入任何資料，檔案也不會離開這台電腦。',
    reading: (file) => `正在讀取 ${file}…`,
    onlyFirst: '一次只能處理一份表格，已採用第一個檔案。',
    chooseFile: '選擇檔案',
    chooseOther: '選擇其他檔案',
    cannotUse: '這份表格暫時無法使用',
    source: (file, sheet) => (sheet === null ? file : `${file}，工作表「${sheet}」`),
    columns: '讀取結果',
    fieldOf: (letter, heading) => `${letter} 欄「${heading}」的意義`,
    example: (value) => `例如 ${value}`,
    noField: '不參與分級',
    matches: { exact: '已辨識', close: '名稱相近，請核對', given: '由您指定', none: '保留為文字' },
    openTitle: '請您決定',
    decimalQuestion: '數字是怎麼寫的？',
    decimals: { '.': '1,234.56 – 小數點用點', ',': '1.234,56 – 小數點用逗號' },
    dateQuestion: '日期是怎麼寫的？',
    dateOrders: {
      dmy: '31/12/2026 – 日在前',
      mdy: '12/31/2026 – 月在前',
      ymd: '2026/12/31 – 年在前',
    },
    remarks: '請留意',
    severities: { error: '錯誤', problem: '請核對', note: '說明' },
    more: (count) => `另有 ${formatDecimal(count, 0)} 則`,
    removeSamples: (count) => `先移除 ${formatDecimal(count, 0)} 位範例客戶，這樣排名只在您自己的客戶之間進行`,
    changes: '匯入後的變動',
    tiers: '各等級客戶數',
    customers: (count) => `${formatDecimal(count, 0)} 位客戶`,
    working: '正在重新計算…',
    import: '匯入',
    importing: '匯入中…',
    imported: '匯入完成',
    tryOne: '試著查一位您的客戶：',
    downloadRejected: (count) => `下載未收錄的 ${formatDecimal(count, 0)} 列`,
    finish: '完成',
    cancel: '取消',
  },
};
