import * as fc from 'fast-check';
import { type CalendarDate, dateOfDayNumber } from '../../core/calendar-date.ts';
import type { DigestList, DigestListAbout, DigestListEntry } from '../../core/digest/digest-list.ts';
import type { DigestNumber } from '../../core/digest/digest-number.ts';
import { HOSTILE_NAMES } from './cards.ts';
import { FULL_DIGEST } from './digests.ts';

const anyName = fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string({ unit: 'binary', maxLength: 300 }));
const anyDay: fc.Arbitrary<CalendarDate> = fc.integer({ min: 20_000, max: 21_000 }).map(dateOfDayNumber);
const anyAmount = fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }));

const anyAbout: fc.Arbitrary<DigestListAbout> = fc.oneof(
  fc.record({
    kind: fc.constant('place' as const),
    score: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    lastContactOn: fc.option(anyDay),
  }),
  fc.record({ kind: fc.constant('overdue' as const), owedOn: anyDay, days: fc.nat(4000), contacts: fc.nat(30) }),
  fc.record({ kind: fc.constant('dormant' as const), since: fc.option(anyDay) }),
  fc.record({ kind: fc.constant('signing' as const), expectedOn: anyDay, amount: anyAmount }),
  fc.record({
    kind: fc.constant('end' as const),
    outcome: fc.constantFrom('won' as const, 'lost' as const),
    endedOn: anyDay,
    amount: anyAmount,
    currency: fc.constantFrom(null, 'CNY'),
    reason: fc.option(anyName),
  }),
  fc.record({ kind: fc.constant('satisfaction' as const), score: fc.integer({ min: 1, max: 5 }), surveyedOn: anyDay }),
  fc.record({ kind: fc.constant('problem' as const) }),
);

const anyEntry: fc.Arbitrary<DigestListEntry> = fc.record({
  customerId: fc.uuid(),
  name: anyName,
  ownerId: fc.option(fc.constantFrom(...Object.keys(FULL_DIGEST.members))),
  stage: fc.constantFrom('prospect' as const, 'customer' as const),
  tier: fc.constantFrom('A', 'D', 'x'.repeat(64)),
  status: fc.constant('graded' as const),
  about: anyAbout,
});

/** A page of any list, with names that try to break out. */
export const anyDigestList: fc.Arbitrary<DigestList> = fc
  .record({
    number: fc.constantFrom<DigestNumber>({ part: 'overdue' }, { part: 'dormant' }, { part: 'data', code: 'review' }),
    entries: fc.array(anyEntry, { maxLength: 12, size: 'max' }),
    more: fc.nat(5000),
  })
  .map(({ entries, more, number }) => listOf(number, entries, entries.length + more));

/** A page of a list. */
export function listOf(number: DigestNumber, entries: readonly DigestListEntry[], total = entries.length): DigestList {
  const { asOf, currencies, date, members, schemes, since, timeZone } = FULL_DIGEST;
  return { asOf, currencies, date, members, schemes, since, timeZone, number, entries, total };
}

/** A customer whose contact is overdue. */
export function overdueEntry(name: string, index = 1): DigestListEntry {
  return {
    customerId: `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    name,
    ownerId: Object.keys(FULL_DIGEST.members)[0] ?? null,
    stage: 'customer',
    tier: 'A',
    status: 'graded',
    about: { kind: 'overdue', owedOn: dateOfDayNumber(20_780), days: 3, contacts: 1 },
  };
}
