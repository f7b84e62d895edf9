import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../core/grading/check-scheme.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { BUILT_IN_SCHEMES, BUILT_IN_SEGMENT_SCHEMES } from '../../../core/schemes/built-in-schemes.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { cellsToSchemes } from '../../../sheets-addon/schemes/cells-to-schemes.ts';
import { schemeCellsHash } from '../../../sheets-addon/schemes/scheme-blocks.ts';
import type { SchemeCell } from '../../../sheets-addon/schemes/scheme-cells.ts';
import { schemeToCells } from '../../../sheets-addon/schemes/scheme-to-cells.ts';
import { arbitraryFullScheme } from '../../support/arbitrary-full-scheme.ts';

const ALL = [...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES];
const plain = (document: unknown): unknown => JSON.parse(JSON.stringify(document));
const own = { ...accountValue, id: 'ours' };

/** The cells of a scheme with one of them changed. */
function changed(find: (row: readonly SchemeCell[]) => boolean, column: number, to: SchemeCell): SchemeCell[][] {
  const cells = schemeToCells(own, 'en').map((row) => [...row]);
  const row = cells.find(find);
  if (row === undefined) throw new Error('There is no such row.');
  row[column] = to;
  return cells;
}

describe('a scheme in the sheet', () => {
  test.each(ALL.flatMap((scheme) => LANGUAGES.map((language) => [scheme.id, language, scheme] as const)))(
    '%s comes back from its cells as it was (%s)',
    (_id, language, scheme) => {
      const mine = { ...scheme, id: `my-${scheme.id}` };
      const [read, ...others] = cellsToSchemes(schemeToCells(mine, language));
      expect(read?.problems).toEqual([]);
      expect(read?.document).toEqual(plain(mine));
      expect(others).toEqual([]);
    },
  );

  test('any scheme comes back as it was, also below another', () => {
    fc.assert(
      fc.property(arbitraryFullScheme(), fc.constantFrom(...LANGUAGES), (scheme, language) => {
        const cells = [...schemeToCells(own, 'zh-TW'), [''], ...schemeToCells(scheme, language)];
        const [first, second] = cellsToSchemes(cells);
        expect(first?.document).toEqual(plain(own));
        expect(second?.problems).toEqual([]);
        expect(second?.document).toEqual(plain(scheme));
      }),
    );
  });

  test('tiers, criteria, weights, points and cut-offs stand in tables', () => {
    const cells = schemeToCells(own, 'en');
    expect(cells).toContainEqual(['A', 'A', 80, '', '', 7, '#1a7f37', expect.stringContaining('contactMinutes')]);
    expect(cells).toContainEqual(['salesAmount', 30, '', '', '', '', '', '']);
    expect(cells).toContainEqual(['salesAmount', 0.01, '', '5%', '', 100, '', '']);
    expect(cells).toContainEqual(['salesAmount', '', '', '', 'high', 100, '', '']);
  });

  test('what a person edits is what the document then says', () => {
    const cells = changed(([id, weight]) => id === 'salesAmount' && weight === 30, 1, 45);
    const [read] = cellsToSchemes(cells);
    const checked = checkDocument(read?.document);
    expect(checked).toMatchObject({
      kind: 'tiers',
      scheme: {
        method: {
          criteria: expect.arrayContaining([expect.objectContaining({ criterion: 'salesAmount', weight: 45 })]),
        },
      },
    });
  });

  test('shares may be typed as a number, in percent and in full width', () => {
    for (const typed of [0.07, '7%', '７％']) {
      const cells = changed(([id, from]) => id === 'salesAmount' && from === 0.01, 3, typed);
      expect(cellsToSchemes(cells)[0]?.document).toMatchObject({
        method: {
          criteria: expect.arrayContaining([
            expect.objectContaining({ bands: expect.arrayContaining([{ top: 0.07, from: 0.01, points: 100 }]) }),
          ]),
        },
      });
    }
  });

  test('rows of points may leave the name out below its first row', () => {
    const cells = schemeToCells(own, 'en').map((row) => [...row]);
    let former: SchemeCell = '';
    for (const row of cells) {
      const [id] = row;
      if (id !== '' && id === former && cells.indexOf(row) > cells.findIndex(([word]) => word === 'Points for'))
        row[0] = '';
      former = id ?? '';
    }
    const shortened = cells.filter(([id, , , , , points]) => id === '' && points !== '').length;
    expect(shortened).toBeGreaterThan(20);
    // only the next criterion's first row still says its name
    expect(cellsToSchemes(cells)[0]?.document).toEqual(plain(own));
  });
});

