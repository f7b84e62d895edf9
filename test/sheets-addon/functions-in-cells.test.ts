import { expect, test } from 'vitest';
import { createCalculator } from '../../bot/local/workbook/calculate.ts';
import { customFunctionsOf } from '../../bot/local/workbook/calculation/custom-functions.ts';
import { createScriptEnvironment } from '../../bot/local/workbook/script-environment.ts';
import { Workbook } from '../../bot/local/workbook/workbook.ts';
import { enterValues } from '../../bot/local/workbook/write-cells.ts';
import { builtAddOn } from '../support/built-add-on.ts';
import { ANN } from '../support/script-environments.ts';

const TABLE = [
  ['Customer', 'Annual sales', 'Collection rate', 'Years of cooperation', 'Complaint rate', 'Satisfaction'],
  ['Acme', 1_200_000, '98%', 8, '0.2%', '95%'],
  ['Beta', 200_000, '90%', 3, '1%', '85%'],
  ['Core', 'a lot', '60%', 1, '5%', '60%'],
] as const;

/** A workbook with that table, whose formulas know the built add-on's functions; texts are taken as if typed. */
async function workbookWith(locale = 'en_US') {
  const now = () => Date.parse('2026-03-05T12:00:00Z');
  const workbook = new Workbook({ id: 'wb', title: 'Book', locale, timeZone: 'Asia/Taipei', owner: ANN.email, now });
  const environment = createScriptEnvironment({
    addOn: await builtAddOn(),
    clock: { now: () => new Date(now()) },
    workbook,
  });
  workbook.calculateWith(createCalculator(customFunctionsOf(environment, ANN)));
  const enter = (row: number, column: number, rows: readonly (readonly (string | number)[])[]): void => {
    const endColumn = column + (rows[0]?.length ?? 0);
    enterValues(
      workbook,
      { sheetId: 0, startRow: row, endRow: row + rows.length, startColumn: column, endColumn },
      rows,
    );
  };
  enter(0, 0, TABLE);
  const column = (at: number, rows = 5): unknown[] => {
    workbook.calculate();
    const block = { startRow: 0, endRow: rows, startColumn: at, endColumn: at + 1 };
    return workbook
      .sheet(0)
      .grid.read('values', block)
      .map(([value]) => value);
  };
  return { workbook, enter, column };
}

test('=TIER beside a table fills one cell for each row, on an open range too, and follows the table', async () => {
  const { enter, column } = await workbookWith();
  enter(0, 7, [['=TIER(A1:F4)', '=TIER_SCORE(A1:F)', '=TIER_WHY(A1:F4, "account-value")']]);
  const [heading, best, second, , below] = column(7);
  expect(heading).toBe('Tier');
  expect([best, second]).toEqual([expect.stringMatching(/^[A-D]$/), expect.stringMatching(/^[A-D]$/)]);
  expect(below).toBe(null);
  expect(column(8).slice(1, 3)).toEqual([expect.any(Number), expect.any(Number)]);
  expect(String(column(9)[1])).not.toBe('');
  enter(1, 1, [[1, '10%', 0.1, '60%', '1%']]);
  expect(String(column(7)[1]) > String(best)).toBe(true);
});

test.each([
  ['en_US', '=TIER(A1:F4, "account-value")'],
  ['en_US', '=TIER(A1:F4; "account-value")'],
  ['de_DE', '=tier(A1:F4; "account-value")'],
])('in %s %s is the same', async (locale, formula) => {
  const { enter, column } = await workbookWith(locale);
  enter(0, 7, [['=TIER(A1:F4)']]);
  enter(0, 8, [[formula]]);
  expect(column(8)).toEqual(column(7));
  expect(column(8)[0]).toBe('Tier');
});

test('a scheme that is not there is a sentence in the cell', async () => {
  const { enter, column } = await workbookWith();
  enter(0, 7, [['=TIER(A1:F4; "nothing-like-it")']]);
  const [said] = column(7);
  expect(typeof said === 'object' ? (said as { message?: string }).message : said).toMatch(/nothing-like-it/);
});
