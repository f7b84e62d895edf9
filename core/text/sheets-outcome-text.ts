import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** What the sidebar of the Sheets add-on says while it grades and of what came of it. */
export interface SheetsOutcomeText {
  readonly grading: string;
  readonly gradingHint: string;
  readonly progress: string;
  readonly steps: Readonly<Record<'reading' | 'grading' | 'writing' | 'colouring', string>>;
  /** @param percent such as `50 %` */
  announced(step: string, percent: string): string;
  graded(customers: number): string;
  readonly nothingChanged: string;
  written(cells: number): string;
  readonly moves: string;
  upgrades(count: number): string;
  downgrades(count: number): string;
  move(from: string, to: string): string;
  overridden(count: number): string;
  readonly overriddenHint: string;
  /** @param tier that the person typed; @param computed that the scheme gives, empty for none */
  override(tier: string, computed: string): string;
  reviewed(count: number): string;
  /** What grading has overwritten. @param cells such as `K7, L9` @param more further ones, 0 for none */
  overwritten(cells: string, more: number): string;
  readonly skipped: Readonly<Record<'colours' | 'notes' | 'formats', string>>;
  readonly undo: string;
  readonly summary: string;
  readonly gradeAgain: string;
  readonly backToTable: string;
  readonly undoing: string;
  readonly undone: string;
  undoneCells(cells: number): string;
  /** @param headings of columns that somebody has deleted */
  stayGone(headings: string): string;
  readonly editedTitle: string;
  /** @param count cells that somebody changed after grading */
  editedHint(count: number): string;
  /** Either may be empty. */
  editedCell(now: string, former: string): string;
  readonly overwrite: string;
  readonly keep: string;
  readonly kept: string;
  readonly summarising: string;
  readonly summaryTitle: string;
  summaryDone(sheet: string): string;
  readonly failedTitle: string;
  readonly failures: Readonly<Record<'offline' | 'time-out' | 'threw', string>>;
  readonly cannotStart: string;
  readonly tryAgain: string;
  readonly checkingScheme: string;
  schemeUnsound(scheme: string): string;
}

