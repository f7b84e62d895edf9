import { describe, expect, test } from 'vitest';
import { checkDocument, checkScheme } from '../../../core/grading/check-scheme.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { schemeNoteText } from '../../../core/text/scheme-note-text.ts';
import { schemeProblemText } from '../../../core/text/scheme-problem-text.ts';

/** Changes to the sample document (below), by the place where the value goes; undefined takes it away. */
type Changes = Readonly<Record<string, unknown>>;

const METHOD = 'method';
const TABLE = 'derived.0.method';

const BROKEN: readonly (readonly [what: string, path: string, code: string, changes: Changes])[] = [
  // names
  ['a tier called as what a rule says instead', 'tiers[1].id', 'reserved-id', { 'tiers.1.id': 'review' }],
  ['a label called so', 'derived[0].labels[1].id', 'reserved-id', { 'derived.0.labels.1.id': 'out-of-market' }],
  ['a derived result that objects have', 'derived[0].id', 'reserved-id', { 'derived.0.id': 'toString' }],
  [
    'labels that only case tells apart',
    'derived[0].labels[2].id',
    'duplicate-label',
    { 'derived.0.labels.2.id': 'LARGE' },
  ],
  ['a label twice', 'derived[0].labels[1].id', 'duplicate-id', { 'derived.0.labels.1.id': 'large' }],
  ['a segment without a title', 'segments[0].titles', 'no-title', { 'segments.0.titles': {} }],
  ['a derived result like a criterion', 'derived[0].id', 'derived-like-criterion', { 'derived.0.id': 'sales' }],
  [
    'details that are no derived results',
    'segments[0].details[0]',
    'unknown-criterion',
    { 'segments.0.details': ['sales'] },
  ],
  ['a detail twice', 'segments[0].details[1]', 'listed-twice', { 'segments.0.details': ['size', 'size'] }],
  ['a segment like a derived result', 'segments[0].id', 'duplicate-id', { 'segments.0.id': 'size' }],
  ['a range with nothing in it', 'criteria[0].range', 'range-empty', { 'criteria.0.range': { from: 2, upTo: 1 } }],
  [
    'contacts that may not be as far apart as they are meant to be',
    'tiers[0].playbook.longestDays',
    'contacts-too-far',
    { 'tiers.0.playbook': { everyDays: 30, longestDays: 7 } },
  ],
  // derived results
  [
    'results that go round in a circle',
    'derived[0].method',
    'derived-circle',
    {
      [TABLE]: bands(['trend'], { labels: { up: 'large', down: 'small' } }),
      'derived.1.method': bands(['size'], { labels: { large: 'up', medium: 'up', small: 'down' } }),
    },
  ],
  // bands
  ['bands of nothing', `${METHOD}.by[0]`, 'unknown-criterion', { [METHOD]: bands(['nothing'], { bands: twoBands() }) }],
  [
    'bands of the same twice',
    `${METHOD}.by[1]`,
    'listed-twice',
    { [METHOD]: bands(['sales', 'sales'], { bands: twoBands() }) },
  ],
  ['a number without bands', METHOD, 'bands-missing', { [METHOD]: bands(['sales'], { levels: byLevel() }) }],
  [
    'a level without levels',
    METHOD,
    'levels-missing',
    { [METHOD]: bands(['resolve'], { answers: { yes: 'A', no: 'B' } }) },
  ],
  ['an answer without answers', METHOD, 'answers-missing', { [METHOD]: bands(['need'], { levels: byLevel() }) }],
  ['a text without labels', METHOD, 'labels-missing', { [METHOD]: bands(['sales', 'channel'], { bands: twoBands() }) }],
  [
    'a label of a result left out',
    `${METHOD}.labels`,
    'label-missing',
    { [METHOD]: bands(['size'], { labels: { large: 'A', small: 'B' } }) },
  ],
  [
    'a label that a result has not',
    `${METHOD}.labels`,
    'unknown-label',
    { [METHOD]: bands(['size'], { labels: { large: 'A', medium: 'A', small: 'B', tiny: 'C' } }) },
  ],
  [
    'words that are the same',
    `${METHOD}.labels`,
    'duplicate-label',
    { [METHOD]: bands(['channel'], { labels: { Web: 'A', ＷＥＢ: 'B' } }) },
  ],
  [
    'a word that is a level already',
    `${METHOD}.labels`,
    'label-taken',
    { [METHOD]: bands(['channel', 'resolve'], { labels: { High: 'A', web: 'B' }, levels: byLevel() }) },
  ],
  [
    'bands of words',
    `${METHOD}.bands`,
    'bands-without-number',
    { [METHOD]: bands(['resolve'], { bands: twoBands(), levels: byLevel() }) },
  ],
  [
    'both directions',
    `${METHOD}.by`,
    'directions-differ',
    { [METHOD]: bands(['sales', 'complaints'], { bands: twoBands() }) },
  ],
  [
    'an outcome that is no tier',
    `${METHOD}.bands[0].outcome`,
    'unknown-outcome',
    { [METHOD]: bands(['sales'], { bands: [{ from: 1, outcome: 'E' }, { outcome: 'C' }] }) },
  ],
  [
    'a value withheld by bands',
    `${METHOD}.missing`,
    'unknown-outcome',
    { [METHOD]: bands(['sales'], { bands: twoBands(), missing: 'review' }) },
  ],
  [
    'a worse tier for more',
    `${METHOD}.bands`,
    'outcomes-not-ordered',
    { [METHOD]: bands(['sales'], { bands: [{ from: 1, outcome: 'C' }, { outcome: 'A' }] }) },
  ],
  [
    'a worse tier for a better level',
    `${METHOD}.levels`,
    'outcomes-not-ordered',
    { [METHOD]: bands(['resolve'], { levels: { high: 'C', medium: 'B', low: 'B', none: 'A' } }) },
  ],
  [
    'a band that no share can reach',
    `${METHOD}.bands[0]`,
    'band-out-of-range',
    { [METHOD]: bands(['rate'], { bands: [{ from: 95, outcome: 'A' }, { outcome: 'C' }] }) },
  ],
  [
    'a last band with a bound',
    `${METHOD}.bands[1]`,
    'last-band-open',
    {
      [METHOD]: bands(['sales'], {
        bands: [
          { from: 2, outcome: 'A' },
          { from: 1, outcome: 'C' },
        ],
      }),
    },
  ],
  // quantiles
  ['shares of 90 %', `${METHOD}.shares`, 'shares-not-whole', { [METHOD]: quantiles(['sales'], [0.2, 0.3, 0.4]) }],
  ['shares of words', `${METHOD}.by`, 'not-numeric', { [METHOD]: quantiles(['resolve'], [0.2, 0.3, 0.5]) }],
  [
    'shares in the wrong order',
    `${METHOD}.shares`,
    'outcomes-not-ordered',
    {
      [METHOD]: {
        kind: 'quantiles',
        by: ['sales'],
        shares: [
          { outcome: 'B', share: 0.5 },
          { outcome: 'A', share: 0.5 },
        ],
      },
    },
  ],
  [
    'a share twice',
    `${METHOD}.shares`,
    'outcomes-not-ordered',
    {
      [METHOD]: {
        kind: 'quantiles',
        by: ['sales'],
        shares: [
          { outcome: 'B', share: 0.5 },
          { outcome: 'B', share: 0.5 },
        ],
      },
    },
  ],
  [
    'a least value for the rest',
    `${METHOD}.shares[1]`,
    'last-band-open',
    {
      [METHOD]: {
        kind: 'quantiles',
        by: ['sales'],
        shares: [
          { outcome: 'A', share: 0.5 },
          { outcome: 'B', share: 0.5, from: 1 },
        ],
      },
    },
  ],
  // matrix
  ['an axis that is none', `${METHOD}.rows`, 'unknown-criterion', { [`${METHOD}.rows`]: 'nothing' }],
  ['an axis of numbers', `${METHOD}.columns`, 'axis-without-labels', { [`${METHOD}.columns`]: 'sales' }],
  ['the same axis twice', `${METHOD}.columns`, 'axes-alike', { [`${METHOD}.columns`]: 'size' }],
  ['a row left out', `${METHOD}.cells`, 'cell-missing', { [`${METHOD}.cells.small`]: undefined }],
  ['a cell left out', `${METHOD}.cells.small`, 'cell-missing', { [`${METHOD}.cells.small.no`]: undefined }],
  ['a row too many', `${METHOD}.cells`, 'unknown-label', { [`${METHOD}.cells.tiny`]: { yes: 'A', no: 'B' } }],
  ['a column too many', `${METHOD}.cells.small`, 'unknown-label', { [`${METHOD}.cells.small.perhaps`]: 'A' }],
  ['a cell without a tier', `${METHOD}.cells.small.no`, 'unknown-outcome', { [`${METHOD}.cells.small.no`]: 'large' }],
  // decision tables
  [
    'a rule about nothing',
    `derived[0].method.rules[0].when.nothing`,
    'unknown-criterion',
    { [`${TABLE}.rules.0.when`]: { nothing: { from: 1 } } },
  ],
  [
    'a rule about what objects have',
    `derived[0].method.rules[0].when.toString`,
    'unknown-criterion',
    { [`${TABLE}.rules.0.when`]: { toString: { from: 1 } } },
  ],
  [
    'a condition without a wish',
    'derived[0].method.rules[0].when.sales',
    'condition-empty',
    { [`${TABLE}.rules.0.when.sales`]: {} },
  ],
  [
    'words and bounds at once',
    'derived[0].method.rules[0].when.sales',
    'condition-mixed',
    { [`${TABLE}.rules.0.when.sales`]: { is: ['high'], from: 1 } },
  ],
  [
    'words of a number',
    'derived[0].method.rules[0].when.sales',
    'condition-wants-bounds',
    { [`${TABLE}.rules.0.when.sales`]: { is: ['high'] } },
  ],
  [
    'bounds of a level',
    'derived[0].method.rules[0].when.resolve',
    'condition-wants-words',
    { [`${TABLE}.rules.0.when.resolve`]: { from: 1 } },
  ],
  [
    'a level that is none',
    'derived[0].method.rules[0].when.resolve.is[1]',
    'unknown-label',
    { [`${TABLE}.rules.0.when.resolve`]: { is: ['high', 'huge'] } },
  ],
  [
    'an answer in words',
    'derived[0].method.rules[0].when.need.is[0]',
    'unknown-label',
    { [`${TABLE}.rules.0.when.need`]: { is: ['yes'] } },
  ],
  [
    'a label that is none',
    'derived[0].method.rules[0].when.trend.is[0]',
    'unknown-label',
    { [`${TABLE}.rules.0.when.trend`]: { is: ['sideways'] } },
  ],
  [
    'a text that is no text',
    'derived[0].method.rules[0].when.channel.is[0]',
    'unknown-label',
    { [`${TABLE}.rules.0.when.channel`]: { is: [true] } },
  ],
  [
    'from 5 up to 3',
    'derived[0].method.rules[0].when.sales',
    'condition-range-empty',
    { [`${TABLE}.rules.0.when.sales`]: { from: 5, upTo: 3 } },
  ],
  [
    'from 5 below 5',
    'derived[0].method.rules[0].when.sales',
    'condition-range-empty',
    { [`${TABLE}.rules.0.when.sales`]: { from: 5, below: 5 } },
  ],
  [
    'two lower bounds',
    'derived[0].method.rules[0].when.sales',
    'condition-range-empty',
    { [`${TABLE}.rules.0.when.sales`]: { from: 5, above: 3 } },
  ],
  [
    'a share over 1',
    'derived[0].method.rules[0].when.rate',
    'condition-never-holds',
    { [`${TABLE}.rules.0.when.rate`]: { from: 80 } },
  ],
  [
    'less than nothing',
    'derived[0].method.rules[0].when.sales',
    'condition-never-holds',
    { [`${TABLE}.rules.0.when.sales`]: { below: 0 } },
  ],
  [
    'a thousand years',
    'derived[0].method.rules[0].when.lastPurchase',
    'months-out-of-range',
    { [`${TABLE}.rules.0.when.lastPurchase`]: { above: 12_000 } },
  ],
  [
    'a tier that a derived result gives',
    'derived[0].method.rules[0].outcome',
    'unknown-outcome',
    { [`${TABLE}.rules.0.outcome`]: 'A' },
  ],
  [
    'a derived result that is withheld',
    'derived[0].method.rules[0].outcome',
    'unknown-outcome',
    { [`${TABLE}.rules.0.outcome`]: 'review' },
  ],
  ['a segment that is none', 'segments[0].method.otherwise', 'unknown-outcome', { 'segments.0.method.otherwise': 'A' }],
  [
    'rules that overlap',
    'derived[0].method.rules[1]',
    'rules-overlap',
    { [`${TABLE}.hitPolicy`]: 'unique', [`${TABLE}.rules.1.when`]: { need: { is: [true] } } },
  ],
  [
    'a rule that is never reached',
    'derived[0].method.rules[2]',
    'rule-unreachable',
    { [`${TABLE}.rules.2`]: { when: { sales: { from: 7 } }, outcome: 'small' } },
  ],
  [
    'the same rule twice',
    'derived[0].method.rules[2]',
    'rule-twice',
    { [`${TABLE}.statedBy`]: stated(), [`${TABLE}.rules.2`]: { when: { sales: { from: 5 } }, outcome: 'large' } },
  ],
  [
    'a statement by share',
    'derived[0].method.statedBy.bands',
    'stated-by-share',
    { [`${TABLE}.statedBy`]: { ...stated(), bands: [{ top: 0.2, outcome: 'large' }, { outcome: 'small' }] } },
  ],
  [
    'a statement in words',
    'derived[0].method.statedBy.criteria',
    'not-numeric',
    { [`${TABLE}.statedBy`]: { ...stated(), criteria: ['resolve'] } },
  ],
  [
    'a statement of nothing',
    'derived[0].method.statedBy.criteria[0]',
    'unknown-criterion',
    { [`${TABLE}.statedBy`]: { ...stated(), criteria: ['nothing'] } },
  ],
  [
    'a stated outcome that is none',
    'derived[0].method.statedBy.bands[1].outcome',
    'unknown-outcome',
    { [`${TABLE}.statedBy`]: { ...stated(), bands: [{ from: 1, outcome: 'large' }, { outcome: 'C' }] } },
  ],
  // scorecards
  [
    'a result scored without labels',
    'method.criteria[1]',
    'labels-missing',
    { [METHOD]: scorecard({ labels: undefined }) },
  ],
  [
    'more points for a worse label',
    'method.criteria[1].labels.medium',
    'points-not-ordered',
    { [METHOD]: scorecard({ labels: { large: 0, medium: 50, small: 100 } }) },
  ],
  [
    'more points for nothing than for the best',
    'method.criteria[1].missing.points',
    'missing-above-best',
    { [METHOD]: scorecard({ labels: { large: 80, medium: 50, small: 0 }, missing: { do: 'points', points: 90 } }) },
  ],
  [
    'stand-ins for each other',
    'method.criteria',
    'instead-of-circle',
    {
      [METHOD]: {
        ...scorecard({}),
        criteria: [...scorecard({}).criteria, standIn('rate', 'orders'), standIn('orders', 'rate')],
      },
    },
  ],
  // knock-outs
  [
    'a knock-out of numbers by words alone',
    'knockOuts[0].when',
    'knock-out-when',
    { 'knockOuts.0.when': { is: ['high'] } },
  ],
  [
    'a knock-out by words that are better',
    'knockOuts[0].when',
    'knock-out-not-worst',
    { 'knockOuts.0.when': { above: 3, is: ['low'] } },
  ],
  ['a knock-out of everybody', 'knockOuts[0].when', 'knock-out-always', { 'knockOuts.0.when': { above: -1 } }],
  [
    'a knock-out by every label',
    'knockOuts[0].when',
    'knock-out-not-worst',
    { 'knockOuts.0': { criterion: 'size', when: { is: ['large', 'medium', 'small'] }, tier: 'C' } },
  ],
  [
    'a knock-out after a thousand years',
    'knockOuts[0].when',
    'months-out-of-range',
    { 'knockOuts.0': { criterion: 'lastPurchase', when: { above: 12_000 }, tier: 'C' } },
  ],
];

