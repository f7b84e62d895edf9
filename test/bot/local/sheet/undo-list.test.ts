import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editedCells, editWorkbook, type WorkbookEdit } from '../../../../bot/local/sheet/edit-workbook.ts';
import { createUndoList, type UndoList } from '../../../../bot/local/sheet/undo-list.ts';
import { Workbook } from '../../../../bot/local/workbook/workbook.ts';
import { workbookData } from '../../../../bot/local/workbook/workbook-data.ts';
import { enterValues, setFormats, setNotes } from '../../../../bot/local/workbook/write-cells.ts';

const OWNER = 'anna@example.com';

/** A sheet of four rows and three columns with something in every layer, and one more sheet. */
function smallWorkbook(): Workbook {
  const workbook = new Workbook({ id: 'w', title: 'Customers', locale: 'en_US', timeZone: 'UTC', owner: OWNER });
  const sheet = workbook.addSheet({ title: 'Table', rowCount: 4, columnCount: 3 });
  const block = { sheetId: sheet.id, startRow: 0, endRow: 2, startColumn: 0, endColumn: 2 };
  enterValues(workbook, block, [
    ['Name', 'Sales'],
    ['Acme', '=1+1'],
  ]);
  setNotes(workbook, block, [
    ['', 'in euros'],
    ['', ''],
  ]);
  setFormats(workbook, block, [
    [{ fontWeight: 'bold' }, {}],
    [{}, { numberFormat: '0.00' }],
  ]);
  return workbook;
}

function carryOut(workbook: Workbook, list: UndoList, edit: WorkbookEdit, userId = 'anna'): void {
  const done = list.before(workbook, userId, editedCells(edit));
  editWorkbook(workbook, OWNER, edit);
  done();
}

/** All of it; rows that once held something and are empty now count as none. */
function all(workbook: Workbook) {
  const { sheets, ...rest } = workbookData(workbook);
  return {
    ...rest,
    sheets: sheets.map(({ formats, rows, ...sheet }) => ({
      ...sheet,
      rows: rows
        .map((row) => row && { ...row, formats: row.formats?.map((place) => (place === null ? null : formats[place])) })
        .map((row) => row ?? {})
        .slice(0, 1 + rows.findLastIndex((row) => row !== null)),
    })),
  };
}

const first = fc.integer({ min: 0, max: 3 });
const second = fc.integer({ min: 0, max: 2 });
const size = fc.integer({ min: 1, max: 2 });
const content = fc.constantFrom('', 'x', '=A1&"!"', '12%', '2026-03-05');
const entry = fc.oneof(content, fc.constant({ value: 7, format: '0.0' }), fc.constant({ value: '=no' }));
const area = fc.record({ row: first, column: second, rows: size, columns: size });
const entries = fc.array(fc.array(entry, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });

/** Edits of the sheet of `smallWorkbook`; some go beyond its edges, and some of them are refused. */
function anyEdit(sheetId: number): fc.Arbitrary<WorkbookEdit> {
  return fc.oneof(
    fc
      .record({ row: first, column: second, entries })
      .map((rest): WorkbookEdit => ({ kind: 'enter', sheetId, ...rest })),
    area.map((cells): WorkbookEdit => ({ kind: 'clear', sheetId, area: cells })),
    fc
      .record({
        kind: fc.constantFrom('insert', 'delete', 'hide', 'show'),
        what: fc.constantFrom('rows', 'columns'),
        first: second,
        count: size,
      })
      .map((lines): WorkbookEdit => ({ sheetId, ...lines })),
    fc
      .record({ area, column: second, isDescending: fc.boolean() })
      .map((rest): WorkbookEdit => ({ kind: 'sort', sheetId, ...rest })),
    second.map((column): WorkbookEdit => ({ kind: 'width', sheetId, column, pixels: 99 })),
    second.map((rows): WorkbookEdit => ({ kind: 'freeze', sheetId, rows })),
    fc.constantFrom('duplicate-sheet', 'hide-sheet', 'show-sheet').map((kind): WorkbookEdit => ({ kind, sheetId })),
    fc.constant<WorkbookEdit>({ kind: 'add-sheet' }),
  );
}

