import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, calendarDate } from '../../../core/calendar-date.ts';
import type { Facts, FactValue } from '../../../core/customer.ts';
import { CUSTOMER_STAGE } from '../../../core/customer-stage.ts';
import { checkDocument } from '../../../core/grading/check-scheme.ts';
import { type CompiledScheme, compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import type { SegmentAsScheme, SegmentScheme } from '../../../core/grading/scheme.ts';
import { criteriaRead, segmentsOf } from '../../../core/grading/scheme-inputs.ts';
import { segmentDetails } from '../../../core/grading/segment-details.ts';
import { lifecycle } from '../../../core/schemes/lifecycle.ts';
import { readTable } from '../../../core/table/read-table.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { AS_OF } from '../../support/arbitrary-scheme.ts';

/** The scores of a customer: R5, F4, M5. */
type Scores = readonly [recency: string, frequency: string, monetary: string];

interface Customer {
  /** Days since the last purchase. */
  readonly days: number;
  readonly orders: number;
  readonly sales: number;
}

test('passes the check, and every label says in three languages what to do', () => {
  expect(checkDocument(JSON.parse(JSON.stringify(lifecycle)))).toMatchObject({ kind: 'segments' });
  for (const { labels } of lifecycle.segments) {
    for (const { playbook } of labels) {
      for (const language of LANGUAGES) expect(playbook?.policy?.[language]).toBeTruthy();
    }
  }
});

describe('RFM scores', () => {
  const arbitraryCustomers = fc.array(
    fc.record({
      days: fc.integer({ min: 0, max: 900 }),
      orders: fc.nat({ max: 12 }),
      sales: fc.oneof(fc.constant(0), fc.nat({ max: 20 }), fc.double({ min: 0, max: 1e6, noNaN: true })),
    }),
    { minLength: 1, maxLength: 60 },
  );

  test('are those that counting ranks one by one gives, and equal values have equal scores', () => {
    fc.assert(
      fc.property(arbitraryCustomers, (customers) => {
        const scores = scoresOf(customers);
        expect(scores).toEqual(customers.map((customer) => plainScores(customer, customers)));
        for (const [place, one] of customers.entries()) {
          for (const [other, two] of customers.entries()) {
            if (one.days === two.days) expect(scores[place]?.[0]).toBe(scores[other]?.[0]);
            if (one.orders === two.orders) expect(scores[place]?.[1]).toBe(scores[other]?.[1]);
            if (one.sales === two.sales) expect(scores[place]?.[2]).toBe(scores[other]?.[2]);
          }
        }
      }),
    );
  });

  test('do not depend on the order of the customers', () => {
    fc.assert(
      fc.property(arbitraryCustomers, fc.infiniteStream(fc.nat()), (customers, keys) => {
        const shuffled = customers
          .map((customer) => ({ customer, key: keys.next().value }))
          .toSorted((one, other) => one.key - other.key);
        const scores = new Map(customers.map((customer, place) => [customer, scoresOf(customers)[place]]));
        const ordered = scoresOf(shuffled.map(({ customer }) => customer));
        expect(ordered).toEqual(shuffled.map(({ customer }) => scores.get(customer)));
      }),
      { numRuns: 30 },
    );
  });

  test('take a fifth of the customers each where no two are equal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 36 }), (fifth) => {
        const customers = Array.from(
          { length: 5 * fifth },
          (_, place): Customer => ({ days: place, orders: 1 + place, sales: 10 + place }),
        );
        const scores = scoresOf(customers);
        for (const [at, letter] of ['R', 'F', 'M'].entries()) {
          for (const score of [1, 2, 3, 4, 5]) {
            expect(scores.filter((one) => one[at] === `${letter}${score}`)).toHaveLength(fifth);
          }
        }
      }),
    );
  });

  test('of equal customers are the better of the two, or the worse where the document says so', () => {
    const customers = [9, 5, 5, 5, 1].map((orders): Customer => ({ days: 10, orders, sales: 10 }));
    expect(scoresOf(customers).map(([, frequency]) => frequency)).toEqual(['F5', 'F4', 'F4', 'F4', 'F1']);
    const worse = withTies('worse');
    expect(scoresOf(customers, worse).map(([, frequency]) => frequency)).toEqual(['F5', 'F2', 'F2', 'F2', 'F1']);
  });

  test('are least for who bought nothing in a year, sleeps, or is lost, however few do better', () => {
    const customers = [
      { days: 200, orders: 0, sales: 0 },
      { days: 600, orders: 0, sales: 0 },
      { days: 700, orders: 0, sales: 0 },
    ];
    expect(scoresOf(customers)).toEqual([
      ['R2', 'F1', 'M1'],
      ['R1', 'F1', 'M1'],
      ['R1', 'F1', 'M1'],
    ]);
  });
});

