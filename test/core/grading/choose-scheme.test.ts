import { describe, expect, test } from 'vitest';
import { parseIsoDate } from '../../../core/calendar-date.ts';
import { chooseScheme, type SchemeCandidate } from '../../../core/grading/choose-scheme.ts';
import { schemeCandidates } from '../../../core/grading/scheme-candidates.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { BUILT_IN_SCHEMES, builtInScheme } from '../../../core/schemes/built-in-schemes.ts';
import type { Grid } from '../../../core/table/cell.ts';

const ASKED = { asOf: parseIsoDate('2026-11-15') ?? expect.fail(), hints: {} };

function choiceFor(grid: Grid) {
  return chooseScheme(schemeCandidates(grid, BUILT_IN_SCHEMES, ASKED));
}

/** Tables as people have them: headings, and a row of values that says what kind each column is. */
const TABLES: readonly (readonly [scheme: string, headings: string, values: string])[] = [
  [
    'account-value',
    'Customer|Owner|Annual sales|Collection rate|Order stability|Customer since|Complaint rate|Satisfaction',
    'A|Mia|1200|98%|90%|2019-03-01|1%|9',
  ],
  [
    'account-value',
    '客户名称|销售额（万元）|回款情况|订单稳定度|合作年限|客户投诉率|客户满意度',
    '甲公司|120|98%|90%|5|1%|92%',
  ],
  ['account-value', '客戶名稱|銷售額|回款率|客訴率|滿意度', '甲公司|120|98%|1%|92%'],
  ['account-value', 'Account|Revenue|Past due|Orders|Complaints', 'A|1200|0|12|1'],
  ['account-value', 'Customer|Sales|Satisfaction', 'A|1200|9'],
  ['account-value', 'Customer|Sales|Collection rate', 'A|1200|98%'],
  [
    'sales-pipeline',
    'Prospect|Existing system|Objective need|Subjective need|Resolve|Dissatisfaction|Feasibility study|Vendor selection|Months to close',
    'A|no|yes|yes|high||yes|yes|3',
  ],
  [
    'sales-pipeline',
    '客户名称|是否已信息化|客观必要性|主观必要性|决心强烈度|是否展开可行性评估|是否展开选型工作|预计成交(月)',
    '甲公司|否|有|有|高|是|是|3',
  ],
  [
    'sales-pipeline',
    '客戶名稱|客觀的資訊化必要性|主觀的資訊化必要性|對現行系統不滿意|換系統的決心|是否展開選型工作',
    '甲公司|有|有|高|高|是',
  ],
  ['sales-pipeline', 'Customer|Sales|Satisfaction|Resolve|Vendor selection', 'A|1200|9|high|yes'],
  ['market-share', 'Customer|Market share|Sales contribution|Demand volume|Growth potential', 'A|30%|high|large|yes'],
  ['market-share', '客户|市场份额|销售贡献度|需求量|发展空间', '甲公司|30%|高|大|有'],
  [
    'relationship-value',
    'Customer|Long term relation|Profit contribution|Loyalty|Word of mouth|Potential|Competitive pressure',
    'A|high|high|high|high|high|low',
  ],
  ['relationship-value', '客户|合作关系|利润贡献|忠诚度|口碑|潜力|竞争压力', '甲公司|高|高|高|高|高|低'],
  [
    'service-grade',
    'Customer|Industry standing|Growth potential|Contribution to results|Demonstration effect|Influence|Business size|Arrears',
    'A|high|high|high|high|high|high|0',
  ],
  ['service-grade', '客户|行业地位|发展潜力|业绩贡献|示范效应|影响力|业务规模|欠缴款项', '甲公司|高|高|高|高|高|高|0'],
  ['spend-level', 'Customer|Spend', 'A|1200'],
  ['spend-level', '客户|消费金额|购买频率|购买意向', '甲公司|1200|12|高'],
  ['spend-level', 'Customer|Purchase intention', 'A|high'],
  ['medal', 'Customer|Spend|Purchase frequency|Complaints on record', 'A|1200|12|0'],
  ['medal', '会员|消费金额|消费频次|投诉记录', '甲|1200|12|0'],
  ['value-pyramid', 'Customer|Profit', 'A|1200'],
  ['value-pyramid', '客户|利润|销售额', '甲公司|1200|9000'],
  ['size-potential', 'Customer|Business volume|Growth and cooperation opportunities', 'A|9000|high'],
  ['size-potential', '客户|业务规模|发展潜力', '甲公司|大|高'],
  ['contribution', 'Customer|Contribution|Spend|Growth potential|Cooperation history', 'A|high|9000|high|high'],
  ['contribution', '客户|贡献度|消费金额|增长潜力|合作历史', '甲公司|高|9000|高|高'],
  [
    'dependence',
    'Customer|Dependence on our products|Business size|Loyalty|Willingness to cooperate',
    'A|80%|9000|high|yes',
  ],
  ['dependence', '客户|依赖度|业务规模|忠诚度|合作意愿', '甲公司|高|9000|高|高'],
  [
    'bank-customer',
    'Client|AUM|Credit rating|Business contribution|Deposits|Credit line|Investments|Risk appetite',
    'A|9000|AA|high|500|300|800|low',
  ],
  ['bank-customer', '客户|资产规模|信用等级|业务贡献|存款|借贷额度|理财投资额', '甲公司|9000|AA|高|500|300|800'],
  ['wealth', 'Client|Assets|Transaction frequency', 'A|9000|12'],
  ['wealth', '客户|资产规模|交易频率|风险偏好', '甲公司|9000|12|低'],
  ['wealth', '会员名称|消费金额|交易频率', '甲|9000|12'],
];

