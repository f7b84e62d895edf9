import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Digest } from '../../../core/digest/digest.ts';
import { digestText } from '../../../core/text/digest-text.ts';
import { LANGUAGES, type Language } from '../../../core/text/language.ts';
import { anyDigest, FULL_DIGEST, QUIET_DIGEST } from '../../support/digests.ts';

describe('the headline', () => {
  test('says who fell out of the best tier, what is late and what is overdue', () => {
    expect(digestText(FULL_DIGEST, 'en').headline).toBe(
      '2 customers fell out of Tier A; 1 needs a call today. 1 complaint is late. 3 Tier A customers are overdue for contact.',
    );
    expect(digestText(FULL_DIGEST, 'zh-CN').headline).toBe(
      '2 个客户跌出等级 A，其中 1 个今天需要联系。1 起投诉已超时。3 个等级 A 的客户逾期未联系。',
    );
    expect(digestText(FULL_DIGEST, 'zh-TW').headline).toBe(
      '2 位客戶跌出等級 A，其中 1 位今天需要聯絡。1 件客訴已逾時。3 位等級 A 的客戶逾期未聯絡。',
    );
  });

  test('counts one as one', () => {
    const best = [{ stage: 'customer', tier: 'A', customers: 1, toCall: 1 }] as const;
    const { moves } = FULL_DIGEST;
    if (moves === undefined) throw new Error('The example has moves.');
    const one: Digest = {
      ...QUIET_DIGEST,
      moves: { ...moves, down: { ...moves.down, count: 1, ofBest: 1, best } },
    };
    expect(digestText(one, 'en').headline).toBe('1 customer fell out of Tier A and needs a call today.');
  });

  test('tells prospects and customers of tiers with the same name in one sentence', () => {
    const both: Digest = { ...QUIET_DIGEST, moves: bothFell('A'), overdue: bothOverdue };
    expect(digestText(both, 'en').headline).toBe(
      '2 customers and 1 prospect fell out of Tier A; 1 needs a call today. 9 Tier A prospects and 8 Tier A customers are overdue for contact.',
    );
    expect(digestText(both, 'zh-CN').headline).toBe(
      '2 个客户和 1 个潜在客户跌出等级 A，其中 1 个今天需要联系。9 个等级 A 的潜在客户和 8 个等级 A 的客户逾期未联系。',
    );
    expect(digestText(both, 'zh-TW').headline).toBe(
      '2 位客戶和 1 位潛在客戶跌出等級 A，其中 1 位今天需要聯絡。9 位等級 A 的潛在客戶和 8 位等級 A 的客戶逾期未聯絡。',
    );
  });

  test('tells them in a sentence each where the tiers are not called the same', () => {
    expect(digestText({ ...QUIET_DIGEST, moves: bothFell('Hot') }, 'en').headline).toBe(
      '2 customers fell out of Tier A; 1 needs a call today. 1 prospect fell out of Tier Hot.',
    );
  });

  test('of a quiet day is all there is', () => {
    for (const language of LANGUAGES) {
      const { headline, sections, title, whole } = digestText(QUIET_DIGEST, language);
      expect(sections).toEqual([]);
      expect(whole).toBe(`${headline}\n${title}`);
    }
    expect(digestText(QUIET_DIGEST, 'en').headline).toBe('A quiet day: nothing has changed, and nothing is overdue.');
  });
});

/** Customers fell out of tier A, a prospect out of another. */
function bothFell(tier: string): Digest['moves'] {
  const { moves } = FULL_DIGEST;
  if (moves === undefined) throw new Error('The example has moves.');
  const best = [
    { stage: 'customer', tier: 'A', customers: 2, toCall: 1 },
    { stage: 'prospect', tier, customers: 1, toCall: 0 },
  ] as const;
  return { ...moves, down: { ...moves.down, count: 3, ofBest: 3, best } };
}

const bothOverdue = [
  { stage: 'prospect', tier: 'A', status: 'graded', ownerId: 'm1', customers: 9, owed: 9, made: 0 },
  { stage: 'customer', tier: 'A', status: 'graded', ownerId: 'm1', customers: 8, owed: 8, made: 0 },
] as const;

