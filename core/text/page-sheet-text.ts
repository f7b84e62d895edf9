import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What the local workspace's page *Sheet* says around the cells: menus, tabs, and what the add-on's script is doing. */
export interface PageSheetText {
  /** The two pages of the local workspace, and what they are together. */
  readonly pages: string;
  readonly sheetPage: string;
  readonly grid: string;
  /** How one leaves the cells with the keyboard. */
  readonly keys: string;
  /** The bar that shows what is in the selected cell. */
  readonly formulaBar: string;
  readonly selectedCells: string;
  readonly selectAll: string;
  /** A cell for those who hear it: its name, and what it shows. */
  cell(name: string, shown: string): string;
  readonly emptyCell: string;
  note(note: string): string;
  readonly undo: string;
  readonly redo: string;
  readonly edit: string;
  insertAbove(rows: number): string;
  insertBelow(rows: number): string;
  deleteRows(rows: number): string;
  hideRows(rows: number): string;
  readonly showRows: string;
  insertLeft(columns: number): string;
  insertRight(columns: number): string;
  deleteColumns(columns: number): string;
  hideColumns(columns: number): string;
  readonly showColumns: string;
  sortUp(column: string): string;
  sortDown(column: string): string;
  freeze(row: number): string;
  readonly unfreeze: string;
  readonly clear: string;
  readonly copy: string;
  readonly paste: string;
  /** Where the browser lets no page read the clipboard by itself. */
  readonly pasteByKey: string;
  readonly fitWidth: string;
  readonly sheets: string;
  readonly addSheet: string;
  sheetMenu(name: string): string;
  readonly rename: string;
  readonly newName: string;
  readonly duplicate: string;
  readonly deleteSheet: string;
  readonly hideSheet: string;
  readonly hiddenSheets: string;
  readonly sample: string;
  /** Under the menu when one is new here. */
  readonly hint: string;
  readonly closeHint: string;
  readonly running: string;
  readonly close: string;
  readonly ok: string;
  /** The buttons of a question. */
  readonly answers: Readonly<Record<'OK' | 'CANCEL' | 'YES' | 'NO', string>>;
  readonly cancel: string;
  readonly save: string;
  readonly addonPanel: string;
  scriptFailed(message: string): string;
  readonly copied: string;
  pasted(rows: number, columns: number): string;
  sum(value: string): string;
  count(cells: number): string;
  /**
   * A chart for those who hear it: its title (empty: none), and each label with its number (null: it has none); `series` is
   * empty where the chart has only one.
   */
  chart(
    title: string,
    points: readonly { readonly series: string; readonly label: string; readonly number: string | null }[],
  ): string;
  /** In the place of a chart that the page does not draw. */
  readonly chartElsewhere: string;
}

