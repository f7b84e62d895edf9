import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import type { Cell, Grid } from '../../../core/table/cell.ts';
import type { FieldDefinition } from '../../../core/table/field-definition.ts';
import { readTable } from '../../../core/table/read-table.ts';
import { tableProblemText } from '../../../core/text/table-text.ts';
import { one, problems, READ_ON, read, rows, values } from '../../support/read-grids.ts';

describe('whole tables as people paste them', () => {
  test('a finance report with titles, a unit line, subtotals and signatures', () => {
    const reading = read(
      rows(`
2025年度客户销售明细表
单位：万元

客户编号|客户名称|业务员|销售额|回款率|订单稳定度|合作年限|投诉率|满意度
C001|华为技术有限公司|张三|1,234.50|95%|高|5年|0.5%|92
C002|某某商贸|李四|3.2亿|0.85|中|3年2个月|1.2%|88
小计|||4,000|||||
C003|远大物流|王五|￥120|８５％|低|2019年3月|-|N/A
合计|||5,000|||||
制表人：张三|||审核：李四|||||`),
    );
    expect(values(reading)).toEqual([
      {
        key: 'C001',
        name: '华为技术有限公司',
        owner: '张三',
        salesAmount: 12_345_000,
        paymentCollection: 0.95,
        orderStability: 'high',
        yearsOfCooperation: 60,
        complaintRate: 0.005,
        satisfaction: 0.92,
      },
      {
        key: 'C002',
        name: '某某商贸',
        owner: '李四',
        salesAmount: 320_000_000,
        paymentCollection: 0.85,
        orderStability: 'medium',
        yearsOfCooperation: 38,
        complaintRate: 0.012,
        satisfaction: 0.88,
      },
      {
        key: 'C003',
        name: '远大物流',
        owner: '王五',
        salesAmount: 1_200_000,
        paymentCollection: 0.85,
        orderStability: 'low',
        yearsOfCooperation: '2019-03-01',
      },
    ]);
    expect(reading.rowKinds).toEqual([
      'title',
      'title',
      'blank',
      'header',
      'record',
      'record',
      'totals',
      'record',
      'totals',
      'remark',
    ]);
    expect(problems(reading)).toEqual([
      'satisfaction-scale  8',
      'unit-from-title 2',
      'totals-row 7',
      'totals-row 9',
      'remark-row 10',
    ]);
  });

  test('two rows of headings with merged groups', () => {
    const reading = read(
      rows(`
客户信息|||销售情况||服务情况|
客户名称|所属行业|联系电话|销售额（万元）|毛利率|客诉次数|满意度(5分制)
阿尔法科技|软件|021-5566|120|35%|0|4.5
贝塔制造|机械|13800138000|88.5|28%|3|4`),
    );
    expect(reading.rowKinds.slice(0, 2)).toEqual(['title', 'header']);
    expect(values(reading)).toEqual([
      {
        name: '阿尔法科技',
        industry: '软件',
        phone: '021-5566',
        salesAmount: 1_200_000,
        profit: 0.35,
        complaints: 0,
        satisfaction: 0.9,
      },
      {
        name: '贝塔制造',
        industry: '机械',
        phone: '13800138000',
        salesAmount: 885_000,
        profit: 0.28,
        complaints: 3,
        satisfaction: 0.8,
      },
    ]);
  });

  test('two rows of headings that mean something only together', () => {
    const reading = read(
      rows(`
Customer||Last||Next
Name|Owner|Contact|Order|Contact
Acme|Bob|2026-03-05|2026-02-01|2026-04-01`),
    );
    expect(reading.rowKinds).toEqual(['header', 'header', 'record']);
    expect(reading.columns.map((column) => column.heading)).toEqual([
      'Customer Name',
      'Customer Owner',
      'Last Contact',
      'Last Order',
      'Next Contact',
    ]);
    expect(values(reading)).toEqual([
      { name: 'Acme', owner: 'Bob', lastContact: '2026-03-05', lastPurchase: '2026-02-01', nextContact: '2026-04-01' },
    ]);
  });

  test.each([
    ['years as numbers', [2024, 2025]],
    ['years as texts', ['2024', '2025']],
    ['years in Chinese', ['2024年', '2025年']],
    ['years with a word', ['FY2024', 'FY2025']],
    ['words', ['last year', 'this year']],
  ])('a row of periods below merged headings, %s, is no customer, and no period is taken unasked', (what, subs) => {
    const [former = '', later = ''] = subs;
    const reading = read([
      ['Customer', 'Sales', '', 'Payment rate'],
      ['', former, later, ''],
      ['Acme', 100_000, 120_000, '98%'],
      ['Globex', 5000, 7000, '60%'],
    ]);
    expect(reading.rowKinds).toEqual(['header', 'header', 'record', 'record']);
    expect(reading.columns.map(({ heading, field }) => [heading, field])).toEqual([
      ['Customer', 'name'],
      [`Sales ${former}`, null],
      [`Sales ${later}`, null],
      ['Payment rate', 'paymentCollection'],
    ]);
    expect(problems(reading)).toEqual(what === 'words' ? [] : ['several-columns  1']);
  });

  test.each([
    ['a customer without a name', ['', 5000, 'x', '98%']],
    ['a customer of few words', ['Acme', 'new', '', '']],
    ['a founding year of a customer', ['Acme', 2024, '', '']],
    ['a text below a heading of its own', ['', 'last year', 'this year', 'late']],
  ])('but not %s', (_what, row) => {
    const reading = read([['Customer', 'Sales', '', 'Payment rate'], row, ['Globex', 7000, '', '60%']]);
    expect(reading.rowKinds).toEqual(['header', 'record', 'record']);
  });

  test.each([
    ['years', ['2023年', '2024年', '2025年']],
    ['years of Taiwan', ['112年', '113年', '114年']],
    ['months', ['1月', '2月', '12月']],
  ])('headings are found with %s among them', (_what, periods) => {
    const reading = read([
      ['客户名称', ...periods, '业务员'],
      ['甲公司', 1, 2, 3, '张三'],
    ]);
    expect(reading.rowKinds).toEqual(['header', 'record']);
    expect(values(reading)).toEqual([{ name: '甲公司', owner: '张三' }]);
  });

  test('lengths of time are figures and no headings', () => {
    const reading = read([
      ['客户 1', '5年', '98%', '业务员'],
      ['客户', '合作年限', '回款率', '业务员'],
      ['甲', '5年', '98%', '张三'],
    ]);
    expect(reading.rowKinds.at(-1)).toBe('record');
    expect(reading.rowKinds[1]).toBe('header');
    expect(values(reading)).toMatchObject([{ name: '甲', yearsOfCooperation: 60 }]);
  });

  const CHINESE = ['客户', '销售额', '回款率', '满意度', '备用'];
  const ENGLISH = ['Customer', 'Sales (10k RMB)', 'Collection rate', 'CSAT', 'Spare'];
  test.each([
    ['Chinese above', [CHINESE, ENGLISH]],
    ['English above', [ENGLISH, CHINESE]],
    ['without what nobody knows', [CHINESE.slice(0, 4), ENGLISH.slice(0, 4)]],
  ])('two rows that name the same fields are one header, and its unit counts: %s', (_what, headings) => {
    const reading = read([...headings, ['甲', 120, '90%', '4.5'], ['乙', 80, '85%', '4']]);
    expect(reading.rowKinds).toEqual(['header', 'header', 'record', 'record']);
    expect(values(reading)).toMatchObject([{ name: '甲', salesAmount: 1_200_000 }, { salesAmount: 800_000 }]);
  });

  test('a customer who is called as a heading is no header', () => {
    const reading = read(rows('Customer|Sales|Industry\nClient||\nAcme|5|Retail'));
    expect(reading.rowKinds).toEqual(['header', 'record', 'record']);
  });

  test('a row of units below the headings', () => {
    const reading = read(
      rows(`
客户名称|销售额|回款率|合作时间
|万元|%|月
甲公司|12|85|18`),
    );
    expect(reading.rowKinds).toEqual(['header', 'header', 'record']);
    expect(values(reading)).toEqual([
      { name: '甲公司', salesAmount: 120_000, paymentCollection: 0.85, yearsOfCooperation: 18 },
    ]);
  });

  test('a German export with comma decimals', () => {
    const reading = read(
      rows(`
Account Name|Revenue (EUR)|Profit|Last Order|Orders
Müller GmbH|1.234,56|1.234|05.03.2026|1.204
Schmidt AG|(12.000,00)|950|25.11.2025|12`),
    );
    expect(values(reading)).toEqual([
      { name: 'Müller GmbH', salesAmount: 1234.56, profit: 1234, lastPurchase: '2026-03-05', orders: 1204 },
      { name: 'Schmidt AG', salesAmount: -12_000, profit: 950, lastPurchase: '2025-11-25', orders: 12 },
    ]);
    expect(reading.columns[1]).toMatchObject({ currency: 'EUR' });
    expect(problems(reading)).toContain('decimal  2');
  });

  test('a CRM export from the United States', () => {
    const reading = read([
      [
        'Account ID',
        'Account Name',
        'Account Owner',
        'Annual Revenue',
        'Last Activity Date',
        'Customer Since',
        'NPS',
        'Paid %',
        'Billing City',
      ],
      ['001', 'Acme Inc.', 'Bob Ray', '$1.2M', '3/14/26', '2019', '50', '85', 'Austin'],
      ['002', 'Beta LLC', 'Al Fox', '$900K', '3/4/26', '2020-05-01', '-20', '90', 'Boston'],
      ['', 'Total', '', '$2,100,000', '', '', '', '', ''],
    ]);
    expect(values(reading)).toEqual([
      {
        key: '001',
        name: 'Acme Inc.',
        owner: 'Bob Ray',
        salesAmount: 1_200_000,
        lastContact: '2026-03-14',
        yearsOfCooperation: '2019-01-01',
        satisfaction: 0.75,
        paymentCollection: 0.85,
        region: 'Austin',
      },
      {
        key: '002',
        name: 'Beta LLC',
        owner: 'Al Fox',
        salesAmount: 900_000,
        lastContact: '2026-03-04',
        yearsOfCooperation: '2020-05-01',
        satisfaction: 0.4,
        paymentCollection: 0.9,
        region: 'Boston',
      },
    ]);
    expect(problems(reading)).toEqual(['date-order  4', 'satisfaction-scale  6', 'totals-row 4']);
  });

  test('a table from Taiwan with its own words, years and currency', () => {
    const reading = read(
      rows(`
客戶名稱|統一編號|業務|銷售額（元）|市占率|客訴率|最後交易日|合作意願|是否已資訊化
台積電股份有限公司|22099131|林小姐|NT$1,200,000|12%|0.3%|民國115年3月5日|較高|√
大立光|12345678|陳先生|1,200 千元|8%|１％|114/12/31|普通|×`),
    );
    expect(values(reading)).toEqual([
      {
        name: '台積電股份有限公司',
        key: '22099131',
        owner: '林小姐',
        salesAmount: 1_200_000,
        marketShare: 0.12,
        complaintRate: 0.003,
        lastPurchase: '2026-03-05',
        cooperationWillingness: 'high',
        hasSystem: true,
      },
      {
        name: '大立光',
        key: '12345678',
        owner: '陳先生',
        salesAmount: 1_200_000,
        marketShare: 0.08,
        complaintRate: 0.01,
        lastPurchase: '2025-12-31',
        cooperationWillingness: 'medium',
        hasSystem: false,
      },
    ]);
    expect(reading.columns[3]).toMatchObject({ currency: 'TWD' });
  });

  test('a pipeline of prospects', () => {
    const reading = read(
      rows(`
潜在客户|是否已信息化|客观的信息化必要性|主观的信息化必要性|信息化决心的强烈度|对现行系统的不满意|是否展开可行性评估|是否展开选型工作|预计成交(月)|预计成交金额|预计成交日期
甲|是|有|有|高|较高|Y|√|3|50万|2026年12月
乙|否|有|无|无|-|N|×|4-6个月|1.5亿|2027-03-01`),
    );
    expect(values(reading)).toEqual([
      {
        name: '甲',
        hasSystem: true,
        objectiveNeed: true,
        subjectiveNeed: true,
        resolve: 'high',
        dissatisfaction: 'high',
        feasibilityBegun: true,
        selectionBegun: true,
        monthsToClose: 3,
        expectedAmount: 500_000,
        expectedDate: '2026-12-01',
      },
      {
        name: '乙',
        hasSystem: false,
        objectiveNeed: true,
        subjectiveNeed: false,
        resolve: 'none',
        feasibilityBegun: false,
        selectionBegun: false,
        monthsToClose: 6,
        expectedAmount: 150_000_000,
        expectedDate: '2027-03-01',
      },
    ]);
    expect(reading.problems).toEqual([]);
  });

  test('blank columns and rows, a header repeated at a page break, and columns that nobody knows', () => {
    const reading = read([
      [],
      ['', 'Customer', '', 'Sales', 'Warehouse', null],
      ['', 'Acme', '', 100, 'Dock 7', null],
      [null, '  ', ''],
      ['', 'Customer', '', 'Sales', 'Warehouse'],
      ['', 'Beta', 'loose', '200', '', 'end'],
    ]);
    expect(reading.rowKinds).toEqual(['blank', 'header', 'record', 'blank', 'header', 'record']);
    expect(reading.records.map(({ row, facts, extra }) => [row, facts.values, extra])).toEqual([
      [3, { name: 'Acme', salesAmount: 100 }, { Warehouse: 'Dock 7' }],
      [6, { name: 'Beta', salesAmount: 200 }, { C: 'loose', F: 'end' }],
    ]);
  });

  test('a total over a cell with an error is a total all the same', () => {
    const reading = read([
      ['客户名称', '销售额', '回款率'],
      ['甲公司', '#REF!', 0.9],
      ['合计', '#REF!', null],
      ['乙公司', 5, 0.8],
      ['Total', '#DIV/0!', '#VALUE!'],
    ]);
    expect(reading.rowKinds).toEqual(['header', 'record', 'totals', 'record', 'totals']);
  });

  test("a spreadsheet's error in place of a heading names no column, #NAME? least of all", () => {
    const reading = read([
      ['Customer', 'Sales', '#NAME?', '#N/A'],
      ['Acme', 100, 1, 2],
    ]);
    expect(reading.columns.map(({ field }) => field)).toEqual(['name', 'salesAmount', null, null]);
    expect(reading.records).toHaveLength(1);
  });

  test('headings in two languages, in any case and width, with units and remarks', () => {
    const reading = read(
      rows(`
*客户名称 Customer Name|ＳＡＬＥＳ（k€）|2025年回款率(%)|Account_Manager|最近购买 / Last order|满意度（1-10）
Acme|1,5|85|Bob|2026/3/5|8`),
    );
    expect(values(reading)).toEqual([
      {
        name: 'Acme',
        salesAmount: 1500,
        paymentCollection: 0.85,
        owner: 'Bob',
        lastPurchase: '2026-03-05',
        satisfaction: 0.8,
      },
    ]);
    expect(reading.columns[1]).toMatchObject({ currency: 'EUR', multiplier: 1000 });
  });

  test('a spreadsheet with dates, serial numbers, answers and numbers as cells', () => {
    const reading = read([
      ['Customer', 'Sales', 'Last order', 'Next contact', 'Has system', 'Orders', 'Code'],
      ['Acme', 1234.5, { date: '2026-03-05' as CalendarDate }, 46_086, true, 12, 1001],
      ['Beta', 0, '46086', 46_086.75, 0, 0, 1002],
    ]);
    expect(values(reading)).toEqual([
      {
        name: 'Acme',
        salesAmount: 1234.5,
        lastPurchase: '2026-03-05',
        nextContact: '2026-03-05',
        hasSystem: true,
        orders: 12,
        key: '1001',
      },
      {
        name: 'Beta',
        salesAmount: 0,
        lastPurchase: '2026-03-05',
        nextContact: '2026-03-05',
        hasSystem: false,
        orders: 0,
        key: '1002',
      },
    ]);
  });

  test('a bank list with amounts in ten thousands', () => {
    const reading = read(
      rows(`
客户姓名|资产规模（万元）|存款余额|授信额度|信用等级|风险偏好|理财产品
王女士|１２０|35万|50万元|AAA|稳健型|8,000
李先生|3.5|1,200.00|无|BB|激进型|-`),
    );
    expect(values(reading)).toEqual([
      {
        name: '王女士',
        assets: 1_200_000,
        deposits: 350_000,
        creditLine: 500_000,
        creditRating: 'AAA',
        riskAppetite: 'medium',
        investments: 8000,
      },
      { name: '李先生', assets: 35_000, deposits: 1200, creditRating: 'BB', riskAppetite: 'high' },
    ]);
  });

  test('a shop list of behaviour', () => {
    const reading = read(
      rows(`
会员名称|消费频次|消费总额|回购率|最近消费|渠道|投诉次数|口碑推荐度|决策方式
小明|12次|￥3,456.00|45%|2026.3.5|微信|0|高|独立决策
小红|3|￥800|0.2|20260101|门店|2次|一般|推荐决策`),
    );
    expect(values(reading)).toEqual([
      {
        name: '小明',
        orders: 12,
        salesAmount: 3456,
        repurchaseRate: 0.45,
        lastPurchase: '2026-03-05',
        channel: '微信',
        complaints: 0,
        wordOfMouth: 'high',
        decisionStyle: '独立决策',
      },
      {
        name: '小红',
        orders: 3,
        salesAmount: 800,
        repurchaseRate: 0.2,
        lastPurchase: '2026-01-01',
        channel: '门店',
        complaints: 2,
        wordOfMouth: 'medium',
        decisionStyle: '推荐决策',
      },
    ]);
    expect(reading.columns[2]).toMatchObject({ currency: 'CNY' });
  });
});

