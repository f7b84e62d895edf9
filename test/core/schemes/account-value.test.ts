import { describe, expect, test } from 'vitest';
import { type CalendarDate, parseIsoDate } from '../../../core/calendar-date.ts';
import type { Facts } from '../../../core/customer.ts';
import { type CompiledScheme, compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitRemarks } from '../../../core/grading/fit-remarks.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { builtInScheme } from '../../../core/schemes/built-in-schemes.ts';
import { nextTierText, reasonText, remarkText, statusText, tierText } from '../../../core/text/grading-text.ts';
import { LANGUAGES } from '../../../core/text/language.ts';

const AS_OF = dayOf('2026-03-15');

describe('the account value scheme (S3)', () => {
  test('is found by its id, and nothing is found by another', () => {
    expect(builtInScheme('account-value')).toBe(accountValue);
    expect(builtInScheme('toString')).toBeUndefined();
  });

  test('spreads a table that has only sales over all tiers: 20, 30, 30 and 20 %', () => {
    const population = Array.from({ length: 100 }, (_, index) => ({ values: { salesAmount: 1000 + index } }));
    expect(tierCounts(population)).toEqual({ A: 20, B: 30, C: 30, D: 20 });
  });

  test('customers without sales are D however many they are, and never share a better band', () => {
    const population = Array.from({ length: 100 }, (_, index) => ({ values: { salesAmount: index < 60 ? 0 : index } }));
    expect(tierCounts(population)).toEqual({ A: 20, B: 20, D: 60 });
  });

  test('customers of equal sales all get the same, better tier', () => {
    const population = Array.from({ length: 10 }, (_, index) => ({ values: { salesAmount: index < 2 ? 500 : 900 } }));
    expect(tierCounts(population)).toEqual({ A: 8, D: 2 });
  });

  test('a single customer is graded, with the remark that there is nobody to compare it with', () => {
    const compiled = fit([{ values: { salesAmount: 5 } }]);
    expect(compiled.grade({ values: { salesAmount: 5 } }).tier).toBe('A');
    expect(fitRemarks(compiled.fitted)).toContainEqual({ code: 'few-to-compare', criterion: 'salesAmount' });
  });

  test.each([
    ['profit for sales', 'salesAmount', 'profit'],
    ['orders for order stability', 'orderStability', 'orders'],
    ['complaints for the complaint rate', 'complaintRate', 'complaints'],
    ['overdue payments for the collection rate', 'paymentCollection', 'overdueAmount'],
  ])('%s stands in when nobody has the other, and does not count when someone has', (_, base, standIn) => {
    const one = { values: { satisfaction: 0.9, [standIn]: 3 } };
    expect(fit([one]).counted).toContain(standIn);
    expect(fit([one, { values: { satisfaction: 0.8, [base]: 0.5 } }]).counted).not.toContain(standIn);
  });

  test('the last purchase counts only when neither order stability nor the number of orders is there', () => {
    const values = { salesAmount: 5, lastPurchase: '2026-03-01' };
    expect(fit([{ values }]).counted).toContain('lastPurchase');
    expect(fit([{ values: { ...values, orders: 3 } }]).counted).not.toContain('lastPurchase');
  });

  test('percentages, levels in words, years and the day since which all grade', () => {
    const population: Facts[] = [
      { values: { paymentCollection: 0.99, orderStability: 'high', yearsOfCooperation: 130, complaintRate: 'none' } },
      {
        values: { paymentCollection: 'high', orderStability: 0.95, yearsOfCooperation: '2010-01-01', complaintRate: 0 },
      },
    ];
    const compiled = fit(population);
    for (const facts of population)
      expect(compiled.grade(facts)).toMatchObject({ tier: 'A', score: 100, warnings: [] });
  });

  test('a customer of whom too little is known is for review, not D', () => {
    const compiled = fit([{ values: { salesAmount: 5, paymentCollection: 0.9 } }]);
    expect(compiled.grade({ values: { paymentCollection: 0.1 } })).toMatchObject({
      status: 'review',
      tier: null,
      score: null,
      review: [{ code: 'too-little-known' }, { code: 'find-out-first', criterion: 'salesAmount' }],
    });
    expect(compiled.grade({ values: {} })).toMatchObject({ status: 'review', review: [{ code: 'no-data' }] });
  });

  test('an unreadable cell is left out with a warning; nothing but unreadable cells is unreadable', () => {
    const compiled = fit([{ values: { salesAmount: 5, satisfaction: 0.9 } }]);
    const doubts = { satisfaction: { code: 'unreadable', text: 'ok-ish' } } as const;
    const warning = { code: 'unreadable', criterion: 'satisfaction' };
    expect(compiled.grade({ values: { salesAmount: 5 }, doubts })).toMatchObject({ tier: 'A', warnings: [warning] });
    expect(compiled.grade({ values: {}, doubts })).toMatchObject({
      status: 'unreadable',
      tier: null,
      review: [warning],
    });
  });

  test.each(['ambiguous', 'other-currency'] as const)('a value that is %s is for review', (code) => {
    const doubt = code === 'ambiguous' ? { code, text: '1.234' } : { code, currency: 'USD', amount: 5 };
    const facts = { values: { satisfaction: 0.9 }, doubts: { salesAmount: doubt } };
    const grade = fit([{ values: { salesAmount: 5, satisfaction: 0.9 } }]).grade(facts);
    expect(grade).toMatchObject({ status: 'review', tier: null, review: [{ code, criterion: 'salesAmount' }] });
  });

  test('sales that nobody else has cannot be compared, and are left out with a warning', () => {
    const compiled = fit([{ values: { satisfaction: 0.96 } }]);
    expect(compiled.grade({ values: { salesAmount: 9, satisfaction: 0.96 } })).toMatchObject({
      tier: 'A',
      score: 100,
      warnings: [{ code: 'nothing-to-compare', criterion: 'salesAmount' }],
    });
  });

  test('a day in the future is left out with a warning, but tomorrow is today somewhere', () => {
    const compiled = fit([{ values: { salesAmount: 5, lastPurchase: '2026-03-01' } }]);
    const on = (lastPurchase: string) => compiled.grade({ values: { salesAmount: 5, lastPurchase } });
    expect(on('2026-03-17').warnings).toEqual([{ code: 'future-date', criterion: 'lastPurchase' }]);
    expect(on('2026-03-16')).toMatchObject({ score: 100, warnings: [] });
  });
});

