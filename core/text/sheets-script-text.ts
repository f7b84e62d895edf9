import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** Columns that the add-on writes beside a table, segments aside. */
export type OwnHeading = 'tier' | 'score' | 'why' | 'nextTier' | 'review' | 'nextFollowUp';

/** What grading from the menu says in one sentence. */
export interface GradedCounts {
  readonly customers: number;
  readonly cellsWritten: number;
  readonly upgrades: number;
  readonly downgrades: number;
  readonly forReview: number;
}

/** What the add-on's script says itself: menu, headings, marks in cells, and why it did nothing. */
export interface SheetsScriptText {
  readonly menu: {
    readonly grade: string;
    readonly again: string;
    readonly undo: string;
    readonly summary: string;
    readonly schemes: string;
    readonly help: string;
  };
  readonly headings: Readonly<Record<OwnHeading, string>>;
  /** In Review, of a tier that somebody typed over. @param tier what the scheme gives; empty for none */
  overridden(tier: string): string;
  graded(counts: GradedCounts): string;
  readonly unchanged: string;
  undone(cells: number): string;
  /** Asked before an undo that would lose what somebody typed. */
  undoLoses(cells: number, example: string): string;
  readonly busy: string;
  /** @param description the owner's words for the range; empty for none */
  isProtected(range: string, description: string): string;
  readonly unusable: string;
  readonly noRoom: string;
  noSuchScheme(id: string): string;
  schemeChanged(id: string): string;
  readonly nothingToUndo: string;
  readonly changedMeanwhile: string;
  failed(message: string): string;
}

