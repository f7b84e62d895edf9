import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asTabText } from '../../../../../bot/local/page/sheet/copied-cells.ts';
import { readPastedText } from '../../../../../bot/local/page/sheet/pasted-text.ts';

describe('a pasted text', () => {
  test.each<[what: string, text: string, cells: string[][]]>([
    ['nothing', '', []],
    ['one cell', 'Acme', [['Acme']]],
    [
      'a line break at the end opens no row',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['empty cells and rows stay', '\t\n\na\t', [['', ''], [''], ['a', '']]],
    ['a cell in quotes keeps its line breaks and tabs', '"a\r\nb\tc"\td', [['a\nb\tc', 'd']]],
    ['doubled quotes are quotes', '"say ""hi"""\tx', [['say "hi"', 'x']]],
    ['quotes that end before their cell are text', '"Acme" Ltd\tx', [['"Acme" Ltd', 'x']]],
    ['a quote that never ends is text', '"5 inch\tx\ny', [['"5 inch', 'x'], ['y']]],
    ['inches stay', '5"\t6"', [['5"', '6"']]],
    ['old line ends', 'a\rb', [['a'], ['b']]],
  ])('%s', (_what, text, cells) => {
    expect(readPastedText(text)).toEqual(cells);
  });

  test('what was copied comes back', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '客') });
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(block, (cells) => {
        // A last row that is a single empty cell is told apart from none by no spreadsheet.
        fc.pre(cells.length > 1 || cells[0]?.join('') !== '');
        fc.pre(cells.at(-1)?.length !== 1 || cells.at(-1)?.[0] !== '');
        expect(readPastedText(asTabText(cells))).toEqual(cells);
      }),
    );
  });
});
