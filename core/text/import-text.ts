import { pluralOf } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage, Language } from './language.ts';

/** How many rows an import added, changed, left alone and rejected. */
export interface ImportCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** Why a row was rejected, as the import tells it. */
export type ImportRejection =
  | { readonly code: 'nameless' | 'unknown-key' | 'too-long' }
  | { readonly code: 'repeated'; readonly otherRow: number }
  | { readonly code: 'several-match'; readonly candidates: readonly string[] };

/** What likely duplicates have in common. */
export type SharedTrait = 'key' | 'name' | 'phone' | 'email';

/** "Imported: 12 new, 3 changed, 40 unchanged, 1 rejected.", or what would be imported. */
export function importSummary(counts: ImportCounts, isDryRun: boolean, language: Language): string {
  const { new: added, changed, unchanged, rejected } = counts;
  switch (language) {
    case 'en': {
      const lead = isDryRun ? 'Nothing written yet. This import would bring' : 'Imported';
      return `${lead}: ${added} new, ${changed} changed, ${unchanged} unchanged, ${rejected} rejected.`;
    }
    case 'zh-CN':
      return `${isDryRun ? '试运行，未写入任何数据。将会' : '导入完成：'}新增 ${formatDecimal(added, 0)} 个，更新 ${formatDecimal(changed, 0)} 个，无变化 ${unchanged} 个，未接收 ${rejected} 行。`;
    case 'zh-TW':
      return `${isDryRun ? '試跑，未寫入任何資料。將會' : '匯入完成：'}新增 ${formatDecimal(added, 0)} 筆，更新 ${formatDecimal(changed, 0)} 筆，無變動 ${unchanged} 筆，未收錄 ${rejected} 列。`;
    default:
      return language satisfies never;
  }
}

/** What is wrong with a rejected row and how to mend it; one sentence, for the report and the file of rejected rows. */
export function rejectionText(reason: ImportRejection, language: Language): string {
  switch (reason.code) {
    case 'nameless':
      return NAMELESS[language];
    case 'unknown-key':
      return UNKNOWN_KEY[language];
    case 'too-long':
      return TOO_LONG[language];
    case 'repeated':
      return REPEATED[language](reason.otherRow);
    case 'several-match':
      return SEVERAL_MATCH[language](reason.candidates.join(SEPARATOR[language]));
    default:
      return reason satisfies never;
  }
}

/** "Rows 4 and 9 may be the same customer: same telephone number."; `customers` as they should be shown. */
export function duplicateText(by: SharedTrait, customers: readonly string[], language: Language): string {
  const list = customers.join(SEPARATOR[language]);
  switch (language) {
    case 'en':
      return `May be one and the same customer (same ${TRAITS.en[by]}): ${list}`;
    case 'zh-CN':
      return `可能是同一个客户（${TRAITS['zh-CN'][by]}相同）：${list}`;
    case 'zh-TW':
      return `可能是同一位客戶（${TRAITS['zh-TW'][by]}相同）：${list}`;
    default:
      return language satisfies never;
  }
}

/** Why nobody works with a customer any more. */
export type ClosedStatus = 'archived' | 'lost';

/** What stands after the row and name of a customer that a table names and nobody works with any more. */
export function closedText(status: ClosedStatus, language: Language): string {
  return CLOSED[language][status];
}

const CLOSED: ByLanguage<Readonly<Record<ClosedStatus, string>>> = {
  en: {
    archived: 'is archived and stays so. To work with it again, bring it back from its card.',
    lost: 'was lost and stays so. To work with it again, bring it back from its card.',
  },
  'zh-CN': {
    archived: '已归档，导入后仍为归档状态。如需继续跟进，请在客户卡片上恢复。',
    lost: '已标记为失败，导入后状态不变。如需继续跟进，请在客户卡片上恢复。',
  },
  'zh-TW': {
    archived: '已封存，匯入後仍為封存狀態。如需繼續跟進，請在客戶卡片上恢復。',
    lost: '已標記為失敗，匯入後狀態不變。如需繼續跟進，請在客戶卡片上恢復。',
  },
};

/** An owner whom no member could be found for; `rows` is how many rows name them. */
export function unknownOwnerText(owner: string, rows: number, language: Language): string {
  switch (language) {
    case 'en':
      return `No member found for owner “${owner}” (${rows} ${pluralOf(rows, 'row', 'rows')}); the name is kept as text.`;
    case 'zh-CN':
      return `未找到与负责人“${owner}”对应的成员（${formatDecimal(rows, 0)} 行），先按原文保留。`;
    case 'zh-TW':
      return `找不到與負責人「${owner}」對應的成員（${formatDecimal(rows, 0)} 列），先以原文保留。`;
    default:
      return language satisfies never;
  }
}

