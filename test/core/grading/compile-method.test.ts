import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../core/customer.ts';
import { checkScheme } from '../../../core/grading/check-scheme.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitRemarks } from '../../../core/grading/fit-remarks.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import { receiptOf } from '../../../core/grading/receipt.ts';
import type { Scheme } from '../../../core/grading/scheme.ts';
import type { Method } from '../../../core/grading/scheme-methods.ts';
import { UncheckedSchemeError } from '../../../core/grading/unchecked-scheme.ts';
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

describe('what is doubtful behind a derived result', () => {
  const scheme = (method: Method): Scheme => ({
    id: 'fed',
    version: 1,
    titles: { en: 'Fed' },
    tiers: ['A', 'B'].map((id) => ({ id, titles: { en: id } })),
    criteria: [
      { id: 'sales', type: 'money', titles: { en: 'Sales' } },
      { id: 'need', type: 'yes-no', titles: { en: 'Need' } },
    ],
    derived: [
      {
        id: 'size',
        titles: { en: 'Size' },
        labels: ['large', 'small'].map((id) => ({ id, titles: { en: id } })),
        method: { kind: 'bands', by: ['sales'], bands: [{ from: 5, outcome: 'large' }, { outcome: 'small' }] },
      },
    ],
    method,
  });
  const scorecard: Method = {
    kind: 'scorecard',
    criteria: [
      { criterion: 'size', weight: 1, labels: { large: 100, small: 0 } },
      { criterion: 'need', weight: 2, answers: { yes: 100, no: 0 } },
    ],
    cutOffs: [{ outcome: 'A', from: 50 }],
  };
  const bands: Method = { kind: 'bands', by: ['size'], labels: { large: 'A', small: 'B' }, missing: 'B' };
  const matrix: Method = {
    kind: 'matrix',
    rows: 'need',
    columns: 'size',
    cells: { yes: { large: 'A', small: 'A' }, no: { large: 'A', small: 'B' } },
  };
  const sure = { values: { sales: 5, need: true } };
  const graded = (method: Method, facts: Facts) =>
    compileScheme(fitScheme(scheme(method), [sure], { asOf: AS_OF })).grade(facts);
  const outOfRange = { code: 'out-of-range', criterion: 'sales' };

  test.each([
    ['a scorecard does not leave it out', scorecard],
    ['bands do not take it for missing', bands],
  ])('%s: it is for review, by the field where it stands', (_, method) => {
    expect(graded(method, { values: { sales: -5, need: true } })).toMatchObject({ tier: null, review: [outOfRange] });
    const doubts = { sales: { code: 'ambiguous', text: '1.234' } } as const;
    expect(graded(method, { values: { need: true }, doubts })).toMatchObject({
      tier: null,
      review: [{ code: 'ambiguous', criterion: 'sales' }],
    });
  });

  test('a matrix whose other axis decides marks the tier', () => {
    expect(graded(matrix, { values: { sales: -5, need: true } })).toMatchObject({
      tier: 'A',
      review: [],
      warnings: [outOfRange],
    });
    expect(graded(matrix, { values: { sales: -5, need: false } })).toMatchObject({ tier: null, review: [outOfRange] });
  });

  test('what could not be read is left out as it would be by itself', () => {
    const doubts = { sales: { code: 'unreadable', text: '?' } } as const;
    expect(graded(scorecard, { values: { need: true }, doubts })).toMatchObject({
      tier: 'A',
      warnings: [{ code: 'unreadable', criterion: 'sales' }],
    });
  });

  test('a column that is called as a derived result is does not count', () => {
    expect(graded(bands, { values: { sales: 9, size: 'small' } })).toMatchObject({ tier: 'A' });
    expect(graded(bands, { values: { sales: 9 }, doubts: { size: { code: 'ambiguous', text: '?' } } })).toMatchObject({
      tier: 'A',
    });
  });
});

