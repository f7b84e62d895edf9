import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CustomerStage } from '../../../core/customer-stage.ts';
import type { BookCount } from '../../../core/digest/book-count.ts';
import { dataProblems } from '../../../core/digest/data-problems.ts';
import type { DigestPlace } from '../../../core/digest/digest.ts';
import { migrationMatrices, moveKinds, type Transition } from '../../../core/digest/move-kinds.ts';
import { movesOf } from '../../../core/digest/moves-of.ts';
import { overdueCounts } from '../../../core/digest/overdue-counts.ts';
import { serviceDebt } from '../../../core/digest/service-debt.ts';
import { placeKey, tierCounts } from '../../../core/digest/tier-counts.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { salesPipeline } from '../../../core/schemes/sales-pipeline.ts';

const SCHEMES = { prospects: salesPipeline, customers: accountValue };

/** Where a customer stood at the digest before and stands now; null: not in the book. */
interface Past {
  readonly ownerId: string | null;
  readonly before: DigestPlace | null;
  readonly now: DigestPlace | null;
  /** Its book changed though its place may not have. */
  readonly isTouched: boolean;
  readonly isOverdue: boolean;
  readonly owed: number;
}

const anyPlace: fc.Arbitrary<DigestPlace> = fc
  .record({
    stage: fc.constantFrom<CustomerStage>('prospect', 'customer'),
    place: fc.constantFrom(
      ...['A', 'B', 'C', 'D'].map((tier) => ({ tier, status: 'graded' as const })),
      { tier: null, status: 'review' as const },
      { tier: null, status: null },
    ),
  })
  .map(({ stage, place }) => ({ stage, ...place }));

const anyPast: fc.Arbitrary<Past> = fc
  .record({
    ownerId: fc.constantFrom('anna', 'lei', null),
    before: fc.option(anyPlace, { freq: 6 }),
    now: fc.option(anyPlace, { freq: 6 }),
    stays: fc.boolean(),
    isTouched: fc.boolean(),
    isOverdue: fc.boolean(),
    owed: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ stays, now, ...past }) => ({ ...past, now: stays ? past.before : now }));
const anyBook = fc.array(anyPast, { maxLength: 60 });

/** The book counted as the store does. */
function countsOf(book: readonly Past[]): BookCount[] {
  return book.flatMap(({ ownerId, before, now, isOverdue, owed }): BookCount[] => {
    const is = now === null ? 0 : 1;
    const count = {
      ownerId,
      isPaused: false,
      overdue: isOverdue ? is : 0,
      owed: isOverdue ? is * owed : 0,
      made: is * owed,
    };
    const isSame = now !== null && before !== null && placeKey(now) === placeKey(before);
    if (isSame) return [{ ...count, ...now, customers: 1, before: 1 }];
    return [
      ...(now === null ? [] : [{ ...count, ...now, customers: 1, before: 0 }]),
      ...(before === null ? [] : [{ ...count, ...before, customers: 0, before: 1, overdue: 0, owed: 0, made: 0 }]),
    ];
  });
}

function changesOf(book: readonly Past[]) {
  const transitions: Transition[] = [];
  const arrivals: (DigestPlace & { customers: number })[] = [];
  for (const { before, now, isTouched } of book) {
    if (now === null) continue;
    if (before === null) arrivals.push({ ...now, customers: 1 });
    else if (isTouched || placeKey(before) !== placeKey(now)) transitions.push({ ...now, from: before, customers: 1 });
  }
  return { transitions, arrivals };
}

describe('customers by tier', () => {
  test('add up to all customers, now and before, in whatever order they are counted', () => {
    fc.assert(
      fc.property(anyBook, (book) => {
        const counts = countsOf(book);
        const tiers = tierCounts(counts, SCHEMES, true);
        expect(sum(tiers.map(({ customers }) => customers))).toBe(book.filter(({ now }) => now !== null).length);
        expect(sum(tiers.map(({ before }) => before ?? 0))).toBe(book.filter(({ before }) => before !== null).length);
        expect(tierCounts(counts.toReversed(), SCHEMES, true)).toEqual(tiers);
        expect(new Set(tiers.map(placeKey)).size).toBe(tiers.length);
      }),
    );
  });

  test('before, and what moved, came and went, give those now', () => {
    fc.assert(
      fc.property(anyBook, (book) => {
        const { transitions, arrivals } = changesOf(book);
        const left = book.flatMap(({ before, now }) => (now === null && before !== null ? [before] : []));
        for (const count of tierCounts(countsOf(book), SCHEMES, true)) {
          const isHere = (place: DigestPlace): boolean => placeKey(place) === placeKey(count);
          const came = [...transitions.filter(isHere), ...arrivals.filter(isHere)].length;
          const went = [...transitions.map(({ from }) => from), ...left].filter(isHere).length;
          expect((count.before ?? 0) + came - went).toBe(count.customers);
        }
      }),
    );
  });

  test('are unknown before where there was no digest', () => {
    const counts = countsOf([{ ownerId: null, before: null, now: A, isTouched: true, isOverdue: false, owed: 1 }]);
    expect(tierCounts(counts, SCHEMES, false).every(({ before }) => before === null)).toBe(true);
  });
});

