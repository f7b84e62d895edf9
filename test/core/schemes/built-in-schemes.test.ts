import { describe, expect, test } from 'vitest';
import type { Facts, FactValue } from '../../../core/customer.ts';
import { checkScheme } from '../../../core/grading/check-scheme.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import type { Scheme, Titles } from '../../../core/grading/scheme.ts';
import { segmentsOf } from '../../../core/grading/scheme-inputs.ts';
import { BUILT_IN_SCHEMES, BUILT_IN_SEGMENT_SCHEMES, builtInScheme } from '../../../core/schemes/built-in-schemes.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { AS_OF } from '../../support/arbitrary-scheme.ts';

describe.each(BUILT_IN_SCHEMES)('$id', (scheme) => {
  test('passes the check', () => {
    expect(checkScheme(JSON.parse(JSON.stringify(scheme)))).toHaveProperty('scheme');
  });

  test('says everything in three languages, and how each tier is served', () => {
    const titled: Titles[] = [scheme.titles, ...scheme.criteria.map(({ titles }) => titles)];
    for (const { titles, playbook } of scheme.tiers) {
      titled.push(titles);
      expect(playbook?.everyDays).toBeGreaterThan(0);
      expect(playbook?.contactMinutes).toBeGreaterThan(0);
      expect(playbook?.methods?.length).toBeGreaterThan(0);
      titled.push(playbook?.policy ?? {});
    }
    for (const { titles, labels } of [...(scheme.derived ?? []), ...(scheme.segments ?? [])]) {
      titled.push(titles, ...labels.map((label) => label.titles));
    }
    for (const titles of titled)
      for (const language of LANGUAGES) expect(titles[language], JSON.stringify(titles)).toBeTruthy();
  });

  test('tells tiers of the same title apart', () => {
    for (const language of LANGUAGES) {
      expect(new Set(scheme.tiers.map(({ titles }) => titles[language])).size).toBe(scheme.tiers.length);
    }
  });
});

test.each(BUILT_IN_SEGMENT_SCHEMES)('$id says everything in three languages', (document) => {
  const titled = [document.titles, ...document.criteria.map(({ titles }) => titles)];
  for (const { titles, labels } of [...(document.derived ?? []), ...document.segments]) {
    titled.push(titles, ...labels.map((label) => label.titles));
  }
  for (const titles of titled)
    for (const language of LANGUAGES) expect(titles[language], JSON.stringify(titles)).toBeTruthy();
});