const NOTED: readonly (readonly [what: string, path: string, code: string, changes: Changes])[] = [
  [
    'a tier that nothing gives',
    'tiers[1]',
    'outcome-never',
    { [METHOD]: bands(['sales'], { bands: [{ from: 1, outcome: 'A' }, { outcome: 'C' }] }) },
  ],
  ['a label that nothing gives', 'derived[0].labels[1]', 'outcome-never', { [`${TABLE}.rules.1.outcome`]: 'small' }],
  ['a result that nothing reads', 'derived[0]', 'derived-unused', { [METHOD]: quantiles(['sales'], [0.2, 0.3, 0.5]) }],
  [
    'a result that is called like a column',
    'derived[1]',
    'derived-like-field',
    { 'derived.1.id': 'loyalty', 'segments.0.method': bands(['loyalty'], { labels: { up: 'near', down: 'far' } }) },
  ],
  ['customers whom no rule takes', 'derived[0].method.rules', 'rules-gap', { [`${TABLE}.otherwise`]: undefined }],
  [
    'a knock-out of nobody',
    'knockOuts[0].when',
    'knock-out-never',
    { 'knockOuts.0': { criterion: 'rate', when: { below: 0 }, tier: 'C' } },
  ],
];

describe('checkScheme, for every method', () => {
  test('accepts the sample that the broken ones are made from', () => {
    expect(checkScheme(sample())).toEqual({ scheme: sample(), notes: [] });
  });

  test.each(BROKEN)('%s is a problem at %s: %s', (_, path, code, changes) => {
    const outcome = checkScheme(changed(changes));
    const problems = 'problems' in outcome ? outcome.problems : [];
    expect(problems.map((problem) => `${problem.path} ${problem.code}`)).toContain(`${path} ${code}`);
    for (const problem of problems) {
      for (const language of LANGUAGES) {
        const text = schemeProblemText(problem, language);
        expect(text.startsWith(problem.path)).toBe(true);
        expect(text).not.toMatch(/\{.*\}|“”|「」|undefined|：。|: \./);
      }
    }
  });

  test.each(NOTED)('%s is worth a note at %s: %s', (_, path, code, changes) => {
    const outcome = checkScheme(changed(changes));
    expect('problems' in outcome ? outcome.problems : []).toEqual([]);
    const notes = 'notes' in outcome ? outcome.notes : [];
    expect(notes.map((note) => `${note.path} ${note.code}`)).toContain(`${path} ${code}`);
    for (const note of notes) {
      for (const language of LANGUAGES) expect(schemeNoteText(note, language)).not.toMatch(/\{.*\}|“”|「」|undefined/);
    }
  });

  test('a knock-out may name a bound and the words that say the same', () => {
    for (const when of [
      { above: 3, is: [true, 'high', 'medium'] },
      { above: 0, is: ['high'] },
    ]) {
      expect(checkScheme(changed({ 'knockOuts.0.when': when }))).toHaveProperty('scheme');
    }
  });

  test('a rule of the tier’s own method may withhold the tier', () => {
    const rules = ['A', 'B', 'out-of-market', 'review'].map((outcome, index) => ({
      when: { sales: { from: 9 - index } },
      outcome,
    }));
    const method = { kind: 'decision-table', hitPolicy: 'first', rules, otherwise: 'C' };
    expect(checkScheme(changed({ [METHOD]: method }))).toHaveProperty('scheme');
  });

  test('an example of two overlapping rules is one that both fit', () => {
    const changes = { [`${TABLE}.hitPolicy`]: 'unique', [`${TABLE}.rules.1.when`]: { need: { is: [true] } } };
    expect(checkScheme(changed(changes))).toEqual({
      problems: [
        { path: 'derived[0].method.rules[1]', code: 'rules-overlap', detail: '1', other: 'sales: 5, need: yes' },
      ],
    });
  });

  test('a circle is told by its members', () => {
    const circle = BROKEN.find(([, , code]) => code === 'derived-circle')?.[3] ?? {};
    expect(checkScheme(changed(circle))).toMatchObject({ problems: [{ detail: 'size → trend → size' }] });
  });
});