/** The sentences by language. */
export const SHEETS_OUTCOME_TEXT: ByLanguage<SheetsOutcomeText> = {
  en: {
    grading: 'Grading',
    gradingHint: 'Long tables take up to a few minutes. Please do not sort or delete rows meanwhile.',
    progress: 'Progress of grading',
    steps: {
      reading: 'Reading the table',
      grading: 'Grading the customers',
      writing: 'Writing the columns',
      colouring: 'Colouring the tiers',
    },
    announced: (step, percent) => `${step}, ${percent}`,
    graded: (customers) => `Graded ${counted(customers, 'customer', 'customers')}`,
    nothingChanged: 'Nothing had changed, so nothing was written.',
    written: (cells) => `${counted(cells, 'cell was', 'cells were')} written.`,
    moves: 'Who moved',
    upgrades: (count) => `${formatDecimal(count, 0)} up`,
    downgrades: (count) => `${formatDecimal(count, 0)} down`,
    move: (from, to) => `${from} → ${to}`,
    overridden: (count) => `${counted(count, 'tier', 'tiers')} typed by a person, kept`,
    overriddenHint: 'Empty such a cell and grade again to get the computed tier back.',
    override: (tier, computed) =>
      computed === '' ? `${tier}; the scheme gives none` : `${tier}; the scheme gives ${computed}`,
    reviewed: (count) => `${counted(count, 'customer', 'customers')} for review`,
    overwritten: (cells, more) =>
      `Somebody had edited Tierbook’s columns. Overwritten: ${cells}${more > 0 ? ` and ${formatDecimal(more, 0)} more` : ''}. Undo brings back what stood there.`,
    skipped: {
      colours: 'The sheet did not take the colours of the tiers; the letters are there.',
      notes: 'The sheet did not take notes on the cells in question; they are listed here.',
      formats: 'The sheet did not take the formats of the new columns; the values are there.',
    },
    undo: 'Undo',
    summary: 'Summary sheet',
    gradeAgain: 'Grade again',
    backToTable: 'Back to the table',
    undoing: 'Undoing the last grading…',
    undone: 'The last grading was undone',
    undoneCells: (cells) =>
      cells === 0
        ? 'Tierbook’s columns are as they were before.'
        : `Tierbook’s columns are as they were before: ${counted(cells, 'cell was', 'cells were')} restored.`,
    stayGone: (headings) =>
      `Deleted by somebody since, and not brought back by undo: ${headings}. Grading again makes such columns anew.`,
    editedTitle: 'Undo would overwrite something',
    editedHint: (count) =>
      count === 1
        ? 'Since the last grading somebody changed 1 cell of Tierbook’s columns. Undo would overwrite it.'
        : `Since the last grading somebody changed ${formatDecimal(count, 0)} cells of Tierbook’s columns. Undo would overwrite them.`,
    editedCell: (now, former) =>
      `${now === '' ? 'now empty' : `now “${now}”`}, ${former === '' ? 'would be empty' : `would be “${former}”`}`,
    overwrite: 'Overwrite',
    keep: 'Keep',
    kept: 'Nothing was undone.',
    summarising: 'Making the summary…',
    summaryTitle: 'The summary is ready',
    summaryDone: (sheet) => `It stands in the sheet “${sheet}” and follows the graded table.`,
    failedTitle: 'That did not work',
    failures: {
      offline: 'There is no connection to Google Sheets. Check it and try again; nothing you entered is lost.',
      'time-out':
        'Google Sheets has not answered for a long time. It may have finished all the same; trying again puts everything right.',
      threw: 'Google Sheets stopped Tierbook. Try again; if it happens again, reload the page.',
    },
    cannotStart: 'Tierbook cannot start in this browser. Please update the browser and open the sidebar again.',
    tryAgain: 'Try again',
    checkingScheme: 'Checking the scheme…',
    schemeUnsound: (scheme) =>
      `“${scheme}” was changed and has problems now, so nothing was graded. Mend them and grade again.`,
  },
  'zh-CN': {
    grading: '正在定级',
    gradingHint: '表格较长时可能需要几分钟，其间请不要排序或删除行。',
    progress: '定级进度',
    steps: {
      reading: '正在读取表格',
      grading: '正在为客户定级',
      writing: '正在写入各列',
      colouring: '正在为等级着色',
    },
    announced: (step, percent) => `${step}，${percent}`,
    graded: (customers) => `已为 ${formatDecimal(customers, 0)} 个客户定级`,
    nothingChanged: '没有变化，因此没有写入任何内容。',
    written: (cells) => `写入了 ${formatDecimal(cells, 0)} 个单元格。`,
    moves: '等级变动',
    upgrades: (count) => `升级 ${formatDecimal(count, 0)} 个`,
    downgrades: (count) => `降级 ${formatDecimal(count, 0)} 个`,
    move: (from, to) => `${from} → ${to}`,
    overridden: (count) => `保留了 ${formatDecimal(count, 0)} 个手工填写的等级`,
    overriddenHint: '清空该单元格后重新定级，即可恢复计算出的等级。',
    override: (tier, computed) => (computed === '' ? `${tier}；按标准没有等级` : `${tier}；按标准为 ${computed}`),
    reviewed: (count) => `${formatDecimal(count, 0)} 个客户待复核`,
    overwritten: (cells, more) =>
      `Tierbook 的列被人改动过，以下单元格已被覆盖：${cells}${more > 0 ? `，另有 ${formatDecimal(more, 0)} 个` : ''}。点“撤销”可恢复原来的内容。`,
    skipped: {
      colours: '无法在此工作表中设置等级颜色，等级字母已写入。',
      notes: '无法在此工作表中添加备注，有问题的单元格列在下方。',
      formats: '无法设置新列的格式，内容已写入。',
    },
    undo: '撤销',
    summary: '汇总表',
    gradeAgain: '重新定级',
    backToTable: '返回表格',
    undoing: '正在撤销上次定级…',
    undone: '已撤销上次定级',
    undoneCells: (cells) =>
      cells === 0
        ? 'Tierbook 的列已恢复原状。'
        : `Tierbook 的列已恢复原状，共恢复 ${formatDecimal(cells, 0)} 个单元格。`,
    stayGone: (headings) => `${headings} 列后来被人删除，撤销不会恢复；重新定级会再次生成。`,
    editedTitle: '撤销会覆盖后来的改动',
    editedHint: (count) =>
      `上次定级之后，有人改动了 Tierbook 列中的 ${formatDecimal(count, 0)} 个单元格，撤销会覆盖这些改动。`,
    editedCell: (now, former) =>
      `${now === '' ? '现在为空' : `现在是“${now}”`}，${former === '' ? '将变为空' : `将变为“${former}”`}`,
    overwrite: '覆盖',
    keep: '保留',
    kept: '没有撤销。',
    summarising: '正在生成汇总…',
    summaryTitle: '汇总已完成',
    summaryDone: (sheet) => `汇总在工作表“${sheet}”中，会随定级表格更新。`,
    failedTitle: '没有成功',
    failures: {
      offline: '无法连接 Google 表格。请检查网络后重试，您填写的内容不会丢失。',
      'time-out': 'Google 表格很久没有回应，操作也许已经完成。重试即可恢复正常。',
      threw: 'Google 表格中止了 Tierbook。请重试；如果再次出现，请刷新页面。',
    },
    cannotStart: 'Tierbook 无法在此浏览器中启动，请更新浏览器后重新打开侧边栏。',
    tryAgain: '重试',
    checkingScheme: '正在检查标准…',
    schemeUnsound: (scheme) => `“${scheme}”有改动，且存在问题，因此没有定级。请更正后重新定级。`,
  },
  'zh-TW': {
    grading: '正在定級',
    gradingHint: '表格較長時可能需要幾分鐘，期間請不要排序或刪除列。',
    progress: '定級進度',
    steps: {
      reading: '正在讀取表格',
      grading: '正在為客戶定級',
      writing: '正在寫入各欄',
      colouring: '正在為等級上色',
    },
    announced: (step, percent) => `${step}，${percent}`,
    graded: (customers) => `已為 ${formatDecimal(customers, 0)} 位客戶定級`,
    nothingChanged: '沒有變動，因此沒有寫入任何內容。',
    written: (cells) => `寫入了 ${formatDecimal(cells, 0)} 個儲存格。`,
    moves: '等級變動',
    upgrades: (count) => `升級 ${formatDecimal(count, 0)} 位`,
    downgrades: (count) => `降級 ${formatDecimal(count, 0)} 位`,
    move: (from, to) => `${from} → ${to}`,
    overridden: (count) => `保留了 ${formatDecimal(count, 0)} 個手動填寫的等級`,
    overriddenHint: '清空該儲存格後重新定級，即可恢復計算出的等級。',
    override: (tier, computed) => (computed === '' ? `${tier}；依標準沒有等級` : `${tier}；依標準為 ${computed}`),
    reviewed: (count) => `${formatDecimal(count, 0)} 位客戶待複核`,
    overwritten: (cells, more) =>
      `Tierbook 的欄被人改動過，以下儲存格已被覆蓋：${cells}${more > 0 ? `，另有 ${formatDecimal(more, 0)} 個` : ''}。按「復原」可恢復原來的內容。`,
    skipped: {
      colours: '無法在此工作表中設定等級顏色，等級字母已寫入。',
      notes: '無法在此工作表中新增附註，有問題的儲存格列在下方。',
      formats: '無法設定新欄的格式，內容已寫入。',
    },
    undo: '復原',
    summary: '彙總表',
    gradeAgain: '重新定級',
    backToTable: '返回表格',
    undoing: '正在復原上次定級…',
    undone: '已復原上次定級',
    undoneCells: (cells) =>
      cells === 0
        ? 'Tierbook 的欄已回到原狀。'
        : `Tierbook 的欄已回到原狀，共復原 ${formatDecimal(cells, 0)} 個儲存格。`,
    stayGone: (headings) => `${headings} 欄後來被人刪除，復原不會恢復；重新定級會再次產生。`,
    editedTitle: '復原會覆寫後來的變更',
    editedHint: (count) =>
      `上次定級之後，有人變更了 Tierbook 欄中的 ${formatDecimal(count, 0)} 個儲存格，復原會覆寫這些變更。`,
    editedCell: (now, former) =>
      `${now === '' ? '現在是空的' : `現在是「${now}」`}，${former === '' ? '將變為空白' : `將變為「${former}」`}`,
    overwrite: '覆寫',
    keep: '保留',
    kept: '沒有復原。',
    summarising: '正在產生彙總表…',
    summaryTitle: '彙總表已完成',
    summaryDone: (sheet) => `彙總表在工作表「${sheet}」中，會隨定級表格更新。`,
    failedTitle: '沒有成功',
    failures: {
      offline: '無法連線到 Google 試算表。請檢查網路後再試一次，您填寫的內容不會遺失。',
      'time-out': 'Google 試算表很久沒有回應，作業也許已經完成。再試一次即可恢復正常。',
      threw: 'Google 試算表中止了 Tierbook。請再試一次；如果又發生，請重新整理頁面。',
    },
    cannotStart: 'Tierbook 無法在這個瀏覽器中啟動，請更新瀏覽器後重新開啟側邊欄。',
    tryAgain: '再試一次',
    checkingScheme: '正在檢查標準…',
    schemeUnsound: (scheme) => `「${scheme}」有變更，而且有問題，因此沒有定級。請更正後重新定級。`,
  },
};
