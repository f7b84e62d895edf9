import type { CalendarDate } from '../calendar-date.ts';
import type { FactValue, ValueType } from '../customer.ts';
import { pluralOf } from './counted.ts';
import { formatDate, formatDecimal, formatValue } from './format.ts';
import { moreText } from './import-report-text.ts';
import type { ByLanguage, Language } from './language.ts';

/** A cell in which a sheet and Tierbook differ. */
export interface ToldDifference {
  readonly name: string;
  /** `C12`. */
  readonly cell: string;
  readonly heading: string;
  readonly type: ValueType;
  /** Null: nothing. */
  readonly sheet: FactValue | null;
  readonly tierbook: FactValue | null;
}

/** A row whose customer was removed from Tierbook. */
export interface ToldRemoved {
  /** From 1. */
  readonly row: number;
  readonly name: string;
  readonly removedOn: CalendarDate;
}

/** What a pull did to customers. */
export interface ToldPull {
  readonly import: {
    readonly counts: {
      readonly new: number;
      readonly changed: number;
      readonly unchanged: number;
      readonly rejected: number;
    };
  };
  readonly conflicts: readonly ToldDifference[];
  readonly kept: readonly ToldDifference[];
  readonly vanished: readonly { readonly name: string }[];
  readonly removed: readonly ToldRemoved[];
  readonly repeated: readonly { readonly rows: readonly number[]; readonly name: string }[];
  readonly problems: readonly string[];
}

/** What a pull did, or would do, in one sentence. */
export function pullSummary({ counts }: ToldPull['import'], isDryRun: boolean, language: Language): string {
  return PULLED[language](counts, isDryRun);
}

/** What a person should look at after a pull, the gravest first: conflicts, rows and cells that are wrong, customers and rows that have gone, differences. */
export function pullReportLines(report: ToldPull, most: number, language: Language): string[] {
  const lines = [
    ...report.conflicts.map((one) => () => conflictText(one, language)),
    ...report.repeated.map((one) => () => repeatedRowsText(one, language)),
    ...report.problems.map((sentence) => () => sentence),
    ...(report.removed.length === 0 ? [] : [() => REMOVED_ADVICE[language]]),
    ...report.removed.map((one) => () => removedText(one, language)),
    ...report.vanished.map(
      ({ name }) =>
        () =>
          vanishedText(name, language),
    ),
    ...report.kept.map((one) => () => keptText(one, language)),
  ];
  const told = lines.slice(0, most).map((line) => line());
  return lines.length > most ? [...told, moreText(lines.length - most, language)] : told;
}

/** Both sides changed a cell, or differed when it was first read, and the sheet's value stands now. */
export function conflictText(one: ToldDifference, language: Language): string {
  return CONFLICT[language](placeText(one, language), values(one, language));
}

/** Only Tierbook changed a value, which stays. */
export function keptText(one: ToldDifference, language: Language): string {
  return KEPT[language](placeText(one, language), values(one, language));
}

/** Rows of one customer that differ. */
export function repeatedRowsText(
  { rows, name }: { readonly rows: readonly number[]; readonly name: string },
  language: Language,
): string {
  return REPEATED[language](rows.join(language === 'en' ? ', ' : '、'), name);
}

/** Above {@link removedText}: what becomes of such rows, and what to do. */
export const REMOVED_ADVICE: ByLanguage = {
  en: 'Customers who were removed from Tierbook are not taken over again. To have them back, connect the sheet again (or: sheets pull --again); otherwise delete their rows.',
  'zh-CN':
    '从 Tierbook 移除的客户不会再次读入。如需恢复，请重新连接此表格（或用 sheets pull --again）；否则请删除相应的行。',
  'zh-TW':
    '從 Tierbook 移除的客戶不會再次讀入。如要恢復，請重新連接此試算表（或用 sheets pull --again）；否則請刪除對應的列。',
};

