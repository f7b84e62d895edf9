import { expect, test } from 'vitest';
import type { LocalUser } from '../../../../bot/local/local-members.ts';
import { openSheetDesk, type SheetDesk } from '../../../../bot/local/sheet/sheet-desk.ts';

const ANNA: LocalUser = {
  id: 'U1',
  name: 'anna',
  realName: 'Anna',
  email: 'anna@example.com',
  locale: 'en-GB',
  timeZone: 'Europe/London',
  isAdmin: true,
  isBot: false,
  isDeleted: false,
};

async function deskWith(entries: readonly (readonly string[])[]): Promise<{ desk: SheetDesk; sheetId: number }> {
  const desk = await openSheetDesk(
    { folder: null, now: () => Date.UTC(2026, 2, 5), onChange: () => undefined, onError: () => undefined },
    ANNA,
  );
  const { sheetId } = desk.edit(ANNA, { kind: 'add-sheet' });
  if (sheetId === null) throw new Error('There is no new sheet.');
  desk.edit(ANNA, { kind: 'enter', sheetId, row: 0, column: 0, entries });
  return { desk, sheetId };
}

/** What the first cells of a row show, and what one edits there. */
function row(
  desk: SheetDesk,
  sheetId: number,
  index: number,
): readonly (readonly [text: string, entry: string] | null)[] {
  const cells = desk.view(ANNA, sheetId, { from: index, to: index + 1 })?.rows[0] ?? {};
  return [0, 1].map((column) => {
    const cell = cells[column];
    return cell === undefined ? null : ([cell.text, cell.entry] as const);
  });
}

test('a formula that a person types is calculated, and again when its cells change', async () => {
  const { desk, sheetId } = await deskWith([
    ['2', '=A1*10'],
    ['3', '=SUM(B1,A2)'],
  ]);
  expect(row(desk, sheetId, 1)).toEqual([
    ['3', '3'],
    ['23', '=SUM(B1,A2)'],
  ]);
  desk.edit(ANNA, { kind: 'enter', sheetId, row: 0, column: 0, entries: [['5']] });
  expect(row(desk, sheetId, 1)[1]?.[0]).toBe('53');
  desk.edit(ANNA, { kind: 'undo' });
  expect(row(desk, sheetId, 1)[1]?.[0]).toBe('23');
});

test('rows above and sorted rows take their formulas along', async () => {
  const { desk, sheetId } = await deskWith([
    ['b', '=A1&"!"'],
    ['a', '=A2&"!"'],
  ]);
  desk.edit(ANNA, { kind: 'insert', sheetId, what: 'rows', first: 0, count: 1 });
  expect(row(desk, sheetId, 1)[1]).toEqual(['b!', '=A2&"!"']);
  const area = { row: 1, column: 0, rows: 2, columns: 2 };
  desk.edit(ANNA, { kind: 'sort', sheetId, area, column: 0, isDescending: false });
  expect([1, 2].map((index) => row(desk, sheetId, index).map((cell) => cell?.[0]))).toEqual([
    ['a', 'a!'],
    ['b', 'b!'],
  ]);
});

test('an array survives rows that are put in above it', async () => {
  const { desk, sheetId } = await deskWith([['=SEQUENCE(2)', '']]);
  expect([row(desk, sheetId, 0)[0]?.[0], row(desk, sheetId, 1)[0]?.[0]]).toEqual(['1', '2']);
  desk.edit(ANNA, { kind: 'insert', sheetId, what: 'rows', first: 0, count: 1 });
  expect([0, 1, 2].map((index) => row(desk, sheetId, index)[0]?.[0])).toEqual([undefined, '1', '2']);
  desk.edit(ANNA, { kind: 'enter', sheetId, row: 2, column: 0, entries: [['mine']] });
  expect([0, 1, 2].map((index) => row(desk, sheetId, index)[0]?.[0])).toEqual([undefined, '#REF!', 'mine']);
  desk.edit(ANNA, { kind: 'clear', sheetId, area: { row: 2, column: 0, rows: 1, columns: 1 } });
  expect([0, 1, 2].map((index) => row(desk, sheetId, index)[0]?.[0])).toEqual([undefined, '1', '2']);
});
