import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../core/customer.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import type { Scheme, Stability } from '../../../core/grading/scheme.ts';
import { type Standing, stabiliser, valuesRead } from '../../../core/grading/stabilise.ts';
import { AS_OF } from '../../support/arbitrary-scheme.ts';
import { byRank } from '../../support/example-schemes.ts';

const PROFITS = [100, 90, 80, 70, 60, 50, 40, 30, 20, 10];

function settling(stability: Stability, facts: Facts['values'], before: Standing | undefined) {
  const scheme: Scheme = { ...byRank, stability };
  const compiled = compileScheme(
    fitScheme(
      scheme,
      PROFITS.map((profit) => ({ values: { profit } })),
      { asOf: AS_OF },
    ),
  );
  const computed = compiled.code({ values: facts }).tier;
  return { computed, ...stabiliser(compiled).settle({ values: facts }, computed, before) };
}

/** The tiers begin at 100, 80 and 50. */
describe.each<
  [
    what: string,
    Stability,
    facts: Facts['values'],
    before: Standing | undefined,
    tier: string,
    held: string | null,
    worseRuns: number,
  ]
>([
  ['without stability a downgrade counts at once', {}, { profit: 79 }, at('B'), 'C', null, 0],
  [
    'an upgrade counts at once',
    { buffer: 0.5, downgradeAfter: 5, holdDuringComplaint: true },
    { profit: 100, openComplaints: 1 },
    at('B'),
    'A',
    null,
    0,
  ],
  ['within the buffer the tier stays', { buffer: 0.1 }, { profit: 73 }, at('B'), 'B', 'buffer', 0],
  ['the end of the buffer belongs to it', { buffer: 0.1 }, { profit: 72 }, at('B'), 'B', 'buffer', 0],
  ['below the buffer it falls', { buffer: 0.1 }, { profit: 71 }, at('B'), 'C', null, 0],
  ['the buffer saves from one fall, not from two', { buffer: 0.1 }, { profit: 46 }, at('B'), 'D', null, 0],
  ['the first of two gradings waits', { downgradeAfter: 2 }, { profit: 60 }, at('B'), 'B', 'downgrade-waits', 1],
  ['the second of two gradings counts', { downgradeAfter: 2 }, { profit: 60 }, at('B', 1), 'C', null, 0],
  ['a good grading in between starts the count again', { downgradeAfter: 2 }, { profit: 85 }, at('B', 1), 'B', null, 0],
  [
    'an open complaint holds the tier',
    { holdDuringComplaint: true },
    { profit: 10, openComplaints: 2 },
    at('A', 3),
    'A',
    'complaint',
    3,
  ],
  [
    '"yes" is an open complaint too',
    { holdDuringComplaint: true },
    { profit: 10, openComplaints: true },
    at('A'),
    'A',
    'complaint',
    0,
  ],
  [
    'no open complaint holds nothing',
    { holdDuringComplaint: true },
    { profit: 10, openComplaints: 0 },
    at('A'),
    'D',
    null,
    0,
  ],
  [
    'a knock-out waits for nothing',
    { buffer: 0.9, downgradeAfter: 9, holdDuringComplaint: true },
    { profit: 99, overdueAmount: 1, openComplaints: 1 },
    at('A'),
    'D',
    null,
    0,
  ],
  ['a first grading has nothing to hold', { buffer: 0.9, downgradeAfter: 9 }, { profit: 10 }, undefined, 'D', null, 0],
  [
    'who had no tier has nothing to hold',
    { buffer: 0.9, downgradeAfter: 9 },
    { profit: 10 },
    { tier: null, worseRuns: 0 },
    'D',
    null,
    0,
  ],
  [
    'a tier that the scheme no longer has is not held',
    { buffer: 0.9, downgradeAfter: 9 },
    { profit: 10 },
    at('Gold'),
    'D',
    null,
    0,
  ],
])('%s', (_what, stability, facts, before, tier, held, worseRuns) => {
  test('settles so', () => {
    expect(settling(stability, facts, before)).toMatchObject({ tier, held, worseRuns });
  });
});

test('a customer in review is not held in its old tier', () => {
  expect(settling({ downgradeAfter: 3 }, {}, at('A'))).toEqual({
    computed: null,
    tier: null,
    held: null,
    worseRuns: 0,
  });
});

test('open complaints are read with the criteria only where they hold a tier', () => {
  expect(valuesRead(byRank)).toEqual(['profit', 'overdueAmount']);
  expect(valuesRead({ ...byRank, stability: { holdDuringComplaint: true } })).toContain('openComplaints');
});

function at(tier: string, worseRuns = 0): Standing {
  return { tier, worseRuns };
}
