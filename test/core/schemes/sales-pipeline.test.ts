import { describe, expect, test } from 'vitest';
import { calendarDate } from '../../../core/calendar-date.ts';
import type { FactValue } from '../../../core/customer.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import type { Grade } from '../../../core/grading/grade.ts';
import { readCustomers } from '../../../core/grading/read-customers.ts';
import { salesPipeline } from '../../../core/schemes/sales-pipeline.ts';
import type { Grid } from '../../../core/table/cell.ts';

const AS_OF = calendarDate(2026, 3, 15) ?? never();

type Answers = Readonly<Record<string, FactValue>>;

/** The source's two tables, as they stand there, read by this test on its own. */
const WITHOUT_SYSTEM = [
  // objective need, subjective need, resolve, feasibility study begun, vendor selection begun
  'A | yes | yes | high           | yes       | yes',
  'B | yes | yes | high or medium | yes or no | no',
  'C | yes | yes | medium or low  | yes or no | no',
  'D | yes | no  | low or none    | no        | no',
];
const WITH_SYSTEM = [
  // objective need, subjective need, dissatisfaction, resolve to switch, vendor selection begun
  'A | yes | yes | high           | high           | yes',
  'B | yes | yes | high or medium | high or medium | no',
  'C | yes | yes | medium or low  | medium or low  | no',
  'D | yes | yes | low or none    | low or none    | no',
];
const COLUMNS_WITHOUT = ['objectiveNeed', 'subjectiveNeed', 'resolve', 'feasibilityBegun', 'selectionBegun'];
const COLUMNS_WITH = ['objectiveNeed', 'subjectiveNeed', 'dissatisfaction', 'resolve', 'selectionBegun'];

const ROWS_WITHOUT = parsed(WITHOUT_SYSTEM);
const ROWS_WITH = parsed(WITH_SYSTEM);

const YES_NO: readonly FactValue[] = [true, false];
const LEVELS: readonly FactValue[] = ['high', 'medium', 'low', 'none'];
const QUESTIONS: Readonly<Record<string, readonly FactValue[]>> = {
  hasSystem: YES_NO,
  objectiveNeed: YES_NO,
  subjectiveNeed: YES_NO,
  resolve: LEVELS,
  dissatisfaction: LEVELS,
  feasibilityBegun: YES_NO,
  selectionBegun: YES_NO,
};
const MONTHS = [undefined, 3, 6, 10, 15] as const;

const compiled = compileScheme(fitScheme(salesPipeline, [], { asOf: AS_OF }));

