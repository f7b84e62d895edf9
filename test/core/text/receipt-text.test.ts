import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import type { FactValue } from '../../../core/customer.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import { type Receipt, receiptOf } from '../../../core/grading/receipt.ts';
import type { Scheme } from '../../../core/grading/scheme.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { BUILT_IN_SCHEMES } from '../../../core/schemes/built-in-schemes.ts';
import { contribution } from '../../../core/schemes/contribution.ts';
import { medal } from '../../../core/schemes/medal.ts';
import { salesPipeline } from '../../../core/schemes/sales-pipeline.ts';
import { serviceGrade } from '../../../core/schemes/service-grade.ts';
import { sizePotential } from '../../../core/schemes/size-potential.ts';
import { spendLevel } from '../../../core/schemes/spend-level.ts';
import { valuePyramid } from '../../../core/schemes/value-pyramid.ts';
import type { Language } from '../../../core/text/language.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { type ReceiptPart, receiptSections, receiptSource } from '../../../core/text/receipt-text.ts';
import { believableCustomers } from '../../support/believable-customers.ts';
import { byRules, portfolio } from '../../support/example-schemes.ts';

const AS_OF = '2026-11-25' as CalendarDate;

type Values = Readonly<Record<string, FactValue>>;

function receipt(scheme: Scheme, own: Values, others: readonly Values[] = []): Receipt {
  const population = [own, ...others].map((values) => ({ values }));
  const compiled = compileScheme(fitScheme(scheme, population, { asOf: AS_OF, currency: 'CNY' }));
  return receiptOf(compiled, { values: own });
}

function lines(of: Receipt, part: ReceiptPart, language: Language = 'en'): readonly string[] {
  return receiptSections(of, language).find((section) => section.part === part)?.lines ?? [];
}

/** Amounts 1,000, 2,000 … 10,000 for ten customers, so that shares can be reckoned by hand. */
const TEN = Array.from({ length: 9 }, (_, index) => 1000 * (index + 2));

