import { describe, expect, test } from 'vitest';
import { checkScheme } from '../../../core/grading/check-scheme.ts';
import type { ScorecardScheme } from '../../../core/grading/scheme.ts';
import { BUILT_IN_SCHEMES } from '../../../core/schemes/built-in-schemes.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { schemeProblemText } from '../../../core/text/scheme-problem-text.ts';

type Draft = ScorecardScheme & Record<string, unknown>;

const BROKEN: readonly (readonly [what: string, path: string, code: string, break_: (draft: Draft) => unknown])[] = [
  ['an unknown property', 'rules', 'unknown-property', (draft) => (draft['rules'] = {})],
  ['a missing list', 'tiers', 'missing', (draft) => Reflect.deleteProperty(draft, 'tiers')],
  ['a list that is none', 'criteria', 'wrong-type', (draft) => Object.assign(draft, { criteria: 'all' })],
  ['an unknown method', 'method.kind', 'not-allowed', (draft) => Object.assign(draft, { method: { kind: 'oracle' } })],
  ['an id with a space', 'id', 'bad-format', (draft) => (draft.id = 'my scheme')],
  ['version 0', 'version', 'too-small', (draft) => (draft.version = 0)],
  [
    'a weight of nothing',
    'method.criteria[0].weight',
    'not-above',
    (draft) => (at(draft.method.criteria, 0).weight = 0),
  ],
  [
    'a weight beyond all numbers',
    'method.criteria[0].weight',
    'not-finite',
    (draft) => (at(draft.method.criteria, 0).weight = Number.POSITIVE_INFINITY),
  ],
  ['a version and a half', 'version', 'wrong-type', (draft) => (draft.version = 1.5)],
  ['an empty title', 'titles.en', 'text-empty', (draft) => (draft.titles = { en: '' })],
  ['a title without end', 'titles.en', 'text-too-long', (draft) => (draft.titles = { en: 'x'.repeat(201) })],
  ['tiers that only case tells apart', 'tiers[1].id', 'duplicate-label', (draft) => (at(draft.tiers, 1).id = 'a')],
  ['a tier in full width', 'tiers[0].id', 'bad-format', (draft) => (at(draft.tiers, 0).id = 'Ａ')],
  ['criteria that only case tells apart', 'criteria[3].id', 'duplicate-label', (draft) => add(draft, 'SALES', 'count')],
  [
    'a title that is another one’s heading',
    'criteria[1].titles.zh-TW',
    'duplicate-heading',
    (draft) => {
      at(draft.criteria, 0).headings = ['销售额'];
      at(draft.criteria, 1).titles = { en: 'Complaints', 'zh-TW': '銷售額' };
    },
  ],
  ['a single tier', 'tiers', 'too-few', (draft) => draft.tiers.splice(1)],
  ['no title', 'titles', 'no-title', (draft) => (draft.titles = { en: ' ' })],
  ['two tiers of one id', 'tiers[1].id', 'duplicate-id', (draft) => (at(draft.tiers, 1).id = 'A')],
  ['an id that objects have', 'criteria[3].id', 'reserved-id', (draft) => add(draft, 'constructor', 'count')],
  [
    'a heading twice',
    'criteria[1].headings[0]',
    'duplicate-heading',
    (draft) => {
      at(draft.criteria, 0).headings = ['Umsatz'];
      at(draft.criteria, 1).headings = [' ＵＭＳＡＴＺ'];
    },
  ],
  [
    'a score for nothing',
    'method.criteria[0].criterion',
    'unknown-criterion',
    (draft) => (at(draft.method.criteria, 0).criterion = 'x'),
  ],
  [
    'a criterion scored twice',
    'method.criteria[1].criterion',
    'scored-twice',
    (draft) => (at(draft.method.criteria, 1).criterion = 'sales'),
  ],
  [
    'scored text without labels',
    'method.criteria[0]',
    'labels-missing',
    (draft) => (at(draft.criteria, 0).type = 'text'),
  ],
  [
    'a number without bands',
    'method.criteria[0]',
    'bands-missing',
    (draft) => Reflect.deleteProperty(at(draft.method.criteria, 0), 'bands'),
  ],
  [
    'bands of a yes-no',
    'method.criteria[0].bands',
    'bands-without-number',
    (draft) => {
      at(draft.criteria, 0).type = 'yes-no';
      at(draft.method.criteria, 0).answers = { yes: 100, no: 0 };
    },
  ],
  [
    'levels without points',
    'method.criteria[2]',
    'levels-missing',
    (draft) => Reflect.deleteProperty(at(draft.method.criteria, 2), 'levels'),
  ],
  [
    'a last band with a bound',
    'method.criteria[0].bands[2]',
    'last-band-open',
    (draft) => (bandsOf(draft, 0)[2] = { from: 0, points: 0 }),
  ],
  [
    'a band with no bound',
    'method.criteria[0].bands[1]',
    'band-without-start',
    (draft) => (bandsOf(draft, 0)[1] = { points: 50 }),
  ],
  [
    'a bound the wrong way',
    'method.criteria[1].bands[0]',
    'band-start-wrong-way',
    (draft) => (bandsOf(draft, 1)[0] = { from: 0, points: 100 }),
  ],
  [
    'absolute and relative bands',
    'method.criteria[0].bands',
    'bands-mixed',
    (draft) => (bandsOf(draft, 0)[0] = { top: 0.2, points: 100 }),
  ],
  [
    'overlapping bands',
    'method.criteria[0].bands[1]',
    'bands-not-ordered',
    (draft) => (bandsOf(draft, 0)[1] = { from: 100, points: 50 }),
  ],
  [
    'shares out of order',
    'method.criteria[0].bands[1]',
    'bands-not-ordered',
    (draft) => {
      bandsOf(draft, 0).splice(0, 2, { top: 0.5, points: 100 }, { top: 0.2, points: 50 });
    },
  ],
  [
    'more points for less',
    'method.criteria[0].bands[1]',
    'points-not-ordered',
    (draft) => (at(bandsOf(draft, 0), 0).points = 40),
  ],
  [
    'more points for a worse level',
    'method.criteria[2].levels.medium',
    'points-not-ordered',
    (draft) => (at(draft.method.criteria, 2).levels = { high: 0, medium: 1, low: 2, none: 3 }),
  ],
  [
    'too many months',
    'method.criteria[0].bands[0]',
    'months-out-of-range',
    (draft) => {
      at(draft.criteria, 0).type = 'months';
      bandsOf(draft, 0)[0] = { from: 5000, points: 100 };
    },
  ],
  [
    'a cut-off for the last tier',
    'method.cutOffs',
    'cut-offs-not-tiers',
    (draft) => draft.method.cutOffs.push({ outcome: 'C', from: 1 }),
  ],
  [
    'cut-offs that rise',
    'method.cutOffs[1]',
    'cut-offs-not-descending',
    (draft) => (at(draft.method.cutOffs, 1).from = 90),
  ],
  [
    'a cut-off out of reach',
    'method.cutOffs[0]',
    'cut-off-unreachable',
    (draft) => {
      for (const scored of draft.method.criteria) scored.weight = scored.criterion === 'sales' ? 2 : 1;
      at(bandsOf(draft, 0), 0).points = 60;
    },
  ],
  [
    'a last tier out of reach',
    'method.cutOffs[1]',
    'last-tier-unreachable',
    (draft) => (at(draft.method.cutOffs, 1).from = 0),
  ],
  [
    'a stand-in for itself',
    'method.criteria[0].insteadOf[0]',
    'instead-of-itself',
    (draft) => (at(draft.method.criteria, 0).insteadOf = ['sales']),
  ],
  [
    'nothing but stand-ins',
    'method.criteria',
    'only-stand-ins',
    (draft) => {
      for (const [index, scored] of draft.method.criteria.entries())
        scored.insteadOf = [at(draft.criteria, (index + 1) % 3).id];
    },
  ],
  [
    'a knock-out into an unknown tier',
    'knockOuts[0].tier',
    'unknown-tier',
    (draft) => (draft.knockOuts = [{ criterion: 'complaints', when: { above: 9 }, tier: 'E' }]),
  ],
  [
    'a knock-out into the best tier',
    'knockOuts[0].tier',
    'knock-out-best-tier',
    (draft) => (draft.knockOuts = [{ criterion: 'complaints', when: { above: 9 }, tier: 'A' }]),
  ],
  [
    'a knock-out with two conditions',
    'knockOuts[0].when',
    'knock-out-when',
    (draft) => (draft.knockOuts = [{ criterion: 'complaints', when: { above: 9, below: 1 }, tier: 'C' }]),
  ],
  [
    'a knock-out of the better ones',
    'knockOuts[0].when',
    'knock-out-wrong-way',
    (draft) => (draft.knockOuts = [{ criterion: 'sales', when: { above: 9 }, tier: 'C' }]),
  ],
  [
    'a knock-out of a better level',
    'knockOuts[0].when',
    'knock-out-not-worst',
    (draft) => (draft.knockOuts = [{ criterion: 'potential', when: { is: ['medium'] }, tier: 'C' }]),
  ],
];

