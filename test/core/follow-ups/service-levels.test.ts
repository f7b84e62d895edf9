import { describe, expect, test } from 'vitest';
import { bookLoad, customerDays } from '../../../core/follow-ups/book-load.ts';
import { contactSum, contactsAMonth, dayShares } from '../../../core/follow-ups/contact-share.ts';
import {
  levelOf,
  type ServiceLevel,
  type ServiceLevels,
  serviceLevels,
} from '../../../core/follow-ups/service-levels.ts';
import type { Scheme, Tier } from '../../../core/grading/scheme.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { BUILT_IN_SCHEMES } from '../../../core/schemes/built-in-schemes.ts';
import { salesPipeline } from '../../../core/schemes/sales-pipeline.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { LEVELS } from '../../support/follow-ups.ts';

const name = ({ stage, tier }: ServiceLevel): string => `${stage} ${tier ?? 'new'}`;

describe('the levels of a workspace', () => {
  test('come by place, prospects before customers, those without a tier before the last', () => {
    expect(LEVELS.map(name)).toEqual([
      'prospect A',
      'customer A',
      'prospect B',
      'customer B',
      'prospect C',
      'customer C',
      'prospect new',
      'customer new',
      'prospect D',
      'customer D',
    ]);
  });

  /** What every business gets unless it says otherwise: days, days at most, minutes, hours until a complaint is answered, days between surveys. */
  test.each([
    ['prospect A', 7, 10, 90, 4, null],
    ['prospect B', 14, 21, 60, 8, null],
    ['prospect C', 30, 45, 30, 16, null],
    ['prospect new', 28, 42, 20, 16, null],
    ['prospect D', 90, 120, 20, 40, null],
    ['customer A', 7, 14, 90, 4, 90],
    ['customer B', 14, 30, 60, 8, 180],
    ['customer C', 30, 60, 30, 16, 365],
    ['customer new', 30, 60, 20, 16, null],
    ['customer D', 90, 180, 20, 40, null],
  ])('%s', (level, ...numbers) => {
    const { everyDays, longestDays, contactMinutes, complaintHours, surveyEveryDays } =
      LEVELS.find((each) => name(each) === level) ?? expect.fail();
    expect([everyDays, longestDays, contactMinutes, complaintHours, surveyEveryDays]).toEqual(numbers);
  });

  test('are there without any scheme, for those without a tier', () => {
    expect(serviceLevels({ prospects: undefined, customers: undefined }).map(name)).toEqual([
      'prospect new',
      'customer new',
    ]);
  });

  test.each(BUILT_IN_SCHEMES)('of $id say all that a plan needs, D and whatever is last included', (scheme) => {
    for (const level of serviceLevels({ prospects: salesPipeline, customers: scheme })) {
      expect(level.methods.length, name(level)).toBeGreaterThan(2);
      expect(level.longestDays).toBeGreaterThanOrEqual(level.everyDays);
      for (const language of LANGUAGES) expect(level.policy?.[language]).toBeTruthy();
    }
  });
});

describe('what a playbook leaves out', () => {
  const TIERS: Tier[] = ['best', 'second', 'third', 'last'].map((id) => ({ id, titles: { en: id } }));
  const withTiers = (tiers: Tier[]): Scheme => ({ ...accountValue, tiers });
  const levelsWith = (playbook: Tier['playbook'], stage: 'prospects' | 'customers' = 'customers'): ServiceLevels => {
    const scheme = withTiers(TIERS.map((tier, index) => (index === 1 && playbook ? { ...tier, playbook } : tier)));
    return serviceLevels({ prospects: undefined, customers: undefined, [stage]: scheme });
  };
  const second = (playbook: Tier['playbook']): ServiceLevel =>
    levelsWith(playbook).find(({ tier }) => tier === 'second') ?? expect.fail();

  test('comes from the place of the tier', () => {
    const levels = levelsWith(undefined).filter(({ tier }) => tier !== null);
    expect(levels.map(({ everyDays }) => everyDays)).toEqual([7, 14, 30, 90]);
    expect(levels.map(({ contactMinutes }) => contactMinutes)).toEqual([90, 60, 30, 20]);
    expect(levels.map(({ complaintHours }) => complaintHours)).toEqual([4, 8, 16, 40]);
    expect(levels.map(({ surveyEveryDays }) => surveyEveryDays)).toEqual([90, 180, 365, null]);
  });

  test('is the same by place where a scheme has other numbers of tiers', () => {
    const daysOf = (count: number): number[] => {
      const tiers = Array.from({ length: count }, (_, index): Tier => ({ id: `t${index}`, titles: { en: 'x' } }));
      const levels = serviceLevels({ prospects: undefined, customers: withTiers(tiers) });
      return levels.filter(({ tier }) => tier !== null).map(({ everyDays }) => everyDays);
    };
    expect(daysOf(2)).toEqual([7, 90]);
    expect(daysOf(3)).toEqual([7, 30, 90]);
    expect(daysOf(6)).toEqual([7, 14, 14, 30, 30, 90]);
  });

  test('asks no prospect how satisfied it is', () => {
    for (const { surveyEveryDays } of levelsWith(undefined, 'prospects')) expect(surveyEveryDays).toBeNull();
  });

  test('is left out on purpose where it is surveys or days of a rep', () => {
    const level = second({ everyDays: 10 });
    expect(level.surveyEveryDays).toBeNull();
    expect(level.capacity).toBeNull();
    expect(second({ surveyEveryDays: 30 }).surveyEveryDays).toBe(30);
  });

  test.each([
    [{ everyDays: 10 }, 10, 20],
    [{ longestDays: 10 }, 10, 10],
    [{ longestDays: 40 }, 14, 40],
    [{ everyDays: 3, longestDays: 4 }, 3, 4],
  ])('%j gives %i days, %i at most', (playbook, everyDays, longestDays) => {
    expect(second(playbook)).toMatchObject({ everyDays, longestDays });
  });

  test('is a method, if the list is empty', () => {
    expect(second({ methods: [] }).methods[0]).toBe('phone');
    expect(second({ methods: ['sms'] }).methods).toEqual(['sms']);
  });
});

