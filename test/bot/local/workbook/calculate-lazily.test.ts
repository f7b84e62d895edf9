import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { createCalculator } from '../../../../bot/local/workbook/calculate.ts';
import { emptyWorkbook } from '../../../support/script-environments.ts';

const { cache } = createRequire(import.meta.url);

function hasLoadedEngine(): boolean {
  return Object.keys(cache).some((file) => file.includes('@univerjs/engine-formula'));
}

test('five thousand rows without a formula do not load the engine, the first formula does', () => {
  const workbook = emptyWorkbook();
  workbook.calculateWith(createCalculator());
  const { grid } = workbook.sheet(0);
  for (let row = 0; row < 5000; row++) {
    grid.set('values', row, 0, `C${row}`);
    grid.set('values', row, 1, row);
  }
  workbook.touch();
  workbook.calculate();
  expect(hasLoadedEngine()).toBe(false);
  grid.set('formulas', 0, 2, '=SUM(B1:B5000)');
  workbook.touch();
  workbook.calculate();
  expect(hasLoadedEngine()).toBe(true);
  expect(grid.get('values', 0, 2)).toBe(12_497_500);
});