/** A customer was removed from Tierbook, and the sheet still has its row. */
export function removedText({ row, name, removedOn }: ToldRemoved, language: Language): string {
  return REMOVED[language](row, name, formatDate(removedOn, language));
}

/** A number stands beside another customer's name than before. */
export function mixedNumbersText(
  { row, key, was, name }: { readonly row: number; readonly key: string; readonly was: string; readonly name: string },
  language: Language,
): string {
  return MIXED_NUMBERS[language](row, key, was, name);
}

/** A new name stands beside the cells of a customer who has gone from the sheet. */
export function renamedRowText(
  { row, name, was }: { readonly row: number; readonly name: string; readonly was: string },
  language: Language,
): string {
  return RENAMED[language](row, name, was);
}

/** A day of last contact has not come yet, so that it was left out. */
export function dayAheadText(
  { row, name, day }: { readonly row: number; readonly name: string; readonly day: CalendarDate },
  language: Language,
): string {
  return DAY_AHEAD[language](row, name, formatDate(day, language));
}

/** A customer's row has gone from the sheet. */
export function vanishedText(name: string, language: Language): string {
  return VANISHED[language](name);
}

/** A value with all its digits, so that two that differ look different; a dash for none. */
export function exactValueText(value: FactValue | null, type: ValueType, language: Language): string {
  if (value === null) return NOTHING[language];
  if (typeof value !== 'number') return formatValue(value, type, language);
  return type === 'percent' ? `${formatDecimal(value * 100, 8)}%` : formatDecimal(value, 8);
}

/** What connecting, pulling and disconnecting say besides. */
export const CONNECTED_SHEET_TEXT: ByLanguage<{
  readonly connected: (title: string) => string;
  readonly connectedAgain: (title: string) => string;
  readonly wouldConnect: (title: string) => string;
  readonly isConnected: (title: string) => string;
  readonly unchanged: (title: string) => string;
  readonly disconnected: (title: string) => string;
  readonly none: string;
  /** Before what became of one sheet of several. */
  readonly sheet: (title: string) => string;
  readonly pulledAt: (time: string, rows: string) => string;
  readonly notPulled: string;
  readonly pushedAt: (time: string) => string;
  readonly conflicts: (count: number) => string;
}> = {
  en: {
    connected: (title) => `Connected “${title}”. From now on Tierbook reads it every few minutes.`,
    connectedAgain: (title) => `“${title}” was connected already, and is read as you said from now on.`,
    wouldConnect: (title) => `Nothing is connected yet. This would connect “${title}”.`,
    isConnected: (title) => `“${title}” is connected already.`,
    unchanged: (title) => `Nothing has changed in “${title}” since it was last read.`,
    disconnected: (title) =>
      `Disconnected “${title}”. Its customers stay in Tierbook, and Tierbook’s columns in the sheet.`,
    none: 'No Google sheet is connected. Connect one with: sheets connect ADDRESS',
    sheet: (title) => `“${title}”:`,
    pulledAt: (time, rows) => `read ${time}, customers: ${rows}`,
    notPulled: 'not read yet',
    pushedAt: (time) => `written ${time}`,
    conflicts: (count) => `${count} ${pluralOf(count, 'conflict', 'conflicts')}`,
  },
  'zh-CN': {
    connected: (title) => `已连接“${title}”。今后 Tierbook 每隔几分钟读取一次。`,
    connectedAgain: (title) => `“${title}”此前已连接，今后按这次的设置读取。`,
    wouldConnect: (title) => `尚未连接。确认后将连接“${title}”。`,
    isConnected: (title) => `“${title}”已连接。`,
    unchanged: (title) => `“${title}”自上次读取后没有变化。`,
    disconnected: (title) => `已断开“${title}”。客户保留在 Tierbook 中，表格中的 Tierbook 列也保留。`,
    none: '尚未连接 Google 表格。可用 sheets connect 网址 进行连接。',
    sheet: (title) => `“${title}”：`,
    pulledAt: (time, rows) => `${time} 读取，${rows} 个客户`,
    notPulled: '尚未读取',
    pushedAt: (time) => `${time} 写入`,
    conflicts: (count) => `${formatDecimal(count, 0)} 处冲突`,
  },
  'zh-TW': {
    connected: (title) => `已連接「${title}」。今後 Tierbook 每隔幾分鐘讀取一次。`,
    connectedAgain: (title) => `「${title}」先前已連接，今後依這次的設定讀取。`,
    wouldConnect: (title) => `尚未連接。確認後將連接「${title}」。`,
    isConnected: (title) => `「${title}」已連接。`,
    unchanged: (title) => `「${title}」自上次讀取後沒有變動。`,
    disconnected: (title) => `已中斷「${title}」。客戶保留在 Tierbook，試算表裡的 Tierbook 欄也保留。`,
    none: '尚未連接 Google 試算表。可用 sheets connect 網址 進行連接。',
    sheet: (title) => `「${title}」：`,
    pulledAt: (time, rows) => `${time} 讀取，${rows} 位客戶`,
    notPulled: '尚未讀取',
    pushedAt: (time) => `${time} 寫入`,
    conflicts: (count) => `${formatDecimal(count, 0)} 處衝突`,
  },
};

