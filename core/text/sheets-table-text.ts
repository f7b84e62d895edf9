import type { DateOrder, TableProblem } from '../table/reading.ts';
import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What the sidebar of the Sheets add-on says of the table it has found, before anything is graded. */
export interface SheetsTableText {
  readonly tableTab: string;
  readonly schemesTab: string;
  readonly helpTab: string;
  readonly navigation: string;
  /** While the first answer is awaited. */
  readonly reading: string;
  readonly readingAgain: string;
  readonly readAgain: string;
  /** Reads the table that the selection is in, in place of the one that is shown. */
  readonly readSelected: string;
  /** The sheet and range of the table: `Customers, A3:H120`. */
  where(sheet: string, range: string): string;
  /** Announced when the table is shown. */
  found(customers: number): string;
  headerRow(row: number): string;
  customers(count: number): string;
  readonly scheme: string;
  readonly schemeGroups: Readonly<Record<'customers' | 'prospects' | 'segments' | 'sheet', string>>;
  readonly chosen: Readonly<Record<'given' | 'last' | 'best' | 'prospects' | 'gone' | 'nothing', string>>;
  readonly language: string;
  readonly columns: string;
  used(count: number): string;
  unused(count: number): string;
  /** Names the select of one column; `heading` may be empty. */
  fieldOf(letter: string, heading: string): string;
  readonly noHeading: string;
  example(value: string): string;
  readonly matches: Readonly<Record<'exact' | 'close' | 'given' | 'none', string>>;
  readonly fieldGroups: Readonly<Record<'scheme' | 'customer' | 'value' | 'pipeline' | 'profile', string>>;
  readonly notRead: string;
  readonly dropCorrections: string;
  /** What somebody chose for a column. @param column its heading, those beside it too, or its letter @param meaning a field's title, or `notRead` */
  decision(column: string, meaning: string): string;
  /** @param decisions that were left out, since their columns are not found any more */
  gone(decisions: readonly string[]): string;
  readonly decimalQuestion: string;
  readonly asFound: string;
  readonly decimals: Readonly<Record<'.' | ',', string>>;
  readonly dateQuestion: string;
  readonly dateOrders: Readonly<Record<DateOrder, string>>;
  readonly severities: Readonly<Record<TableProblem['severity'], string>>;
  /** A group of problems and how many they are. */
  problemGroup(of: string, count: number): string;
  readonly rows: string;
  readonly wholeTable: string;
  /** Opens what is folded. */
  showMore(count: number): string;
  more(count: number): string;
  /** @param cell such as `B7` */
  goTo(cell: string): string;
  wentTo(cell: string): string;
  readonly preview: string;
  readonly review: string;
  tier(title: string): string;
  readonly examples: string;
  readonly fullPoints: string;
  score(score: number): string;
  overrides(count: number): string;
  /** What grading would overwrite. @param cells such as `K7, L9` @param more further ones, 0 for none */
  willOverwrite(cells: string, more: number): string;
  /** @param list of tiers that somebody typed and that the scheme does not know */
  unknownTiers(list: string): string;
  readonly nobody: string;
  /** The primary button; a table of no customers yet only gets its columns. */
  grade(customers: number): string;
  readonly gradeAgain: string;
  readonly several: string;
  readonly severalHint: string;
  headings(list: string): string;
  /** @param count tables beside the one that is shown, 1 or more */
  otherTables(count: number): string;
  /** Of tables side by side. */
  readonly tornHint: string;
  /** Grades tables with the same headings as one. */
  readonly together: string;
  readonly ownSheet: string;
  /** Says which of Tierbook's sheets this one is. */
  readonly ownSheetIs: Readonly<Record<'memory' | 'schemes' | 'summary', (sheet: string) => string>>;
  readonly ownSheetHint: string;
  readonly noHeaderTitle: string;
  readonly noHeaderHint: string;
  readonly whichRow: string;
  readonly whichColumn: string;
  readonly chooseColumn: string;
  rowNumber(row: number): string;
  readonly useRow: string;
  readonly chooseBoth: string;
  readonly unusable: string;
  readonly unusableHint: string;
  readonly emptySheet: string;
  readonly emptySheetHint: string;
}