describe('a receipt', () => {
  const answers = { objectiveNeed: true, hasSystem: false, subjectiveNeed: true };

  test('of a scorecard tells points won and lost, the own and the best band, and how far the next tiers are', () => {
    const of = receipt(accountValue, { salesAmount: 400, paymentCollection: 0.91, satisfaction: 0.96 });
    expect(lines(of, 'favour')).toContain(
      'Payment collection 91 %: 20 of 30.8 points, 10.8 lost (band 3 of 6, 90 % or more; best band: 98 % or more)',
    );
    expect(lines(of, 'favour')).toContain('Satisfaction 96 %: 23.1 of 23.1 points (band 1 of 6, 95 % or more)');
    expect(lines(of, 'cut-points')).toEqual([
      'Tier A from 80, Tier B from 62, Tier C from 45, Tier D the rest',
      'This customer: 89.2 points, 9.2 above the start of Tier A',
    ]);
    expect(lines(of, 'next-tier')).toEqual(['This is the best tier.']);
    expect(lines(of, 'favour', 'zh-CN')).toContain(
      '回款率 91%：得 20 分，失 10.8 分，满分 30.8 分（6 档中的第 3 档，90%及以上；最高档：98%及以上）',
    );
    expect(lines(of, 'favour', 'zh-TW')).toContain(
      '回款率 91%：得 20 分，失 10.8 分，滿分 30.8 分（6 個級距中的第 3 個，90%以上；最高級距：98%以上）',
    );
  });

  test('tells points won and lost that add up as they are shown: 12.75 of 15 is 12.8, and 2.2 lost', () => {
    const of = receipt(accountValue, {
      salesAmount: 400,
      paymentCollection: 0.99,
      orderStability: 'high',
      satisfaction: 0.9,
      yearsOfCooperation: 120,
      complaintRate: 0,
    });
    expect(lines(of, 'favour').find((one) => one.startsWith('Satisfaction'))).toMatch(
      /^Satisfaction 90 %: 12\.8 of 15 points, 2\.2 lost \(/,
    );
  });

  test('of quantiles tells the share, and how much more or less moves the customer', () => {
    const of = receipt(
      valuePyramid,
      { profit: 1000 },
      TEN.map((profit) => ({ profit })),
    );
    expect(lines(of, 'deciding')).toEqual(['Profit ¥1,000: Tier Small (less than ¥6,000)']);
    expect(lines(of, 'next-tier')).toEqual(['Profit ¥1,000 → ¥6,000 (¥5,000 more): Small → Ordinary']);
    expect(lines(of, 'next-tier', 'zh-CN')).toEqual(['利润 ¥1,000 → ¥6,000（增加 ¥5,000）：小客户 → 普通客户']);
    expect(lines(of, 'next-tier', 'zh-TW')).toEqual(['利潤 ¥1,000 → ¥6,000（增加 ¥5,000）：小客戶 → 普通客戶']);
    const better = receipt(
      valuePyramid,
      { profit: 9500 },
      TEN.map((profit) => ({ profit })),
    );
    expect(lines(better, 'deciding')).toEqual([
      'Profit ¥9,500: Tier Secondary (top 20 % of customers: ¥9,500 or more)',
    ]);
    expect(lines(better, 'drop')[0]).toMatch(/^Profit ¥9,500 → less than ¥9,500.*: Secondary → Ordinary$/);
  });

  test('of a decision table tells in words which answers make the tier, and what the rule asks for', () => {
    const of = receipt(salesPipeline, { ...answers, resolve: 'medium', selectionBegun: false });
    expect(lines(of, 'deciding')).toEqual([
      'It gives all the answers that make Tier B:',
      'Objective need: yes',
      'Has a system: no',
      'Subjective need: yes',
      'Resolve: medium (the rule asks for high or medium)',
      'Vendor selection begun: no',
    ]);
    expect(lines(of, 'drop')).toEqual(['Resolve medium → low: B → C']);
    expect(lines(of, 'deciding', 'zh-CN')[4]).toBe('决心：中（规则要求：高或中）');
    expect(lines(of, 'deciding', 'zh-TW')[0]).toBe('以下回答全部符合等級 B 的規則：');
    expect(lines(of, 'deciding').join()).not.toMatch(/rule \d/i);
  });

  test('names what chose between two tiers, and asks for it where it is not known', () => {
    const both = { ...answers, resolve: 'medium', selectionBegun: false };
    const chosen = receipt(salesPipeline, { ...both, monthsToClose: 8 });
    expect(lines(chosen, 'deciding').at(-1)).toBe(
      'Months to close: 8 months, which speaks for Tier C and chooses among the tiers that fit',
    );
    expect(lines(receipt(salesPipeline, both, [{ monthsToClose: 3 }]), 'missing')).toEqual(['Months to close']);
    expect(lines(receipt(salesPipeline, { ...both, monthsToClose: 3 }), 'missing')).toEqual([]);
  });

  test('of somebody outside the target market, and of answers that no rule takes, says so', () => {
    const none = receipt(salesPipeline, { objectiveNeed: false }, [{ ...answers, resolve: 'high' }]);
    expect(lines(none, 'deciding')[0]).toBe('It gives an answer that puts it outside the target market:');
    expect(lines(none, 'missing')).toEqual([]);
    const rest = receipt(contribution, { contribution: 0.1, salesAmount: 1, growthPotential: 'low' }, [
      { contribution: 0.9, salesAmount: 9, growthPotential: 'high', cooperationHistory: 9 },
      { contribution: 0.5, salesAmount: 5, growthPotential: 'low', cooperationHistory: 9 },
    ]);
    expect(lines(rest, 'deciding')[0]).toBe('No rule fits these answers. The scheme then gives Tier D.');
    const open = receipt(salesPipeline, { ...answers, subjectiveNeed: false, resolve: 'high' });
    expect(receiptSections(open, 'en').find(({ part }) => part === 'deciding')?.heading).toBe('What is known so far');
  });

  test('of rules over numbers and days tells the bounds', () => {
    const of = receipt(byRules, { orders: 12, lastPurchase: '2026-10-01' });
    expect(lines(of, 'deciding')).toEqual([
      'It gives all the answers that make Tier A:',
      'Orders: 12 (the rule asks for 10 or more)',
      'Last purchase: 1 Oct 2026 (the rule asks for 3 months ago or less)',
    ]);
    const others = { selectionBegun: false, channel: 'shop' };
    const lower = receipt(byRules, { ...others, orders: 12, lastPurchase: '2026-01-01' });
    expect(lines(lower, 'next-tier')).toEqual(['Last purchase 1 Jan 2026 → 25 Aug 2026 or later: D → A']);
    expect(lines(lower, 'next-tier', 'zh-CN')).toEqual(['Last purchase 2026年1月1日 → 2026年8月25日或之后：D → A']);
  });

  test('of a matrix tells the cell, and what put the customer into its row and column', () => {
    const others = TEN.map((businessVolume, index) => ({ businessVolume, growthPotential: index / 10 }));
    const of = receipt(sizePotential, { businessVolume: 1000, growthPotential: 0.85 }, others);
    expect(lines(of, 'deciding')).toEqual([
      'Size “small” and Potential “key” together make Tier Growth account',
      'Size: small',
      'Business volume ¥1,000: small (less than ¥6,000)',
      'Potential: key',
      'Growth potential 85 %: key (top 20 % of customers: 80 % or more)',
    ]);
    expect(lines(of, 'cut-points')).toEqual([
      'Size: large from ¥9,000, medium from ¥6,000, small the rest',
      'Potential: key from 80 %, potential from 50 %, general the rest',
    ]);
    expect(lines(of, 'deciding', 'zh-TW')[0]).toBe('規模「小型」、潛力「重點」，對應等級 成長客戶');
  });

  test('of a label that points gave names the values behind it, and no places of bands', () => {
    const of = receipt(portfolio, { businessVolume: 5, growthPotential: 'high', satisfaction: 0.8 });
    expect(lines(of, 'deciding')).toEqual([
      'Size “large” and Promise “much” together make Tier A',
      'Size: large',
      'Business volume ¥5: large (top 20 % of customers: ¥5 or more)',
      'Promise: much',
      'Growth potential: high',
      'Satisfaction: 80 %',
    ]);
  });

  test('of a word in a column of numbers does not speak of amounts', () => {
    const of = receipt(
      spendLevel,
      { salesAmount: 'medium' },
      TEN.map((salesAmount) => ({ salesAmount })),
    );
    expect(lines(of, 'deciding')).toEqual(['Spend medium: Tier Medium']);
    expect(lines(of, 'next-tier')).toEqual(['Spend medium → high: Medium → High']);
  });

  test('tells which knock-out applied and why, which did not, and which is not known', () => {
    const others = [{ lastPurchase: '2026-10-01', salesAmount: 5 }];
    const own = { standing: 'high', influence: 'high', demonstrationEffect: 'high', contribution: 0.5 };
    const of = receipt(serviceGrade, { ...own, overdueAmount: 500, lastPurchase: '2026-10-01' }, others);
    expect(lines(of, 'against')[0]).toBe(
      'Overdue amount ¥500: Tier D at best, whatever else speaks for it (knock-out: more than ¥0)',
    );
    expect(lines(of, 'spared-by')).toEqual([
      'Sales amount less than ¥0.01 would allow Tier D at best. This customer: not known',
      'Last purchase more than 12 months ago would allow Tier D at best. This customer: 1 Oct 2026',
    ]);
    expect(lines(of, 'missing')).toContain('Sales amount');
    expect(lines(of, 'next-tier')[0]).toMatch(/^Overdue amount ¥500 → ¥0 \(¥500 less\): D → /);
    expect(lines(of, 'spared-by', 'zh-CN')).toEqual([
      '销售额低于 ¥0.01 时，最高只能为等级 D；该客户的数据未知',
      '最近购买距今超过 12 个月时，最高只能为等级 D；该客户为 2026年10月1日',
    ]);
  });

  test('does not miss what another criterion stands for', () => {
    const others = [{ salesAmount: 5, complaintRate: 0.1, complaints: 3 }];
    expect(lines(receipt(accountValue, { salesAmount: 4, complaintRate: 0.1 }, others), 'missing')).toEqual([]);
    expect(lines(receipt(valuePyramid, { profit: 4 }, [{ profit: 5, salesAmount: 9 }]), 'missing')).toEqual([]);
    expect(lines(receipt(medal, { salesAmount: 4 }, [{ orders: 3 }]), 'missing')).toEqual(['Purchase frequency']);
  });

  test.each(BUILT_IN_SCHEMES.map((scheme) => [scheme.id, scheme] as const))(
    'by %s has every part in every language for everybody: scheme and version, cut points, and what moves the tier',
    (_, scheme) => {
      const population = believableCustomers(scheme, 40);
      for (const own of population) {
        const of = receipt(scheme, own, population);
        for (const language of LANGUAGES) {
          const sections = receiptSections(of, language);
          const text = sections.flatMap((section) => [section.heading, ...section.lines]).join('\n');
          expect(text).not.toMatch(/undefined|null|NaN|\[object|1\.797|e\+308| {2}/);
          expect(receiptSource(of, language)).toContain(String(scheme.version));
          const parts = new Set(sections.map(({ part }) => part));
          const { tier, status } = of.grade;
          if (tier !== null) expect(parts.has('next-tier')).toBe(true);
          if (tier !== null && tier !== scheme.tiers.at(-1)?.id) expect(parts.has('drop')).toBe(true);
          if (status === 'review') expect(parts.has('review')).toBe(true);
          if (scheme.method.kind !== 'decision-table') expect(parts.has('cut-points')).toBe(true);
          for (const missing of of.missing) expect(own[missing]).toBeUndefined();
        }
      }
    },
  );
});
