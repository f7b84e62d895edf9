import { describe, expect, test } from 'vitest';
import { importReportLines, moreText, rejectedCsv, type ToldImport } from '../../../core/text/import-report-text.ts';
import { LANGUAGES } from '../../../core/text/language.ts';

const REPORT: ToldImport = {
  dryRun: true,
  rows: [
    { row: 2, name: 'Ames', outcome: { kind: 'changed', changes: [{ field: 'salesAmount', from: null, to: 7 }] } },
    { row: 3, name: 'Brook', outcome: { kind: 'new' } },
    { row: 4, name: '', outcome: { kind: 'rejected', reason: { code: 'nameless' } } },
    { row: 5, name: 'Cole', outcome: { kind: 'unchanged' } },
  ],
  duplicates: [
    {
      by: 'phone',
      customers: [
        { key: 'K1', name: 'Ames' },
        { key: null, name: 'Amis' },
      ],
    },
  ],
  currencyClash: { onFile: 'CNY', table: 'USD' },
  unknownOwners: [{ text: 'Mia', rows: [2, 3] }],
  closed: [],
};

describe.each(LANGUAGES)('the report in %s', (language) => {
  test('tells the gravest first, and every kind of line once', () => {
    const { lines, more } = importReportLines(REPORT, 20, language);
    expect(more).toBe(0);
    expect(lines.map((line) => ['USD', '4', 'K1', 'Mia', 'Ames'].find((word) => line.includes(word)))).toEqual([
      'USD',
      '4',
      'K1',
      'Mia',
      'Ames',
    ]);
    expect(lines.join()).not.toMatch(/Brook|Cole/);
  });

  test('after the import leaves changed rows out', () => {
    const { lines } = importReportLines({ ...REPORT, dryRun: false }, 20, language);
    expect(lines).toEqual(importReportLines(REPORT, 20, language).lines.slice(0, 4));
  });

  test('spells out as many lines as asked for and counts the rest', () => {
    const cut = importReportLines(REPORT, 2, language);
    expect(cut).toEqual({ lines: importReportLines(REPORT, 20, language).lines.slice(0, 2), more: 3 });
    expect(moreText(cut.more, language)).toContain('3');
  });
});

test('many unknown owners take one line', () => {
  const unknownOwners = ['A', 'B', 'C', 'D'].map((text) => ({ text, rows: [1] }));
  const report: ToldImport = { ...REPORT, rows: [], duplicates: [], currencyClash: null, unknownOwners };
  expect(importReportLines(report, 20, 'en').lines).toEqual([expect.stringContaining('4 owners')]);
});

test('rejected rows are a CSV file with their cells as they came and what is wrong behind', () => {
  const rows = [
    { cells: [null, 'a "b", c', { date: '2026-03-05' as never }, 1.5], reason: { code: 'nameless' } as const },
  ];
  const csv = rejectedCsv({ headings: ['No', 'Name', 'Day', 'Sum', 'Last'], rows }, 'en');
  expect(csv.split('\n')).toEqual([
    '\uFEFFNo,Name,Day,Sum,Last,Problem',
    expect.stringMatching(/^,"a ""b"", c",2026-03-05,1\.5,,The row has neither/),
    '',
  ]);
});

test.each([
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ['+1+cmd', "'+1+cmd"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['\u00a0=1+1', "'\u00a0=1+1"],
  ['\u0000=1+1', "'\u0000=1+1"],
  ['-5', '-5'],
  ['+1 200.50', '+1 200.50'],
  ['-12%', '-12%'],
  ['--', '--'],
  [-5, '-5'],
  ['A=B', 'A=B'],
  ["'=kept", "'=kept"],
])('the cell %j of a rejected row stands in the file as %j, so that no spreadsheet runs it', (cell, written) => {
  const rows = [{ cells: [cell], reason: { code: 'nameless' } as const }];
  const csv = rejectedCsv({ headings: ['=Name'], rows }, 'en');
  const [heading, line] = csv.slice(1).split('\n');
  expect(heading).toBe("'=Name,Problem");
  expect(line?.startsWith(`${written},`)).toBe(true);
});