describe('edits', () => {
  test('are taken back and done again exactly, however many there are', () => {
    const { id } = smallWorkbook().sheets[1] ?? { id: -1 };
    fc.assert(
      fc.property(fc.array(anyEdit(id), { maxLength: 8 }), (edits) => {
        const workbook = smallWorkbook();
        const list = createUndoList();
        const states = [all(workbook)];
        for (const edit of edits) {
          try {
            carryOut(workbook, list, edit);
          } catch {
            // A refused edit leaves nothing to take back.
            expect(all(workbook)).toEqual(states.at(-1));
            continue;
          }
          states.push(all(workbook));
        }
        for (const state of states.slice(0, -1).toReversed()) {
          expect(list.undo(workbook, 'anna')).toBeDefined();
          expect(all(workbook)).toEqual(state);
        }
        expect(list.undo(workbook, 'anna')).toBeUndefined();
        for (const state of states.slice(1)) {
          expect(list.redo(workbook, 'anna')).toBeDefined();
          expect(all(workbook)).toEqual(state);
        }
        expect(list.redo(workbook, 'anna')).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });

  test('are taken back only by the person whose edit was the last', () => {
    const workbook = smallWorkbook();
    const list = createUndoList();
    const { id: sheetId } = workbook.sheets[1] ?? { id: -1 };
    carryOut(workbook, list, { kind: 'enter', sheetId, row: 3, column: 0, entries: [['anna’s']] });
    carryOut(workbook, list, { kind: 'enter', sheetId, row: 3, column: 1, entries: [['lei’s']] }, 'lei');
    expect([list.canUndo('anna'), list.canUndo('lei')]).toEqual([false, true]);
    expect(list.undo(workbook, 'anna')).toBeUndefined();
    expect(list.undo(workbook, 'lei')).toEqual({ range: expect.objectContaining({ startRow: 3, startColumn: 1 }) });
    expect([list.canRedo('anna'), list.canRedo('lei'), list.canUndo('anna')]).toEqual([false, true, true]);
    expect(list.redo(workbook, 'anna')).toBeUndefined();
  });

  test('are not done again once something else was edited', () => {
    const workbook = smallWorkbook();
    const list = createUndoList();
    const { id: sheetId } = workbook.sheets[1] ?? { id: -1 };
    const enter = (text: string) =>
      carryOut(workbook, list, { kind: 'enter', sheetId, row: 3, column: 0, entries: [[text]] });
    enter('one');
    enter('two');
    list.undo(workbook, 'anna');
    enter('three');
    expect([list.canUndo('anna'), list.canRedo('anna')]).toEqual([true, false]);
    expect(list.redo(workbook, 'anna')).toBeUndefined();
    expect(workbook.sheet(sheetId).grid.get('values', 3, 0)).toBe('three');
    list.undo(workbook, 'anna');
    expect(workbook.sheet(sheetId).grid.get('values', 3, 0)).toBe('one');
  });

  test('are forgotten when something else has changed the workbook', () => {
    const workbook = smallWorkbook();
    const list = createUndoList();
    carryOut(workbook, list, { kind: 'add-sheet' });
    carryOut(workbook, list, { kind: 'add-sheet' });
    list.undo(workbook, 'anna');
    list.clear();
    expect([list.canUndo('anna'), list.canRedo('anna')]).toEqual([false, false]);
    expect(workbook.sheets).toHaveLength(3);
  });

  test('of which there are very many are taken back from the last one on, fifty of them', () => {
    const workbook = smallWorkbook();
    const list = createUndoList();
    const { id: sheetId } = workbook.sheets[1] ?? { id: -1 };
    for (let number = 1; number <= 60; number += 1)
      carryOut(workbook, list, { kind: 'enter', sheetId, row: 3, column: 0, entries: [[`edit ${number}`]] });
    for (let left = 50; left > 0; left -= 1) expect(list.undo(workbook, 'anna')).toBeDefined();
    expect(list.undo(workbook, 'anna')).toBeUndefined();
    expect(workbook.sheet(sheetId).grid.get('values', 3, 0)).toBe('edit 10');
  });
});