describe('what cannot be read', () => {
  const isSales = ([id, weight]: readonly SchemeCell[]): boolean => id === 'salesAmount' && weight === 30;

  test.each([
    ['a word for a number', changed(isSales, 1, 'heavy'), { code: 'value', column: 1 }],
    [
      'a heading nobody knows',
      changed(([word]) => word === 'Counts', 1, 'Heft'),
      { code: 'unknown-column', name: 'Heft', column: 1 },
    ],
    ['JSON that is none', changed(([id]) => id === 'A', 7, '{'), { code: 'not-json', column: 7 }],
    [
      'points for what does not count',
      changed(isSales, 0, 'turnover'),
      { code: 'points-without-weight', name: 'salesAmount', column: 0 },
    ],
    [
      'a word beside a limit',
      changed(([id, from]) => id === 'salesAmount' && from === 0.01, 4, 'high'),
      { code: 'limit-and-word', column: 4 },
    ],
    [
      'a scheme without a name',
      changed(([word]) => word === 'Scheme', 1, ''),
      { code: 'no-scheme-name', row: 0, column: 1 },
    ],
    [
      'a name that a built-in scheme has',
      changed(([word]) => word === 'Scheme', 1, 'medal'),
      { code: 'built-in-id', name: 'medal', row: 0, column: 1 },
    ],
    [
      'a stray line',
      changed(([word]) => word === 'Version', 0, 'Verzion'),
      { code: 'outside', name: 'Verzion', column: 0 },
    ],
  ] as const)('%s is told with its cell', (_what, cells, problem) => {
    expect(cellsToSchemes(cells)[0]?.problems).toContainEqual(expect.objectContaining(problem));
  });

  test('the same name twice is told at the second one', () => {
    const cells = schemeToCells(own, 'en');
    const [first, second] = cellsToSchemes([...cells, ...cells]);
    expect(first?.problems).toEqual([]);
    expect(second?.problems).toEqual([{ code: 'scheme-twice', name: 'ours', row: cells.length, column: 1 }]);
  });

  test('what the check finds can be traced to its cell', () => {
    const cells = changed(isSales, 1, -5);
    const [read] = cellsToSchemes(cells);
    const checked = checkDocument(read?.document);
    const path = 'problems' in checked ? checked.problems[0]?.path : undefined;
    expect(path).toBe('method.criteria[0].weight');
    expect(read?.placeOf(path ?? '')).toEqual({
      row: cells.findIndex(isSalesRow),
      column: 1,
      isExact: true,
      isMore: false,
    });
    expect(read?.placeOf('derived[3].method')).toMatchObject({ row: 0, column: 0, isExact: false });
    // what the tables have no column for stands in *More*
    expect(read?.placeOf('stability.buffer')).toMatchObject({ row: 4, column: 1, isExact: true, isMore: true });
  });

  test('reading never throws, whatever stands in the sheet', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        'Scheme',
        'Tier',
        'Criterion',
        'Counts',
        'Points for',
        'More',
        '{"a":1}',
        '[',
        '',
        '5%',
        '__proto__',
        'Title',
      ),
      fc.string(),
      fc.double(),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 30 }), (rows) => {
        for (const { document, placeOf } of cellsToSchemes(rows)) {
          const checked = checkDocument(document);
          for (const { path } of 'problems' in checked ? checked.problems : [])
            expect(placeOf(path).row).toBeLessThan(rows.length);
        }
      }),
    );
  });
});

function isSalesRow([id, weight]: readonly SchemeCell[]): boolean {
  return id === 'salesAmount' && weight === -5;
}

describe('the hash of a scheme’s cells', () => {
  test('is that of its content, wherever it stands and whatever is empty behind it', () => {
    const rows = [['Scheme', 'a', ''], [''], ['Tier', 1, true]];
    expect(schemeCellsHash([...rows, ['', ''], []])).toBe(schemeCellsHash(rows));
    expect(schemeCellsHash([['Scheme ', 'a'], [], ['Tier', 1, true]])).toBe(schemeCellsHash(rows));
  });

  test.each([
    [
      [
        ['Scheme', 'a'],
        ['Tier', 2, true],
      ],
    ],
    [
      [
        ['Scheme', 'a'],
        ['Tier', '1', true],
      ],
    ],
    [
      [
        ['Scheme', 'a'],
        ['', 'Tier', 1, true],
      ],
    ],
  ])('differs for %j', (rows) => {
    expect(schemeCellsHash(rows)).not.toBe(
      schemeCellsHash([
        ['Scheme', 'a'],
        ['Tier', 1, true],
      ]),
    );
  });
});