describe('the sales pipeline (S1)', () => {
  test('grades every combination of known answers as the tables say, with the warnings that the reading rules want', () => {
    const wrong: string[] = [];
    let cases = 0;
    for (const answers of combinations(QUESTIONS, false)) {
      for (const months of MONTHS) {
        cases += 1;
        const grade = graded(answers, months);
        const told = {
          outcome: outcomeOf(grade),
          warnings: grade.warnings.map(({ code, outcome }) => [code, outcome]),
        };
        const wanted = { outcome: readTables(answers, months), warnings: warningsOf(answers, months) };
        if (JSON.stringify(told) !== JSON.stringify(wanted))
          wrong.push(JSON.stringify({ answers, months, told, wanted }));
      }
    }
    expect(cases).toBe(2 ** 5 * 4 ** 2 * 5);
    expect(wrong).toEqual([]);
  });

  test('grades no combination with unknown answers otherwise than it would whatever they turn out to be', () => {
    const wrong: string[] = [];
    const counts: Record<string, number> = {};
    for (const answers of combinations(QUESTIONS, true)) {
      const complete = [...completions(answers)];
      for (const months of MONTHS) {
        const outcome = outcomeOf(graded(answers, months));
        counts[outcome] = (counts[outcome] ?? 0) + 1;
        const possible = new Set(complete.map((all) => readTables(all, months)));
        const [certain] = possible;
        // without knowing which table holds nobody is graded, even where both would say the same
        const isOpen = answers['hasSystem'] === undefined && certain !== 'out-of-market';
        const wanted = possible.size > 1 || isOpen ? 'review' : certain;
        if (outcome !== wanted) wrong.push(JSON.stringify({ answers, months, outcome, wanted }));
      }
    }
    expect(wrong).toEqual([]);
    expect(Object.keys(counts).toSorted()).toEqual(['A', 'B', 'C', 'D', 'out-of-market', 'review']);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(3 ** 5 * 5 ** 2 * 5);
  });

  test('a prospect without objective need is outside the target market whatever else is known, and never D', () => {
    expect(outcomeOf(graded({ objectiveNeed: false }, undefined))).toBe('out-of-market');
    expect(outcomeOf(graded({ objectiveNeed: false, subjectiveNeed: false, resolve: 'none' }, 2))).toBe(
      'out-of-market',
    );
  });

  test('answers that contradict each other are named', () => {
    const answers = { hasSystem: true, objectiveNeed: true, subjectiveNeed: true, selectionBegun: false };
    const grade = graded({ ...answers, dissatisfaction: 'high', resolve: 'low' }, undefined);
    expect(grade).toMatchObject({ status: 'review', tier: null });
    expect(grade.review).toEqual([
      { code: 'contradiction', criteria: expect.arrayContaining(['dissatisfaction', 'resolve']) },
    ]);
    const denied = graded({ ...answers, hasSystem: false, subjectiveNeed: false, resolve: 'high' }, undefined);
    expect(denied.review).toEqual([
      { code: 'contradiction', criteria: expect.arrayContaining(['subjectiveNeed', 'resolve']) },
    ]);
  });

  test.each([
    [
      'the feasibility study that tells A from a contradiction',
      { resolve: 'high', selectionBegun: true },
      'feasibilityBegun',
    ],
    ['the resolve that tells the tiers apart', { feasibilityBegun: true, selectionBegun: false }, 'resolve'],
  ])('asks first for %s', (_, answers, criterion) => {
    const known = { hasSystem: false, objectiveNeed: true, subjectiveNeed: true, ...answers };
    expect(graded(known, undefined).review).toEqual([{ code: 'find-out-first', criterion }]);
  });

  test('asks nothing of a prospect without a system that its table does not ask', () => {
    const answers = {
      hasSystem: false,
      objectiveNeed: true,
      subjectiveNeed: true,
      resolve: 'high',
      selectionBegun: false,
    };
    expect(graded(answers, undefined)).toMatchObject({ tier: 'B', review: [], warnings: [] });
  });

  test('the expected date stands in for the months, and the months go first where both are stated', () => {
    const answers = {
      hasSystem: true,
      objectiveNeed: true,
      subjectiveNeed: true,
      dissatisfaction: 'medium',
      resolve: 'medium',
      selectionBegun: false,
    };
    const on = (expectedDate: string, months?: number) => graded({ ...answers, expectedDate }, months).tier;
    expect(on('2026-09-15')).toBe('B');
    expect(on('2026-09-16')).toBe('C');
    expect(on('2026-09-16', 5)).toBe('B');
    const past = graded({ ...answers, expectedDate: '2026-02-01' }, undefined);
    expect(past).toMatchObject({ tier: 'B' });
    expect(past.warnings).toContainEqual({ code: 'past-date', criterion: 'expectedDate' });
  });

  test('says which answers decided', () => {
    const answers = {
      hasSystem: false,
      objectiveNeed: true,
      subjectiveNeed: true,
      resolve: 'high',
      selectionBegun: false,
    };
    expect(
      graded(answers, undefined)
        .reasons.map(({ criterion }) => criterion)
        .toSorted(),
    ).toEqual(Object.keys(answers).toSorted());
  });

  test('looks after as many prospects a month as one rep can: 8 A in 10 days, 12 B in 4, 24 C in 4', () => {
    expect(salesPipeline.tiers.map(({ playbook }) => playbook?.capacity)).toEqual([
      { customers: 8, daysAMonth: 10 },
      { customers: 12, daysAMonth: 4 },
      { customers: 24, daysAMonth: 4 },
      undefined,
    ]);
  });

  test('every question has a hint by which the answer is recognised, in three languages', () => {
    for (const { hint } of salesPipeline.criteria) expect(Object.keys(hint ?? {})).toEqual(['en', 'zh-CN', 'zh-TW']);
  });
});

