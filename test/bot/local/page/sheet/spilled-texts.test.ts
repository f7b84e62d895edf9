import { expect, test } from 'vitest';
import { spilledTexts } from '../../../../../bot/local/page/sheet/spilled-texts.ts';
import type { PageCell } from '../../../../../bot/local/sheet-protocol.ts';

const COLUMNS = Array.from({ length: 5 }, (_, column) => ({ column, left: 48 + column * 100, width: 100 }));
const LONG = 'A title that is far longer than one column';
const text = (content: string, look?: PageCell['look']): PageCell =>
  ({ kind: 'text', text: content, look }) as PageCell;
const free = () => false;

test('a long text goes on over as many empty cells as it needs', () => {
  expect(spilledTexts([text(LONG)], COLUMNS, free)).toEqual(new Map([[0, { room: 400, columns: 4 }]]));
  expect(spilledTexts([text('一二三四五六七八九')], COLUMNS, free)).toEqual(new Map([[0, { room: 200, columns: 2 }]]));
  expect(spilledTexts([text('short')], COLUMNS, free).size).toBe(0);
});

test('it ends at the next cell with content, at merged cells and at a gap between the columns', () => {
  expect(spilledTexts({ 0: text(LONG), 2: text('x') }, COLUMNS, free).get(0)).toEqual({ room: 200, columns: 2 });
  expect(spilledTexts([text(LONG), text('x')], COLUMNS, free).size).toBe(0);
  expect(spilledTexts([text(LONG)], COLUMNS, (column) => column === 2).get(0)).toEqual({ room: 200, columns: 2 });
  expect(spilledTexts([text(LONG)], COLUMNS, (column) => column === 0).size).toBe(0);
  const gap = COLUMNS.filter(({ column }) => column !== 1);
  expect(spilledTexts([text(LONG)], gap, free).size).toBe(0);
});

test('a cell that is only noted or coloured is empty all the same', () => {
  expect(spilledTexts([text(LONG), text('')], COLUMNS, free).get(0)).toEqual({ room: 400, columns: 4 });
});

test('numbers, several lines and what is aligned otherwise stay in their cells', () => {
  const number = { kind: 'number', text: '123456789012345678901234567890' } as PageCell;
  expect(spilledTexts([number], COLUMNS, free).size).toBe(0);
  expect(spilledTexts([text(`${LONG}\n${LONG}`)], COLUMNS, free).size).toBe(0);
  expect(spilledTexts([text(LONG, { align: 'right' })], COLUMNS, free).size).toBe(0);
});
