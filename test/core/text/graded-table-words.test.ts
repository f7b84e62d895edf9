import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { checkScheme } from '../../../core/grading/check-scheme.ts';
import { criterionFields } from '../../../core/grading/criterion-fields.ts';
import { gradeTable } from '../../../core/grading/grade-table.ts';
import type { Scheme, SegmentScheme } from '../../../core/grading/scheme.ts';
import type { AnyScheme } from '../../../core/grading/scheme-inputs.ts';
import type { ScoredCriterion } from '../../../core/grading/scheme-methods.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { loyalty } from '../../../core/schemes/loyalty.ts';
import { serviceGrade } from '../../../core/schemes/service-grade.ts';
import { spendLevel } from '../../../core/schemes/spend-level.ts';
import type { Grid } from '../../../core/table/cell.ts';
import { readTable } from '../../../core/table/read-table.ts';
import { type GradedTableWords, gradedTableWords } from '../../../core/text/graded-table-words.ts';
import type { Language } from '../../../core/text/language.ts';

const asOf = '2026-03-09' as CalendarDate;

test.each([
  ['en', 'Sales amount: the value could not be read; Last purchase: the value could not be read'],
  ['zh-CN', '销售额：无法识别该值；最近购买：无法识别该值'],
  ['zh-TW', '銷售額：無法辨識該值；最近購買：無法辨識該值'],
] as const)('remarks about a customer stand apart from each other (%s)', (language, said) => {
  const rows = [
    ['客户名称', '销售额', '回款率', '合作年限', '投诉率', '满意度', '最近购买'],
    ['甲公司', 'abc', '98%', 8, '0.1%', '95%', 'last week'],
    ['乙公司', 500000, '80%', 3, '1%', '80%', '2026-01-15'],
  ];
  const reading = readTable(rows, { asOf, fields: criterionFields(accountValue) });
  const { compiled, graded } = gradeTable(reading, accountValue, asOf);
  const words = gradedTableWords(compiled, language);
  const [first, second] = [...graded()].map((one) => words.review(one));
  expect(first).toContain(said);
  expect(second).toBe('');
});

describe('a row that names no customer', () => {
  const rows = [
    ['客户名称', '客户编号', '销售额', '最近购买', '回购率'],
    ['', '', 500_000, '2026-02-20', '60%'],
    ['', 'C2', 200_000, '2024-12-01', '20%'],
  ];

  test.each([
    ['en', 'The row names no customer'],
    ['zh-CN', '该行没有客户名称'],
    ['zh-TW', '該列沒有客戶名稱'],
  ] as const)('has its reason in Review and keeps its tier (%s)', (language, said) => {
    const reading = readTable(rows, { asOf, fields: criterionFields(spendLevel) });
    const { compiled, graded } = gradeTable(reading, spendLevel, asOf);
    const words = gradedTableWords(compiled, language);
    const [nameless, numbered] = [...graded()];
    if (nameless === undefined || numbered === undefined) throw new Error('Two rows are graded.');
    expect(words.review(nameless)).toBe(said);
    expect(words.tier(nameless)).toBeDefined();
    expect(words.review(numbered)).toBe('');
  });

  test('has it by segments too', () => {
    const reading = readTable(rows, { asOf, fields: criterionFields(loyalty) });
    const { compiled, graded } = gradeTable(reading, loyalty, asOf);
    const words = gradedTableWords(compiled, 'en');
    expect([...graded()].map((one) => words.review(one).startsWith('The row names no customer'))).toEqual([
      true,
      false,
    ]);
  });
});

const table: (string | number)[][] = [
  ['客户名称', '销售额', '回款率', '最近购买', '回购率'],
  ['甲公司', 500_000, '98%', '2026-02-20', '60%'],
  ['乙公司', 200_000, '80%', '2024-12-01', '20%'],
];

function wordsOf(
  scheme: AnyScheme,
  language: Language,
  rows: Grid = table,
): { readonly reasons: readonly string[]; readonly words: GradedTableWords } {
  const { compiled, graded } = gradeTable(readTable(rows, { asOf, fields: criterionFields(scheme) }), scheme, asOf);
  const words = gradedTableWords(compiled, language);
  return { reasons: [...graded()].map((one) => words.reasons(one)), words };
}

describe('the reasons in a cell', () => {
  test.each([
    [
      'en',
      'Last purchase 1 Dec 2024: 4.6 of 23.1; Sales amount 200,000: 20.8 of 46.2; Payment collection 80 %: 13.8 of 30.8',
    ],
    ['zh-CN', '最近购买 2024年12月1日：4.6/23.1 分；销售额 20万：20.8/46.2 分；回款率 80%：13.8/30.8 分'],
    ['zh-TW', '最近購買 2024年12月1日：4.6/23.1 分；銷售額 20萬：20.8/46.2 分；回款率 80%：13.8/30.8 分'],
  ] as const)(
    'tell value and points in few words, and not in every row where the top band starts (%s)',
    (language, said) => {
      expect(wordsOf(accountValue, language).reasons[1]).toBe(said);
    },
  );

  test('keep what decided: the condition of a knock-out and the own band', () => {
    expect(wordsOf(serviceGrade, 'en').reasons[1]).toBe(
      'Last purchase 1 Dec 2024: Tier D at best, whatever else speaks for it (knock-out: more than 12 months ago); Sales amount 200,000: 45 of 100',
    );
    expect(wordsOf(spendLevel, 'en').reasons[1]).toBe('Spend 200,000: Tier Low (less than 500,000)');
  });
});

