import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What the sidebar of the Sheets add-on says of schemes: those that come with Tierbook and the workbook's own. */
export interface SheetsSchemesText {
  readonly title: string;
  readonly own: string;
  readonly noneOwn: string;
  readonly builtIn: string;
  readonly purposes: Readonly<Record<'customers' | 'prospects' | 'segments', string>>;
  readonly tiers: string;
  readonly comma: string;
  readonly colon: string;
  readonly inUse: string;
  readonly use: string;
  readonly exportJson: string;
  readonly toSheet: string;
  readonly details: string;
  readonly check: string;
  readonly checking: string;
  sound(count: number): string;
  problems(count: number): string;
  readonly notes: string;
  readonly notChecked: string;
  readonly exported: string;
  exportedHint(file: string): string;
  readonly download: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly close: string;
  readonly import: string;
  readonly importHint: string;
  readonly importFile: string;
  readonly importText: string;
  readonly importing: string;
  imported(scheme: string): string;
  importedAs(scheme: string, id: string): string;
  put(scheme: string): string;
  readonly nothingToImport: string;
  /** @param place where it stops being JSON; null where that is not known */
  notJson(place: { readonly line: number; readonly column: number } | null): string;
  readonly notAScheme: string;
  /** @param file null for what was pasted */
  tooLarge(file: string | null, megabytes: number): string;
  notRead(file: string): string;
  emptyFile(file: string): string;
  importProblems(count: number): string;
  exists(id: string): string;
  readonly replace: string;
  readonly keep: string;
  readonly saving: string;
  /** Behind the title of a copy of a built-in scheme. */
  readonly copySuffix: string;
  readonly loading: string;
  readonly loadFailed: string;
}

