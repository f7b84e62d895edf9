import { describe, expect, test } from 'vitest';
import { checkScheme } from '../../../core/grading/check-scheme.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import type { Scheme } from '../../../core/grading/scheme.ts';
import type { Method } from '../../../core/grading/scheme-methods.ts';
import { AS_OF } from '../../support/arbitrary-scheme.ts';

describe('bands beside words', () => {
  test('a word that is called as a band is one of the words', () => {
    const grade = grader({
      kind: 'bands',
      by: ['stars'],
      bands: [{ from: 100, outcome: 'A' }, { from: 50, outcome: 'B' }, { outcome: 'C' }],
      labels: { '1': 'C', '3': 'A' },
    });
    expect([150, 60, 10].map((stars) => grade({ stars }))).toEqual(['A', 'B', 'C']);
  });
});

describe('a stated outcome and rules that withhold the tier', () => {
  const method: Method = {
    kind: 'decision-table',
    hitPolicy: 'first',
    rules: [
      { when: { growth: { below: 0 } }, outcome: 'out-of-market' },
      { when: { growth: { from: 1 } }, outcome: 'C' },
      { when: { growth: { below: 9 } }, outcome: 'review' },
    ],
    statedBy: { criteria: ['stars'], bands: [{ from: 5, outcome: 'A' }, { outcome: 'C' }] },
  };

  test('a rule that withholds it is never the nearest to what is stated', () => {
    expect(grader(method)({ growth: 3, stars: 6 })).toBe('C');
  });

  test('it decides where it comes first', () => {
    expect(grader(method)({ growth: -1, stars: 6 })).toBe('out-of-market');
  });
});

function grader(method: Method): (values: Readonly<Record<string, number>>) => string {
  const scheme: Scheme = {
    id: 'methods',
    version: 1,
    titles: { en: 'Methods' },
    tiers: ['A', 'B', 'C'].map((id) => ({ id, titles: { en: id } })),
    criteria: [
      { id: 'stars', type: 'number', titles: { en: 'Stars' } },
      { id: 'growth', type: 'number', titles: { en: 'Growth' } },
    ],
    method,
  };
  expect(checkScheme(scheme)).toHaveProperty('scheme');
  const { grade } = compileScheme(fitScheme(scheme, [{ values: { stars: 1 } }], { asOf: AS_OF }));
  return (values) => {
    const { tier, status } = grade({ values });
    return tier ?? status;
  };
}
