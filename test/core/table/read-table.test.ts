import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import type { Cell, Grid } from '../../../core/table/cell.ts';
import type { FieldDefinition } from '../../../core/table/field-definition.ts';
import { type ReadTableOptions, readTable } from '../../../core/table/read-table.ts';
import type { TableReading } from '../../../core/table/reading.ts';
import { tableProblemText } from '../../../core/text/table-text.ts';

const ASOF = '2026-11-22' as CalendarDate;

function read(grid: Grid, options: Partial<ReadTableOptions> = {}): TableReading {
  return readTable(grid, { asOf: ASOF, ...options });
}

/** Rows of cells from lines with bars between the cells. */
function rows(text: string): string[][] {
  return text
    .replace(/^\n|\n\s*$/g, '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

function values(reading: TableReading): unknown[] {
  return reading.records.map((record) => record.facts.values);
}

function problems(reading: TableReading): string[] {
  return reading.problems.map(({ code, row, column }) => [code, row ?? '', column ?? ''].join(' ').trim());
}

function one(
  heading: string,
  cells: readonly Grid[number][number][],
  options: Partial<ReadTableOptions> = {},
): TableReading {
  return read([['', 'Customer', heading], ...cells.map((cell, index) => ['', `N${index}`, cell])], options);
}

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
      { asOf: ASOF, fields },
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
    ['what stands nowhere above', ['Total sales', 12, ''], 'record'],
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

test('a customer number that stands twice is reported in a table without names too', () => {
  expect(problems(read(rows('Customer ID|Sales\n001|5\n002|6\n001|7')))).toEqual(['duplicate-key 4']);
});