/** The sentences by language. */
export const SHEETS_SCHEMES_TEXT: ByLanguage<SheetsSchemesText> = {
  en: {
    title: 'Schemes',
    own: 'Of this spreadsheet',
    noneOwn: 'None yet. Put a built-in one into a sheet to edit it, or import one.',
    builtIn: 'Built in',
    purposes: { customers: 'Tiers of customers', prospects: 'Tiers of prospects', segments: 'Segments only' },
    tiers: 'Tiers',
    comma: ', ',
    colon: ': ',
    inUse: 'in use',
    use: 'Use',
    exportJson: 'Export',
    toSheet: 'Put into a sheet to edit',
    details: 'What it goes by',
    check: 'Check',
    checking: 'Checking the schemes…',
    sound: (count) =>
      count === 1 ? 'The scheme is sound and ready to use.' : `All ${count} schemes are sound and ready to use.`,
    problems: (count) => `${counted(count, 'problem', 'problems')} to mend in the sheet “Tierbook schemes”`,
    notes: 'Good to know',
    notChecked: 'changed since it was checked',
    exported: 'Scheme as JSON',
    exportedHint: (file) => `Download it as ${file}, or copy the text.`,
    download: 'Download',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'The browser does not allow copying here. The text is selected: press Ctrl+C or ⌘C.',
    close: 'Close',
    import: 'Import',
    importHint:
      'A scheme as JSON, from a file or pasted. It is checked first and then written to the sheet “Tierbook schemes”.',
    importFile: 'File',
    importText: 'Or paste the JSON',
    importing: 'Importing…',
    imported: (scheme) => `“${scheme}” now stands in the sheet “Tierbook schemes” and can be used.`,
    importedAs: (scheme, id) =>
      `“${scheme}” now stands in the sheet “Tierbook schemes”, with the id ${id}, since its own belongs to a built-in scheme.`,
    put: (scheme) => `“${scheme}” now stands in the sheet “Tierbook schemes”. Edit it there, then press Check.`,
    nothingToImport: 'Choose a file or paste the JSON of a scheme first.',
    notJson: (place) =>
      place === null
        ? 'This is not the JSON of a scheme, or not all of it. Copy the whole text, from the first { to the last }.'
        : `This is not JSON: line ${place.line}, column ${place.column} cannot be read. Correct it there, or copy the whole text of the scheme, from the first { to the last }.`,
    notAScheme: 'This is not a scheme. Choose a file that was exported here or by Tierbook.',
    tooLarge: (file, megabytes) =>
      `${file ?? 'The text'} is too large for a scheme: ${megabytes} MB, and at most 2 MB can be imported. Is it the right file?`,
    notRead: (file) => `${file} cannot be read. Choose it again or paste its text.`,
    emptyFile: (file) => `${file} is empty. Choose another file, or paste the JSON of a scheme.`,
    importProblems: (count) => `Nothing was imported: ${counted(count, 'problem', 'problems')} to mend first`,
    exists: (id) => `A scheme with the id ${id} stands in the sheet already. Replace it?`,
    replace: 'Replace',
    keep: 'Keep',
    saving: 'Writing to the sheet…',
    copySuffix: ' (own)',
    loading: 'Loading the schemes…',
    loadFailed: 'The schemes could not be loaded. Close the sidebar and open it again.',
  },
  'zh-CN': {
    title: '分级标准',
    own: '本电子表格的标准',
    noneOwn: '还没有。可以把内置标准放到工作表中修改，或导入一份。',
    builtIn: '内置标准',
    purposes: { customers: '客户等级', prospects: '潜在客户等级', segments: '仅客户细分' },
    tiers: '等级',
    comma: '、',
    colon: '：',
    inUse: '使用中',
    use: '使用',
    exportJson: '导出',
    toSheet: '放到工作表中修改',
    details: '所用的指标',
    check: '检查',
    checking: '正在检查标准…',
    sound: (count) => (count === 1 ? '标准没有问题，可以使用。' : `${count} 份标准都没有问题，可以使用。`),
    problems: (count) => `请在工作表“Tierbook schemes”中更正 ${formatDecimal(count, 0)} 处问题`,
    notes: '请留意',
    notChecked: '检查之后有改动',
    exported: 'JSON 格式的标准',
    exportedHint: (file) => `可下载为 ${file}，或复制文本。`,
    download: '下载',
    copy: '复制',
    copied: '已复制。',
    notCopied: '浏览器不允许在此复制。文本已选中，请按 Ctrl+C 或 ⌘C。',
    close: '关闭',
    import: '导入',
    importHint: '导入 JSON 格式的标准，可选择文件或粘贴文本。检查无误后写入工作表“Tierbook schemes”。',
    importFile: '文件',
    importText: '或粘贴 JSON 文本',
    importing: '正在导入…',
    imported: (scheme) => `“${scheme}”已写入工作表“Tierbook schemes”，可以使用。`,
    importedAs: (scheme, id) => `“${scheme}”已写入工作表“Tierbook schemes”。原标识属于内置标准，因此改用标识 ${id}。`,
    put: (scheme) => `“${scheme}”已写入工作表“Tierbook schemes”。请在那里修改，然后点“检查”。`,
    nothingToImport: '请先选择文件，或粘贴标准的 JSON 文本。',
    notJson: (place) =>
      place === null
        ? '这不是完整的 JSON 格式标准。请复制完整的文本，从第一个 { 到最后一个 }。'
        : `这不是有效的 JSON：第 ${place.line} 行第 ${place.column} 个字符处无法读取。请在该处更正，或重新复制完整的文本，从第一个 { 到最后一个 }。`,
    notAScheme: '这不是分级标准。请选择由 Tierbook 导出的文件。',
    tooLarge: (file, megabytes) =>
      `${file === null ? '文本' : `${file} `}过大，不像分级标准：共 ${megabytes} MB，最多可导入 2 MB。是否选错了文件？`,
    notRead: (file) => `无法读取 ${file}。请重新选择，或粘贴其中的文本。`,
    emptyFile: (file) => `${file} 是空文件。请另选一个，或粘贴标准的 JSON 文本。`,
    importProblems: (count) => `没有导入，请先更正 ${formatDecimal(count, 0)} 处问题`,
    exists: (id) => `工作表中已有标识为 ${id} 的标准，要替换吗？`,
    replace: '替换',
    keep: '保留',
    saving: '正在写入工作表…',
    copySuffix: '（自定义）',
    loading: '正在载入标准…',
    loadFailed: '无法载入标准，请关闭侧边栏后重新打开。',
  },
  'zh-TW': {
    title: '分級標準',
    own: '這份試算表的標準',
    noneOwn: '還沒有。可以把內建標準放到工作表中修改，或匯入一份。',
    builtIn: '內建標準',
    purposes: { customers: '客戶等級', prospects: '潛在客戶等級', segments: '僅客戶細分' },
    tiers: '等級',
    comma: '、',
    colon: '：',
    inUse: '使用中',
    use: '使用',
    exportJson: '匯出',
    toSheet: '放到工作表中修改',
    details: '所用的指標',
    check: '檢查',
    checking: '正在檢查標準…',
    sound: (count) => (count === 1 ? '標準沒有問題，可以使用。' : `${count} 份標準都沒有問題，可以使用。`),
    problems: (count) => `請在工作表「Tierbook schemes」中更正 ${formatDecimal(count, 0)} 處問題`,
    notes: '請留意',
    notChecked: '檢查之後有變更',
    exported: 'JSON 格式的標準',
    exportedHint: (file) => `可下載為 ${file}，或複製文字。`,
    download: '下載',
    copy: '複製',
    copied: '已複製。',
    notCopied: '瀏覽器不允許在此複製。文字已選取，請按 Ctrl+C 或 ⌘C。',
    close: '關閉',
    import: '匯入',
    importHint: '匯入 JSON 格式的標準，可選擇檔案或貼上文字。檢查無誤後寫入工作表「Tierbook schemes」。',
    importFile: '檔案',
    importText: '或貼上 JSON 文字',
    importing: '正在匯入…',
    imported: (scheme) => `「${scheme}」已寫入工作表「Tierbook schemes」，可以使用。`,
    importedAs: (scheme, id) =>
      `「${scheme}」已寫入工作表「Tierbook schemes」。原識別碼屬於內建標準，因此改用識別碼 ${id}。`,
    put: (scheme) => `「${scheme}」已寫入工作表「Tierbook schemes」。請在那裡修改，然後按「檢查」。`,
    nothingToImport: '請先選擇檔案，或貼上標準的 JSON 文字。',
    notJson: (place) =>
      place === null
        ? '這不是完整的 JSON 格式標準。請複製完整的文字，從第一個 { 到最後一個 }。'
        : `這不是有效的 JSON：第 ${place.line} 行第 ${place.column} 個字元處無法讀取。請在該處更正，或重新複製完整的文字，從第一個 { 到最後一個 }。`,
    notAScheme: '這不是分級標準。請選擇由 Tierbook 匯出的檔案。',
    tooLarge: (file, megabytes) =>
      `${file === null ? '文字' : `${file} `}過大，不像分級標準：共 ${megabytes} MB，最多可匯入 2 MB。是否選錯了檔案？`,
    notRead: (file) => `無法讀取 ${file}。請重新選擇，或貼上其中的文字。`,
    emptyFile: (file) => `${file} 是空白檔案。請另選一個，或貼上標準的 JSON 文字。`,
    importProblems: (count) => `沒有匯入，請先更正 ${formatDecimal(count, 0)} 處問題`,
    exists: (id) => `工作表中已有識別碼為 ${id} 的標準，要取代嗎？`,
    replace: '取代',
    keep: '保留',
    saving: '正在寫入工作表…',
    copySuffix: '（自訂）',
    loading: '正在載入標準…',
    loadFailed: '無法載入標準，請關閉側邊欄後重新開啟。',
  },
};