describe('RFM labels', () => {
  // one customer for each score of each measure
  const population = [1, 2, 3, 4, 5].map((score) => factsOf({ days: 60 - 10 * score, orders: score, sales: score }));
  const rfm = compiled('rfm', population);
  /** By recency, best first; in each line by worth, best first. */
  const grid: Readonly<Record<number, readonly string[]>> = {
    5: ['champion', 'champion', 'potential-loyalist', 'potential-loyalist', 'new-buyer'],
    4: ['champion', 'loyal', 'potential-loyalist', 'promising', 'promising'],
    3: ['loyal', 'loyal', 'needs-attention', 'about-to-sleep', 'about-to-sleep'],
    2: ['at-risk', 'at-risk', 'at-risk', 'hibernating', 'hibernating'],
    1: ['cannot-lose', 'cannot-lose', 'at-risk', 'hibernating', 'lost'],
  };
  const cells = [5, 4, 3, 2, 1].flatMap((r) =>
    [5, 4, 3, 2, 1].flatMap((f) => [5, 4, 3, 2, 1].map((m) => [r, f, m] as const)),
  );

  test.each(cells)('R%i F%i M%i', (r, f, m) => {
    const facts = factsOf({ days: 60 - 10 * r, orders: f, sales: m });
    const label = rfm.code(facts).tier ?? '';
    expect(label).toBe(grid[r]?.[5 - Math.ceil((f + m) / 2)]);
    expect(segmentDetails(rfm.fitted, label, facts).map(({ en }) => en)).toEqual([`R${r}`, `F${f}`, `M${m}`]);
  });

  test('are all given, and none is when a measure is not known', () => {
    expect(new Set(Object.values(grid).flat())).toEqual(new Set(segment('rfm').tiers.map(({ id }) => id)));
    for (const missing of ['lastPurchase', 'orders', 'salesAmount']) {
      const { [missing]: _, ...values } = factsOf({ days: 1, orders: 5, sales: 5 }).values;
      expect(rfm.code({ values }).tier).toBeNull();
    }
  });

  test('have nothing behind them once the customer’s figures give another', () => {
    expect(segmentDetails(rfm.fitted, 'champion', factsOf({ days: 50, orders: 1, sales: 1 }))).toEqual([]);
    expect(segmentDetails(compiled('cooperation', []).fitted, 'long-term', { values: {} })).toEqual([]);
  });
});

/** Days or months before the day of grading stand for the days themselves. */
const STAGES: readonly (readonly [what: string, values: Facts['values'], stage: string | null])[] = [
  ['a prospect', { [CUSTOMER_STAGE]: 'prospect' }, 'prospect'],
  [
    'a prospect whatever its table says',
    { [CUSTOMER_STAGE]: 'prospect', orders: 4, lastPurchase: ago(10) },
    'prospect',
  ],
  ['first bought a month ago', { lastPurchase: ago(30), firstPurchase: ago(30), orders: 1, ordersInAll: 1 }, 'new'],
  [
    'first bought a month ago, twice',
    { lastPurchase: ago(2), firstPurchase: ago(30), orders: 2, ordersInAll: 2 },
    'new',
  ],
  [
    'with us for years, purchases on record for a month',
    { yearsOfCooperation: '2019-01-01', lastPurchase: ago(9), firstPurchase: ago(30), orders: 1, ordersInAll: 1 },
    'existing',
  ],
  ['with us for a month, nothing bought yet', { yearsOfCooperation: ago(20) }, 'new'],
  ['bought once this year', { lastPurchase: ago(150), firstPurchase: ago(150), orders: 1, ordersInAll: 1 }, 'existing'],
  ['bought twice this year', { lastPurchase: ago(100), firstPurchase: ago(300), orders: 2, ordersInAll: 2 }, 'repeat'],
  [
    'bought again after a long time',
    { lastPurchase: ago(100), firstPurchase: ago(900), orders: 1, ordersInAll: 2 },
    'repeat',
  ],
  ['6 months', { lastPurchase: '2025-09-15', orders: 9 }, 'repeat'],
  ['6 months and a day', { lastPurchase: '2025-09-14', orders: 9 }, 'dormant'],
  ['18 months', { lastPurchase: '2024-09-15', orders: 0 }, 'dormant'],
  ['18 months and a day', { lastPurchase: '2024-09-14', orders: 0 }, 'lost'],
  ['new but gone again', { yearsOfCooperation: '2025-01-01', lastPurchase: '2025-02-01' }, 'dormant'],
  ['a table that only counts orders: several', { orders: 3 }, 'repeat'],
  ['a table that only counts orders: one', { orders: 1 }, 'existing'],
  ['a table that only counts orders: none', { orders: 0 }, 'dormant'],
  ['nothing known', {}, null],
  ['a last purchase that is still to come', { lastPurchase: '2027-01-01', orders: 2 }, null],
];