describe('a knock-out', () => {
  const scheme: Scheme = {
    id: 'knocked',
    version: 1,
    titles: { en: 'Knocked' },
    tiers: ['A', 'B'].map((id) => ({ id, titles: { en: id } })),
    criteria: [
      { id: 'sales', type: 'money', titles: { en: 'Sales' } },
      { id: 'bought', type: 'date', direction: 'lower-is-better', titles: { en: 'Last purchase' } },
    ],
    knockOuts: [
      { criterion: 'bought', when: { above: 12 }, tier: 'B' },
      { criterion: 'sales', when: { below: 1 }, tier: 'B' },
    ],
    method: { kind: 'bands', by: ['sales'], bands: [{ from: 5, outcome: 'A' }, { outcome: 'B' }] },
  };
  const facts: Facts = { values: { sales: 9, bought: '2026-01-01' } };
  const fitted = fitScheme(scheme, [facts], { asOf: AS_OF });
  const compiled = compileScheme(fitted);

  test('says of a day to come what is wrong with it, and of one thing once', () => {
    expect(compiled.grade({ values: { sales: 9, bought: '2027-01-01' } }).warnings).toEqual([
      { code: 'future-date', criterion: 'bought' },
    ]);
    expect(compiled.grade({ values: { sales: -9 } }).review).toEqual([{ code: 'out-of-range', criterion: 'sales' }]);
  });

  test('whose criterion a customer lacks is told of in its receipt, and one that nobody has with the whole run', () => {
    expect(receiptOf(compiled, { values: { sales: 9 } }).missing).toEqual(['bought']);
    expect(fitRemarks(fitScheme(scheme, [{ values: { sales: 9 } }], { asOf: AS_OF }))).toContainEqual({
      code: 'absent',
      criterion: 'bought',
    });
    expect(fitRemarks(fitted).map(({ code }) => code)).not.toContain('absent');
  });
});

describe('a scheme that nobody has checked', () => {
  const criteria: Scheme['criteria'] = [{ id: 'sales', type: 'money', titles: { en: 'Sales' } }];
  const method: Method = { kind: 'bands', by: ['sales'], bands: [{ from: 5, outcome: 'A' }, { outcome: 'B' }] };
  const cutOffs = [{ outcome: 'A', from: 5 }];
  const sound: Scheme = {
    id: 'x',
    version: 1,
    titles: { en: 'X' },
    tiers: ['A', 'B'].map((id) => ({ id, titles: { en: id } })),
    criteria,
    method,
  };
  const labelled = (id: string, by: string) => ({
    id,
    titles: { en: id },
    labels: ['x', 'y'].map((label) => ({ id: label, titles: { en: label } })),
    method: { kind: 'bands' as const, by: [by], labels: { x: 'x', y: 'y' } },
  });

  test.each<[what: string, scheme: Scheme, message: string]>([
    ['bands of nothing', { ...sound, method: { ...method, by: ['profit'] } }, 'There is no criterion profit'],
    [
      'a score for nothing',
      { ...sound, method: { kind: 'scorecard', criteria: [{ criterion: 'profit', weight: 1 }], cutOffs } },
      'There is no criterion profit',
    ],
    [
      'a tier without a cut-off',
      {
        ...sound,
        method: {
          kind: 'scorecard',
          criteria: [{ criterion: 'sales', weight: 1, bands: [{ points: 1 }] }],
          cutOffs: [],
        },
      },
      'There is no cut-off for A',
    ],
    [
      'a rule about nothing',
      {
        ...sound,
        method: {
          kind: 'decision-table',
          hitPolicy: 'first',
          rules: [{ when: { profit: { from: 1 } }, outcome: 'A' }],
        },
      },
      'There is no criterion profit',
    ],
    [
      'a matrix with a hole',
      {
        ...sound,
        method: { kind: 'matrix', rows: 'a', columns: 'b', cells: { x: { u: 'A', v: 'B' }, y: { u: 'A' } } },
      },
      'The matrix has no cell for y and v',
    ],
    [
      'a knock-out of nothing',
      { ...sound, knockOuts: [{ criterion: 'profit', when: { below: 1 }, tier: 'B' }] },
      'There is no criterion profit',
    ],
    [
      'a knock-out into nowhere',
      { ...sound, knockOuts: [{ criterion: 'sales', when: { below: 1 }, tier: 'E' }] },
      'There is no tier E',
    ],
    [
      'a circle',
      { ...sound, derived: [labelled('one', 'two'), labelled('two', 'one')] },
      'Derived results go round in a circle',
    ],
  ])('%s is a clear error, and no grade', (_, scheme, message) => {
    expect(checkScheme(scheme)).toHaveProperty('problems');
    expect(() => compileScheme(fitScheme(scheme, [], { asOf: AS_OF }))).toThrow(new UncheckedSchemeError(message));
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
