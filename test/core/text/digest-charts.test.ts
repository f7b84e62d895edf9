import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestCharts } from '../../../core/text/digest-charts.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { anyDigest, FULL_DIGEST, QUIET_DIGEST } from '../../support/digests.ts';

const ONE_STAGE = { ...FULL_DIGEST, schemes: { ...FULL_DIGEST.schemes, prospects: undefined } };

describe('the charts of a digest', () => {
  test('show customers by tier beside those before, and who came to which tier', () => {
    const [tiers, moves] = digestCharts(ONE_STAGE, 'en');
    const valuesOf = (chart: typeof tiers) =>
      chart?.series.map(({ data, name }) => [name, ...data.map(({ value }) => value)]);
    expect(valuesOf(tiers)).toEqual([
      ['Working day before', 22, 49, 60, 49],
      ['Thu 26 Nov', 20, 50, 60, 50],
    ]);
    expect(tiers?.series[0]?.data.map(({ label }) => label)).toEqual(['Tier A', 'Tier B', 'Tier C', 'Tier D']);
    expect(tiers?.summary).toBe(
      'Customers by tier: Tier A 20 (22 before); Tier B 50 (49 before); Tier C 60 (60 before); Tier D 50 (49 before).',
    );
    expect(valuesOf(moves)).toEqual([
      ['Rose to it', 1, 0, 0],
      ['Fell to it', 2, 3, 2],
    ]);
    expect(moves?.summary).toContain('Tier B 1 up, 2 down');
  });

  test('without a digest before show what is, and name the stage where both have tiers', () => {
    const [tiers] = digestCharts(
      { ...FULL_DIGEST, tiers: FULL_DIGEST.tiers?.map((count) => ({ ...count, before: null })) },
      'zh-CN',
    );
    expect(tiers?.series.map(({ name }) => name)).toEqual(['11月26日（周四）']);
    expect(tiers?.series[0]?.data[0]?.label).toBe('客户 · 等级 A');
  });

  test('of a quiet day there is none', () => {
    expect(digestCharts(QUIET_DIGEST, 'en')).toEqual([]);
  });

  test('whatever tiers are called, are within what Slack takes, with no two labels alike', () => {
    fc.assert(
      fc.property(anyDigest, fc.constantFrom(...LANGUAGES), (digest, language) => {
        for (const { series, title } of digestCharts(digest, language)) {
          expect(title.length).toBeLessThanOrEqual(50);
          const labels = series.map(({ data }) => data.map(({ label }) => label));
          for (const own of labels) expect(own).toEqual(labels[0]);
          expect(new Set(labels[0]).size).toBe(labels[0]?.length);
          expect(labels[0]?.length).toBeLessThanOrEqual(20);
          for (const name of [...(labels[0] ?? []), ...series.map((one) => one.name)])
            expect(name.length > 0 && name.length <= 20).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
