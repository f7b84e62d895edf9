import { describe, expect, test } from 'vitest';
import type { FactValue } from '../../core/customer.ts';
import { serviceFact } from '../../core/service-measures.ts';

describe('complaints that were logged', () => {
  test.each<[FactValue | undefined, number | undefined, FactValue | undefined]>([
    // the table, logged, counted
    [undefined, undefined, undefined],
    [3, undefined, 3],
    [3, 2, 5],
    [0, 1, 1],
    [false, 1, 1],
    ['none', 1, 1],
    [true, 1, true],
    ['high', 2, 'high'],
    [false, undefined, false],
  ])('%j in the table and %j logged count as %j', (stated, logged, counted) => {
    for (const fact of ['complaints', 'openComplaints'] as const) {
      expect(serviceFact(fact, stated, logged === undefined ? {} : { [fact]: logged })).toBe(counted);
    }
  });
});

test('complaints of which the table says nothing do not count, and the open ones do, since they hold a tier', () => {
  expect(serviceFact('complaints', undefined, { complaints: 2, openComplaints: 1 })).toBeUndefined();
  expect(serviceFact('openComplaints', undefined, { complaints: 2, openComplaints: 1 })).toBe(1);
});

describe('satisfaction', () => {
  test('is that of the survey where the table states none, or what it stated when the survey was made', () => {
    expect(serviceFact('satisfaction', undefined, { satisfaction: 0.4 })).toBe(0.4);
    expect(serviceFact('satisfaction', 0.8, { satisfaction: 0.4, satisfactionStated: 0.8 })).toBe(0.4);
  });

  test('is that of the table once it states something else than when the survey was made', () => {
    expect(serviceFact('satisfaction', 0.9, { satisfaction: 0.4, satisfactionStated: 0.8 })).toBe(0.9);
    expect(serviceFact('satisfaction', 0.9, { satisfaction: 0.4 })).toBe(0.9);
  });

  test('is that of the table where nobody was asked', () => {
    expect(serviceFact('satisfaction', 0.9, {})).toBe(0.9);
    expect(serviceFact('satisfaction', undefined, {})).toBeUndefined();
  });
});
