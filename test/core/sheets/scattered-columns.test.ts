import { describe, expect, test } from 'vitest';
import { cellsPrint } from '../../../core/sheets/row-identity.ts';
import { scatteredColumns } from '../../../core/sheets/scattered-columns.ts';

const KEYS = ['tierbook.tier', 'tierbook.score', 'tierbook.why', 'tierbook.review'];
/** What we wrote, by row. */
const WRITTEN = [
  ['A', '91', 'Sales 900', ''],
  ['B', '72.5', 'Sales 700', 'look at it'],
  ['C', '40', 'Sales 400', ''],
  ['D', '5', 'Sales 50', ''],
];
const REMEMBERED = WRITTEN.map(([tier = '', ...cells], at) => ({
  identity: String(at),
  tier,
  before: null,
  cells: cellsPrint(cells),
}));

/** A copy of the table, ours in columns 2, 4, 1 and 6, with something of a person's own in the others. */
function copy(own: Readonly<Record<number, readonly string[]>> = {}): string[][] {
  const headings = ['Customer', 'my why', 'my tier', 'Sales', 'my score', 'Region', 'my review', 'a', 'b'];
  const lines = WRITTEN.map(([tier = '', score = '', why = '', review = ''], at) => [
    `Company ${at}`,
    why,
    tier,
    String(at * 1000),
    score,
    'North',
    review,
    '',
    '',
  ]);
  for (const [column, texts] of Object.entries(own))
    for (const [at, text] of texts.entries()) lines[at]?.splice(Number(column), 1, text);
  return [headings, ...lines];
}

const find = (rows: readonly string[][]) => scatteredColumns(rows, KEYS, REMEMBERED);

describe('columns of ours among others', () => {
  test('are found by their cells, in the order of the keys', () => {
    expect(find(copy())).toEqual([2, 4, 1, 6]);
  });

  test('are found beside columns of notes that are as good as empty', () => {
    expect(find(copy({ 7: ['', '', 'call', ''], 8: ['', '', '', ''] }))).toEqual([2, 4, 1, 6]);
  });

  test('are found where one tier of four was typed, and not where two were', () => {
    expect(find(copy({ 2: ['A', 'A'] }))).toEqual([2, 4, 1, 6]);
    expect(find(copy({ 2: ['B', 'A'] }))).toBeUndefined();
  });

  test.each<[what: string, own: Readonly<Record<number, readonly string[]>>]>([
    ['our tiers were put aside before some were typed over', { 2: ['D', 'A'], 7: ['A', 'B', 'C', 'D'] }],
    ['our tiers were put aside and one of them changed there', { 7: ['A', 'B', 'C', 'A'] }],
    ['our reasons were put aside before one was edited', { 1: ['ours'], 7: WRITTEN.map(([, , why = '']) => why) }],
    ['our scores were put aside and one of them changed there', { 7: ['91', '72.5', '40', '99'] }],
    ['another column is as empty as the review, in which somebody wrote', { 6: ['', ''], 7: ['', '', 'call', ''] }],
    ['our tier is gone and letters of somebody’s own agree in half of the rows', { 2: ['A', 'B', 'D', 'A'] }],
    ['only two rows are as we wrote them', { 1: ['x', 'y'] }],
  ])('are left alone where %s', (_, own) => {
    expect(find(copy(own))).toBeUndefined();
  });

  test.each([[[]], [[['Customer']]]])('are none in a table without rows', (rows) => {
    expect(find(rows)).toBeUndefined();
  });
});