describe('what cannot be read', () => {
  test('a cell that is no amount is a doubt and a problem with its place; the row stays', () => {
    const reading = one('Sales', ['100', 'lots', '#DIV/0!', 200]);
    expect(reading.records.map((record) => record.facts.values['salesAmount'])).toEqual([
      100,
      undefined,
      undefined,
      200,
    ]);
    expect(reading.records[1]?.facts.doubts).toEqual({ salesAmount: { code: 'unreadable', text: 'lots' } });
    expect(problems(reading)).toEqual(['unreadable 3 2', 'unreadable 4 2']);
  });

  test.each(['NaN', 'nan', 'ＮａＮ', 'Infinity', '-inf', '∞', '1e400', '-1E999', Number.NaN, Number.NEGATIVE_INFINITY])(
    '%s is a number that no field can have, and so a case for review with its place',
    (cell) => {
      for (const heading of [
        'Sales',
        'Collection rate',
        'Complaint rate',
        'Customer since',
        'Satisfaction',
        'Orders',
      ]) {
        const reading = one(heading, ['1', cell]);
        expect(problems(reading)).toContain('out-of-range 3 2');
        expect(Object.values(reading.records[1]?.facts.doubts ?? {})).toEqual([
          { code: 'out-of-range', text: String(cell) },
        ]);
      }
    },
  );

  test('a number beyond what the scheme allows, or a day to come, is kept and told with its place', () => {
    const fields: FieldDefinition[] = [
      { id: 'margin', type: 'money', headings: ['Margin'], range: { least: -10, most: 10 }, isPast: true },
      { id: 'salesAmount', type: 'money', headings: [], range: { least: 0, most: Number.MAX_VALUE }, isPast: true },
      { id: 'lastPurchase', type: 'date', headings: [], isPast: true },
      { id: 'expectedDate', type: 'date', headings: [] },
    ];
    const reading = readTable(
      [
        ['Customer', 'Margin', 'Sales', 'Last order', 'Expected date'],
        ['Ames', '-10', '0', '2026-11-23', '2031-03-01'],
        ['Brook', '-10.5', '-500', '2026-11-24', '2026-11-24'],
      ],
      { asOf: READ_ON, fields },
    );
    expect(problems(reading)).toEqual(['out-of-range 3 1', 'out-of-range 3 2', 'future-date 3 3']);
    expect(values(reading)[1]).toMatchObject({ margin: -10.5, salesAmount: -500, lastPurchase: '2026-11-24' });
    expect(reading.problems.map((problem) => tableProblemText(problem, reading.columns, 'en'))[1]).toBe(
      'Row 3, column C (“Sales”): “-500” is not possible there. Correct the cell or empty it.',
    );
  });

  test('nothing but 1.234 in a column is doubtful unless the caller decides', () => {
    const cells = ['1.234', '5.678', '12'];
    const reading = one('Sales', cells);
    expect(reading.records.map((record) => record.facts.doubts?.['salesAmount']?.code)).toEqual([
      'ambiguous',
      'ambiguous',
      undefined,
    ]);
    expect(reading.problems).toEqual([
      { code: 'decimal-undecided', severity: 'problem', column: 2, row: 2, text: '1.234', cells: 2 },
    ]);
    expect(one('Sales', cells, { decimal: ',' }).records[0]?.facts.values['salesAmount']).toBe(1234);
    expect(one('Sales', cells, { decimal: '.' }).records[0]?.facts.values['salesAmount']).toBe(1.234);
  });

  test.each([
    [
      ['1.234', '1.234,56'],
      [1234, 1234.56],
    ],
    [
      ['1,234', '1,234.56'],
      [1234, 1234.56],
    ],
    [
      ['1.234', '12.5'],
      [1.234, 12.5],
    ],
    [
      ['1,234', '12,5'],
      [1.234, 12.5],
    ],
    [
      ['1,234', '1,234,567'],
      [1234, 1_234_567],
    ],
    [
      ['1.234', '1.234.567'],
      [1234, 1_234_567],
    ],
    [['1,234'], [1234]],
    [
      ["1'234.50", '1 234.5'],
      [1234.5, 1234.5],
    ],
    [['12,34,567.00'], [1_234_567]],
    [['$1.234'], [1.234]],
    [['1.2E+06'], [1_200_000]],
  ])('%j in one column read as %j', (cells, expected) => {
    expect(one('Sales', cells).records.map((record) => record.facts.values['salesAmount'])).toEqual(expected);
  });

  test('values that contradict each other leave only the doubtful ones in doubt', () => {
    const reading = one('Sales', ['1.234,56', '1,234.56', '1.234']);
    expect(reading.records.map((record) => record.facts.values['salesAmount'])).toEqual([1234.56, 1234.56, undefined]);
  });

  test.each([
    [
      ['3/4/26', '25/4/26'],
      ['2026-04-03', '2026-04-25'],
    ],
    [
      ['3/4/26', '4/25/26'],
      ['2026-03-04', '2026-04-25'],
    ],
    [
      ['3/4/2026', '3/4/2026'],
      [undefined, undefined],
    ],
    [
      ['5/5/2026', '25/4/2026'],
      ['2026-05-05', '2026-04-25'],
    ],
    [
      ['99/12/31', '01/02/03'],
      ['1999-12-31', '2001-02-03'],
    ],
    [
      ['25/4/2026', '4/25/2026', '3/4/2026'],
      ['2026-04-25', '2026-04-25', undefined],
    ],
    [['3.4.2026'], ['2026-04-03']],
  ])('dates %j read as %j', (cells, expected) => {
    expect(one('Last order', cells).records.map((record) => record.facts.values['lastPurchase'])).toEqual(expected);
  });

  test('the order of dates follows the other date columns, or the caller', () => {
    const grid = [
      ['Customer', 'Last order', 'Next contact'],
      ['A', '3/4/2026', '25/4/2026'],
    ];
    expect(read(grid).records[0]?.facts.values['lastPurchase']).toBe('2026-04-03');
    expect(one('Last order', ['3/4/2026'], { dateOrder: 'mdy' }).records[0]?.facts.values['lastPurchase']).toBe(
      '2026-03-04',
    );
    expect(one('Last order', ['3/4/2026']).problems).toEqual([
      { code: 'date-order-undecided', severity: 'problem', column: 2, row: 2, text: '3/4/2026', cells: 1 },
    ]);
  });

  test('an amount in another currency than most of its column is doubtful', () => {
    const reading = one('Sales', ['$100', '€200', '$300', '400']);
    expect(reading.columns[2]).toMatchObject({ currency: 'USD' });
    expect(reading.records[1]?.facts.doubts).toEqual({
      salesAmount: { code: 'other-currency', currency: 'EUR', amount: 200 },
    });
    expect(problems(reading)).toEqual(['other-currency 3 2']);
    expect(
      one('销售额', ['100元', '￥200', '300美元']).records.map((record) => record.facts.doubts?.['salesAmount']?.code),
    ).toEqual([undefined, undefined, 'other-currency']);
  });

  test('amounts of money under a heading for a rate leave the column alone', () => {
    const reading = one('回款', ['1,200,000', '88000', '12000']);
    expect(reading.columns[2]).toMatchObject({ field: null });
    expect(reading.records[0]?.extra).toEqual({ 回款: '1,200,000' });
    expect(problems(reading)).toEqual(['values-do-not-fit  2']);
  });

  test.each([
    ['回款(万元)', [45, 32]],
    ['Paid (k€)', ['300', '700']],
    ['逾期(天)', [12, 0]],
    ['Frequency (days)', [365, 30]],
  ])('a unit in the heading that the field cannot have leaves the column alone: %s', (heading, cells) => {
    const reading = one(heading, cells);
    expect(reading.columns[2]).toMatchObject({ field: null });
    expect(problems(reading)).toEqual(['values-do-not-fit  2']);
  });

  test('a period in the heading is none of them', () => {
    expect(one('订单数（年）', [12]).records[0]?.facts.values['orders']).toBe(12);
    expect(one('Sales (month)', [1200]).records[0]?.facts.values['salesAmount']).toBe(1200);
    expect(one('回款(万元)', ['85%']).records[0]?.facts.values['paymentCollection']).toBe(0.85);
  });

  test('numbers that seem to be on another scale are named with one that is not', () => {
    const said = [0.96, 90].map((satisfaction, at) => [`C${at}`, satisfaction]);
    expect(read([['Customer', 'CSAT'], ...said]).problems).toContainEqual({
      code: 'percent-undecided',
      severity: 'problem',
      column: 1,
      row: 2,
      text: '0.96',
      otherRow: 3,
      otherText: '90',
      cells: 1,
    });
  });

  test.each(['Last order', '最近联系'])('a day to come is reported under %s', (heading) => {
    expect(problems(one(heading, ['2062-02-20', '2026-02-20']))).toEqual(['future-date 2 2']);
  });

  test('two columns for one field are reported and none is taken', () => {
    const reading = read([
      ['Customer', 'Sales 2024', 'Sales 2025'],
      ['A', '1', '2'],
    ]);
    expect(values(reading)).toEqual([{ name: 'A' }]);
    expect(reading.problems).toEqual([
      { code: 'several-columns', severity: 'problem', column: 1, columns: [1, 2], field: 'salesAmount' },
    ]);
    const given = read(
      [
        ['Customer', 'Sales 2024', 'Sales 2025'],
        ['A', '1', '2'],
      ],
      { columns: [{ column: 'C', field: 'salesAmount' }] },
    );
    expect(values(given)).toEqual([{ name: 'A', salesAmount: 2 }]);
    expect(given.problems).toEqual([]);
  });

  test('two columns that a person gives to one field are reported and neither is taken', () => {
    const grid = [
      ['Customer', 'Sales 2024', 'Sales 2025'],
      ['A', '1', '2'],
    ];
    const both = (field: string, columns: readonly string[]) =>
      read(grid, { columns: columns.map((column) => ({ column, field })) });
    const sales = both('salesAmount', ['C', 'B']);
    expect(values(sales)).toEqual([{ name: 'A' }]);
    expect(sales.problems).toEqual([
      { code: 'several-columns', severity: 'problem', column: 1, columns: [1, 2], field: 'salesAmount' },
    ]);
    expect(both('name', ['A', 'C']).problems[0]).toEqual({
      code: 'several-name-columns',
      severity: 'error',
      columns: [0, 2],
    });
  });

  test.each<[what: string, heading: Cell, name: string]>([
    ['a number', 2025, '2025'],
    ['a day', { date: '2025-12-31' as CalendarDate }, '2025-12-31'],
  ])('%s heads a column, by which it can be given, and means nothing by itself', (_, heading, name) => {
    const grid = [
      ['Customer', 2024, heading],
      ['A', '1', '2'],
    ];
    const reading = read(grid);
    expect(reading.columns.map((column) => column.heading)).toEqual(['Customer', '2024', name]);
    expect(reading.records[0]?.extra).toEqual({ '2024': '1', [name]: '2' });
    expect(values(read(grid, { columns: [{ column: name, field: 'salesAmount' }] }))).toEqual([
      { name: 'A', salesAmount: 2 },
    ]);
  });

  test('a column is given by its name among those of the same heading', () => {
    const grid = [
      ['Customer', 'Amount', 'Amount', 'Years'],
      ['A', '1', '2', '3'],
    ];
    const given = (column: string) => read(grid, { columns: [{ column, field: 'salesAmount' }] });
    expect(values(given('Amount | Amount | Years'))).toMatchObject([{ salesAmount: 2 }]);
    expect(given('Amount | Amount | Owner').problems[0]).toEqual({
      code: 'no-such-column',
      severity: 'error',
      wanted: 'Amount | Amount | Owner',
    });
  });

  test('a column that is not there is named by its letter', () => {
    const reading = read([['Customer'], ['A']], { columns: [{ column: 27, field: 'owner' }] });
    expect(reading.problems[0]).toEqual({ code: 'no-such-column', severity: 'error', wanted: 'AB' });
  });

  test('a near spelling matches and says so; last and next are never mixed up', () => {
    const reading = read([
      ['Custmer Name', 'Satisfacton', '下次联糸'],
      ['A', '90%', '2026-12-01'],
    ]);
    expect(values(reading)).toEqual([{ name: 'A', satisfaction: 0.9, nextContact: '2026-12-01' }]);
    expect(problems(reading)).toEqual(['close-heading  0', 'close-heading  1', 'close-heading  2']);
    expect(one('中次联系', ['2026-12-01']).columns[2]?.field).toBeNull();
    expect(one('上年销售额', ['5']).columns[2]?.field).toBeNull();
  });

  test.each<[string, Grid, string]>([
    ['nothing', [], 'empty-table'],
    ['blank rows', [['', null], []], 'empty-table'],
    [
      'no headings',
      [
        ['Acme', '12'],
        ['Beta', '13'],
      ],
      'no-header',
    ],
    [
      'headings without a customer',
      [
        ['Sales', 'Owner', 'Region'],
        ['1', 'Bob', 'East'],
      ],
      'no-name-column',
    ],
    [
      'two columns that may each name the customer',
      [
        ['Customer', 'Company', 'Sales'],
        ['Ann', 'Ames Ltd', '1'],
      ],
      'several-name-columns',
    ],
    ['headings alone', [['Customer', 'Sales']], 'no-records'],
  ])('%s is one error', (_, grid, code) => {
    const reading = read(grid);
    expect(reading.problems.filter((problem) => problem.severity === 'error').map((problem) => problem.code)).toEqual([
      code,
    ]);
    expect(reading.records).toEqual([]);
    expect(reading.rowKinds).toHaveLength(grid.length);
  });

  test('duplicates and rows without a name are kept and reported', () => {
    const reading = read([
      ['Code', 'Customer', 'Sales'],
      ['1', 'Acme', '1'],
      ['1', 'Acme Two', '2'],
      ['2', 'ＡＣＭＥ', '3'],
      ['', '', '4'],
    ]);
    expect(reading.records).toHaveLength(4);
    expect(problems(reading)).toEqual(['no-name 5', 'duplicate-key 3', 'duplicate-name 4']);
  });
});

describe('rows that go beyond the headings', () => {
  test('are reported, since a comma without quotation marks may have split a value', () => {
    const reading = read(rows('Customer|Sales|Region\nAmes|1|200|East\nBrook|5|West\nCole|7|East'));
    expect(problems(reading)).toEqual(['beyond-headings 2']);
  });

  test('are a column without a heading where most rows do so', () => {
    const reading = read(rows('Customer|Sales\nAmes|1|x\nBrook|5|y\nCole|7'));
    expect(problems(reading)).toEqual([]);
  });
});

test('a customer number that stands twice is reported in a table without names too', () => {
  expect(problems(read(rows('Customer ID|Sales\n001|5\n002|6\n001|7')))).toEqual(['duplicate-key 4']);
});