describe('chooseScheme', () => {
  test.each(TABLES)('%s for %s', (scheme, headings, values) => {
    expect(choiceFor([headings.split('|'), values.split('|')]).scheme.id).toBe(scheme);
  });

  test('every built-in scheme has tables in English and in Chinese', () => {
    for (const { id } of BUILT_IN_SCHEMES) {
      const headings = TABLES.flatMap(([scheme, text]) => (scheme === id ? [text] : []));
      expect({ id, latin: headings.some((text) => !/\p{Script=Han}/u.test(text)) }).toEqual({ id, latin: true });
      expect({ id, han: headings.some((text) => /\p{Script=Han}/u.test(text)) }).toEqual({ id, han: true });
    }
  });

  test.each(TABLES)('the order of the columns changes nothing: %s for %s', (scheme, headings, values) => {
    expect(choiceFor([headings.split('|').toReversed(), values.split('|').toReversed()]).scheme.id).toBe(scheme);
  });

  test('says which criteria the table has, and of how many columns', () => {
    const choice = choiceFor([
      ['Customer', 'Phone', 'Spend', 'Purchase frequency', 'Complaints', 'Industry standing'],
      ['A', '123', 9000, 12, 0, 'high'],
    ]);
    expect(choice).toMatchObject({
      scheme: { id: 'medal' },
      reason: 'best',
      criteria: ['salesAmount', 'orders', 'complaints'],
      gradable: 4,
    });
  });

  test('a column without values does not count', () => {
    const headings = ['Customer', 'Sales', 'Resolve', 'Vendor selection', 'Collection rate', 'Satisfaction'];
    expect(choiceFor([headings, ['A', 1200, '', null, '98%', 9]])).toMatchObject({
      scheme: { id: 'account-value' },
      reason: 'best',
      gradable: 3,
    });
    expect(choiceFor([headings, ['A', 1200, 'high', 'yes', '98%', 9]])).toMatchObject({ reason: 'prospects' });
  });

  test('a column whose values cannot be read counts all the same', () => {
    expect(
      choiceFor([
        ['Customer', 'Profit'],
        ['A', 'oops'],
      ]).scheme.id,
    ).toBe('value-pyramid');
  });

  test('values that begin far down are found', () => {
    const rows = Array.from({ length: 5000 }, (_, row) => [`C${row}`, row < 2000 ? null : row]);
    expect(choiceFor([['Customer', 'Profit'], ...rows]).scheme.id).toBe('value-pyramid');
  });

  test('without the criterion that a scheme never grades without, the scheme is not chosen', () => {
    const choice = choiceFor([
      ['Customer', 'Loyalty', 'Willingness to cooperate'],
      ['A', 'high', 'yes'],
    ]);
    expect(choice.scheme.id).not.toBe('dependence');
  });

  test('a table that no scheme can grade is left to account-value, and that is said', () => {
    for (const grid of [
      [
        ['Customer', 'Phone'],
        ['A', '123'],
      ],
      [
        ['Customer', 'Risk appetite'],
        ['A', 'low'],
      ],
      [
        ['Customer', 'Sales'],
        ['A', ''],
      ],
    ]) {
      expect(choiceFor(grid)).toMatchObject({ scheme: { id: 'account-value' }, reason: 'nothing', criteria: [] });
    }
  });

  test('what a person says of a column holds, a scheme’s own criterion included', () => {
    const grid = [
      ['Customer', 'X', 'Y', 'Z'],
      ['A', 'high', 'high', 'high'],
    ];
    const columns = ['standing', 'demonstrationEffect', 'influence'].map((field, at) => ({ column: at + 1, field }));
    const candidates = schemeCandidates(grid, BUILT_IN_SCHEMES, { ...ASKED, hints: { columns } });
    expect(chooseScheme(candidates).scheme.id).toBe('service-grade');
  });

  test('of equal fits the first candidate is taken, account-value among the built-in ones', () => {
    const columns = new Map([[1, 'salesAmount']]);
    const alike: SchemeCandidate[] = ['one', 'other'].map((id) => ({ scheme: { ...accountValue, id }, columns }));
    expect(chooseScheme(alike).scheme.id).toBe('one');
    expect(chooseScheme(alike.toReversed()).scheme.id).toBe('other');
    expect(BUILT_IN_SCHEMES[0]).toBe(builtInScheme('account-value'));
  });
});
