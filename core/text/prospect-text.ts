import type { ByLanguage } from './language.ts';

/** The words of how a prospect goes on and ends: won, lost, and what is expected. */
export const PROSPECT_TEXT: ByLanguage<{
  readonly won: string;
  /** Begins with {@link won}. */
  wonLabel(name: string): string;
  readonly lost: string;
  /** Begins with {@link lost}. */
  lostLabel(name: string): string;
  readonly expected: string;
  /** Begins with {@link expected}. */
  expectedLabel(name: string): string;
  /** Titles are at most 24 characters. */
  readonly wonTitle: string;
  readonly lostTitle: string;
  readonly expectedTitle: string;
  readonly save: string;
  readonly amount: string;
  readonly amountHint: string;
  readonly currency: string;
  readonly currencyHint: string;
  readonly wonOn: string;
  readonly lostOn: string;
  readonly reason: string;
  readonly reasonHint: string;
  /** `currency` is a code, null where amounts have none. */
  expectedAmount(currency: string | null): string;
  readonly expectedOn: string;
  /** On the card. `amount` and `day` come ready as text; null is missing. */
  expectedLine(amount: string | null, day: string | null): string;
  wonDone(name: string, amount: string): string;
  lostDone(name: string): string;
  expectedDone(name: string, line: string): string;
  failed: string;
}> = {
  en: {
    won: 'Won',
    wonLabel: (name) => `Won: ${name} becomes a customer`,
    lost: 'Lost',
    lostLabel: (name) => `Lost: ${name} is not followed up any more`,
    expected: 'Expected signing',
    expectedLabel: (name) => `Expected signing of ${name}: amount and date`,
    wonTitle: 'Won',
    lostTitle: 'Lost',
    expectedTitle: 'Expected signing',
    save: 'Save',
    amount: 'Amount',
    amountHint: 'For example 300,000 or 1.2M.',
    currency: 'Currency',
    currencyHint: 'Three letters, for example CNY, USD or EUR.',
    wonOn: 'Signed on',
    lostOn: 'Ended on',
    reason: 'Why',
    reasonHint: 'For example: chose another vendor, no budget, project stopped.',
    expectedAmount: (currency) => (currency === null ? 'Expected amount' : `Expected amount (${currency})`),
    expectedOn: 'Expected on',
    expectedLine(amount, day) {
      if (amount !== null && day !== null) return `Expected: ${amount} on ${day}`;
      if (amount !== null) return `Expected: ${amount}; the date is missing`;
      return day !== null ? `Expected on ${day}; the amount is missing` : 'Expected amount and date are missing';
    },
    wonDone: (name, amount) => `${name} is won with ${amount}, and is a customer now.`,
    lostDone: (name) =>
      `${name} is lost: there are no more follow-ups. Search still finds it, and it can be brought back.`,
    expectedDone: (name, line) => `${name}: ${line}.`,
    failed: 'That did not work. Please try again in a moment.',
  },
  'zh-CN': {
    won: '成交',
    wonLabel: (name) => `成交：${name}成为客户`,
    lost: '失败',
    lostLabel: (name) => `失败：不再跟进${name}`,
    expected: '预计成交',
    expectedLabel: (name) => `预计成交：${name}的金额和日期`,
    wonTitle: '登记为成交',
    lostTitle: '登记为失败',
    expectedTitle: '预计成交',
    save: '保存',
    amount: '成交金额',
    amountHint: '例如 300,000 或 30万。',
    currency: '币种',
    currencyHint: '三个字母，例如 CNY、USD 或 EUR。',
    wonOn: '成交日期',
    lostOn: '结束日期',
    reason: '原因',
    reasonHint: '例如：选择了其他供应商、没有预算、项目取消。',
    expectedAmount: (currency) => (currency === null ? '预计成交金额' : `预计成交金额（${currency}）`),
    expectedOn: '预计成交日期',
    expectedLine(amount, day) {
      if (amount !== null && day !== null) return `预计成交：${amount}，${day}`;
      if (amount !== null) return `预计成交：${amount}，缺少日期`;
      return day !== null ? `预计成交：${day}，缺少金额` : '缺少预计成交金额和日期';
    },
    wonDone: (name, amount) => `${name}已成交，金额 ${amount}，现在是客户了。`,
    lostDone: (name) => `${name}已登记为失败，不再跟进。仍可搜索到，也可以恢复。`,
    expectedDone: (name, line) => `${name}：${line}。`,
    failed: '操作没有成功，请稍后再试。',
  },
  'zh-TW': {
    won: '成交',
    wonLabel: (name) => `成交：${name}成為客戶`,
    lost: '失敗',
    lostLabel: (name) => `失敗：不再跟進${name}`,
    expected: '預計成交',
    expectedLabel: (name) => `預計成交：${name}的金額與日期`,
    wonTitle: '登記為成交',
    lostTitle: '登記為失敗',
    expectedTitle: '預計成交',
    save: '儲存',
    amount: '成交金額',
    amountHint: '例如 300,000 或 30萬。',
    currency: '幣別',
    currencyHint: '三個字母，例如 TWD、USD 或 EUR。',
    wonOn: '成交日期',
    lostOn: '結束日期',
    reason: '原因',
    reasonHint: '例如：選擇了其他廠商、沒有預算、專案取消。',
    expectedAmount: (currency) => (currency === null ? '預計成交金額' : `預計成交金額（${currency}）`),
    expectedOn: '預計成交日期',
    expectedLine(amount, day) {
      if (amount !== null && day !== null) return `預計成交：${amount}，${day}`;
      if (amount !== null) return `預計成交：${amount}，缺少日期`;
      return day !== null ? `預計成交：${day}，缺少金額` : '缺少預計成交金額與日期';
    },
    wonDone: (name, amount) => `${name}已成交，金額 ${amount}，現在是客戶了。`,
    lostDone: (name) => `${name}已登記為失敗，不再跟進。仍可搜尋到，也可以恢復。`,
    expectedDone: (name, line) => `${name}：${line}。`,
    failed: '操作沒有成功，請稍後再試。',
  },
};
