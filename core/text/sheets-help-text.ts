import type { ByLanguage } from './language.ts';
import type { OwnHeading } from './sheets-script-text.ts';

/** The help of the Sheets add-on's sidebar. */
export interface SheetsHelpText {
  readonly title: string;
  readonly howTitle: string;
  /** `{grade}`: the menu's item. */
  readonly steps: readonly string[];
  readonly columnsTitle: string;
  readonly columns: Readonly<Record<OwnHeading, string>>;
  readonly yourOwn: string;
  readonly overrideTitle: string;
  readonly override: readonly string[];
  readonly formulasTitle: string;
  readonly formulas: readonly { readonly formula: string; readonly meaning: string }[];
  readonly formulaHint: string;
  readonly schemesTitle: string;
  readonly schemes: string;
}

/** The help by language. */
export const SHEETS_HELP_TEXT: ByLanguage<SheetsHelpText> = {
  en: {
    title: 'Help',
    howTitle: 'How to grade',
    steps: [
      'Click any cell of your table and choose Extensions → Tierbook → {grade}.',
      'Look at how the columns were read and correct what is wrong.',
      'Press Grade. Tierbook writes only its own columns, to the right of yours.',
    ],
    columnsTitle: 'What the columns mean',
    columns: {
      tier: 'the tier by the scheme, or the one that you typed',
      score: '0 to 100, where the scheme counts points',
      why: 'what decided, the weightiest first',
      nextTier: 'the smallest change that reaches a better tier',
      review: 'what a person should look at',
      nextFollowUp: 'when the customer should hear from you next',
    },
    yourOwn: 'You may move, hide, rename and sort these columns. Your own cells are never changed.',
    overrideTitle: 'If you know better',
    override: [
      'Type your tier over the computed one. It is kept when you grade again, and Review says what the scheme gives.',
      'Empty the cell and grade again to get the computed tier back.',
    ],
    formulasTitle: 'Formulas',
    formulas: [
      { formula: '=TIER(A1:F)', meaning: 'the tier of every row, headings included in the range' },
      { formula: '=TIER(A1:F, "medal")', meaning: 'by another scheme' },
      { formula: '=TIER_SCORE(A1:F)', meaning: 'the score' },
      { formula: '=TIER_WHY(A1:F)', meaning: 'the reasons' },
    ],
    formulaHint: 'In some countries a semicolon stands in place of the comma.',
    schemesTitle: 'Your own scheme',
    schemes:
      'Under Schemes, put a built-in one into a sheet, edit its criteria, weights, bands and cut-offs there, and press Check.',
  },
  'zh-CN': {
    title: '帮助',
    howTitle: '如何定级',
    steps: [
      '点一下表格中的任意单元格，选择“扩展程序 → Tierbook → {grade}”。',
      '检查各列是否识别正确，有误的请更正。',
      '点“定级”。Tierbook 只在表格右侧写入自己的列。',
    ],
    columnsTitle: '各列的含义',
    columns: {
      tier: '按标准得出的等级，或您手工填写的等级',
      score: '0 到 100 分（仅限计分的标准）',
      why: '决定等级的因素，影响最大的在前',
      nextTier: '升到上一级所需的最小改动',
      review: '需要人工确认的内容',
      nextFollowUp: '下次应联系客户的日期',
    },
    yourOwn: '这些列可以移动、隐藏、改名和排序。您自己的单元格从不改动。',
    overrideTitle: '如果您有不同判断',
    override: [
      '直接把等级改成您认为合适的。重新定级时会保留，“复核”列会注明按标准应得的等级。',
      '清空该单元格后重新定级，即可恢复计算出的等级。',
    ],
    formulasTitle: '公式',
    formulas: [
      { formula: '=TIER(A1:F)', meaning: '每一行的等级，区域须包含表头' },
      { formula: '=TIER(A1:F, "medal")', meaning: '按其他标准' },
      { formula: '=TIER_SCORE(A1:F)', meaning: '得分' },
      { formula: '=TIER_WHY(A1:F)', meaning: '原因' },
    ],
    formulaHint: '在部分国家和地区，公式中用分号代替逗号。',
    schemesTitle: '自己的标准',
    schemes: '在“标准”中把一份内置标准放到工作表里，在那里修改指标、权重、分段和分数线，然后点“检查”。',
  },
  'zh-TW': {
    title: '說明',
    howTitle: '如何定級',
    steps: [
      '按一下表格中的任一儲存格，選擇「擴充功能 → Tierbook → {grade}」。',
      '檢查各欄是否辨識正確，有誤的請更正。',
      '按「定級」。Tierbook 只在表格右側寫入自己的欄。',
    ],
    columnsTitle: '各欄的意義',
    columns: {
      tier: '依標準得出的等級，或您手動填寫的等級',
      score: '0 到 100 分（僅限計分的標準）',
      why: '決定等級的因素，影響最大的在前',
      nextTier: '升到上一級所需的最小變動',
      review: '需要人工確認的內容',
      nextFollowUp: '下次應聯絡客戶的日期',
    },
    yourOwn: '這些欄可以移動、隱藏、改名和排序。您自己的儲存格從不更動。',
    overrideTitle: '如果您有不同判斷',
    override: [
      '直接把等級改成您認為合適的。重新定級時會保留，「複核」欄會註明依標準應得的等級。',
      '清空該儲存格後重新定級，即可恢復計算出的等級。',
    ],
    formulasTitle: '公式',
    formulas: [
      { formula: '=TIER(A1:F)', meaning: '每一列的等級，範圍須包含標題' },
      { formula: '=TIER(A1:F, "medal")', meaning: '依其他標準' },
      { formula: '=TIER_SCORE(A1:F)', meaning: '得分' },
      { formula: '=TIER_WHY(A1:F)', meaning: '原因' },
    ],
    formulaHint: '在部分國家和地區，公式中以分號代替逗號。',
    schemesTitle: '自己的標準',
    schemes: '在「標準」中把一份內建標準放到工作表裡，在那裡修改指標、權重、級距和分數線，然後按「檢查」。',
  },
};
