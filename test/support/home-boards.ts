import * as fc from 'fast-check';
import type { RepBook } from '../../bot/use-cases/rep-book.ts';
import type { TeamBoard, TeamRep } from '../../bot/use-cases/team-board.ts';
import { bookLoad } from '../../core/follow-ups/book-load.ts';
import { serviceLevels } from '../../core/follow-ups/service-levels.ts';
import { HOSTILE_NAMES } from './cards.ts';
import { anyDigest, FULL_DIGEST } from './digests.ts';

const anyName = fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string({ unit: 'binary', maxLength: 300 }));
const anyCount = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2_000_000_000 }));
const { schemes, currencies, asOf, date, since, timeZone, tiers = [], moves } = FULL_DIGEST;
const LEVELS = serviceLevels(schemes);

const anyPlaces = fc.oneof(
  fc.constant(tiers),
  anyDigest.map((digest) => digest.tiers ?? []),
);

/** A book with numbers of any size and names that try to break out. */
export const anyBook: fc.Arbitrary<RepBook> = fc
  .record({
    name: anyName,
    places: anyPlaces,
    factor: anyCount,
    overdue: fc.record({ customers: anyCount, owed: anyCount }),
    moves: fc.oneof(
      fc.constant(moves ?? null),
      anyDigest.map((digest) => digest.moves ?? null),
    ),
    isKnown: fc.boolean(),
  })
  .map(({ factor, isKnown, moves: moved, name, overdue, places }) => ({
    date,
    asOf,
    since: isKnown ? since : null,
    timeZone,
    schemes,
    currencies,
    members: {},
    memberId: '01890000-0000-7000-8000-00000000000a',
    name,
    customers: factor,
    places,
    load: bookLoad(LEVELS, () => factor),
    overdue,
    moves: isKnown ? moved : null,
  }));

const anyRep: fc.Arbitrary<TeamRep> = fc.record({
  memberId: fc.option(fc.uuid()),
  name: anyName,
  hasLeft: fc.boolean(),
  customers: anyCount,
  places: anyPlaces,
  debt: fc.record({ customers: anyCount, owed: anyCount, made: anyCount }),
  load: fc.option(
    fc.record({
      days: fc.double({ min: 0, max: 1e6, noNaN: true }),
      ofDays: fc.constant(20),
      overDays: fc.double({ min: -20, max: 1e6, noNaN: true }),
    }),
  ),
  complaints: fc.record({ late: anyCount, near: anyCount }),
});

/** A team of up to 210 reps with names that try to break out. */
export const anyBoard: fc.Arbitrary<TeamBoard> = fc
  .record({
    reps: fc.array(anyRep, { maxLength: 210 }),
    override: fc.record({
      name: anyName,
      reason: anyName,
      tier: fc.constantFrom('A', 'x'.repeat(64)),
      hasExpired: fc.boolean(),
    }),
    overrides: fc.integer({ min: 0, max: 60 }),
    signing: fc.record({
      ownerId: fc.option(fc.uuid()),
      prospects: anyCount,
      amount: fc.option(fc.double({ min: 0, max: 1e15, noNaN: true })),
    }),
    signings: fc.integer({ min: 0, max: 30 }),
    owner: anyName,
  })
  .map(({ override, overrides, owner, reps, signing, signings }) => ({
    date,
    asOf,
    since: null,
    timeZone,
    schemes,
    currencies,
    members: signing.ownerId === null ? {} : { [signing.ownerId]: owner },
    memberId: '01890000-0000-7000-8000-00000000000a',
    reps,
    overrides: Array.from({ length: overrides }, () => ({
      ...override,
      customerId: '01890000-0000-7000-8000-000000000001',
      ownerId: signing.ownerId,
      stage: 'customer' as const,
      expiresOn: date,
    })),
    signings: Array.from({ length: signings }, (_, index) => ({ ...signing, month: `2026-${10 + (index % 3)}` })),
  }));
