import { describe, expect, test } from 'vitest';
import type { Grid } from '../../../core/table/cell.ts';
import { one, problems, read, rows, values } from '../../support/read-grids.ts';

describe('single columns', () => {
  test.each<[string, Grid[number], unknown[]]>([
    [
      '合作年限',
      ['5', '5年', '半年', '一年半', '18个月', '2 years 3 months', '2019', '2019-03-01', '3-5年'],
      [60, 60, 6, 18, 18, 27, '2019-01-01', '2019-03-01', undefined],
    ],
    ['合作时间(月)', ['5', 18], [5, 18]],
    ['Customer since', ['May 2019', '5-Mar-20', 2021], ['2019-05-01', '2020-03-05', '2021-01-01']],
    [
      'Last order',
      ['5-Mar', '12-Jan', '5 March', 'Mar-26', 'Mar-5', '1999 Mar'],
      [undefined, undefined, undefined, '2026-03-01', undefined, '1999-03-01'],
    ],
    ['Months to close', ['3', 'within 3 months', '1年', '4-6'], [3, 3, 12, 6]],
    ['投诉率', ['0.5', '1.2', '3'], [0.005, 0.012, 0.03]],
    ['投诉率(‰)', ['5', '12'], [0.005, 0.012]],
    // what a spreadsheet shows as 0.5 % is 0.005
    ['投诉率', [0.001, 0.005, 0.02, 2], [undefined, undefined, undefined, 0.02]],
    ['投诉率', [0.005, 0.3, 1.5], [undefined, 0.003, 0.015]],
    ['投诉率', [0.001, 0.005, 0.02], [0.001, 0.005, 0.02]],
    ['投诉率(%)', [0.03, 0.5, 2], [0.0003, 0.005, 0.02]],
    ['Complaints', ['3', '-1', 'none', ''], [3, undefined, 0, undefined]],
    ['投诉次数', ['无', '无', '没有', 3, '1', '-'], [0, 0, 0, 3, 1, undefined]],
    ['订单数', ['3', '无'], [3, undefined]],
    ['回款率', ['0.95', '1.02', '0.8'], [0.95, 1.02, 0.8]],
    ['回款率', ['好', '一般', '差'], ['high', 'medium', 'low']],
    ['回款率', ['八成', '8成', '85.125%'], [undefined, 0.8, 0.85125]],
    ['满意度', ['4.5', '3.9', '满意'], [0.9, 0.78, 0.8]],
    ['满意度', ['9', '7.5'], [0.9, 0.75]],
    ['满意度', ['0.92', '85%'], [0.92, 0.85]],
    ['满意度', ['92分', '4.5/5', '120'], [0.92, 0.9, undefined]],
    // 0.96 is what a spreadsheet shows as 96 %
    ['满意度', [0.96, '30', 90, 85], [undefined, 0.3, 0.9, 0.85]],
    ['满意度', [4.8, 4.5, 92, 4.1, 0], [undefined, undefined, 0.92, undefined, 0]],
    ['满意度', [0.9, 4.5, 4], [undefined, 0.9, 0.8]],
    ['满意度(百分制)', [0.96, 8, 90], [undefined, 0.08, 0.9]],
    ['满意度', [-20, 90, 80], [undefined, 0.9, 0.8]],
    ['满意度', [-20, -40, 80], [0.4, 0.3, 0.9]],
    ['NPS', ['-20', '80'], [0.4, 0.9]],
    ['NPS', ['9', '10'], [0.9, 1]],
    ['Has system', ['Y', 'no', '有', '无', '尚未', 'maybe', true], [true, false, true, false, false, undefined, true]],
    ['Has system', ['x', '', 'X'], [true, undefined, true]],
    ['Has system', ['√', 'x'], [true, false]],
    ['Resolve', ['高', '较低', '无', '-', 'Very high', '适中'], ['high', 'low', 'none', undefined, 'high', 'medium']],
    ['欠款', ['无', '1,000', '-'], [undefined, 1000, undefined]],
    ['Overdue', ['yes', 'no'], [true, false]],
    ['Overdue', ['no', 'no', 'yes', 'no', '$1,200', 500, 0], [false, false, true, false, true, true, false]],
    ['逾期款', ['有', '无', '无', '0.00', '-500'], [true, false, false, false, false]],
    ['Growth potential', ['yes', 'some', 'possible', '–'], ['high', 'medium', 'low', undefined]],
    ['发展空间', ['有', '有一定', '可能有', '无'], ['high', 'medium', 'low', 'none']],
    ['发展空间', ['有', '没有', '有'], [true, false, true]],
    ['发展潜力', ['重点', '潜力', '一般', '無'], ['high', 'medium', 'low', 'none']],
    ['发展潜力', ['高', '一般'], ['high', 'medium']],
    ['Growth potential', ['key', 'potential', 'general'], ['high', 'medium', 'low']],
    ['合作关系', ['长期', '有潜力', '一次性项目', '业务极少'], ['high', 'medium', 'low', 'none']],
    [
      'Relationship',
      ['long-term', 'promising', 'one-off projects', 'rare business'],
      ['high', 'medium', 'low', 'none'],
    ],
    ['竞争压力', ['低', '高', '极大'], ['low', 'high', 'high']],
    ['Competition', ['low', 'high', 'extreme'], ['low', 'high', 'high']],
    ['需求量', ['大', '中', '小', '极小'], ['high', 'medium', 'low', 'none']],
    ['欠款', [0, 500, '1,200', '有', 'no', '无', 'soon'], [0, 500, 1200, true, false, undefined, undefined]],
    ['发展空间(万元)', [50, 34], [500_000, 340_000]],
    ['Profit margin', ['0.35', '0.2'], [0.35, 0.2]],
    [
      'Last order',
      ['0000-00-00', '2026-02-30', 'May 5, 2026', '2026-03-05T10:00:00Z', '2026年3月5日 星期四', '1150305', 'never'],
      [undefined, undefined, '2026-05-05', '2026-03-05', '2026-03-05', '2026-03-05', undefined],
    ],
    ['Region', ['NA', 'N/A', '无', ' East\u0000\u200b '], ['NA', undefined, undefined, 'East']],
    [
      'Sales',
      ['-', 'N/A', '▲1,200', '1,200-', '-$5', '约3万', '1亿2000万', '3万5', '1000+'],
      [undefined, undefined, -1200, -1200, -5, 30_000, 120_000_000, undefined, undefined],
    ],
  ])('%s: %j reads as %j', (heading, cells, expected) => {
    const reading = one(heading, cells);
    const field = reading.columns[2]?.field ?? '';
    expect(reading.records.map((record) => record.facts.values[field])).toEqual(expected);
  });

  test('profit beside its rate is the amount; a repayment amount is not a slip of another word', () => {
    const reading = read(
      rows(`
客户|毛利|毛利率|回款金额|客户类型
甲|20万|20%|80万|VIP`),
    );
    expect(reading.records[0]).toMatchObject({
      facts: { values: { name: '甲', profit: 200_000 } },
      extra: { 毛利率: '20%', 回款金额: '80万', 客户类型: 'VIP' },
    });
    expect(reading.problems).toEqual([]);
  });

  test('years and months of the calendar of Taiwan', () => {
    const reading = read(
      rows(`
客戶名稱|合作起始|下次聯絡
甲|108年|民國115年12月
乙|民國100年5月|115年3月5日
丙|5年|115.3.5`),
    );
    expect(values(reading)).toEqual([
      { name: '甲', yearsOfCooperation: '2019-01-01', nextContact: '2026-12-01' },
      { name: '乙', yearsOfCooperation: '2011-05-01', nextContact: '2026-03-05' },
      { name: '丙', yearsOfCooperation: 60, nextContact: '2026-03-05' },
    ]);
  });

  test('a customer who is called Total is not a row of sums', () => {
    const reading = read([
      ['Code', 'Customer', 'Owner', 'Sales'],
      ['7', 'Total', '', '5'],
      ['', 'Total', 'Bob', '6'],
      ['', 'Total Wine', '', '6'],
      ['', 'Total', '', '17'],
    ]);
    expect(reading.rowKinds).toEqual(['header', 'record', 'record', 'record', 'totals']);
  });

  test('the subtotals of a pivot table are no customers', () => {
    const reading = read([
      ['Region', 'Customer', 'Sales', 'Years'],
      ['East', 'A', 1_000_000, 8],
      ['', 'B', 500_000, 1],
      ['East Total', '', 1_500_000, ''],
      ['華東', 'C', 100_000, 3],
      ['華東 匯總', '', 100_000, ''],
      ['华东', 'C', 100_000, 3],
      ['华东汇总', '', 100_000, ''],
      ['Total East', '', '#REF!', ''],
      ['Grand Total', '', 1_600_000, ''],
    ]);
    expect(reading.rowKinds.map((kind) => kind === 'totals')).toEqual([
      false,
      false,
      false,
      true,
      false,
      true,
      false,
      true,
      true,
      true,
    ]);
  });

  test.each([
    ['a group that stands above', ['A Total', 12, ''], 'totals'],
    ['the group in Chinese', ['A 汇总', 12, ''], 'totals'],
    ['what is summed', ['A total', 12, ''], 'totals'],
    ['what a column may be headed', ['Total sales', 12, ''], 'totals'],
    ['the same in Chinese', ['总计 年销售额', 12, ''], 'totals'],
    ['a currency', ['TOTAL USD', 12, ''], 'totals'],
    ['what stands nowhere above', ['Total West', 12, ''], 'record'],
    ['what is summed, with text beside it', ['Total sales', 12, 'by mail'], 'record'],
    ['a statistic', ['Median', 6, ''], 'totals'],
    ['a customer whose name is a statistic too', ['Max', 7, ''], 'record'],
    ['a customer with a phone number', ['Max', 7, 13_800_138_000], 'record'],
    ['a customer with text', ['Max', 7, 'by mail'], 'record'],
    ['a customer whose name begins so', ['Max Mustermann GmbH', 7, ''], 'record'],
    ['a customer whose name holds a total', ['Total Energies', 7, ''], 'record'],
    ['a customer whose name ends in one', ['Capital Total', 7, ''], 'record'],
    ['a customer who has the text of a group beside it', ['A Total', 7, 'by mail'], 'record'],
    ['a name that ends in the letters of a total', ['AMin', 7, ''], 'record'],
    ['a name of the same word as another', ['Minerals', 7, ''], 'record'],
  ] as const)('a label tells sums from customers: %s', (_what, row, kind) => {
    const reading = read([['Customer', 'Sales', 'Phone'], ['A', 5, '1'], ['Minerals', 7, '2'], [...row]]);
    expect(reading.rowKinds).toEqual(['header', 'record', 'record', kind]);
  });

  test("a scheme's own criterion is found by its headings, before ours", () => {
    const fields = [{ id: 'plants', type: 'count', headings: ['Plants', '工厂数', 'Orders'] }] as const;
    const reading = read(
      [
        ['Customer', '工廠數'],
        ['A', '3'],
      ],
      { fields },
    );
    expect(values(reading)).toEqual([{ name: 'A', plants: 3 }]);
    expect(
      values(
        read(
          [
            ['Customer', 'Orders'],
            ['A', '3'],
          ],
          { fields },
        ),
      ),
    ).toEqual([{ name: 'A', plants: 3 }]);
  });
});

