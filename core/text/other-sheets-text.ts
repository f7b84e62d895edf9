import type { ByLanguage, Language } from './language.ts';

/** The sheets of a workbook of which one was read without anybody having chosen it. */
export interface SheetsLeftOut {
  readonly read: string;
  /** Those that hold a table of customers too. */
  readonly tables: readonly string[];
  /** Those that hold something else. */
  readonly others: readonly string[];
}

/** Says which sheets were left out and how to choose one on the command line; null where nothing was. */
export function otherSheetsText({ read, tables, others }: SheetsLeftOut, language: Language): string | null {
  const text = TEXT[language];
  const named = (names: readonly string[]): string => {
    const more = names.length - MOST_NAMES;
    const list = names
      .slice(0, MOST_NAMES)
      .map((name) => text.quoted(name))
      .join(text.comma);
    return more > 0 ? `${list}${text.more(more)}` : list;
  };
  if (tables.length > 0) return text.tables(text.quoted(read), named(tables));
  return others.length > 0 ? text.others(text.quoted(read), named(others)) : null;
}

/** Sheets that are named; the rest is counted. */
const MOST_NAMES = 8;

const TEXT: ByLanguage<{
  quoted(name: string): string;
  readonly comma: string;
  more(count: number): string;
  tables(read: string, tables: string): string;
  others(read: string, others: string): string;
}> = {
  en: {
    quoted: (name) => `“${name}”`,
    comma: ', ',
    more: (count) => ` and ${count} more`,
    tables: (read, tables) =>
      `Only the sheet ${read} was read. Left out, though there are tables too: ${tables}. Use --sheet NAME to choose one.`,
    others: (read, others) => `The sheet ${read} was read. Left out: ${others}. Use --sheet NAME to choose another.`,
  },
  'zh-CN': {
    quoted: (name) => `“${name}”`,
    comma: '、',
    more: (count) => ` 等，另有 ${count} 个`,
    tables: (read, tables) =>
      `只读取了工作表${read}。以下工作表也有表格，没有读取：${tables}。可用 --sheet 名称 指定。`,
    others: (read, others) => `读取了工作表${read}，没有读取${others}。可用 --sheet 名称 指定其他工作表。`,
  },
  'zh-TW': {
    quoted: (name) => `「${name}」`,
    comma: '、',
    more: (count) => ` 等，另有 ${count} 個`,
    tables: (read, tables) =>
      `只讀取了工作表${read}。以下工作表也有表格，沒有讀取：${tables}。可用 --sheet 名稱 指定。`,
    others: (read, others) => `讀取了工作表${read}，沒有讀取${others}。可用 --sheet 名稱 指定其他工作表。`,
  },
};
