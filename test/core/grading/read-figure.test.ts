import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { readAmount, readFigure } from '../../../core/grading/read-figure.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { salesPipeline } from '../../../core/schemes/sales-pipeline.ts';
import { figureProblemText } from '../../../core/text/figure-text.ts';
import { LANGUAGES } from '../../../core/text/language.ts';

const ON = { asOf: '2026-03-05' as CalendarDate, currency: 'CNY' };

describe('a figure that a person types', () => {
  test.each([
    ['salesAmount', '3.2万', 32_000],
    ['salesAmount', ' ￥1,234.50 ', 1234.5],
    ['salesAmount', '0', 0],
    ['salesAmount', '高', 'high'],
    ['paymentCollection', '85%', 0.85],
    ['paymentCollection', '８５％', 0.85],
    ['paymentCollection', '0', 0],
    ['yearsOfCooperation', '5', 60],
    ['yearsOfCooperation', '18个月', 18],
    ['yearsOfCooperation', '2019-03-01', '2019-03-01'],
    ['orders', '12', 12],
  ] as const)('%s %s is read as a cell of its column is', (criterion, text, value) => {
    expect(readFigure(text, criterion, accountValue, ON)).toEqual({ kind: 'value', value });
  });

  test.each([
    ['resolve', '较高', 'high'],
    ['resolve', '无', 'none'],
    ['objectiveNeed', '无', false],
    ['selectionBegun', '√', true],
  ] as const)('%s %s is read as an answer', (criterion, text, value) => {
    expect(readFigure(text, criterion, salesPipeline, ON)).toEqual({ kind: 'value', value });
  });

  test.each(['', '  ', '-', 'N/A', '暂无'])('“%s” is nothing', (text) => {
    expect(readFigure(text, 'salesAmount', accountValue, ON)).toEqual({ kind: 'nothing' });
  });

  test.each([
    ['salesAmount', 'plenty', 'unreadable'],
    ['salesAmount', '1.234', 'ambiguous'],
    ['salesAmount', '-5', 'out-of-range'],
    ['salesAmount', '$5', 'other-currency'],
    ['complaintRate', '300%', 'out-of-range'],
    ['lastPurchase', 'yesterday', 'unreadable'],
    ['salesAmount', 'total', 'unreadable'],
  ] as const)('%s %s is refused as %s, with a sentence in every language', (criterion, text, code) => {
    const reading = readFigure(text, criterion, accountValue, ON);
    expect(reading).toMatchObject({ kind: 'problem', problem: { code } });
    const type = accountValue.criteria.find(({ id }) => id === criterion)?.type ?? 'text';
    for (const language of LANGUAGES) {
      const sentence = reading.kind === 'problem' ? figureProblemText(reading.problem, type, language) : '';
      expect(sentence).toMatch(language === 'en' ? /\.$/ : /。$/);
    }
  });

  test('an amount may be below zero, for a refund', () => {
    expect(readAmount('-1,200', ON)).toEqual({ kind: 'value', value: -1200 });
    expect(readAmount('(1,200)', ON)).toEqual({ kind: 'value', value: -1200 });
  });
});
