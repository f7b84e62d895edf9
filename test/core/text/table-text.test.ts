import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { readTable } from '../../../core/table/read-table.ts';
import { tableProblemText } from '../../../core/text/table-text.ts';

describe('tableProblemText', () => {
  test('says what is wrong, where, and what to do, in three languages', () => {
    const reading = readTable(
      [
        ['客户名称', '销售额'],
        ['甲', '若干'],
      ],
      { asOf: '2026-11-22' as CalendarDate },
    );
    const [problem] = reading.problems;
    if (problem === undefined) throw new Error('There is no problem to describe.');
    expect(tableProblemText(problem, reading.columns, 'en')).toBe(
      'Row 2, column B (“销售额”): “若干” cannot be read as an amount. Correct the cell or empty it.',
    );
    expect(tableProblemText(problem, reading.columns, 'zh-CN')).toBe(
      '第 2 行，B 列“销售额”：“若干”无法识别为金额，请更正或清空。',
    );
    expect(tableProblemText(problem, reading.columns, 'zh-TW')).toBe(
      '第 2 列，B 欄「销售额」：「若干」無法辨識為金額，請更正或清空。',
    );
  });

  test('a heading of many lines and characters stays one short sentence', () => {
    const reading = readTable(
      [
        ['Customer', `Sales ${'very '.repeat(5)}\nlong`, 'Revenue', 'Turnover'],
        ['A', '1', '2', '3'],
      ],
      {
        asOf: '2026-11-22' as CalendarDate,
      },
    );
    const texts = reading.problems.map((problem) => tableProblemText(problem, reading.columns, 'en'));
    expect(texts).toEqual([
      'Column C (“Revenue”) and column D (“Turnover”) all read as Sales, so none was used. Rename or delete all but one, or say which one to use.',
    ]);
  });

  test('of shares among percentages one of each is named, since either may be the one that is wrong', () => {
    const rows = [
      ['客户名称', '回款率'],
      ['甲', 0.98],
      ['乙', 0.7],
      ['丙', 60],
    ];
    const reading = readTable(rows, { asOf: '2026-11-22' as CalendarDate });
    const [problem] = reading.problems;
    if (problem === undefined) throw new Error('There is no problem to describe.');
    expect(tableProblemText(problem, reading.columns, 'en')).toBe(
      'In column B (“回款率”), “0.98” in row 2 seems to be on another scale than “60” in row 4. Write all of them with a percent sign.',
    );
    expect(tableProblemText(problem, reading.columns, 'zh-CN')).toBe(
      'B 列“回款率”中，第 2 行的“0.98”与第 4 行的“60”写法似乎不一致，请统一写上百分号。',
    );
    expect(tableProblemText(problem, reading.columns, 'zh-TW')).toBe(
      'B 欄「回款率」中，第 2 列的「0.98」與第 4 列的「60」寫法似乎不一致，請統一寫上百分號。',
    );
  });

  test('customers of one name are to be told apart by an ID only where they are not', () => {
    const rows = [
      ['Customer ID', 'Customer', 'Sales'],
      ['1', 'Acme', 1],
      ['2', 'ACME', 2],
      ['', 'Acme', 3],
    ];
    const reading = readTable(rows, { asOf: '2026-11-22' as CalendarDate });
    expect(reading.problems.map((problem) => tableProblemText(problem, reading.columns, 'en'))).toEqual([
      'Row 3 names the same customer “ACME” as row 2, with another customer ID. If they are one customer, keep one of the rows.',
      'Row 4 names the same customer “Acme” as row 2. Keep one of them, or tell them apart by a customer ID.',
    ]);
    expect(reading.problems.slice(0, 1).map((problem) => tableProblemText(problem, reading.columns, 'zh-TW'))).toEqual([
      '第 3 列與第 2 列都是客戶「ACME」，但客戶編號不同。如果是同一位客戶，請只保留一列。',
    ]);
  });
});
