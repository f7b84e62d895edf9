import fc from 'fast-check';
import { expect, test } from 'vitest';
import { insertLines } from '../../../bot/local/workbook/change-lines.ts';
import { sortRange } from '../../../bot/local/workbook/rearrange-cells.ts';
import { enterValues } from '../../../bot/local/workbook/write-cells.ts';
import { saveConnectedSheet } from '../../../bot/store/connected-sheets.ts';
import type { Database } from '../../../bot/store/database.ts';
import { newId } from '../../../bot/store/new-id.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { pullSheet } from '../../../bot/use-cases/pull-sheet.ts';
import { pushChanges, pushSheet } from '../../../bot/use-cases/push-sheet.ts';
import { MEMORY_SHEET, memoryEntries } from '../../../core/sheets/memory-sheet.ts';
import type { SheetValue } from '../../../core/sheets/sheet-value.ts';
import { recallTable } from '../../../core/sheets/table-memory.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { ALL, anyHappening, type Happening, happen, KEYS, rowOf } from '../../support/happen-to-book.ts';
import { unlessRefused } from '../../support/happen-to-customer.ts';
import { SPREADSHEET_ID } from '../../support/local-google.ts';
import { addMember, as } from '../../support/members.ts';
import { openSharedSheet, type SharedSheet } from '../../support/shared-sheet.ts';
import { tableOf } from '../../support/table-reading.ts';
import { newContext, type TestContext } from '../../support/workspace.ts';

const ROWS = [
  ['Customer no.', 'Customer', 'Sales', 'Payment collection'],
  ...KEYS.map((one, at) => [one, `Customer ${one}`, 100 + at, 0.5]),
  ['9', 'Stranger', 7, 0.1],
];
/** Where our columns begin. */
const TIER = 4;

const IN_SHEET = [
  'type-tier',
  'empty-why',
  'score-as-text',
  'sort',
  'insert',
  'sales',
  'rename-row',
  'repeat-row',
  'empty-row',
  'pull',
] as const;
const anyChange = fc.oneof(
  { weight: 2, arbitrary: anyHappening },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom(...IN_SHEET) }) },
);
type Change = typeof anyChange extends fc.Arbitrary<infer T> ? T : never;

/** What only shows right after something else: a complaint is answered today, whichever day that is. */
const IN_ORDER: readonly Change[] = [
  { do: 'score-as-text' },
  { do: 'complain', key: '1' },
  { do: 'days' },
  { do: 'override', key: '2' },
  { do: 'other-reason', key: '2' },
  { do: 'snooze', key: '3' },
  { do: 'pause', key: '3' },
];

/** Each kind once, what happens in the sheet first and in between. */
const EACH: readonly Change[] = [
  ...IN_SHEET.map((kind): Change => ({ do: kind })),
  ...ALL.flatMap((one, at): Change[] => [one, { do: IN_SHEET[at % IN_SHEET.length] ?? 'pull' }]),
];

describeOnBothDatabases('the law of the quick push', (open) => {
  test('whatever changes, it leaves the very sheet that a push which compares all leaves', async () => {
    const db = await open();
    await fc.assert(
      fc.asyncProperty(fc.array(anyChange, { minLength: 8, maxLength: 16, size: 'max' }), async (changes) => {
        const { context, shared, quick, whole, close } = await openTwoTabs(db);
        const members = [await addMember(context, { name: 'Lei' }), await addMember(context, { name: 'Mia' })];
        const boss = as(context, await addMember(context, { name: 'Bo', role: 'manager' }), 'admin');
        await importTable(context, tableOf(...KEYS.map((one) => rowOf(one, { salesAmount: 100 }))));
        for (const what of [{ do: 'nothing' as const }, ...changes]) {
          context.clock.set(new Date(context.clock.now().getTime() + 60_000).toISOString());
          if (isInSheet(what)) await changeSheets(context, shared, [quick, whole], what.do);
          else await unlessRefused(happen(boss, what, members));
          await pushChanges(context, shared.spreadsheets, quick.sheetId);
          await pushSheet(context, shared.spreadsheets, whole.sheetId);
          expect({ what, ...tabState(shared, quick.tabId) }).toEqual({ what, ...tabState(shared, whole.tabId) });
        }
        await close();
      }),
      { seed: 20261126, numRuns: 4, examples: [[[...IN_ORDER]], [[...EACH]]] },
    );
  }, 240_000);
});

