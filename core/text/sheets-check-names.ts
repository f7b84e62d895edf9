import type { ByLanguage } from './language.ts';

/** What cells, rows and lists are called in what *Check* says of the sheet *Tierbook schemes*. */
export interface CheckNames {
  /** A text as it stands in the sheet. */
  quoted(text: string): string;
  /** A cell by its column's heading and its row. */
  cellOf(heading: string, row: string): string;
  /** The first cell of a row of a table. */
  nameIn(table: string): string;
  tier(title: string): string;
  knockOut(criterion: string): string;
  /** A row of points, told apart from the criterion's others by its limits or its word. */
  pointsRow(criterion: string, limits: string): string;
  list(words: readonly string[]): string;
  oneOf(words: readonly string[]): string;
  /** Numbers that are allowed; null: no limit on that side. */
  range(least: string | null, most: string | null): string;
  /** How points are given to values of a kind. */
  readonly how: Readonly<Record<'limits' | 'levels' | 'answers' | 'words', string>>;
  /** The heading above a scheme's problems. */
  scheme(name: string): string;
  /** The place of a problem, in front of which its sentence stands. @param cell such as `C7` */
  cell(cell: string): string;
}

/** The names by language. */
export const CHECK_NAMES: ByLanguage<CheckNames> = {
  en: {
    quoted: (text) => `“${text}”`,
    cellOf: (heading, row) => `“${heading}” of ${row}`,
    nameIn: (table) => `The name in the table “${table}”`,
    tier: (title) => `tier “${title}”`,
    knockOut: (criterion) => `the knock-out by “${criterion}”`,
    pointsRow: (criterion, limits) => `“${criterion}” (${limits})`,
    list: (words) => words.join(', '),
    oneOf: (words) => (words.length > 1 ? `one of ${words.join(', ')}` : words.join('')),
    range: (least, most) =>
      least === null
        ? `a number of at most ${most}`
        : most === null
          ? `a number of at least ${least}`
          : `a number from ${least} to ${most}`,
    how: {
      limits: 'by limits',
      levels: 'for high, medium, low and none',
      answers: 'for yes and for no',
      words: 'for each word that can stand there',
    },
    scheme: (name) => `Scheme “${name}”`,
    cell: (cell) => `Cell ${cell}`,
  },
  'zh-CN': {
    quoted: (text) => `“${text}”`,
    cellOf: (heading, row) => `${row}的“${heading}”`,
    nameIn: (table) => `“${table}”表中的名称`,
    tier: (title) => `等级“${title}”`,
    knockOut: (criterion) => `一票否决“${criterion}”`,
    pointsRow: (criterion, limits) => `“${criterion}”（${limits}）`,
    list: (words) => words.join('、'),
    oneOf: (words) => `${words.join('、')}${words.length > 1 ? '之一' : ''}`,
    range: (least, most) =>
      least === null
        ? `不大于 ${most} 的数字`
        : most === null
          ? `不小于 ${least} 的数字`
          : `${least} 到 ${most} 之间的数字`,
    how: {
      limits: '按界限给分',
      levels: '为高、中、低、无逐一给分',
      answers: '为是、否分别给分',
      words: '为每种可能的文字给分',
    },
    scheme: (name) => `标准“${name}”`,
    cell: (cell) => `单元格 ${cell}`,
  },
  'zh-TW': {
    quoted: (text) => `「${text}」`,
    cellOf: (heading, row) => `${row}的「${heading}」`,
    nameIn: (table) => `「${table}」表中的名稱`,
    tier: (title) => `等級「${title}」`,
    knockOut: (criterion) => `一票否決「${criterion}」`,
    pointsRow: (criterion, limits) => `「${criterion}」（${limits}）`,
    list: (words) => words.join('、'),
    oneOf: (words) => `${words.join('、')}${words.length > 1 ? '之一' : ''}`,
    range: (least, most) =>
      least === null
        ? `不大於 ${most} 的數字`
        : most === null
          ? `不小於 ${least} 的數字`
          : `${least} 到 ${most} 之間的數字`,
    how: {
      limits: '依界限給分',
      levels: '為高、中、低、無逐一給分',
      answers: '為是、否分別給分',
      words: '為每種可能的文字給分',
    },
    scheme: (name) => `標準「${name}」`,
    cell: (cell) => `儲存格 ${cell}`,
  },
};