/** Many owners whom no member could be found for, in one sentence; `owners` are the first of `count`. */
export function unknownOwnersText(owners: readonly string[], count: number, rows: number, language: Language): string {
  switch (language) {
    case 'en':
      return `No members found for ${count} owners (${owners.map((owner) => `“${owner}”`).join(', ')}, …; ${rows} rows); the names are kept as text.`;
    case 'zh-CN':
      return `有 ${formatDecimal(count, 0)} 位负责人未找到对应的成员（${owners.map((owner) => `“${owner}”`).join('、')}等，共 ${formatDecimal(rows, 0)} 行），先按原文保留。`;
    case 'zh-TW':
      return `有 ${formatDecimal(count, 0)} 位負責人找不到對應的成員（${owners.map((owner) => `「${owner}」`).join('、')}等，共 ${formatDecimal(rows, 0)} 列），先以原文保留。`;
    default:
      return language satisfies never;
  }
}

/** Amounts of two currencies side by side: what that means and what to do. Both are ISO 4217 codes. */
export function currencyClashText(onFile: string, table: string, language: Language): string {
  switch (language) {
    case 'en':
      return `The amounts of this table are in ${table}, those on file in ${onFile}, and they are compared as they stand: convert the table first.`;
    case 'zh-CN':
      return `本表金额为 ${table}，已有客户的金额为 ${onFile}，两者按原数直接比较：请先换算本表。`;
    case 'zh-TW':
      return `本表金額為 ${table}，既有客戶的金額為 ${onFile}，兩者以原數直接比較：請先換算本表。`;
    default:
      return language satisfies never;
  }
}

/** Why a row that stands for a known customer changed nothing, where that needs saying. */
export function unchangedText(because: 'repeated' | 'merged', language: Language): string {
  return UNCHANGED[because][language];
}

/** What an empty cell does, said beside every preview. */
export const EMPTY_CELLS_TEXT: ByLanguage = {
  en: 'Empty cells change nothing: what was known before is kept.',
  'zh-CN': '空白单元格不会清除数据：原有内容保持不变。',
  'zh-TW': '空白儲存格不會清除資料：原有內容維持不變。',
};

/** Beside the tiers: customers whom a person has to look at before they can have one. */
export const NO_TIER_YET: ByLanguage = { en: 'No tier yet', 'zh-CN': '暂无等级', 'zh-TW': '尚無等級' };

const SEPARATOR: ByLanguage = { en: ', ', 'zh-CN': '、', 'zh-TW': '、' };

const NAMELESS: ByLanguage = {
  en: 'The row has neither a customer name nor a key: fill in one of them.',
  'zh-CN': '这一行既没有客户名称也没有客户编号，请至少填写一项。',
  'zh-TW': '這一列既沒有客戶名稱也沒有客戶編號，請至少填寫一項。',
};
const UNKNOWN_KEY: ByLanguage = {
  en: 'No customer has this key yet, and a new one needs a name: fill in the name.',
  'zh-CN': '系统里还没有这个客户编号，新增客户需要名称，请补填客户名称。',
  'zh-TW': '系統裡還沒有這個客戶編號，新增客戶需要名稱，請補填客戶名稱。',
};
const TOO_LONG: ByLanguage = {
  en: 'The name or the key is longer than 300 characters: shorten it.',
  'zh-CN': '客户名称或编号超过 300 个字符，请缩短。',
  'zh-TW': '客戶名稱或編號超過 300 個字元，請縮短。',
};
const REPEATED: ByLanguage<(row: number) => string> = {
  en: (row) => `Row ${row} is the same customer with other values: keep one of the two rows.`,
  'zh-CN': (row) => `与第 ${row} 行是同一个客户，但内容不同，请只保留其中一行。`,
  'zh-TW': (row) => `與第 ${row} 列是同一位客戶，但內容不同，請只保留其中一列。`,
};
const SEVERAL_MATCH: ByLanguage<(candidates: string) => string> = {
  en: (candidates) => `Several customers have this name (${candidates}): add the customer's key.`,
  'zh-CN': (candidates) => `有多个客户使用这个名称（${candidates}），请补填客户编号以便区分。`,
  'zh-TW': (candidates) => `有多位客戶使用這個名稱（${candidates}），請補填客戶編號以便區分。`,
};
const TRAITS: ByLanguage<Readonly<Record<SharedTrait, string>>> = {
  en: { key: 'key', name: 'name', phone: 'telephone number', email: 'e-mail address' },
  'zh-CN': { key: '客户编号', name: '名称', phone: '电话', email: '邮箱' },
  'zh-TW': { key: '客戶編號', name: '名稱', phone: '電話', email: '電子郵件' },
};
const UNCHANGED: Readonly<Record<'repeated' | 'merged', ByLanguage>> = {
  repeated: {
    en: 'Says the same as another row.',
    'zh-CN': '与另一行内容相同。',
    'zh-TW': '與另一列內容相同。',
  },
  merged: {
    en: 'Its customer was merged into that of another row, which counts.',
    'zh-CN': '该客户已合并到另一行的客户，以另一行为准。',
    'zh-TW': '該客戶已併入另一列的客戶，以另一列為準。',
  },
};
