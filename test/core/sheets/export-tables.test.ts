import { describe, expect, test } from 'vitest';
import { exportTables } from '../../../core/sheets/export-tables.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { FULL_DIGEST, QUIET_DIGEST, WEEKLY_DIGEST } from '../../support/digests.ts';

const AMOUNTS: Readonly<Record<string, number>> = { A: 1000, B: 200 };
const sales = (_stage: string, tier: string | null) => AMOUNTS[tier ?? ''];

function tableOf(title: RegExp, digest = FULL_DIGEST) {
  const found = exportTables(digest, 'en', sales).find((table) => title.test(table.title));
  if (found === undefined) throw new Error(`There is no table ${title.source}.`);
  return found;
}

describe('the tables of an exported digest', () => {
  test('stand in the order in which a digest is read', () => {
    const titles = exportTables(WEEKLY_DIGEST, 'en', sales).map(({ title }) => title.replace(/[:(].*/, '').trim());
    expect(titles).toEqual([
      'Customers by tier',
      'Fell',
      'Rose',
      'From which tier to which',
      'Overdue follow-ups',
      'Complaints',
      'Books over capacity',
      'Best customers gone quiet',
      'Expected signings by month',
      'Expected signings by owner',
      'Won',
      'New complaints by cause',
      'Satisfaction',
      'Data worth mending',
    ]);
  });

  test('tiers have their customers before and now, the change and what they buy, and a chart of before and now', () => {
    expect(tableOf(/^Customers by tier/)).toMatchObject({
      headings: ['Tier', 'Tier A', 'Tier B', 'Tier C', 'Tier D', 'Total'],
      rows: [
        ['Working day before', 22, 49, 60, 49, 180],
        ['26 Nov 2026', 20, 50, 60, 50, 180],
        ['Change', -2, 1, 0, 1, 0],
        ['Sales (CNY)', 1000, 200, '', '', 1200],
      ],
      looks: [{ row: 2, rows: 1 }],
      chart: { rows: 2, series: [{ column: 1 }, { column: 2 }, { column: 3 }, { column: 4 }] },
    });
  });

  test('nothing is said of before where nothing is known of it, nor of sales where they are not', () => {
    const tiers = FULL_DIGEST.tiers?.map((count) => ({ ...count, before: null }));
    const [table] = exportTables({ ...FULL_DIGEST, tiers }, 'en', undefined);
    expect(table).toMatchObject({ rows: [['26 Nov 2026', 20, 50, 60, 50, 180]], looks: [], chart: { rows: 1 } });
  });

  test('moves that are not named are counted', () => {
    const { rows } = tableOf(/^Fell/);
    expect(rows).toHaveLength(6);
    expect(rows[0]?.slice(0, 2)).toEqual(['ACME', 'Tier A → Tier B']);
    expect(rows[5]).toEqual(['and 2 more']);
  });

  test('what is owed comes by owner, who owes most first', () => {
    expect(tableOf(/^Overdue/).rows).toEqual([
      ['陈磊', 12, 12, 4],
      ['Anna', 3, 4, 11],
      ['No owner', 2, 2, 0],
    ]);
  });

  test('signings come by month with a chart of their amounts, or of prospects where no amount is known', () => {
    expect(tableOf(/by month/)).toMatchObject({ rows: [['Nov 2026', 2, 420_000]], chart: { series: [{ column: 2 }] } });
    const months = [{ month: '2026-12', ownerId: null, prospects: 3, amount: null }];
    const digest = { ...FULL_DIGEST, signings: { months, first: [] } };
    expect(tableOf(/by month/, digest)).toMatchObject({
      rows: [['Dec 2026', 3, '']],
      chart: { series: [{ column: 1 }] },
    });
  });

  test.each(LANGUAGES)('none has a row longer than its headings (%s)', (language) => {
    for (const { headings, rows } of exportTables(WEEKLY_DIGEST, language, sales)) {
      if (headings.length > 0)
        expect(Math.max(...rows.map(({ length }) => length))).toBeLessThanOrEqual(headings.length);
    }
  });

  test('a quiet digest has none', () => {
    expect(exportTables(QUIET_DIGEST, 'en', sales)).toEqual([]);
  });
});
