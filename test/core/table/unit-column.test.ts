import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../core/table/cell.ts';
import type { TableReading } from '../../../core/table/reading.ts';
import { tableProblemText } from '../../../core/text/table-text.ts';
import { problems, read } from '../../support/read-grids.ts';

/** What is read of the amounts in the second column: the number, or what is in another currency. */
function amounts({ records, columns }: TableReading): unknown[] {
  const field = columns[1]?.field ?? '';
  return records.map(({ facts }) => {
    const doubt = facts.doubts?.[field];
    return doubt?.code === 'other-currency' ? `${doubt.amount} ${doubt.currency}` : facts.values[field];
  });
}

function withUnits(headings: readonly string[], ...cells: readonly (readonly Cell[])[]): TableReading {
  return read([headings, ...cells.map((row, at) => [`N${at}`, ...row])]);
}

describe('a column that names the unit of amounts', () => {
  test('amounts in another currency than most are named and not compared', () => {
    const reading = withUnits(
      ['客户', '年销售额', '币种'],
      [100, 'CNY'],
      [200, 'USD'],
      ['300', '人民币'],
      [5, ''],
      ['$400', 'CNY'],
      [-20, '¥'],
    );
    expect(amounts(reading)).toEqual([100, '200 USD', 300, 5, '400 USD', -20]);
    expect(reading.columns[1]).toMatchObject({ currency: 'CNY' });
    expect(problems(reading)).toEqual(['unit-from-column  1', 'other-currency 3 1', 'other-currency 6 1']);
    expect(reading.records[1]?.extra).toEqual({ 币种: 'USD' });
  });

  test('a few amounts abroad in a Chinese column do not make all of it foreign, whether a cell or another column says so', () => {
    const inCells = withUnits(['客户', '销售额'], [1_000_000], ['200000'], ['12万美元'], [50_000]);
    expect(amounts(inCells)).toEqual([1_000_000, 200_000, '120000 USD', 50_000]);
    expect(inCells.columns[1]).toMatchObject({ currency: null });
    const inColumn = withUnits(['客户', '销售额', '币种'], [1_000_000, ''], ['200000', ''], [12, '美元'], [50_000, '']);
    expect(amounts(inColumn)).toEqual([1_000_000, 200_000, '12 USD', 50_000]);
    expect(amounts(withUnits(['客户', '销售额'], [1_000_000], ['12万美元']))).toEqual([1_000_000, 120_000]);
    expect(amounts(withUnits(['Customer', 'Sales'], [1_000_000], [200_000], ['$120,000']))).toEqual([
      1_000_000, 200_000, 120_000,
    ]);
  });

  test('all in one currency are simply in that', () => {
    const reading = withUnits(['Customer', 'Annual sales', 'Curr.'], ['1.200,50', 'EUR'], [3, 'eur'], [4, '€']);
    expect(amounts(reading)).toEqual([1200.5, 3, 4]);
    expect(reading.columns[1]).toMatchObject({ currency: 'EUR' });
  });

  test('each cell may say it twice, or not at all', () => {
    const cells = ['CNY - 人民币', '人民币（CNY）', 'USD/美元', '-', '未知'];
    const reading = withUnits(['客户', '年销售额', '币种'], ...cells.map((cell) => [100, cell]));
    expect(amounts(reading)).toEqual([100, 100, '100 USD', 100, 100]);
    expect(problems(withUnits(['Customer', 'Annual sales', 'Price'], [100, 'USD 100'], [200, 'EUR 5']))).toEqual([]);
  });

  test('元 in the heading says it of any currency, dollars say that all is in dollars', () => {
    expect(amounts(withUnits(['客户', '年销售额（元）', '币种'], [100, '人民币'], [200, '美元'], [3, 'RMB']))).toEqual([
      100,
      '200 USD',
      3,
    ]);
    const converted = withUnits(['Customer', 'Annual sales (USD)', 'Original currency'], [100, 'EUR'], [200, 'USD']);
    expect(amounts(converted)).toEqual([100, 200]);
    expect(problems(converted)).toEqual([]);
  });

  test('a unit with a multiplier counts where neither the heading nor the cell has one', () => {
    const rows = [
      [100, '万元'],
      [200, '元'],
      ['3万', '元'],
      ['3亿元', '万元'],
      [7, ''],
    ];
    expect(amounts(withUnits(['客户', '年销售额', '单位'], ...rows))).toEqual([1_000_000, 200, 30_000, 300_000_000, 7]);
    expect(amounts(withUnits(['客户', '年销售额(万元)', '单位'], [100, '元'], [2, '万元']))).toEqual([
      1_000_000, 20_000,
    ]);
  });

  test('numbers that are no amounts have nothing to do with it', () => {
    const reading = withUnits(['客户', '订单数', '单位'], [12, '万元'], [3, '元']);
    expect(reading.records.map(({ facts }) => facts.values['orders'])).toEqual([12, 3]);
    expect(problems(reading)).toEqual([]);
  });

  test('sizes, words and half a column of currencies are none', () => {
    for (const cells of [
      ['M', 'K'],
      ['CNY', 'see note'],
      ['个', '件'],
      ['', ''],
    ]) {
      const reading = withUnits(['客户', '年销售额', '其他'], ...cells.map((cell) => [100, cell]));
      expect(amounts(reading)).toEqual([100, 100]);
    }
  });

  test('it is told in every language', () => {
    const reading = withUnits(['客户', '年销售额', '币种'], [100, 'CNY']);
    const [note] = reading.problems;
    if (note === undefined) throw new Error('Nothing is told.');
    expect(
      (['en', 'zh-CN', 'zh-TW'] as const).map((language) => tableProblemText(note, reading.columns, language)),
    ).toEqual([
      'Amounts in column B (“年销售额”) were read in what column C (“币种”) names in each row.',
      'C 列“币种”注明各行金额的币种或单位，B 列“年销售额”按此读取。',
      'C 欄「币种」註明各列金額的幣別或單位，B 欄「年销售额」按此讀取。',
    ]);
  });
});
