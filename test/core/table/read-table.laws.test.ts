import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarDate, dateOfDayNumber, dateParts } from '../../../core/calendar-date.ts';
import type { Cell } from '../../../core/table/cell.ts';
import { FIELDS } from '../../../core/table/fields.ts';
import { readTable } from '../../../core/table/read-table.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { tableProblemText } from '../../../core/text/table-text.ts';

const ASOF = '2026-11-22' as CalendarDate;

const nasty = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  '\u202eabc',
  '👨‍👩‍👧‍👦',
  '\ud800',
  '合计',
  'Total',
  '-',
  '无',
  '1.234',
  '3/4/26',
  '=1+1',
  '"',
  '(((',
  '100%',
  '￥',
  '1e999',
  '９９９',
);
const heading = fc.oneof(fc.constantFrom(...FIELDS.flatMap((field) => field.headings)), nasty);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 3, arbitrary: nasty },
  { weight: 3, arbitrary: heading },
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: -700_000, max: 2_000_000 }).map((days): Cell => ({ date: dateOfDayNumber(days) })),
);
const grid = fc
  .tuple(
    fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 4 }),
    fc.array(heading, { maxLength: 8 }),
    fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 }),
  )
  .map(([above, header, below]) => above.concat([header], below));

describe('readTable on any grid', () => {
  test('never throws, accounts for every row once, and every problem has a sentence', () => {
    fc.assert(
      fc.property(grid, (cells) => {
        const reading = readTable(cells, { asOf: ASOF });
        expect(reading.rowKinds).toHaveLength(cells.length);
        const records = reading.rowKinds.flatMap((kind, index) => (kind === 'record' ? [index + 1] : []));
        const isStopped = reading.problems.some((problem) => problem.severity === 'error');
        expect(reading.records.map((record) => record.row)).toEqual(isStopped ? [] : records);
        for (const record of reading.records) expect(record.cells).toBe(cells[record.row - 1]);
        for (const problem of reading.problems) {
          for (const language of LANGUAGES)
            expect(tableProblemText(problem, reading.columns, language)).not.toMatch(/\{\w+\}|undefined|^$/);
        }
        expect(Object.getPrototypeOf({})).toBe(Object.prototype);
      }),
      { numRuns: 400 },
    );
  });

  test('every cell of a record is a value, a doubt, an extra, or says that nothing is known', () => {
    fc.assert(
      fc.property(grid, (cells) => {
        const reading = readTable(cells, { asOf: ASOF });
        for (const { facts, extra, cells: row } of reading.records) {
          const held = Object.keys(facts.values).length + Object.keys(facts.doubts ?? {}).length;
          const fields = reading.columns.filter((column) => column.field !== null).length;
          expect(held).toBeLessThanOrEqual(fields);
          const loose = reading.columns.filter(
            (column) => column.field === null && /[^\s\p{C}]/u.test(textOf(row[column.index] ?? null)),
          );
          expect(Object.keys(extra).length).toBeGreaterThanOrEqual(loose.length);
        }
      }),
    );
  });
});

describe('a value written in any listed form and read gives the value back', () => {
  const amount = fc.integer({ min: 0, max: 999_999_999 }).map((cents) => cents / 100);

  test.each<[string, (value: number) => string]>([
    ['￥12,345.60', (value) => `￥${grouped(value, ',', '.')}`],
    ['1.234,56 €', (value) => `${grouped(value, '.', ',')} €`],
    ["1'234.56 CHF", (value) => `${grouped(value, "'", '.')} CHF`],
    ['1 234,56', (value) => grouped(value, '\u00a0', ',')],
    ['US$ 1234.56', (value) => `US$ ${value.toFixed(2)}`],
    ['１２３４．５６', (value) => wide(value.toFixed(2))],
    ['0.123456万', (value) => `${(value / 10_000).toFixed(6)}万`],
    ['0.123456萬元', (value) => `${(value / 10_000).toFixed(6)}萬元`],
    ['0.0000123456亿', (value) => `${(value / 1e8).toFixed(10)}亿`],
    ['1.23456 千元', (value) => `${(value / 1000).toFixed(5)} 千元`],
    ['$1.234560M', (value) => `$${(value / 1e6).toFixed(8)}M`],
    ['1234.56', (value) => value.toFixed(2)],
  ])('money as %s', (_, write) => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 5 }), fc.boolean(), (values, isNegative) => {
        const cells = values.map((value) => (isNegative ? `(${write(value)})` : write(value)));
        expect(readColumn('Sales', cells)).toEqual(values.map((value) => (isNegative && value !== 0 ? -value : value)));
      }),
    );
  });

  test('(1,200) and 1,200 千元, without decimals', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99_999_999 }), { minLength: 1, maxLength: 5 }), (values) => {
        expect(
          readColumn(
            'Sales',
            values.map((value) => `(${withCommas(value)})`),
          ),
        ).toEqual(values.map((value) => -value));
        expect(
          readColumn(
            '销售额',
            values.map((value) => `${withCommas(value)} 千元`),
          ),
        ).toEqual(values.map((value) => value * 1000));
      }),
    );
  });

  test.each<[string, (share: number) => string | number]>([
    ['85%', (share) => `${(share * 100).toFixed(1)}%`],
    ['８５％', (share) => wide(`${(share * 100).toFixed(1)}%`)],
    ['85,0 %', (share) => `${(share * 100).toFixed(1).replace('.', ',')} %`],
    ['0.85', (share) => String(share)],
    ['a number', (share) => share],
  ])('rates as %s', (_, write) => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: 0, max: 1000 }).map((permille) => permille / 1000),
          { minLength: 1, maxLength: 5 },
        ),
        (shares) => {
          expect(readColumn('Collection rate', shares.map(write))).toEqual(shares);
        },
      ),
    );
  });

  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  test.each<[string, (year: number, month: number, day: number, serial: number) => string | number]>([
    ['2026/3/5', (y, m, d) => `${y}/${m}/${d}`],
    ['2026-03-05', (y, m, d) => `${y}-${two(m)}-${two(d)}`],
    ['2026.3.5', (y, m, d) => `${y}.${m}.${d}`],
    ['20260305', (y, m, d) => `${y}${two(m)}${two(d)}`],
    ['5-Mar-26', (y, m, d) => `${d}-${MONTHS[m - 1] ?? ''}-${two(y % 100)}`],
    ['Mar 5, 2026', (y, m, d) => `${MONTHS[m - 1] ?? ''} ${d}, ${y}`],
    ['2026年3月5日', (y, m, d) => `${y}年${m}月${d}日`],
    ['民國115年3月5日', (y, m, d) => `民國${y - 1911}年${m}月${d}日`],
    ['115/03/05', (y, m, d) => `${y - 1911}/${two(m)}/${two(d)}`],
    ['05.03.2026', (y, m, d) => `${two(d)}.${two(m)}.${y}`],
    ['2026-03-05 14:30:00', (y, m, d) => `${y}-${two(m)}-${two(d)} 14:30:00`],
    ['2026/3/5 上午 10:05', (y, m, d) => `${y}/${m}/${d} 上午 10:05`],
    ['a serial number', (_y, _m, _d, serial) => serial],
    ['a serial number as text', (_y, _m, _d, serial) => String(serial)],
  ])('days as %s', (_, write) => {
    // From 2012, so that Taiwan's year has three digits, to 2045-12-31, which two digits still reach.
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 15_340, max: 27_758 }), { minLength: 1, maxLength: 5 }), (days) => {
        const dates = days.map((day) => dateOfDayNumber(day));
        const cells = dates.map((date, index) => {
          const { year, month, day } = dateParts(date);
          return write(year, month, day, (days[index] ?? 0) + 25_569);
        });
        expect(readColumn('Last order', cells)).toEqual(dates);
      }),
    );
  });
});

