import { describe, expect, test } from 'vitest';
import { deleteLines, hideLines, insertLines, moveLines } from '../../bot/local/workbook/change-lines.ts';
import { mergeCells, sortRange } from '../../bot/local/workbook/rearrange-cells.ts';
import { workbookData } from '../../bot/local/workbook/workbook-data.ts';
import { enterFormulas, setFormats, setNotes, setValidations } from '../../bot/local/workbook/write-cells.ts';
import { type AddOnSheet, addOnSheet, copied } from '../support/add-on-sheet.ts';
import { CUSTOMERS, HEADINGS, OURS, TABLE } from '../support/graded-rows.ts';

const TIERS = ['A', 'B', 'D', 'D'];

async function graded(rows: Parameters<typeof addOnSheet>[0] = TABLE): Promise<AddOnSheet> {
  const sheet = await addOnSheet(rows);
  sheet.grade({ scheme: 'account-value' });
  return sheet;
}

describe('columns of ours', () => {
  test('are found again when they are moved, renamed and hidden, and nothing is written then', async () => {
    const sheet = await graded();
    moveLines(sheet.workbook, 0, 'column', 8, 1, 2);
    sheet.enter(0, 2, [['我的等级']]);
    hideLines(sheet.workbook, 0, 'column', 10, 1, true);
    expect(sheet.grade().cellsWritten).toBe(0);
    expect(sheet.texts()[0]).toEqual([...HEADINGS.slice(0, 2), '我的等级', ...HEADINGS.slice(2), ...OURS.slice(1)]);
    expect(sheet.column('我的等级')).toEqual(TIERS);
    sheet.enter(2, 3, [[10]]);
    expect(sheet.grade().cellsWritten).toBeGreaterThan(1);
    expect(sheet.texts()[0]?.[2]).toBe('我的等级');
  });

  test('are marked with keys that stay, for all who may see the document', async () => {
    const { workbook } = await graded();
    const parts = ['tier', 'score', 'why', 'nextTier', 'review', 'nextFollowUp'];
    expect(workbook.metadata.all.map(({ key, place, visibility }) => ({ key, place, visibility }))).toEqual(
      parts.map((part, at) => ({
        key: `tierbook.${part}`,
        place: { on: 'column', sheetId: 0, index: 8 + at },
        visibility: 'document',
      })),
    );
  });

  test('one that was deleted comes back in its place', async () => {
    const sheet = await graded();
    deleteLines(sheet.workbook, 0, 'column', 10, 1);
    sheet.grade();
    expect(sheet.texts()[0]).toEqual([...HEADINGS, ...OURS]);
    expect(sheet.column('Why').every((why) => why.includes('Sales amount'))).toBe(true);
    expect(sheet.column('Tier')).toEqual(TIERS);
  });

  test('move with the rows when the whole is sorted, and are mended when only the table was', async () => {
    const sheet = await graded();
    const all = { sheetId: 0, startRow: 1, endRow: 5, startColumn: 0, endColumn: 14 };
    sortRange(sheet.workbook, all, [{ column: 2, isAscending: true }]);
    expect(sheet.grade()).toMatchObject({ cellsWritten: 0, overrides: 0, upgrades: 0, downgrades: 0 });
    const before = new Map(sheet.texts().map((row) => [row[0], row.slice(8)]));
    sortRange(sheet.workbook, { ...all, endColumn: 8 }, [{ column: 0, isAscending: false }]);
    expect(sheet.grade()).toMatchObject({ overrides: 0, upgrades: 0, downgrades: 0 });
    expect(new Map(sheet.texts().map((row) => [row[0], row.slice(8)]))).toEqual(before);
  });

  test('a typed tier goes with its customer when only the table was sorted, before it is marked and after', async () => {
    const sheet = await graded();
    const table = { sheetId: 0, startRow: 1, endRow: 5, startColumn: 0, endColumn: 8 };
    // 丙公司 gets an A, which then stands beside 乙公司
    sheet.enter(3, 8, [['A']]);
    sortRange(sheet.workbook, table, [{ column: 0, isAscending: false }]);
    expect(sheet.grade().overridden).toEqual([{ row: 3, name: '丙公司', from: 'D', to: 'A' }]);
    expect(sheet.column('Tier')).toEqual(['D', 'A', 'B', 'A']);
    sortRange(sheet.workbook, table, [{ column: 0, isAscending: true }]);
    const former = sheet.texts();
    expect(sheet.grade().overridden).toEqual([{ row: 4, name: '丙公司', from: 'D', to: 'A' }]);
    expect(sheet.column('Tier')).toEqual(['A', 'B', 'A', 'D']);
    expect(sheet.grade().cellsWritten).toBe(0);
    expect(sheet.undo().kind).toBe('undone');
    expect(sheet.texts()).toEqual(former);
  });

  test('a typed tier goes with its customer also where the same tier of another customer stands beside it', async () => {
    const sheet = await graded();
    const table = { sheetId: 0, startRow: 1, endRow: 5, startColumn: 0, endColumn: 8 };
    // 甲公司 gets a D and stands beside that of 丁公司
    sheet.enter(1, 8, [['D']]);
    sortRange(sheet.workbook, table, [{ column: 0, isAscending: false }]);
    expect(sheet.grade().overridden).toEqual([{ row: 5, name: '甲公司', from: 'A', to: 'D' }]);
    expect(sheet.column('Tier')).toEqual(['D', 'D', 'B', 'D']);
    expect(sheet.grade()).toMatchObject({ cellsWritten: 0, overrides: 1 });
  });

  test('after undo it is known again whose cells stand beside other customers', async () => {
    const sheet = await graded();
    const table = { sheetId: 0, startRow: 1, endRow: 5, startColumn: 0, endColumn: 8 };
    sortRange(sheet.workbook, table, [{ column: 0, isAscending: false }]);
    // of 乙公司, whose cells then change too
    sheet.enter(3, 2, [[400000]]);
    const former = sheet.texts();
    expect(sheet.grade().overrides).toBe(0);
    const after = sheet.texts();
    expect(sheet.undo().kind).toBe('undone');
    expect(sheet.texts()).toEqual(former);
    expect(sheet.grade().overrides).toBe(0);
    expect(sheet.texts()).toEqual(after);
  });

  test("a person's own column called Tier stays theirs and is no criterion", async () => {
    const sheet = await addOnSheet(TABLE.map((row, at) => [...row, at === 0 ? 'Tier' : 'Z', at === 0 ? 'Score' : at]));
    sheet.grade();
    expect(sheet.texts().map((row) => row.slice(8, 10))).toEqual([
      ['Tier', 'Score'],
      ['Z', '1'],
      ['Z', '2'],
      ['Z', '3'],
      ['Z', '4'],
    ]);
    expect(sheet.texts()[0]?.slice(10)).toEqual(OURS);
    expect(sheet.grade().cellsWritten).toBe(0);
  });

  test('rows that come and go between gradings keep every customer with its own tier', async () => {
    const sheet = await graded();
    sheet.enter(2, 8, [['C']]);
    insertLines(sheet.workbook, 0, 'row', 1, 1, 'after');
    sheet.enter(1, 0, [['K9', '新公司', 700000, '85%', 2, '1%', '85%', '']]);
    deleteLines(sheet.workbook, 0, 'row', 2, 1);
    expect(sheet.grade().overridden).toEqual([{ row: 3, name: '乙公司', from: expect.any(String), to: 'C' }]);
    expect(sheet.texts().map((row) => row[1])).toEqual(['客户名称', '新公司', '乙公司', '丙公司', '丁公司']);
    expect(sheet.column('Tier').every((tier) => tier !== '')).toBe(true);
  });

  test('of customers that stand twice each row keeps its own', async () => {
    const twice = [
      HEADINGS,
      ['', '甲公司', 1200000, '98%', 8, '0.1%', '95%', ''],
      ['', '甲公司', 10, '10%', 1, '9%', '10%', ''],
    ];
    const sheet = await graded(twice);
    const [first, second] = sheet.texts().slice(1);
    sortRange(sheet.workbook, { sheetId: 0, startRow: 1, endRow: 3, startColumn: 0, endColumn: 14 }, [
      { column: 2, isAscending: true },
    ]);
    expect(sheet.grade()).toMatchObject({ cellsWritten: 0, overrides: 0 });
    expect(sheet.texts().slice(1)).toEqual([second, first]);
  });

  test('are put in where the sheet ends, and where something stands to the right of the table', async () => {
    const edge = await addOnSheet(TABLE);
    deleteLines(edge.workbook, 0, 'column', 8, 18);
    edge.grade({ scheme: 'account-value' });
    expect(edge.texts()[0]).toEqual([...HEADINGS, ...OURS]);
    const beside = await addOnSheet(TABLE.map((row, at) => [...row, '', at === 2 ? 'call' : 'to do']));
    enterFormulas(beside.workbook, { sheetId: 0, startRow: 9, endRow: 10, startColumn: 9, endColumn: 10 }, [
      ['=J1&"!"'],
    ]);
    beside.grade({ scheme: 'account-value' });
    expect(beside.texts()[0]?.slice(8)).toEqual([...OURS, '', 'to do']);
    expect(beside.sheet.grid.get('formulas', 9, 15)).toBe('=P1&"!"');
    expect(beside.undo()).toMatchObject({ kind: 'undone' });
    expect(beside.texts()[0]).toEqual([...HEADINGS, '', 'to do']);
    expect(beside.sheet.grid.get('formulas', 9, 9)).toBe('=J1&"!"');
  });

  test('have bold headings, which go with them, and of which undo leaves nothing', async () => {
    const sheet = await graded();
    const bold = () =>
      sheet.sheet.conditionalRules.flatMap(({ format, ranges }) =>
        format.bold === true ? ranges.map((one) => [one.startRow, one.endRow, one.startColumn, one.endColumn]) : [],
      );
    expect(bold()).toEqual([[0, 1, 8, 14]]);
    moveLines(sheet.workbook, 0, 'column', 8, 1, 2);
    sheet.enter(1, 1, [['戊公司']]);
    sheet.grade();
    // those that stand side by side are one range, which Google would make of them
    expect(bold()).toEqual([
      [0, 1, 2, 3],
      [0, 1, 9, 14],
    ]);
    const { counts } = sheet.execute('gradeTable', {});
    expect(counts.writes).toMatchObject({ formats: 0, values: 0, metadata: 0 });
    sheet.undo(true);
    const first = await graded();
    first.undo();
    expect(first.sheet.conditionalRules).toEqual([]);
  });

  test('segments come and go with the scheme, and undo brings them back', async () => {
    const sheet = await graded();
    sheet.enter(2, 8, [['C']]);
    sheet.grade({});
    const before = sheet.texts();
    const outcome = sheet.grade({ scheme: 'lifecycle' });
    expect(outcome.counts).toEqual([]);
    const segments = sheet.texts()[0]?.slice(8) ?? [];
    expect(segments.slice(0, 2)).toEqual(['Why', 'Review']);
    expect(segments).not.toContain('Tier');
    expect(segments.length).toBeGreaterThan(2);
    expect(sheet.undo()).toMatchObject({ kind: 'undone' });
    expect(sheet.texts().map((row) => row.toSorted())).toEqual(before.map((row) => row.toSorted()));
    expect(sheet.grade().cellsWritten).toBe(0);
    expect(sheet.grade().overrides).toBe(1);
  });

  test('a table of no customers gets its columns, and the first customer its tier', async () => {
    const sheet = await addOnSheet([HEADINGS]);
    expect(sheet.view().kind).toBe('table');
    expect(sheet.grade({ scheme: 'account-value' })).toMatchObject({ customers: 0 });
    expect(sheet.texts()[0]).toEqual([...HEADINGS, ...OURS]);
    sheet.enter(1, 0, CUSTOMERS);
    sheet.grade();
    expect(sheet.column('Tier')).toEqual(TIERS);
  });

  test('names that look like formulas make none', async () => {
    const names = ['=HYPERLINK("http://a","b")', '+cmd', '@x', '-2+3', "'=1"];
    const sheet = await addOnSheet([HEADINGS]);
    for (const [at, name] of names.entries())
      sheet.enter(at + 1, 0, [[`K${at}`, `'${name}`, 100 * at, '98%', 8, '0.1%', `'${name}`, '']]);
    sheet.grade({ scheme: 'account-value' });
    let formulas = 0;
    sheet.sheet.grid.forEach('formulas', (formula) => {
      if (formula !== '') formulas += 1;
    });
    expect(formulas).toBe(0);
    expect(sheet.column('客户名称')).toEqual(names);
  });

  test('nothing else of the workbook changes', async () => {
    const sheet = await addOnSheet(TABLE);
    sheet.enter(7, 0, [['注：内部资料']]);
    enterFormulas(sheet.workbook, { sheetId: 0, startRow: 9, endRow: 10, startColumn: 2, endColumn: 3 }, [
      ['=SUM(C2:C4)'],
    ]);
    sheet.workbook.freeze(sheet.sheet, 'row', 1);
    const theirs = (): unknown => {
      const data = structuredClone(workbookData(sheet.workbook));
      return {
        ...data,
        // new columns are brought into view
        selection: null,
        metadata: [],
        sheets: data.sheets
          .filter(({ title }) => title !== 'Tierbook memory')
          .map((one) => ({
            ...one,
            conditionalRules: [],
            formats: [],
            rows: one.rows.map(
              (row) =>
                row &&
                [row.values, row.formulas].map((cells) => Array.from({ length: 8 }, (_, at) => cells?.[at] ?? null)),
            ),
          })),
      };
    };
    const before = theirs();
    sheet.grade({ scheme: 'account-value' });
    sheet.enter(1, 2, [[1200000]]);
    sheet.grade();
    expect(theirs()).toEqual(before);
    sheet.undo(true);
    expect(theirs()).toEqual(before);
  });

  test.each([
    ['free columns', []],
    ['columns put in between', ['备注2']],
  ])(
    'nor do looks, notes, validation, filter, merged and hidden cells and colour rules of a person: %s',
    async (_, more) => {
      const sheet = await addOnSheet([
        ['2026 年客户表'],
        ...TABLE.map((row, at) => [...row, '', at === 0 ? (more[0] ?? '') : '']),
      ]);
      const { sheet: cells, workbook } = sheet;
      const at = (row: number, column: number, rows = 1, columns = 1) => ({
        sheetId: 0,
        startRow: row,
        endRow: row + rows,
        startColumn: column,
        endColumn: column + columns,
      });
      setFormats(workbook, at(1, 0, 1, 8), [Array.from({ length: 8 }, () => ({ background: '#ffff00', bold: true }))]);
      setFormats(workbook, at(2, 7), [[{ background: '#00ff00', numberFormat: 'yyyy"年"' }]]);
      // our note comes to the second, which cannot be read, and goes again
      setNotes(workbook, at(2, 2), [['Ask Bo']]);
      setNotes(workbook, at(5, 2), [['Ask Ann']]);
      setValidations(workbook, at(2, 7), [[{ kind: 'a date' }]]);
      mergeCells(workbook, at(0, 0, 1, 3));
      hideLines(workbook, 0, 'row', 3, 1, true);
      hideLines(workbook, 0, 'column', 4, 1, true);
      const block = { startRow: 1, endRow: 6, startColumn: 0, endColumn: 8 };
      cells.filter = { range: block, hidden: [{ column: 1, values: ['乙公司'] }] };
      const rule = {
        ranges: [block],
        condition: { type: 'custom-formula', formula: '=$C2>100' },
        format: { italic: true },
      } as const;
      cells.conditionalRules = [rule];
      const layers = ['values', 'formulas', 'formats', 'notes', 'validations'] as const;
      const theirs = () => ({
        cells: layers.map((layer) => structuredClone(cells.grid.read(layer, at(0, 0, 8, 8)))),
        rest: structuredClone([
          cells.merges,
          cells.filter,
          cells.hiddenRows,
          cells.hiddenColumns,
          cells.conditionalRules[0],
        ]),
      });
      const before = theirs();
      sheet.grade({ scheme: 'account-value' });
      expect(cells.grid.get('notes', 5, 2)).toContain('Ask Ann');
      sheet.enter(5, 2, [['7']]);
      sheet.enter(5, 2, [['abc']]);
      sheet.enter(2, 3, [['97%']]);
      sheet.grade();
      sheet.enter(2, 3, [['98%']]);
      const [values, formulas, formats, , validations] = theirs().cells;
      expect([values, formulas, formats, validations]).toEqual(before.cells.filter((__, layer) => layer !== 3));
      expect(theirs().rest).toEqual(before.rest);
      const notes = cells.grid.read('notes', at(0, 0, 8, 8)).map((row) => row.filter((note) => note !== ''));
      expect(notes).toEqual([[], [], ['Ask Bo'], [], [], [expect.stringMatching(/Ask Ann\n.*abc/su)], [], []]);
      const { undo } = await copied(sheet);
      expect(undo(true).kind).toBe('undone');
      sheet.grade();
      sheet.enter(5, 2, [['5']]);
      sheet.grade();
      sheet.enter(5, 2, [['abc']]);
      expect(theirs()).toEqual(before);
    },
  );

  test('new columns are brought into view, once: what one selects afterwards stays selected', async () => {
    const sheet = await addOnSheet(TABLE);
    sheet.select(2, 1);
    sheet.grade({ scheme: 'account-value' });
    expect(sheet.workbook.selection).toMatchObject({ startRow: 0, startColumn: 8, endRow: 1, endColumn: 9 });
    sheet.select(2, 1);
    sheet.enter(1, 2, [[1]]);
    sheet.grade();
    expect(sheet.workbook.selection).toMatchObject({ startRow: 2, startColumn: 1, endRow: 3, endColumn: 2 });
  });
});