describe('checkDocument', () => {
  test('tells a document of segments only from a scheme with tiers', () => {
    expect(checkDocument(sample())).toEqual({ kind: 'tiers', scheme: sample(), notes: [] });
    const { tiers: _, method: __, knockOuts: ___, ...segments } = sample();
    expect(checkDocument(segments)).toMatchObject({ kind: 'segments', scheme: segments });
  });

  test('checks the segments of a document without tiers as it does those of a scheme', () => {
    const { tiers: _, method: __, knockOuts: ___, ...segments } = changed({ 'segments.0.method.otherwise': 'A' });
    expect(checkDocument(segments)).toMatchObject({
      problems: [{ path: 'segments[0].method.otherwise', code: 'unknown-outcome' }],
    });
  });

  test.each([[null], [undefined], [42], ['scheme'], [[]], [{}], [{ segments: 1 }], [{ segments: [], method: null }]])(
    'says what is wrong with %j and never throws',
    (document) => {
      const outcome = checkDocument(document);
      expect('problems' in outcome && outcome.problems.length).toBeGreaterThan(0);
    },
  );
});

type Sample = Record<string, unknown>;

function changed(changes: Changes): Sample {
  const document: unknown = sample();
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    let place = document as Record<string, unknown>;
    for (const key of keys.slice(0, -1)) place = place[key] as Record<string, unknown>;
    const last = keys[keys.length - 1] ?? '';
    if (value === undefined) Reflect.deleteProperty(place, last);
    else place[last] = value;
  }
  return document as Sample;
}

