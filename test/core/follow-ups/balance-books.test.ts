import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BalanceProposal, type BookToBalance, balanceBooks } from '../../../core/follow-ups/balance-books.ts';

const TINY = 1e-6;

function book(
  repId: string,
  days: number,
  ofDays: number,
  ...movable: (number | [days: number, 'busy'])[]
): BookToBalance {
  return {
    repId,
    days,
    ofDays,
    movable: movable.map((given, index) => ({
      customerId: `${repId}${index}`,
      rank: 0,
      days: typeof given === 'number' ? given : given[0],
      isBusy: typeof given !== 'number',
    })),
  };
}

/** Small books of a few sizes of customers, some over their days. */
const smallBooks = fc
  .array(
    fc.record({
      sizes: fc.array(fc.tuple(fc.constantFrom(0.5, 1, 2, 3, 5), fc.constantFrom(false, false, true)), {
        maxLength: 5,
      }),
      rest: fc.nat(6),
      ofDays: fc.integer({ min: 3, max: 10 }),
    }),
    { minLength: 2, maxLength: 4 },
  )
  .map((given) =>
    given.map(({ sizes, rest, ofDays }, index): BookToBalance => {
      const movable = sizes.map(([days, isBusy], at) => ({
        customerId: `r${index}c${at}`,
        rank: 9 - days,
        days,
        isBusy,
      }));
      return { repId: `r${index}`, days: rest + movable.reduce((sum, { days }) => sum + days, 0), ofDays, movable };
    }),
  );

/** The fewest moves of calm customers from books that are over to others that leave no book over; null: there are none. */
function fewestByTrying(books: readonly BookToBalance[]): number | null {
  const takers = books.filter(({ days, ofDays }) => days <= ofDays);
  const left = new Map(books.map(({ repId, days, ofDays }) => [repId, ofDays - days]));
  const candidates = books
    .filter(({ days, ofDays }) => days > ofDays)
    .flatMap(({ repId, movable }) => movable.filter(({ isBusy }) => !isBusy).map(({ days }) => ({ repId, days })));
  let best: number | null = null;
  const tryFrom = (index: number, moves: number): void => {
    if (best !== null && moves >= best) return;
    const candidate = candidates[index];
    if (candidate === undefined) {
      if ([...left.values()].every((free) => free >= 0)) best = moves;
      return;
    }
    const add = (repId: string, days: number) => left.set(repId, (left.get(repId) ?? 0) + days);
    for (const taker of takers) {
      add(candidate.repId, candidate.days);
      add(taker.repId, -candidate.days);
      if ((left.get(taker.repId) ?? 0) >= 0) tryFrom(index + 1, moves + 1);
      add(candidate.repId, -candidate.days);
      add(taker.repId, candidate.days);
    }
    tryFrom(index + 1, moves);
  };
  tryFrom(0, 0);
  return best;
}

/** What each book takes after the moves, and how many of the moved were busy. */
function after(books: readonly BookToBalance[], { moves }: BalanceProposal) {
  const days = new Map(books.map((each) => [each.repId, each.days]));
  const customers = new Map(books.flatMap(({ movable }) => movable.map((customer) => [customer.customerId, customer])));
  let busy = 0;
  for (const { customerId, from, to } of moves) {
    const customer = customers.get(customerId);
    if (customer === undefined) throw new Error(`${customerId} is nobody's.`);
    busy += customer.isBusy ? 1 : 0;
    days.set(from, (days.get(from) ?? 0) - customer.days);
    days.set(to, (days.get(to) ?? 0) + customer.days);
  }
  return { days, busy };
}