describe('checkScheme', () => {
  test.each(BUILT_IN_SCHEMES.map((scheme) => [scheme.id, scheme]))('accepts the built-in scheme %s', (_, scheme) => {
    expect(checkScheme(JSON.parse(JSON.stringify(scheme)))).toMatchObject({ scheme });
  });

  test('accepts the sample that the broken ones are made from', () => {
    expect(checkScheme(sample())).toEqual({ scheme: sample(), notes: [] });
  });

  test.each(BROKEN)('%s is a problem at %s: %s', (_, path, code, break_) => {
    const draft: Draft = { ...sample() };
    break_(draft);
    const outcome = checkScheme(draft);
    const problems = 'problems' in outcome ? outcome.problems : [];
    const found = problems.find((problem) => problem.path === path && problem.code === code);
    expect(problems.map((problem) => `${problem.path} ${problem.code}`)).toContain(`${path} ${code}`);
    for (const language of LANGUAGES) {
      const text = found === undefined ? '' : schemeProblemText(found, language);
      expect(text.startsWith(path)).toBe(true);
      expect(text).not.toMatch(/\{\}|“”|「」|undefined/);
    }
  });

  test.each([[null], [undefined], [42], ['scheme'], [[]], [{}], [Object.create(null)]])(
    'says what is wrong with %j and never throws',
    (document) => {
      const outcome = checkScheme(document);
      expect('problems' in outcome && outcome.problems.length).toBeGreaterThan(0);
    },
  );
});