describe('moves', () => {
  test('are those between two tiers of one stage, from and to no tier, each counted once', () => {
    fc.assert(
      fc.property(anyBook, (book) => {
        const kinds = moveKinds(changesOf(book).transitions, SCHEMES, SCHEMES);
        const moved = book.filter(
          ({ before, now }) =>
            before !== null &&
            now !== null &&
            before.stage === now.stage &&
            before.tier !== now.tier &&
            before.status !== null &&
            now.status !== null,
        );
        expect(sum(kinds.map(({ customers }) => customers))).toBe(moved.length);
        const totals = kinds.map((kind) => ({ ...kind, toCall: 0, value: null }));
        for (const direction of ['up', 'down'] as const) {
          const moves = movesOf(direction, kinds, totals, [], SCHEMES);
          expect(sum(moves.into.map(({ customers }) => customers))).toBe(moves.count);
          expect(sum(moves.best.map(({ customers }) => customers))).toBe(moves.ofBest);
        }
      }),
    );
  });

  test('go down from a better tier and to none, and the best tier is known by its scheme', () => {
    const [fall, loss, rise] = moveKinds(
      [
        { ...B, from: A, customers: 1 },
        { stage: 'customer', tier: null, status: 'review', from: B, customers: 1 },
        { ...A, from: { stage: 'customer', tier: null, status: 'review' }, customers: 1 },
      ],
      SCHEMES,
      SCHEMES,
    );
    expect(fall).toMatchObject({ direction: 'down', isBest: true, weight: 0 });
    expect(loss).toMatchObject({ direction: 'down', isBest: false });
    expect(rise).toMatchObject({ direction: 'up', isBest: true, weight: 0 });
  });

  test('are in the migration matrix with all who stayed', () => {
    fc.assert(
      fc.property(anyBook, (book) => {
        const { transitions, arrivals } = changesOf(book);
        const matrices = migrationMatrices(countsOf(book), transitions, arrivals, SCHEMES, SCHEMES);
        for (const stage of ['prospect', 'customer'] as const) {
          const counts = matrices.find((each) => each.stage === stage)?.matrix.counts ?? [];
          const both = book.filter(
            ({ before, now }) =>
              before?.stage === stage && now?.stage === stage && before.status !== null && now.status !== null,
          );
          expect(sum(counts.flat())).toBe(both.length);
        }
      }),
    );
  });
});

describe('service debt', () => {
  test('of parts adds up to that of the whole, by place and by rep', () => {
    fc.assert(
      fc.property(anyBook, anyBook, (one, other) => {
        const ofAll = overdueCounts(countsOf([...one, ...other]), SCHEMES);
        const ofParts = [one, other].flatMap((book) => overdueCounts(countsOf(book), SCHEMES));
        expect(sum(ofAll.map(({ owed }) => owed))).toBe(sum(ofParts.map(({ owed }) => owed)));
        expect(sum(ofAll.map(({ customers }) => customers))).toBe(
          [...one, ...other].filter(({ isOverdue, now }) => isOverdue && now !== null).length,
        );
        const debts = serviceDebt(ofAll);
        expect(sum(debts.map(({ owed }) => owed))).toBe(sum(ofAll.map(({ owed }) => owed)));
        expect(debts.map(({ owed }) => owed)).toEqual(debts.map(({ owed }) => owed).toSorted((a, b) => b - a));
        expect(new Set(debts.map(({ ownerId }) => ownerId)).size).toBe(debts.length);
      }),
    );
  });

  test('sets what was made beside what is owed, where anything is', () => {
    const counts = countsOf([{ ownerId: 'anna', before: A, now: A, isTouched: false, isOverdue: true, owed: 3 }]);
    const others = countsOf([{ ownerId: 'anna', before: B, now: B, isTouched: false, isOverdue: false, owed: 4 }]);
    expect(overdueCounts([...counts, ...others], SCHEMES)).toEqual([
      { ...A, ownerId: 'anna', customers: 1, owed: 3, made: 3 },
    ]);
  });
});

describe('data worth mending', () => {
  test('is counted by what is wrong, with what was so before', () => {
    const book: Past[] = [
      { ownerId: null, before: A, now: A, isTouched: false, isOverdue: false, owed: 1 },
      {
        ownerId: 'anna',
        before: null,
        now: { stage: 'customer', tier: null, status: 'review' },
        isTouched: true,
        isOverdue: false,
        owed: 1,
      },
    ];
    expect(dataProblems(countsOf(book), 2, true)).toEqual([
      { code: 'without-owner', customers: 1, before: 1 },
      { code: 'review', customers: 1, before: 0 },
      { code: 'overrides-expired', customers: 2, before: null },
    ]);
  });
});

const A: DigestPlace = { stage: 'customer', tier: 'A', status: 'graded' };
const B: DigestPlace = { stage: 'customer', tier: 'B', status: 'graded' };

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