const PULLED: ByLanguage<(counts: ToldPull['import']['counts'], isDryRun: boolean) => string> = {
  en: (counts, isDryRun) =>
    `${isDryRun ? 'Nothing written yet. The sheet would bring' : 'Read the sheet'}: ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.rejected} not read.`,
  'zh-CN': (counts, isDryRun) =>
    `${isDryRun ? '试运行，未写入任何数据。将会' : '已读取表格：'}新增 ${counts.new} 个，更新 ${counts.changed} 个，无变化 ${counts.unchanged} 个，未读取 ${counts.rejected} 行。`,
  'zh-TW': (counts, isDryRun) =>
    `${isDryRun ? '試跑，未寫入任何資料。將會' : '已讀取試算表：'}新增 ${counts.new} 筆，更新 ${counts.changed} 筆，無變動 ${counts.unchanged} 筆，未讀取 ${counts.rejected} 列。`,
};

interface BothValues {
  readonly sheet: string;
  readonly tierbook: string;
}

function values({ sheet, tierbook, type }: ToldDifference, language: Language): BothValues {
  return { sheet: exactValueText(sheet, type, language), tierbook: exactValueText(tierbook, type, language) };
}

function placeText({ name, cell, heading }: ToldDifference, language: Language): string {
  return PLACE[language](name, cell, heading);
}

const PLACE: ByLanguage<(name: string, cell: string, heading: string) => string> = {
  en: (name, cell, heading) => `${name}, ${heading}${cell === '' ? '' : ` (${cell})`}`,
  'zh-CN': (name, cell, heading) => `${name}，${heading}${cell === '' ? '' : `（${cell}）`}`,
  'zh-TW': (name, cell, heading) => `${name}，${heading}${cell === '' ? '' : `（${cell}）`}`,
};

const CONFLICT: ByLanguage<(place: string, of: BothValues) => string> = {
  en: (place, of) =>
    `${place}: the sheet and Tierbook differed. The sheet’s ${of.sheet} stands now; Tierbook had ${of.tierbook}.`,
  'zh-CN': (place, of) => `${place}：两边不一致。现以表格的 ${of.sheet} 为准，Tierbook 原为 ${of.tierbook}。`,
  'zh-TW': (place, of) => `${place}：兩邊不一致。現以試算表的 ${of.sheet} 為準，Tierbook 原為 ${of.tierbook}。`,
};

