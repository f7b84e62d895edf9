import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CustomerToShare, type Heir, shareBook } from '../../../core/follow-ups/share-book.ts';

/** Books of levels that take 1.25, 1/3, 1/6 and 0 days a customer, as A, B, C and those that nothing is said of. */
const DAYS = [1.25, 1 / 3, 1 / 6, 0];
const customersToShare = fc
  .array(fc.nat(DAYS.length - 1), { maxLength: 60 })
  .map((ranks) =>
    ranks.map((rank, index): CustomerToShare => ({ customerId: `c${index}`, rank, days: DAYS[rank] ?? 0 })),
  );
const heirs = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    days: fc.constantFrom(0, 1, 5.5, 12, 19),
    daysADay: fc.constantFrom(1, 1, 2),
  }),
  {
    minLength: 1,
    selector: ({ id }) => id,
  },
);

function loads(customers: readonly CustomerToShare[], books: readonly Heir[]) {
  const shares = shareBook(customers, books);
  return books.map(({ id, days, daysADay }) => {
    const got = customers.filter(({ customerId }) => shares.get(customerId) === id);
    const taken = got.map((customer) => customer.days * daysADay);
    return { days: taken.reduce((sum, each) => sum + each, days), taken };
  });
}

describe('sharing a book', () => {
  test('goes by what customers take and not by how many they are', () => {
    const customers = [
      { customerId: 'big', rank: 0, days: 1.25 },
      ...[1, 2, 3, 4].map((number) => ({ customerId: `small ${number}`, rank: 2, days: 0.25 })),
    ];
    const shares = shareBook(customers, [
      { id: 'anna', days: 3, daysADay: 1 },
      { id: 'lei', days: 3, daysADay: 1 },
    ]);
    expect(Object.fromEntries(shares)).toEqual({
      big: 'anna',
      'small 1': 'lei',
      'small 2': 'lei',
      'small 3': 'lei',
      'small 4': 'lei',
    });
  });

  test('fills the emptier book first, and those that take nothing evenly', () => {
    const customers = ['a', 'b', 'c', 'd'].map((customerId) => ({ customerId, rank: 3, days: 0 }));
    const even = shareBook(customers, [
      { id: 'anna', days: 4, daysADay: 1 },
      { id: 'lei', days: 4, daysADay: 1 },
    ]);
    expect([...even.values()]).toEqual(['anna', 'lei', 'anna', 'lei']);
    const [one] = shareBook(
      [{ customerId: 'x', rank: 0, days: 1.25 }],
      [
        { id: 'anna', days: 9, daysADay: 1 },
        { id: 'lei', days: 4, daysADay: 1 },
      ],
    ).values();
    expect(one).toBe('lei');
    expect(shareBook(customers, []).size).toBe(0);
  });

  test('loses nobody and gives nobody to strangers', () => {
    fc.assert(
      fc.property(customersToShare, heirs, (customers, books) => {
        const shares = shareBook(customers, books);
        expect([...shares.keys()].toSorted()).toEqual(customers.map(({ customerId }) => customerId).toSorted());
        const ids = new Set<string>(books.map(({ id }) => id));
        expect([...shares.values()].every((id) => ids.has(id))).toBe(true);
      }),
    );
  });

  test('whoever gets a customer ends at most one customer’s days above anybody else', () => {
    fc.assert(
      fc.property(customersToShare, heirs, (customers, books) => {
        const ends = loads(customers, books);
        const least = Math.min(...ends.map(({ days }) => days));
        for (const { days, taken } of ends) {
          if (taken.length === 0) continue;
          expect(days - least).toBeLessThanOrEqual(Math.max(...taken) + 1e-9);
        }
      }),
    );
  });

  test('does not depend on the order of what it is given', () => {
    const shuffled = fc
      .tuple(customersToShare, heirs)
      .chain(([customers, books]) =>
        fc.tuple(
          fc.constant([customers, books] as const),
          fc.shuffledSubarray(customers, { minLength: customers.length }),
          fc.shuffledSubarray(books, { minLength: books.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([[customers, books], otherCustomers, otherBooks]) => {
        const sorted = (shares: ReadonlyMap<string, string>) => [...shares].map((share) => share.join(' ')).toSorted();
        expect(sorted(shareBook(otherCustomers, otherBooks))).toEqual(sorted(shareBook(customers, books)));
      }),
    );
  });
});
