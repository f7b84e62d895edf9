import { expect, test } from 'vitest';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { criterionFields } from '../../../core/grading/criterion-fields.ts';
import { gradeTable } from '../../../core/grading/grade-table.ts';
import { builtInScheme } from '../../../core/schemes/built-in-schemes.ts';
import { readTable } from '../../../core/table/read-table.ts';

const asOf = '2026-03-09' as CalendarDate;

/** Tiers by customer, of a table with `|` between its cells. */
function tiersOf(id: string, table: string): Record<string, string | null> {
  const scheme = builtInScheme(id) ?? expect.fail(`no scheme ${id}`);
  const rows = table
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));
  const reading = readTable(rows, { asOf, fields: criterionFields(scheme) });
  expect(reading.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
  const { graded } = gradeTable(reading, scheme, asOf);
  return Object.fromEntries(
    [...graded()].map(({ record, grade }) => [String(record.facts.values['name']), grade.tier]),
  );
}

test.each([
  [
    'market-share',
    `客户|市场份额|销售贡献度|需求量|发展空间
     甲|高|高|大|有
     乙|中等|较高|中等|有一定
     丙|低|一般|小|可能有
     丁|低|低|可忽略|–`,
  ],
  [
    'market-share',
    `Customer|Market share|Contribution|Demand volume|Growth potential
     甲|high|high|large|yes
     乙|medium|fairly high|medium|some
     丙|low|average|small|possible
     丁|low|low|negligible|–`,
  ],
  [
    'relationship-value',
    `客户|合作关系|利润贡献|忠诚度|口碑|潜力|竞争压力
     甲|长期|高|高|好|高|低
     乙|有潜力|中|中|好|高|低
     丙|一次性项目|低|低|一般|中|高
     丁|业务极少|低|低|差|低|极大`,
  ],
])('%s grades the words of its own rows A, B, C and D', (id, table) => {
  expect(tiersOf(id, table)).toEqual({ 甲: 'A', 乙: 'B', 丙: 'C', 丁: 'D' });
});

test.each([
  ['重点', '潜力', '一般', '大型', '中型', '小型'],
  ['key', 'potential', 'general', 'large', 'medium', 'small'],
])('size by potential knows its own words: %s, %s, %s', (key, potential, general, large, medium, small) => {
  expect(
    tiersOf(
      'size-potential',
      `客户|业务规模|发展潜力
       甲|${large}|${key}
       乙|${medium}|${potential}
       丙|${large}|${general}
       丁|${small}|${general}`,
    ),
  ).toEqual({ 甲: 'key-account', 乙: 'growth-account', 丙: 'maintain', 丁: 'minimise' });
});
