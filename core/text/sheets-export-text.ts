import type { DigestEdition } from '../digest/digest.ts';
import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** The words of a tab that the book is written into for a meeting, and of the command that does it. */
export interface SheetsExportText {
  /** Whose book it is. @param workspace its Slack id */
  workspace(workspace: string): string;
  readonly before: Readonly<Record<DigestEdition, string>>;
  readonly change: string;
  readonly total: string;
  readonly tier: string;
  readonly move: string;
  readonly why: string;
  readonly amount: string;
  readonly prospects: string;
  readonly month: string;
  readonly overdue: string;
  readonly owed: string;
  readonly made: string;
  readonly daysNeeded: string;
  readonly daysThere: string;
  readonly forecast: string;
  readonly forecastByRep: string;
  /** A heading of amounts. @param currency ISO 4217 */
  inCurrency(heading: string, currency: string): string;
  /** What was written where. */
  written(spreadsheet: string, tab: string, customers: number): string;
}

/**
 * The title of a tab whose name nobody has chosen, the same in every language.
 *
 * @param day `YYYY-MM-DD`
 * @param number from 2 on where tabs of that day are there already; 1 for the first
 */
export function exportTabTitle(day: string, number: number): string {
  return number === 1 ? `Tierbook ${day}` : `Tierbook ${day} (${number})`;
}

/** The words by language. */
export const SHEETS_EXPORT_TEXT: ByLanguage<SheetsExportText> = {
  en: {
    workspace: (workspace) => `Workspace ${workspace}`,
    before: { daily: 'Working day before', weekly: 'A week before', monthly: 'A month before' },
    change: 'Change',
    total: 'Total',
    tier: 'Tier',
    move: 'Move',
    why: 'Why',
    amount: 'Amount',
    prospects: 'Prospects',
    month: 'Month',
    overdue: 'Overdue',
    owed: 'Contacts owed',
    made: 'Made in 30 days',
    daysNeeded: 'Days needed',
    daysThere: 'Days a month',
    forecast: 'Expected signings by month',
    forecastByRep: 'Expected signings by owner',
    inCurrency: (heading, currency) => `${heading} (${currency})`,
    written: (spreadsheet, tab, customers) =>
      `Wrote the digest and ${counted(customers, 'customer', 'customers')} into the new tab “${tab}” of “${spreadsheet}”.`,
  },
  'zh-CN': {
    workspace: (workspace) => `工作区 ${workspace}`,
    before: { daily: '上一工作日', weekly: '一周前', monthly: '一个月前' },
    change: '变化',
    total: '合计',
    tier: '等级',
    move: '变动',
    why: '原因',
    amount: '金额',
    prospects: '潜在客户数',
    month: '月份',
    overdue: '逾期客户数',
    owed: '应联系次数',
    made: '30 天内已联系次数',
    daysNeeded: '所需天数',
    daysThere: '每月可用天数',
    forecast: '各月预计签约',
    forecastByRep: '各客户经理预计签约',
    inCurrency: (heading, currency) => `${heading}（${currency}）`,
    written: (spreadsheet, tab, customers) =>
      `已将简报和 ${formatDecimal(customers, 0)} 个客户写入“${spreadsheet}”的新工作表“${tab}”。`,
  },
  'zh-TW': {
    workspace: (workspace) => `工作區 ${workspace}`,
    before: { daily: '上一工作天', weekly: '一週前', monthly: '一個月前' },
    change: '變化',
    total: '合計',
    tier: '等級',
    move: '變動',
    why: '原因',
    amount: '金額',
    prospects: '潛在客戶數',
    month: '月份',
    overdue: '逾期客戶數',
    owed: '應聯絡次數',
    made: '30 天內已聯絡次數',
    daysNeeded: '所需天數',
    daysThere: '每月可用天數',
    forecast: '各月預計簽約',
    forecastByRep: '各業務員預計簽約',
    inCurrency: (heading, currency) => `${heading}（${currency}）`,
    written: (spreadsheet, tab, customers) =>
      `已將簡報和 ${formatDecimal(customers, 0)} 位客戶寫入「${spreadsheet}」的新工作表「${tab}」。`,
  },
};
