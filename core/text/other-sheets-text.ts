import type { ByLanguage, Language } from './language.ts';

/** The sheets of a workbook of which one was read without anybody having chosen it. */
export interface SheetsLeftOut {
  readonly read: string;
  /** Those that hold a table of customers too. */
  readonly tables: readonly string[];
  /** Those that hold something else. */
  readonly others: readonly string[];
}

/** How another sheet is chosen: on the command line by an option, elsewhere by its place in the workbook. */
export type SheetChoice = 'by-option' | 'by-place';

/** Says which sheets were left out and how to choose one; null where nothing was. */
export function otherSheetsText(
  { read, tables, others }: SheetsLeftOut,
  language: Language,
  choice: SheetChoice,
): string | null {
  const text = TEXT[language];
  const named = (names: readonly string[]): string => {
    const more = names.length - MOST_NAMES;
    const list = names
      .slice(0, MOST_NAMES)
      .map((name) => text.quoted(name))
      .join(text.comma);
    return more > 0 ? `${list}${text.more(more)}` : list;
  };
  const isByOption = choice === 'by-option';
  if (tables.length > 0)
    return text.tables(text.quoted(read), named(tables)) + (isByOption ? text.oneByOption : text.oneByPlace);
  return others.length > 0
    ? text.others(text.quoted(read), named(others)) + (isByOption ? text.otherByOption : '')
    : null;
}

/** Sheets that are named; the rest is counted. */
const MOST_NAMES = 8;

const TEXT: ByLanguage<{
  quoted(name: string): string;
  readonly comma: string;
  more(count: number): string;
  tables(read: string, tables: string): string;
  others(read: string, others: string): string;
  /** What to do follows the sentence; by its place a sheet without a table cannot be chosen. */
  readonly oneByOption: string;
  readonly otherByOption: string;
  readonly oneByPlace: string;
}> = {
  en: {
    quoted: (name) => `“${name}”`,
    comma: ', ',
    more: (count) => ` and ${count} more`,
    tables: (read, tables) => `Only the sheet ${read} was read. Left out, though there are tables too: ${tables}.`,
    others: (read, others) => `The sheet ${read} was read. Left out: ${others}.`,
    oneByOption: ' Use --sheet NAME to choose one.',
    otherByOption: ' Use --sheet NAME to choose another.',
    oneByPlace: ' To read one of them, make it the first sheet.',
  },
  'zh-CN': {
    quoted: (name) => `“${name}”`,
    comma: '、',
    more: (count) => ` 等，另有 ${count} 个`,
    tables: (read, tables) => `只读取了工作表${read}。以下工作表也有表格，没有读取：${tables}。`,
    others: (read, others) => `读取了工作表${read}，没有读取${others}。`,
    oneByOption: '可用 --sheet 名称 指定。',
    otherByOption: '可用 --sheet 名称 指定其他工作表。',
    oneByPlace: '要读取其中一个，请把它移到最前面。',
  },
  'zh-TW': {
    quoted: (name) => `「${name}」`,
    comma: '、',
    more: (count) => ` 等，另有 ${count} 個`,
    tables: (read, tables) => `只讀取了工作表${read}。以下工作表也有表格，沒有讀取：${tables}。`,
    others: (read, others) => `讀取了工作表${read}，沒有讀取${others}。`,
    oneByOption: '可用 --sheet 名稱 指定。',
    otherByOption: '可用 --sheet 名稱 指定其他工作表。',
    oneByPlace: '要讀取其中一個，請把它移到最前面。',
  },
};
