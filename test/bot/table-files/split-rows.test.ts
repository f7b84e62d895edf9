import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitRows } from '../../../bot/table-files/split-rows.ts';

const OPTIONS = { bom: true, relax_column_count: true, relax_quotes: true, record_delimiter: ['\r\n', '\n', '\r'] };

describe('splitting rows', () => {
  test.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\r\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '"a;1";"say ""hi"""\r"two\nlines";',
      [
        ['a;1', 'say "hi"'],
        ['two\nlines', ''],
      ],
    ],
    ['\ufeff名称,\n\n""\n', [['名称', ''], [''], ['']]],
  ])('%j becomes its rows', (text, rows) => {
    expect(splitRows(text, text.includes(';') ? ';' : ',')).toEqual(rows);
  });

  test.each(['a"b,c', '"a"b,c', '"a', '"a""', 'x\n"a" ,b'])('%j is left to csv-parse', (text) => {
    expect(splitRows(text, ',')).toBeUndefined();
  });

  test('agrees with csv-parse wherever it answers', () => {
    const piece = fc.constantFrom('a', '名', ',', ',', '"', '"', '""', '\n', '\r\n', '\r', ' ', '\ufeff', ';', '😀');
    const cell = fc.constantFrom('a', '', '"a"', '"a,b"', '"a\nb"', '"a""b"', '""', ' a ', '名');
    const text = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc
        .array(fc.tuple(cell, fc.constantFrom(',', ',', '\n', '\r\n', '\r')), { maxLength: 12 })
        .map((cells) => cells.flat().join('')),
    );
    fc.assert(
      fc.property(text, (csv) => {
        const rows = splitRows(csv, ',');
        fc.pre(rows !== undefined);
        expect(rows).toEqual(parse(csv, { ...OPTIONS, delimiter: ',' }));
      }),
      { seed: 7, numRuns: 3000 },
    );
  });
});