test('no two built-in schemes or segments have the same id', () => {
  const ids = [...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES.flatMap(segmentsOf)].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

/** The sources' rows, each graded among the others and a spread of customers. */
const ROWS: readonly (readonly [id: string, values: Facts['values'], tier: string])[] = [
  // S4: market share, sales contribution, demand volume, room for growth
  ['market-share', { marketShare: 'high', contribution: 'high', demandVolume: 'high', growthPotential: true }, 'A'],
  [
    'market-share',
    { marketShare: 'medium', contribution: 'high', demandVolume: 'medium', growthPotential: 'medium' },
    'B',
  ],
  ['market-share', { marketShare: 'low', contribution: 'medium', demandVolume: 'low', growthPotential: 'low' }, 'C'],
  ['market-share', { marketShare: 'low', contribution: 'low', demandVolume: 'none', growthPotential: 'none' }, 'D'],
  // S5
  [
    'relationship-value',
    all('high', ['cooperationHistory', 'profit', 'loyalty', 'wordOfMouth', 'growthPotential'], { competition: 'low' }),
    'A',
  ],
  [
    'relationship-value',
    all('medium', ['cooperationHistory', 'profit', 'loyalty', 'wordOfMouth'], {
      growthPotential: 'high',
      competition: 'medium',
    }),
    'B',
  ],
  [
    'relationship-value',
    all('low', ['profit', 'loyalty', 'wordOfMouth', 'growthPotential'], {
      cooperationHistory: 'low',
      competition: 'high',
    }),
    'C',
  ],
  [
    'relationship-value',
    all('low', ['loyalty'], {
      cooperationHistory: 'none',
      profit: 'none',
      growthPotential: 'none',
      competition: 'high',
    }),
    'D',
  ],
  // S6
  ['service-grade', service('high'), 'A'],
  ['service-grade', service('medium'), 'B'],
  ['service-grade', service('low'), 'C'],
  ['service-grade', service('none'), 'D'],
  ['service-grade', { ...service('high'), overdueAmount: 1 }, 'D'],
  ['service-grade', { ...service('high'), overdueAmount: true }, 'D'],
  ['service-grade', { ...service('high'), overdueAmount: 0, salesAmount: 0 }, 'D'],
  ['service-grade', { ...service('high'), lastPurchase: '2025-02-01' }, 'D'],
  // S7
  ['spend-level', { salesAmount: 'high' }, 'high'],
  ['spend-level', { salesAmount: 'medium' }, 'medium'],
  ['spend-level', { salesAmount: 'low' }, 'low'],
  // S8
  ['medal', { salesAmount: 'high', orders: 'high', complaints: 0 }, 'gold'],
  ['medal', { salesAmount: 'medium', orders: 'medium', complaints: 1 }, 'silver'],
  ['medal', { salesAmount: 'low', orders: 'low', complaints: 9 }, 'bronze'],
  // S10
  ['size-potential', { businessVolume: 'high', growthPotential: 'high' }, 'key-account'],
  ['size-potential', { businessVolume: 'high', growthPotential: 'low' }, 'maintain'],
  ['size-potential', { businessVolume: 'low', growthPotential: true }, 'growth-account'],
  ['size-potential', { businessVolume: 'low', growthPotential: 'low' }, 'minimise'],
  // S11
  ['contribution', all('high', ['contribution', 'salesAmount', 'growthPotential', 'cooperationHistory'], {}), 'A'],
  [
    'contribution',
    all('high', ['contribution', 'salesAmount'], { growthPotential: 'medium', cooperationHistory: 'high' }),
    'B',
  ],
  ['contribution', all('high', ['contribution', 'salesAmount'], { growthPotential: 'low' }), 'B'],
  [
    'contribution',
    { contribution: 'medium', salesAmount: 'medium', growthPotential: 'low', cooperationHistory: 'low' },
    'C',
  ],
  ['contribution', all('low', ['contribution', 'salesAmount', 'growthPotential', 'cooperationHistory'], {}), 'D'],
  // S12
  ['dependence', all('high', ['dependence', 'businessVolume', 'loyalty', 'cooperationWillingness'], {}), 'high'],
  ['dependence', all('medium', ['dependence', 'businessVolume', 'loyalty', 'cooperationWillingness'], {}), 'medium'],
  ['dependence', all('low', ['dependence', 'businessVolume', 'loyalty', 'cooperationWillingness'], {}), 'general'],
  // S13
  [
    'bank-customer',
    all('high', ['assets', 'contribution', 'deposits', 'creditLine', 'investments'], { creditRating: 'aaa' }),
    'vip',
  ],
  [
    'bank-customer',
    all('medium', ['contribution', 'deposits', 'creditLine', 'investments'], { assets: 'high', creditRating: 'BBB' }),
    'high-value',
  ],
  [
    'bank-customer',
    all('medium', ['deposits', 'creditLine', 'contribution'], {
      assets: 'low',
      investments: 'low',
      creditRating: '良',
    }),
    'potential',
  ],
  [
    'bank-customer',
    all('low', ['assets', 'contribution', 'deposits', 'creditLine', 'investments'], { creditRating: 'CCC' }),
    'general',
  ],
  // S14
  ['wealth', { assets: 'high', transactionFrequency: 'high' }, 'high-value'],
  ['wealth', { assets: 'medium', transactionFrequency: 'low' }, 'ordinary'],
  ['wealth', { assets: 'none', transactionFrequency: 'none' }, 'potential'],
];

test.each(ROWS)('%s grades %j as %s', (id, values, tier) => {
  const scheme = builtInScheme(id) ?? expect.fail();
  const others = ROWS.filter(([other]) => other === id).map((row): Facts => ({ values: row[1] }));
  expect(gradeIn(scheme, others, { values }).tier).toBe(tier);
});

/** Best first; the size of the population, and how many are in each tier. */
describe('the value pyramid', () => {
  const pyramid = builtInScheme('value-pyramid') ?? expect.fail();

  test.each([
    [1000, [10, 190, 300, 500]],
    [100, [1, 19, 30, 50]],
    [40, [1, 7, 12, 20]],
    [3, [1, 0, 1, 1]],
    [1, [1, 0, 0, 0]],
  ])('%i customers of different profit', (size, counts) => {
    const customers = Array.from({ length: size }, (_, index): Facts => ({ values: { profit: index + 1 } }));
    const compiled = compileScheme(fitScheme(pyramid, customers, { asOf: AS_OF }));
    const tiers = customers.map((facts) => compiled.code(facts).tier);
    expect(pyramid.tiers.map(({ id }) => tiers.filter((tier) => tier === id).length)).toEqual(counts);
  });

  test('customers of equal profit are in the same tier, and those without any are small', () => {
    const profits = [50, 20, 20, 20, 20, 10, 10, 0, 0, -5];
    const customers = profits.map((profit): Facts => ({ values: { profit } }));
    const compiled = compileScheme(fitScheme(pyramid, customers, { asOf: AS_OF }));
    expect(customers.map((facts) => compiled.code(facts).tier)).toEqual([
      'important',
      ...Array.from({ length: 4 }, () => 'secondary'),
      'small',
      'small',
      'small',
      'small',
      'small',
    ]);
  });

  test('says what share of the whole each tier really brings', () => {
    const customers = [800, 50, 50, 50, 50].map((profit): Facts => ({ values: { profit } }));
    const { brings } = fitScheme(pyramid, customers, { asOf: AS_OF });
    expect(brings).toEqual({ important: 0.8, secondary: 0, ordinary: 0.2, small: 0 });
  });

  test('goes by sales where nobody has a profit', () => {
    const customers = [1, 2, 3].map((salesAmount): Facts => ({ values: { salesAmount } }));
    expect(gradeIn(pyramid, customers, customers[2] ?? expect.fail()).tier).toBe('important');
  });
});

test.each([
  [{ creditRating: 'AAA', riskAppetite: 'low', returnVolatility: 0.02 }, 'low-risk'],
  [{ creditRating: 'BB', riskAppetite: 'medium' }, 'medium-risk'],
  [{ creditRating: 'CC', riskAppetite: 'high', returnVolatility: 0.5 }, 'high-risk'],
])('the risk segment of a bank customer with %j is %s', (values, label) => {
  const [risk] = segmentsOf(builtInScheme('bank-customer') ?? expect.fail());
  expect(gradeIn(risk ?? expect.fail(), [{ values }], { values }).tier).toBe(label);
});

function gradeIn(scheme: Scheme, population: readonly Facts[], facts: Facts) {
  return compileScheme(fitScheme(scheme, population, { asOf: AS_OF })).grade(facts);
}

function all(value: FactValue, ids: readonly string[], others: Facts['values']): Facts['values'] {
  return { ...Object.fromEntries(ids.map((id) => [id, value])), ...others };
}

function service(value: FactValue): Facts['values'] {
  return all(
    value,
    ['standing', 'growthPotential', 'contribution', 'demonstrationEffect', 'influence', 'businessVolume'],
    {},
  );
}
