import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../bot/local/workbook/sheet.ts';
import type { Workbook } from '../../bot/local/workbook/workbook.ts';
import { MEMORY_SHEET, memoryEntries } from '../../core/sheets/memory-sheet.ts';
import { type AddOnSheet, addOnSheet } from '../support/add-on-sheet.ts';
import { CUSTOMERS, TABLE } from '../support/graded-rows.ts';
import { script } from '../support/sheet-scripts.ts';

function memorySheet(workbook: Workbook): Sheet {
  const found = workbook.sheets.find(({ title }) => title === MEMORY_SHEET);
  if (found === undefined) throw new Error('Nothing is remembered.');
  return found;
}

/** What is remembered of the table, as text. */
function remembered(workbook: Workbook): string {
  const { grid } = memorySheet(workbook);
  const cells = [0, 1].map((column) => grid.get('values', 0, column));
  const [entry] = memoryEntries([cells.map((cell) => (typeof cell === 'string' ? cell : ''))]);
  return entry?.text ?? '';
}

/** A graded table of which somebody types over a tier, which is then marked. */
async function gradedTable(): Promise<AddOnSheet> {
  const sheet = await addOnSheet(TABLE);
  sheet.grade({ scheme: 'account-value', language: 'en' });
  return sheet;
}

/** Types a tier over that of the first customer; returns which. */
function typeTier(sheet: AddOnSheet): string {
  const tier = sheet.column('Tier')[0] === 'A' ? 'D' : 'A';
  const heading = sheet.texts().findIndex((cells) => cells.includes('Tier'));
  sheet.enter(heading + 1, sheet.texts()[heading]?.indexOf('Tier') ?? -1, [[tier]]);
  return tier;
}

describe('what somebody does to the hidden sheet', () => {
  test.each([
    ['a column before all', 'insertColumnsBefore(1, 1)'],
    ['a column between', 'insertColumnsAfter(1, 2)'],
    ['rows above', 'insertRowsBefore(1, 2)'],
  ])('%s: from the next grading on, typed tiers are kept', async (_, change) => {
    const sheet = await gradedTable();
    await script(sheet.workbook, `book.getSheetByName('${MEMORY_SHEET}').${change}`);
    sheet.grade();
    const typed = typeTier(sheet);
    expect(sheet.grade().overrides).toBe(1);
    expect(sheet.grade()).toMatchObject({ overrides: 1, cellsWritten: 0 });
    expect(sheet.column('Tier')[0]).toBe(typed);
  });

  test.each([
    ['deletes it', `book.deleteSheet(book.getSheetByName('${MEMORY_SHEET}'))`],
    ['empties it', `book.getSheetByName('${MEMORY_SHEET}').getDataRange().clearContent()`],
  ])('%s: a tier that a person typed is not overwritten without a word, and undo brings it back', async (_, change) => {
    const sheet = await gradedTable();
    const typed = typeTier(sheet);
    sheet.grade();
    const mark = sheet.column('Review')[0];
    expect(mark).toContain('set by hand');
    const cells = { count: 3, cells: ['I2', 'M2', 'N2'] };
    await script(sheet.workbook, change);
    expect(sheet.view()).toMatchObject({ table: { edited: cells } });
    expect(sheet.execute('gradeAgain').counts.writes.values).toBe(0);
    expect(sheet.grade()).toMatchObject({ cellsWritten: 3, edited: cells });
    expect(sheet.undo()).toMatchObject({ kind: 'undone', cells: 3 });
    expect([sheet.column('Tier')[0], sheet.column('Review')[0]]).toEqual([typed, mark]);
  });

  test.each([
    'null',
    '5',
    '[]',
    '{}',
    '"text"',
    '{"tiers":[],"rows":3}',
    '{"tiers":[],"rows":-1,"identities":"","now":"","before":"","cells":""}',
    'no JSON',
  ])('%s in place of what was remembered of a table: it is graded as one of which nothing is known', async (text) => {
    const sheet = await gradedTable();
    const before = sheet.texts();
    memorySheet(sheet.workbook).grid.set('values', 0, 1, `~${text}`);
    expect(sheet.view().kind).toBe('table');
    expect(sheet.undo()).toMatchObject({ kind: 'refused', code: 'nothing-to-undo' });
    expect(sheet.grade().cellsWritten).toBe(0);
    expect(sheet.texts()).toEqual(before);
    typeTier(sheet);
    expect(sheet.grade().overrides).toBe(1);
  });

  test('a piece that is missing lets no customer be taken for another', async () => {
    const sheet = await gradedTable();
    const text = remembered(sheet.workbook);
    const [, identities = ''] = /"identities":"(.*?)"/.exec(text) ?? [];
    const torn = text.replace(identities, identities.slice(identities.length / CUSTOMERS.length));
    memorySheet(sheet.workbook).grid.set('values', 0, 1, `~${torn}`);
    expect(sheet.grade()).toMatchObject({ overrides: 0, upgrades: 0, downgrades: 0, cellsWritten: 0 });
  });

  test('a table whose scheme is no longer known is graded by no other before a person has seen which', async () => {
    const sheet = await gradedTable();
    const text = remembered(sheet.workbook).replace('"scheme":"account-value"', '"scheme":"ours"');
    memorySheet(sheet.workbook).grid.set('values', 0, 1, `~${text}`);
    expect(sheet.view()).toMatchObject({ table: { chosen: 'gone' } });
    const again = sheet.execute('gradeAgain');
    expect(again).toMatchObject({ kind: 'done', shown: [{ kind: 'sidebar' }] });
    expect(again.counts.writes.values).toBe(0);
    expect(sheet.grade({ scheme: 'account-value' }).customers).toBe(CUSTOMERS.length);
    expect(sheet.execute('gradeAgain')).toMatchObject({ shown: [{ kind: 'toast' }] });
  });

  test.each(['null', '{}', 'no JSON', ''])(
    '%s in place of checked schemes: built-in ones still grade',
    async (text) => {
      const sheet = await gradedTable();
      const { grid } = memorySheet(sheet.workbook);
      grid.set('values', 1, 0, 'schemes');
      grid.set('values', 1, 1, `~${text}`);
      expect(sheet.grade().cellsWritten).toBe(0);
      expect(sheet.call('readSchemeSheet')).toMatchObject({ checked: [] });
    },
  );
});