interface Tab {
  readonly sheetId: string;
  readonly tabId: number;
}

/** Two tabs that hold the same, each connected by itself. */
async function openTwoTabs(db: Database) {
  const shared = await openSharedSheet(db);
  const context = await newContext(db);
  const tabs: Tab[] = [];
  for (const title of ['Quick', 'Whole']) {
    const tab = shared.workbook.addSheet({ title, rowCount: 20, columnCount: 12 });
    type(shared, tab.id, 0, 0, ROWS);
    const sheetId = newId(context.clock.now());
    await saveConnectedSheet(db, context.actor.workspaceId, {
      id: sheetId,
      spreadsheetId: SPREADSHEET_ID,
      tabId: tab.id,
      spreadsheetTitle: 'Book',
      tabTitle: title,
      language: 'en',
      hints: {},
      connectedBy: null,
      connectedAt: context.clock.now(),
    });
    tabs.push({ sheetId, tabId: tab.id });
  }
  const [quick, whole] = tabs;
  if (quick === undefined || whole === undefined) throw new Error('There are two tabs.');
  return { context, shared, quick, whole, close: () => shared.close() };
}

function isInSheet(what: Change | Happening): what is Extract<Change, { readonly do: (typeof IN_SHEET)[number] }> {
  return (IN_SHEET as readonly string[]).includes(what.do);
}

async function changeSheets(
  context: TestContext,
  shared: SharedSheet,
  tabs: readonly Tab[],
  what: (typeof IN_SHEET)[number],
): Promise<void> {
  for (const { sheetId, tabId } of tabs) {
    const range = { sheetId: tabId, startRow: 1, endRow: 8, startColumn: 0, endColumn: 12 };
    switch (what) {
      case 'type-tier':
        type(shared, tabId, 2, TIER, [['Z']]);
        break;
      case 'empty-why':
        type(shared, tabId, 1, TIER + 2, [['']]);
        break;
      case 'score-as-text':
        type(shared, tabId, 1, TIER + 1, [
          [`'${JSON.stringify(shared.workbook.sheet(tabId).grid.get('values', 1, TIER + 1) ?? 50)}`],
        ]);
        break;
      case 'sort':
        sortRange(shared.workbook, range, [{ column: 1, isAscending: false }]);
        break;
      case 'insert':
        insertLines(shared.workbook, tabId, 'row', 2, 1);
        break;
      case 'sales':
        type(shared, tabId, 1, 2, [[4_000]]);
        break;
      case 'rename-row':
        type(shared, tabId, 2, 1, [['Somebody else']]);
        break;
      case 'repeat-row':
        type(shared, tabId, 9, 0, [['2', 'Customer 2', 101, 0.5]]);
        break;
      case 'empty-row':
        type(shared, tabId, 3, 0, [['', '', '', '']]);
        break;
      case 'pull':
        await pullSheet(context, shared.spreadsheets, sheetId);
        break;
      default:
        what satisfies never;
    }
  }
}

function type(
  { workbook }: SharedSheet,
  sheetId: number,
  startRow: number,
  startColumn: number,
  values: readonly (readonly (string | number)[])[],
): void {
  const size = { endRow: startRow + values.length, endColumn: startColumn + (values[0]?.length ?? 0) };
  enterValues(
    workbook,
    { sheetId, startRow, startColumn, ...size },
    values.map((row) => [...row]),
  );
}

/** All that a tab holds and all that is remembered of it, ids aside. */
function tabState({ workbook }: SharedSheet, tabId: number) {
  const all = (id: number) => {
    const { rowCount, columnCount, grid } = workbook.sheet(id);
    const range = { startRow: 0, endRow: rowCount, startColumn: 0, endColumn: columnCount };
    return grid.read('values', range).map((row) => row.map((cell) => (cell ?? '') as SheetValue));
  };
  const marks = workbook.metadata.all.filter(({ place }) => 'sheetId' in place && place.sheetId === tabId);
  const memory = workbook.findSheetByTitle(MEMORY_SHEET);
  const entries = memory === undefined ? [] : memoryEntries(all(memory.id));
  const remembered = [...new Set(marks.map(({ value }) => value ?? ''))].map((table) => {
    const found = recallTable(entries, tabId, table);
    return found && { ...found, id: null, run: null };
  });
  return { cells: all(tabId), marks: marks.map(({ key }) => key), remembered };
}
