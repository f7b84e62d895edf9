import { LAST_CONTACT, type WantedColumn } from '../sheets/own-columns.ts';
import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import { moreText } from './import-report-text.ts';
import type { ByLanguage, Language } from './language.ts';
import { SHEETS_SCRIPT_TEXT } from './sheets-script-text.ts';

/** The columns that the bot writes into a sheet, in the order in which they are made: the add-on's, and the one that it alone fills. */
export function pushedColumns(language: Language): WantedColumn[] {
  const { headings } = SHEETS_SCRIPT_TEXT[language];
  return [
    { key: 'tierbook.tier', heading: headings.tier },
    { key: 'tierbook.score', heading: headings.score },
    { key: 'tierbook.why', heading: headings.why },
    { key: 'tierbook.nextTier', heading: headings.nextTier },
    { key: 'tierbook.review', heading: headings.review },
    { key: 'tierbook.nextFollowUp', heading: headings.nextFollowUp },
    { key: LAST_CONTACT, heading: LAST_CONTACT_HEADING[language] },
  ];
}

const LAST_CONTACT_HEADING: ByLanguage = { en: 'Last contact', 'zh-CN': '最近联系', 'zh-TW': '最近聯絡' };

/** What our column of what to look at says in the row of a customer who was removed from Tierbook. */
export const REMOVED_REVIEW: ByLanguage<(day: string) => string> = {
  en: (day) => `Removed from Tierbook on ${day}. Connect the sheet again to have it back, or delete this row.`,
  'zh-CN': (day) => `已于${day}从 Tierbook 移除。如需恢复，请重新连接此表格；否则请删除这一行。`,
  'zh-TW': (day) => `已於${day}從 Tierbook 移除。如要恢復，請重新連接此試算表；否則請刪除這一列。`,
};

/** What a push did. */
export interface ToldPush {
  readonly customers: number;
  readonly cells: number;
  readonly unknown: readonly { readonly row: number; readonly name: string | null }[];
  readonly typed: readonly {
    readonly row: number;
    readonly name: string;
    readonly typed: string;
    readonly tier: string;
  }[];
  readonly isSettled: boolean;
}

/** What a push did, in one sentence. */
export function pushSummary({ customers, cells, isSettled }: ToldPush, title: string, language: Language): string {
  const text = TEXT[language];
  if (!isSettled) return text.unsettled(title);
  return cells === 0 ? text.nothing(title, customers) : text.written(title, cells, customers);
}

/** What a person should look at after a push: typed tiers that were replaced, then rows that Tierbook does not know. */
export function pushReportLines({ typed, unknown }: ToldPush, most: number, language: Language): string[] {
  const text = TEXT[language];
  const lines = [
    ...typed.map(({ row, name, typed: was, tier }) => text.typed(row, name, was, tier)),
    ...unknown.map(({ row, name }) => text.unknown(row, name)),
  ];
  return lines.length > most ? [...lines.slice(0, most), moreText(lines.length - most, language)] : lines;
}

const TEXT: ByLanguage<{
  written: (title: string, cells: number, customers: number) => string;
  nothing: (title: string, customers: number) => string;
  unsettled: (title: string) => string;
  typed: (row: number, name: string, was: string, tier: string) => string;
  unknown: (row: number, name: string | null) => string;
}> = {
  en: {
    written: (title, cells, customers) =>
      `Wrote ${counted(cells, 'cell', 'cells')} of “${title}”, which has ${counted(customers, 'customer', 'customers')} of Tierbook.`,
    nothing: (title, customers) =>
      `Tierbook’s columns in “${title}” are up to date (${counted(customers, 'customer', 'customers')}).`,
    unsettled: (title) =>
      `Somebody is moving rows in “${title}” just now, so that not everything could be written. Push again in a minute.`,
    typed: (row, name, was, tier) =>
      tier === ''
        ? `Row ${row}, ${name}: the tier “${was}” was typed there, and Tierbook has none. To keep it, set the tier in Tierbook (override).`
        : `Row ${row}, ${name}: the tier “${was}” was typed there, and Tierbook’s is “${tier}”, which stands there now. To keep yours, set the tier in Tierbook (override).`,
    unknown: (row, name) =>
      `Row ${row}${name === null ? '' : `, ${name}`}: nothing was written, since it is not clear which customer of Tierbook this is. Keep one row for each customer, and pull the sheet.`,
  },
  'zh-CN': {
    written: (title, cells, customers) =>
      `已写入“${title}”的 ${formatDecimal(cells, 0)} 个单元格，涉及 ${formatDecimal(customers, 0)} 个客户。`,
    nothing: (title, customers) => `“${title}”中的 Tierbook 列已是最新（${formatDecimal(customers, 0)} 个客户）。`,
    unsettled: (title) => `有人正在移动“${title}”中的行，部分内容未能写入。请稍后重新推送。`,
    typed: (row, name, was, tier) =>
      tier === ''
        ? `第 ${row} 行，${name}：此处手工填写了等级“${was}”，而 Tierbook 中没有等级。如需保留，请在 Tierbook 中设定等级（override）。`
        : `第 ${row} 行，${name}：此处手工填写了等级“${was}”，Tierbook 中为“${tier}”，现已改为后者。如需保留，请在 Tierbook 中设定等级（override）。`,
    unknown: (row, name) =>
      `第 ${row} 行${name === null ? '' : `，${name}`}：无法确定是 Tierbook 中的哪个客户，未写入。请为每个客户只保留一行，再拉取此表格。`,
  },
  'zh-TW': {
    written: (title, cells, customers) =>
      `已寫入「${title}」的 ${formatDecimal(cells, 0)} 個儲存格，涉及 ${formatDecimal(customers, 0)} 位客戶。`,
    nothing: (title, customers) => `「${title}」中的 Tierbook 欄已是最新（${formatDecimal(customers, 0)} 位客戶）。`,
    unsettled: (title) => `有人正在移動「${title}」中的列，部分內容未能寫入。請稍後重新推送。`,
    typed: (row, name, was, tier) =>
      tier === ''
        ? `第 ${row} 列，${name}：此處手動填寫了等級「${was}」，而 Tierbook 中沒有等級。如要保留，請在 Tierbook 中設定等級（override）。`
        : `第 ${row} 列，${name}：此處手動填寫了等級「${was}」，Tierbook 中為「${tier}」，現已改為後者。如要保留，請在 Tierbook 中設定等級（override）。`,
    unknown: (row, name) =>
      `第 ${row} 列${name === null ? '' : `，${name}`}：無法確定是 Tierbook 中的哪位客戶，未寫入。請為每位客戶只保留一列，再拉取此試算表。`,
  },
};
