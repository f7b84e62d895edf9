import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import type { Playbook, Titles } from '../../../core/grading/scheme.ts';
import { BUILT_IN_SCHEMES, BUILT_IN_SEGMENT_SCHEMES } from '../../../core/schemes/built-in-schemes.ts';
import { LANGUAGES } from '../../../core/text/language.ts';

interface Served {
  readonly id: string;
  readonly titles: Titles;
  readonly playbook?: Playbook | undefined;
}

const TIERS = BUILT_IN_SCHEMES.flatMap(({ id, tiers }) =>
  tiers.map((tier): [string, Served] => [`${id} ${tier.id}`, tier]),
);
const LABELS = [...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES].flatMap(({ segments = [] }) =>
  segments.flatMap(({ id, labels }) => labels.map((label): [string, Served] => [`${id} ${label.id}`, label])),
);

test.each([...TIERS, ...LABELS])('%s says in three languages what to do', (_, { playbook }) => {
  for (const language of LANGUAGES) expect(playbook?.policy?.[language]).toBeTruthy();
});

test.each(TIERS)('%s says how often, how long and how', (_, { playbook }) => {
  expect(playbook?.everyDays).toBeGreaterThan(0);
  expect(playbook?.longestDays).toBeGreaterThanOrEqual(playbook?.everyDays ?? 0);
  expect(playbook?.contactMinutes).toBeGreaterThan(0);
  expect(playbook?.complaintHours).toBeGreaterThan(0);
  expect(new Set(playbook?.methods).size).toBeGreaterThan(2);
  expect(playbook?.methods).toHaveLength(new Set(playbook?.methods).size);
});

test('no text is written in the other script', () => {
  const toSimplified = Converter({ from: 't', to: 'cn' });
  for (const [name, { playbook }] of [...TIERS, ...LABELS]) {
    const { policy } = playbook ?? {};
    expect(policy?.['zh-CN'], name).toBe(toSimplified(policy?.['zh-CN'] ?? ''));
    expect(policy?.['zh-TW'], name).not.toBe(policy?.['zh-CN']);
  }
});

describe('what each label of a segment asks for', () => {
  test.each([
    ['loyalty loyal', 'Consolidate and grow', '巩固'],
    ['loyalty general', 'raise its frequency', '频率'],
    ['loyalty lost', 'Win back or let go', '挽回或放弃'],
    ['activity dormant', 'Wake', '唤醒'],
    ['lifecycle dormant', 'Wake it up', '唤醒'],
    ['lifecycle lost', 'Win it back or let it go', '挽回或放弃'],
    ['wealth potential', 'free trial', '免费试用'],
    ['service-grade D', 'consider ending it', '终止'],
    ['relationship-value D', 'consider ending it', '终止'],
  ])('%s', (name, english, chinese) => {
    const [, { playbook }] = [...TIERS, ...LABELS].find(([each]) => each === name) ?? expect.fail();
    expect(playbook?.policy?.en).toContain(english);
    expect(playbook?.policy?.['zh-CN']).toContain(chinese);
  });

  test.each([
    ['alone', /individual|person|own/i],
    ['recommendation', /word of mouth|recommend|refer/i],
    ['opposed', /mend|adjust|settle|solve/i],
  ])('who decides: %s', (label, english) => {
    const [, { playbook }] = LABELS.find(([each]) => each === `decision-style ${label}`) ?? expect.fail();
    expect(playbook?.policy?.en).toMatch(english);
  });
});

/** Four tiers of existing customers: days between surveys, best first (default). */
test.each(BUILT_IN_SCHEMES.filter(({ tiers, id }) => tiers.length === 4 && id !== 'sales-pipeline'))(
  '$id asks the best tier most often how satisfied it is, and the last not at all',
  ({ tiers }) => {
    expect(tiers.map(({ playbook }) => playbook?.surveyEveryDays)).toEqual([90, 180, 365, undefined]);
  },
);

test('prospects are not asked how satisfied they are', () => {
  const pipeline = BUILT_IN_SCHEMES.find(({ id }) => id === 'sales-pipeline') ?? expect.fail();
  for (const { playbook } of pipeline.tiers) expect(playbook?.surveyEveryDays).toBeUndefined();
});
