import { describe, expect, test } from 'vitest';
import { type CalendarDate, parseIsoDate } from '../../../core/calendar-date.ts';
import type { Facts, FactValue } from '../../../core/customer.ts';
import { checkScheme } from '../../../core/grading/check-scheme.ts';
import { type CompiledScheme, compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import type { Criterion, KnockOut, Scheme } from '../../../core/grading/scheme.ts';
import type { Method, Rule } from '../../../core/grading/scheme-methods.ts';
import { nextTierText } from '../../../core/text/grading-text.ts';
import { byRank } from '../../support/example-schemes.ts';

// that nothing smaller does, and that none is missed, is held in find-change.laws.test.ts

test('ties: whoever reaches the value of the last customer of a tier gets it, without another losing it', () => {
  const population = [90, 70, 50, 30, 10].map((profit): Facts => ({ values: { profit } }));
  const compiled = compileScheme(fitScheme(byRank, population, { asOf: day('2026-03-15'), currency: 'CNY' }));
  expect(compiled.nextTier({ values: { profit: 50 } })).toEqual({ tier: 'B', criterion: 'profit', from: 50, to: 70 });
  const lifted = [90, 70, 70, 30, 10].map((profit): Facts => ({ values: { profit } }));
  const again = compileScheme(fitScheme(byRank, lifted, { asOf: day('2026-03-15') }));
  expect(lifted.map((facts) => again.grade(facts).tier)).toEqual(['A', 'B', 'B', 'D', 'D']);
});

describe('a day is found to the day', () => {
  test.each<[asOf: string, isAhead: boolean, from: string, to: string]>([
    // at most three months ago
    ['2026-03-15', false, '2025-01-01', '2025-12-15'],
    ['2026-05-31', false, '2025-01-01', '2026-03-01'],
    ['2028-02-29', false, '2025-01-01', '2027-11-29'],
    ['2027-02-28', false, '2025-01-01', '2026-11-28'],
    ['2026-01-01', false, '2025-01-01', '2025-10-01'],
    // at most three months to come
    ['2026-03-15', true, '2027-01-01', '2026-06-15'],
    ['2026-11-30', true, '2027-06-01', '2027-02-28'],
    ['2027-11-30', true, '2028-06-01', '2028-02-29'],
    ['2026-03-31', true, '2027-01-01', '2026-06-30'],
    ['2026-10-31', true, '2027-06-01', '2027-01-31'],
  ])('as of %s (ahead: %s), %s must become %s', (asOf, isAhead, from, to) => {
    const rules = [{ when: { due: { upTo: 3 } }, outcome: 'A' }];
    const due: Criterion = { id: 'due', type: 'date', direction: 'lower-is-better', titles: { en: 'Due' }, isAhead };
    const compiled = compiledBy(due, { rules, asOf });
    expect(compiled.nextTier({ values: { due: from } })).toEqual({ tier: 'A', criterion: 'due', from, to });
  });

  test('beyond a bound: the next day, and back again', () => {
    const due: Criterion = {
      id: 'due',
      type: 'date',
      direction: 'lower-is-better',
      titles: { en: 'Due' },
      isAhead: true,
    };
    const compiled = compiledBy(due, { rules: [{ when: { due: { upTo: 3 } }, outcome: 'A' }], asOf: '2026-03-15' });
    expect(compiled.drop({ values: { due: '2026-04-01' } })).toMatchObject({ tier: 'C', to: '2026-06-16' });
    expect(compiled.nextTier({ values: { due: '2026-06-16' } })).toMatchObject({ tier: 'A', to: '2026-06-15' });
  });
});

describe('what is counted changes by whole numbers', () => {
  const orders: Criterion = { id: 'orders', type: 'count', titles: { en: 'Orders' } };
  const rules: Rule[] = [
    { when: { orders: { above: 4, below: 5 } }, outcome: 'A' },
    { when: { orders: { above: 6.5 } }, outcome: 'B' },
  ];

  test('to one that there is, past those that there cannot be', () => {
    const compiled = compiledBy(orders, { rules });
    expect(compiled.nextTier({ values: { orders: 2 } })).toEqual({ tier: 'B', criterion: 'orders', from: 2, to: 7 });
    expect(compiled.drop({ values: { orders: 9 } })).toEqual({ tier: 'C', criterion: 'orders', from: 9, to: 6 });
  });

  test('a count that came with a fraction is taken as it is', () => {
    const compiled = compiledBy(orders, { rules });
    expect(compiled.nextTier({ values: { orders: 2.5 } })).toMatchObject({ tier: 'A', to: 4, beyond: 'above' });
  });
});

describe('words', () => {
  const channel: Criterion = {
    id: 'channel',
    type: 'text',
    titles: { en: 'Channel', 'zh-CN': '渠道', 'zh-TW': '通路' },
  };

  test('any other word, where a word that no rule names is as good as another', () => {
    const compiled = compiledBy(channel, {
      rules: [{ when: { channel: { is: ['Web'] } }, outcome: 'B' }],
      otherwise: 'A',
    });
    const change = compiled.nextTier({ values: { channel: 'ｗｅｂ' } });
    expect(change).toEqual({ tier: 'A', criterion: 'channel', from: 'ｗｅｂ', to: 'Web', beyond: 'other' });
    if (change === null) return;
    expect(nextTierText(change, 'B', compiled.fitted, 'en')).toBe('Channel ｗｅｂ → anything but Web: B → A');
    expect(nextTierText(change, 'B', compiled.fitted, 'zh-CN')).toBe('渠道 ｗｅｂ → 改为“Web”以外的其他内容：B → A');
  });

  test('a word without points is no way out', () => {
    const method: Method = { kind: 'bands', by: ['channel'], labels: { web: 'A', shop: 'C' } };
    const compiled = compiledBy(channel, { method });
    expect(compiled.drop({ values: { channel: 'web' } })).toMatchObject({ to: 'shop' });
    expect(
      compiledBy(channel, { method: { ...method, labels: { shop: 'C' } } }).nextTier({ values: { channel: 'shop' } }),
    ).toBeNull();
  });

  test('a knock-out compares words as all else does, and lets go of any other', () => {
    const method: Method = { kind: 'bands', by: ['sales'], bands: [{ from: 5, outcome: 'A' }, { outcome: 'B' }] };
    const knockOuts: KnockOut[] = [{ criterion: 'channel', when: { is: ['Blocked'] }, tier: 'C' }];
    const compiled = compiledBy(channel, { method, knockOuts });
    expect(compiled.code({ values: { sales: 9, channel: 'ＢＬＯＣＫＥＤ' } }).tier).toBe('C');
    expect(compiled.nextTier({ values: { sales: 9, channel: 'blocked' } })).toMatchObject({
      tier: 'A',
      beyond: 'other',
    });
  });
});

describe('from what is not known', () => {
  test('the worst place counts too: leaving out may be worse than little', () => {
    const years: Criterion = { id: 'years', type: 'months', titles: { en: 'Years' } };
    const method: Method = {
      kind: 'scorecard',
      criteria: [
        {
          criterion: 'sales',
          weight: 1,
          bands: [{ from: 9, points: 100 }, { from: 5, points: 10 }, { from: 1, points: 10 }, { points: 0 }],
        },
        { criterion: 'years', weight: 1, bands: [{ from: 12, points: 100 }, { points: 55 }] },
      ],
      cutOffs: [
        { outcome: 'A', from: 90 },
        { outcome: 'B', from: 30 },
      ],
    };
    const compiled = compiledBy(years, { method, population: [{ sales: 1 }, { sales: 9, years: 24 }] });
    expect(compiled.nextTier({ values: { sales: 1 } })).toEqual({
      tier: 'B',
      criterion: 'years',
      from: null,
      to: 12,
      beyond: 'below',
    });
  });
});

interface Making {
  readonly rules?: Rule[];
  readonly otherwise?: string;
  readonly method?: Method;
  readonly knockOuts?: KnockOut[];
  readonly asOf?: string;
  readonly population?: readonly Readonly<Record<string, FactValue>>[];
}

/** A scheme of three tiers over sales and one more criterion, in order and compiled. */
function compiledBy(criterion: Criterion, making: Making): CompiledScheme {
  const { rules = [], otherwise = 'C', knockOuts, population = [] } = making;
  const scheme: Scheme = {
    id: 'small',
    version: 1,
    titles: { en: 'Small' },
    tiers: ['A', 'B', 'C'].map((id) => ({ id, titles: { en: id } })),
    criteria: [{ id: 'sales', type: 'money', titles: { en: 'Sales' } }, criterion],
    method: making.method ?? { kind: 'decision-table', hitPolicy: 'first', rules, otherwise },
    ...(knockOuts && { knockOuts }),
  };
  expect(checkScheme(scheme)).toHaveProperty('scheme');
  const facts = population.map((values): Facts => ({ values }));
  return compileScheme(fitScheme(scheme, facts, { asOf: day(making.asOf ?? '2026-03-15') }));
}

function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error('no such day');
  return date;
}