describe('balancing books', () => {
  test('moves nothing while nobody is over', () => {
    expect(balanceBooks([book('anna', 20, 20, 1.25), book('lei', 0, 20)])).toEqual({
      moves: [],
      isFewest: true,
      stillOver: [],
    });
  });

  test('moves one large customer rather than three small ones, and the smallest that is enough', () => {
    const { moves, isFewest } = balanceBooks([book('anna', 21, 20, 0.4, 0.4, 0.4, 1.25, 2), book('lei', 10, 20)]);
    expect(moves).toEqual([{ customerId: 'anna3', rank: 0, from: 'anna', to: 'lei' }]);
    expect(isFewest).toBe(true);
  });

  test('gives to the book with the most room, and of equal customers those that came last', () => {
    const { moves } = balanceBooks([book('anna', 21, 20, 0.5, 0.5, 0.5), book('lei', 19, 20), book('mia', 15, 20)]);
    expect(moves).toEqual([
      { customerId: 'anna1', rank: 0, from: 'anna', to: 'mia' },
      { customerId: 'anna2', rank: 0, from: 'anna', to: 'mia' },
    ]);
  });

  test('finds the fewest where the largest customers do not fit', () => {
    // 4 is too much; nobody takes the 5, so that it is 3 + 1 and not 2 + 1 + 1.
    const { moves, isFewest } = balanceBooks([
      book('anna', 24, 20, 5, 3, 2, 1, 1),
      book('lei', 17, 20),
      book('mia', 19, 20),
    ]);
    expect(moves.map(({ customerId, to }) => [customerId, to])).toEqual([
      ['anna1', 'lei'],
      ['anna4', 'mia'],
    ]);
    expect(isFewest).toBe(true);
  });

  test('finds fewer than taking the largest first comes to', () => {
    // 3 to begin with would leave room for the two halves only, which makes three.
    const { moves, isFewest } = balanceBooks([book('anna', 24, 20, 3, 2, 2, 0.5, 0.5), book('lei', 16, 20)]);
    expect(moves.map(({ customerId }) => customerId)).toEqual(['anna1', 'anna2']);
    expect(isFewest).toBe(true);
  });

  test('a busy customer stays as long as others will do, and goes when nothing else helps', () => {
    const calm = balanceBooks([book('anna', 22, 20, [2, 'busy'], 1, 1), book('lei', 10, 20)]);
    expect(calm).toMatchObject({ moves: [{ customerId: 'anna1' }, { customerId: 'anna2' }], isFewest: true });
    const pressed = balanceBooks([book('anna', 23, 20, [2, 'busy'], [1, 'busy'], 1), book('lei', 10, 20)]);
    expect(pressed).toMatchObject({ moves: [{ customerId: 'anna0' }, { customerId: 'anna2' }], stillOver: [] });
  });

  test('says who stays over where there is not enough room', () => {
    const { moves, stillOver, isFewest } = balanceBooks([book('anna', 25, 20, 1, 1, 1, 1, 1), book('lei', 18, 20)]);
    expect(moves).toHaveLength(2);
    expect(stillOver).toEqual([{ repId: 'anna', days: 3 }]);
    expect(isFewest).toBe(false);
  });

  test('relieves every book that can be relieved by as few moves as trying all ways finds', () => {
    fc.assert(
      fc.property(smallBooks, (books) => {
        const fewest = fewestByTrying(books);
        const proposal = balanceBooks(books);
        expect(proposal.isFewest).toBe(fewest !== null);
        if (fewest !== null) {
          expect(proposal).toMatchObject({ stillOver: [] });
          expect(proposal.moves).toHaveLength(fewest);
          expect(after(books, proposal).busy).toBe(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('brings no book over, makes none heavier that is, and leaves no customer that would still fit', () => {
    fc.assert(
      fc.property(smallBooks, (books) => {
        const proposal = balanceBooks(books);
        const { days } = after(books, proposal);
        const movedIds = new Set(proposal.moves.map(({ customerId }) => customerId));
        expect(movedIds.size).toBe(proposal.moves.length);
        const takers = books.filter((each) => each.days <= each.ofDays);
        const rooms = takers.map(({ repId, ofDays }) => ofDays - (days.get(repId) ?? 0));
        for (const { repId, ofDays, days: before, movable } of books) {
          const now = days.get(repId) ?? 0;
          expect(now).toBeLessThanOrEqual(Math.max(before, ofDays) + TINY);
          const still = proposal.stillOver.find((each) => each.repId === repId);
          expect(still?.days ?? 0).toBeCloseTo(Math.max(0, now - ofDays), 6);
          if (still === undefined) continue;
          const staying = movable.filter(({ customerId }) => !movedIds.has(customerId));
          for (const customer of staying) expect(Math.max(...rooms)).toBeLessThan(customer.days);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('does not depend on the order of what it is given', () => {
    const shuffled = smallBooks.chain((books) =>
      fc.tuple(fc.constant(books), fc.shuffledSubarray(books, { minLength: books.length })),
    );
    fc.assert(
      fc.property(shuffled, ([books, others]) => {
        const reversed = others.map((each) => ({ ...each, movable: each.movable.toReversed() }));
        expect(balanceBooks(reversed)).toEqual(balanceBooks(books));
      }),
    );
  });

  test('large books are balanced by the greedy way at once', () => {
    const many = (repId: string, count: number, each: number): BookToBalance =>
      book(repId, count * each, 20, ...Array.from({ length: count }, () => each));
    const { moves, stillOver, isFewest } = balanceBooks([
      many('anna', 200, 1 / 6),
      many('ben', 30, 1.25),
      ...Array.from({ length: 20 }, (_, index) => book(`rep${index}`, 17.3, 20)),
    ]);
    expect({ moves: moves.length, stillOver, isFewest }).toEqual({ moves: 80 + 14, stillOver: [], isFewest: true });
  });
});
