import type { ByLanguage } from './language.ts';

/** The words of the summary sheet. */
export interface SheetsSummaryText {
  /** The tab's title; of several summaries each one but the first gets a number. */
  readonly sheetTitle: string;
  readonly title: string;
  /** @param place such as `A1:H31` */
  table(sheet: string, place: string): string;
  scheme(title: string): string;
  graded(day: string): string;
  /** That the numbers follow the table, and where one may write. @param place that of the summary, such as `A1:H31` */
  live(place: string): string;
  /** Why sums do not follow the table. @param heading of the column of amounts */
  sumsOfText(heading: string, day: string): string;
  readonly tier: string;
  readonly customers: string;
  readonly share: string;
  /** @param heading of the column of amounts */
  sum(heading: string): string;
  readonly shareOfSum: string;
  readonly review: string;
  /** Tiers that somebody typed and that the scheme does not have. */
  readonly otherTiers: string;
  readonly total: string;
  /** Customers without a label of a segment. */
  readonly undecided: string;
  /** Labels that somebody typed and that the segment does not have. */
  readonly otherLabels: string;
  /** @param from the day of the grading before; null when it is not known */
  moves(from: string | null, to: string): string;
  readonly fromTo: string;
  readonly noTier: string;
  /** Customers that were not in the table at the grading before. */
  readonly added: string;
  readonly upgrades: string;
  readonly downgrades: string;
  readonly firstGrading: string;
  readonly chart: string;
  /** Said in the sidebar when the table has no columns of ours. */
  readonly notGraded: string;
}

/** The words by language. */
export const SHEETS_SUMMARY_TEXT: ByLanguage<SheetsSummaryText> = {
  en: {
    sheetTitle: 'Tierbook summary',
    title: 'Customers by tier',
    table: (sheet, place) => `Table: ${sheet}, ${place}`,
    scheme: (title) => `Scheme: ${title}`,
    graded: (day) => `Graded on ${day}`,
    live: (place) =>
      `The numbers follow the table. Making the summary again rewrites ${place} and nothing else: write your own notes below or to the right of it.`,
    sumsOfText: (heading, day) =>
      `“${heading}” has amounts that are text, which formulas cannot add up. The sums are those of ${day}; make the summary again to renew them.`,
    tier: 'Tier',
    customers: 'Customers',
    share: 'Share',
    sum: (heading) => `Sum of ${heading}`,
    shareOfSum: 'Share of sum',
    review: 'For review',
    otherTiers: 'Other tiers, typed in',
    total: 'Total',
    undecided: 'Undecided',
    otherLabels: 'Others, typed in',
    moves: (from, to) => (from === null ? `Moves at the grading of ${to}` : `Moves from ${from} to ${to}`),
    fromTo: 'From ↓ to →',
    noTier: 'No tier',
    added: 'New',
    upgrades: 'Upgrades',
    downgrades: 'Downgrades',
    firstGrading: 'The table was graded for the first time: nobody has moved yet.',
    chart: 'Customers by tier',
    notGraded: 'This table has not been graded yet. Grade it first; then the summary can be made.',
  },
  'zh-CN': {
    sheetTitle: 'Tierbook 汇总',
    title: '客户等级汇总',
    table: (sheet, place) => `表格：${sheet}，${place}`,
    scheme: (title) => `分级标准：${title}`,
    graded: (day) => `定级日期：${day}`,
    live: (place) => `数字随表格自动更新。重新汇总只会改写 ${place}，您自己的内容请写在其下方或右侧。`,
    sumsOfText: (heading, day) =>
      `“${heading}”中有文本形式的金额，公式无法求和。合计为 ${day} 的数值，重新汇总即可更新。`,
    tier: '等级',
    customers: '客户数',
    share: '占比',
    sum: (heading) => `${heading}${/\w$/.test(heading) ? ' ' : ''}合计`,
    shareOfSum: '金额占比',
    review: '待复核',
    otherTiers: '手工填写的其他等级',
    total: '总计',
    undecided: '未判定',
    otherLabels: '手工填写的其他值',
    moves: (from, to) => (from === null ? `${to} 定级时的等级变动` : `等级变动：${from} 至 ${to}`),
    fromTo: '原等级 ↓ 新等级 →',
    noTier: '无等级',
    added: '新增',
    upgrades: '升级',
    downgrades: '降级',
    firstGrading: '此表格是首次定级，尚无等级变动。',
    chart: '各等级客户数',
    notGraded: '此表格尚未定级，请先定级再汇总。',
  },
  'zh-TW': {
    sheetTitle: 'Tierbook 彙總',
    title: '客戶等級彙總',
    table: (sheet, place) => `表格：${sheet}，${place}`,
    scheme: (title) => `分級標準：${title}`,
    graded: (day) => `定級日期：${day}`,
    live: (place) => `數字會隨表格自動更新。重新彙總只會改寫 ${place}，您自己的內容請寫在其下方或右側。`,
    sumsOfText: (heading, day) =>
      `「${heading}」中有文字形式的金額，公式無法加總。合計為 ${day} 的數值，重新彙總即可更新。`,
    tier: '等級',
    customers: '客戶數',
    share: '占比',
    sum: (heading) => `${heading}${/\w$/.test(heading) ? ' ' : ''}合計`,
    shareOfSum: '金額占比',
    review: '待複核',
    otherTiers: '手動填寫的其他等級',
    total: '總計',
    undecided: '未判定',
    otherLabels: '手動填寫的其他值',
    moves: (from, to) => (from === null ? `${to} 定級時的等級變動` : `等級變動：${from} 至 ${to}`),
    fromTo: '原等級 ↓ 新等級 →',
    noTier: '無等級',
    added: '新增',
    upgrades: '升級',
    downgrades: '降級',
    firstGrading: '此表格是首次定級，尚無等級變動。',
    chart: '各等級客戶數',
    notGraded: '此表格尚未定級，請先定級再彙總。',
  },
};