function sample(): Sample {
  const titled = (id: string) => ({ id, titles: { en: id } });
  const criterion = (id: string, type: string, more = {}) => ({ ...titled(id), type, ...more });
  return {
    id: 'mine',
    version: 1,
    titles: { en: 'Mine' },
    tiers: ['A', 'B', 'C'].map(titled),
    criteria: [
      criterion('sales', 'money'),
      criterion('rate', 'percent'),
      criterion('orders', 'count'),
      criterion('complaints', 'count', { direction: 'lower-is-better' }),
      criterion('lastPurchase', 'date', { direction: 'lower-is-better' }),
      criterion('resolve', 'level'),
      criterion('need', 'yes-no'),
      criterion('channel', 'text'),
    ],
    derived: [
      {
        ...titled('size'),
        labels: ['large', 'medium', 'small'].map(titled),
        method: {
          kind: 'decision-table',
          hitPolicy: 'first',
          rules: [
            { when: { sales: { from: 5 } }, outcome: 'large' },
            { when: { sales: { above: 2 } }, outcome: 'medium' },
          ],
          otherwise: 'small',
        },
      },
      {
        ...titled('trend'),
        labels: ['up', 'down'].map(titled),
        method: bands(['rate'], { bands: [{ from: 0.5, outcome: 'up' }, { outcome: 'down' }] }),
      },
    ],
    method: {
      kind: 'matrix',
      rows: 'size',
      columns: 'need',
      cells: { large: { yes: 'A', no: 'B' }, medium: { yes: 'B', no: 'B' }, small: { yes: 'B', no: 'C' } },
    },
    knockOuts: [{ criterion: 'complaints', when: { above: 3 }, tier: 'C' }],
    segments: [
      {
        ...titled('place'),
        labels: ['near', 'far'].map(titled),
        method: {
          kind: 'decision-table',
          hitPolicy: 'unique',
          rules: [{ when: { channel: { is: ['shop'] }, trend: { is: ['up'] } }, outcome: 'near' }],
          otherwise: 'far',
        },
      },
    ],
  };
}