describe('the words for a grade', () => {
  const values = { paymentCollection: 0.91, satisfaction: 0.92, complaintRate: 0.004 };
  const compiled = fit([{ values }]);
  const grade = compiled.grade({ values });
  const next = compiled.nextTier({ values });

  test('say what was won, what could have been, and where the top band starts', () => {
    expect(grade.reasons.map((reason) => reasonText(reason, compiled.fitted, 'en'))).toEqual([
      'Satisfaction 92 %: 28.3 of 33.3 points (top band starts at 95 %)',
      'Complaint rate 0.4 %: 22.2 of 22.2 points',
      'Payment collection 91 %: 28.9 of 44.4 points (top band starts at 98 %)',
    ]);
    const [, , collection] = grade.reasons;
    const inChinese = collection && reasonText(collection, compiled.fitted, 'zh-CN');
    expect(inChinese).toBe('回款率 91%：得 28.9 分，满分 44.4 分（最高档为 98%及以上）');
  });

  test('say what would lift the customer', () => {
    expect(grade).toMatchObject({ tier: 'B', score: 79.4 });
    expect(next && nextTierText(next, 'B', compiled.fitted, 'en')).toBe('Satisfaction 92 % → 95 %: B → A');
    expect(next && nextTierText(next, 'B', compiled.fitted, 'zh-TW')).toBe('客戶滿意度 92% → 95%：B → A');
  });

  test('tell close values apart, and never round a goal to where it is not reached', () => {
    const change = { tier: 'A', criterion: 'paymentCollection', from: 0.97996, to: 0.98 };
    expect(nextTierText(change, 'B', compiled.fitted, 'en')).toBe('Payment collection 97.996 % → 98 %: B → A');
    const sales = { tier: 'A', criterion: 'salesAmount', from: 400_000, to: 512_345.67 };
    expect(nextTierText(sales, 'B', compiled.fitted, 'en')).toBe(
      'Sales amount 400,000 → 512,346 (112,346 more): B → A',
    );
    expect(nextTierText(sales, 'B', compiled.fitted, 'zh-CN')).toBe('销售额 40万 → 51.3万（增加 11.3万）：B → A');
  });

  test('put the word before the letter', () => {
    expect(LANGUAGES.map((language) => tierText('A', accountValue, language))).toEqual(['Tier A', '等级 A', '等級 A']);
  });

  test('exist in every language for every remark and status', () => {
    const codes = ['other-currency', 'ambiguous', 'unreadable', 'missing', 'too-little-known', 'no-data'];
    codes.push('nothing-to-compare', 'future-date', 'absent', 'stands-in', 'few-to-compare');
    for (const language of LANGUAGES) {
      for (const code of codes) {
        const text = remarkText({ code, criterion: 'satisfaction' }, compiled.fitted, language);
        expect(text).not.toContain(code);
        expect(text.length).toBeGreaterThan(8);
      }
      for (const status of ['graded', 'review', 'out-of-market', 'unreadable'] as const) {
        expect(statusText(status, language)).not.toBe('');
      }
    }
  });
});

function fit(population: readonly Facts[]): CompiledScheme {
  return compileScheme(fitScheme(accountValue, population, { asOf: AS_OF }));
}

function tierCounts(population: readonly Facts[]): Record<string, number> {
  const compiled = fit(population);
  const counts: Record<string, number> = {};
  for (const facts of population) {
    const tier = compiled.code(facts).tier ?? 'none';
    counts[tier] = (counts[tier] ?? 0) + 1;
  }
  return counts;
}

function dayOf(text: string): CalendarDate {
  const day = parseIsoDate(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}