/** The words of the page *Sheet* by language. */
export const PAGE_SHEET_TEXT: ByLanguage<PageSheetText> = {
  en: {
    pages: 'Pages',
    sheetPage: 'Sheet',
    grid: 'Cells',
    keys: 'Arrows move, Shift with arrows selects, F2 edits, Shift+F10 opens the menu. Esc and then Tab leaves the cells.',
    formulaBar: 'Content of the cell',
    selectedCells: 'Selected cells',
    selectAll: 'Select all',
    cell: (name, shown) => `${name}: ${shown}`,
    emptyCell: 'empty',
    note: (note) => `Note: ${note}`,
    undo: 'Undo',
    redo: 'Redo',
    edit: 'Edit',
    insertAbove: (rows) => `Insert ${counted(rows, 'row', 'rows')} above`,
    insertBelow: (rows) => `Insert ${counted(rows, 'row', 'rows')} below`,
    deleteRows: (rows) => `Delete ${counted(rows, 'row', 'rows')}`,
    hideRows: (rows) => `Hide ${counted(rows, 'row', 'rows')}`,
    showRows: 'Show hidden rows',
    insertLeft: (columns) => `Insert ${counted(columns, 'column', 'columns')} left`,
    insertRight: (columns) => `Insert ${counted(columns, 'column', 'columns')} right`,
    deleteColumns: (columns) => `Delete ${counted(columns, 'column', 'columns')}`,
    hideColumns: (columns) => `Hide ${counted(columns, 'column', 'columns')}`,
    showColumns: 'Show hidden columns',
    sortUp: (column) => `Sort by column ${column}, A to Z`,
    sortDown: (column) => `Sort by column ${column}, Z to A`,
    freeze: (row) => `Freeze up to row ${row}`,
    unfreeze: 'Freeze no rows',
    clear: 'Clear cells',
    copy: 'Copy',
    paste: 'Paste',
    pasteByKey: 'The browser does not let the page read the clipboard. Click a cell and press Ctrl+V or ⌘V.',
    fitWidth: 'Fit width to content',
    sheets: 'Sheets',
    addSheet: 'Add a sheet',
    sheetMenu: (name) => `Menu of sheet ${name}`,
    rename: 'Rename',
    newName: 'New name',
    duplicate: 'Duplicate',
    deleteSheet: 'Delete sheet',
    hideSheet: 'Hide sheet',
    hiddenSheets: 'Hidden sheets',
    sample: 'Sample table in a new sheet',
    hint: 'Grade this sample from the Tierbook menu, or paste a table of your own from Excel or Google Sheets. It stays on this computer.',
    closeHint: 'Close this hint',
    running: 'Tierbook is working…',
    close: 'Close',
    ok: 'OK',
    answers: { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No' },
    cancel: 'Cancel',
    save: 'Save',
    addonPanel: 'Add-on',
    scriptFailed: (message) => `The add-on stopped with an error: ${message}`,
    copied: 'Copied.',
    pasted: (rows, columns) => `Pasted ${counted(rows, 'row', 'rows')} × ${counted(columns, 'column', 'columns')}.`,
    sum: (value) => `Sum: ${value}`,
    count: (cells) => `Count: ${formatDecimal(cells, 0)}`,
    chart: (title, points) => {
      const spoken = points.map(({ label, number, series }) => {
        const name = [series, label].filter(Boolean).join(', ');
        return `${name}: ${number ?? 'no number'}`;
      });
      return `${title === '' ? 'Chart' : `Chart “${title}”`}. ${spoken.join('; ')}`;
    },
    chartElsewhere: 'This kind of chart is shown in Google Sheets only.',
  },
  'zh-CN': {
    pages: '页面',
    sheetPage: '表格',
    grid: '单元格',
    keys: '方向键移动，按住 Shift 选择，F2 编辑，Shift+F10 打开菜单。先按 Esc 再按 Tab 可离开单元格。',
    formulaBar: '单元格内容',
    selectedCells: '选中的单元格',
    selectAll: '全选',
    cell: (name, shown) => `${name}：${shown}`,
    emptyCell: '空',
    note: (note) => `备注：${note}`,
    undo: '撤销',
    redo: '重做',
    edit: '编辑',
    insertAbove: (rows) => `在上方插入 ${rows} 行`,
    insertBelow: (rows) => `在下方插入 ${rows} 行`,
    deleteRows: (rows) => `删除 ${rows} 行`,
    hideRows: (rows) => `隐藏 ${rows} 行`,
    showRows: '显示隐藏的行',
    insertLeft: (columns) => `在左侧插入 ${columns} 列`,
    insertRight: (columns) => `在右侧插入 ${columns} 列`,
    deleteColumns: (columns) => `删除 ${columns} 列`,
    hideColumns: (columns) => `隐藏 ${columns} 列`,
    showColumns: '显示隐藏的列',
    sortUp: (column) => `按 ${column} 列升序排列`,
    sortDown: (column) => `按 ${column} 列降序排列`,
    freeze: (row) => `冻结至第 ${row} 行`,
    unfreeze: '取消冻结行',
    clear: '清除内容',
    copy: '复制',
    paste: '粘贴',
    pasteByKey: '浏览器不允许页面读取剪贴板。请点选一个单元格，再按 Ctrl+V 或 ⌘V。',
    fitWidth: '列宽适应内容',
    sheets: '工作表',
    addSheet: '添加工作表',
    sheetMenu: (name) => `工作表“${name}”的菜单`,
    rename: '重命名',
    newName: '新名称',
    duplicate: '创建副本',
    deleteSheet: '删除工作表',
    hideSheet: '隐藏工作表',
    hiddenSheets: '隐藏的工作表',
    sample: '在新工作表中放一份示例',
    hint: '用 Tierbook 菜单给这份示例定级，或者从 Excel、Google 表格粘贴您自己的表。数据只留在这台电脑上。',
    closeHint: '关闭提示',
    running: 'Tierbook 正在处理…',
    close: '关闭',
    ok: '确定',
    answers: { OK: '确定', CANCEL: '取消', YES: '是', NO: '否' },
    cancel: '取消',
    save: '保存',
    addonPanel: '插件',
    scriptFailed: (message) => `插件出错停止：${message}`,
    copied: '已复制。',
    pasted: (rows, columns) => `已粘贴 ${formatDecimal(rows, 0)} 行 × ${formatDecimal(columns, 0)} 列。`,
    sum: (value) => `求和：${value}`,
    count: (cells) => `计数：${formatDecimal(cells, 0)}`,
    chart: (title, points) => {
      const spoken = points.map(({ label, number, series }) => {
        const name = [series, label].filter(Boolean).join('，');
        return `${name}：${number ?? '无数值'}`;
      });
      return `图表${title === '' ? '' : `“${title}”`}。${spoken.join('；')}`;
    },
    chartElsewhere: '此类图表仅在 Google 表格中显示。',
  },
  'zh-TW': {
    pages: '頁面',
    sheetPage: '試算表',
    grid: '儲存格',
    keys: '方向鍵移動，按住 Shift 選取，F2 編輯，Shift+F10 開啟選單。先按 Esc 再按 Tab 可離開儲存格。',
    formulaBar: '儲存格內容',
    selectedCells: '選取的儲存格',
    selectAll: '全選',
    cell: (name, shown) => `${name}：${shown}`,
    emptyCell: '空白',
    note: (note) => `附註：${note}`,
    undo: '復原',
    redo: '重做',
    edit: '編輯',
    insertAbove: (rows) => `在上方插入 ${rows} 列`,
    insertBelow: (rows) => `在下方插入 ${rows} 列`,
    deleteRows: (rows) => `刪除 ${rows} 列`,
    hideRows: (rows) => `隱藏 ${rows} 列`,
    showRows: '顯示隱藏的列',
    insertLeft: (columns) => `在左側插入 ${columns} 欄`,
    insertRight: (columns) => `在右側插入 ${columns} 欄`,
    deleteColumns: (columns) => `刪除 ${columns} 欄`,
    hideColumns: (columns) => `隱藏 ${columns} 欄`,
    showColumns: '顯示隱藏的欄',
    sortUp: (column) => `依 ${column} 欄遞增排序`,
    sortDown: (column) => `依 ${column} 欄遞減排序`,
    freeze: (row) => `凍結至第 ${row} 列`,
    unfreeze: '取消凍結列',
    clear: '清除內容',
    copy: '複製',
    paste: '貼上',
    pasteByKey: '瀏覽器不允許頁面讀取剪貼簿。請點選一個儲存格，再按 Ctrl+V 或 ⌘V。',
    fitWidth: '欄寬配合內容',
    sheets: '工作表',
    addSheet: '新增工作表',
    sheetMenu: (name) => `工作表「${name}」的選單`,
    rename: '重新命名',
    newName: '新名稱',
    duplicate: '建立副本',
    deleteSheet: '刪除工作表',
    hideSheet: '隱藏工作表',
    hiddenSheets: '隱藏的工作表',
    sample: '在新工作表中放一份範例',
    hint: '用 Tierbook 選單替這份範例定級，或從 Excel、Google 試算表貼上您自己的表格。資料只留在這台電腦上。',
    closeHint: '關閉提示',
    running: 'Tierbook 處理中…',
    close: '關閉',
    ok: '確定',
    answers: { OK: '確定', CANCEL: '取消', YES: '是', NO: '否' },
    cancel: '取消',
    save: '儲存',
    addonPanel: '外掛程式',
    scriptFailed: (message) => `外掛程式發生錯誤而停止：${message}`,
    copied: '已複製。',
    pasted: (rows, columns) => `已貼上 ${formatDecimal(rows, 0)} 列 × ${formatDecimal(columns, 0)} 欄。`,
    sum: (value) => `總和：${value}`,
    count: (cells) => `計數：${formatDecimal(cells, 0)}`,
    chart: (title, points) => {
      const spoken = points.map(({ label, number, series }) => {
        const name = [series, label].filter(Boolean).join('，');
        return `${name}：${number ?? '無數值'}`;
      });
      return `圖表${title === '' ? '' : `「${title}」`}。${spoken.join('；')}`;
    },
    chartElsewhere: '此類圖表僅在 Google 試算表中顯示。',
  },
};