describe('marks that stand for nothing', () => {
  test.each([
    '',
    '-',
    '--',
    '—',
    '——',
    '–',
    '−',
    '/',
    '\\',
    'N/A',
    'n/a',
    'n.a.',
    '#N/A',
    '无',
    '無',
    'none',
    'NULL',
    '.',
    '…',
    '?',
    '未填',
    '暂无',
    '暫無',
    '　',
    '－',
    'Ｎ／Ａ',
    'na',
    'nil',
    '不详',
    '不詳',
    'Unknown',
    '待定',
    'TBD',
    '没有',
    '沒有',
    '空',
    '未知',
    'not available',
    '保密',
    '不适用',
  ])('%j is missing, and no doubt', (mark) => {
    for (const heading of ['Sales', 'Collection rate', 'Last order', 'Customer since', 'Satisfaction', 'Orders']) {
      const reading = one(heading, [mark, '1']);
      expect(reading.records[0]?.facts).toEqual({ values: { name: 'N0' } });
    }
  });

  test.each([
    '合计',
    '合計',
    '总计',
    '總計',
    '小计',
    '小計',
    '合 计：',
    '累计',
    '共计',
    '汇总',
    '平均',
    '平均值',
    'Total',
    'TOTAL:',
    'Grand Total',
    'Subtotal East',
    'Sum',
    'Average',
    'Avg',
    'Ｔｏｔａｌ',
    '合计（10家）',
    '华东小计',
    'Gesamt',
    'Median',
    'Count',
    '最大值',
    '最小值',
    '计数',
    '計數',
    '中位数',
  ])('a row that begins with %j holds sums', (label) => {
    const reading = read([
      ['Customer', 'Sales', 'Owner'],
      ['Acme', '1', 'Bob'],
      [label, '1', ''],
    ]);
    expect(reading.rowKinds).toEqual(['header', 'record', 'totals']);
  });
});

