import { expect, test } from 'vitest';
import type { SummaryBasis, SummaryOutcome } from '../../../sheets-addon/protocol.ts';
import { planSummary } from '../../../sheets-addon/summary/plan-summary.ts';
import { addOnSheet, type AddOnSheet } from '../../support/add-on-sheet.ts';

const ROWS = [
  ['客户编号', '客户名称', '销售额', '回款率', '合作年限', '投诉率', '满意度', '最近联系'],
  ['K1', '甲公司', 1200000, '98%', 8, '0.1%', '95%', '2026-02-01'],
  ['K2', '乙公司', 500000, '80%', 3, '1%', '80%', '2026-01-15'],
  ['K3', '丙公司', 90000, '60%', 1, '4%', '60%', ''],
  ['K4', '丁公司', 'abc', '60%', 1, '4%', '60%', '2026-03-01'],
];

test('try', async () => {
  const sheet = await addOnSheet(ROWS);
  sheet.grade({ language: 'en' });
  const basis = sheet.call('readSummaryBasis', {}) as SummaryBasis;
  console.log(JSON.stringify(basis, null, 1));
  const plan = planSummary(basis);
  console.log(plan.values.map((row) => row.join(' | ')).join('\n'));
  console.log(plan.formulas.map((one) => `${one.row},${one.column}\n${one.cells.map((row) => row.join('  ')).join('\n')}`).join('\n'));
  const ex = sheet.execute('writeSummary', plan);
  console.log(ex.kind === 'done' ? ex.result : ex, ex.counts);
  const again = sheet.execute('writeSummary', planSummary(sheet.call('readSummaryBasis', {}) as SummaryBasis));
  console.log(again.kind === 'done' ? again.result : again, again.counts, sheet.workbook.sheets.map((s) => s.title ?? s));
});