describe('the sections', () => {
  test('name the stage of the best where both are overdue', () => {
    const debtIn = (language: Language) => digestText({ ...QUIET_DIGEST, overdue: bothOverdue }, language).whole;
    expect(debtIn('en')).toContain('17 overdue (9 Tier A prospects, 8 Tier A customers), 17 contacts owed');
    expect(debtIn('zh-CN')).toContain('逾期 17 个（等级 A 的潜在客户 9 个、等级 A 的客户 8 个）');
    expect(debtIn('zh-TW')).toContain('逾期 17 位（等級 A 的潛在客戶 9 位、等級 A 的客戶 8 位）');
  });

  test('say it once where all that moved left or reached the best tier', () => {
    const fellIn = (language: Language) => digestText({ ...QUIET_DIGEST, moves: bothFell('A') }, language).whole;
    expect(fellIn('en')).toContain('Fell out of the best tier: 3 (');
    expect(fellIn('zh-CN')).toContain('跌出最高等级：3 个（');
    expect(fellIn('zh-TW')).toContain('跌出最高等級：3 位（');
  });

  test('tell each part by its numbers and names', () => {
    const { whole } = digestText(FULL_DIGEST, 'en');
    for (const told of [
      '• Tier A: 20 (−2)',
      'Fell: 7, 2 out of the best tier (¥1.9M a year)',
      '• ACME: Tier A → Tier B — Payment collection 96 % → 62 % · ¥250,000 a year · Anna',
      '• and 2 more',
      '• Anna: 3 overdue (3 Tier A), 4 contacts owed, 11 made in 30 days',
      'Complaints: 1 late, 1 to answer today',
      '• Kestrel Bearings: answer was due Wed 25 Nov, 17:00 · Delivery · Tier A · Anna',
      '• 陈磊: 26.4 of 20 days a month',
      '• Nov 2026: 2 for ¥420,000 · Anna ¥420,000',
      '• Won Ltd: 26 Nov 2026 · ¥90,000 · Anna',
      'Satisfaction: 4.2 of 5 from 12 answers (4.4 in the 90 days before)',
      'Changes since Wed 25 Nov, 08:30 · 180 customers and prospects, as of Thu 26 Nov, 08:30',
    ])
      expect(whole).toContain(told);
  });

  test('count money by 万 and 萬 in Chinese', () => {
    expect(digestText(FULL_DIGEST, 'zh-CN').whole).toContain('降级：7 个，其中 2 个跌出最高等级（年销售额共 ¥190万）');
    expect(digestText(FULL_DIGEST, 'zh-TW').whole).toContain('降級：7 位，其中 2 位跌出最高等級（年銷售額共 ¥190萬）');
  });

  test('have at most five lines each and say how many more there are, whatever the digest', () => {
    fc.assert(
      fc.property(anyDigest, fc.constantFrom(...LANGUAGES), (digest, language) => {
        const { sections, whole, title } = digestText(digest, language);
        expect(title.length).toBeLessThanOrEqual(150);
        for (const section of sections) {
          expect(section.lines.length).toBeLessThanOrEqual(5);
          expect(whole).toContain(section.title);
          for (const { lead, text } of section.lines) expect(whole).toContain(`• ${lead}${text}`);
        }
        expect(whole).not.toMatch(/\b(undefined|NaN)\b/);
      }),
      { numRuns: 50 },
    );
  });

  test('lead to the list behind every number', () => {
    const { sections } = digestText(FULL_DIGEST, 'en');
    const numbers = sections.flatMap(({ lines, number }) => [number, ...lines.map((line) => line.number)]);
    const parts = new Set(numbers.flatMap((number) => (number === null ? [] : [number.part])));
    expect([...parts].toSorted()).toEqual(
      [
        'tiers',
        'moves',
        'overdue',
        'complaints',
        'capacity',
        'dormant',
        'signings',
        'ends',
        'causes',
        'satisfaction',
        'data',
      ].toSorted(),
    );
  });
});