describe('numbers that may be shares or percent', () => {
  test.each([
    ['a share among percents', 'Collection rate', ['0.9', '85', '92'], ['percent-undecided 2 1']],
    ['complaints that are hardly so frequent', 'Complaint rate', ['1', '0.5'], ['percent-scale  1']],
    ['low complaints in percent', 'Complaint rate', ['0.5', '3'], []],
    ['plain percents', 'Collection rate', ['85', '92'], []],
  ])('%s', (_, heading, cells, noted) => {
    const reading = read([['Customer', heading], ...cells.map((cell, index) => [`C${index}`, cell])]);
    expect(problems(reading)).toEqual(noted);
  });

  test('a number that may be 0.9 % or 90 % is for a person, the others are read', () => {
    const reading = read([
      ['Customer', 'Collection rate'],
      ['Ames', '0.9'],
      ['Brook', '85'],
    ]);
    expect(reading.records[0]?.facts.doubts).toMatchObject({ paymentCollection: { code: 'ambiguous', text: '0.9' } });
    expect(values(reading)).toMatchObject([{}, { paymentCollection: 0.85 }]);
  });

  test.each([
    ['Complaint rate', '-3%'],
    ['Complaint rate', '150%'],
    ['Order stability', '120%'],
    ['Collection rate', '-5%'],
  ])('%s cannot be %s', (heading, cell) => {
    const reading = read([
      ['Customer', heading],
      ['Ames', cell],
      ['Brook', '2%'],
    ]);
    expect(problems(reading)).toEqual(['out-of-range 2 1']);
  });

  test('more than all may be collected', () => {
    const reading = read([
      ['Customer', 'Collection rate'],
      ['Ames', '105%'],
    ]);
    expect(values(reading)).toMatchObject([{ paymentCollection: 1.05 }]);
  });
});

describe('days from which a cooperation counts', () => {
  const since = (...cells: string[]) =>
    read([['Customer', 'Customer since'], ...cells.map((cell, index) => [`C${index}`, cell])]);

  test('are read in the order that another day of the column decides', () => {
    const reading = since('3/4/2020', '25/4/2021');
    expect(values(reading)).toMatchObject([{ yearsOfCooperation: '2020-04-03' }, { yearsOfCooperation: '2021-04-25' }]);
    expect(problems(reading)).toEqual(['date-order  1']);
  });

  test('are in doubt, and said to be so once, when nothing decides the order', () => {
    const reading = since('3/4/2020', '5/6/2019');
    expect(reading.records[0]?.facts.doubts).toEqual({ yearsOfCooperation: { code: 'ambiguous', text: '3/4/2020' } });
    expect(problems(reading)).toEqual(['date-order-undecided 2 1']);
  });

  test('leave plain lengths of time alone', () => {
    const reading = since('3.5', '2 years', '18 months');
    expect(values(reading)).toMatchObject([
      { yearsOfCooperation: 42 },
      { yearsOfCooperation: 24 },
      { yearsOfCooperation: 18 },
    ]);
    expect(problems(reading)).toEqual([]);
  });
});
