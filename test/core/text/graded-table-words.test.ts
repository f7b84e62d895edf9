import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { criterionFields } from '../../../core/grading/criterion-fields.ts';
import { gradeTable } from '../../../core/grading/grade-table.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { readTable } from '../../../core/table/read-table.ts';
import { gradedTableWords } from '../../../core/text/graded-table-words.ts';

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