test.each(STAGES)('lifecycle: %s', (_, values, stage) => {
  expect(compiled('lifecycle', [{ values }]).code({ values }).tier).toBe(stage);
});

test.each<readonly [Facts['values'], string | null]>([
  [{ yearsOfCooperation: '2023-03-15' }, 'long-term'],
  [{ yearsOfCooperation: '2023-03-16' }, 'short-term'],
  [{ yearsOfCooperation: 40, firstPurchase: ago(10) }, 'long-term'],
  [{ firstPurchase: '2020-01-01' }, 'long-term'],
  [{ firstPurchase: ago(10) }, 'short-term'],
  [{ [CUSTOMER_STAGE]: 'customer', yearsOfCooperation: 1 }, 'short-term'],
  [{ [CUSTOMER_STAGE]: 'prospect', yearsOfCooperation: 40 }, null],
  [{}, null],
])('cooperation of %j: %s', (values, label) => {
  expect(compiled('cooperation', [{ values }]).code({ values }).tier).toBe(label);
});

test('a plain table of customers is enough', () => {
  const { records, problems } = readTable(
    [
      ['客户名称', '最近购买日期', '订单数', '年销售额（万元）', '合作起始'],
      ['甲', '2026-03-01', 12, 80, '2019-05-01'],
      ['乙', '2026-01-10', 3, 12, '2025-06-01'],
      ['丙', '2025-06-01', 1, 5, '2022-01-01'],
    ],
    { asOf: AS_OF },
  );
  expect(problems).toEqual([]);
  const population = records.map(({ facts }) => facts);
  const labels = (id: string) => population.map((facts) => compiled(id, population).code(facts).tier);
  expect(labels('lifecycle')).toEqual(['repeat', 'repeat', 'dormant']);
  expect(labels('rfm')).toEqual(['champion', 'loyal', 'hibernating']);
  expect(labels('cooperation')).toEqual(['long-term', 'short-term', 'long-term']);
});

test('only what asks for the stage is for prospects too', () => {
  const asking = segmentsOf(lifecycle).filter((one) => criteriaRead(one).includes(CUSTOMER_STAGE));
  expect(asking.map(({ id }) => id)).toEqual(['lifecycle', 'cooperation']);
  expect(criteriaRead(segment('rfm'))).toEqual(['lastPurchase', 'orders', 'salesAmount']);
});

function segment(id: string, document: SegmentScheme = lifecycle): SegmentAsScheme {
  return segmentsOf(document).find((one) => one.id === id) ?? expect.fail(id);
}

function compiled(id: string, population: readonly Facts[], document?: SegmentScheme): CompiledScheme {
  return compileScheme(fitScheme(segment(id, document), population, { asOf: AS_OF }));
}

function factsOf({ days, orders, sales }: Customer): Facts & { readonly values: Record<string, FactValue> } {
  return { values: { lastPurchase: ago(days), orders, salesAmount: sales } };
}

function ago(days: number): CalendarDate {
  return addDays(calendarDate(2026, 3, 15) ?? expect.fail(), -days);
}

function scoresOf(customers: readonly Customer[], document?: SegmentScheme): (readonly string[])[] {
  const population = customers.map(factsOf);
  const rfm = compiled('rfm', population, document);
  return population.map((facts) => {
    const derived = new Map(rfm.grade(facts).derived?.map(({ id, label }) => [id, label]));
    return ['recency', 'frequency', 'monetary'].map((id) => derived.get(id) ?? '');
  });
}

/** The scores by counting who is better: a customer has a score when its rank lies within that share of all. */
function plainScores({ days, orders, sales }: Customer, all: readonly Customer[]): Scores {
  // AS_OF is 15 March 2026: 6 months before it lie 181 days, 18 months 546
  const recency = plainScore(
    -days,
    all.map((one) => -one.days),
    days > 546 ? 1 : days > 181 ? 2 : 5,
  );
  const frequency = plainScore(
    orders,
    all.map((one) => one.orders),
    orders < 1 ? 1 : 5,
  );
  const monetary = plainScore(
    sales,
    all.map((one) => one.sales),
    sales < 0.01 ? 1 : 5,
  );
  return [`R${recency}`, `F${frequency}`, `M${monetary}`];
}

function plainScore(value: number, all: readonly number[], most: number): number {
  const rank = 1 + all.filter((other) => other > value).length;
  const score = [5, 4, 3, 2].find((one) => rank <= Math.max(1, Math.ceil((all.length * (6 - one)) / 5)));
  return Math.min(score ?? 1, most);
}

function withTies(ties: 'better' | 'worse'): SegmentScheme {
  const derived = (lifecycle.derived ?? []).map((one) =>
    one.method.kind === 'quantiles' ? { ...one, method: { ...one.method, ties } } : one,
  );
  return { ...lifecycle, derived };
}
