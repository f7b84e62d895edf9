import { describe, expect, test } from 'vitest';
import { contactHours, hoursByTier } from '../../../core/follow-ups/contact-hours.ts';
import { BUILT_IN_SCHEMES } from '../../../core/schemes/built-in-schemes.ts';
import { salesPipeline } from '../../../core/schemes/sales-pipeline.ts';

describe('hours a month that a customer takes', () => {
  test('are what the capacity says: 8 customers of tier A in 10 days of 8 hours are 10 hours each (S2)', () => {
    const hours = hoursByTier(salesPipeline);
    expect(hours.get('A')).toBeCloseTo((10 / 8) * 8);
    expect(hours.get('B')).toBeCloseTo((4 / 12) * 8);
    expect(hours.get('C')).toBeCloseTo((4 / 24) * 8);
  });

  test('are minutes times contacts in four weeks where there is no capacity', () => {
    expect(contactHours({ contactMinutes: 90, everyDays: 7 })).toBe(6);
    expect(contactHours({ contactMinutes: 60, everyDays: 14 })).toBe(2);
    expect(contactHours({ contactMinutes: 30, everyDays: 28 })).toBe(0.5);
  });

  test('do not depend on the cadence where there is a capacity, since all contacts of the month share its days', () => {
    const capacity = { customers: 12, daysAMonth: 4 };
    expect(contactHours({ capacity, everyDays: 7, contactMinutes: 1 })).toBe(contactHours({ capacity }));
  });

  test.each([[undefined], [{}], [{ everyDays: 7 }], [{ contactMinutes: 30 }]])('are not known from %j', (playbook) => {
    expect(contactHours(playbook)).toBeNull();
  });

  test('fall from the best tier to the last in every built-in scheme that orders its customers by effort', () => {
    for (const { id, tiers } of BUILT_IN_SCHEMES) {
      const [best, ...others] = tiers.map(({ playbook }) => contactHours(playbook));
      expect(best, id).toBeGreaterThan(Math.min(...others.map((hours) => hours ?? 0)));
    }
  });
});