const KEPT: ByLanguage<(place: string, of: BothValues) => string> = {
  en: (place, of) => `${place}: Tierbook has ${of.tierbook}, the sheet still ${of.sheet}.`,
  'zh-CN': (place, of) => `${place}：Tierbook 中为 ${of.tierbook}，表格仍为 ${of.sheet}。`,
  'zh-TW': (place, of) => `${place}：Tierbook 為 ${of.tierbook}，試算表仍為 ${of.sheet}。`,
};

const REPEATED: ByLanguage<(rows: string, name: string) => string> = {
  en: (rows, name) =>
    `Rows ${rows} are all ${name}, with different values, so none of them was read. Keep one of them, or correct the others.`,
  'zh-CN': (rows, name) =>
    `第 ${rows} 行是同一个客户“${name}”，但内容不同，因此都没有读取。请只保留一行，或更正其余各行。`,
  'zh-TW': (rows, name) =>
    `第 ${rows} 列是同一位客戶「${name}」，但內容不同，因此都沒有讀取。請只保留一列，或更正其餘各列。`,
};

const REMOVED: ByLanguage<(row: number, name: string, day: string) => string> = {
  en: (row, name, day) => `Row ${row}, ${name}: removed from Tierbook on ${day}.`,
  'zh-CN': (row, name, day) => `第 ${row} 行，${name}：已于${day}从 Tierbook 移除。`,
  'zh-TW': (row, name, day) => `第 ${row} 列，${name}：已於${day}從 Tierbook 移除。`,
};

const MIXED_NUMBERS: ByLanguage<(row: number, key: string, was: string, name: string) => string> = {
  en: (row, key, was, name) =>
    `Row ${row}: ${key} was ${was} until now and is called ${name} here, like another customer. The number counts; if numbers were mixed up, swap them back.`,
  'zh-CN': (row, key, was, name) =>
    `第 ${row} 行：编号 ${key} 原为“${was}”，现写作“${name}”，与另一个客户同名。Tierbook 以编号为准；如果编号填错了，请改回来。`,
  'zh-TW': (row, key, was, name) =>
    `第 ${row} 列：編號 ${key} 原為「${was}」，現寫作「${name}」，與另一位客戶同名。Tierbook 以編號為準；如果編號填錯了，請改回來。`,
};

const RENAMED: ByLanguage<(row: number, name: string, was: string) => string> = {
  en: (row, name, was) =>
    `Row ${row}: ${name} is new, and its other cells are those of ${was}, which is no longer in the sheet. If both are one customer, merge them in Tierbook.`,
  'zh-CN': (row, name, was) =>
    `第 ${row} 行：“${name}”是新客户，其余内容与已不在表格中的“${was}”相同。如果是同一个客户，请在 Tierbook 中合并。`,
  'zh-TW': (row, name, was) =>
    `第 ${row} 列：「${name}」是新客戶，其餘內容與已不在試算表裡的「${was}」相同。如果是同一位客戶，請在 Tierbook 合併。`,
};

const DAY_AHEAD: ByLanguage<(row: number, name: string, day: string) => string> = {
  en: (row, name, day) =>
    `Row ${row}, ${name}: the last contact on ${day} has not come yet and counts only once it has. If it is a slip, correct the cell.`,
  'zh-CN': (row, name, day) => `第 ${row} 行，${name}：最近联系日期${day}还没有到，到时才会读入。如果填错了，请更正。`,
  'zh-TW': (row, name, day) => `第 ${row} 列，${name}：最近聯絡日期${day}還沒有到，到時才會讀入。如果填錯了，請更正。`,
};

const VANISHED: ByLanguage<(name: string) => string> = {
  en: (name) => `${name} is no longer in the sheet and stays in Tierbook.`,
  'zh-CN': (name) => `“${name}”已不在表格中，仍保留在 Tierbook。`,
  'zh-TW': (name) => `「${name}」已不在試算表裡，仍保留在 Tierbook。`,
};

const NOTHING: ByLanguage = { en: 'nothing', 'zh-CN': '空白', 'zh-TW': '空白' };