/** The sentences by language. */
export const SHEETS_TABLE_TEXT: ByLanguage<SheetsTableText> = {
  en: {
    tableTab: 'Table',
    schemesTab: 'Schemes',
    helpTab: 'Help',
    navigation: 'Parts of Tierbook',
    reading: 'Reading your table…',
    readingAgain: 'Reading again…',
    readAgain: 'Read again',
    readSelected: 'Use the selected table',
    where: (sheet, range) => `${sheet}, ${range}`,
    found: (customers) => `Found a table of ${counted(customers, 'customer', 'customers')}.`,
    headerRow: (row) => `Headings in row ${row}`,
    customers: (count) => counted(count, 'customer', 'customers'),
    scheme: 'Grade by',
    schemeGroups: {
      customers: 'Tiers of customers',
      prospects: 'Tiers of prospects',
      segments: 'Segments only',
      sheet: 'Of this spreadsheet',
    },
    chosen: {
      given: 'You chose this scheme.',
      last: 'The same scheme as last time.',
      best: 'Chosen because it fits these columns best.',
      prospects: 'Chosen because these are the columns of prospects.',
      gone: 'The scheme of the last grading is no longer in this spreadsheet; of those that are, this one fits the columns best.',
      nothing: 'No column of this table fits a scheme. Choose another scheme, or say below what the columns mean.',
    },
    language: 'Language of what is written',
    columns: 'Columns',
    used: (count) => `${counted(count, 'column is', 'columns are')} used for grading`,
    unused: (count) => counted(count, 'other column', 'other columns'),
    fieldOf: (letter, heading) => `Meaning of column ${letter}${heading === '' ? '' : ` “${heading}”`}`,
    noHeading: '(no heading)',
    example: (value) => `e.g. ${value}`,
    matches: { exact: 'recognised', close: 'please check', given: 'your choice', none: 'not read' },
    fieldGroups: {
      scheme: 'What this scheme goes by',
      customer: 'Who the customer is',
      value: 'Sales and service',
      pipeline: 'Pipeline',
      profile: 'Profile',
    },
    notRead: 'Not read',
    dropCorrections: 'Drop my corrections',
    decision: (column, meaning) => `“${column}” (${meaning})`,
    gone: (decisions) =>
      `What was chosen for ${decisions.join(', ')} no longer holds: the column has been renamed or deleted, or cannot be told from another. Choose again under Columns if need be.`,
    decimalQuestion: 'How are numbers written?',
    asFound: 'As found in the table',
    decimals: { '.': '1,234.56 – a point for decimals', ',': '1.234,56 – a comma for decimals' },
    dateQuestion: 'How are dates written?',
    dateOrders: {
      dmy: '31/12/2026 – the day first',
      mdy: '12/31/2026 – the month first',
      ymd: '2026/12/31 – the year first',
    },
    severities: { error: 'What stands in the way', problem: 'Please check', note: 'Good to know' },
    problemGroup: (of, count) => `${of}: ${count}`,
    rows: 'Rows',
    wholeTable: 'Whole table',
    showMore: (count) => `${formatDecimal(count, 0)} more`,
    more: (count) => `And ${formatDecimal(count, 0)} more.`,
    goTo: (cell) => `Go to ${cell}`,
    wentTo: (cell) => `${cell} is selected.`,
    preview: 'What you would get',
    review: 'For review',
    tier: (title) => `Tier ${title}`,
    examples: 'Examples',
    fullPoints: 'What earns full points',
    score: (score) => `${score} of 100`,
    overrides: (count) =>
      count === 1 ? '1 tier was typed over and stays.' : `${formatDecimal(count, 0)} tiers were typed over and stay.`,
    willOverwrite: (cells, more) =>
      `Somebody has edited Tierbook’s columns. Grading overwrites ${cells}${more > 0 ? ` and ${formatDecimal(more, 0)} more` : ''}. Undo brings back what stands there now.`,
    unknownTiers: (list) => `Typed by a person, but not a tier of this scheme: ${list}. Such tiers stay as they are.`,
    nobody: 'Nobody would get a tier yet.',
    grade: (customers) => (customers === 0 ? 'Grade' : `Grade ${counted(customers, 'customer', 'customers')}`),
    gradeAgain: 'Grade again',
    several: 'Which table?',
    severalHint:
      'This sheet holds several tables. Choose one, or select a cell in it and press Use the selected table.',
    headings: (list) => `Headings: ${list}`,
    otherTables: (count) =>
      count === 1
        ? 'This sheet holds another table, which is not graded with this one:'
        : `This sheet holds ${formatDecimal(count, 0)} other tables, which are not graded with this one:`,
    tornHint: 'If they are parts of one table, delete the empty columns between them and read again.',
    together: 'All with these headings, as one table',
    ownSheet: 'Nothing to grade here',
    ownSheetIs: {
      memory: (sheet) => `“${sheet}” is the sheet in which Tierbook remembers its gradings; it holds no customers.`,
      schemes: (sheet) => `“${sheet}” holds the schemes of this spreadsheet; it holds no customers.`,
      summary: (sheet) => `“${sheet}” is a summary that Tierbook made; the customers are in another sheet.`,
    },
    ownSheetHint: 'Go to the sheet with your customers and press Use the selected table.',
    noHeaderTitle: 'Which row holds the headings?',
    noHeaderHint:
      'No row was recognised as headings. Show Tierbook which row it is and which column names the customer.',
    whichRow: 'Row with the headings',
    whichColumn: 'Column with the customer',
    chooseColumn: 'Choose a column',
    rowNumber: (row) => `Row ${row}`,
    useRow: 'Read it like this',
    chooseBoth: 'Choose a row and a column first.',
    unusable: 'This table cannot be graded yet',
    unusableHint: 'Correct it in the sheet and read again, or say below what the columns mean.',
    emptySheet: 'There is nothing on this sheet yet',
    emptySheetHint: 'Paste a table together with its headings, then read again. Or go to another sheet first.',
  },
  'zh-CN': {
    tableTab: '表格',
    schemesTab: '标准',
    helpTab: '帮助',
    navigation: 'Tierbook 的各部分',
    reading: '正在读取表格…',
    readingAgain: '正在重新读取…',
    readAgain: '重新读取',
    readSelected: '改用所选的表格',
    where: (sheet, range) => `${sheet}，${range}`,
    found: (customers) => `找到一张表格，共 ${formatDecimal(customers, 0)} 个客户。`,
    headerRow: (row) => `表头在第 ${row} 行`,
    customers: (count) => `${formatDecimal(count, 0)} 个客户`,
    scheme: '分级标准',
    schemeGroups: {
      customers: '客户等级',
      prospects: '潜在客户等级',
      segments: '仅客户细分',
      sheet: '本电子表格的标准',
    },
    chosen: {
      given: '这是您选择的标准。',
      last: '与上次使用的标准相同。',
      best: '已自动选择：它与表中各列最匹配。',
      prospects: '已自动选择：这些是潜在客户的列。',
      gone: '上次使用的标准已不在这个表格中；已自动选择与各列最匹配的标准。',
      nothing: '没有一列能用于定级。请换一个标准，或在下方指明各列的含义。',
    },
    language: '写入内容的语言',
    columns: '各列的含义',
    used: (count) => `用于定级的 ${count} 列`,
    unused: (count) => `其他 ${count} 列`,
    fieldOf: (letter, heading) => `${letter} 列${heading === '' ? '' : `“${heading}”`}的含义`,
    noHeading: '（无表头）',
    example: (value) => `例如 ${value}`,
    matches: { exact: '已识别', close: '请核对', given: '由您指定', none: '未采用' },
    fieldGroups: {
      scheme: '此标准所用的指标',
      customer: '客户基本信息',
      value: '销售与服务',
      pipeline: '销售机会',
      profile: '客户特征',
    },
    notRead: '不采用',
    dropCorrections: '取消我的更正',
    decision: (column, meaning) => `“${column}”（${meaning}）`,
    gone: (decisions) =>
      `之前为${decisions.join('、')}指定的含义不再适用：该列已改名、删除，或无法与其他列区分。如有需要，请在“各列的含义”中重新指定。`,
    decimalQuestion: '数字是怎么写的？',
    asFound: '按表格内容判断',
    decimals: { '.': '1,234.56 – 小数点用点', ',': '1.234,56 – 小数点用逗号' },
    dateQuestion: '日期是怎么写的？',
    dateOrders: {
      dmy: '31/12/2026 – 日在前',
      mdy: '12/31/2026 – 月在前',
      ymd: '2026/12/31 – 年在前',
    },
    severities: { error: '需要先解决', problem: '请核对', note: '请留意' },
    problemGroup: (of, count) => `${of}：${count} 处`,
    rows: '行',
    wholeTable: '整张表格',
    showMore: (count) => `其余 ${formatDecimal(count, 0)} 条`,
    more: (count) => `另有 ${formatDecimal(count, 0)} 条。`,
    goTo: (cell) => `转到 ${cell}`,
    wentTo: (cell) => `已选中 ${cell}。`,
    preview: '定级预览',
    review: '待复核',
    tier: (title) => `等级 ${title}`,
    examples: '示例',
    fullPoints: '各项满分的要求',
    score: (score) => `${score} 分`,
    overrides: (count) => `有 ${formatDecimal(count, 0)} 个等级是手工填写的，会予以保留。`,
    willOverwrite: (cells, more) =>
      `Tierbook 的列被人改动过，定级会覆盖以下单元格：${cells}${more > 0 ? `，另有 ${formatDecimal(more, 0)} 个` : ''}。之后点“撤销”可恢复现在的内容。`,
    unknownTiers: (list) => `${list} 是手工填写的，不属于此标准的等级，将保持原样。`,
    nobody: '目前没有客户可以定级。',
    grade: (customers) => (customers === 0 ? '定级' : `为 ${formatDecimal(customers, 0)} 个客户定级`),
    gradeAgain: '重新定级',
    several: '要处理哪张表格？',
    severalHint: '这个工作表里有多张表格。请选择一张，或在其中选中一个单元格后点“改用所选的表格”。',
    headings: (list) => `表头：${list}`,
    otherTables: (count) => `这个工作表里还有 ${formatDecimal(count, 0)} 张表格，不会一起定级：`,
    tornHint: '如果它们本是一张表格，请删除中间的空列后重新读取。',
    together: '表头相同的合为一张表格',
    ownSheet: '这里没有可以定级的内容',
    ownSheetIs: {
      memory: (sheet) => `“${sheet}”是 Tierbook 用来记录定级结果的工作表，里面没有客户。`,
      schemes: (sheet) => `“${sheet}”存放本电子表格的分级标准，里面没有客户。`,
      summary: (sheet) => `“${sheet}”是 Tierbook 生成的汇总表，客户在另一个工作表里。`,
    },
    ownSheetHint: '请转到客户所在的工作表，再点“改用所选的表格”。',
    noHeaderTitle: '表头在哪一行？',
    noHeaderHint: '没有识别出表头。请指出表头在哪一行、客户名称在哪一列。',
    whichRow: '表头所在的行',
    whichColumn: '客户名称所在的列',
    chooseColumn: '请选择一列',
    rowNumber: (row) => `第 ${row} 行`,
    useRow: '按此读取',
    chooseBoth: '请先选择行和列。',
    unusable: '这张表格暂时无法定级',
    unusableHint: '请在表格中更正后重新读取，或在下方指明各列的含义。',
    emptySheet: '这个工作表还是空的',
    emptySheetHint: '请先连同表头粘贴一张表格，或切换到其他工作表，然后重新读取。',
  },
  'zh-TW': {
    tableTab: '表格',
    schemesTab: '標準',
    helpTab: '說明',
    navigation: 'Tierbook 的各部分',
    reading: '正在讀取表格…',
    readingAgain: '正在重新讀取…',
    readAgain: '重新讀取',
    readSelected: '改用所選的表格',
    where: (sheet, range) => `${sheet}，${range}`,
    found: (customers) => `找到一份表格，共 ${formatDecimal(customers, 0)} 位客戶。`,
    headerRow: (row) => `標題在第 ${row} 列`,
    customers: (count) => `${formatDecimal(count, 0)} 位客戶`,
    scheme: '分級標準',
    schemeGroups: {
      customers: '客戶等級',
      prospects: '潛在客戶等級',
      segments: '僅客戶細分',
      sheet: '這份試算表的標準',
    },
    chosen: {
      given: '這是您選擇的標準。',
      last: '與上次使用的標準相同。',
      best: '已自動選擇：它與表中各欄最相符。',
      prospects: '已自動選擇：這些是潛在客戶的欄位。',
      gone: '上次使用的標準已不在這份試算表中；已自動選擇與各欄最相符的標準。',
      nothing: '沒有一欄能用來定級。請換一個標準，或在下方指明各欄的意義。',
    },
    language: '寫入內容的語言',
    columns: '各欄的意義',
    used: (count) => `用於定級的 ${count} 欄`,
    unused: (count) => `其他 ${count} 欄`,
    fieldOf: (letter, heading) => `${letter} 欄${heading === '' ? '' : `「${heading}」`}的意義`,
    noHeading: '（無標題）',
    example: (value) => `例如 ${value}`,
    matches: { exact: '已辨識', close: '請核對', given: '由您指定', none: '未採用' },
    fieldGroups: {
      scheme: '此標準所用的指標',
      customer: '客戶基本資料',
      value: '銷售與服務',
      pipeline: '銷售機會',
      profile: '客戶特徵',
    },
    notRead: '不採用',
    dropCorrections: '取消我的更正',
    decision: (column, meaning) => `「${column}」（${meaning}）`,
    gone: (decisions) =>
      `先前為${decisions.join('、')}指定的意義不再適用：該欄已改名、刪除，或無法與其他欄區分。如有需要，請在「各欄的意義」中重新指定。`,
    decimalQuestion: '數字是怎麼寫的？',
    asFound: '依表格內容判斷',
    decimals: { '.': '1,234.56 – 小數點用點', ',': '1.234,56 – 小數點用逗號' },
    dateQuestion: '日期是怎麼寫的？',
    dateOrders: {
      dmy: '31/12/2026 – 日在前',
      mdy: '12/31/2026 – 月在前',
      ymd: '2026/12/31 – 年在前',
    },
    severities: { error: '需要先解決', problem: '請核對', note: '請留意' },
    problemGroup: (of, count) => `${of}：${count} 處`,
    rows: '資料列',
    wholeTable: '整份表格',
    showMore: (count) => `其餘 ${formatDecimal(count, 0)} 則`,
    more: (count) => `另有 ${formatDecimal(count, 0)} 則。`,
    goTo: (cell) => `前往 ${cell}`,
    wentTo: (cell) => `已選取 ${cell}。`,
    preview: '定級預覽',
    review: '待複核',
    tier: (title) => `等級 ${title}`,
    examples: '範例',
    fullPoints: '各項滿分的要求',
    score: (score) => `${score} 分`,
    overrides: (count) => `有 ${formatDecimal(count, 0)} 個等級是手動填寫的，會予以保留。`,
    willOverwrite: (cells, more) =>
      `Tierbook 的欄被人改動過，定級會覆寫以下儲存格：${cells}${more > 0 ? `，另有 ${formatDecimal(more, 0)} 個` : ''}。之後按「復原」可恢復現在的內容。`,
    unknownTiers: (list) => `${list} 是手動填寫的，不屬於此標準的等級，將保持原樣。`,
    nobody: '目前沒有客戶可以定級。',
    grade: (customers) => (customers === 0 ? '定級' : `為 ${formatDecimal(customers, 0)} 位客戶定級`),
    gradeAgain: '重新定級',
    several: '要處理哪一份表格？',
    severalHint: '這個工作表裡有好幾份表格。請選擇一份，或選取其中一個儲存格後按「改用所選的表格」。',
    headings: (list) => `標題：${list}`,
    otherTables: (count) => `這個工作表裡還有 ${formatDecimal(count, 0)} 份表格，不會一起定級：`,
    tornHint: '如果它們本來是一份表格，請刪除中間的空白欄後重新讀取。',
    together: '標題相同的合為一份表格',
    ownSheet: '這裡沒有可以定級的內容',
    ownSheetIs: {
      memory: (sheet) => `「${sheet}」是 Tierbook 用來記錄定級結果的工作表，裡面沒有客戶。`,
      schemes: (sheet) => `「${sheet}」存放這份試算表的分級標準，裡面沒有客戶。`,
      summary: (sheet) => `「${sheet}」是 Tierbook 製作的彙總表，客戶在另一個工作表裡。`,
    },
    ownSheetHint: '請前往客戶所在的工作表，再按「改用所選的表格」。',
    noHeaderTitle: '標題在哪一列？',
    noHeaderHint: '沒有辨識出標題列。請指出標題在哪一列、客戶名稱在哪一欄。',
    whichRow: '標題所在的列',
    whichColumn: '客戶名稱所在的欄',
    chooseColumn: '請選擇一欄',
    rowNumber: (row) => `第 ${row} 列`,
    useRow: '依此讀取',
    chooseBoth: '請先選擇列與欄。',
    unusable: '這份表格暫時無法定級',
    unusableHint: '請在表格中更正後重新讀取，或在下方指明各欄的意義。',
    emptySheet: '這個工作表還是空的',
    emptySheetHint: '請先連同標題列貼上一份表格，或切換到其他工作表，再重新讀取。',
  },
};