test('a derived result that knocks out is told', () => {
  const trend: NonNullable<Scheme['derived']>[number] = {
    id: 'trend',
    titles: { en: 'Trend' },
    labels: [
      { id: 'up', titles: { en: 'up' } },
      { id: 'down', titles: { en: 'down' } },
    ],
    method: {
      kind: 'quantiles',
      by: ['salesAmount'],
      shares: [
        { outcome: 'up', share: 0.5 },
        { outcome: 'down', share: 0.5 },
      ],
    },
  };
  const scheme: Scheme = {
    ...accountValue,
    derived: [trend],
    knockOuts: [{ criterion: 'trend', when: { is: ['down'] }, tier: 'B' }],
  };
  expect(checkScheme(scheme)).toHaveProperty('scheme');
  expect(wordsOf(scheme, 'en').reasons[1]).toContain('Trend down: Tier B at best');
});

const LEVELS = { high: 100, medium: 50, low: 10, none: 0 } as const;

/** Account value that counts payment collection otherwise. */
function scoredBy(scored: Partial<ScoredCriterion>): Scheme {
  const { method } = accountValue;
  if (method.kind !== 'scorecard') throw new Error('Account value gives points.');
  const criteria = [{ criterion: 'paymentCollection', weight: 1, ...scored }];
  return { ...accountValue, method: { ...method, criteria } };
}

describe('what full points take', () => {
  test.each([
    [
      'en',
      [
        'Sales amount',
        'top 5 % of customers: 500,000 or more',
        'Payment collection',
        '98 % or more',
        'Last purchase',
        '1 month ago or less',
      ],
    ],
    ['zh-CN', ['销售额', '前 5% 的客户：50万及以上', '回款率', '98%及以上', '最近购买', '距今 1 个月以内']],
    ['zh-TW', ['銷售額', '前 5% 的客戶：50萬以上', '回款率', '98%以上', '最近購買', '距今 1 個月以內']],
  ] as const)('is told once, of the criteria that these customers have (%s)', (language, told) => {
    const { words } = wordsOf(accountValue, language);
    expect(words.fullPoints().flatMap(({ criterion, range }) => [criterion, range])).toEqual(told);
  });

  test.each<[string, Partial<ScoredCriterion>, string | undefined, string?]>([
    [
      'of equal points the last band',
      { bands: [{ from: 0.98, points: 100 }, { from: 0.9, points: 100 }, { points: 0 }] },
      '90 % or more',
    ],
    [
      'not a number where a word gives more',
      { bands: [{ from: 0.98, points: 80 }, { points: 0 }], levels: LEVELS },
      undefined,
    ],
    ['not what every number has', { bands: [{ from: 0.98, points: 80 }, { points: 80 }] }, undefined],
    ['the words where only words count', { levels: { ...LEVELS, medium: 100 } }, 'high or medium', '高'],
  ])('is %s', (_, scored, range, rate) => {
    const rows = table.map((row, at) => (at > 0 && rate !== undefined ? row.with(2, rate) : row));
    const { words } = wordsOf(scoredBy(scored), 'en', rows);
    const told = words.fullPoints().find(({ criterion }) => criterion === 'Payment collection');
    expect(told?.range).toBe(range);
  });

  test('is an answer where answers count', () => {
    const scheme = scoredBy({ criterion: 'visited', answers: { yes: 0, no: 100 } });
    const visited = { id: 'visited', type: 'yes-no', titles: { en: 'Visited' } } as const;
    const rows = table.map((row, at) => [...row, at === 0 ? 'Visited' : 'no']);
    const { words } = wordsOf({ ...scheme, criteria: [...scheme.criteria, visited] }, 'en', rows);
    expect(words.fullPoints()).toEqual([{ criterion: 'Visited', range: 'no' }]);
  });

  test('is told for a document of segments too, and once where two score alike', () => {
    const { words } = wordsOf(loyalty, 'en');
    expect(words.hasTiers).toBe(false);
    expect(words.fullPoints()).toContainEqual({ criterion: 'Repurchase rate', range: '80 % or more' });
    const [part] = loyalty.segments;
    const twice = { ...loyalty, segments: [part, { ...part, id: 'again' }] } as SegmentScheme;
    expect(wordsOf(twice, 'en').words.fullPoints()).toEqual(words.fullPoints());
  });

  test('is nothing where tiers are not given by points', () => {
    expect(wordsOf(spendLevel, 'en').words.fullPoints()).toEqual([]);
  });
});