function sample(): ScorecardScheme {
  return {
    id: 'mine',
    version: 3,
    titles: { en: 'Mine' },
    tiers: [
      { id: 'A', titles: { en: 'A' } },
      { id: 'B', titles: { en: 'B' } },
      { id: 'C', titles: { en: 'C' } },
    ],
    criteria: [
      { id: 'sales', type: 'money', titles: { en: 'Sales' } },
      { id: 'complaints', type: 'count', direction: 'lower-is-better', titles: { en: 'Complaints' } },
      { id: 'potential', type: 'level', titles: { en: 'Potential' } },
    ],
    method: {
      kind: 'scorecard',
      criteria: [
        {
          criterion: 'sales',
          weight: 50,
          bands: [{ from: 100, points: 100 }, { from: 10, points: 50 }, { points: 0 }],
        },
        { criterion: 'complaints', weight: 30, bands: [{ upTo: 0, points: 100 }, { points: 0 }] },
        { criterion: 'potential', weight: 20, levels: { high: 100, medium: 50, low: 20, none: 0 } },
      ],
      cutOffs: [
        { outcome: 'A', from: 85 },
        { outcome: 'B', from: 50 },
      ],
    },
  };
}

function add(draft: Draft, id: string, type: 'count'): void {
  draft.criteria.push({ id, type, titles: { en: id } });
}

function bandsOf(draft: Draft, index: number): NonNullable<ScorecardScheme['method']['criteria'][number]['bands']> {
  const { bands } = at(draft.method.criteria, index);
  if (bands === undefined) throw new Error('no bands there');
  return bands;
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
}
