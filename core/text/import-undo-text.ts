import { pluralOf } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage, Language } from './language.ts';

/** The button that takes the latest import back. */
export const UNDO_IMPORT: ByLanguage = { en: 'Undo import', 'zh-CN': '撤销导入', 'zh-TW': '復原匯入' };

/** How an import is undone from the command line, once it is done. */
export const UNDO_IMPORT_HINT: ByLanguage<(id: string) => string> = {
  en: (id) => `To undo: import --undo ${id}`,
  'zh-CN': (id) => `如需撤销：import --undo ${id}`,
  'zh-TW': (id) => `如需復原：import --undo ${id}`,
};

/** Names that are spelt out of the customers that stay. */
const MOST_NAMED = 10;

/** What undoing an import came to: what went, what is as before, and which customers stay as they are and why. */
export function importUndoneLines(
  undone: {
    readonly removed: number;
    readonly sheetRows: number;
    readonly restored: number;
    readonly left: readonly string[];
  },
  language: Language,
): string[] {
  const words = WORDS[language];
  const { left, removed, restored, sheetRows } = undone;
  const named = left.slice(0, MOST_NAMED);
  return [
    words.undone(removed, restored),
    ...(sheetRows === 0 ? [] : [words.sheetRows(sheetRows)]),
    ...(left.length === 0 ? [] : [words.left(named, left.length - named.length)]),
  ];
}

const WORDS: ByLanguage<{
  undone(removed: number, restored: number): string;
  sheetRows(rows: number): string;
  left(named: readonly string[], more: number): string;
}> = {
  en: {
    undone: (removed, restored) =>
      `The import is undone: ${removed} added ${pluralOf(removed, 'customer', 'customers')} removed, ${restored} put back as before.`,
    sheetRows: (rows) => `The Google sheet still has ${rows} of them: they stay away until you connect it again.`,
    left: (named, more) =>
      `Left as they are, since somebody has worked on them: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  },
  'zh-CN': {
    undone: (removed, restored) =>
      `导入已撤销：移除新增客户 ${formatDecimal(removed, 0)} 个，还原 ${formatDecimal(restored, 0)} 个。`,
    sheetRows: (rows) => `其中 ${formatDecimal(rows, 0)} 个仍在 Google 表格中：重新连接该表格之前不会再读入。`,
    left: (named, more) =>
      `以下客户之后有人处理过，保持现状：${named.join('、')}${more > 0 ? `等，另有 ${formatDecimal(more, 0)} 个` : ''}。`,
  },
  'zh-TW': {
    undone: (removed, restored) =>
      `匯入已復原：移除新增客戶 ${formatDecimal(removed, 0)} 筆，還原 ${formatDecimal(restored, 0)} 筆。`,
    sheetRows: (rows) => `其中 ${formatDecimal(rows, 0)} 筆仍在 Google 試算表裡：重新連接該試算表之前不會再讀入。`,
    left: (named, more) =>
      `以下客戶之後有人處理過，保持現狀：${named.join('、')}${more > 0 ? `等，另有 ${formatDecimal(more, 0)} 筆` : ''}。`,
  },
};
