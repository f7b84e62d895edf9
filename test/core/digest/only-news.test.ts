import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIGEST_PARTS, type Digest } from '../../../core/digest/digest.ts';
import { headlines } from '../../../core/digest/headlines.ts';
import { type DigestParts, isQuiet, onlyNews } from '../../../core/digest/only-news.ts';
import { anyDigest, FULL_DIGEST, QUIET_DIGEST } from '../../support/digests.ts';

describe('a daily digest', () => {
  test('is quiet exactly where no part is told', () => {
    fc.assert(
      fc.property(anyDigest, fc.boolean(), (digest, haveSigningsChanged) => {
        const told = onlyNews(digest, haveSigningsChanged);
        expect(isQuiet(told)).toBe(DIGEST_PARTS.every((part) => told[part] === undefined));
      }),
      { numRuns: 100 },
    );
  });

  test('told once more tells the same', () => {
    fc.assert(
      fc.property(anyDigest, fc.boolean(), (digest, haveSigningsChanged) => {
        const told = onlyNews(digest, haveSigningsChanged);
        expect(onlyNews(told, haveSigningsChanged)).toEqual(told);
      }),
      { numRuns: 50 },
    );
  });

  const still: DigestParts = {
    tiers: [{ stage: 'customer', tier: 'A', status: 'graded', customers: 3, before: 3 }],
    capacity: [{ memberId: 'lei', days: 30, ofDays: 20, wasOver: true }],
    dormant: { count: 4, fresh: 0, first: [] },
    signings: { months: [{ month: '2026-03', ownerId: null, prospects: 1, amount: 5 }], first: [] },
    data: [{ code: 'review', customers: 2, before: 2 }],
  };

  test('leaves out what is as it was', () => {
    expect(isQuiet(onlyNews(still, false))).toBe(true);
    expect(onlyNews(still, true).signings).toEqual(still.signings);
  });

  test('repeats what is overdue and complaints that are late', () => {
    const { overdue, complaints } = FULL_DIGEST;
    expect(onlyNews({ ...still, overdue, complaints }, false)).toMatchObject({ overdue, complaints });
  });

  test('names those who have become dormant, and no others', () => {
    const first = ['a', 'b', 'c'].map((customerId) => ({
      customerId,
      name: customerId,
      ownerId: null,
      tier: 'A',
      since: null,
    }));
    expect(onlyNews({ dormant: { count: 9, fresh: 2, first } }, false).dormant).toMatchObject({
      count: 9,
      first: first.slice(0, 2),
    });
  });
});

describe('headlines', () => {
  const codes = (digest: Digest) => headlines(digest).map(({ code }) => code);

  test('begin with what weighs most', () => {
    expect(codes(FULL_DIGEST)).toEqual(['fell-from-best', 'complaints-late', 'overdue', 'won']);
    expect(headlines(FULL_DIGEST)[2]).toEqual({
      code: 'overdue',
      of: [{ customers: 3, tier: 'A', stage: 'customer' }],
    });
  });

  test('count everything that is overdue where nobody of the best tier is', () => {
    const overdue = (FULL_DIGEST.overdue ?? []).filter(({ tier }) => tier !== 'A');
    expect(headlines({ ...QUIET_DIGEST, overdue })).toEqual([
      { code: 'overdue', of: [{ customers: 14, tier: null, stage: 'customer' }] },
    ]);
  });

  test('say that nothing is urgent, or that there is nothing at all', () => {
    expect(codes({ ...QUIET_DIGEST, data: [{ code: 'review', customers: 2, before: 1 }] })).toEqual(['nothing-urgent']);
    expect(codes(QUIET_DIGEST)).toEqual(['quiet']);
  });

  test('are never none, whatever the digest', () => {
    fc.assert(
      fc.property(anyDigest, (digest) => {
        expect(codes(digest).length).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });
});