describe('a pasted table of prospects', () => {
  const simplified: Grid = [
    [
      '客户名称',
      '是否已信息化',
      '客观必要性',
      '主观必要性',
      '决心',
      '不满意',
      '是否展开可行性评估',
      '是否展开选型工作',
      '预计成交(月)',
    ],
    ['甲公司', '否', '有', '有', '高', '', '是', '是', 2],
    ['乙公司', '否', '有', '有', '较高', '', '否', '否', ''],
    ['丙公司', '无', '有', '有', '一般', '', '有', '无', 9],
    ['丁公司', '否', '有', '无', '无', '', '无', '无', ''],
    ['戊公司', '是', '有', '有', '高', '高', '', '√', ''],
    ['己公司', '是', 'Y', 'Y', '适中', '较高', '', '×', ''],
    ['庚公司', '是', '有', '有', '较低', '适中', '', '否', 15],
    ['辛公司', '是', '有', '有', '无', '较低', '', '否', 15],
    ['壬公司', '是', '无', '有', '高', '高', '', '是', 1],
    ['癸公司', '是', '有', '有', '高', '低', '', '否', 1],
  ];
  const outcomes = ['A', 'B', 'C', 'D', 'A', 'B', 'C', 'D', 'out-of-market', 'review'];

  test('is graded in simplified Chinese', () => {
    expect(gradesOf(simplified)).toEqual(outcomes);
  });

  test('is graded in traditional Chinese, with the headings of the source', () => {
    const headings = [
      '客戶名稱',
      '是否已資訊化',
      '客觀的信息化必要性',
      '主觀的信息化必要性',
      '換系統決心的強烈度',
      '對現行系統的不滿意',
      '是否展開可行性評估',
      '是否展開選型工作',
      '幾個月內成交',
    ];
    const spell = (cell: Grid[number][number]) =>
      typeof cell === 'string' ? cell.replace('无', '無').replace('较', '較').replace('适', '適') : cell;
    expect(gradesOf([headings, ...simplified.slice(1).map((row) => row.map(spell))])).toEqual(outcomes);
  });
});

function graded(answers: Answers, months: number | undefined): Grade {
  return compiled.grade({ values: months === undefined ? answers : { ...answers, monthsToClose: months } });
}

function outcomeOf({ status, tier }: Grade): string {
  return tier ?? status;
}

function gradesOf(grid: Grid): string[] {
  const { reading, stage } = readCustomers(grid, { asOf: AS_OF, schemes: { prospect: salesPipeline }, hints: {} });
  expect(stage).toBe('prospect');
  expect(reading.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
  return reading.records.map(({ facts }) => outcomeOf(compiled.grade(facts)));
}

/** The tables and their reading rules, for complete answers. */
function readTables(answers: Answers, months: number | undefined): string {
  if (answers['objectiveNeed'] === false) return 'out-of-market';
  const rows = fittingRows(answers);
  const [first] = rows;
  if (first === undefined) return 'review';
  const stated = statedTier(months);
  if (stated === undefined) return first;
  return rows.toSorted((a, b) => distance(a, stated) - distance(b, stated))[0] ?? first;
}

function warningsOf(answers: Answers, months: number | undefined): (string | undefined)[][] {
  const outcome = readTables(answers, months);
  const stated = statedTier(months);
  if (outcome.length > 1) return [];
  if (stated !== undefined) return stated === outcome ? [] : [['stated-otherwise', stated]];
  const lower = fittingRows(answers)[1];
  return lower === undefined ? [] : [['fits-too', lower]];
}

function fittingRows(answers: Answers): string[] {
  const [columns, rows] = answers['hasSystem'] === true ? [COLUMNS_WITH, ROWS_WITH] : [COLUMNS_WITHOUT, ROWS_WITHOUT];
  return rows
    .filter(({ cells }) => columns.every((column, index) => cells[index]?.includes(word(answers[column]))))
    .map(({ tier }) => tier);
}

function parsed(table: readonly string[]): { readonly tier: string; readonly cells: readonly string[][] }[] {
  return table.map((row) => {
    const [tier = '', ...cells] = row.split('|').map((cell) => cell.trim());
    return { tier, cells: cells.map((cell) => cell.split(' or ')) };
  });
}

function word(answer: FactValue | undefined): string {
  return answer === true ? 'yes' : answer === false ? 'no' : String(answer);
}

function statedTier(months: number | undefined): string | undefined {
  if (months === undefined) return undefined;
  if (months <= 3) return 'A';
  if (months <= 6) return 'B';
  return months <= 12 ? 'C' : 'D';
}

function distance(tier: string, other: string): number {
  return Math.abs(tier.charCodeAt(0) - other.charCodeAt(0));
}

/** Every combination of answers, each question also left unanswered when wanted. */
function* combinations(questions: typeof QUESTIONS, withUnknown: boolean): Generator<Answers> {
  const [first, ...others] = Object.entries(questions);
  if (first === undefined) {
    yield {};
    return;
  }
  const [question, answers] = first;
  for (const rest of combinations(Object.fromEntries(others), withUnknown)) {
    if (withUnknown) yield rest;
    for (const answer of answers) yield { [question]: answer, ...rest };
  }
}

/** What the answers may turn out to be. */
function completions(answers: Answers): Iterable<Answers> {
  const open = Object.entries(QUESTIONS).map(([question, all]): [string, readonly FactValue[]] => {
    const answer = answers[question];
    return [question, answer === undefined ? all : [answer]];
  });
  return combinations(Object.fromEntries(open), false);
}

function never(): never {
  throw new Error('no such day');
}
