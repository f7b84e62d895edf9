import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestCharts } from '../../../core/text/digest-charts.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { anyDigest, FULL_DIGEST, QUIET_DIGEST } from '../../support/digests.ts';

describe('the charts of a digest', () => {
  test('show customers by tier beside those before, and who came to which tier', () => {
    const [tiers, moves] = digestCharts(FULL_DIGEST, 'en');
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

  test('without a digest before show what is, and name the stage where there are customers of both', () => {
    const [one] = FULL_DIGEST.tiers ?? [];
    if (one === undefined) expect.fail();
    const tiers = [
      { ...one, stage: 'prospect' as const, before: null },
      { ...one, before: null },
    ];
    const [chart] = digestCharts({ ...FULL_DIGEST, tiers }, 'zh-CN');
    expect(chart?.title).toBe('各等级客户与潜在客户数');
    expect(chart?.series.map(({ name }) => name)).toEqual(['潜在客户', '客户']);
    expect(chart?.series.map(({ data }) => data)).toEqual([
      [{ label: '等级 A', value: 20 }],
      [{ label: '等级 A', value: 20 }],
    ]);
    expect(chart?.summary).toContain('潜在客户 · 等级 A 20 个；客户 · 等级 A 20 个');
    const [prospects] = digestCharts({ ...FULL_DIGEST, tiers: tiers.slice(0, 1) }, 'en');
    expect(prospects?.title).toBe('Prospects by tier');
    expect(prospects?.series[0]?.data[0]?.label).toBe('Tier A');
  });

  test('stand in the order of the tiers, though prospects moved to other tiers than customers', () => {
    const [into] = FULL_DIGEST.moves?.down.into ?? [];
    const { moves } = FULL_DIGEST;
    if (into === undefined || moves === undefined) expect.fail();
    const toC = { ...into, stage: 'prospect' as const, tier: 'C' };
    const both = { ...moves, down: { ...moves.down, into: [toC, ...moves.down.into] } };
    const [, chart] = digestCharts({ ...FULL_DIGEST, moves: both }, 'en');
    expect(chart?.series[0]?.data.map(({ label }) => label)).toEqual(['Tier B', 'Tier C', 'Tier D']);
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