describe('a customer’s level', () => {
  test.each([
    [{ stage: 'prospect', status: 'graded', tier: 'A' }, 'prospect A'],
    [{ stage: 'customer', status: 'graded', tier: 'A' }, 'customer A'],
    [{ stage: 'prospect', status: null, tier: null }, 'prospect new'],
    [{ stage: 'prospect', status: 'review', tier: null }, 'prospect new'],
    [{ stage: 'customer', status: 'unreadable', tier: null }, 'customer new'],
    [{ stage: 'customer', status: 'graded', tier: 'gold' }, 'customer new'],
    [{ stage: 'prospect', status: 'out-of-market', tier: null }, 'prospect D'],
  ] as const)('%j', (customer, level) => {
    expect(name(levelOf(LEVELS, customer))).toBe(level);
  });

  test('is that of customers without a tier outside the market of no scheme', () => {
    const levels = serviceLevels({ prospects: undefined, customers: undefined });
    expect(name(levelOf(levels, { stage: 'prospect', status: 'out-of-market', tier: null }))).toBe('prospect new');
  });
});

describe('the shares of a day', () => {
  test('are the days of S2 of 20, and nothing of its own for everybody else', () => {
    const shares = dayShares(LEVELS);
    const named = LEVELS.map((level, rank) => [name(level), shares[rank]] as const).filter(([, share]) => share !== 0);
    expect(named).toEqual([
      ['prospect A', 0.5],
      ['prospect B', 0.2],
      ['prospect C', 0.2],
      ['prospect new', 0.1],
    ]);
  });

  test('give way in proportion where they would be more than the day', () => {
    const twice = LEVELS.map((level) => ({ ...level, capacity: { customers: 10, daysAMonth: 4 } }));
    const shares = dayShares(twice);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(new Set(shares)).toEqual(new Set([0.1]));
  });

  test('hold by the sums of S2: customers × contacts × minutes are the days', () => {
    for (const level of LEVELS) {
      const sum = contactSum(level);
      if (sum === null) continue;
      expect((sum.customers * sum.contactsAMonth * sum.contactMinutes) / 480).toBeCloseTo(sum.daysAMonth);
    }
    expect(LEVELS.map(contactSum).filter((sum) => sum === null)).toHaveLength(6);
  });

  test.each([
    ['prospect A', 20 / 3],
    ['prospect B', 8 / 3],
    ['prospect C', 8 / 3],
    ['prospect new', 1.2],
    ['customer A', 4],
    ['customer D', 28 / 90],
  ])('%s has %f contacts a month', (level, contacts) => {
    expect(contactsAMonth(LEVELS.find((each) => name(each) === level) ?? expect.fail())).toBeCloseTo(contacts);
  });
});

describe('the load of a book', () => {
  const counted = (counts: Readonly<Record<string, number>>) => (level: ServiceLevel) => counts[name(level)] ?? 0;

  test('is exactly the month with the book of S2', () => {
    const load = bookLoad(LEVELS, counted({ 'prospect A': 8, 'prospect B': 12, 'prospect C': 24, 'prospect new': 40 }));
    expect(load.days).toBeCloseTo(20);
    expect(load.overDays).toBeCloseTo(0);
    expect(load.levels.filter(({ customers }) => customers > 0).map(({ days, over }) => [days, over])).toEqual([
      [10, 0],
      [4, 0],
      [4, 0],
      [2, 0],
    ]);
  });

  test('says by how many a level is over or under', () => {
    const load = bookLoad(LEVELS, counted({ 'prospect A': 10, 'prospect B': 3 }));
    expect(load.levels.find(({ level }) => name(level) === 'prospect A')).toMatchObject({
      most: 8,
      over: 2,
      days: 12.5,
    });
    expect(load.levels.find(({ level }) => name(level) === 'prospect B')).toMatchObject({
      most: 12,
      over: -9,
      days: 1,
    });
    expect(load.overDays).toBeCloseTo(-6.5);
  });

  test('counts minutes × 28 ÷ days where a level has no days of its own', () => {
    const load = bookLoad(LEVELS, counted({ 'customer A': 10 }));
    expect(load.days).toBeCloseTo((10 * 90 * 4) / 480);
    expect(load.levels.find(({ level }) => name(level) === 'customer A')).toMatchObject({ most: null, over: null });
  });

  test('is heavier for a shorter day', () => {
    const [best = expect.fail()] = LEVELS;
    expect(customerDays(best)).toBeCloseTo(1.25);
    expect(customerDays(best, 240)).toBeCloseTo(2.5);
    expect(bookLoad(LEVELS, counted({ 'prospect A': 8 }), 240).days).toBeCloseTo(20);
  });
});
