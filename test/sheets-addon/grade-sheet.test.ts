import { describe, expect, test } from 'vitest';
import { addOnSheet } from '../support/add-on-sheet.ts';

const ROWS = [
  ['客户编号', '客户名称', '销售额', '回款率', '合作年限', '投诉率', '满意度', '最近联系'],
  ['K1', '甲公司', 1200000, '98%', 8, '0.1%', '95%', '2026-02-01'],
  ['K2', '乙公司', 500000, '80%', 3, '1%', '80%', '2026-01-15'],
  ['K3', '丙公司', 90000, '60%', 1, '4%', '60%', ''],
  ['K4', '丁公司', 'abc', '60%', 1, '4%', '60%', '2026-03-01'],
];

describe('grading a sheet', () => {
  test('a table gets our columns to its right', async () => {
    const sheet = await addOnSheet(ROWS);
    const outcome = sheet.grade({ language: 'en' });
    expect(outcome.customers).toBe(4);
    expect(sheet.texts()[0]?.slice(8)).toEqual(['Tier', 'Score', 'Why', 'To next tier', 'Review', 'Next follow-up']);
    console.log(sheet.execute('gradeTable', {}).counts.reads, sheet.execute('gradeTable', {}).counts.writes);
    sheet.enter(2, 8, [['A']]);
    console.log(sheet.grade().overridden, sheet.texts()[2]);
    console.log(sheet.undo(), sheet.texts()[2]);
    sheet.undo(); console.log(sheet.undo(true), sheet.texts());
  });
});