function bands(by: readonly string[], places: Readonly<Record<string, unknown>>) {
  return { kind: 'bands', by, ...places };
}

function quantiles(by: readonly string[], shares: readonly number[]) {
  return { kind: 'quantiles', by, shares: shares.map((share, index) => ({ outcome: ['A', 'B', 'C'][index], share })) };
}

function scorecard(size: Readonly<Record<string, unknown>>) {
  return {
    kind: 'scorecard',
    criteria: [
      { criterion: 'sales', weight: 1, bands: [{ from: 1, points: 100 }, { points: 0 }] },
      { criterion: 'size', weight: 1, labels: { large: 100, medium: 50, small: 0 }, ...size },
    ],
    cutOffs: [
      { outcome: 'A', from: 80 },
      { outcome: 'B', from: 50 },
    ],
  };
}

function standIn(criterion: string, other: string) {
  return { criterion, weight: 1, bands: [{ from: 0.5, points: 100 }, { points: 0 }], insteadOf: [other] };
}

function twoBands() {
  return [{ from: 1, outcome: 'A' }, { outcome: 'C' }];
}

function byLevel() {
  return { high: 'A', medium: 'B', low: 'B', none: 'C' };
}

function stated() {
  return { criteria: ['orders'], bands: [{ from: 4, outcome: 'large' }, { outcome: 'small' }] };
}
