import type { ByLanguage } from './language.ts';

/** Why the workbook of the page *Sheet* did not take an edit. */
export type SheetRefusalCode =
  | 'protected'
  | 'cell-too-long'
  | 'too-many-cells'
  | 'sheet-title'
  | 'last-sheet'
  | 'last-row-or-column'
  | 'cuts-a-block'
  | 'out-of-bounds'
  | 'no-such-sheet'
  | 'nothing-to-undo'
  | 'nothing-to-redo'
  | 'other';

/** What is said of an edit that the workbook refuses. `detail` is what it is about: a range's or sheet's name. */
export const SHEET_REFUSAL_TEXT: ByLanguage<Readonly<Record<SheetRefusalCode, (detail: string) => string>>> = {
  en: {
    protected: (detail) => `“${detail}” is protected and cannot be changed. Ask its owner, or use another place.`,
    'cell-too-long': () => 'A cell holds at most 50,000 characters. Shorten the text and try again.',
    'too-many-cells': () => 'A workbook holds at most ten million cells. Delete what you do not need first.',
    'sheet-title': () => 'A sheet needs a name of its own, at most 100 characters long. Choose another name.',
    'last-sheet': () => 'One sheet has to stay in sight. Add another one first.',
    'last-row-or-column': () => 'One row and one column have to stay. Select fewer.',
    'cuts-a-block': () => 'Merged cells are in the way. Select them whole, or sort other rows.',
    'out-of-bounds': () => 'These cells are no longer there. Select again.',
    'no-such-sheet': () => 'This sheet is no longer there: someone has deleted it. Choose another one below.',
    'nothing-to-undo': () =>
      'There is nothing of yours to undo: the last change was someone else’s or the add-on’s. A grading is undone in the Tierbook menu.',
    'nothing-to-redo': () => 'There is nothing of yours to redo: the workbook has changed since.',
    other: () => 'The workbook did not take this. Select again and retry.',
  },
  'zh-CN': {
    protected: (detail) => `“${detail}”受保护，不能修改。请联系所有者，或换个位置。`,
    'cell-too-long': () => '一个单元格最多 50,000 个字符。请缩短文字后重试。',
    'too-many-cells': () => '一个工作簿最多一千万个单元格。请先删除不需要的内容。',
    'sheet-title': () => '工作表名称不能重复，最多 100 个字符。请换一个名称。',
    'last-sheet': () => '至少要留一个可见的工作表。请先添加一个。',
    'last-row-or-column': () => '至少要留一行和一列。请少选一些。',
    'cuts-a-block': () => '这里有合并的单元格。请完整选中它们，或换几行排序。',
    'out-of-bounds': () => '这些单元格已经不在了。请重新选择。',
    'no-such-sheet': () => '这个工作表已经不在了，可能被人删除了。请在下方选择其他工作表。',
    'nothing-to-undo': () => '没有可撤销的操作：最后一次改动是别人或插件做的。定级可在 Tierbook 菜单里撤销。',
    'nothing-to-redo': () => '没有可重做的操作：工作簿之后又有改动。',
    other: () => '工作簿没有接受这个操作。请重新选择后再试。',
  },
  'zh-TW': {
    protected: (detail) => `「${detail}」受保護，無法修改。請聯絡擁有者，或換個位置。`,
    'cell-too-long': () => '一個儲存格最多 50,000 個字元。請縮短文字後再試。',
    'too-many-cells': () => '一份試算表最多一千萬個儲存格。請先刪除不需要的內容。',
    'sheet-title': () => '工作表名稱不能重複，最多 100 個字元。請換一個名稱。',
    'last-sheet': () => '至少要留一個看得到的工作表。請先新增一個。',
    'last-row-or-column': () => '至少要留一列和一欄。請少選一些。',
    'cuts-a-block': () => '這裡有合併的儲存格。請完整選取，或換幾列排序。',
    'out-of-bounds': () => '這些儲存格已經不在了。請重新選取。',
    'no-such-sheet': () => '這個工作表已經不在了，可能被人刪除了。請在下方選擇其他工作表。',
    'nothing-to-undo': () => '沒有可復原的動作：最後一次變更是別人或外掛程式做的。定級可在 Tierbook 選單中復原。',
    'nothing-to-redo': () => '沒有可重做的動作：試算表之後又有變更。',
    other: () => '試算表沒有接受這個動作。請重新選取後再試。',
  },
};
