import { describe, expect, test } from 'vitest';
import { insertLines } from '../../bot/local/workbook/change-lines.ts';
import { workbookData } from '../../bot/local/workbook/workbook-data.ts';
import { type AddOnSheet, addOnSheet, copied } from '../support/add-on-sheet.ts';
import { TABLE } from '../support/graded-rows.ts';

/** All of a workbook but what is random (ids of tables and gradings) and where ours remember. */
function comparable({ workbook }: AddOnSheet): unknown {
  const { metadata, sheets } = workbookData(workbook);
  const text = JSON.stringify({
    keys: metadata
      .map(({ key, place }) => JSON.stringify([key, place]))
      .toSorted((one, other) => (one < other ? -1 : 1)),
    sheets: sheets.filter(({ title }) => title !== 'Tierbook memory'),
  });
  return text.replaceAll(/tierbook [\w-]{8}/g, 'tierbook id');
}

/** Names of calls that change something. */
const WRITES = /\.(set|insert|add|clear|delete|remove|hide|write)\w*$/;

/** Cuts the grading of copies of a sheet after each of its calls and grades again; then as it would have been without. */
async function expectMended(start: AddOnSheet, request: object, step = 1): Promise<number> {
  const whole = await copied(start);
  const uncut = whole.execute('gradeTable', request);
  expect(uncut.kind).toBe('done');
  const wanted = comparable(whole);
  whole.undo(true);
  const undone = comparable(whole);
  for (let calls = 1; calls < uncut.calls.length; calls += 1) {
    // what only reads leaves nothing behind: of those calls some are enough
    const isWriting = WRITES.test(uncut.calls[calls - 1] ?? '');
    if (!isWriting && calls % step !== 0) continue;
    const cut = await copied(start);
    expect(cut.execute('gradeTable', request, { stopAfterCalls: calls }).kind).toBe('stopped');
    // a new sheet is in front when the run is cut just then
    cut.select(0, 0);
    cut.grade(request);
    expect(comparable(cut), `cut after ${calls}: ${uncut.calls[calls - 1]}`).toEqual(wanted);
    expect(cut.undo(), `undone, cut after ${calls}`).toMatchObject({ kind: 'undone' });
    expect(comparable(cut), `undone, cut after ${calls}: ${uncut.calls[calls - 1]}`).toEqual(undone);
  }
  return uncut.calls.length;
}

describe('a grading that is cut in the middle', () => {
  test('is completed by the next one, wherever it was cut, and undone as one', async () => {
    const sheet = await addOnSheet(TABLE);
    expect(await expectMended(sheet, { scheme: 'account-value' }, 20)).toBeGreaterThan(30);
  }, 120_000);

  test('the same where columns are put in, and of a table that was graded before', async () => {
    const sheet = await addOnSheet(TABLE.map((row) => [...row, '', 'to do']));
    await expectMended(sheet, { scheme: 'account-value' }, 40);
    sheet.grade({ scheme: 'account-value' });
    sheet.enter(2, 8, [['C']]);
    sheet.enter(1, 2, [[5]]);
    insertLines(sheet.workbook, 0, 'row', 1, 1, 'after');
    sheet.enter(1, 0, [['K9', '新公司', 700000, '85%', 2, '1%', '85%', '']]);
    await expectMended(sheet, { scheme: 'account-value' }, 40);
  }, 240_000);
});
