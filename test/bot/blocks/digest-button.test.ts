import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DigestButton,
  digestButtonValue,
  MOST_REPS,
  readDigestButton,
} from '../../../bot/blocks/digest-button.ts';
import { dateOfDayNumber } from '../../../core/calendar-date.ts';
import type { DigestNumber } from '../../../core/digest/digest-number.ts';

const anyMoment = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const repId = fc.option(fc.uuid(), { nil: undefined });
const stage = fc.constantFrom('prospect' as const, 'customer' as const);
const tier = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((text) => text.slice(0, 64));

const anyNumber: fc.Arbitrary<DigestNumber> = fc.oneof(
  fc.record({
    part: fc.constant('tiers' as const),
    stage,
    tier: fc.option(tier),
    status: fc.constantFrom(null, 'graded' as const, 'review' as const),
    repId,
  }),
  fc.record({
    part: fc.constant('tier-moves' as const),
    direction: fc.constantFrom(undefined, 'up' as const, 'down' as const),
    from: fc.constantFrom(undefined, 'A'),
    to: fc.constantFrom(undefined, 'B'),
    either: fc.constantFrom(undefined, 'gold'),
    repId,
  }),
  fc.record({ part: fc.constant('moves' as const), direction: fc.constantFrom('up' as const, 'down' as const), repId }),
  fc.record({ part: fc.constant('overdue' as const), stage, tier, repId }),
  fc.record({ part: fc.constantFrom('complaints' as const, 'dormant' as const, 'satisfaction' as const), repId }),
  fc.record({ part: fc.constant('capacity' as const), repId: fc.uuid() }),
  fc.record({ part: fc.constant('signings' as const), month: fc.constantFrom(undefined, '2026-11'), repId }),
  fc.record({ part: fc.constant('causes' as const), cause: fc.constantFrom(undefined, null, 'delivery'), repId }),
  fc.record({ part: fc.constant('ends' as const), outcome: fc.constantFrom('won' as const, 'lost' as const), repId }),
  fc.record({
    part: fc.constant('data' as const),
    code: fc.constantFrom('review' as const, 'not-graded' as const),
    repId,
  }),
);

const anyButton: fc.Arbitrary<DigestButton> = fc.record({
  whose: fc.record({
    memberId: fc.uuid(),
    repIds: fc.option(fc.array(fc.uuid(), { minLength: 1, maxLength: MOST_REPS, size: 'max' }), { nil: undefined }),
  }),
  timeZone: fc.constantFrom('UTC', 'Asia/Shanghai', 'America/Argentina/ComodRivadavia'),
  date: fc.integer({ min: 15_000, max: 30_000 }).map(dateOfDayNumber),
  asOf: anyMoment,
  since: fc.option(anyMoment),
  edition: fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const),
  number: anyNumber,
});

describe('what a button of a digest carries', () => {
  test('is read back as it was, and is no longer than Slack takes', () => {
    fc.assert(
      fc.property(anyButton, (button) => {
        const value = digestButtonValue(button);
        expect(value.length).toBeLessThanOrEqual(2000);
        expect(readDigestButton(value)).toEqual(definedOnly(button));
      }),
      { numRuns: 300 },
    );
  });

  test('with more reps than fit is the whole team’s', () => {
    const repIds = Array.from({ length: 200 }, (_, at) => `01890000-0000-7000-8000-${String(at).padStart(12, '0')}`);
    const [memberId = ''] = repIds;
    const value = digestButtonValue({ ...SOME, whose: { memberId, repIds } });
    expect(value.length).toBeLessThan(2000);
    expect(readDigestButton(value)?.whose).toEqual({ memberId });
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['another button’s value', 'file=F0123'],
    ['a zone that there is none of', digestButtonValue({ ...some(), timeZone: 'Mars/Olympus' })],
    ['a day that there is none of', digestButtonValue(some()).replace('2026-11-26', '2026-02-30')],
    ['a part that there is none of', digestButtonValue(some()).replace('complaints', 'salaries')],
    ['an id that is none', digestButtonValue(some()).replace(/"w":"..../, '"w":"\'); ')],
    ['a moment beyond all time', digestButtonValue(some()).replace(/"a":\d+/, '"a":9e15')],
  ])('%s is no such button', (_, value) => {
    expect(readDigestButton(value)).toBeUndefined();
  });

  test('whatever is sent, reading it never fails', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (value) => {
        readDigestButton(value);
      }),
    );
  });
});

const SOME = some();

function some(): DigestButton {
  return {
    whose: { memberId: '01890000-0000-7000-8000-00000000000a' },
    timeZone: 'Asia/Shanghai',
    date: dateOfDayNumber(20_783),
    asOf: new Date('2026-11-26T00:30:00Z'),
    since: null,
    edition: 'daily',
    number: { part: 'complaints' },
  };
}

function definedOnly(button: DigestButton): DigestButton {
  const { number, whose } = button;
  const isDefined = ([, value]: [string, unknown]) => value !== undefined;
  return {
    ...button,
    number: Object.fromEntries(Object.entries(number).filter(isDefined)) as DigestNumber,
    whose: Object.fromEntries(Object.entries(whose).filter(isDefined)) as DigestButton['whose'],
  };
}