/** The script's words in every language. */
export const SHEETS_SCRIPT_TEXT: ByLanguage<SheetsScriptText> = {
  en: {
    menu: {
      grade: 'Grade this table',
      again: 'Grade again',
      undo: 'Undo last grading',
      summary: 'Summary sheet',
      schemes: 'Schemes',
      help: 'Help',
    },
    headings: {
      tier: 'Tier',
      score: 'Score',
      why: 'Why',
      nextTier: 'To next tier',
      review: 'Review',
      nextFollowUp: 'Next follow-up',
    },
    overridden: (tier) =>
      tier === '' ? 'Tier set by hand; the scheme gives none.' : `Tier set by hand; the scheme gives ${tier}.`,
    graded: ({ customers, cellsWritten, upgrades, downgrades, forReview }) =>
      `${counted(customers, 'customer', 'customers')} graded, ${counted(cellsWritten, 'cell', 'cells')} changed: ` +
      `${upgrades} up, ${downgrades} down, ${forReview} for review.`,
    unchanged: 'Graded again: nothing has changed.',
    undone: (cells) => `The last grading is undone (${counted(cells, 'cell', 'cells')}).`,
    undoLoses: (cells, example) =>
      `Since the last grading somebody edited ${counted(cells, 'cell', 'cells')} that undoing would overwrite (${example}). Undo all the same?`,
    busy: 'Somebody else is grading this spreadsheet just now. Try again in a minute.',
    isProtected: (range, description) =>
      `${range}${description === '' ? '' : ` (“${description}”)`} is protected and you may not edit it, so nothing was written. Ask its owner for access and grade again.`,
    unusable: 'No table could be graded here. The sidebar says why.',
    noRoom: 'The spreadsheet has no room for more cells. Delete empty rows or columns and grade again.',
    noSuchScheme: (id) => `There is no scheme “${id}” any more. Choose another one.`,
    schemeChanged: (id) => `The scheme “${id}” has been edited since it was checked. Press Check first.`,
    nothingToUndo: 'There is no grading of this table to undo.',
    changedMeanwhile: 'The sheet has changed in the meantime. Look at the table again and repeat.',
    failed: (message) => `Google Sheets did not carry this out (${message}). Grade again to complete it.`,
  },
  'zh-CN': {
    menu: {
      grade: '为此表格分级',
      again: '重新分级',
      undo: '撤销上次分级',
      summary: '汇总表',
      schemes: '分级标准',
      help: '帮助',
    },
    headings: {
      tier: '等级',
      score: '得分',
      why: '原因',
      nextTier: '升级条件',
      review: '复核',
      nextFollowUp: '下次跟进',
    },
    overridden: (tier) => (tier === '' ? '等级为人工填写；按标准无法定级。' : `等级为人工填写；按标准应为 ${tier}。`),
    graded: ({ customers, cellsWritten, upgrades, downgrades, forReview }) =>
      `已为 ${formatDecimal(customers, 0)} 家客户分级，更新 ${formatDecimal(cellsWritten, 0)} 个单元格：升级 ${upgrades}，降级 ${downgrades}，待复核 ${forReview}。`,
    unchanged: '已重新分级，没有任何变化。',
    undone: (cells) => `已撤销上次分级（${formatDecimal(cells, 0)} 个单元格）。`,
    undoLoses: (cells, example) =>
      `上次分级之后有 ${formatDecimal(cells, 0)} 个单元格被改过，撤销会覆盖这些内容（${example}）。仍要撤销吗？`,
    busy: '有人正在为此电子表格分级，请稍后再试。',
    isProtected: (range, description) =>
      `${range}${description === '' ? '' : `（“${description}”）`}受保护，您无权编辑，因此没有写入任何内容。请向其所有者申请权限后再分级。`,
    unusable: '这里没有可以分级的表格，原因请看侧边栏。',
    noRoom: '电子表格的单元格数已达上限，请删除空白行或列后再分级。',
    noSuchScheme: (id) => `分级标准“${id}”已不存在，请另选一个。`,
    schemeChanged: (id) => `分级标准“${id}”在检查之后被修改过，请先点“检查”。`,
    nothingToUndo: '此表格没有可以撤销的分级。',
    changedMeanwhile: '工作表刚刚有变动，请重新查看表格后再操作。',
    failed: (message) => `Google 表格未能完成操作（${message}）。再次分级即可补全。`,
  },
  'zh-TW': {
    menu: {
      grade: '為此表格分級',
      again: '重新分級',
      undo: '復原上次分級',
      summary: '彙總表',
      schemes: '分級標準',
      help: '說明',
    },
    headings: {
      tier: '等級',
      score: '得分',
      why: '原因',
      nextTier: '升級條件',
      review: '複核',
      nextFollowUp: '下次跟進',
    },
    overridden: (tier) => (tier === '' ? '等級為人工填寫；依標準無法定級。' : `等級為人工填寫；依標準應為 ${tier}。`),
    graded: ({ customers, cellsWritten, upgrades, downgrades, forReview }) =>
      `已為 ${formatDecimal(customers, 0)} 家客戶分級，更新 ${formatDecimal(cellsWritten, 0)} 個儲存格：升級 ${upgrades}，降級 ${downgrades}，待複核 ${forReview}。`,
    unchanged: '已重新分級，沒有任何變化。',
    undone: (cells) => `已復原上次分級（${formatDecimal(cells, 0)} 個儲存格）。`,
    undoLoses: (cells, example) =>
      `上次分級之後有 ${formatDecimal(cells, 0)} 個儲存格被改過，復原會覆蓋這些內容（${example}）。仍要復原嗎？`,
    busy: '有人正在為此試算表分級，請稍後再試。',
    isProtected: (range, description) =>
      `${range}${description === '' ? '' : `（「${description}」）`}受保護，您無權編輯，因此沒有寫入任何內容。請向其擁有者申請權限後再分級。`,
    unusable: '這裡沒有可以分級的表格，原因請看側邊欄。',
    noRoom: '試算表的儲存格數已達上限，請刪除空白列或欄後再分級。',
    noSuchScheme: (id) => `分級標準「${id}」已不存在，請另選一個。`,
    schemeChanged: (id) => `分級標準「${id}」在檢查之後被修改過，請先按「檢查」。`,
    nothingToUndo: '此表格沒有可以復原的分級。',
    changedMeanwhile: '工作表剛剛有變動，請重新檢視表格後再操作。',
    failed: (message) => `Google 試算表未能完成操作（${message}）。再次分級即可補齊。`,
  },
};