describe('a row whose label holds a word of totals', () => {
  const word = fc.constantFrom('Total', 'Average', '汇总', '匯總', '平均值');
  const letters = fc.string({ unit: fc.constantFrom('b', 'c', 'd', 'f', 'g', '东', '南'), minLength: 3, maxLength: 8 });

  test('is one of sums exactly where what it names stands above', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(letters, { minLength: 2, maxLength: 6 }),
        word,
        fc.boolean(),
        (names, sum, isAbove) => {
          const [named = '', ...others] = names;
          const rows = (isAbove ? names : others).map((name, index): Cell[] => [name, index]);
          const reading = readTable([['Customer', 'Sales'], ...rows, [`${named} ${sum}`, 9], [named, 1]], {
            asOf: ASOF,
          });
          expect(reading.rowKinds.at(-2)).toBe(isAbove ? 'totals' : 'record');
          expect(reading.records).toHaveLength(rows.length + (isAbove ? 1 : 2));
        },
      ),
    );
  });
});

describe('hostile tables', () => {
  test('headings that are names of JavaScript are kept as text and change nothing', () => {
    const reading = readTable(
      [
        ['Customer', '__proto__', 'constructor', '__proto__', 'hasOwnProperty'],
        ['A', 'x', 'y', 'z', 'w'],
      ],
      { asOf: ASOF },
    );
    expect(Object.entries(reading.records[0]?.extra ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['__proto__ (D)', 'z'],
      ['hasOwnProperty', 'w'],
    ]);
    expect(Object.getPrototypeOf(reading.records[0]?.extra)).toBe(Object.prototype);
  });

  test('16,384 columns and cells of 10,000 characters are read', () => {
    const headings = Array.from({ length: 16_384 }, (_, index) => (index === 9000 ? 'Customer' : `Column ${index}`));
    const long = [' ', '1,', '(', '-', 'a ', '民', '1.', '９', '=', '1/'].map((part) => part.repeat(10_000));
    const reading = readTable(
      [headings, ...long.map((text) => headings.map((_, index) => (index === 9000 || index % 997 === 0 ? text : '')))],
      { asOf: ASOF },
    );
    expect(reading.columns[16_383]?.letter).toBe('XFD');
    expect(reading.records).toHaveLength(9);
    for (const title of [
      'Sales',
      'Collection rate',
      'Last order',
      'Customer since',
      'Has system',
      'Resolve',
      'Satisfaction',
      'Orders',
    ]) {
      const one = readTable([['Customer', title], ...long.map((text) => ['A', text])], { asOf: ASOF });
      expect(one.records).toHaveLength(10);
    }
  });
});

function textOf(value: Cell): string {
  return value === null ? '' : typeof value === 'object' ? value.date : String(value);
}

function grouped(value: number, group: string, decimal: string): string {
  const [whole = '', part = ''] = value.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, group)}${decimal}${part}`;
}

function wide(text: string): string {
  return text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function withCommas(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

function readColumn(title: string, cells: readonly Cell[]): unknown[] {
  const reading = readTable([['Customer', title], ...cells.map((value, index): Cell[] => [`N${index}`, value])], {
    asOf: ASOF,
  });
  const field = reading.columns[1]?.field ?? '';
  return reading.records.map((record) => record.facts.values[field]);
}
